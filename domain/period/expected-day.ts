import type { DueView } from '../views/views.ts'

/** 완료 예정일 (시행령 제23조): what its period says of a case. */
type Undated = 'unconfirmed' | 'over' | 'stopped'

/** Why the period says no completion time that is still to come; undefined where it does. */
export function whyUndated(due: Pick<DueView, 'overdue' | 'stopped'> | undefined): Undated | undefined {
  if (!due) return 'unconfirmed'
  if (due.overdue) return 'over'
  return due.stopped && 'stopped'
}

import { dayOf, type Day, type Instant } from '../time.ts'
import type { Case, CaseState } from './case.ts'

/** Whether somebody has still to act for the result: it was not told, and nothing else has ended the case. */
export const isAtWork = ({ state }: { state: CaseState }): boolean =>
  state !== 'notified' && state !== 'awaitingPickup' && state !== 'closed'

/** Whether a case is one of the petitions of a day or a month: an objection has its own book, and a mistaken receipt is none. */
export const isCounted = ({ received, outcome }: Pick<Case, 'received' | 'outcome'>): boolean =>
  !received.objection && outcome !== 'voided'

/** By when a case is to be done that nobody may call late: the due date or, where it is later, the time that was told. */
export function endOf(due: { dueAt: Instant; lastDay: Day; promised?: Instant }): { at: Instant; day: Day } {
  const { dueAt, lastDay, promised = 0 } = due
  return promised > dueAt ? { at: promised, day: dayOf(promised) } : { at: dueAt, day: lastDay }
}

import type { CaseView, StepView } from '../../../domain/views/views.ts'

/** The element that takes the focus once every check is marked. */
export const primaryId = 'case-primary'
/** The first control of the guidance at receipt. */
export const guidanceId = 'guidance-all'
export const checkId = (check: string): string => `check-${check}`

type Check = StepView['checks'][number]
/** A check that the answers spare needs no mark. */
export const isNeeded = (check: Check): boolean => !check.spared
export const isLeft = (check: Check): boolean => isNeeded(check) && !check.mark

/** The step that the manual leads to now. */
export function openStep(seen: CaseView): StepView | undefined {
  const { next } = seen
  return typeof next === 'object' ? seen.steps.find((s) => s.step === next.step) : undefined
}

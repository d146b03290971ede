import type { CaseView, StepView } from '../../domain/views.ts'

/** The element that takes the focus once every check is marked. */
export const primaryId = 'case-primary'
/** The first control of the guidance at receipt. */
export const guidanceId = 'guidance-all'
export const checkId = (check: string): string => `check-${check}`

/** The step that the manual leads to now. */
export function openStep(seen: CaseView): StepView | undefined {
  const { next } = seen
  return typeof next === 'object' ? seen.steps.find((s) => s.step === next.step) : undefined
}

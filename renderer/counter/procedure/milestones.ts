import type { MilestoneView } from '../../../domain/views/views-procedure.ts'

/**
 * 다가오는 시한, as they are shown, the soonest first. Most petitions are never sent on and lack nothing: once the time for it
 * is over nothing is left undone, and only who does it later has to say why, in the form of the act.
 */
export const shownMilestones = (milestones: readonly MilestoneView[]): MilestoneView[] =>
  milestones.filter((m) => !(m.over && onlyWhereNeeded.has(m.what))).toSorted((a, b) => a.at - b.at)

const onlyWhereNeeded: ReadonlySet<MilestoneView['what']> = new Set<MilestoneView['what']>([
  ...(['demandSupplement', 'transferToDepartment', 'transferToAgency'] as const),
])

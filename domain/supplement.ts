import type { Calendar } from './calendar.ts'
import type { Case } from './case.ts'
import type { Private } from './private.ts'
import type { Day } from './time.ts'

/** 보완기간 (민원처리법 제22조, 시행령 제24조·제25조): until when papers are awaited, and which of them have not come. */

/** 시행령 제24조 제2항: requests for more time, before the period is over. */
export const mostExtensions = 2

/** The last day of a supplement period: as it was told, or the next working day where that is a holiday by now (민법 제161조). */
export const lastDayOf = ({ until }: { until: Day }, calendar: Calendar): Day => calendar.nextWorkingDay(until)

/** Whether a document is neither here nor settled otherwise. */
export const isMissing = ({ spared, documents }: Case, document: string): boolean =>
  !spared.documents.includes(document) && (documents[document]?.mark ?? 'missing') === 'missing'

/** The documents of the last demand that have not come. */
export const missingOf = (known: Case): string[] =>
  known.demands.at(-1)?.items.filter((document) => isMissing(known, document)) ?? []

/**
 * The second demand, when what came by it is not all that it named: nothing can be demanded any more, so its period is what
 * the citizen still has (시행령 제24조 제3항, 제25조 제1항). What was demanded in words the clerk alone can judge.
 */
export function cameIncomplete(known: Case, apart: { [act: string]: Private } = {}): { until: Day } | undefined {
  const last = known.demands.at(-1)
  if (!last || known.demands.length < 2 || known.supplement || known.decision) return undefined
  const inWords = apart[`${last.tenure}.${last.act}`]?.reasons !== undefined
  return inWords || missingOf(known).length > 0 ? last : undefined
}

/** Until when the papers of a case are awaited; undefined where none are. */
export function awaitedUntil(known: Case, calendar: Calendar): Day | undefined {
  const awaited = known.supplement ?? cameIncomplete(known)
  return awaited && lastDayOf(awaited, calendar)
}

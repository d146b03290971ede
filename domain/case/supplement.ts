import type { Calendar } from '../period/calendar.ts'
import type { Private } from '../record/private.ts'
import type { Day } from '../time.ts'
import type { Case, Demand } from './case.ts'
import { FoundLater } from './procedure.ts'

/** 보완기간 (민원처리법 제22조, 시행령 제24조·제25조): until when papers are awaited, and which of them have not come. */

/** 시행령 제24조 제2항: requests for more time, before the period is over. */
export const mostExtensions = 2

/** The last day of a supplement period: as it was told, or the next working day where that is a holiday by now (민법 제161조). */
export const lastDayOf = ({ until }: { until: Day }, calendar: Calendar): Day => calendar.nextWorkingDay(until)

/** Whether a document is neither here nor settled otherwise. */
export const isMissing = ({ spared, documents }: Case, document: string): boolean =>
  !spared.documents.includes(document) && (documents[document]?.mark ?? 'missing') === 'missing'

/** The demands that stand: the second takes the place of those before it, what was found later stands beside. */
export const standingDemands = ({ demands }: Case): Demand[] =>
  demands.slice(
    Math.max(
      0,
      demands.findLastIndex((d) => d.round === 2),
    ),
  )

/** The documents that were demanded and have not come. */
export const missingOf = (known: Case): string[] => [
  ...new Set(standingDemands(known).flatMap(({ items }) => items.filter((document) => isMissing(known, document)))),
]

/** The documents that were demanded of a case at any time. */
export const demandedOf = ({ history }: Case): string[] =>
  history.flatMap((e) => (e.type === 'supplementDemanded' ? e.items : []))

/** Whether a demand is a first one beside others: only of documents that were found later and not demanded before. */
export const isNewlyFound = (known: Case, { items, late }: Pick<Demand, 'items' | 'late'>): boolean =>
  items.length > 0 && FoundLater.safeParse(late).success && !items.some((item) => demandedOf(known).includes(item))

/**
 * A supplement that is over without all that was demanded: its period is what the citizen still has (시행령 제25조 제1항); a
 * second demand may follow, and need not (제24조 제3항). What was demanded in words the clerk alone can judge.
 */
export function cameIncomplete(known: Case, apart: { [act: string]: Private } = {}): { until: Day } | undefined {
  const last = known.demands.at(-1)
  if (!last || known.supplement || known.decision) return undefined
  const inWords = standingDemands(known).some((d) => apart[`${d.tenure}.${d.act}`]?.reasons !== undefined)
  return inWords || missingOf(known).length > 0 ? { until: known.supplementUntil ?? last.until } : undefined
}

/** Until when the papers of a case are awaited; undefined where none are. */
export function awaitedUntil(known: Case, calendar: Calendar): Day | undefined {
  const awaited = known.supplement ?? cameIncomplete(known)
  return awaited && lastDayOf(awaited, calendar)
}

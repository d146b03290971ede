import type { Calendar, Span } from './calendar.ts'
import type { Case, Stop } from './case.ts'
import {
  bulkCopyDays,
  due,
  objectionDue,
  uncountedInvestigation,
  type Due,
  type Suspension,
  type Term,
  type Uncounted,
} from './deadline.ts'
import type { Period } from './manual.ts'
import { dayNumber, dayOf, type Day, type Instant } from './time.ts'

/** 처리기한의 시계: a case's period, what is not counted of it, and how far it was extended. */

/** 시행령 제6조의2, 제20조 제2호: an outage that made processing impossible; only since this day. */
export const outagesCountFrom: Day = '2026-05-06'

/** The unit in which a period is extended: that of the period itself; 즉시 is extended in working hours. */
export const extensionTerm = (period: Period, value: number): Term => ({
  unit: period.unit === 'immediate' || period.unit === 'hours' ? 'workHours' : period.unit,
  value,
})

/** 다량 교부 (시행령 제12조 제5항). */
export function copyTerms(copies = 0): Term[] {
  const days = bulkCopyDays(copies)
  return days > 0 ? [{ unit: 'days', value: days }] : []
}

/** The times that are not counted, each with its two ends; what still lasts ends now. */
export function suspensionsOf(known: Case, outages: readonly Span[], now: Instant): Suspension[] {
  const end = completedAt(known) ?? now
  let used = 0
  const stops = known.stops.map((stop): Suspension => {
    const { reason, from } = stop
    const to = Math.max(from, stop.to ?? end)
    if (reason !== 'investigation') return { reason, from, to }
    const before = used
    used += dayNumber(dayOf(to)) - dayNumber(dayOf(from)) + 1
    return uncountedInvestigation(from, to, known.investigationExtended !== undefined, before)
  })
  const during = outages.filter((o) => o.to > known.received.at && o.from < end)
  return [
    ...stops,
    ...during.map((o): Suspension => ({ from: Math.max(o.from, known.received.at), to: o.to, reason: 'outage' })),
  ]
}

/** What of a case's period is not counted, and by how much it was extended. */
export function uncountedOf(known: Case, outages: readonly Span[], now: Instant, more = 0): Uncounted {
  const { period, copies } = known.received
  const values = [...known.extensions.map((e) => e.value), ...(more > 0 ? [more] : [])]
  const terms = values.flatMap((value): Term[] => (period ? [extensionTerm(period, value)] : []))
  return { suspensions: suspensionsOf(known, outages, now), extensions: [...terms, ...copyTerms(copies)] }
}

/** When a case is due as its clock stands now, or would be with one more extension; undefined while its period is not confirmed. */
export function caseDue(
  known: Case,
  calendar: Calendar,
  outages: readonly Span[],
  now: Instant,
  more = 0,
): Due | undefined {
  const { period, at, objection } = known.received
  if (objection) return objectionDue(at, calendar, (known.extensions[0]?.value ?? 0) + more)
  return due(period, at, calendar, uncountedOf(known, outages, now, more))
}

/** Whether the clock is stopped now, and why. */
export const openStop = (known: Case): Stop | undefined => known.stops.find((s) => s.to === undefined)

/** The processing is over with the notice of the result, or with what closed the case without one. */
export const completedAt = (known: Case): Instant | undefined => known.notice?.at ?? known.closedAt

/** The completion time that was last told to the citizen: at the receipt, or when the clock went on or was extended. */
export function promisedOf(known: Case): Instant | undefined {
  const told = known.history.findLast((e) => 'promised' in e && e.promised !== undefined)
  return told && 'promised' in told ? told.promised : undefined
}

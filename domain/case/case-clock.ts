import type { Period } from '../manual/manual.ts'
import type { Calendar, Span } from '../period/calendar.ts'
import {
  bulkCopyDays,
  due,
  objectionDue,
  tenDays,
  overdue,
  uncountedInvestigation,
  type Due,
  type ObjectionTerm,
  type Suspension,
  type Term,
  type Uncounted,
} from '../period/deadline.ts'
import { addDays, dayNumber, dayOf, startOfDay, type Day, type Instant } from '../time.ts'
import type { Case, Stop } from './case.ts'

/** 처리기한의 시계: a case's period, what is not counted of it, and how far it was extended. */

/** 시행령 제6조의2, 제20조 제2호: an outage that made processing impossible; only since this day. */
export const outagesCountFrom: Day = '2026-05-06'

/** By how much a period is extended: by so much of its own unit or, where that is said, by days. */
export type Extension = { value: number; unit?: 'days' | undefined }

/** An extension as a length; 즉시 is extended in hours, which are working hours. */
export const extensionLength = (period: Period | null, { value, unit }: Extension): Period => ({
  unit: unit ?? (period === null || period.unit === 'immediate' ? 'hours' : period.unit),
  value,
})

function extensionTerm(period: Period, extension: Extension): Term {
  const { unit, value } = extensionLength(period, extension)
  return { unit: unit === 'hours' ? 'workHours' : unit, value }
}

/**
 * The highest number of one extension: that of the period itself (시행령 제21조 제1항). In days a week has 7, a month 30 and
 * a year 365; hours are not extended in days. Where a month is shorter the guard compares the ends as well.
 */
export const longestExtension = (period: Period, unit?: 'days'): number =>
  unit === undefined ? period.value : daysIn[period.unit] * period.value
const daysIn = { immediate: 0, hours: 0, days: 1, calendarDays: 1, weeks: 7, months: 30, years: 365 } as const

/** 다량 교부 (시행령 제12조 제5항). */
export function copyTerms(copies = 0): Term[] {
  const days = bulkCopyDays(copies)
  return days > 0 ? [{ unit: 'days', value: days }] : []
}

/** The times that are not counted, each with its two ends; what still lasts ends now. */
export function suspensionsOf(known: Case, outages: readonly Span[], now: Instant): Suspension[] {
  const end = completedAt(known) ?? now
  const stops = known.stops.map((stop): Suspension => {
    const { reason, from } = stop
    const to = Math.max(from, stop.to ?? end)
    if (reason !== 'investigation') return { reason, from, to }
    return uncountedInvestigation(from, to, known.investigationExtended !== undefined, investigatedBefore(known, stop))
  })
  const during = outages.filter((o) => o.to > known.received.at && o.from < end)
  return [
    ...stops,
    ...during.map((o): Suspension => ({ from: Math.max(o.from, known.received.at), to: o.to, reason: 'outage' })),
  ]
}

/** How many days of 현장조사 there were before a stop. */
const investigatedBefore = ({ stops }: Case, stop: Stop): number =>
  stops
    .slice(0, stops.indexOf(stop))
    .filter((s) => s.reason === 'investigation')
    .reduce((sum, { from, to = from }) => sum + dayNumber(dayOf(Math.max(from, to))) - dayNumber(dayOf(from)) + 1, 0)

/** The last day of a 현장조사 that is not counted while it is not extended, those before it taken off (시행령 제17조 제4항). */
export const investigationUntil = (known: Case, stop: Stop): Day =>
  dayOf(uncountedInvestigation(stop.from, Infinity, false, investigatedBefore(known, stop)).to)

/** When a time in working hours ends that the law sets for an act; an outage is not counted in it either (시행령 제20조 제2호). */
export function milestoneDue(term: Term, from: Instant, calendar: Calendar, outages: readonly Span[]): Due | undefined {
  const suspensions = outages
    .filter((o) => o.to > from)
    .map((o): Suspension => ({ from: Math.max(o.from, from), to: o.to, reason: 'outage' }))
  return due(term, from, calendar, { suspensions })
}

/** What of a case's period is not counted, and by how much it was extended. */
export function uncountedOf(
  known: Case,
  outages: readonly Span[],
  now: Instant,
  more?: Extension,
): Required<Uncounted> {
  const { period, copies } = known.received
  const terms = [...known.extensions, ...(more ? [more] : [])].map((e) => period && extensionTerm(period, e))
  return {
    suspensions: suspensionsOf(known, outages, now),
    extensions: [...terms.filter((t) => t !== null), ...copyTerms(copies)],
  }
}

/** In how many days the objection that a case is, is decided, by the law under which it was received. */
export const objectionTerm = ({ received: { period, objection } }: Case): ObjectionTerm => ({
  days: period?.value ?? tenDays.days,
  counting: objection?.counting,
})

/** When a case is due as its clock stands now, or would be with one more extension; undefined while its period is not confirmed. */
export function caseDue(
  known: Case,
  calendar: Calendar,
  outages: readonly Span[],
  now: Instant,
  more?: Extension,
): Due | undefined {
  const { period, at, objection } = known.received
  const by = (known.extensions[0]?.value ?? 0) + (more?.value ?? 0)
  if (objection) return objectionDue(at, calendar, by, objectionTerm(known))
  return due(period, at, calendar, uncountedOf(known, outages, now, more))
}

/** Whether the clock is stopped now, and why. */
export const openStop = (known: Case): Stop | undefined => known.stops.find((s) => s.to === undefined)

/**
 * The processing is over with the notice of the result, or with what closed the case without one; the first of them where
 * an objection opened the case again.
 */
export function completedAt({ former = [], notice, closedAt }: Case): Instant | undefined {
  const [first] = former
  return first?.notice?.at ?? first?.closedAt ?? notice?.at ?? closedAt
}

/** The completion time that was last told to the citizen: at the receipt, or when the clock went on or was extended. */
export function promisedOf(known: Case): Instant | undefined {
  const told = known.history.findLast((e) => 'promised' in e && e.promised !== undefined)
  return told && 'promised' in told ? told.promised : undefined
}

/**
 * By when a case is late: its due date or, where that is later, the time that was told to the citizen. What is withdrawn
 * afterwards, a holiday above all, takes nothing from a promise, and nobody who keeps it is late.
 */
export function lateAfter(known: Case, end: Due): Due {
  const promised = promisedOf(known)
  if (promised === undefined || promised <= end.dueAt) return end
  const lastDay = dayOf(promised)
  const isByHours = end.dueAt === end.expiresAt
  return { dueAt: promised, lastDay, expiresAt: isByHours ? promised : startOfDay(addDays(lastDay, 1)) }
}

/** Whether a case with a due date is late at an instant. */
export const isLate = (known: Case, end: Due, at: Instant): boolean => overdue(at, lateAfter(known, end))

import type { Calendar, Span } from './calendar.ts'
import type { Period } from './manual.ts'
import { addDays, dayOf, startOfDay, type Day, type Instant } from './time.ts'

/** 처리기한: when a petition is due, by 민원처리법 제19조 and its decree. */

/** Time that is not counted (시행령 제20조): whole days, the first and the last included, or exactly the span. */
export type Suspension = { from: Instant; to: Instant; mode: 'whole-days' | 'exact' }

/** A period as the law writes it; `workHours` are the milestones of 시행령 제13조 and 시행규칙 제9조. */
export type Term = NonNullable<Period> | { unit: 'workHours'; value: number }

export type Due = {
  dueAt: Instant
  lastDay: Day
  /** When it is overdue: at the instant itself, or at the end of the last day (민법 제159조). */
  expiresAt: Instant
}

type Uncounted = { suspensions?: readonly Suspension[]; extensions?: readonly number[] }

/** When a term that began at an instant ends; undefined where the period is not confirmed, never a guess. */
export function due(term: Term | null, from: Instant, calendar: Calendar, uncounted: Uncounted = {}): Due | undefined {
  if (!term) return undefined
  const suspensions = uncounted.suspensions ?? []
  const extra = (uncounted.extensions ?? []).reduce((sum, n) => sum + n, 0)
  const clock: Clock = { from, calendar, suspensions }
  switch (term.unit) {
    case 'immediate':
      // 시행령 제19조: three working hours.
      return byMinutes(clock, 3 * 60 + extra * dayMinutes)
    case 'hours':
    case 'workHours':
      return byMinutes(clock, term.value * 60)
    case 'days':
      // 법 제19조 제1항·제2항: up to five days in hours, from six in days.
      return term.value <= 5 ? byMinutes(clock, (term.value + extra) * dayMinutes) : byDays(clock, term.value + extra)
    case 'weeks':
      return byCalendar(clock, addDays(dayOf(from), (term.value + extra) * 7 - 1))
    case 'months':
      return byCalendar(clock, dayBeforeCorresponding(dayOf(from), term.value + extra))
    case 'years':
      return byCalendar(clock, dayBeforeCorresponding(dayOf(from), (term.value + extra) * 12))
  }
}

/** A civil period (보완기간, 이의신청): the first day is not counted, the last moves to a working day (민법 제157조·제161조). */
export const civilDue = (days: number, from: Instant, calendar: Calendar): Due =>
  wholeDay(calendar, calendar.nextWorkingDay(addDays(dayOf(from), days)))

/** Overdue after the instant, or from the midnight after the last day. */
export const overdue = (now: Instant, end: Due): boolean => now > end.dueAt && now >= end.expiresAt

/** The working minutes that remain; 0 once the term is over. */
export function remainingWorkingMinutes(now: Instant, end: Due, calendar: Calendar): number {
  let sum = 0
  for (let day = dayOf(now); day <= end.lastDay; day = addDays(day, 1))
    for (const w of calendar.windows(day)) sum += Math.max(0, Math.min(w.to, end.dueAt) - Math.max(w.from, now))
  return Math.floor(sum / minute)
}

const minute = 60_000
/** 법 제19조 제1항: a day is eight working hours. */
const dayMinutes = 480

type Clock = { from: Instant; calendar: Calendar; suspensions: readonly Suspension[] }

function byMinutes(clock: Clock, minutes: number): Due {
  let rest = minutes * minute
  for (let day = dayOf(clock.from); ; day = addDays(day, 1))
    for (const span of counted(clock, day)) {
      const length = span.to - span.from
      if (length >= rest) return { dueAt: span.from + rest, lastDay: day, expiresAt: span.from + rest }
      rest -= length
    }
}

/** The working time of a day that counts: after the start, outside what is suspended. */
function counted({ from, calendar, suspensions }: Clock, day: Day): Span[] {
  if (isSuspendedWhole(suspensions, day)) return []
  let spans = calendar.windows(day).map((w) => ({ from: Math.max(w.from, from), to: w.to }))
  for (const s of suspensions) if (s.mode === 'exact') spans = spans.flatMap((span) => without(span, s))
  return spans.filter((span) => span.to > span.from)
}

const without = (span: Span, cut: Span): Span[] => [
  { from: span.from, to: Math.min(span.to, cut.from) },
  { from: Math.max(span.from, cut.to), to: span.to },
].filter((s) => s.to > s.from)

const isSuspendedWhole = (suspensions: readonly Suspension[], day: Day): boolean =>
  suspensions.some((s) => s.mode === 'whole-days' && dayOf(s.from) <= day && day <= dayOf(s.to))

/** A day is not counted when it is suspended, or when an exact suspension (an outage) covers all its working time. */
function isUncounted({ calendar, suspensions }: Clock, day: Day): boolean {
  if (isSuspendedWhole(suspensions, day)) return true
  const exact = suspensions.filter((s) => s.mode === 'exact')
  if (exact.length === 0) return false
  const covers = (w: Span) => {
    let spans = [w]
    for (const s of exact) spans = spans.flatMap((span) => without(span, s))
    return spans.reduce((sum, s) => sum + s.to - s.from, 0) <= minute
  }
  return calendar.windows(day).every(covers)
}

/** The first day counts if it is a working day (법 제19조 제2항). */
function byDays(clock: Clock, days: number): Due {
  let left = days
  for (let day = dayOf(clock.from); ; day = addDays(day, 1)) {
    if (!clock.calendar.isOff(day) && !isUncounted(clock, day)) left -= 1
    if (left === 0) return wholeDay(clock.calendar, day)
  }
}

/** Weeks, months and years run by the calendar; suspended days are added at the end, then it moves to a working day (법 제19조 제3항, 민법 제160조·제161조). */
function byCalendar(clock: Clock, end: Day): Due {
  let last = end
  for (let day = dayOf(clock.from); day <= last; day = addDays(day, 1))
    if (isSuspendedWhole(clock.suspensions, day)) last = addDays(last, 1)
  return wholeDay(clock.calendar, clock.calendar.nextWorkingDay(last))
}

/** The day before the corresponding day, or the end of a month that lacks it (민법 제160조). */
function dayBeforeCorresponding(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const index = year * 12 + month - 1 + months
  const first = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`
  const corresponding = addDays(first, date - 1)
  return corresponding.slice(0, 7) === first.slice(0, 7) ? addDays(corresponding, -1) : lastOfMonth(first)
}

function lastOfMonth(first: Day): Day {
  const next = addDays(first, 31)
  return addDays(`${next.slice(0, 7)}-01`, -1)
}

const wholeDay = (calendar: Calendar, lastDay: Day): Due => ({
  ...{ dueAt: calendar.endOfWork(lastDay), lastDay },
  expiresAt: startOfDay(addDays(lastDay, 1)),
})

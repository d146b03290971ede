import { correspondingDay, dayAt, dayNumberOf, MINUTE, startOf, type Instant } from '../time.ts'
import { without, type Calendar, type CountingPolicy, type Span } from './calendar.ts'
import type { Due, Suspension, Term } from './deadline.ts'

/** The counting itself, in the three ways of 민원처리법 제19조: by the hour, by the day and by the calendar. */

/** 법 제19조 제1항: a day is eight working hours. */
const dayMinutes = 480
/** No count goes on for longer: beyond it the hours or the suspensions are wrong. */
const longest = 20_000

/** What is not counted, as the counting meets it. */
type Stops = {
  /** Whole days by number, the first and the last included. */
  whole: readonly { first: number; last: number }[]
  exact: readonly Span[]
  /** What stops every day that it touches. */
  touching: readonly Span[]
}
/** A start, the days and hours that count, and what stops them. */
export type Clock = { from: Instant; calendar: Calendar; stops: Stops }
export const noStops: Stops = { whole: [], exact: [], touching: [] }

/** Whether a term has a number that can be counted. */
export const isSound = ({ value }: Term): boolean => Number.isSafeInteger(value) && value > 0 && value < longest

/** 법 제19조 제1항·제2항: up to five days are counted in hours, from six in days. */
export function countsHours(term: Term, days: number, { extendedUnit }: CountingPolicy): boolean {
  if (term.unit !== 'days') return ['immediate', 'hours', 'workHours'].includes(term.unit)
  return term.value <= 5 && (days <= 5 || extendedUnit === 'keep-hours')
}

/** The sum in days; not a number where one is in another unit. */
export const daysOf = (terms: readonly Term[]): number =>
  total(terms, ({ unit, value }) => (unit === 'days' ? value : NaN))

/** The sum in minutes (시행령 제19조): `immediate` is three working hours, whatever its number says. */
export const minutesOf = (terms: readonly Term[]): number =>
  total(terms, ({ unit, value }) => {
    if (unit === 'immediate') return 180
    if (unit === 'days') return value * dayMinutes
    return unit === 'hours' || unit === 'workHours' ? value * 60 : NaN
  })

/** A stretch of the calendar. */
type Length = { months: number; days: number }
/** The sum in months and days of the calendar. */
export const lengthOf = (terms: readonly Term[]): Length => ({
  months: total(terms, ({ unit, value }) => ({ ...noLength, years: value * 12, months: value })[unit]),
  days: total(terms, ({ unit, value }) => ({ ...noLength, weeks: value * 7, days: value, calendarDays: value })[unit]),
})
const noLength = { immediate: NaN, hours: NaN, workHours: NaN, days: 0, calendarDays: 0, weeks: 0, months: 0, years: 0 }

const total = (terms: readonly Term[], of: (term: Term) => number): number =>
  terms.reduce((sum, term) => sum + of(term), 0)

/** Working time is used up from the start on; the end is an instant (법 제19조 제1항). */
export function byMinutes(clock: Clock, minutes: number): Due | undefined {
  let rest = minutes * MINUTE
  const first = dayNumberOf(clock.from)
  for (let day = first; rest > 0 && day < first + longest; day += 1)
    for (const span of counted(clock, day)) {
      const length = span.to - span.from
      if (length >= rest) return { dueAt: span.from + rest, lastDay: dayAt(day), expiresAt: span.from + rest }
      rest -= length
    }
  return undefined
}

/** The first day counts if it is a working day (법 제19조 제2항). */
export function byDays(clock: Clock, days: number): Due | undefined {
  let left = days
  const first = firstDay(clock)
  for (let day = first; left > 0 && day < first + longest; day += 1) {
    if (!clock.calendar.at(day).off && !isStopped(clock, day)) left -= 1
    if (left === 0) return wholeDay(clock.calendar, day)
  }
  return undefined
}

/**
 * Weeks, months and years run by the calendar to the day before the corresponding one; suspended days are made up for at
 * the end, and the last day moves to a working day (법 제19조 제3항, 민법 제160조·제161조).
 */
export function byCalendar(clock: Clock, first: number, { months, days }: Length, rolls = true): Due | undefined {
  const end = correspondingDay(first, months) + days
  if (Number.isNaN(end)) return undefined
  // Nothing is left out on the way: the count may begin at its last day.
  const begin = clock.stops === noStops ? end - 1 : first
  let left = end - begin
  for (let day = begin; day < first + longest; day += 1) {
    const stopped = isStopped(clock, day)
    if (!stopped) left -= 1
    if (left <= 0 && !(stopped || (rolls && clock.calendar.at(day).off))) return wholeDay(clock.calendar, day)
  }
  return undefined
}

/** The day of the start or, by the hall's choice, the day after a start after closing. */
export function firstDay({ from, calendar }: Clock): number {
  const day = dayNumberOf(from)
  if (calendar.policy.nightReceiptCountsAsDayOne) return day
  const close = calendar.at(day).hours.at(-1)?.to ?? startOf(day + 1)
  return from >= close ? day + 1 : day
}

/** What the suspensions stop, by the mode of each. */
export function stopsOf(suspensions: readonly Suspension[], policy: CountingPolicy, byHours: boolean): Stops {
  if (suspensions.length === 0) return noStops
  const sound = suspensions.filter((s) => s.to >= s.from).map((s) => ({ ...s, mode: modeOf(s, policy, byHours) }))
  const exact = sound.filter((s) => s.mode === 'exact')
  return {
    whole: sound
      .filter((s) => s.mode === 'whole-days')
      .map((s) => ({ first: dayNumberOf(s.from), last: dayNumberOf(s.to) })),
    exact: merged(exact),
    touching: policy.outageDayMode === 'any-touch' ? exact.filter((s) => s.reason === 'outage') : [],
  }
}

/**
 * 행정절차법 시행규칙 제6조: a supplement stops whole days, the first and the last included. What else stops a period of hours is
 * measured; of a period of days it takes the days, but for an outage and a verification.
 */
export function modeOf({ mode, reason }: Suspension, policy: CountingPolicy, byHours: boolean): 'whole-days' | 'exact' {
  if (mode) return mode
  if (reason === 'outage' || reason === 'verification') return 'exact'
  if (!byHours || reason === undefined) return 'whole-days'
  return reason === 'supplement' ? policy.supplementHourMode : 'exact'
}

/**
 * The suspensions of a period of hours that began while it ran. What begins after it is over gives nothing back, also where it
 * stops the whole day on which it was over.
 */
export function inTime(suspensions: readonly Suspension[], minutes: number, clock: Omit<Clock, 'stops'>): Suspension[] {
  const taken: Suspension[] = []
  for (const one of suspensions.toSorted((a, b) => a.from - b.from)) {
    const end = byMinutes({ ...clock, stops: stopsOf(taken, clock.calendar.policy, true) }, minutes)
    if (end && one.from > end.expiresAt) break
    taken.push(one)
  }
  return taken
}

function merged(spans: readonly Span[]): Span[] {
  const whole: Span[] = []
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else whole.push({ from, to })
  }
  return whole
}

/** The working time of a day that counts: after the start, outside what is suspended. */
export function counted({ from, calendar, stops }: Clock, day: number): readonly Span[] {
  if (stops.whole.some((w) => w.first <= day && day <= w.last)) return []
  const { windows } = calendar.at(day)
  if (windows[0] && windows[0].from >= from && stops.exact.length === 0) return windows
  const begun = windows.map((w) => ({ from: Math.max(w.from, from), to: w.to })).filter((w) => w.to > w.from)
  return stops.exact.reduce<readonly Span[]>((spans, cut) => spans.flatMap((span) => without(span, cut)), begun)
}

/** A day is not counted when it is suspended whole, or when exact spans fill its working hours. */
export function isStopped({ calendar, stops }: Clock, day: number): boolean {
  if (stops === noStops) return false
  if (stops.whole.some((w) => w.first <= day && day <= w.last)) return true
  if (stops.exact.length === 0) return false
  const { hours } = calendar.at(day)
  if (hours.some((h) => stops.touching.some((s) => s.from < h.to && s.to > h.from))) return true
  return hours.length > 0 && hours.every((h) => stops.exact.some((s) => s.from <= h.from && h.to <= s.to))
}

const wholeDay = (calendar: Calendar, number: number): Due => {
  const lastDay = dayAt(number)
  return { dueAt: calendar.endOfWork(lastDay), lastDay, expiresAt: startOf(number + 1) }
}

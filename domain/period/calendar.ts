import { z } from 'zod'
import { Day, dayAt, dayNumber, sinceMidnight, startOf, weekdayAt, type Instant } from '../time.ts'
import { lawfulHolidays } from './holiday-rules.ts'

/** 공휴일: the working days and hours of the hall. */

export const Holiday = z.strictObject({
  date: Day,
  name: z.string().min(1),
  kind: z.enum(['public', 'substitute', 'temporary', 'election', 'local']),
  basis: z.string().min(1),
  source: z.string().min(1),
  provisional: z.boolean(),
})
export type Holiday = z.infer<typeof Holiday>

/** From one clock time of a day to another. */
type Hours = { from: string; to: string }

/** How the days to decide an objection are counted: by the Civil Act, or in working days as a processing period. */
export const ObjectionCounting = z.enum(['civil', 'processing'])
export type ObjectionCounting = z.infer<typeof ObjectionCounting>

/** Where the law leaves a reading open, the hall chooses; the default is the first or the cautious one. */
export const CountingPolicy = z.strictObject({
  /** 시행령 제20조 with 행정절차법 시행령 제11조: a supplement in a period of hours stops whole days, or its exact span. */
  supplementHourMode: z.enum(['whole-days', 'exact']).default('whole-days'),
  /** 시행령 제20조 제2호: an outage stops a day that it fills, or every day that it touches. */
  outageDayMode: z.enum(['full-days-only', 'any-touch']).default('full-days-only'),
  /** 법 제19조: a period of up to 5 days extended beyond goes on in hours, or is counted in days. */
  extendedUnit: z.enum(['keep-hours', 'convert-to-days']).default('keep-hours'),
  /** 법 제35조 제2항: the 10 days for an objection by the Civil Act, or in working days. */
  objectionCounting: ObjectionCounting.default('civil'),
  /** Whether the first day is the day of a receipt after closing, or the day after. */
  nightReceiptCountsAsDayOne: z.boolean().default(true),
})
export type CountingPolicy = z.infer<typeof CountingPolicy>

type GivenHoliday = Pick<Holiday, 'date'> & Partial<Pick<Holiday, 'kind' | 'name' | 'provisional'>>

export type CalendarRules = {
  /** They cover a year with its public holidays; one of which they have single days goes by `lawfulHolidays` as well. */
  holidays: Iterable<GivenHoliday>
  /** 지방공무원 복무규정 제2조: 09:00–18:00 unless the hall says otherwise. */
  hours: Hours
  lunch?: Hours | undefined
  /** The evening on which the hall is open longer; 0 is Sunday. */
  night?: { weekday: number; until: string } | undefined
  /** Whether the evening counts as working hours (시행령 제8조의3 제3항, by ordinance); by default it does not. */
  nightCounts?: boolean
  policy?: z.input<typeof CountingPolicy> | undefined
}

/** A stretch of working time: from its first instant up to, not including, its last. */
export type Span = { from: Instant; to: Instant }

/** What the calendar knows of one day. */
type WorkDay = {
  off: boolean
  /** The hours of such a weekday, even when it is off. */
  hours: readonly Span[]
  /** The working time: the hours, or nothing on a day off. */
  windows: readonly Span[]
}

export type Calendar = {
  /** Saturdays, Sundays and holidays are not counted (민원처리법 제19조). */
  isOff(day: Day): boolean
  /** The name of the holiday on a day; undefined on any other day, and where the holiday was given without a name. */
  holidayName(day: Day): string | undefined
  /** Whether the holidays of the day's year are not all known yet: a date on it may still change. */
  isProvisional(day: Day): boolean
  windows(day: Day): readonly Span[]
  /** When the working day ends, as a due day is shown. */
  endOfWork(day: Day): Instant
  nextWorkingDay(day: Day): Day
  /** The day itself, or the last working day before it. */
  lastWorkingDay(day: Day): Day
  /** The last day of the last year that the given holidays cover; the rules of the decree go on after it. */
  knownUntil: Day
  policy: CountingPolicy
  /** The same by the number of the day, computed once: for loops over many cases. */
  at(number: number): WorkDay
}

/** The calendar of a hall. */
export function makeCalendar(rules: CalendarRules): Calendar {
  const names = namesOf([...rules.holidays])
  const known = new Map<number, WorkDay>()

  function at(number: number): WorkDay {
    const had = known.get(number)
    if (had) return had
    const off = [0, 6].includes(weekdayAt(number)) || names.at(number) !== undefined
    const hours = hoursOf(number, rules)
    const made = { off, hours, windows: off ? [] : hours }
    known.set(number, made)
    return made
  }
  function nextWorkingDay(day: Day): Day {
    let number = dayNumber(day)
    while (at(number).off) number += 1
    return dayAt(number)
  }
  function lastWorkingDay(day: Day): Day {
    let number = dayNumber(day)
    while (at(number).off) number -= 1
    return dayAt(number)
  }
  return {
    at,
    nextWorkingDay,
    lastWorkingDay,
    knownUntil: names.knownUntil,
    isProvisional: names.isProvisional,
    policy: CountingPolicy.parse(rules.policy ?? {}),
    isOff: (day) => at(dayNumber(day)).off,
    holidayName: (day) => names.at(dayNumber(day)) || undefined,
    windows: (day) => at(dayNumber(day)).windows,
    endOfWork: (day) => startOf(dayNumber(day)) + sinceMidnight(rules.hours.to),
  }
}

/** A published calendar has more public holidays in a year; fewer were entered singly and do not cover it. */
const aYearful = 10

/** The names of the holidays: as given, and by the rules in a year that is not covered; '' where there is no name. */
function namesOf(given: readonly GivenHoliday[]) {
  const names = new Map(given.map((h) => [dayNumber(h.date), h.name ?? '']))
  const ofYears = Map.groupBy(
    given.filter((h) => !h.kind || h.kind === 'public'),
    (h) => h.date.slice(0, 4),
  )
  const covering = [...ofYears].filter(([, days]) => new Set(days.map((h) => h.date)).size >= aYearful)
  const covered = new Set(covering.map(([year]) => year))
  const settled = new Set(covering.filter(([, days]) => days.some((h) => !h.provisional)).map(([year]) => year))
  const ruled = new Map<string, ReadonlyMap<number, string>>()

  function byRule(year: string): ReadonlyMap<number, string> {
    const had = ruled.get(year)
    if (had) return had
    const made = new Map(lawfulHolidays(Number(year)).map((h) => [dayNumber(h.date), h.name]))
    ruled.set(year, made)
    return made
  }
  function at(number: number): string | undefined {
    const name = names.get(number)
    if (name !== undefined) return name
    const year = dayAt(number).slice(0, 4)
    return covered.has(year) ? undefined : byRule(year).get(number)
  }
  return {
    at,
    isProvisional: (day: Day) => !settled.has(day.slice(0, 4)),
    knownUntil: `${[...covered].toSorted().at(-1) ?? '0000'}-12-31`,
  }
}

function hoursOf(number: number, { hours, lunch, night, nightCounts }: CalendarRules): Span[] {
  const midnight = startOf(number)
  const span = (from: string, to: string): Span => ({
    from: midnight + sinceMidnight(from),
    to: midnight + sinceMidnight(to),
  })
  const whole = span(hours.from, hours.to)
  const day = lunch ? without(whole, span(lunch.from, lunch.to)) : [whole]
  const evening = nightCounts && night?.weekday === weekdayAt(number) ? [span(hours.to, night.until)] : []
  return [...day, ...evening].filter((s) => s.to > s.from)
}

/** What remains of a span when another is cut out of it. */
export const without = (span: Span, cut: Span): Span[] =>
  [
    { from: span.from, to: Math.min(span.to, cut.from) },
    { from: Math.max(span.from, cut.to), to: span.to },
  ].filter((s) => s.to > s.from)

import { z } from 'zod'
import { addDays, Day, instantOf, weekday, type Instant } from './time.ts'

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

const clock = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/)
const Hours = z.strictObject({ from: clock, to: clock })
export type Hours = z.infer<typeof Hours>

export type CalendarRules = {
  holidays: Iterable<Pick<Holiday, 'date'>>
  /** 지방공무원 복무규정 제2조: 09:00–18:00 unless the hall says otherwise. */
  hours: Hours
  lunch: Hours
  /** The evening on which the hall is open longer; 0 is Sunday. */
  night?: { weekday: number; until: string } | undefined
  /** Whether the evening counts as working hours (시행령 제8조의3 제3항, by ordinance); by default it does not. */
  nightCounts?: boolean
}

/** A stretch of working time: from its first instant up to, not including, its last. */
export type Span = { from: Instant; to: Instant }

export type Calendar = {
  /** Saturdays, Sundays and holidays are not counted (민원처리법 제19조). */
  isOff(day: Day): boolean
  windows(day: Day): readonly Span[]
  /** When the working day ends, as a due day is shown. */
  endOfWork(day: Day): Instant
  nextWorkingDay(day: Day): Day
  /** The last day of the last year with a known holiday; weekends alone are off after it. */
  knownUntil: Day
}

/** The calendar of a hall. */
export function makeCalendar(rules: CalendarRules): Calendar {
  const holidays = new Set([...rules.holidays].map((h) => h.date))
  const last = [...holidays].toSorted().at(-1)
  const known = new Map<Day, readonly Span[]>()
  const isOff = (day: Day) => [0, 6].includes(weekday(day)) || holidays.has(day)

  function windows(day: Day): readonly Span[] {
    const had = known.get(day)
    if (had) return had
    const spans = isOff(day) ? [] : spansOf(day, rules)
    known.set(day, spans)
    return spans
  }
  function nextWorkingDay(day: Day): Day {
    return isOff(day) ? nextWorkingDay(addDays(day, 1)) : day
  }
  return {
    ...{ isOff, windows, nextWorkingDay },
    endOfWork: (day) => instantOf(day, rules.hours.to),
    knownUntil: `${last?.slice(0, 4) ?? '0000'}-12-31`,
  }
}

function spansOf(day: Day, { hours, lunch, night, nightCounts }: CalendarRules): Span[] {
  const span = (from: string, to: string): Span => ({ from: instantOf(day, from), to: instantOf(day, to) })
  const evening = nightCounts && night?.weekday === weekday(day) ? [span(hours.to, night.until)] : []
  return [span(hours.from, lunch.from), span(lunch.to, hours.to), ...evening]
}

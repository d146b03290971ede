import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readHolidays } from '../../../db/manual/holidays.ts'
import { makeCalendar, type Calendar, type CalendarRules } from '../../../domain/period/calendar.ts'
import { due, type Suspension, type Term } from '../../../domain/period/deadline.ts'
import { lawfulHolidays } from '../../../domain/period/holiday-rules.ts'
import { dayAt, dayNumber, dayOf, instantOf, isoOf, startOfDay } from '../../../domain/time.ts'

const found = readHolidays(join(import.meta.dirname, '../../../manual'))
const holidays = 'faults' in found ? [] : found
const usual = { hours: { from: '09:00', to: '18:00' }, lunch: { from: '12:00', to: '13:00' } }
const calendarWith = (rules: Partial<CalendarRules> = {}) => makeCalendar({ holidays, ...usual, ...rules })
const calendar = calendarWith()
const written = (moment: number) => isoOf(moment).slice(0, 16).replace('T', ' ')
const days = (value: number): Term => ({ unit: 'days', value })
const months = (value: number): Term => ({ unit: 'months', value })
const now: Term = { unit: 'immediate', value: 3 }

/** The slow way: minute by minute and day by day, by the dates of the language; only the answers are shared. */
function slowly(term: Term, from: number, off: ReadonlySet<string>, stops: readonly Suspension[]): string | undefined {
  const minute = 60_000
  const seoul = (t: number) => new Date(t + 9 * 3_600_000)
  const date = (t: number) => seoul(t).toISOString().slice(0, 10)
  const isOff = (t: number) => [0, 6].includes(seoul(t).getUTCDay()) || off.has(date(t))
  const inWhole = (t: number) =>
    stops.some((s) => s.mode !== 'exact' && date(s.from) <= date(t) && date(t) <= date(s.to))
  const inExact = (t: number) => stops.some((s) => s.mode === 'exact' && s.from <= t && t < s.to)
  const isHour = (t: number) => [9, 10, 11, 13, 14, 15, 16, 17].includes(seoul(t).getUTCHours())
  if (term.unit === 'immediate' || term.unit === 'workHours' || (term.unit === 'days' && term.value <= 5)) {
    let left = term.unit === 'immediate' ? 180 : term.value * (term.unit === 'days' ? 480 : 60)
    // A stop of whole days gives the day on which it begins back, as long as time is left when it begins.
    const hasBegun = (t: number) => inWhole(t) && stops.some((s) => s.mode !== 'exact' && s.from <= t && inDay(s, t))
    const inDay = (s: Suspension, t: number) => date(s.from) <= date(t) && date(t) <= date(s.to)
    let t = from
    for (let today = 0; left > 0 || hasBegun(t); t += minute) {
      if (date(t) !== date(t - minute)) today = 0
      if (hasBegun(t)) {
        left += today
        today = 0
      } else if (isHour(t) && !isOff(t) && !inExact(t)) {
        left -= 1
        today += 1
      }
    }
    return written(t)
  }
  const midnight = Date.parse(`${date(from)}T00:00:00+09:00`)
  const day = 24 * 60 * minute
  const isStopped = (t: number) => {
    if (inWhole(t)) return true
    if (!inExact(t + 9 * 60 * minute)) return false
    return Array.from({ length: 24 * 60 }, (_, m) => t + m * minute).every((each) => !isHour(each) || inExact(each))
  }
  if (term.unit === 'days') {
    let t = midnight
    for (let left = term.value; ; t += day) {
      if (!isOff(t) && !isStopped(t)) left -= 1
      if (left === 0) return `${date(t)} 18:00`
    }
  }
  const [y, m, d] = date(from).split('-').map(Number) as [number, number, number]
  const span = { weeks: 0, hours: 0, calendarDays: 0, months: term.value, years: 12 * term.value }[term.unit]
  const lastOfMonth = new Date(Date.UTC(y, m + span, 0)).getUTCDate()
  const end =
    term.unit === 'weeks' || term.unit === 'calendarDays'
      ? Date.UTC(y, m - 1, d + (term.unit === 'weeks' ? 7 * term.value - 1 : term.value))
      : Date.UTC(y, m - 1 + span, d > lastOfMonth ? lastOfMonth : d - 1)
  // By the Civil Act the first day is left out.
  const leftOut = term.unit === 'calendarDays' ? 1 : 0
  let t = midnight + leftOut * day
  for (let left = (end - Date.UTC(y, m - 1, d)) / day + 1 - leftOut; ; t += day) {
    if (!isStopped(t)) left -= 1
    if (left <= 0 && !isStopped(t) && !isOff(t)) return `${date(t)} 18:00`
  }
}

const first = startOfDay('2026-01-01')
const moments = fc.integer({ min: 0, max: 700 * 1440 }).map((minutes) => first + minutes * 60_000)
const terms: fc.Arbitrary<Term> = fc.oneof(
  fc.constant(now),
  fc.integer({ min: 1, max: 12 }).map((value): Term => ({ unit: 'workHours', value })),
  fc.integer({ min: 1, max: 40 }).map(days),
  fc.integer({ min: 1, max: 6 }).map((value): Term => ({ unit: 'weeks', value })),
  fc.integer({ min: 1, max: 90 }).map((value): Term => ({ unit: 'calendarDays', value })),
  fc.integer({ min: 1, max: 14 }).map(months),
  fc.constant<Term>({ unit: 'years', value: 1 }),
)
const suspensions = fc
  .tuple(moments, fc.integer({ min: 0, max: 12 * 1440 }), fc.constantFrom('whole-days' as const, 'exact' as const))
  .map(([from, minutes, mode]): Suspension => ({ from, to: from + minutes * 60_000, mode }))
/** Some near the receipt, where they matter. */
const near = (from: number) =>
  fc.array(
    suspensions.map((s) => ({ ...s, from: from + (s.from % 3e9), to: from + (s.from % 3e9) + s.to - s.from })),
    { maxLength: 3 },
  )
const situations = moments.chain((from) => fc.record({ from: fc.constant(from), term: terms, stops: near(from) }))
const lateness = (term: Term, from: number, by: Calendar, stops: readonly Suspension[] = []) =>
  due(term, from, by, { suspensions: stops })?.dueAt ?? NaN

describe('whatever the case', () => {
  test('the fast way and the slow way agree', () => {
    const later = [2029, 2030, 2031].flatMap(lawfulHolidays)
    const off = new Set([...holidays, ...later].map((h) => h.date))
    fc.assert(
      fc.property(situations, ({ from, term, stops }) => {
        expect(written(lateness(term, from, calendar, stops))).toBe(slowly(term, from, off, stops))
      }),
      { numRuns: 200 },
    )
  })

  test('a further suspension never brings the date forward', () => {
    fc.assert(
      fc.property(situations, suspensions, ({ from, term, stops }, more) => {
        const before = lateness(term, from, calendar, stops)
        expect(lateness(term, from, calendar, [...stops, more])).toBeGreaterThanOrEqual(before)
      }),
      { numRuns: 500 },
    )
  })

  test('a further holiday never brings the date forward', () => {
    fc.assert(
      fc.property(situations, fc.integer({ min: 0, max: 60 }), ({ from, term, stops }, later) => {
        const date = dayAt(dayNumber(dayOf(from)) + later)
        const longer = calendarWith({ holidays: [...holidays, { date }] })
        expect(lateness(term, from, longer, stops)).toBeGreaterThanOrEqual(lateness(term, from, calendar, stops))
      }),
      { numRuns: 300 },
    )
  })

  test('a later receipt is never due earlier, and nothing is due before its receipt', () => {
    fc.assert(
      fc.property(situations, fc.integer({ min: 0, max: 20_000 }), ({ from, term, stops }, minutes) => {
        const later = from + minutes * 60_000
        // Months differ in length: what was suspended before the later receipt prolongs only the earlier one.
        const isEven = term.unit !== 'months' && term.unit !== 'years'
        const both = stops.filter((s) => isEven || s.from > later)
        expect(lateness(term, later, calendar, both)).toBeGreaterThanOrEqual(lateness(term, from, calendar, both))
        const end = due(term, from, calendar, { suspensions: stops })
        expect(end?.expiresAt).toBeGreaterThan(from)
        expect(end && calendar.isOff(end.lastDay)).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  test('a period of hours ends at the same clock time so many working days later, inside the hours', () => {
    const inside = fc.integer({ min: 1, max: 179 })
    fc.assert(
      fc.property(moments, inside, fc.integer({ min: 1, max: 5 }), (from, minutes, value) => {
        const start = instantOf(calendar.nextWorkingDay(dayOf(from)), '09:00') + minutes * 60_000
        const end = lateness(days(value), start, calendar)
        expect(isoOf(end).slice(11)).toBe(isoOf(start).slice(11))
        expect(lateness(days(6), start, calendar)).toBe(lateness(days(6), start + 3_600_000, calendar))
      }),
    )
  })
})

test('ten thousand cases are computed anew faster than half a million dates are written', () => {
  const cases = Array.from({ length: 10_000 }, (_, i) => {
    const from = first + ((i * 7919) % (500 * 1440)) * 60_000
    const term = [now, days(1 + (i % 60)), months(1 + (i % 12))][i % 3] ?? now
    const stops: Suspension[] = i % 4 === 0 ? [{ from: from + 1e8, to: from + 9e8, reason: 'supplement' }] : []
    return { from, term, stops }
  })
  const fastest = (work: () => void) =>
    Math.min(
      ...Array.from({ length: 3 }, () => {
        const start = performance.now()
        work()
        return performance.now() - start
      }),
    )
  const computed = fastest(() => {
    const fresh = calendarWith()
    for (const { from, term, stops } of cases) due(term, from, fresh, { suspensions: stops })
  })
  // A yardstick of about 200 ms on an office PC, which slows down with the machine that the test runs on.
  const yardstick = fastest(() => {
    for (let i = 0; i < 500_000; i += 1) new Date(first + i).toISOString()
  })
  expect(computed / yardstick).toBeLessThan(1)
})

import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readHolidays } from '../../../db/manual/holidays.ts'
import { makeCalendar } from '../../../domain/period/calendar.ts'
import { explainDue } from '../../../domain/period/deadline-steps.ts'
import { civilDue, due, objectionDue, type Suspension, type Term } from '../../../domain/period/deadline.ts'
import { lawfulHolidays } from '../../../domain/period/holiday-rules.ts'
import { addDays, dayOf, instantOf, startOfDay } from '../../../domain/time.ts'

/** What no case may ever do, whatever its dates; a failure prints the seed that plays it again. */

const found = readHolidays(join(import.meta.dirname, '../../../manual'))
const holidays = 'faults' in found ? [] : found
const usual = { hours: { from: '09:00', to: '18:00' }, lunch: { from: '12:00', to: '13:00' } }
const calendar = makeCalendar({ holidays, ...usual })
const processing = makeCalendar({ holidays, ...usual, policy: { objectionCounting: 'processing' } })
const days = (value: number): Term => ({ unit: 'days', value })
const now: Term = { unit: 'immediate', value: 3 }

const minute = 60_000
const between = (first: string, last: string) =>
  fc.integer({ min: startOfDay(first) / minute, max: startOfDay(last) / minute }).map((minutes) => minutes * minute)
/** In the years of the table, at its end, and far beyond it. */
const moments = fc.oneof(
  between('2026-01-01', '2027-12-31'),
  between('2028-06-01', '2029-03-01'),
  between('2029-01-01', '2060-01-01'),
)
const terms: fc.Arbitrary<Term> = fc.oneof(
  fc.constant(now),
  fc.integer({ min: 1, max: 12 }).map((value): Term => ({ unit: 'workHours', value })),
  fc.integer({ min: 1, max: 60 }).map(days),
  fc.integer({ min: 1, max: 8 }).map((value): Term => ({ unit: 'weeks', value })),
  fc.integer({ min: 14, max: 90 }).map((value): Term => ({ unit: 'calendarDays', value })),
  fc.integer({ min: 1, max: 14 }).map((value): Term => ({ unit: 'months', value })),
)
const civilTerms = fc.integer({ min: 1, max: 90 }).map(days)
const minutes = fc.integer({ min: 0, max: 20_000 })
const stops = (from: number) =>
  fc.array(
    fc
      .record({
        after: fc.integer({ min: -2000, max: 40_000 }),
        length: fc.integer({ min: 0, max: 10_000 }),
        reason: fc.constantFrom('supplement' as const, 'outage' as const, 'verification' as const, 'hearing' as const),
      })
      .map(({ after, length, reason }): Suspension => {
        const begun = from + after * minute
        return { from: begun, to: begun + length * minute, reason }
      }),
    { maxLength: 3 },
  )
const situations = moments.chain((from) =>
  fc.record({ from: fc.constant(from), term: terms, suspensions: stops(from), extended: fc.nat({ max: 2 }) }),
)
/** Extended by the same as the period, as often as the law may allow. */
const longer = (term: Term, times: number): Term[] =>
  Array.from({ length: times }, () => (term.unit === 'immediate' ? { unit: 'workHours', value: 3 } : term))
const property = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void) =>
  fc.assert(fc.property(arbitrary, holds), { numRuns: 400 })

describe('a processing period', () => {
  test('is never due earlier by an extension', () => {
    property(situations, ({ from, term, suspensions, extended }) => {
      const dueBy = (n: number) => due(term, from, calendar, { suspensions, extensions: longer(term, n) })?.dueAt
      expect(dueBy(extended + 1)).toBeGreaterThan(dueBy(extended) ?? NaN)
    })
  })

  test('extended or not, is never due earlier by a suspension, a holiday or a later receipt', () => {
    const more = fc.record({ situation: situations, later: minutes, day: fc.nat({ max: 90 }) })
    property(more, ({ situation: { from, term, suspensions, extended }, later, day }) => {
      const extensions = longer(term, extended)
      const dueAt = due(term, from, calendar, { suspensions, extensions })?.dueAt ?? NaN
      const extra: Suspension = { from: from + later * minute, to: from + 2 * later * minute, reason: 'hearing' }
      const stopped = due(term, from, calendar, { suspensions: [...suspensions, extra], extensions })?.dueAt
      expect(stopped).toBeGreaterThanOrEqual(dueAt)
      const date = addDays(dayOf(from), day)
      const festive = makeCalendar({ holidays: [...holidays, { date, kind: 'temporary' }], ...usual })
      expect(due(term, from, festive, { suspensions, extensions })?.dueAt).toBeGreaterThanOrEqual(dueAt)
      // Months differ in length: what was suspended before the later receipt prolongs only the earlier one.
      const isEven = term.unit !== 'months' && term.unit !== 'years'
      const both = { suspensions: suspensions.filter((s) => isEven || s.from > from + later * minute), extensions }
      const postponed = due(term, from + later * minute, calendar, both)?.dueAt
      expect(postponed).toBeGreaterThanOrEqual(due(term, from, calendar, both)?.dueAt ?? NaN)
    })
  })

  test('in hours ends inside the working time, or at the end of a part of it', () => {
    property(situations, ({ from, suspensions }) => {
      const end = due(days(3), from, calendar, { suspensions })
      if (!end) throw new Error('there is no date')
      expect(calendar.windows(end.lastDay).some((w) => w.from < end.dueAt && end.dueAt <= w.to)).toBe(true)
      expect(end.expiresAt).toBe(end.dueAt)
    })
  })

  test('in days ends at closing and expires at the midnight after it', () => {
    property(situations, ({ from, suspensions }) => {
      const end = due(days(6), from, calendar, { suspensions })
      expect(end?.dueAt).toBe(end && instantOf(end.lastDay, '18:00'))
      expect(end?.expiresAt).toBe(end && startOfDay(addDays(end.lastDay, 1)))
    })
  })

  test('begins alike wherever nobody works: over lunch, in the night and on a day off', () => {
    property(fc.record({ from: moments, value: fc.integer({ min: 1, max: 5 }) }), ({ from, value }) => {
      const day = calendar.nextWorkingDay(dayOf(from))
      const dueFrom = (clock: string, on = day) => due(days(value), instantOf(on, clock), calendar)?.dueAt
      expect(dueFrom('12:30')).toBe(dueFrom('13:00'))
      expect(dueFrom('12:00')).toBe(dueFrom('13:00'))
      const next = calendar.nextWorkingDay(addDays(day, 1))
      expect([dueFrom('18:00'), dueFrom('23:59'), dueFrom('08:59', next)]).toEqual(
        Array.from({ length: 3 }, () => dueFrom('09:00', next)),
      )
    })
  })
})

describe('a civil period and an objection', () => {
  test('are never due earlier by a later start, by more days, by a suspension or by a holiday', () => {
    const some = fc.record({ from: moments, term: civilTerms, later: minutes, day: fc.nat({ max: 120 }) })
    property(some, ({ from, term, later, day }) => {
      const end = civilDue(term, from, calendar)?.dueAt ?? NaN
      expect(civilDue(term, from + later * minute, calendar)?.dueAt).toBeGreaterThanOrEqual(end)
      expect(civilDue(days(term.value + 1), from, calendar)?.dueAt).toBeGreaterThanOrEqual(end)
      expect(civilDue(term, from, calendar, { extensions: [days(1 + (day % 10))] })?.dueAt).toBeGreaterThanOrEqual(end)
      const stop: Suspension = { from: from + later * minute, to: from + (later + 3000) * minute }
      expect(civilDue(term, from, calendar, { suspensions: [stop] })?.dueAt).toBeGreaterThanOrEqual(end)
      const extra = { date: addDays(dayOf(from), day), kind: 'temporary' as const }
      const festive = makeCalendar({ holidays: [...holidays, extra], ...usual })
      expect(civilDue(term, from, festive)?.dueAt).toBeGreaterThanOrEqual(end)
    })
  })

  test('end on a working day, and an unrolled period exactly so many days later', () => {
    property(fc.record({ from: moments, term: civilTerms }), ({ from, term }) => {
      const end = civilDue(term, from, calendar)
      expect(end && calendar.isOff(end.lastDay)).toBe(false)
      expect(civilDue(term, from, calendar, { rolls: false })?.lastDay).toBe(addDays(dayOf(from), term.value))
    })
  })

  test('are decided later the later the objection is filed and the longer it is extended', () => {
    const some = fc.record({ filed: moments, later: minutes, by: fc.nat({ max: 9 }) })
    property(some, ({ filed, later, by }) => {
      for (const reading of [calendar, processing]) {
        const end = objectionDue(filed, reading, by)?.dueAt ?? NaN
        expect(objectionDue(filed + later * minute, reading, by)?.dueAt).toBeGreaterThanOrEqual(end)
        expect(objectionDue(filed, reading, by + 1)?.dueAt).toBeGreaterThanOrEqual(end)
        const last = objectionDue(filed, reading, by)?.lastDay
        expect(last !== undefined && reading.isOff(last)).toBe(false)
      }
    })
  })
})

describe('beyond the last year of the table', () => {
  test('every case has a date, provisional, and never on a day that the decree makes a holiday', () => {
    const later = between('2029-01-01', '2090-01-01')
    property(fc.record({ from: later, term: terms }), ({ from, term }) => {
      const last = explainDue(term, from, calendar).at(-1)
      if (last?.step !== 'due') throw new Error('there is no date')
      expect(last.provisional).toBe(true)
      const { lastDay } = last.due
      expect(lawfulHolidays(Number(lastDay.slice(0, 4))).some((h) => h.date === lastDay)).toBe(false)
    })
  })

  test('a case of a settled year that ends in one is not provisional', () => {
    property(fc.record({ from: between('2026-01-01', '2027-10-01'), term: civilTerms }), ({ from, term }) => {
      const last = explainDue({ ...term, value: Math.min(term.value, 40) }, from, calendar).at(-1)
      expect(last).toMatchObject({ step: 'due', provisional: false })
    })
  })
})

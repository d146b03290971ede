import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CountingPolicy, makeCalendar } from '../../domain/period/calendar.ts'
import { explainDue } from '../../domain/period/deadline-steps.ts'
import { due, type Suspension, type Term } from '../../domain/period/deadline.ts'
import { instantOf, isoOf } from '../../domain/time.ts'

/** 시스템 장애 (시행령 제20조 제2호): whatever the hall chose, an outage never brings a date forward, nor does an extension. */

const minute = 60_000
const from = instantOf('2026-06-01', '09:00')
const policies = fc.record({
  supplementHourMode: fc.constantFrom(...CountingPolicy.shape.supplementHourMode.unwrap().options),
  outageDayMode: fc.constantFrom(...CountingPolicy.shape.outageDayMode.unwrap().options),
  extendedUnit: fc.constantFrom(...CountingPolicy.shape.extendedUnit.unwrap().options),
  nightReceiptCountsAsDayOne: fc.boolean(),
})
const days = (value: number): Term => ({ unit: 'days', value })
const span = (reason: 'outage' | 'supplement' | 'verification') =>
  fc.record({ after: fc.nat(20_000), length: fc.nat(4000) }).map(({ after, length }): Suspension => {
    const begun = from + after * minute
    return { from: begun, to: begun + length * minute, reason }
  })
/** Outages of a part of the day, day after day: in hours they take much, in days nothing. */
const partly = fc
  .array(fc.record({ begin: fc.integer({ min: 540, max: 700 }), length: fc.integer({ min: 60, max: 400 }) }), {
    maxLength: 12,
  })
  .map((parts) =>
    parts.map(({ begin, length }, day): Suspension => {
      const begun = from + (day * 1440 + begin - 540) * minute
      return { from: begun, to: begun + length * minute, reason: 'outage' }
    }),
  )
const situations = fc.record({
  policy: policies,
  later: fc.nat(10_000),
  value: fc.integer({ min: 1, max: 12 }),
  extensions: fc.array(fc.integer({ min: 1, max: 6 }).map(days), { maxLength: 2 }),
  suspensions: fc.array(fc.oneof(span('outage'), span('supplement'), span('verification')), { maxLength: 3 }),
  outage: span('outage'),
  outages: partly,
})
const calendarOf = (policy: Partial<CountingPolicy>) =>
  makeCalendar({ holidays: [], hours: { from: '09:00', to: '18:00' }, lunch: { from: '12:00', to: '13:00' }, policy })

test('an outage, partial or whole, never brings a date forward', () => {
  fc.assert(
    fc.property(situations, ({ policy, later, value, extensions, suspensions, outage }) => {
      const dueWith = (more: Suspension[]) =>
        due(days(value), from + later * minute, calendarOf(policy), {
          extensions,
          suspensions: [...suspensions, ...more],
        })?.dueAt ?? NaN
      expect(dueWith([outage])).toBeGreaterThanOrEqual(dueWith([]))
    }),
    { numRuns: 1000 },
  )
})

test('an outage that ends as the work begins, or begins as it ends, touches no day', () => {
  const calendar = calendarOf({ outageDayMode: 'any-touch' })
  const until = (begin: string, end: string) => {
    const suspensions: Suspension[] = [
      { from: instantOf('2026-06-02', begin), to: instantOf('2026-06-02', end), reason: 'outage' },
    ]
    return due(days(10), from, calendar, { suspensions, extensions: [] })?.lastDay
  }
  expect(['08:00', '18:00'].map((begin) => until(begin, begin === '08:00' ? '09:00' : '19:00'))).toEqual(
    Array.from({ length: 2 }, () => until('20:00', '21:00')),
  )
  expect(until('08:00', '09:01')).not.toBe(until('08:00', '09:00'))
})

test('an extension never brings a date forward, though it turns hours into days that a partial outage does not stop', () => {
  fc.assert(
    fc.property(situations, ({ policy, later, value, extensions, suspensions, outages }) => {
      const at = from + later * minute
      const calendar = calendarOf(policy)
      const of = (nth: number) => ({ extensions: extensions.slice(0, nth), suspensions: [...suspensions, ...outages] })
      for (const nth of extensions.keys()) {
        const end = due(days(value), at, calendar, of(nth + 1))
        expect(end?.dueAt).toBeGreaterThanOrEqual(due(days(value), at, calendar, of(nth))?.dueAt ?? NaN)
        expect(explainDue(days(value), at, calendar, of(nth + 1)).at(-1)).toMatchObject({ step: 'due', due: end })
      }
    }),
    { numRuns: 1000 },
  )
})

test('a five-day period of which an outage took half of each day keeps its date when a day more turns it into days', () => {
  const calendar = calendarOf({ extendedUnit: 'convert-to-days' })
  const suspensions = ['06-01', '06-02', '06-03', '06-04', '06-05'].map((day): Suspension => ({
    from: instantOf(`2026-${day}`, '09:00'),
    to: instantOf(`2026-${day}`, '17:00'),
    reason: 'outage',
  }))
  const until = (extensions: Term[]) => {
    const end = due(days(5), from, calendar, { suspensions, extensions })
    return end && isoOf(end.dueAt).slice(0, 16)
  }
  expect(until([])).toBe('2026-06-12T14:00')
  expect(until([days(1)])).toBe('2026-06-12T14:00')
  expect(until([days(5)])).toBe('2026-06-15T18:00')
})

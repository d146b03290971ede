import { expect, test } from 'vitest'
import { calendarOf } from '../../domain/hall-calendar.ts'
import type { HallProfile } from '../../domain/manual/manual.ts'
import { due, objectionDue, type Suspension, type Term } from '../../domain/period/deadline.ts'
import { instantOf, isoOf } from '../../domain/time.ts'
import { profile } from '../simulation/fixture.ts'

/** The settings of the hall that change a due date: each through the profile that the folder of the institution sets. */

const at = (text: string) => instantOf(text.slice(0, 10), text.slice(11))
const days = (value: number): Term => ({ unit: 'days', value })
const span = (from: string, to: string, reason: Suspension['reason']): Suspension => ({
  from: at(from),
  to: at(to),
  reason,
})

type Case = { term: Term; from: string; suspensions?: Suspension[]; extensions?: Term[] }
const supplement = [span('2026-03-09 16:00', '2026-03-11 11:00', 'supplement')]
const outage = [span('2026-06-11 14:00', '2026-06-11 17:00', 'outage')]
const night = { weekday: 2, until: '21:00', counts: true }

const settings: [name: string, change: Partial<HallProfile>, of: Case, usually: string, then: string][] = [
  [
    'supplementHourMode',
    { counting: { supplementHourMode: 'exact' } },
    { term: days(3), from: '2026-03-09 10:00', suspensions: supplement },
    ...(['2026-03-16 18:00', '2026-03-13 15:00'] as const),
  ],
  [
    'outageDayMode',
    { counting: { outageDayMode: 'any-touch' } },
    { term: days(7), from: '2026-06-09 10:00', suspensions: outage },
    ...(['2026-06-17 18:00', '2026-06-18 18:00'] as const),
  ],
  [
    'extendedUnit',
    { counting: { extendedUnit: 'convert-to-days' } },
    { term: days(3), from: '2026-06-08 10:00', extensions: [days(3)] },
    ...(['2026-06-16 10:00', '2026-06-15 18:00'] as const),
  ],
  [
    'nightReceiptCountsAsDayOne',
    { counting: { nightReceiptCountsAsDayOne: false } },
    { term: days(6), from: '2026-03-10 19:30' },
    ...(['2026-03-17 18:00', '2026-03-18 18:00'] as const),
  ],
  [
    'night.counts',
    { night },
    { term: { unit: 'immediate', value: 3 }, from: '2026-03-10 19:30' },
    ...(['2026-03-11 12:00', '2026-03-11 10:30'] as const),
  ],
  [
    'lunch',
    { lunch: { from: '11:30', to: '12:30' } },
    { term: { unit: 'immediate', value: 3 }, from: '2026-03-10 09:00' },
    ...(['2026-03-10 12:00', '2026-03-10 13:00'] as const),
  ],
  [
    'hours',
    { hours: { from: '10:00', to: '19:00' } },
    { term: days(1), from: '2026-03-10 09:30' },
    ...(['2026-03-11 09:30', '2026-03-10 19:00'] as const),
  ],
]

test.each(settings)(
  '%s of the profile changes the due date',
  (_name, change, { term, from, ...rest }, usually, then) => {
    const by = (changed: Partial<HallProfile>) => {
      const calendar = calendarOf({ profile: { ...profile(1), ...changed }, holidays: new Map() })
      const end = due(term, at(from), calendar, rest)
      return end && isoOf(end.dueAt).slice(0, 16).replace('T', ' ')
    }
    expect([by({}), by(change)]).toEqual([usually, then])
  },
)

test('objectionCounting of the profile changes when an objection is decided', () => {
  const by = (counting: HallProfile['counting']) =>
    objectionDue(at('2026-03-10 10:00'), calendarOf({ profile: { ...profile(1), counting }, holidays: new Map() }))
      ?.lastDay
  expect([by(undefined), by({ objectionCounting: 'processing' })]).toEqual(['2026-03-20', '2026-03-23'])
})

test('an evening that does not count changes nothing', () => {
  const calendar = calendarOf({ profile: { ...profile(1), night: { ...night, counts: false } }, holidays: new Map() })
  expect(calendar.windows('2026-03-10')).toHaveLength(2)
})

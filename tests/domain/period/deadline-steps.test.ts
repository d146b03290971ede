import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readHolidays } from '../../../db/manual/holidays.ts'
import { makeCalendar, type CalendarRules } from '../../../domain/period/calendar.ts'
import { explainCivil, explainDue, explainObjection, type DueStep } from '../../../domain/period/deadline-steps.ts'
import { civilDue, due, objectionDue, type Suspension, type Term } from '../../../domain/period/deadline.ts'
import { dayNumber, dayNumberOf, dayOf, instantOf, isoOf, startOfDay } from '../../../domain/time.ts'

const found = readHolidays(join(import.meta.dirname, '../../../manual'))
const holidays = 'faults' in found ? [] : found
const usual = { hours: { from: '09:00', to: '18:00' }, lunch: { from: '12:00', to: '13:00' } }
const calendarWith = (rules: Partial<CalendarRules> = {}) => makeCalendar({ holidays, ...usual, ...rules })
const calendar = calendarWith()

const at = (text: string) => instantOf(text.slice(0, 10), text.slice(11))
const written = (moment: number | undefined) => moment && isoOf(moment).slice(0, 16).replace('T', ' ')
const days = (value: number): Term => ({ unit: 'days', value })
const now: Term = { unit: 'immediate', value: 3 }
const stop = (from: string, to: string, rest: Partial<Suspension> = {}): Suspension => ({
  from: at(from),
  to: at(to),
  ...rest,
})
type Step<S extends DueStep['step']> = Extract<DueStep, { step: S }>
const only = <S extends DueStep['step']>(steps: readonly DueStep[], step: S) =>
  steps.filter((s): s is Step<S> => s.step === step)
const begins = (term: Term, from: string, rules: Partial<CalendarRules> = {}) => {
  const [{ day, at: instant, why, holiday } = { day: '' }] = only(
    explainDue(term, at(from), calendarWith(rules)),
    'begins',
  )
  return [instant === undefined ? day : written(instant), why, holiday].filter((part) => part !== undefined)
}

describe('where counting begins', () => {
  test('in hours: at the receipt, or at the next working time with the reason', () => {
    expect(begins(now, '2026-03-10 10:00')).toEqual(['2026-03-10 10:00'])
    expect(begins(now, '2026-03-10 08:59')).toEqual(['2026-03-10 09:00', 'beforeOpening'])
    expect(begins(now, '2026-03-10 12:00')).toEqual(['2026-03-10 13:00', 'lunch'])
    expect(begins(now, '2026-03-10 18:00')).toEqual(['2026-03-11 09:00', 'afterClosing'])
    expect(begins(now, '2026-03-14 10:00')).toEqual(['2026-03-16 09:00', 'weekend'])
    expect(begins(days(3), '2026-05-01 10:00')).toEqual(['2026-05-04 09:00', 'holiday', '노동절'])
  })

  test('in days: on the day of the receipt whatever the time, or on the next working day', () => {
    expect(begins(days(6), '2026-03-10 17:50')).toEqual(['2026-03-10'])
    expect(begins(days(6), '2026-03-10 21:00')).toEqual(['2026-03-10'])
    expect(begins(days(6), '2026-03-14 10:00')).toEqual(['2026-03-16', 'weekend'])
    const nextDay = { policy: { nightReceiptCountsAsDayOne: false } }
    expect(begins(days(6), '2026-03-10 21:00', nextDay)).toEqual(['2026-03-11', 'afterClosing'])
  })

  test('in a civil period: on the day after, even a Saturday', () => {
    const [step] = only(explainCivil(days(10), at('2026-03-13 15:00'), calendar), 'begins')
    expect(step).toEqual({ step: 'begins', day: '2026-03-14', why: 'firstDayLeftOut' })
  })

  test('in calendar days: on the day after, by the Civil Act', () => {
    const term: Term = { unit: 'calendarDays', value: 60 }
    const steps = explainDue(term, at('2026-11-30 10:00'), calendar)
    expect(steps).toEqual([
      { step: 'received', at: at('2026-11-30 10:00') },
      { step: 'begins', day: '2026-12-01', why: 'firstDayLeftOut' },
      { step: 'term', term, by: 'civil' },
      { step: 'due', due: due(term, at('2026-11-30 10:00'), calendar), provisional: false },
    ])
  })

  test('after a suspension that covers the receipt', () => {
    const suspensions = [stop('2026-03-10 09:00', '2026-03-11 18:00')]
    const [step] = only(explainDue(days(3), at('2026-03-10 10:00'), calendar, { suspensions }), 'begins')
    expect(step).toMatchObject({ at: at('2026-03-12 09:00'), why: 'suspended' })
  })
})

test('a supplement from 3/12 to 3/18 takes five working days out and moves 3/17 to 3/24', () => {
  const suspensions = [stop('2026-03-12 15:00', '2026-03-18 11:00', { reason: 'supplement' })]
  expect(explainDue(days(7), at('2026-03-09 10:00'), calendar, { suspensions })).toEqual([
    { step: 'received', at: at('2026-03-09 10:00') },
    { step: 'begins', day: '2026-03-09' },
    { step: 'term', term: days(7), by: 'days' },
    { step: 'suspendedDays', first: '2026-03-12', last: '2026-03-18', reason: 'supplement', took: { days: 5 } },
    { step: 'weekends', days: 4 },
    { step: 'due', due: due(days(7), at('2026-03-09 10:00'), calendar, { suspensions }), provisional: false },
  ])
})

test('a verification takes its working minutes out of a period of hours, lunch apart', () => {
  const suspensions = [stop('2026-03-10 11:30', '2026-03-10 13:20', { reason: 'verification' })]
  const steps = explainDue(now, at('2026-03-10 10:00'), calendar, { suspensions })
  expect(only(steps, 'suspendedSpan')).toEqual([
    ...[{ step: 'suspendedSpan', ...suspensions[0], took: { minutes: 50 } }],
  ])
  expect(written(only(steps, 'due')[0]?.due.dueAt)).toBe('2026-03-10 14:50')
})

test('holidays passed over are named, and a holiday on a weekend is a weekend', () => {
  const steps = explainDue(days(7), at('2026-04-29 10:00'), calendar)
  expect(only(steps, 'holiday')).toEqual([
    { step: 'holiday', day: '2026-05-01', name: '노동절' },
    { step: 'holiday', day: '2026-05-05', name: '어린이날' },
  ])
  expect(only(explainDue(days(20), at('2026-08-03 10:00'), calendar), 'holiday')).toEqual([
    { step: 'holiday', day: '2026-08-17', name: '대체공휴일(광복절)' },
  ])
})

test('every extension says until when the term runs with it', () => {
  const extensions = [days(10), days(10)]
  const steps = explainDue(days(10), at('2026-06-08 10:00'), calendar, { extensions })
  expect(only(steps, 'extended').map(({ nth, until }) => [nth, until.lastDay])).toEqual([
    [1, due(days(20), at('2026-06-08 10:00'), calendar)?.lastDay],
    [2, due(days(30), at('2026-06-08 10:00'), calendar)?.lastDay],
  ])
})

test('a last day that is off moves to the next working day, over named days', () => {
  const [month] = only(explainDue({ unit: 'months', value: 1 }, at('2026-01-17 10:00'), calendar), 'rolled')
  expect(month).toEqual({
    step: 'rolled',
    from: '2026-02-16',
    to: '2026-02-19',
    over: [
      { day: '2026-02-16', weekend: false, name: '설날 전날' },
      { day: '2026-02-17', weekend: false, name: '설날' },
      { day: '2026-02-18', weekend: false, name: '설날 다음 날' },
    ],
  })
  const [supplement] = only(explainCivil(days(10), at('2026-04-21 15:00'), calendar), 'rolled')
  expect([supplement?.from, supplement?.to, supplement?.over.map((o) => o.weekend)]).toEqual([
    ...['2026-05-01', '2026-05-04', [false, true, true]],
  ])
  expect(only(explainCivil(days(30), at('2026-03-12 10:00'), calendar, { rolls: false }), 'rolled')).toEqual([])
})

test('the extension of an objection is counted from the day after the ten days', () => {
  const steps = explainObjection(at('2026-03-11 10:00'), calendar, 10)
  expect(steps.map((s) => s.step)).toEqual([...['received', 'begins', 'term', 'rolled', 'extended', 'begins', 'due']])
  expect(only(steps, 'rolled')[0]).toMatchObject({ from: '2026-03-21', to: '2026-03-23' })
  expect(only(steps, 'begins')[1]?.day).toBe('2026-03-24')
  const processing = calendarWith({ policy: { objectionCounting: 'processing' } })
  expect(only(explainObjection(at('2026-03-10 10:00'), processing), 'weekends')).toEqual([
    ...[{ step: 'weekends', days: 4 }],
  ])
})

test('a date that is not known has no steps', () => {
  expect(explainDue(null, at('2026-03-10 10:00'), calendar)).toEqual([])
  expect(explainDue(days(0), at('2026-03-10 10:00'), calendar)).toEqual([])
  expect(explainCivil(now, at('2026-03-10 10:00'), calendar)).toEqual([])
})

const start = startOfDay('2026-01-01')
const terms: fc.Arbitrary<Term> = fc.oneof(
  fc.constant(now),
  fc.integer({ min: 1, max: 12 }).map((value): Term => ({ unit: 'workHours', value })),
  fc.integer({ min: 1, max: 40 }).map(days),
  fc
    .constantFrom('weeks' as const, 'months' as const, 'calendarDays' as const)
    .map((unit): Term => ({ unit, value: 2 })),
)
const policies = fc.record({
  supplementHourMode: fc.constantFrom('whole-days' as const, 'exact' as const),
  outageDayMode: fc.constantFrom('full-days-only' as const, 'any-touch' as const),
  extendedUnit: fc.constantFrom('keep-hours' as const, 'convert-to-days' as const),
  objectionCounting: fc.constantFrom('civil' as const, 'processing' as const),
  nightReceiptCountsAsDayOne: fc.boolean(),
})
const situations = fc.integer({ min: 0, max: 900 * 1440 }).chain((minute) => {
  const from = start + minute * 60_000
  const suspension = fc
    .record({
      after: fc.integer({ min: -2 * 1440, max: 30 * 1440 }),
      length: fc.integer({ min: 0, max: 6 * 1440 }),
      reason: fc.constantFrom('supplement' as const, 'outage' as const, 'verification' as const, 'hearing' as const),
    })
    .map(({ after, length, reason }): Suspension => {
      const begun = from + after * 60_000
      return { from: begun, to: begun + length * 60_000, reason }
    })
  return fc.record({
    from: fc.constant(from),
    term: terms,
    policy: policies,
    suspensions: fc.array(suspension, { maxLength: 4 }),
    extensions: fc.array(fc.integer({ min: 1, max: 10 }).map(days), { maxLength: 2 }),
  })
})

describe('whatever the case', () => {
  test('the last step is the date that due, civilDue and objectionDue give', () => {
    fc.assert(
      fc.property(situations, fc.nat({ max: 10 }), ({ from, term, policy, ...uncounted }, extendedBy) => {
        const by = calendarWith({ policy })
        const last = (steps: readonly DueStep[]) => only(steps.slice(-1), 'due')[0]?.due
        expect(last(explainDue(term, from, by, uncounted))).toEqual(due(term, from, by, uncounted))
        expect(last(explainCivil(term, from, by, uncounted))).toEqual(civilDue(term, from, by, uncounted))
        expect(last(explainObjection(from, by, extendedBy))).toEqual(objectionDue(from, by, extendedBy))
      }),
      { numRuns: 1000 },
    )
  })

  test('the steps add up: in hours and days, what was counted and what was left out are all there is', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { there, accounted } = sums(situation)
        expect(there).toBe(accounted)
      }),
      { numRuns: 1000, examples: [[keptByItsHours]] },
    )
  })
})

/** The six days of the extended term end on the 16th; the hours before it, with what was not counted, on the 19th. */
const keptByItsHours: Situation = {
  from: at('2026-10-08 19:06'),
  term: days(4),
  extensions: [days(2)],
  policy: {
    supplementHourMode: 'whole-days',
    outageDayMode: 'full-days-only',
    extendedUnit: 'convert-to-days',
    objectionCounting: 'civil',
    nightReceiptCountsAsDayOne: true,
  },
  suspensions: [stop('2026-10-12 09:01', '2026-10-13 09:02', { reason: 'verification' })],
}

type Situation = typeof situations extends fc.Arbitrary<infer S> ? S : never

/** The working minutes or days there are until the end, beside what the steps make of them. */
function sums({ from, term, policy, ...uncounted }: Situation): { there: number; accounted: number } {
  const by = calendarWith({ policy })
  const steps = explainDue(term, from, by, uncounted)
  const [end] = only(steps, 'due')
  const [rule] = only(steps, 'term')
  if (!end || !rule || rule.by === 'calendar' || rule.by === 'civil') return { there: 0, accounted: 0 }
  const { dueAt, lastDay } = end.due
  const took = total(
    [...only(steps, 'suspendedDays'), ...only(steps, 'suspendedSpan')].map(({ took: t }) =>
      'days' in t ? t.days : t.minutes,
    ),
  )
  // One that was counted in days, and moved nothing, takes no hours.
  const more = total(only(steps, 'extended').map((e) => (e.by === rule.by ? e.term.value : 0)))
  const isLate = !policy.nightReceiptCountsAsDayOne && from >= by.endOfWork(dayOf(from))
  const first = dayNumberOf(from) + (rule.by === 'days' && isLate ? 1 : 0)
  const all = Array.from({ length: dayNumber(lastDay) - first + 1 }, (_, i) => by.at(first + i))
  if (rule.by === 'days') return { there: all.filter((d) => !d.off).length, accounted: term.value + more + took }
  const windows = all.flatMap((d) => d.windows)
  const minutes = windows.map((w) => Math.max(0, Math.min(w.to, dueAt) - Math.max(w.from, from)) / 60_000)
  const length = term.unit === 'immediate' ? 180 : term.value * (term.unit === 'days' ? 480 : 60)
  return { there: total(minutes), accounted: length + more * 480 + took }
}

const total = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { readHolidays } from '../../../db/manual/holidays.ts'
import { makeCalendar, type Calendar, type CalendarRules } from '../../../domain/period/calendar.ts'
import {
  civilDue,
  due,
  objectionDue,
  overdue,
  remainingWorkingMinutes,
  type Suspension,
  type Term,
  type Uncounted,
} from '../../../domain/period/deadline.ts'
import { instantOf, isoOf, startOfDay } from '../../../domain/time.ts'
import { due as command } from '../../../server/commands/due.ts'

const found = readHolidays(join(import.meta.dirname, '../../../manual'))
const holidays = 'faults' in found ? [] : found
const usual = { hours: { from: '09:00', to: '18:00' }, lunch: { from: '12:00', to: '13:00' } }
const calendarWith = (rules: Partial<CalendarRules> = {}) => makeCalendar({ holidays, ...usual, ...rules })
const calendar = calendarWith()
const night = { weekday: 2, until: '21:00' }

/** "2026-03-10 10:00" as a moment, and back. */
const at = (text: string) => instantOf(text.slice(0, 10), text.slice(11))
const written = (moment: number | undefined) => moment && isoOf(moment).slice(0, 16).replace('T', ' ')
const days = (value: number): Term => ({ unit: 'days', value })
const months = (value: number): Term => ({ unit: 'months', value })
const now: Term = { unit: 'immediate', value: 3 }
const dueFrom = (term: Term | null, from: string, uncounted: Uncounted = {}, by: Calendar = calendar) =>
  written(due(term, at(from), by, uncounted)?.dueAt)
const stop = (from: string, to: string, rest: Partial<Suspension> = {}): Suspension => ({
  from: at(from),
  to: at(to),
  ...rest,
})

const path = join(import.meta.dirname, 'deadline-vectors.json')
type Vector = { id: string; dueAt: string; dueDate: string }
const { vectors } = JSON.parse(readFileSync(path, 'utf8')) as { vectors: Vector[] }

test('every vector of the law is due when it must be', async () => {
  const printed = vi.spyOn(console, 'log').mockReturnValue()
  expect(await command.run({ options: { json: path }, words: [] })).toBe(0)
  const answers: unknown = JSON.parse(String(printed.mock.calls[0]?.[0]))
  printed.mockRestore()
  expect(vectors).toHaveLength(72)
  expect(answers).toEqual(vectors.map(({ id, dueAt }) => ({ id, dueAt })))
})

describe('the command', () => {
  const answer = async (content: unknown) => {
    const folder = mkdtempSync(join(tmpdir(), 'due-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const file = join(folder, 'vectors.json')
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
    const printed = vi.spyOn(console, 'log').mockReturnValue()
    onTestFinished(() => printed.mockRestore())
    await command.run({ options: { json: file }, words: [] })
    return (JSON.parse(String(printed.mock.calls.at(-1)?.[0])) as Vector[]).map((v) => v.dueAt)
  }
  const vector = { id: 'X', receivedAt: '2026-03-10T10:00:00+09:00', period: { unit: 'day', value: 7 } }

  test('takes the holidays of the vector and of the file into account', async () => {
    const usually = '2026-03-18T18:00:00+09:00'
    const later = '2026-03-19T18:00:00+09:00'
    expect(await answer({ vectors: [vector, { ...vector, extraHolidays: ['2026-03-12'] }] })).toEqual([usually, later])
    expect(await answer({ vectors: [{ ...vector, extraHolidays: [{ date: '2026-03-12' }] }] })).toEqual([later])
    expect(await answer({ calendar: { 2026: [{ date: '2026-03-12', names: [] }] }, vectors: [vector] })).toEqual([
      later,
    ])
  })

  test('has no answer for a period that is not known, and moves nothing for 시행령 제23조', async () => {
    const unknown = [null, { unit: null, value: null }, { unit: 'quarter', value: 1 }, { unit: 'day', value: 0 }]
    const nothing = unknown.map(() => null)
    expect(await answer({ vectors: unknown.map((period) => ({ ...vector, period })) })).toEqual(nothing)
    const passing = {
      ...vector,
      clock: 'civil-days',
      receivedAt: '2026-03-12T10:00:00+09:00',
      period: { unit: 'day', value: 30 },
    }
    expect(await answer({ vectors: [{ ...passing, rule: '영§23①' }, passing] })).toEqual([
      ...['2026-04-11T18:00:00+09:00', '2026-04-13T18:00:00+09:00'],
    ])
  })

  test('takes every policy and an extension of an objection as the vector says', async () => {
    const touched = {
      ...vector,
      policy: { outageDayMode: 'any-touch' },
      suspendedIntervals: [{ kind: 'outage', from: '2026-03-11T14:00:00+09:00', to: '2026-03-11T15:00:00+09:00' }],
    }
    const objection = {
      ...vector,
      clock: 'civil-days',
      rule: '법§35②',
      receivedAt: '2026-03-11T10:00:00+09:00',
      period: { unit: 'day', value: 10 },
      extension: [{ unit: 'day', value: 10 }],
    }
    expect(await answer({ vectors: [touched, objection] })).toEqual([
      ...['2026-03-19T18:00:00+09:00', '2026-04-02T18:00:00+09:00'],
    ])
  })

  test('explains each date on request, with the same date at the end', async () => {
    const printed = vi.spyOn(console, 'log').mockReturnValue()
    await command.run({ options: { json: path, explain: true }, words: [] })
    type Answer = {
      id: string
      dueAt: string
      provisional: boolean
      steps: { step: string; due?: { dueAt: string } }[]
    }
    const answers = JSON.parse(String(printed.mock.calls[0]?.[0])) as Answer[]
    printed.mockRestore()
    expect(answers.map((a) => [a.id, a.steps.at(-1)?.due?.dueAt])).toEqual(vectors.map((v) => [v.id, v.dueAt]))
    expect(answers.filter((a) => a.provisional).map((a) => a.dueAt.slice(0, 4))).not.toContain('2027')
    expect(answers.find((a) => a.id === 'V109')?.steps).toMatchObject([
      { step: 'received', at: '2026-04-21T15:00:00+09:00' },
      { step: 'begins', day: '2026-04-22', why: 'firstDayLeftOut' },
      { step: 'term', by: 'civil' },
      { step: 'rolled', from: '2026-05-01', to: '2026-05-04', over: [{ name: '노동절' }, {}, {}] },
      { step: 'due', due: { lastDay: '2026-05-04' }, provisional: false },
    ])
  })

  test('says what is wrong with a file, and of a wrong vector that it has no date', async () => {
    await expect(answer('{')).rejects.toThrow(/is not JSON/)
    await expect(answer({ vectors: [{ ...vector, id: 7 }] })).rejects.toThrow(/vectors\.0\.id/)
    const complained = vi.spyOn(console, 'error').mockReturnValue()
    const policy = { nightSession: 'Tuesday evening' }
    const wrong = [
      { ...vector, receivedAt: '2026-03-10' },
      { ...vector, policy },
    ]
    expect(await answer({ vectors: [vector, ...wrong] })).toEqual(['2026-03-18T18:00:00+09:00', null, null])
    expect(complained).toHaveBeenCalledWith('2 of 3 questions cannot be answered: see "error" in each.')
    complained.mockRestore()
  })
})

describe('a period that is not known has no due time', () => {
  test('nor has one with an impossible number or an extension that does not fit', () => {
    expect(dueFrom(null, '2026-03-10 10:00')).toBeUndefined()
    for (const value of [0, -3, 1.5, NaN, Infinity]) expect(dueFrom(days(value), '2026-03-10 10:00')).toBeUndefined()
    const unheard = { unit: 'fortnight', value: 1 } as unknown as Term
    expect(dueFrom(unheard, '2026-03-10 10:00')).toBeUndefined()
    expect(dueFrom(days(7), '2026-03-10 10:00', { extensions: [months(1)] })).toBeUndefined()
    expect(civilDue(now, at('2026-03-10 10:00'), calendar)).toBeUndefined()
  })

  test('nor has one in a hall that never works', () => {
    const closed = calendarWith({ hours: { from: '12:00', to: '13:00' } })
    expect(dueFrom(now, '2026-03-10 10:00', {}, closed)).toBeUndefined()
    expect(dueFrom(days(7), '2026-03-10 10:00', { suspensions: [{ from: 0, to: at('2300-01-01 00:00') }] })).toBe(
      undefined,
    )
  })
})

describe('the worked examples of the rules', () => {
  test('immediate, hours and days', () => {
    expect(dueFrom(now, '2026-03-10 16:00')).toBe('2026-03-11 10:00')
    expect(dueFrom(days(3), '2026-03-13 15:00')).toBe('2026-03-18 15:00')
    expect(dueFrom(days(14), '2026-03-10 10:00')).toBe('2026-03-27 18:00')
    expect(dueFrom(days(7), '2026-06-08 10:00', { extensions: [days(7)] })).toBe('2026-06-25 18:00')
    expect(dueFrom(days(7), '2026-06-08 10:00', { extensions: [days(3)] })).toBe('2026-06-19 18:00')
  })

  test('calendar days leave out the first day, count every other and roll to a working day', () => {
    const calendarDays = (value: number): Term => ({ unit: 'calendarDays', value })
    expect(dueFrom(calendarDays(60), '2026-11-30 10:00')).toBe('2027-01-29 18:00')
    // 2026-06-08 is the ninetieth day; for one received a day before it is a Sunday.
    expect(dueFrom(calendarDays(90), '2026-03-10 10:00')).toBe('2026-06-08 18:00')
    expect(dueFrom(calendarDays(90), '2026-03-09 10:00')).toBe('2026-06-08 18:00')
    const supplement = stop('2026-12-01 10:00', '2026-12-03 10:00', { reason: 'supplement' })
    expect(dueFrom(calendarDays(60), '2026-11-30 10:00', { suspensions: [supplement] })).toBe('2027-02-01 18:00')
    expect(dueFrom(calendarDays(60), '2026-11-30 10:00', { extensions: [calendarDays(30)] })).toBe('2027-03-02 18:00')
  })

  test('weeks, months and years end the day before the corresponding day', () => {
    expect(dueFrom(months(1), '2026-03-31 10:00')).toBe('2026-04-30 18:00')
    expect(dueFrom(months(1), '2026-01-30 10:00')).toBe('2026-03-03 18:00')
    expect(dueFrom({ unit: 'years', value: 1 }, '2027-03-02 10:00')).toBe('2028-03-02 18:00')
    expect(dueFrom(months(1), '2026-03-10 10:00', { extensions: [days(10)] })).toBe('2026-04-20 18:00')
    expect(dueFrom(months(1), '2026-03-10 10:00', { extensions: [months(1)] })).toBe('2026-05-11 18:00')
    // The month ends on a Saturday and would move to the Monday on which a supplement stops the clock.
    const suspensions = [stop('2026-04-13 10:00', '2026-04-15 10:00')]
    expect(dueFrom(months(1), '2026-03-12 10:00', { suspensions })).toBe('2026-04-16 18:00')
  })

  test('civil periods leave out the first day', () => {
    expect(written(civilDue(days(10), at('2026-03-12 15:00'), calendar)?.dueAt)).toBe('2026-03-23 18:00')
    expect(written(civilDue(days(10), at('2026-04-21 15:00'), calendar)?.dueAt)).toBe('2026-05-04 18:00')
    expect(written(civilDue(days(60), at('2026-03-10 10:00'), calendar)?.dueAt)).toBe('2026-05-11 18:00')
    expect(objectionDue(at('2026-03-10 10:00'), calendar)?.lastDay).toBe('2026-03-20')
    expect(objectionDue(at('2026-03-10 10:00'), calendar, 10)?.lastDay).toBe('2026-03-30')
    // Filed on Wednesday, the ten days end on a Saturday: they last until Monday, and the extension begins after it.
    expect(objectionDue(at('2026-03-11 10:00'), calendar, 10)?.lastDay).toBe('2026-04-02')
    const processing = calendarWith({ policy: { objectionCounting: 'processing' } })
    expect(objectionDue(at('2026-03-10 10:00'), processing)?.lastDay).toBe('2026-03-23')
    expect(objectionDue(at('2026-03-10 10:00'), processing, 2)?.lastDay).toBe('2026-03-25')
  })

  test('a supplement leaves out the day it was sent and the day it came', () => {
    const supplement = stop('2026-03-12 15:00', '2026-03-18 11:00', { reason: 'supplement' })
    expect(dueFrom(days(7), '2026-03-09 10:00', { suspensions: [supplement] })).toBe('2026-03-24 18:00')
  })
})

describe('a policy of the hall decides', () => {
  test('whether the evening counts', () => {
    const counted = calendarWith({ night, nightCounts: true })
    expect(dueFrom(now, '2026-03-10 19:30', {}, calendarWith({ night }))).toBe('2026-03-11 12:00')
    expect(dueFrom(now, '2026-03-10 19:30', {}, counted)).toBe('2026-03-11 10:30')
    expect(dueFrom(days(6), '2026-03-10 19:30', {}, counted)).toBe('2026-03-17 18:00')
  })

  test('whether a receipt after closing has its first day on the same day', () => {
    const nextDay = calendarWith({ night, policy: { nightReceiptCountsAsDayOne: false } })
    expect(dueFrom(days(6), '2026-03-10 17:59', {}, nextDay)).toBe('2026-03-17 18:00')
    expect(dueFrom(days(6), '2026-03-10 18:00', {}, nextDay)).toBe('2026-03-18 18:00')
    expect(dueFrom(months(1), '2026-03-10 18:00', {}, nextDay)).toBe('2026-04-10 18:00')
  })

  test('how a supplement stops a period of hours', () => {
    const suspensions = [stop('2026-03-09 16:00', '2026-03-11 11:00', { reason: 'supplement' })]
    const exact = calendarWith({ policy: { supplementHourMode: 'exact' } })
    expect(dueFrom(days(3), '2026-03-09 10:00', { suspensions })).toBe('2026-03-16 18:00')
    expect(dueFrom(days(3), '2026-03-09 10:00', { suspensions }, exact)).toBe('2026-03-13 15:00')
    expect(dueFrom(days(7), '2026-03-09 10:00', { suspensions }, exact)).toBe('2026-03-20 18:00')
  })

  test('how an outage stops a period of days', () => {
    const suspensions = [stop('2026-06-11 14:00', '2026-06-11 17:00', { reason: 'outage' })]
    const anyTouch = calendarWith({ policy: { outageDayMode: 'any-touch' } })
    expect(dueFrom(days(7), '2026-06-09 10:00', { suspensions })).toBe('2026-06-17 18:00')
    expect(dueFrom(days(7), '2026-06-09 10:00', { suspensions }, anyTouch)).toBe('2026-06-18 18:00')
    expect(dueFrom(days(1), '2026-06-11 10:00', { suspensions })).toBe('2026-06-12 14:00')
  })

  test('whether an extension beyond five days goes on in hours', () => {
    const converted = calendarWith({ policy: { extendedUnit: 'convert-to-days' } })
    const extensions = [days(3)]
    expect(dueFrom(days(3), '2026-06-08 10:00', { extensions })).toBe('2026-06-16 10:00')
    expect(dueFrom(days(3), '2026-06-08 10:00', { extensions }, converted)).toBe('2026-06-15 18:00')
    expect(dueFrom(days(3), '2026-06-08 10:00', { extensions: [days(2)] }, converted)).toBe('2026-06-15 10:00')
  })
})

describe('a case is overdue', () => {
  test('after the instant in hours, from midnight in days', () => {
    const inHours = due(days(1), at('2026-03-10 10:00'), calendar)
    const inDays = due(days(6), at('2026-03-10 10:00'), calendar)
    if (!inHours || !inDays) throw new Error('both are known')
    expect([inHours.dueAt, inHours.dueAt + 1].map((t) => overdue(t, inHours))).toEqual([false, true])
    const midnight = startOfDay('2026-03-18')
    expect([inDays.dueAt + 1, midnight - 1, midnight].map((t) => overdue(t, inDays))).toEqual([false, false, true])
  })

  test('and of a day that an outage stops nothing remains', () => {
    const anyTouch = calendarWith({ policy: { outageDayMode: 'any-touch' } })
    const end = due(days(6), at('2026-03-10 10:00'), anyTouch)
    const outage = stop('2026-03-17 10:00', '2026-03-17 11:00', { reason: 'outage' })
    expect(end && remainingWorkingMinutes(at('2026-03-16 17:00'), end, anyTouch, [outage])).toBe(60)
  })

  test('and what remains is working time only', () => {
    const end = due(now, at('2026-03-10 16:00'), calendar)
    if (!end) throw new Error('it is known')
    const left = (time: string, suspensions: Suspension[] = []) =>
      remainingWorkingMinutes(at(time), end, calendar, suspensions)
    expect(left('2026-03-10 16:00')).toBe(180)
    expect(left('2026-03-10 23:00')).toBe(60)
    expect(left('2026-03-11 09:59')).toBe(1)
    expect([left('2026-03-11 10:00'), left('2026-03-12 10:00')]).toEqual([0, 0])
    expect(left('2026-03-11 09:00', [stop('2026-03-11 09:30', '2026-03-11 09:50', { mode: 'exact' })])).toBe(40)
  })
})

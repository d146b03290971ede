import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readHolidays } from '../../../db/manual/holidays.ts'
import { makeCalendar } from '../../../domain/period/calendar.ts'
import {
  bulkCopyDays,
  civilDue,
  destroyableFrom,
  due,
  milestones,
  overdue,
  progressNoticeDay,
  progressSendDay,
  uncountedInvestigation,
  type Suspension,
  type Term,
} from '../../../domain/period/deadline.ts'
import { dayOf, instantOf, isoOf } from '../../../domain/time.ts'

/** The worked examples of the rules that are milestones, boundaries and notices. */

const found = readHolidays(join(import.meta.dirname, '../../../manual'))
const holidays = 'faults' in found ? [] : found
const usual = { hours: { from: '09:00', to: '18:00' }, lunch: { from: '12:00', to: '13:00' } }
const calendar = makeCalendar({ holidays, ...usual })

const at = (text: string) => instantOf(text.slice(0, 10), text.slice(11))
const written = (moment: number | undefined) => moment && isoOf(moment).slice(0, 16).replace('T', ' ')
const days = (value: number): Term => ({ unit: 'days', value })
const dueFrom = (term: Term, from: string, suspensions: Suspension[] = []) =>
  written(due(term, at(from), calendar, { suspensions })?.dueAt)

test('the e-window receives within eight working hours of the arrival', () => {
  expect(dueFrom(milestones.receiveFromWindow, '2026-03-13 23:10')).toBe('2026-03-16 18:00')
  expect(dueFrom(milestones.receiveFromWindow, '2026-03-10 14:00')).toBe('2026-03-11 14:00')
})

describe('a transfer', () => {
  test('from the hall to the department takes one working hour, three if it is far', () => {
    expect(dueFrom(milestones.transferToDepartment, '2026-03-10 11:30')).toBe('2026-03-10 13:30')
    expect(dueFrom(milestones.transferFar, '2026-03-10 11:30')).toBe('2026-03-10 15:30')
  })

  test('within the agency takes three, to another agency eight', () => {
    expect(dueFrom(milestones.transferWithinAgency, '2026-03-10 17:30')).toBe('2026-03-11 11:30')
    expect(dueFrom(milestones.transferToAgency, '2026-03-13 15:00')).toBe('2026-03-16 15:00')
    expect(dueFrom(milestones.transferToAgency, '2026-04-30 15:00')).toBe('2026-05-04 15:00')
  })
})

describe('a supplement', () => {
  test('is demanded within eight working hours of the receipt', () => {
    expect(dueFrom(milestones.demandSupplement, '2026-03-10 14:00')).toBe('2026-03-11 14:00')
    expect(dueFrom(milestones.demandSupplement, '2026-03-10 16:40')).toBe('2026-03-11 16:40')
  })

  test('has a period without its first day, whose last day moves to a working day', () => {
    const until = (from: string) => civilDue(days(10), at(from), calendar)?.lastDay
    expect([until('2026-03-12 15:00'), until('2026-04-21 15:00')]).toEqual(['2026-03-23', '2026-05-04'])
  })
})

describe('고충민원: an investigation on the spot', () => {
  const from = '2026-03-12 09:00'
  const lastDay = (to: string, isExtended: boolean) => dayOf(uncountedInvestigation(at(from), at(to), isExtended).to)

  test('is not counted for its own time, at most 14 days and 7 more once it was extended', () => {
    expect([lastDay('2026-03-20 18:00', false), lastDay('2026-03-25 18:00', false)]).toEqual([
      ...['2026-03-20', '2026-03-25'],
    ])
    expect([lastDay('2026-03-26 09:00', false), lastDay('2026-05-01 09:00', false)]).toEqual([
      ...['2026-03-25', '2026-03-25'],
    ])
    expect([lastDay('2026-04-01 18:00', true), lastDay('2026-05-01 09:00', true)]).toEqual(['2026-04-01', '2026-04-01'])
  })

  test('seven days from 3/10 with an investigation from 3/12 to 3/25 end on 4/1', () => {
    const long = uncountedInvestigation(at(from), at('2026-06-01 09:00'), false)
    expect(dueFrom(days(7), '2026-03-10 10:00', [long])).toBe('2026-04-01 18:00')
  })
})

test('every 20 copies are a day more', () => {
  expect([0, 19, 20, 39, 45, 400].map(bulkCopyDays)).toEqual([0, 0, 1, 1, 2, 20])
})

describe('a case is overdue', () => {
  const by = (from: string, term: Term) => {
    const end = due(term, at(from), calendar)
    if (!end) throw new Error('it is known')
    return (now: string) => overdue(at(now), end)
  }

  test('in hours from the minute after the instant', () => {
    const isOverdue = by('2026-03-10 10:00', days(1))
    expect(['2026-03-11 10:00', '2026-03-11 10:01'].map(isOverdue)).toEqual([false, true])
  })

  test('in days from the day after the last day', () => {
    const isOverdue = by('2026-03-09 10:00', days(7))
    expect(['2026-03-17 18:01', '2026-03-17 23:59', '2026-03-18 00:00'].map(isOverdue)).toEqual([false, false, true])
  })

  test('at noon and at closing not before the instant itself', () => {
    expect(['2026-03-11 12:00', '2026-03-11 12:01'].map(by('2026-03-10 13:00', days(1)))).toEqual([false, true])
    expect(['2026-03-10 18:00', '2026-03-10 18:01'].map(by('2026-03-10 09:00', days(1)))).toEqual([false, true])
  })
})

test('the progress is told the day after every thirty days since the receipt', () => {
  expect([1, 2, 3].map((n) => progressNoticeDay('2026-03-09', n))).toEqual(['2026-04-09', '2026-05-09', '2026-06-08'])
})

test('it is sent on the last working day before, where its day is none', () => {
  expect([1, 2, 3].map((n) => progressSendDay('2026-03-09', n, calendar))).toEqual([
    '2026-04-09',
    '2026-05-08',
    '2026-06-08',
  ])
})

test('an uncollected document may be destroyed when fifteen days have passed since the promised one', () => {
  expect(['2026-06-10', '2026-06-25'].map((d) => destroyableFrom(d, calendar))).toEqual(['2026-06-26', '2026-07-11'])
  // The fifteenth day is a Saturday: the time to fetch it lasts until Monday (민법 제161조).
  expect(destroyableFrom('2026-06-19', calendar)).toBe('2026-07-07')
})

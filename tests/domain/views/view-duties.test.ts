import { beforeEach, describe, expect, test } from 'vitest'
import type { Command } from '../../../domain/hall.ts'
import { registerRows } from '../../../domain/register/register.ts'
import { addDays, instantOf, type Day } from '../../../domain/time.ts'
import {
  examine,
  grant,
  notify,
  openFloor,
  receive,
  today,
  tomorrow,
  untilEnd,
  type Floor,
} from '../../support/floor.ts'
import { office } from '../../support/papers.ts'

let floor: Floor
beforeEach(() => {
  floor = openFloor(2, office)
})

const duties = (machine = 'supervisor') => floor.sees(machine, { of: 'duties' })
const count = () => floor.sees('supervisor', { of: 'overview' }).duties.count
const remind: Command = { type: 'remind', about: 'k', actBy: tomorrow }
/** Of a month that has been looked at, so that it counts for nothing. */
const withoutMonth = (): void => void floor.does('supervisor', { type: 'checkMonth', month: '2026-10' })

test('the duties are for a supervisor at the supervisor’s PC alone', () => {
  expect(duties()).toMatchObject({ overdue: [], progress: [], uncollected: [] })
  expect(duties('counter-1')).toBeUndefined()
  expect(floor.sees('counter-1', { of: 'month', month: '2026-10' })).toBeUndefined()
})

describe('a case past its time', () => {
  beforeEach(() => {
    withoutMonth()
    floor.does('counter-1', receive('k'))
  })

  test('is named once it is overdue, with the department that is to be reminded', () => {
    floor.at('12:00')
    expect([duties()?.overdue, count()]).toEqual([[], 0])
    floor.at('12:01')
    expect(duties()?.overdue).toMatchObject([{ case: 'k', department: '1팀', reminders: [] }])
    expect(count()).toBe(1)
  })

  test('counts no longer once it was reminded, and stays named with its reminders', () => {
    floor.at('17:00').does('supervisor', remind)
    expect(duties()?.overdue[0]?.reminders).toEqual([{ at: floor.now, clerk: '감독자', actBy: tomorrow }])
    expect(count()).toBe(0)
  })

  test('is offered to be acted on by the next working day', () => {
    const offered = (day: Day) => floor.at('17:00', day).sees('supervisor', { of: 'duties' })?.overdue[0]?.remindBy
    expect(offered(today)).toBe(tomorrow)
    // From a Friday to the Monday, and past New Year's Day and the weekend after it.
    expect([offered('2026-11-27'), offered('2026-12-31')]).toEqual(['2026-11-30', '2027-01-04'])
  })

  test('has the paper of its reminder to be printed by its holder, until that is done; a new reminder has a new one', () => {
    const paper = () => duties()?.overdue[0]?.paper
    const isTask = () => floor.sees('counter-1', { of: 'papers', case: 'k' })?.reminderDue
    floor.at('17:00')
    expect([paper(), isTask()]).toEqual([undefined, false])
    floor.does('supervisor', remind)
    expect([paper(), isTask()]).toEqual(['toMake', true])
    const print = (id: string): Command[] => [
      { type: 'makePaper', case: 'k', paper: id, name: 'reminder' },
      { type: 'printPaper', case: 'k', paper: id },
      { type: 'reportPrint', case: 'k', paper: id, nth: 1, how: 'printed' },
    ]
    floor.at('17:01').does('counter-1', ...print('p1'))
    expect([paper(), isTask()]).toEqual(['printed', false])
    floor.at('17:02').does('supervisor', remind)
    expect([paper(), isTask()]).toEqual(['toMake', true])
  })

  test('is named no more once its result was told', () => {
    floor.at('17:00').does('counter-1', ...examine('k'), grant('k'), notify('k'))
    expect(duties()?.overdue).toEqual([])
    expect(floor.refusal('supervisor', remind)).toBe('notOverdue')
  })

  test('goes to the department that it was passed on to', () => {
    const to: Command = { type: 'transferCase', case: 'k', to: 'department', office: '건설과' }
    floor.does('counter-1', to)
    expect(floor.at('17:00', addDays(today, 1)).sees('supervisor', { of: 'duties' })?.overdue[0]?.department).toBe(
      '건설과',
    )
  })
})

describe('the progress of a long case', () => {
  // 2026-12-25 is Christmas and 2027-01-24 a Sunday: each is sent on the last working day before.
  const due = '2026-12-24'
  beforeEach(() => {
    floor.does('counter-1', receive('k', 'SIM-03'))
  })

  test('is named a week before it has to be told, counts from the day on, and is over after it', () => {
    const on = (day: Day) => {
      floor.at('10:00', day)
      return duties()?.progress
    }
    expect(on(addDays(due, -8))).toEqual([])
    expect(on(addDays(due, -7))).toMatchObject([{ case: 'k', nth: 1, day: due, over: false }])
    expect(on(due)).toMatchObject([{ over: false }])
    expect(on(addDays(due, 1))).toMatchObject([{ over: true }])
  })

  test('is next due thirty days on, on a working day, once it was told', () => {
    floor.at('10:00', due).does('counter-1', { type: 'notifyProgress', case: 'k', told: 'phone', text: '검토 중' })
    expect(duties()?.progress).toEqual([])
    floor.at('10:00', '2027-01-22')
    expect(duties()?.progress).toMatchObject([{ nth: 2, day: '2027-01-22', over: false }])
  })
})

test('an uncollected document is named with the day from which it may be destroyed', () => {
  floor.does('counter-1', receive('k'), ...examine('k'), grant('k'), notify('k'), { type: 'awaitPickup', case: 'k' })
  // 15 days from 2026-11-24 end on Wednesday 9 December.
  expect(duties()?.uncollected).toMatchObject([{ case: 'k', from: '2026-12-10', over: false }])
  floor.at('09:00', '2026-12-10')
  expect(duties()?.uncollected).toMatchObject([{ over: true }])
})

describe('the check of a month', () => {
  test.each([
    ['2026-07-01', '2026-06', '2026-07-03'],
    ['2026-08-01', '2026-07', '2026-08-05'],
    ['2026-10-01', '2026-09', '2026-10-02'],
  ])('seen on %s, that of %s is due by %s: the fifth, or the last working day before it', (on, month, by) => {
    expect(floor.at('09:00', on).sees('supervisor', { of: 'duties' })?.month).toMatchObject({ month, by })
  })

  const check = (month: string) => floor.does('supervisor', { type: 'checkMonth', month })

  test('counts from the day by which it has to be done, and is over from the day after', () => {
    floor.at('09:00', '2026-12-03')
    expect(count()).toBe(0)
    floor.at('09:00', '2026-12-04')
    expect(duties()?.month).toEqual({ month: '2026-11', by: '2026-12-04', isOwed: true, over: false })
    expect(count()).toBe(1)
    floor.at('09:00', '2026-12-05')
    expect([duties()?.month.over, count()]).toEqual([true, 1])
    check('2026-11')
    expect(duties()?.month).toMatchObject({ over: false, checked: { clerk: '감독자', at: floor.now } })
    expect(count()).toBe(0)
  })

  test('waits, the oldest first, until somebody has done it, whatever month it is', () => {
    floor.at('09:00', '2027-02-10')
    for (const month of ['2026-11', '2026-12', '2027-01']) {
      expect([duties()?.month.month, count()]).toEqual([month, 1])
      check(month)
    }
    expect(duties()?.month).toMatchObject({ month: '2027-01', checked: { clerk: '감독자' } })
    expect(count()).toBe(0)
  })

  test('is not owed for a month before the hall was opened, and can be done for the last one', () => {
    floor.at('09:00', '2026-11-30')
    expect(duties()?.month).toMatchObject({ month: '2026-10', isOwed: false, over: false })
    expect(count()).toBe(0)
    check('2026-10')
    expect(duties()?.month).toMatchObject({ month: '2026-10', checked: { clerk: '감독자' } })
  })

  test('counts what was received and closed, in time and late, archived cases too, without mistaken receipts', () => {
    const refuse: Command = {
      type: 'decideCase',
      case: 'refused',
      outcome: 'refused',
      reasons: '요건 미비',
      provisions: ['도로법 제61조'],
      remedies: ['이의신청 60일'],
    }
    floor.does('counter-1', receive('inTime'), ...untilEnd('inTime'), receive('late'), receive('open', 'SIM-02'))
    floor.does('counter-1', receive('wrong'), {
      type: 'voidCase',
      case: 'wrong',
      reason: '오접수',
      approvedBy: 'chief',
    })
    floor.does('counter-1', receive('noDue', 'SIM-03'), { type: 'withdrawCase', case: 'noDue' })
    floor.does(
      'counter-2',
      receive('refused'),
      ...untilEnd('refused').map((c) => (c.type === 'decideCase' ? refuse : c)),
    )
    floor.at('17:00').does('counter-1', ...untilEnd('late'))
    const november = {
      month: '2026-11',
      received: 5,
      closed: 4,
      onTime: 2,
      late: 1,
      noDue: 1,
      extended: 0,
      refused: 1,
      overdue: 0,
      toldLate: 0,
    }
    expect(floor.sees('supervisor', { of: 'month', month: '2026-11' })).toEqual(november)
    floor.at('18:00').does('supervisor', { type: 'closeDay', day: today })
    floor.at('09:00', '2026-12-01')
    expect(floor.sees('supervisor', { of: 'month', month: '2026-11' })).toEqual(november)
    floor.does('counter-1', { type: 'takeOutCase', case: 'late' })
    expect(floor.sees('supervisor', { of: 'month', month: '2026-11' })).toEqual(november)
    expect(floor.sees('supervisor', { of: 'month', month: '2026-12' })).toMatchObject({ received: 0, closed: 0 })
  })
})

test('the check of a month tells of those that are not closed which are overdue now, and which were told late', () => {
  floor.does('counter-1', receive('open', 'SIM-02'), receive('told'), receive('inTime'))
  floor.does('counter-1', ...examine('inTime'), grant('inTime'), notify('inTime'))
  floor.at('17:00').does('counter-1', ...examine('told'), grant('told'), notify('told'))
  const of = (month: string) => floor.sees('supervisor', { of: 'month', month })
  expect(floor.at('09:00', '2026-12-02') && of('2026-11')).toMatchObject({
    closed: 0,
    late: 0,
    overdue: 0,
    toldLate: 1,
  })
  floor.at('09:00', '2027-01-04').does('counter-1', receive('new'))
  floor.at('17:00', '2027-01-04')
  expect(of('2026-12')).toMatchObject({ closed: 0, late: 0, overdue: 1, toldLate: 1 })
})

test('a mistaken receipt that is voided late is late in no book', () => {
  floor.does('counter-1', receive('wrong'))
  floor.at('17:00').does('counter-1', { type: 'voidCase', case: 'wrong', reason: '오접수', approvedBy: 'chief' })
  const asked = { first: today, last: today, which: 'petitions', masked: false } as const
  expect(registerRows(floor.seat('supervisor'), asked)).toMatchObject([{ outcome: 'voided', late: false }])
  expect(floor.sees('supervisor', { of: 'month', month: '2026-11' })).toMatchObject({ received: 0, late: 0 })
})

test('an outage that is asked about says how many open cases it would move, and moves none yet', () => {
  floor.does('counter-1', receive('days', 'SIM-02'), receive('done'), ...untilEnd('done'))
  const whole = { from: instantOf(tomorrow, '00:00'), to: instantOf(addDays(tomorrow, 1), '00:00') }
  floor.at('09:00', addDays(today, 2))
  const ask = (outage: { from: number; to: number }) => floor.sees('supervisor', { of: 'duties', outage })
  expect(ask(whole)).toMatchObject({ moves: 1, outages: [] })
  expect(ask({ from: whole.to, to: whole.from })?.moves).toBe(0)
  const before = { from: instantOf('2026-11-01', '00:00'), to: instantOf('2026-11-02', '00:00') }
  expect(ask(before)?.moves).toBe(0)
  floor.does('supervisor', { type: 'declareOutage', ...whole, substitute: '종이 신청서' })
  expect(duties()?.outages).toEqual([{ ...whole, substitute: '종이 신청서' }])
})

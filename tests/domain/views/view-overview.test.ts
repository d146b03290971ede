import { beforeEach, describe, expect, test } from 'vitest'
import type { Command } from '../../../domain/hall.ts'
import { addDays } from '../../../domain/time.ts'
import type { LineView } from '../../../domain/views/view-line.ts'
import {
  type Floor,
  issue,
  openFloor,
  ordinary,
  paper,
  receive,
  serve,
  today,
  tomorrow,
  untilEnd,
  untilNotice,
} from '../../support/floor.ts'

/** What a supervisor sees of the hall as it is now. */

let floor: Floor
beforeEach(() => {
  floor = openFloor()
})

const refuse = (id: string): Command => ({
  type: 'decideCase',
  case: id,
  outcome: 'refused',
  reasons: '요건에 맞지 않음',
  provisions: ['도로법 제61조'],
  remedies: ['이의신청 60일'],
})
const overview = () => floor.sees('supervisor', { of: 'overview' })

describe('the overview', () => {
  test('counts what was issued, waited, served, received and closed today', () => {
    issue(floor.at('09:00'), 'a', 'b', 'c')
    serve(floor.at('09:10'), 'counter-1', 'v')
    serve(floor.at('09:15'), 'counter-2', 'w')
    floor.does('counter-1', receive('k', 'SIM-02', 'v'), receive('l'), { type: 'withdrawCase', case: 'l' })
    floor.does('counter-1', { type: 'completeVisit', visit: 'v' })
    expect(overview().today).toEqual({ issued: 3, completed: 1, received: 2, closed: 1, averageWaitMinutes: 12.5 })
    floor.at('09:00', tomorrow)
    expect(overview().today).toEqual({ issued: 0, completed: 0, received: 0, closed: 0 })
  })

  test('goes on counting the day after its close, also what is received then or comes back from the archive', () => {
    issue(floor.at('09:00'), 'a', 'b', 'c')
    serve(floor.at('09:10'), 'counter-1', 'v')
    floor.does('counter-1', receive('k'), ...untilEnd('k'), receive('open', 'SIM-02'))
    floor.does('counter-1', { type: 'completeVisit', visit: 'v' })
    const before = { issued: 3, completed: 1, received: 2, closed: 1, averageWaitMinutes: 10 }
    expect(overview().today).toEqual(before)
    floor.at('18:00').does('supervisor', { type: 'closeDay', day: today })
    expect(overview().today).toEqual(before)
    floor.does('counter-1', { type: 'takeOutCase', case: 'k' }, receive('l'))
    expect(overview().today).toEqual({ ...before, received: 3 })
    floor.at('09:00', tomorrow)
    expect(overview().today).toEqual({ issued: 0, completed: 0, received: 0, closed: 0 })
  })

  test('shows no figures of an earlier day that is closed today', () => {
    issue(floor.at('09:00'), 'a')
    floor.at('09:00', tomorrow).does('supervisor', { type: 'closeDay', day: today })
    expect(overview().today).toEqual({ issued: 0, completed: 0, received: 0, closed: 0 })
  })

  test('counts as the monthly check does, without objections and mistaken receipts, and as the daily limit does', () => {
    const petition = untilEnd('k').map((c) => (c.type === 'decideCase' ? refuse('k') : c))
    floor.does('counter-1', receive('k'), ...petition, {
      type: 'receiveObjection',
      case: 'o',
      to: 'k',
      petitioner: { name: '김영수' },
      refusalReceivedOn: today,
      grounds: '이유',
    })
    floor.does('counter-1', receive('wrong'), {
      type: 'voidCase',
      case: 'wrong',
      reason: '오접수',
      approvedBy: 'chief',
    })
    issue(floor, 'a', 'b', 'c', 'd')
    const cancel = (number: number, reason: 'issuedTwice' | 'issuedByMistake' | 'visitorLeft'): void =>
      void floor.does('supervisor', { type: 'cancelTicket', ticket: ordinary(number), reason })
    cancel(1, 'issuedTwice')
    cancel(2, 'issuedByMistake')
    cancel(3, 'visitorLeft')
    const month = floor.sees('supervisor', { of: 'month', month: today.slice(0, 7) })
    expect(month).toMatchObject({ received: 1, closed: 1 })
    expect(overview().today).toMatchObject({ issued: 2, received: 1, closed: 1 })
  })

  test('counts the open cases, those overdue and those that are due today, the most urgent first', () => {
    floor.at('09:00').does('counter-1', receive('over'), receive('days', 'SIM-02'), receive('unknown', 'SIM-03'))
    floor.at('13:30').does('counter-2', receive('today'))
    expect(overview().cases).toMatchObject({ open: 4, overdue: 1, dueToday: 1 })
    expect(overview().cases.lines.map((l) => l.case)).toEqual(['over', 'today', 'days', 'unknown'])
  })

  test('counts a case whose result was told neither as overdue nor as due today, as no reminder is due for it', () => {
    floor.does('counter-1', receive('late'), receive('inTime', 'SIM-02'))
    floor.does('counter-1', ...untilNotice('inTime'), { type: 'awaitPickup', case: 'inTime' })
    floor.at('17:00').does('counter-1', ...untilNotice('late'))
    const numbers = () => {
      const { overdue, dueToday } = overview().cases
      return [overdue, dueToday, floor.sees('supervisor', { of: 'duties' })?.overdue.length]
    }
    expect(numbers()).toEqual([0, 0, 0])
    floor.does('counter-1', { type: 'awaitPickup', case: 'late' })
    for (const day of [tomorrow, addDays(today, 9)]) {
      floor.at('09:00', day)
      expect(numbers()).toEqual([0, 0, 0])
    }
    expect(floor.refusal('supervisor', { type: 'remind', about: 'late', actBy: addDays(today, 40) })).toBe('notOverdue')
  })

  test('shows a ticket in dispute with both counters', () => {
    issue(floor, 'a')
    const taken = floor.cutOff().does('counter-2', { type: 'takeTicket', visit: 'w', label: paper(1) })
    floor.does('counter-1', { type: 'callNext', visit: 'v' })
    floor.hears(...taken)
    const visits = [{ counter: { number: 1 } }, { counter: { number: 2 } }]
    expect(overview().disputes).toMatchObject([{ label: paper(1), visits }])
  })

  test('shows which counters the hall hears; a counter is told only which are cut off', () => {
    const presence = [{ machine: 'counter-1', connected: true, lastHeardAt: floor.now }]
    const { tiles } = floor.sees('supervisor', { of: 'overview' }, { presence })
    expect(tiles).toMatchObject([{ connected: true, lastHeardAt: floor.now }, { state: 'free' }])
    const told = (connected: boolean) =>
      floor.sees('counter-2', { of: 'counter' }, { presence: presence.map((p) => ({ ...p, connected })) }).tiles[0]
    expect(told(true)).not.toHaveProperty('connected')
    expect(told(false)).toMatchObject({ connected: false })
    expect(told(false)).not.toHaveProperty('lastHeardAt')
  })

  test('tells a counter that the hall has not heard since it was started as cut off, once it has had time to come', () => {
    const since = floor.now
    const online = (): LineView => ({ state: 'online', since, lastNewsAt: floor.now, unsent: 0 })
    const heard = (line: LineView) =>
      floor.sees('supervisor', { of: 'overview' }, { line }).tiles.map((t) => [t.connected, t.lastHeardAt])
    const unknown = [undefined, undefined]
    expect(heard(online())).toEqual([unknown, unknown])
    floor.now += 15_000
    floor.does('counter-2', { type: 'signOut' })
    expect(heard(online())).toEqual([[false, undefined], unknown])
    expect(heard({ state: 'offline', since, unsent: 0 })).toEqual([unknown, unknown])
  })
})

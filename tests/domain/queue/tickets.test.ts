import { beforeEach, describe, expect, test } from 'vitest'
import type { Command } from '../../../domain/hall.ts'
import { waiting } from '../../../domain/queue/queue.ts'
import { readTicketCode, ticketCode, type TicketLabel } from '../../../domain/queue/ticket.ts'
import { instantOf } from '../../../domain/time.ts'
import { issue, openFloor, ordinary, today, tomorrow, type Floor } from '../../support/floor.ts'

/** The issue of tickets: hours, limit and stop, the slips, and the kiosk that does not reach the hall. */

const press = (touch: string, kiosk?: string): Command => ({
  type: 'issueTicket',
  touch,
  class: 'ordinary',
  ...(kiosk !== undefined && { kiosk }),
})
const night = { weekday: 2, until: '21:00', counts: false }

describe('a hall with hours for its tickets', () => {
  const floor = openFloor(1, { tickets: { until: '17:30', dailyLimit: 3 }, night })

  test.each([
    [tomorrow, '08:59', 'ticketsNotYet'],
    [tomorrow, '09:00', 'allowed'],
    [tomorrow, '17:29', 'allowed'],
    [tomorrow, '17:30', 'ticketsOver'],
    // A Tuesday with a night session.
    [today, '17:30', 'allowed'],
    [today, '20:59', 'allowed'],
    [today, '21:00', 'ticketsOver'],
    // A Saturday.
    ['2026-11-28', '10:00', 'dayOff'],
  ] as const)('on %s at %s answers a citizen: %s', (day, clock, answer) => {
    expect(floor.at(clock, day).refusal('kiosk', press('x'))).toBe(answer)
  })

  test('still gives one by the hand of whoever works on the floor', () => {
    floor.at('18:00', tomorrow)
    expect(floor.refusal('counter-1', press('x'))).toBe('allowed')
    expect(floor.refusal('supervisor', press('x'))).toBe('allowed')
  })

  test('gives no more than its limit a day, those of the staff counted; a cancelled one is free again', () => {
    floor.at('09:00', tomorrow)
    issue(floor, 'a', 'b')
    floor.does('counter-1', press('c'))
    expect(floor.refusal('kiosk', press('d'))).toBe('ticketLimitReached')
    expect(floor.sees('kiosk', { of: 'kiosk' }).closed).toEqual({ why: 'ticketLimitReached' })
    floor.does('counter-1', { type: 'cancelTicket', ticket: ordinary(1, tomorrow), reason: 'visitorLeft' })
    expect(floor.refusal('kiosk', press('d'))).toBe('allowed')
  })

  test('tells the kiosk from when there are tickets', () => {
    floor.at('08:00', tomorrow)
    const { closed, hours } = floor.sees('kiosk', { of: 'kiosk' })
    expect(closed).toEqual({ why: 'ticketsNotYet', from: instantOf(tomorrow, '09:00') })
    expect(hours).toEqual({ from: instantOf(tomorrow, '09:00'), until: instantOf(tomorrow, '17:30') })
  })
})

describe('the issue is stopped', () => {
  let floor: Floor
  const stop: Command = { type: 'stopIssue', reason: 'tooMany' }
  beforeEach(() => {
    floor = openFloor(1)
  })

  test('by a supervisor with a reason that kiosk and board tell, and resumed', () => {
    expect(floor.refusal('counter-1', stop)).toBe('notSupervisor')
    floor.does('supervisor', stop)
    expect(floor.refusal('supervisor', stop)).toBe('stoppedAlready')
    expect(floor.refusal('kiosk', press('a'))).toBe('issueStopped')
    expect(floor.refusal('counter-1', press('a'))).toBe('allowed')
    expect(floor.sees('kiosk', { of: 'kiosk' }).closed).toEqual({ why: 'issueStopped', reason: 'tooMany' })
    expect(floor.sees('kiosk', { of: 'board' }).stopped).toBe('tooMany')
    expect(floor.sees('supervisor', { of: 'overview' }).queue.stopped).toBe('tooMany')
    floor.does('supervisor', { type: 'resumeIssue' })
    expect(floor.refusal('supervisor', { type: 'resumeIssue' })).toBe('nothingToResume')
    expect(floor.refusal('kiosk', press('a'))).toBe('allowed')
  })

  test('for its day alone', () => {
    floor.does('supervisor', stop)
    expect(floor.at('09:00', tomorrow).refusal('kiosk', press('a'))).toBe('allowed')
    expect(floor.sees('kiosk', { of: 'board' }).stopped).toBeUndefined()
  })
})

describe('the slip of a ticket', () => {
  let floor: Floor
  const slip = () => floor.sees('kiosk', { of: 'slip', touch: 'a' })?.print
  const again: Command = { type: 'printTicket', touch: 'a', kiosk: 'kiosk-1' }
  const tell = (print: number, why?: 'paperOut'): Command => ({
    type: 'tellPrint',
    ticket: ordinary(1),
    print,
    ...(why && { why }),
  })
  beforeEach(() => {
    floor = openFloor(1)
  })

  test('is asked for with the ticket, once for a touch, where the kiosk has a printer of the hall', () => {
    floor.does('kiosk', press('a', 'kiosk-1'), press('a', 'kiosk-1'), press('b', 'kiosk-2'), press('c'))
    expect(floor.events.filter((e) => e.type === 'slipQueued')).toHaveLength(1)
    expect(slip()).toEqual({ print: 1, state: 'queued' })
    expect(floor.sees('kiosk', { of: 'slip', touch: 'b' })?.print).toBeUndefined()
  })

  test('that did not come out is seen by the staff, and is printed again with the same number', () => {
    floor.does('kiosk', press('a', 'kiosk-1'))
    floor.does('hall', tell(1, 'paperOut'))
    expect(slip()).toEqual({ print: 1, state: 'failed', why: 'paperOut' })
    expect(floor.sees('counter-1', { of: 'counter' }).queue.unprinted).toMatchObject([
      { ticket: ordinary(1), kiosk: { id: 'kiosk-1', number: 1 }, why: 'paperOut' },
    ])
    // Pressed twice: one slip.
    floor.does('kiosk', again, again)
    expect(slip()).toEqual({ print: 2, state: 'queued' })
    expect(floor.refusal('hall', tell(1))).toBe('printNotAsked')
    floor.does('hall', tell(2))
    expect(slip()).toEqual({ print: 2, state: 'printed' })
    expect(floor.sees('counter-1', { of: 'counter' }).queue.unprinted).toEqual([])
    expect(floor.hall.tickets.size).toBe(1)
  })

  test('is told by the hall alone, and comes five times at most', () => {
    floor.does('kiosk', press('a', 'kiosk-1'))
    expect(floor.refusal('counter-1', tell(1))).toBe('notForThisMachine')
    expect(floor.refusal('kiosk', tell(1))).toBe('notForThisMachine')
    for (const n of [1, 2, 3, 4]) {
      floor.does('hall', tell(n))
      floor.does('kiosk', again)
    }
    floor.does('hall', tell(5))
    expect(floor.refusal('kiosk', again)).toBe('printedTooOften')
    expect(floor.refusal('kiosk', { ...again, kiosk: 'kiosk-2' })).toBe('printerUnknown')
    expect(floor.refusal('kiosk', { ...again, touch: 'nobody' })).toBe('ticketUnknown')
  })
})

describe('a kiosk that did not reach the hall', () => {
  let floor: Floor
  const order = () => waiting(floor.hall, today).map((t) => `${t.label.series}${t.label.number}`)
  const label = (number: number, day: string = today): TicketLabel => ({ day, series: '다', number })
  const tell = (touch: string, number: number, at = '09:10', kiosk = 'kiosk-1'): Command => ({
    type: 'tellTicket',
    touch,
    class: 'ordinary',
    kiosk,
    label: label(number),
    issuedAt: instantOf(today, at),
  })
  beforeEach(() => {
    floor = openFloor(2).at('09:30')
  })

  test('tells its own tickets once it does, each once, and they stand where their visitors came', () => {
    issue(floor, 'late')
    floor.does('kiosk', tell('x', 1), tell('x', 1), tell('y', 2, '09:20'))
    expect(order()).toEqual(['다1', '다2', '가1'])
    expect(floor.hall.tickets.get(`${today}/다1`)).toMatchObject({ issuedAt: instantOf(today, '09:10') })
  })

  test('has numbers of its own, which no other kiosk gives', () => {
    expect(floor.sees('kiosk', { of: 'kiosk', kiosk: 'kiosk-1' }).kiosk?.own).toMatchObject({ first: 1, last: 200 })
    expect(floor.sees('kiosk', { of: 'kiosk', kiosk: 'kiosk-2' }).kiosk?.own).toMatchObject({ first: 201, last: 400 })
    expect(floor.sees('kiosk', { of: 'kiosk', kiosk: 'other' }).problem).toBe('kioskUnknown')
    expect(floor.refusal('kiosk', tell('x', 201))).toBe('labelNotOwn')
    expect(floor.refusal('kiosk', tell('x', 201, '09:10', 'kiosk-2'))).toBe('allowed')
    expect(floor.refusal('kiosk', tell('x', 1, '09:10', 'other'))).toBe('kioskUnknown')
  })

  test('whose number another visitor has gives it up for another one, and the staff know what the slip says', () => {
    floor.does('kiosk', tell('x', 1), tell('y', 1, '09:12'))
    expect(order()).toEqual(['다1', '다200'])
    const { queue } = floor.sees('counter-1', { of: 'counter' })
    expect(queue.unprinted).toMatchObject([{ label: label(200), why: 'numberTaken', says: label(1), touch: 'y' }])
    expect(floor.sees('kiosk', { of: 'kiosk', kiosk: 'kiosk-1' }).kiosk?.own.taken).toEqual([1, 200])
    floor.does('counter-1', { type: 'printTicket', touch: 'y', kiosk: 'kiosk-1' })
    floor.does('hall', { type: 'tellPrint', ticket: `${today}/다200`, print: 2 })
    expect(floor.sees('counter-1', { of: 'counter' }).queue.unprinted).toEqual([])
  })

  test('is told which of its numbers a counter took by the paper', () => {
    floor.does('counter-1', { type: 'takeTicket', visit: 'v', label: label(3) })
    expect(floor.sees('kiosk', { of: 'kiosk', kiosk: 'kiosk-1' }).kiosk?.own.taken).toEqual([3])
  })

  test('is believed no time before tickets began, nor before it gave the last one of the hall', () => {
    floor.at('09:05')
    issue(floor, 'first')
    floor.at('09:06').does('kiosk', press('seen', 'kiosk-1'))
    floor.at('09:30').does('kiosk', tell('x', 1, '00:01'), tell('y', 201, '00:01', 'kiosk-2'))
    const placeOf = (number: number) => floor.hall.tickets.get(`${today}/다${number}`)?.effectiveAt
    expect(placeOf(1)).toBe(instantOf(today, '09:06'))
    expect(placeOf(201)).toBe(instantOf(today, '09:00'))
    const early = openFloor(1).at('08:30')
    issue(early, 'a')
    early.at('09:30').does('kiosk', tell('x', 1, '08:40'))
    expect(early.hall.tickets.get(`${today}/다1`)?.effectiveAt).toBe(instantOf(today, '08:40'))
    const hours = openFloor(1, { tickets: { from: '09:20' } }).at('09:30')
    hours.does('kiosk', tell('x', 1, '09:10'))
    expect(hours.hall.tickets.get(`${today}/다1`)?.effectiveAt).toBe(instantOf(today, '09:20'))
  })

  test.each<[string, Command]>([
    ['another day', { ...(tell('x', 1) as Extract<Command, { type: 'tellTicket' }>), label: label(1, tomorrow) }],
    ['a time to come', tell('x', 1, '09:33')],
    [
      'a number of the hall',
      { ...(tell('x', 1) as Extract<Command, { type: 'tellTicket' }>), label: { ...label(1), series: '가' } },
    ],
  ])('is not believed about %s', (_what, command) => {
    expect(floor.refusal('kiosk', command)).toBe('labelNotOwn')
  })

  test('whose clock is a minute ahead loses no ticket and jumps no queue', () => {
    floor.does('kiosk', tell('x', 1, '09:31'))
    expect(floor.hall.tickets.get(`${today}/다1`)?.effectiveAt).toBe(instantOf(today, '09:30'))
  })

  test('has tickets that a counter takes before the hall hears of them', () => {
    floor.does('counter-1', { type: 'takeTicket', visit: 'v', label: label(1) })
    floor.does('kiosk', tell('x', 1))
    expect(waiting(floor.hall, today)).toEqual([])
    expect(floor.hall.visits.get('v')?.state).toBe('serving')
  })

  test('tells them though the issue is stopped or the hours are over: the paper is in a hand; not after the day is closed', () => {
    floor.does('supervisor', { type: 'stopIssue', reason: 'outage' })
    floor.does('kiosk', tell('x', 1))
    floor.does('supervisor', { type: 'closeDay', day: today })
    expect(floor.refusal('kiosk', tell('y', 2))).toBe('dayClosed')
  })
})

test.each(['가', '나', '다'] as const)('a code of the series %s is read as it is written', (series) => {
  const label = { day: today, series, number: 12 }
  expect(readTicketCode(ticketCode(label), tomorrow)).toEqual(label)
  expect(readTicketCode(`${series}12`, today)).toEqual(label)
})

test('a kiosk counts who goes first for each class', () => {
  const floor = openFloor(1)
  issue(floor, 'a', 'b')
  floor.does('kiosk', { type: 'issueTicket', touch: 'p', class: 'priority' })
  expect(floor.sees('kiosk', { of: 'kiosk' }).ahead).toEqual({ ordinary: 3, priority: 1 })
})

test('a board with a setting that nobody knows shows the usual layout, and says so', () => {
  const floor = openFloor(1, {
    boards: [
      { id: 'hall', layout: 'round' },
      { id: 'door', layout: 'portrait' },
    ],
  })
  const board = (id?: string) => floor.sees('kiosk', { of: 'board', ...(id !== undefined && { board: id }) })
  expect(board()).toMatchObject({ layout: 'landscape' })
  expect(board('door')).toMatchObject({ layout: 'portrait' })
  expect(board('hall')).toMatchObject({ layout: 'landscape', problem: 'layoutUnknown' })
  expect(board('gone')).toMatchObject({ layout: 'landscape', problem: 'boardUnknown' })
})

test('a ticket that was issued without the kiosk hearing of it is void once the kiosk gave another', () => {
  const floor = openFloor(1).at('09:30')
  floor.does('kiosk', press('lost', 'kiosk-1'))
  const label = { day: today, series: '다', number: 1 } as const
  floor.does('kiosk', {
    type: 'tellTicket',
    touch: 'own',
    class: 'ordinary',
    kiosk: 'kiosk-1',
    label,
    issuedAt: floor.now,
    instead: 'lost',
  })
  expect(waiting(floor.hall, today).map((t) => t.ticket)).toEqual([`${today}/다1`])
  expect(floor.hall.tickets.get(ordinary(1))?.cancelled).toBe('issuedTwice')
})

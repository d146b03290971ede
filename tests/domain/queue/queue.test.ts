import { beforeEach, describe, expect, test } from 'vitest'
import type { Command } from '../../../domain/hall.ts'
import type { SomeSettings } from '../../../domain/queue/queue-settings.ts'
import { disputes, waiting } from '../../../domain/queue/queue.ts'
import { owns } from '../../../domain/record/ownership.ts'
import { hallToJson } from '../../../domain/state.ts'
import { MINUTE } from '../../../domain/time.ts'
import {
  arrivals,
  type Floor,
  issue,
  miss,
  openFloor,
  ordinary,
  paper,
  receive,
  serve,
  today,
} from '../../support/floor.ts'

/** The counter and its queue, by the scenarios of the field [S…]. */

let floor: Floor
beforeEach(() => {
  floor = openFloor(3, {
    teams: [
      { id: 't1', name: '1팀' },
      { id: 't2', name: '2팀' },
    ],
  })
})

const queue = () => waiting(floor.hall, today).map((t) => `${t.label.series}${t.label.number}`)
const stateOf = (visit: string) => floor.hall.visits.get(visit)?.state
const set = (settings: SomeSettings) => floor.does('supervisor', { type: 'setQueue', settings, reason: '혼잡' })
const next = (visit: string): Command => ({ type: 'callNext', visit })

describe('calls', () => {
  test('of eighteen counters at one moment give each number once, in order', () => {
    floor = openFloor(18)
    issue(floor, ...Array.from({ length: 20 }, (_, i) => `press ${i}`))
    for (let i = 1; i <= 18; i++) floor.does(`counter-${i}`, next(`v${i}`))
    const called = floor.events.flatMap((e) => (e.type === 'ticketCalled' ? [e.label.number] : []))
    expect(called).toEqual(Array.from({ length: 18 }, (_, i) => i + 1))
    expect(queue()).toEqual(['가19', '가20'])
  })

  test('twice by the same clerk are one', () => {
    issue(floor, 'a', 'b')
    floor.does('counter-1', next('v'))
    expect(floor.refusal('counter-1', next('v'))).toBe('stillServing')
    expect(floor.refusal('counter-1', next('w'))).toBe('stillServing')
    expect(queue()).toEqual(['가2'])
  })

  test('that are sent three times are one, like the touch of a kiosk', () => {
    for (let i = 0; i < 3; i++) issue(floor, 'same touch')
    expect(queue()).toEqual(['가1'])
    floor.does('counter-1', next('v'), { type: 'returnToQueue', visit: 'v' })
    for (let i = 0; i < 2; i++) expect(floor.refusal('counter-1', next('v'))).toBe('visitKnown')
    expect(floor.events.filter((e) => e.type === 'ticketCalled')).toHaveLength(1)
  })

  test('for the last ticket from two counters: one has it, the other hears that nobody waits', () => {
    issue(floor, 'a')
    floor.does('counter-1', next('v'))
    expect(floor.refusal('counter-2', next('w'))).toBe('queueEmpty')
  })

  test('of a named ticket that another counter has just taken are refused, and nobody else is called instead', () => {
    issue(floor, 'a', 'b')
    floor.does('counter-2', next('w'))
    const named: Command = { type: 'callTicket', visit: 'v', ticket: ordinary(1), reason: 'promised' }
    expect(floor.refusal('counter-1', named)).toBe('ticketNotWaiting')
    expect(queue()).toEqual(['가2'])
  })

  test('while one is served are refused: the clerk keeps or finishes', () => {
    issue(floor, 'a', 'b')
    serve(floor, 'counter-1', 'v')
    expect(floor.refusal('counter-1', next('w'))).toBe('stillServing')
    floor.does('counter-1', { type: 'completeVisit', visit: 'v' }, next('w'))
    expect(stateOf('w')).toBe('called')
  })

  test('have one budget for a number, however often it is given back in between', () => {
    issue(floor, 'a')
    set({ recalls: 2 })
    for (const visit of ['v', 'w']) {
      floor.does('counter-1', next(visit), { type: 'recall', visit }, { type: 'returnToQueue', visit })
    }
    floor.does('counter-1', next('x'))
    expect(floor.refusal('counter-1', { type: 'recall', visit: 'x' })).toBe('recallsUsedUp')
    expect(floor.refusal('counter-1', { type: 'markNoShow', visit: 'x' })).toBe('allowed')
    floor.does('counter-1', { type: 'welcome', visit: 'x' }, { type: 'transferVisit', visit: 'x', to: 'counter-2' })
    floor.does('counter-2', next('y'), { type: 'recall', visit: 'y' })
  })

  test('are made again as often as the queue is set: never, once or more', () => {
    issue(floor, 'a', 'b', 'c')
    set({ recalls: 0 })
    floor.does('counter-1', next('v'))
    expect(floor.refusal('counter-1', { type: 'recall', visit: 'v' })).toBe('recallsUsedUp')
    floor.does('counter-1', { type: 'markNoShow', visit: 'v' })
    set({ recalls: 1 })
    floor.does('counter-1', next('w'))
    expect(floor.refusal('counter-1', { type: 'markNoShow', visit: 'w' })).toBe('recallFirst')
    floor.does('counter-1', { type: 'recall', visit: 'w' })
    expect(floor.refusal('counter-1', { type: 'recall', visit: 'w' })).toBe('recallsUsedUp')
    floor.does('counter-1', { type: 'markNoShow', visit: 'w' })
    expect([stateOf('v'), stateOf('w')]).toEqual(['noShow', 'noShow'])
  })

  test('are not made again sooner than the queue is set, unless the clock was set back', () => {
    set({ recallAfter: 30 })
    issue(floor, 'a')
    floor.does('counter-1', next('v'))
    const recall: Command = { type: 'recall', visit: 'v' }
    floor.now += 29_999
    expect(floor.refusal('counter-1', recall)).toBe('recallTooSoon')
    floor.now += 1
    floor.does('counter-1', recall)
    expect(floor.refusal('counter-1', recall)).toBe('recallTooSoon')
    floor.now -= MINUTE
    expect(floor.refusal('counter-1', recall)).toBe('allowed')
  })

  test('of a missing visitor come after three others of the class, and after all who came long before', () => {
    for (const touch of ['a', 'b', 'c', 'd', 'e']) {
      issue(floor, touch)
      floor.now += MINUTE
    }
    miss(floor, 'counter-1', 'v')
    floor.now += 3 * MINUTE
    floor.does('counter-2', { type: 'bringBack', ticket: ordinary(1) })
    expect(queue()).toEqual(['가2', '가3', '가4', '가1', '가5'])
    floor.now += 40 * MINUTE
    miss(floor, 'counter-1', 'w')
    floor.does('counter-2', { type: 'bringBack', ticket: ordinary(2) })
    expect(queue()).toEqual(['가3', '가4', '가1', '가2', '가5'])
  })

  test('of who left are not made: a ticket is cancelled while it waits, and a call ends as a no-show', () => {
    issue(floor, 'a', 'b')
    floor.does('counter-1', { type: 'cancelTicket', ticket: ordinary(1), reason: 'visitorLeft' })
    miss(floor, 'counter-1', 'v')
    expect(queue()).toEqual([])
    expect(floor.refusal('counter-1', next('w'))).toBe('queueEmpty')
  })

  test('bring a priority visitor before those who came earlier, and after whoever was promised to come back', () => {
    issue(floor, 'a', 'b')
    serve(floor, 'counter-1', 'v')
    floor.does('counter-1', { type: 'transferVisit', visit: 'v', to: 'counter-2', returns: true })
    serve(floor, 'counter-2', 'w')
    floor.does('counter-2', { type: 'completeVisit', visit: 'w' })
    floor.does('kiosk', { type: 'issueTicket', touch: 'p', class: 'priority' })
    expect(queue()).toEqual(['가1', '나1', '가2'])
  })
})

describe('a call out of order', () => {
  const named: Command = { type: 'callTicket', visit: 'v', ticket: ordinary(2), reason: 'urgent' }
  beforeEach(() => void issue(floor, 'a', 'b'))

  test.each([
    ['supervisors', 'outOfOrder'],
    ['named', 'allowed'],
    ['everyone', 'allowed'],
  ] as const)('is for a clerk who is named, where it is for %s: %s', (outOfOrder, answer) => {
    set({ outOfOrder, outOfOrderBy: ['clerk'] })
    expect(floor.refusal('counter-1', named)).toBe(answer)
    expect(floor.sees('counter-1', { of: 'counter' }).callsOutOfOrder).toBe(answer === 'allowed')
  })

  test('needs its reason, which stays with the visit; the first of the queue needs none', () => {
    expect(floor.refusal('counter-1', { type: 'callTicket', visit: 'v', ticket: ordinary(2) })).toBe(
      'callReasonMissing',
    )
    expect(floor.does('counter-1', named)).toMatchObject([{ type: 'ticketCalled', outOfOrder: 'urgent' }])
    expect(floor.sees('counter-1', { of: 'counter' }).visit?.why).toEqual({ outOfOrder: 'urgent' })
    set({ outOfOrder: 'supervisors' })
    floor.does('counter-2', { type: 'callTicket', visit: 'w', ticket: ordinary(1) })
    expect(floor.sees('counter-2', { of: 'counter' }).visit?.why).toBe('inOrder')
  })
})

describe('why a number is first', () => {
  test('is said at the call: by its class, sent here, back after a no-show, or by its turn', () => {
    issue(floor, 'a', 'b')
    floor.does('kiosk', { type: 'issueTicket', touch: 'p', class: 'priority' })
    const why = (counter: string) => floor.sees(counter, { of: 'counter' }).visit?.why
    serve(floor, 'counter-1', 'p')
    expect(why('counter-1')).toBe('priority')
    miss(floor, 'counter-2', 'v')
    floor.does('counter-2', { type: 'bringBack', ticket: ordinary(1) })
    floor.does('counter-1', { type: 'transferVisit', visit: 'p', to: 'counter-3' })
    serve(floor, 'counter-3', 'w')
    expect(why('counter-3')).toBe('sentHere')
    serve(floor, 'counter-1', 'x')
    serve(floor, 'counter-2', 'y')
    expect([why('counter-1'), why('counter-2')]).toEqual(['inOrder', 'cameBack'])
  })
})

describe('a visit on hold', () => {
  beforeEach(() => {
    issue(floor, 'a', 'b')
    serve(floor.at('09:10'), 'counter-1', 'v')
    floor.at('09:20').does('counter-1', { type: 'holdVisit', visit: 'v', reason: 'fillingForm', minutes: 15 })
  })

  test('says when the clerk is to be told', () => {
    const [held] = floor.sees('counter-1', { of: 'counter' }).held
    expect(held).toMatchObject({ heldUntil: floor.now + 15 * MINUTE, holdReason: 'fillingForm' })
  })

  test('goes on with another clerk at another counter, whether the first is closed or not', () => {
    floor.does('counter-1', { type: 'signOut' })
    const takeOver: Command = { type: 'takeOverVisit', visit: 'w', held: 'v' }
    expect(floor.sees('counter-2', { of: 'counter' }).heldElsewhere).toMatchObject([{ visit: 'v', at: { number: 1 } }])
    floor.at('09:50').does('counter-2', takeOver)
    expect(floor.hall.visits.get('w')).toMatchObject({ state: 'serving', continues: 'v', ticket: ordinary(1) })
    expect(floor.refusal('counter-3', { ...takeOver, visit: 'x' })).toBe('notHeld')
    floor.does('counter-1', { type: 'signIn', clerk: 'clerk' })
    expect(floor.sees('counter-1', { of: 'counter' }).held).toEqual([])
    expect(floor.refusal('counter-1', { type: 'resumeVisit', visit: 'v' })).toBe('notHeld')
    expect(floor.refusal('counter-1', { ...takeOver, visit: 'x' })).toBe('notHeld')
    floor.does('counter-2', { type: 'completeVisit', visit: 'w' })
    expect(disputes(floor.hall)).toEqual([])
    expect(queue()).toEqual(['가2'])
  })

  test('keeps its petitions where it goes on: they are seen there, and the visitor is not let go before they are', () => {
    floor.does('counter-1', { type: 'resumeVisit', visit: 'v' })
    floor.does('counter-1', receive('k', undefined, 'v'))
    floor.does('counter-1', { type: 'holdVisit', visit: 'v', reason: 'askingOffice' })
    floor.does('counter-2', { type: 'takeOverVisit', visit: 'w', held: 'v' })
    expect(floor.sees('counter-2', { of: 'counter' }).visit?.cases).toMatchObject([{ case: 'k', holder: 'counter-1' }])
    expect(floor.refusal('counter-2', { type: 'completeVisit', visit: 'w' })).toBe('caseStillOpen')
    floor.does('counter-1', { type: 'passCase', case: 'k', to: 'counter-2' })
    expect(floor.refusal('counter-2', { type: 'completeVisit', visit: 'w' })).toBe('caseStillOpen')
    floor.does('counter-2', { type: 'withdrawCase', case: 'k' }, { type: 'completeVisit', visit: 'w' })
  })

  test('is given to another counter by the hall alone', () => {
    const [taken] = floor.does('counter-2', { type: 'takeOverVisit', visit: 'w', held: 'v' })
    const tells = ['counter-1', 'counter-2'].filter(
      (m) => taken && owns(floor.hall, m, { ...taken, by: { machine: m } }),
    )
    expect(tells).toEqual([])
  })

  test('keeps its times apart: the wait ends at the first call, and the hold is no time at the counter', () => {
    floor.at('09:50').does('counter-1', { type: 'resumeVisit', visit: 'v' })
    floor.at('10:00').does('counter-1', { type: 'completeVisit', visit: 'v' })
    expect(floor.hall.visits.get('v')).toMatchObject({ heldFor: 30 * MINUTE })
    expect(floor.sees('counter-1', { of: 'counter' }).lastVisit).toMatchObject({ waitedMinutes: 10 })
  })

  test('that its counter resumed without the line while the hall gave it to another is a dispute, in whatever order it is heard', () => {
    const cut = floor.cutOff()
    const resumed = cut.does('counter-1', { type: 'resumeVisit', visit: 'v' })
    const taken = floor.does('counter-2', { type: 'takeOverVisit', visit: 'w', held: 'v' })
    const before = floor.events.slice(0, -1)
    const ends = arrivals(resumed, taken).map((order) => {
      const hall = openFloor(3).cutOff()
      hall.hears(...structuredClone(before), ...structuredClone(order))
      expect(disputes(hall.hall)).toMatchObject([{ visits: [{ counter: 'counter-1' }, { counter: 'counter-2' }] }])
      return hallToJson(hall.hall)
    })
    expect(new Set(ends).size).toBe(1)
  })
})

test('a missing visitor gains no place by having been missing', () => {
  floor = openFloor(2, { noShow: { placesBack: 1 }, queue: { outOfOrder: 'everyone' } })
  for (const number of [1, 2, 3, 4]) issue(floor.at(`09:0${number}`), `touch-${number}`)
  floor.at('09:10').does('counter-1', { type: 'callTicket', visit: 'v', ticket: ordinary(4), reason: 'urgent' })
  floor.does('counter-1', { type: 'recall', visit: 'v' }, { type: 'markNoShow', visit: 'v' })
  floor.does('counter-2', { type: 'bringBack', ticket: ordinary(4) })
  expect(waiting(floor.hall, today).map((t) => t.label.number)).toEqual([1, 2, 3, 4])
})

test('a ticket that two counters took is in dispute no more once one of the two has ended: nothing is left to settle', () => {
  const first = floor.cutOff().does('counter-1', { type: 'takeTicket', visit: 'v', label: paper(4) })
  const second = floor.cutOff().does('counter-2', { type: 'takeTicket', visit: 'w', label: paper(4) })
  floor.hears(...first, ...second)
  expect(disputes(floor.hall)).toHaveLength(1)
  floor.does('counter-2', { type: 'holdVisit', visit: 'w', reason: 'other' })
  expect(disputes(floor.hall)).toHaveLength(1)
  floor.does('counter-1', { type: 'completeVisit', visit: 'v' })
  expect(disputes(floor.hall)).toEqual([])
  expect(['v', 'w'].map((v) => floor.hall.visits.get(v)?.state)).toEqual(['completed', 'held'])
})

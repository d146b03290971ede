import { beforeEach, describe, expect, test } from 'vitest'
import type { Command, Refusal } from '../../../domain/hall.ts'
import { disputes, meantFor, waiting } from '../../../domain/queue/queue.ts'
import {
  type Floor,
  handOver,
  handOverStep,
  issue,
  miss,
  openFloor,
  ordinary,
  paper,
  receive,
  serve,
  today,
  untilNotice,
} from '../../support/floor.ts'

/** Tickets and visits: given what happened, when someone acts, then what happens or why not. */

let floor: Floor
beforeEach(() => {
  floor = openFloor()
})

const queue = () => waiting(floor.hall, today).map((t) => `${t.label.series}${t.label.number}`)
const stateOf = (visit: string) => floor.hall.visits.get(visit)?.state
const types = (events: readonly { type: string }[]) => events.map((e) => e.type)

describe('a ticket', () => {
  test('is issued once for a press of the kiosk, however often the press arrives', () => {
    expect(issue(floor, 'press')).toMatchObject([{ type: 'ticketIssued', ticket: ordinary(1), label: paper(1) }])
    expect(issue(floor, 'press')).toEqual([])
    expect(queue()).toEqual(['가1'])
  })

  test('is numbered in its own series, and priority visitors are first', () => {
    issue(floor, 'a', 'b')
    floor.does('kiosk', { type: 'issueTicket', touch: 'c', class: 'priority' })
    issue(floor, 'd')
    expect(queue()).toEqual(['나1', '가1', '가2', '가3'])
  })

  test('keeps its number to itself when one before it is cancelled', () => {
    issue(floor, 'a')
    floor.does('counter-1', { type: 'cancelTicket', ticket: ordinary(1), reason: 'issuedByMistake' })
    expect(issue(floor, 'b')).toMatchObject([{ label: { number: 2 } }])
  })

  test('that is cancelled waits no more and is not cancelled again', () => {
    issue(floor, 'a', 'b')
    const cancel: Command = { type: 'cancelTicket', ticket: ordinary(1), reason: 'visitorLeft' }
    expect(floor.does('counter-1', cancel)).toMatchObject([{ type: 'ticketCancelled', reason: 'visitorLeft' }])
    expect(queue()).toEqual(['가2'])
    expect(floor.refusal('counter-1', cancel)).toBe('ticketNotWaiting')
  })
})

describe('a call', () => {
  test('takes the first of the queue, and the next counter gets the next', () => {
    issue(floor, 'a', 'b')
    expect(floor.does('counter-2', { type: 'callNext', visit: 'v' })).toMatchObject([
      { type: 'ticketCalled', ticket: ordinary(1), counter: 'counter-2', by: { machine: 'counter-2', clerk: 'clerk' } },
    ])
    expect(floor.does('counter-1', { type: 'callNext', visit: 'w' })).toMatchObject([{ ticket: ordinary(2) }])
  })

  test('by name takes a ticket from the middle of the queue', () => {
    issue(floor, 'a', 'b', 'c')
    floor.does('counter-1', { type: 'callTicket', visit: 'v', ticket: ordinary(2), reason: 'urgent' })
    expect(queue()).toEqual(['가1', '가3'])
  })

  test('may be made again, and only after that is the visitor missing', () => {
    issue(floor, 'a')
    floor.does('counter-1', { type: 'callNext', visit: 'v' })
    expect(floor.refusal('counter-1', { type: 'markNoShow', visit: 'v' })).toBe('recallFirst')
    expect(types(floor.does('counter-1', { type: 'recall', visit: 'v' }, { type: 'markNoShow', visit: 'v' }))).toEqual([
      'visitRecalled',
      'visitorMissing',
    ])
    expect(stateOf('v')).toBe('noShow')
    expect(queue()).toEqual([])
  })

  test('by mistake gives the ticket back to its old place', () => {
    issue(floor, 'a', 'b', 'c')
    floor.does('counter-1', { type: 'callTicket', visit: 'v', ticket: ordinary(2), reason: 'urgent' })
    floor.at('09:30').does('counter-1', { type: 'returnToQueue', visit: 'v' })
    expect(stateOf('v')).toBe('returned')
    expect(queue()).toEqual(['가1', '가2', '가3'])
  })
})

describe('a missing visitor', () => {
  test.each([
    [0, [1, 2, 3, 4, 5]],
    [3, [2, 3, 4, 1, 5]],
    [9, [2, 3, 4, 5, 1]],
  ])('who comes back waits until %i others were called, as the hall has set it', (placesBack, order) => {
    floor = openFloor(2, { noShow: { placesBack } })
    for (const number of [1, 2, 3, 4, 5]) issue(floor.at(`09:0${number}`), `touch-${number}`)
    miss(floor.at('09:10'), 'counter-1', 'v')
    floor.does('counter-2', { type: 'bringBack', ticket: ordinary(1) })
    expect(queue()).toEqual(order.map((number) => `가${number}`))
  })

  test('is called again when the queue comes to the ticket, and may be missing again', () => {
    issue(floor, 'a')
    miss(floor, 'counter-1', 'v')
    floor.does('counter-1', { type: 'bringBack', ticket: ordinary(1) })
    miss(floor, 'counter-2', 'w')
    expect(queue()).toEqual([])
    expect(floor.does('counter-1', { type: 'bringBack', ticket: ordinary(1) })).toMatchObject([{ visits: ['w'] }])
    expect(queue()).toEqual(['가1'])
  })

  test('who was not missing is not brought back', () => {
    issue(floor, 'a', 'b')
    serve(floor, 'counter-1', 'v')
    expect(floor.refusal('counter-1', { type: 'bringBack', ticket: ordinary(1) })).toBe('ticketNotWaiting')
    expect(floor.refusal('counter-1', { type: 'bringBack', ticket: ordinary(2) })).toBe('ticketNotWaiting')
  })
})

describe('a visit', () => {
  beforeEach(() => {
    issue(floor, 'a', 'b')
    serve(floor, 'counter-1', 'v')
  })

  test('is held with its reason and goes on later, while the counter serves another between', () => {
    floor.does('counter-1', { type: 'holdVisit', visit: 'v', reason: 'payingFee' })
    expect(floor.hall.visits.get('v')).toMatchObject({ state: 'held', holdReason: 'payingFee' })
    serve(floor, 'counter-1', 'w')
    expect(floor.refusal('counter-1', { type: 'resumeVisit', visit: 'v' })).toBe('stillServing')
    floor.does('counter-1', { type: 'completeVisit', visit: 'w' }, { type: 'resumeVisit', visit: 'v' })
    expect(stateOf('v')).toBe('serving')
  })

  test('that is held keeps its ticket out of the queue, and goes on only with a clerk', () => {
    floor.does('counter-1', { type: 'holdVisit', visit: 'v', reason: 'fillingForm' }, { type: 'signOut' })
    expect(queue()).toEqual(['가2'])
    expect(floor.refusal('counter-1', { type: 'resumeVisit', visit: 'v' })).toBe('nobodySignedIn')
  })

  test('sent to a counter is called by that one only, in its first place', () => {
    floor.does('counter-1', { type: 'transferVisit', visit: 'v', to: 'counter-2' })
    expect(stateOf('v')).toBe('transferred')
    expect(meantFor(floor.hall, ordinary(1))).toBe('counter-2')
    expect(queue()).toEqual(['가1', '가2'])
    expect(floor.does('counter-1', { type: 'callNext', visit: 'w' })).toMatchObject([{ ticket: ordinary(2) }])
    expect(floor.does('counter-2', { type: 'callNext', visit: 'x' })).toMatchObject([{ ticket: ordinary(1) }])
  })

  test('sent on to any counter is called by whoever is first', () => {
    floor.does('counter-1', { type: 'transferVisit', visit: 'v', to: 'counter-2' })
    serve(floor.at('09:10'), 'counter-2', 'w')
    floor.at('09:20').does('counter-2', { type: 'transferVisit', visit: 'w' })
    expect(meantFor(floor.hall, ordinary(1))).toBeUndefined()
    expect(floor.does('counter-1', { type: 'callNext', visit: 'x' })).toMatchObject([{ ticket: ordinary(1) }])
  })

  test('is not over while a case to be done at once is open, and is over when it is closed', () => {
    floor.does('counter-1', receive('k', 'SIM-01', 'v'))
    expect(floor.refusal('counter-1', { type: 'completeVisit', visit: 'v' })).toBe('caseStillOpen')
    floor.does('counter-1', ...untilNotice('k'))
    expect(floor.refusal('counter-1', { type: 'completeVisit', visit: 'v' })).toBe('caseStillOpen')
    floor.does('counter-1', ...handOverStep('k'), handOver('k'), { type: 'completeVisit', visit: 'v' })
    expect(stateOf('v')).toBe('completed')
  })

  test('is over when its case waits for pick-up, or was passed to another counter', () => {
    floor.does('counter-1', receive('k', 'SIM-01', 'v'), receive('l', 'SIM-01', 'v'))
    floor.does('counter-1', ...untilNotice('k'), { type: 'awaitPickup', case: 'k' })
    expect(floor.refusal('counter-1', { type: 'completeVisit', visit: 'v' })).toBe('caseStillOpen')
    floor.does('counter-1', { type: 'passCase', case: 'l', to: 'counter-2' })
    expect(floor.refusal('counter-1', { type: 'completeVisit', visit: 'v' })).toBe('allowed')
  })

  test.each(['SIM-02', 'SIM-03'])('is over although its case goes on without the visitor (%s)', (code) => {
    floor.does('counter-1', receive('k', code, 'v'), { type: 'completeVisit', visit: 'v' })
    expect(stateOf('v')).toBe('completed')
  })
})

describe('a paper ticket', () => {
  test('is taken from the hand of the visitor, even when its visitor was missing or the hall never told of it', () => {
    issue(floor, 'a')
    miss(floor, 'counter-1', 'v')
    floor.online = false
    const take = (visit: string, number: number): Command => ({ type: 'takeTicket', visit, label: paper(number) })
    expect(floor.does('counter-2', take('w', 1))).toMatchObject([{ type: 'ticketTaken', ticket: ordinary(1) }])
    expect(floor.does('counter-1', take('x', 77))).toMatchObject([{ type: 'ticketTaken', ticket: ordinary(77) }])
    expect([stateOf('x'), disputes(floor.hall)]).toEqual(['serving', []])
  })

  test('that a cut-off counter took while the hall called it is in dispute, and nothing is lost', () => {
    issue(floor, 'a', 'b')
    const alone = floor.cutOff()
    serve(floor, 'counter-1', 'v')
    const meanwhile = alone.does('counter-2', { type: 'takeTicket', visit: 'w', label: paper(1) })
    expect(disputes(floor.hall)).toEqual([])
    floor.hears(...meanwhile)
    expect(disputes(floor.hall).map((d) => [d.ticket, d.visits.map((v) => v.counter)])).toEqual([
      [ordinary(1), ['counter-1', 'counter-2']],
    ])
    floor.does('counter-1', { type: 'transferVisit', visit: 'v' })
    expect(disputes(floor.hall)).toEqual([])
    expect(queue()).toEqual(['가2'])
  })

  test('in dispute is not brought back for the counter that missed it while the other serves', () => {
    issue(floor, 'a')
    const meanwhile = floor.cutOff().does('counter-2', { type: 'takeTicket', visit: 'w', label: paper(1) })
    miss(floor.at('09:10'), 'counter-1', 'v')
    floor.hears(...meanwhile)
    expect(floor.refusal('counter-1', { type: 'bringBack', ticket: ordinary(1) })).toBe('ticketNotWaiting')
  })

  test('is not needed: a visitor without one is served, and stays at that counter', () => {
    floor.does('counter-1', { type: 'serveWithoutTicket', visit: 'v' })
    expect(floor.refusal('counter-1', { type: 'transferVisit', visit: 'v' })).toBe('ticketUnknown')
    floor.does('counter-1', { type: 'completeVisit', visit: 'v' })
    expect(stateOf('v')).toBe('completed')
  })
})

describe('an act that is not possible now', () => {
  /** Ticket 1 is served at counter 1, ticket 2 is called to counter 2, 3 is cancelled, 4 waits. */
  beforeEach(() => {
    issue(floor, 'a', 'b', 'c', 'd')
    serve(floor, 'counter-1', 'v')
    floor.does('counter-2', { type: 'callNext', visit: 'w' })
    floor.does('counter-2', { type: 'cancelTicket', ticket: ordinary(3), reason: 'issuedTwice' })
  })
  const [v, w] = [{ visit: 'v' }, { visit: 'w' }]
  const free = () => floor.does('counter-2', { type: 'returnToQueue', ...w })
  test.each<[Refusal, string, Command]>([
    ['ticketUnknown', 'counter-1', { type: 'cancelTicket', ticket: ordinary(9), reason: 'visitorLeft' }],
    ['ticketUnknown', 'counter-1', { type: 'bringBack', ticket: ordinary(9) }],
    ['ticketNotWaiting', 'counter-1', { type: 'cancelTicket', ticket: ordinary(1), reason: 'visitorLeft' }],
    ['stillServing', 'counter-1', { type: 'callNext', visit: 'x' }],
    ['stillServing', 'counter-2', { type: 'takeTicket', visit: 'x', label: paper(4) }],
    ['stillServing', 'counter-1', { type: 'serveWithoutTicket', visit: 'x' }],
    ['stillServing', 'counter-1', { type: 'signOut' }],
    ['stillServing', 'counter-2', { type: 'pauseCounter', reason: 'meal' }],
    ['signedInAlready', 'counter-1', { type: 'signIn', clerk: 'chief' }],
    ['clerkUnknown', 'counter-3', { type: 'signIn', clerk: 'nobody' }],
    ['nobodySignedIn', 'counter-3', { type: 'callNext', visit: 'x' }],
    ['nobodySignedIn', 'counter-3', { type: 'signOut' }],
    ['visitUnknown', 'counter-1', { type: 'welcome', visit: 'x' }],
    ['notYourTicket', 'counter-1', { type: 'welcome', ...w }],
    ['notYourTicket', 'counter-2', { type: 'completeVisit', ...v }],
    ['notCalled', 'counter-1', { type: 'welcome', ...v }],
    ['notCalled', 'counter-1', { type: 'recall', ...v }],
    ['notCalled', 'counter-1', { type: 'returnToQueue', ...v }],
    ['notCalled', 'counter-1', { type: 'markNoShow', ...v }],
    ['notServing', 'counter-2', { type: 'holdVisit', ...w, reason: 'other' }],
    ['notServing', 'counter-2', { type: 'transferVisit', ...w }],
    ['notServing', 'counter-2', { type: 'completeVisit', ...w }],
    ['counterUnknown', 'counter-1', { type: 'transferVisit', ...v, to: 'counter-9' }],
  ])('is refused as %s to %s: %o', (refused, machine, command) => {
    expect(floor.refusal(machine, command)).toBe(refused)
  })

  test.each<[Refusal, Command]>([
    ['ticketWithOther', { type: 'takeTicket', visit: 'x', label: paper(1) }],
    ['ticketOver', { type: 'takeTicket', visit: 'x', label: paper(3) }],
    ['ticketNotWaiting', { type: 'callTicket', visit: 'x', ticket: ordinary(1) }],
    ['ticketNotWaiting', { type: 'callTicket', visit: 'x', ticket: ordinary(3) }],
    ['notHeld', { type: 'resumeVisit', ...w }],
    ['visitKnown', { type: 'callNext', ...v }],
  ])('is refused as %s to a free counter: %o', (refused, command) => {
    free()
    expect(floor.refusal('counter-2', command)).toBe(refused)
  })

  test('is taking a ticket that was served to its end', () => {
    free()
    floor.does('counter-1', { type: 'completeVisit', ...v })
    expect(floor.refusal('counter-2', { type: 'takeTicket', visit: 'x', label: paper(1) })).toBe('ticketOver')
  })

  test('is a call by a paused counter, until it opens again', () => {
    free()
    floor.does('counter-2', { type: 'pauseCounter', reason: 'meal' })
    expect(floor.refusal('counter-2', { type: 'callNext', visit: 'x' })).toBe('counterPaused')
    floor.does('counter-2', { type: 'reopenCounter' })
    expect(floor.refusal('counter-2', { type: 'callNext', visit: 'x' })).toBe('allowed')
  })

  test('is a call after signing out; signing in anew ends a pause', () => {
    free()
    floor.does('counter-2', { type: 'pauseCounter', reason: 'away' }, { type: 'signOut' })
    expect(floor.refusal('counter-2', { type: 'callNext', visit: 'x' })).toBe('nobodySignedIn')
    expect(floor.does('counter-2', { type: 'signIn', clerk: 'chief' })).toMatchObject([{ by: { clerk: 'chief' } }])
    expect(floor.refusal('counter-2', { type: 'callNext', visit: 'x' })).toBe('allowed')
  })
})

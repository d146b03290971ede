import { beforeEach, describe, expect, test } from 'vitest'
import { caseEvents } from '../../domain/case/case.ts'
import type { Command, Event, Refusal } from '../../domain/hall.ts'
import { printedLabel, readTicketCode, ticketCode, type TicketLabel } from '../../domain/queue/ticket.ts'
import { visitEvents } from '../../domain/queue/visit.ts'
import { owns } from '../../domain/record/ownership.ts'
import { hallFromJson, hallToJson } from '../../domain/state.ts'
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
  tomorrow,
} from '../support/floor.ts'

/** What is of the whole hall: its days, its numbers, and whose each thing is. */

let floor: Floor
beforeEach(() => {
  floor = openFloor(3)
})

const closeToday: Command = { type: 'closeDay', day: today }
const seize = (to: string): Command => ({ type: 'seizeCase', case: 'k', to, reason: '창구가 비었음' })
const note: Command = { type: 'addNote', case: 'k', text: '메모' }
const tick: Command = { type: 'tickCheck', case: 'k', check: 's1.2', mark: 'met' }

const serveOne = () => {
  issue(floor, 'a')
  serve(floor, 'counter-1', 'v')
}

describe('the close of a day', () => {
  test('is refused while a visitor is called, served or held', () => {
    issue(floor, 'a')
    const [visit, reason] = ['v', 'other'] as const
    for (const type of ['callNext', 'welcome', 'holdVisit'] as const) {
      floor.does('counter-1', type === 'holdVisit' ? { type, visit, reason } : { type, visit })
      expect(floor.refusal('supervisor', closeToday)).toBe('visitsOpen')
    }
  })

  test('puts away its tickets, visits and closed cases, says who was not served, and keeps what goes on', () => {
    issue(floor, 'a', 'b', 'c', 'd')
    serve(floor, 'counter-1', 'v')
    floor.does('counter-1', receive('k'), receive('open'), { type: 'withdrawCase', case: 'k' })
    floor.does('counter-1', { type: 'passCase', case: 'open', to: 'counter-2' }, { type: 'completeVisit', visit: 'v' })
    miss(floor, 'counter-1', 'w')
    floor.does('counter-1', { type: 'cancelTicket', ticket: ordinary(3), reason: 'visitorLeft' })
    const all = [1, 2, 3, 4].map((n) => ordinary(n))
    expect(floor.at('18:10').does('supervisor', closeToday)).toMatchObject([
      { type: 'dayClosed', day: today, expired: [ordinary(4)], tickets: all, visits: ['v', 'w'], cases: ['k'] },
    ])
    expect(floor.hall).toMatchObject({ closedDay: today, tickets: new Map(), visits: new Map() })
    expect([...floor.hall.cases.keys()]).toEqual(['open'])
  })

  test('leaves the next day alone, and puts away a day that was forgotten', () => {
    issue(floor, 'a')
    floor.at('09:00', tomorrow)
    issue(floor, 'b')
    serve(floor, 'counter-1', 'v')
    floor.does('supervisor', closeToday)
    expect([...floor.hall.tickets.keys()]).toEqual([ordinary(1, tomorrow)])
    floor.does('counter-1', { type: 'completeVisit', visit: 'v' })
    expect(floor.does('supervisor', { type: 'closeDay', day: tomorrow })).toMatchObject([
      { visits: ['v'], expired: [] },
    ])
  })

  test('is done once and not ahead, and no ticket is issued after it until the next day', () => {
    issue(floor, 'a', 'b')
    expect(floor.refusal('supervisor', { type: 'closeDay', day: tomorrow })).toBe('dayAhead')
    floor.does('supervisor', closeToday)
    expect(floor.refusal('supervisor', closeToday)).toBe('dayClosed')
    expect(floor.refusal('kiosk', { type: 'issueTicket', touch: 'c', class: 'ordinary' })).toBe('dayClosed')
    floor.at('09:00', tomorrow)
    expect(issue(floor, 'c')).toMatchObject([{ ticket: ordinary(1, tomorrow) }])
  })

  test('leaves nothing behind: a late act on what was put away is a stray for the supervisor', () => {
    serveOne()
    const alone = floor.cutOff()
    const late = alone.does('counter-1', { type: 'holdVisit', visit: 'v', reason: 'other' })
    floor.does('counter-1', { type: 'completeVisit', visit: 'v' })
    floor.does('supervisor', closeToday)
    floor.hears(...late)
    expect(floor.hall.strays).toMatchObject([{ what: 'visitHeld', about: 'v', why: 'unknownThing' }])
  })

  test.each<[string, Command]>([
    ['closeDay', closeToday],
    ['designateHoliday', { type: 'designateHoliday', holidays: [] }],
  ])('is, like every act on the hall, for a supervisor or the hall itself (%s)', (_name, command) => {
    expect(floor.refusal('counter-1', command)).toBe('notSupervisor')
    expect(floor.refusal('supervisor', command)).toBe('allowed')
    expect(floor.refusal('hall', command)).toBe('allowed')
  })
})

describe('a day', () => {
  test('numbers its tickets from 1', () => {
    issue(floor, 'a', 'b')
    floor.at('09:00', tomorrow)
    expect(issue(floor, 'c')).toMatchObject([{ label: { day: tomorrow, series: '가', number: 1 } }])
  })

  test('has numbers of four digits, and no ticket when they are used up', () => {
    issue(floor, 'a')
    floor.hears({ ...floor.last('ticketIssued'), touch: 'b', ticket: ordinary(9999), label: paper(9999) })
    expect(floor.refusal('kiosk', { type: 'issueTicket', touch: 'c', class: 'ordinary' })).toBe('numbersUsedUp')
  })

  test('has its own queue: a ticket of yesterday is neither called nor taken', () => {
    issue(floor, 'a')
    floor.at('09:00', tomorrow)
    const acts: [Refusal, Command][] = [
      ['queueEmpty', { type: 'callNext', visit: 'v' }],
      ['ticketNotWaiting', { type: 'callTicket', visit: 'v', ticket: ordinary(1) }],
      ['ticketOver', { type: 'takeTicket', visit: 'v', label: paper(1) }],
    ]
    for (const [refused, command] of acts) expect(floor.refusal('counter-1', command)).toBe(refused)
  })
})

describe('a receipt number', () => {
  const number = (machine: string, id: string) =>
    floor.does(machine, receive(id)).flatMap((e) => (e.type === 'caseReceived' ? [e.receiptNo] : []))[0]

  test('is of the year and the counter, begins anew with the year, and is never used again', () => {
    floor.at('17:00', '2026-12-31')
    expect([number('counter-1', 'a'), number('counter-2', 'b')]).toEqual(['2026-01-00001', '2026-02-00001'])
    floor.does('counter-1', { type: 'voidCase', case: 'a', reason: '오접수', approvedBy: 'chief' })
    expect(number('counter-1', 'c')).toBe('2026-01-00002')
    floor.at('24:00', '2026-12-31')
    expect([number('counter-1', 'd'), number('counter-1', 'e')]).toEqual(['2027-01-00001', '2027-01-00002'])
    expect(number('counter-2', 'f')).toBe('2027-02-00001')
  })
})

describe('what is printed on a ticket', () => {
  const label = (series: TicketLabel['series'], number: number): TicketLabel => ({ day: today, series, number })

  test('is read again by a scanner and by a person', () => {
    for (const one of [label('가', 7), label('나', 172), label('가', 9999)]) {
      expect(readTicketCode(ticketCode(one), tomorrow)).toEqual(one)
      expect(readTicketCode(printedLabel(one), today)).toEqual(one)
    }
    expect(ticketCode(label('나', 25))).toBe('CG1-20261124-B25')
    expect(printedLabel(label('가', 7))).toBe('가 007')
  })

  test.each(['172', ' 172 ', '0172', '가172', '가 172', 'a172', 'A 172', 'cg1-20261124-a172'])(
    'may be "%s"',
    (text) => {
      expect(readTicketCode(text, today)).toEqual(label('가', 172))
    },
  )

  test.each(['나25', '나 025', 'b25', 'CG1-20261124-B25'])('is of a priority visitor in "%s"', (text) => {
    expect(readTicketCode(text, today)).toEqual(label('나', 25))
  })

  const unread = ['', '0', '12345', '라12', '가', '-1', '1.5', '1 2', 'CG1-20261324-A1', 'CG1-20261124-D1', 'CG2-1-A1']
  test.each(unread)('is not "%s"', (text) => {
    expect(readTicketCode(text, today)).toBeUndefined()
  })
})

describe('a seizure', () => {
  const ofLate = { type: 'settleLate', case: 'k', tenure: 1 } as const
  const other: Command = { type: 'markDocument', case: 'k', document: 'd2', mark: 'verified' }

  test('gives the same case whether the acts that the hall had not seen come before it or after', () => {
    floor.does('counter-1', receive('k'))
    const alone = floor.cutOff()
    const late = alone.does('counter-1', tick, { type: 'withdrawCase', case: 'k' })
    const start = floor.cutOff()
    const lawful = [...floor.does('supervisor', seize('counter-2')), ...floor.does('counter-2', note, other)]
    const orders = arrivals(late, lawful)
    expect(orders).toHaveLength(10)
    const ends = orders.map((order) => {
      const there = start.cutOff()
      there.hears(...structuredClone(order))
      return hallToJson(there.hall)
    })
    expect(new Set(ends).size).toBe(1)
    expect(hallFromJson(ends[0] ?? '').cases.get('k')).toMatchObject({
      state: 'inProgress',
      holder: 'counter-2',
      tenure: 2,
      acts: 3,
      checks: {},
      late: [{ event: { type: 'checkTicked' } }, { event: { type: 'caseWithdrawn' } }],
    })
  })

  test('leaves late acts to the new holder, who takes over one and sets aside another', () => {
    floor.does('counter-1', receive('k'))
    const late = floor.cutOff().does('counter-1', tick, other)
    floor.does('supervisor', seize('counter-2'))
    floor.hears(...late)
    const settle = (act: number, how: 'takenOver' | 'setAside'): Command => ({ ...ofLate, act, how })
    expect(floor.refusal('counter-1', settle(2, 'takenOver'))).toBe('notYourCase')
    floor.does('counter-2', settle(2, 'takenOver'), settle(3, 'setAside'))
    expect(floor.hall.cases.get('k')).toMatchObject({ checks: { 's1.2': { mark: 'met' } }, documents: {} })
    expect(floor.hall.cases.get('k')?.late.map((l) => l.settled)).toEqual(['takenOver', 'setAside'])
    expect(floor.refusal('counter-2', settle(2, 'setAside'))).toBe('lateUnknown')
  })

  test('lets a late act be taken over only if it is still lawful, and set aside even when the case is closed', () => {
    floor.does('counter-1', receive('k'))
    const late = floor.cutOff().does('counter-1', tick)
    floor.does('supervisor', seize('counter-2'))
    floor.hears(...late)
    floor.does('counter-2', { type: 'withdrawCase', case: 'k' })
    const settle = { ...ofLate, act: 2 }
    expect(floor.refusal('counter-2', { ...settle, how: 'takenOver' })).toBe('caseClosed')
    expect(floor.refusal('counter-2', { ...settle, how: 'setAside' })).toBe('allowed')
  })
})

const hallAlone = [
  ...(['ticketIssued', 'ticketCancelled', 'ticketBroughtBack', 'ticketCalled', 'caseSeized'] as const),
  ...(['hallSetUp', 'holidaysDesignated', 'editionPublished', 'dayClosed', 'entryHeld'] as const),
]
const beginnings = ['ticketCalled', 'ticketTaken', 'visitWithoutTicket', 'visitTakenOver']
const ofVisit = visitEvents.map((e) => e.shape.type.value).filter((type) => !beginnings.includes(type))
const ofCase = caseEvents
  .map((e) => e.shape.type.value)
  .filter((t) => !['caseReceived', 'caseSeized', 'caseTakenOut'].includes(t))

describe('[O2] an event may be told', () => {
  /** Counter 1 serves visit v and held case k first; counter 2 holds it now. */
  beforeEach(() => {
    serveOne()
    floor.does('counter-1', receive('k'), { type: 'passCase', case: 'k', to: 'counter-2' })
  })
  const tells = (event: Event) => ['counter-1', 'counter-2'].filter((m) => owns(floor.hall, m, as(event, m)))
  const as = (event: Event, machine: string): Event => ({ ...event, by: { machine } })
  const last: Floor['last'] = (type) => floor.last(type)

  test('by nobody in the name of another', () => {
    const signedIn = last('clerkSignedIn')
    expect(owns(floor.hall, signedIn.by.machine, signedIn)).toBe(true)
    expect(owns(floor.hall, 'counter-1', as(signedIn, 'counter-2'))).toBe(false)
    expect(owns(floor.hall, 'hall', as(signedIn, 'hall'))).toBe(false)
  })

  test('by no machine if the hall alone writes it', () => {
    issue(floor, 'b')
    miss(floor, 'counter-2', 'w')
    floor.does('counter-2', { type: 'bringBack', ticket: ordinary(2) })
    floor.does('counter-2', { type: 'cancelTicket', ticket: ordinary(2), reason: 'visitorLeft' })
    floor.does('supervisor', { type: 'designateHoliday', holidays: [] }, seize('counter-3'))
    floor.does('hall', { type: 'publishEdition', edition: 1, effectiveDate: today, hash: 'x' })
    floor.does('counter-1', { type: 'completeVisit', visit: 'v' })
    floor.does('supervisor', closeToday)
    const held = { at: floor.now, by: { machine: 'hall' }, origin: 'counter-1', what: 'x', content: '{}' }
    floor.hears({ ...held, type: 'entryHeld', why: 'malformed' })
    for (const type of hallAlone) expect([type, tells(last(type))]).toEqual([type, []])
  })

  test('by each counter about itself', () => {
    floor.does('counter-3', { type: 'pauseCounter', reason: 'meal' }, { type: 'reopenCounter' }, { type: 'signOut' })
    for (const type of ['clerkSignedIn', 'clerkSignedOut', 'counterPaused', 'counterReopened'] as const)
      expect(tells(last(type))).toEqual(['counter-1', 'counter-2'])
  })

  test('about a visit by its counter, and begun only once', () => {
    const before = last('visitorCame')
    for (const type of ofVisit) expect(tells({ ...before, type } as Event)).toEqual(['counter-1'])
    const taken = { ...before, type: 'ticketTaken', ticket: ordinary(1), label: paper(1) } as const
    const without = { ...before, type: 'visitWithoutTicket' } as const
    expect([tells(taken), tells(without)]).toEqual([[], []])
    for (const event of [taken, without]) expect(tells({ ...event, visit: 'new' })).toEqual(['counter-1', 'counter-2'])
  })

  test('about a case by whoever held it in that tenure, and received only once', () => {
    const received = last('caseReceived')
    expect(tells(received)).toEqual([])
    // Its number is of the first counter.
    expect(tells({ ...received, case: 'new' })).toEqual(['counter-1'])
    for (const type of ofCase) {
      const event = { ...last('casePassed'), type } as Event
      expect(tells(event)).toEqual(['counter-1'])
      expect(tells({ ...event, tenure: 2 } as Event)).toEqual(['counter-2'])
      expect(tells({ ...event, tenure: 3 } as Event)).toEqual([])
    }
    floor.does('supervisor', seize('counter-1'))
    expect(tells({ ...last('casePassed'), tenure: 3 })).toEqual(['counter-1'])
    expect(tells({ ...last('casePassed'), tenure: 2 })).toEqual(['counter-2'])
  })
})

import { expect, test } from 'vitest'
import { evolve } from '../../../domain/hall-fold.ts'
import type { Event } from '../../../domain/hall.ts'
import {
  disputes,
  isCancelled,
  isMeantFor,
  keepers,
  meantFor,
  visitAt,
  visitsOf,
  waiting,
} from '../../../domain/queue/queue.ts'
import { inQueueOrder, ticketKey, type Series, type Ticket } from '../../../domain/queue/ticket.ts'
import { decideVisit } from '../../../domain/queue/visit-acts.ts'
import { isOpen, type Visit } from '../../../domain/queue/visit.ts'
import { emptyHall, hallFromJson, hallToJson, type Hall } from '../../../domain/state.ts'
import { MINUTE } from '../../../domain/time.ts'
import { makeDice, type Dice } from '../../simulation/dice.ts'
import { profile } from '../../simulation/fixture.ts'
import { Floor, today, tomorrow } from '../../support/floor.ts'

/** What is kept of the queue beside the state says what the whole state says, whatever happened and in whatever order. */

const seed = Math.floor(Math.random() * 2 ** 31)
const counters = ['counter-1', 'counter-2', 'counter-3']
const days = [today, tomorrow]
const teams = [
  { id: 't1', name: '1팀' },
  { id: 't2', name: '2팀' },
]
const setUp = {
  ...profile(3),
  teams,
  counters: counters.map((id, i) => ({ id, number: i + 1, team: i === 0 ? 't1' : 't2' })),
}

/** The queue by its definition: through all tickets and visits, each time. */
const plain = {
  visitsOf: (hall: Hall, ticket: string) => [...hall.visits.values()].filter((v) => v.ticket === ticket),
  isAfter: (a: Visit, b: Visit) => a.begunAt > b.begunAt || (a.begunAt === b.begunAt && a.visit > b.visit),
  isKeeping(hall: Hall, v: Visit): boolean {
    if (v.state === 'held') return v.takenOverAt === undefined
    if (v.state !== 'noShow') return ['called', 'serving', 'completed'].includes(v.state)
    if (hall.tickets.get(v.ticket ?? '')?.forgiven.includes(v.visit)) return false
    return ![...hall.visits.values()].some((o) => o.ticket === v.ticket && plain.isAfter(o, v))
  },
  keepers: (hall: Hall, ticket: string) => plain.visitsOf(hall, ticket).filter((v) => plain.isKeeping(hall, v)),
  isGone(hall: Hall, t: Ticket): boolean {
    if (t.cancelled === undefined) return false
    return !t.cancelledAfter || plain.visitsOf(hall, t.ticket).every((v) => t.cancelledAfter?.includes(v.visit))
  },
  transfer: (hall: Hall, ticket: string) =>
    plain
      .visitsOf(hall, ticket)
      .filter((v) => v.state === 'transferred')
      .toSorted((a, b) => (plain.isAfter(a, b) ? -1 : 1))[0],
  isSent(hall: Hall, t: Ticket): boolean {
    return t.sent !== undefined && t.sent.after === plain.transfer(hall, t.ticket)?.visit
  },
  waiting: (hall: Hall, day: string): Ticket[] =>
    [...hall.tickets.values()]
      .filter((t) => t.label.day === day && !plain.isGone(hall, t) && plain.keepers(hall, t.ticket).length === 0)
      .map((t): Ticket => {
        const isPromised = plain.transfer(hall, t.ticket)?.returning && !plain.isSent(hall, t)
        return isPromised ? { ...t, class: 'returnPromised' } : t
      })
      .toSorted(inQueueOrder),
  meantFor(hall: Hall, t: Ticket): string | undefined {
    return plain.isSent(hall, t) ? t.sent?.to : plain.transfer(hall, t.ticket)?.sentTo
  },
  isMeantFor(hall: Hall, t: Ticket, counter: string): boolean {
    const isStaffed = (id: string) => hall.counters.get(id)?.clerk !== undefined
    const to = plain.meantFor(hall, t)
    if (to !== undefined) return to === counter || !isStaffed(to)
    const team = plain.isSent(hall, t) ? undefined : plain.transfer(hall, t.ticket)?.sentToTeam
    const ofTeam = setUp.counters.filter((c) => c.team === team).map((c) => c.id)
    return ofTeam.length === 0 || ofTeam.includes(counter) || !ofTeam.some(isStaffed)
  },
  visitAt: (hall: Hall, counter: string) =>
    [...hall.visits.values()]
      .filter((v) => v.counter === counter && (v.state === 'called' || v.state === 'serving'))
      .toSorted((a, b) => (plain.isAfter(a, b) ? 1 : -1))[0],
  disputed: (hall: Hall) =>
    [...new Set([...hall.visits.values()].map((v) => v.ticket))].filter(
      (t) =>
        t !== undefined &&
        new Set(
          plain
            .keepers(hall, t)
            .filter(isOpen)
            .map((v) => v.counter),
        ).size > 1,
    ),
}

/** Events as they may come from anywhere: late, twice, and about what nobody knows. */
function anyEvent(dice: Dice, hall: Hall, at: number): Event {
  const label = {
    day: dice.oneIn(6) ? tomorrow : today,
    series: dice.pick<Series>(['가', '나', '다']),
    number: 1 + dice.below(4),
  }
  const ticket = ticketKey(label)
  const visit = `v${dice.below(24)}`
  const counter = dice.pick(counters)
  const act = { at, by: { machine: counter } }
  const byHall = { at, by: { machine: 'hall' } }
  const onHold = [...hall.visits.values()].filter((v) => v.state === 'held').map((v) => v.visit)
  const known = () => plain.visitsOf(hall, ticket).map((v) => v.visit)
  const some = (ids: string[]) => ids.filter(() => !dice.oneIn(3))
  const to = dice.oneIn(2) ? { to: dice.pick(counters) } : dice.oneIn(2) ? { team: dice.pick(['t1', 't2', 't3']) } : {}
  const after = () => (dice.oneIn(2) ? plain.transfer(hall, ticket)?.visit : dice.oneIn(2) ? visit : undefined)
  const sentAfter = after()
  return dice.pick<() => Event>([
    () => ({
      ...byHall,
      type: 'ticketIssued',
      touch: ticket,
      ticket,
      label,
      class: dice.pick(['ordinary', 'priority']),
    }),
    () => ({ ...byHall, type: 'ticketIssued', touch: ticket, ticket, label, class: dice.pick(['ordinary', 'booked']) }),
    () => ({ ...byHall, type: 'ticketCalled', visit, ticket, label, counter }),
    () => ({ ...byHall, type: 'ticketCalled', visit, ticket, label, counter }),
    () => ({ ...act, type: 'ticketTaken', visit, ticket, label }),
    () => ({ ...act, type: 'visitWithoutTicket', visit }),
    () => ({ ...byHall, type: 'visitTakenOver', visit, held: dice.pick([...onHold, visit]), counter, ticket, label }),
    () => ({ ...act, type: 'visitorCame', visit }),
    () => ({ ...act, type: 'visitorMissing', visit }),
    () => ({ ...act, type: 'visitReturned', visit }),
    () => ({ ...act, type: 'visitHeld', visit, reason: 'other' }),
    () => ({ ...act, type: 'visitResumed', visit }),
    () => ({ ...act, type: 'visitTransferred', visit, ...to }),
    () => ({ ...act, type: 'visitTransferred', visit, ...to, ...(dice.oneIn(2) && { returning: true }) }),
    () => ({ ...act, type: 'visitCompleted', visit }),
    () => ({ ...act, type: 'interviewEnded', visit, ground: 'abuse', measure: 'ended', then: 'held' }),
    () => ({ ...byHall, type: 'ticketClassSet', ticket, class: dice.pick(['ordinary', 'priority']) }),
    () => ({
      ...byHall,
      type: 'ticketSent',
      ticket,
      ...('to' in to && { to: to.to }),
      ...(sentAfter !== undefined && { after: sentAfter }),
    }),
    () => ({
      ...byHall,
      type: 'ticketCancelled',
      ticket,
      reason: 'visitorLeft',
      ...(dice.oneIn(2) && { visits: some(known()) }),
    }),
    () => ({
      ...byHall,
      type: 'ticketBroughtBack',
      ticket,
      visits: some(known()),
      effectiveAt: at + dice.below(9) * MINUTE,
    }),
    () => ({ ...act, type: 'clerkSignedIn', clerk: 'clerk' }),
    () => ({ ...act, type: 'clerkSignedOut' }),
    () => anyEvent(dice, hall, at),
  ])()
}

function close(hall: Hall, dice: Dice, at: number): Event {
  const some = (ids: Iterable<string>) => [...ids].filter(() => dice.oneIn(2))
  const put = { tickets: some(hall.tickets.keys()), visits: some(hall.visits.keys()), cases: [], expired: [] }
  return { type: 'dayClosed', at, by: { machine: 'hall' }, day: '2026-11-23', ...put }
}

function compare(hall: Hall, at: number): void {
  for (const day of days) expect(waiting(hall, day)).toEqual(plain.waiting(hall, day))
  for (const counter of counters) {
    expect(visitAt(hall, counter)).toBe(plain.visitAt(hall, counter))
    const decision = decideVisit(
      hall,
      { type: 'callNext', visit: 'next' },
      { by: { machine: counter }, at, online: true, unheard: () => 0 },
    )
    const first = plain.waiting(hall, today).find((t) => plain.isMeantFor(hall, t, counter))
    const called =
      'happened' in decision ? decision.happened.map(({ event }) => ('ticket' in event ? event.ticket : '')) : []
    const isBusy = plain.visitAt(hall, counter) !== undefined
    expect(called).toEqual(first && !isBusy ? [first.ticket] : [])
  }
  for (const t of hall.tickets.values()) {
    expect(visitsOf(hall, t.ticket)).toEqual(plain.visitsOf(hall, t.ticket))
    expect(keepers(hall, t.ticket)).toEqual(plain.keepers(hall, t.ticket))
    expect(isCancelled(hall, t)).toBe(plain.isGone(hall, t))
    expect(meantFor(hall, t.ticket)).toBe(plain.meantFor(hall, t))
    for (const c of counters) expect(isMeantFor(hall, t.ticket, c)).toBe(plain.isMeantFor(hall, t, c))
  }
  expect(disputes(hall).map((d) => d.ticket)).toEqual(plain.disputed(hall))
}

test(`the queue is the same as by its definition, after any events in any order (seed ${seed})`, () => {
  const dice = makeDice(seed)
  let waited = 0
  for (let round = 0; round < 12; round++) {
    const floor = new Floor()
    floor.does('hall', { type: 'setUpHall', profile: setUp })
    let at = floor.now
    let { hall } = floor
    for (let i = 0; i < 120; i++) {
      // Two acts of one moment now and then: then their names decide.
      at += dice.below(3) * 1000
      evolve(hall, dice.oneIn(60) ? close(hall, dice, at) : anyEvent(dice, hall, at))
      if (dice.oneIn(50)) hall = hallFromJson(hallToJson(hall))
      if (dice.oneIn(3)) compare(hall, at)
      waited += waiting(hall, today).length
    }
  }
  expect(waited).toBeGreaterThan(1000)
})

test('the queue of one hall says nothing of another', () => {
  const [one, other] = [emptyHall(), emptyHall()]
  const label = { day: today, series: '가', number: 1 } as const
  const ticket = ticketKey(label)
  const issued = { at: 1, by: { machine: 'hall' }, touch: 'a', ticket, label, class: 'ordinary' } as const
  expect([waiting(one, today), waiting(other, today)]).toEqual([[], []])
  evolve(one, { type: 'ticketIssued', ...issued })
  expect([waiting(one, today).length, waiting(other, today).length]).toEqual([1, 0])
})

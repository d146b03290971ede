import type { Event } from '../hall.ts'
import type { Hall } from '../state.ts'
import type { Day } from '../time.ts'
import { asWaiting } from './queue-rules.ts'
import { inQueueOrder, type Ticket } from './ticket.ts'
import { isAtCounter, type Visit } from './visit.ts'

/**
 * What is kept of the queue beside the state, so that nobody goes through all tickets and visits of the day. It is no part of
 * the state or of a snapshot: it is made when it is first asked for, and `noteInQueue`, which runs with every event that is
 * folded, names what has to be looked at again.
 */

/** Of a hall, what the queue is made of; a copy of a hall with the same tickets and visits has the same queue. */
export type Queued = Pick<Hall, 'tickets' | 'visits'>

type Index = {
  readonly tickets: Hall['tickets']
  /** By ticket, in the order in which they were folded. */
  readonly byTicket: Map<string, Visit[]>
  /** Those that are at a counter now. */
  readonly atCounter: Map<string, Set<Visit>>
  readonly waits: Map<string, Ticket>
  /** By day, first served first. */
  readonly queues: Map<Day, Ticket[]>
  /** Whose slips are to be printed. */
  readonly slips: Map<string, Ticket>
  /** What has changed since somebody last asked. */
  readonly changed: { tickets: Set<string>; visits: Set<string> }
}

const indexes = new WeakMap<Hall['visits'], Index>()

/** Names what an event has changed, once it is folded. */
export function noteInQueue(hall: Queued, event: Event): void {
  const index = indexes.get(hall.visits)
  if (!index) return
  if (event.type === 'dayClosed') return void indexes.delete(hall.visits)
  if ('ticket' in event && event.ticket !== undefined) index.changed.tickets.add(event.ticket)
  if ('visit' in event && event.visit !== undefined) index.changed.visits.add(event.visit)
  if (event.type === 'visitTakenOver') index.changed.visits.add(event.held)
}

/** The visits by ticket, whatever became of them; those without a ticket are not among them. */
export const visitsByTicket = (hall: Queued): ReadonlyMap<string, readonly Visit[]> => indexOf(hall).byTicket

/** The visits that are at a counter: one, unless a late answer has made two. */
export const visitsAt = (hall: Queued, counter: string): Iterable<Visit> => indexOf(hall).atCounter.get(counter) ?? []

/** The tickets that wait on a day, first served first; only until the next event is folded. */
export const queueOf = (hall: Queued, day: Day): readonly Ticket[] => indexOf(hall).queues.get(day) ?? []

/** The tickets whose slips a printer of the hall has still to print. */
export const slipsToPrint = (hall: Queued): Ticket[] => [...indexOf(hall).slips.values()]

function indexOf(hall: Queued): Index {
  const kept = indexes.get(hall.visits)
  const index = kept?.tickets === hall.tickets ? kept : begin(hall)
  const { visits, tickets } = index.changed
  if (visits.size === 0 && tickets.size === 0) return index
  for (const id of visits) lookAtVisit(hall, index, id)
  visits.clear()
  // First all are taken out: an order in which some have a new place is no order to put another in.
  for (const id of tickets) takeOut(index, id)
  for (const id of tickets) putIn(hall, index, id)
  for (const id of tickets) lookAtSlip(hall, index, id)
  tickets.clear()
  return index
}

function begin({ tickets, visits }: Queued): Index {
  const index: Index = {
    tickets,
    byTicket: new Map(),
    atCounter: new Map(),
    waits: new Map(),
    queues: new Map(),
    slips: new Map(),
    changed: { tickets: new Set(tickets.keys()), visits: new Set(visits.keys()) },
  }
  indexes.set(visits, index)
  return index
}

function lookAtVisit({ visits }: Queued, index: Index, id: string): void {
  const visit = visits.get(id)
  if (!visit) return
  const here = index.atCounter.get(visit.counter) ?? new Set()
  index.atCounter.set(visit.counter, here)
  if (isAtCounter(visit)) here.add(visit)
  else here.delete(visit)
  if (visit.ticket === undefined) return
  const ofTicket = index.byTicket.get(visit.ticket) ?? []
  index.byTicket.set(visit.ticket, ofTicket)
  if (!ofTicket.includes(visit)) ofTicket.push(visit)
  index.changed.tickets.add(visit.ticket)
}

function takeOut({ waits, queues }: Index, id: string): void {
  const before = waits.get(id)
  const queue = before && queues.get(before.label.day)
  if (!queue) return
  queue.splice(queue.indexOf(before), 1)
  waits.delete(id)
}

function putIn(hall: Queued, { byTicket, waits, queues }: Index, id: string): void {
  const ticket = hall.tickets.get(id)
  const waiting = ticket && asWaiting(hall, ticket, byTicket.get(id) ?? [])
  if (!waiting) return
  const queue = queues.get(waiting.label.day) ?? []
  queues.set(waiting.label.day, queue)
  queue.splice(placeIn(queue, waiting), 0, waiting)
  waits.set(id, waiting)
}

function lookAtSlip({ tickets }: Queued, { slips }: Index, id: string): void {
  const ticket = tickets.get(id)
  if (ticket?.print?.state === 'queued') slips.set(id, ticket)
  else slips.delete(id)
}

/** How many of a queue go before a ticket. */
function placeIn(queue: readonly Ticket[], ticket: Ticket): number {
  let [from, to] = [0, queue.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const other = queue[middle]
    if (other && inQueueOrder(other, ticket) < 0) from = middle + 1
    else to = middle
  }
  return from
}

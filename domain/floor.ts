import type { Actor } from './actor.ts'
import type { CounterCommand, CounterEvent, SessionEnd } from './counter.ts'
import { decideInterview, needsVisitor, type InterviewRefusal } from './interview.ts'
import { personIn } from './permissions.ts'
import type { Hall } from './state.ts'
import {
  inQueueOrder,
  largestNumber,
  numbersKey,
  ticketKey,
  type Series,
  type Ticket,
  type TicketCommand,
  type TicketEvent,
} from './ticket.ts'
import { dayOf, type Day, type Instant } from './time.ts'
import { isAtCounter, isOpen, type Visit, type VisitCommand, type VisitEvent } from './visit.ts'

/** The floor: tickets, visits and counters together, and what may be done there. */

/** Why an act on the floor is not possible now. */
export type FloorRefusal =
  | InterviewRefusal
  | 'dayClosed'
  | 'ticketUnknown'
  | 'ticketNotWaiting'
  | 'ticketWithOther'
  | 'ticketOver'
  | 'notYourTicket'
  | 'queueEmpty'
  | 'stillServing'
  | 'nobodySignedIn'
  | 'counterPaused'
  | 'visitUnknown'
  | 'notCalled'
  | 'notServing'
  | 'notHeld'
  | 'recallFirst'
  | 'caseStillOpen'
  | 'counterUnknown'
  | 'clerkUnknown'
  | 'signedInAlready'
  | 'numbersUsedUp'
  | 'visitKnown'

type FloorCommand = TicketCommand | VisitCommand | CounterCommand
export type FloorEvent = TicketEvent | VisitEvent | CounterEvent
type Decision = { happened: { event: FloorEvent }[] } | { refused: FloorRefusal }
type Context = { by: Actor; at: Instant }

/** Whether a visit keeps its ticket from being called: not when it gave it back, was forgiven, or another came after a no-show. */
function isKeeping(hall: Hall, visit: Visit, ofTicket: readonly Visit[]): boolean {
  if (visit.state === 'returned' || visit.state === 'transferred') return false
  if (visit.state !== 'noShow') return true
  const forgiven = hall.tickets.get(visit.ticket ?? '')?.forgiven.includes(visit.visit) ?? false
  return !forgiven && !ofTicket.some((other) => isAfter(other, visit))
}

const isAfter = (a: Visit, b: Visit): boolean => a.begunAt > b.begunAt || (a.begunAt === b.begunAt && a.visit > b.visit)

const visitsByTicket = (hall: Hall): Map<string | undefined, Visit[]> =>
  Map.groupBy(hall.visits.values(), (v) => v.ticket)

/** The visits that keep a ticket from being called. */
export function keepers(hall: Hall, ticket: string): Visit[] {
  const ofTicket = [...hall.visits.values()].filter((v) => v.ticket === ticket)
  return ofTicket.filter((v) => isKeeping(hall, v, ofTicket))
}

/** The tickets that wait on a day, first served first. */
export function waiting(hall: Hall, day: Day): Ticket[] {
  const visits = visitsByTicket(hall)
  const isKept = (ticket: string): boolean => {
    const ofTicket = visits.get(ticket) ?? []
    return ofTicket.some((v) => isKeeping(hall, v, ofTicket))
  }
  return [...hall.tickets.values()]
    .filter((t) => t.label.day === day && !t.cancelled && !isKept(t.ticket))
    .toSorted(inQueueOrder)
}

/** The counter that a waiting ticket was sent to by its last transfer, if to one. */
export function meantFor(hall: Hall, ticket: string): string | undefined {
  let last: Visit | undefined
  for (const v of hall.visits.values())
    if (v.ticket === ticket && v.state === 'transferred' && (!last || isAfter(v, last))) last = v
  return last?.sentTo
}

/** When the ticket was first called or taken: the wait ends there, whatever comes after. */
export function firstServedAt(hall: Hall, ticket: string): Instant | undefined {
  const begun = [...hall.visits.values()].filter((v) => v.ticket === ticket).map((v) => v.begunAt)
  return begun.length > 0 ? Math.min(...begun) : undefined
}

/** Tickets that two counters keep: possible only when one took the paper while it could not reach the hall. */
export function disputes(hall: Hall): { ticket: string; visits: Visit[] }[] {
  return [...visitsByTicket(hall)].flatMap(([ticket, ofTicket]) => {
    const visits = ofTicket.filter((v) => isKeeping(hall, v, ofTicket))
    const isDisputed = ticket !== undefined && new Set(visits.map((v) => v.counter)).size > 1
    return isDisputed ? [{ ticket, visits: visits.toSorted((a, b) => (isAfter(a, b) ? 1 : -1)) }] : []
  })
}

/** The visit that is at a counter now, called or being served; the first, should a late answer have made two. */
export function visitAt(hall: Hall, counter: string): Visit | undefined {
  let first: Visit | undefined
  for (const v of hall.visits.values())
    if (v.counter === counter && isAtCounter(v) && (!first || isAfter(first, v))) first = v
  return first
}

/** Decides a command of the floor. */
export function decideFloor(hall: Hall, command: FloorCommand, ctx: Context): Decision {
  switch (command.type) {
    case 'issueTicket':
    case 'cancelTicket':
    case 'bringBack':
      return decideTicket(hall, command, ctx)
    case 'signIn':
    case 'signOut':
    case 'endSession':
    case 'pauseCounter':
    case 'reopenCounter':
      return decideCounter(hall, command, ctx)
    case 'callNext':
    case 'callTicket':
    case 'takeTicket':
    case 'serveWithoutTicket':
      return beginVisit(hall, command, ctx)
    default:
      return goOn(hall, command, ctx)
  }
}

function decideTicket(hall: Hall, command: TicketCommand, ctx: Context): Decision {
  if (command.type === 'issueTicket') return issue(hall, command, ctx)
  const ticket = hall.tickets.get(command.ticket)
  if (!ticket) return { refused: 'ticketUnknown' }
  const act = { at: ctx.at, by: ctx.by, ticket: ticket.ticket }
  const kept = keepers(hall, ticket.ticket)
  if (command.type === 'cancelTicket')
    return kept.length > 0 || ticket.cancelled
      ? { refused: 'ticketNotWaiting' }
      : happens({ ...act, type: 'ticketCancelled', reason: command.reason })
  const missed = kept.filter((v) => v.state === 'noShow').map((v) => v.visit)
  if (missed.length === 0 || missed.length < kept.length) return { refused: 'ticketNotWaiting' }
  const effectiveAt = placeBack(hall, ticket, ctx.at)
  return happens({ ...act, type: 'ticketBroughtBack', visits: missed, effectiveAt })
}

/** A second touch of the same press is the same ticket, hence no event. */
function issue(hall: Hall, command: Extract<TicketCommand, { type: 'issueTicket' }>, ctx: Context): Decision {
  const day = dayOf(ctx.at)
  if (hall.closedDay !== undefined && hall.closedDay >= day) return { refused: 'dayClosed' }
  for (const t of hall.tickets.values()) if (t.touch === command.touch) return happens()
  const series: Series = command.class === 'priority' ? '나' : '가'
  const number = freeNumber(hall, day, series)
  if (number > largestNumber) return { refused: 'numbersUsedUp' }
  const label = { day, series, number }
  const { touch, class: ofClass } = command
  return happens({
    ...{ type: 'ticketIssued', at: ctx.at, by: ctx.by },
    ...{ touch, ticket: ticketKey(label), label, class: ofClass },
  })
}

/** The next number that nobody has: one that a counter took by mistake before it was issued is passed over. */
function freeNumber(hall: Hall, day: Day, series: Series): number {
  let number = (hall.numbers.get(numbersKey({ day, series })) ?? 0) + 1
  const taken = new Set([...hall.visits.values()].map((v) => v.ticket))
  while (taken.has(ticketKey({ day, series, number }))) number += 1
  return number
}

/** A visitor who came back waits for the next few tickets of the class, as the hall has set it. */
function placeBack(hall: Hall, ticket: Ticket, at: Instant): Instant {
  const places = hall.profile?.noShow.placesBack ?? 0
  const ahead = waiting(hall, ticket.label.day).filter((t) => t.class === ticket.class)
  if (places === 0) return ticket.effectiveAt
  const before = ahead[Math.min(places, ahead.length) - 1]
  // Just after the last one that goes first; two tickets of one millisecond are told apart by their numbers.
  return before ? before.effectiveAt + 1 : at
}

function decideCounter(hall: Hall, command: CounterCommand, ctx: Context): Decision {
  const act = { at: ctx.at, by: ctx.by }
  const counter = hall.counters.get(ctx.by.machine)
  if (command.type === 'signIn') {
    if (!personIn(hall, command.clerk)) return { refused: 'clerkUnknown' }
    if (counter?.clerk !== undefined) return { refused: 'signedInAlready' }
    return happens({ at: ctx.at, by: { ...ctx.by, clerk: command.clerk }, type: 'clerkSignedIn', clerk: command.clerk })
  }
  if (counter?.clerk === undefined) return { refused: 'nobodySignedIn' }
  if (command.type === 'endSession') return endSession(hall, command.why, act)
  if (command.type === 'reopenCounter') return happens({ ...act, type: 'counterReopened' })
  if (visitAt(hall, ctx.by.machine)) return { refused: 'stillServing' }
  if (command.type === 'pauseCounter') return happens({ ...act, type: 'counterPaused', reason: command.reason })
  return happens({ ...act, type: 'clerkSignedOut' })
}

/** Whoever is called goes back into the queue, whoever is served waits on hold: a session ends, a visit does not. */
function endSession(hall: Hall, why: SessionEnd, act: Context): Decision {
  const visit = visitAt(hall, act.by.machine)
  const out: FloorEvent = { ...act, type: 'clerkSignedOut', why }
  if (!visit) return happens(out)
  const on = { ...act, visit: visit.visit }
  return visit.state === 'called'
    ? happens({ ...on, type: 'visitReturned' }, out)
    : happens({ ...on, type: 'visitHeld', reason: 'other' }, out)
}

type Beginning = Extract<VisitCommand, { type: 'callNext' | 'callTicket' | 'takeTicket' | 'serveWithoutTicket' }>

function beginVisit(hall: Hall, command: Beginning, ctx: Context): Decision {
  const counter = hall.counters.get(ctx.by.machine)
  if (counter?.paused) return { refused: 'counterPaused' }
  if (visitAt(hall, ctx.by.machine)) return { refused: 'stillServing' }
  if (hall.visits.has(command.visit)) return { refused: 'visitKnown' }
  const act = { at: ctx.at, by: ctx.by, visit: command.visit }
  if (command.type === 'serveWithoutTicket') return happens({ ...act, type: 'visitWithoutTicket' })
  if (command.type === 'takeTicket') {
    const ticket = ticketKey(command.label)
    if (command.label.day !== dayOf(ctx.at) || hall.tickets.get(ticket)?.cancelled) return { refused: 'ticketOver' }
    if (hall.closedDay !== undefined && hall.closedDay >= command.label.day) return { refused: 'dayClosed' }
    const keeper = keepers(hall, ticket).find((v) => v.state !== 'noShow')
    if (keeper) return { refused: isOpen(keeper) ? 'ticketWithOther' : 'ticketOver' }
    return happens({ ...act, type: 'ticketTaken', ticket, label: command.label })
  }
  const queue = waiting(hall, dayOf(ctx.at))
  const next = command.type === 'callTicket' ? queue.find((t) => t.ticket === command.ticket) : first(hall, queue, ctx)
  if (!next) return { refused: command.type === 'callTicket' ? 'ticketNotWaiting' : 'queueEmpty' }
  return happens({
    ...{ ...act, type: 'ticketCalled', ticket: next.ticket },
    ...{ label: next.label, counter: ctx.by.machine },
  })
}

const first = (hall: Hall, queue: readonly Ticket[], ctx: Context): Ticket | undefined =>
  queue.find((t) => (meantFor(hall, t.ticket) ?? ctx.by.machine) === ctx.by.machine)

function goOn(hall: Hall, command: Exclude<VisitCommand, Beginning>, ctx: Context): Decision {
  const visit = hall.visits.get(command.visit)
  if (!visit) return { refused: 'visitUnknown' }
  if (visit.counter !== ctx.by.machine) return { refused: 'notYourTicket' }
  const act = { at: ctx.at, by: ctx.by, visit: visit.visit }
  switch (command.type) {
    case 'recall':
      return when(visit.state === 'called', 'notCalled', { ...act, type: 'visitRecalled' })
    case 'welcome':
      return when(visit.state === 'called', 'notCalled', { ...act, type: 'visitorCame' })
    case 'returnToQueue':
      return when(visit.state === 'called', 'notCalled', { ...act, type: 'visitReturned' })
    case 'markNoShow':
      if (visit.state !== 'called') return { refused: 'notCalled' }
      return when(visit.recalledAt.length > 0, 'recallFirst', { ...act, type: 'visitorMissing' })
    case 'holdVisit':
      return when(visit.state === 'serving', 'notServing', { ...act, type: 'visitHeld', reason: command.reason })
    case 'resumeVisit':
      if (visitAt(hall, ctx.by.machine)) return { refused: 'stillServing' }
      return when(visit.state === 'held', 'notHeld', { ...act, type: 'visitResumed' })
    case 'transferVisit': {
      const { to } = command
      if (to !== undefined && !hall.profile?.counters.some((c) => c.id === to)) return { refused: 'counterUnknown' }
      if (visit.ticket === undefined) return { refused: 'ticketUnknown' }
      const event: FloorEvent = { ...act, type: 'visitTransferred', ...(to !== undefined && { to }) }
      return when(visit.state === 'serving', 'notServing', event)
    }
    case 'completeVisit': {
      if (visit.state !== 'serving') return { refused: 'notServing' }
      return when(!needsVisitor(hall, visit, ctx.by.machine), 'caseStillOpen', { ...act, type: 'visitCompleted' })
    }
    case 'tellLength':
    case 'tellEnding':
    case 'endInterview': {
      const decided = decideInterview(hall, visit, command, act)
      return 'refused' in decided ? decided : happens(decided.event)
    }
  }
}

const happens = (...events: FloorEvent[]): Decision => ({ happened: events.map((event) => ({ event })) })
const when = (lawful: boolean, refused: FloorRefusal, event: FloorEvent): Decision =>
  lawful ? happens(event) : { refused }

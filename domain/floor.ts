import type { Actor } from './actor.ts'
import type { CounterCommand, CounterEvent, SessionEnd } from './counter.ts'
import { decideInterview, needsVisitor, type InterviewRefusal } from './interview.ts'
import { personIn } from './permissions.ts'
import { keepers, meantFor, visitAt, waiting } from './queue.ts'
import type { Hall } from './state.ts'
import { decideTicket, type TicketRefusal } from './ticket-acts.ts'
import { ticketKey, type Ticket, type TicketCommand, type TicketEvent } from './ticket.ts'
import { dayOf, type Instant } from './time.ts'
import { isOpen, type VisitCommand, type VisitEvent } from './visit.ts'

/** The floor: tickets, visits and counters together, and what may be done there. */

/** Why an act on the floor is not possible now. */
export type FloorRefusal =
  | InterviewRefusal
  | TicketRefusal
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
  | 'clerkUnknown'
  | 'signedInAlready'
  | 'visitKnown'

type FloorCommand = TicketCommand | VisitCommand | CounterCommand
export type FloorEvent = TicketEvent | VisitEvent | CounterEvent
type Decision = { happened: { event: FloorEvent }[] } | { refused: FloorRefusal }
type Context = { by: Actor; at: Instant }

/** Decides a command of the floor. */
export function decideFloor(hall: Hall, command: FloorCommand, ctx: Context): Decision {
  switch (command.type) {
    case 'issueTicket':
    case 'cancelTicket':
    case 'bringBack':
    case 'tellTicket':
    case 'printTicket':
    case 'tellPrint':
    case 'setTicketClass':
    case 'sendTicket':
    case 'stopIssue':
    case 'resumeIssue':
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

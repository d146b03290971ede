import type { Actor } from '../actor.ts'
import { decideInterview, needsVisitor, type InterviewRefusal } from '../case/interview.ts'
import type { Hall } from '../state.ts'
import { dayOf, MINUTE, type Instant } from '../time.ts'
import { mayCallOutOfOrder, queueSettings } from './queue-settings.ts'
import { isCancelled, isMeantFor, keepers, promisedBack, visitAt, visitsOf, waiting } from './queue.ts'
import { ticketKey, type Ticket } from './ticket.ts'
import { isHeld, isOpen, type Visit, type VisitCommand, type VisitEvent } from './visit.ts'

/** What may be done with a visitor at a counter, from the call to the end. */

/** Why an act on a visit is not possible now. */
export type VisitRefusal =
  | InterviewRefusal
  | 'dayClosed'
  | 'ticketUnknown'
  | 'ticketNotWaiting'
  | 'ticketWithOther'
  | 'ticketMissed'
  | 'ticketOver'
  | 'hallCalls'
  | 'notYourTicket'
  | 'queueEmpty'
  | 'queueOfOthers'
  | 'stillServing'
  | 'counterPaused'
  | 'visitUnknown'
  | 'notCalled'
  | 'notServing'
  | 'notHeld'
  | 'heldHere'
  | 'recallFirst'
  | 'callAloud'
  | 'recallsUsedUp'
  | 'recallTooSoon'
  | 'outOfOrder'
  | 'callReasonMissing'
  | 'caseStillOpen'
  | 'counterUnknown'
  | 'teamUnknown'
  | 'visitKnown'

type Decision = { happened: { event: VisitEvent }[] } | { refused: VisitRefusal }
/** `unheard` counts the recalls of a visit that have not reached the hall: no board has called by them. */
type Context = { by: Actor; at: Instant; online: boolean; unheard: (visit: string) => number }
type Act = { at: Instant; by: Actor; visit: string }
type Command<T extends VisitCommand['type']> = Extract<VisitCommand, { type: T }>

type Beginning = Command<'callNext' | 'callTicket' | 'takeTicket' | 'serveWithoutTicket' | 'takeOverVisit'>
const beginnings: ReadonlySet<VisitCommand['type']> = new Set<Beginning['type']>([
  ...(['callNext', 'callTicket', 'takeTicket', 'serveWithoutTicket', 'takeOverVisit'] as const),
])
const begins = (command: VisitCommand): command is Beginning => beginnings.has(command.type)

/** Decides a command on a visit. */
export const decideVisit = (hall: Hall, command: VisitCommand, ctx: Context): Decision =>
  begins(command) ? beginVisit(hall, command, ctx) : goOn(hall, command, ctx)

function beginVisit(hall: Hall, command: Beginning, ctx: Context): Decision {
  const counter = hall.counters.get(ctx.by.machine)
  if (counter?.paused) return { refused: 'counterPaused' }
  if (visitAt(hall, ctx.by.machine)) return { refused: 'stillServing' }
  if (hall.visits.has(command.visit)) return { refused: 'visitKnown' }
  const act = { at: ctx.at, by: ctx.by, visit: command.visit }
  switch (command.type) {
    case 'serveWithoutTicket':
      return happens({ ...act, type: 'visitWithoutTicket' })
    case 'takeTicket':
      return take(hall, command, act, ctx.online)
    case 'takeOverVisit':
      return takeOver(hall, command, act)
    case 'callNext':
    case 'callTicket':
      return call(hall, command, act)
  }
}

/**
 * Takes the paper in the visitor's hand. Where the hall answers, a number of its queue is called instead, in order or out of
 * order with the reason: by its paper nobody is served before their turn.
 */
function take(hall: Hall, { label }: Command<'takeTicket'>, act: Act, online: boolean): Decision {
  const ticket = ticketKey(label)
  const known = hall.tickets.get(ticket)
  if (label.day !== dayOf(act.at) || (known && isCancelled(hall, known))) return { refused: 'ticketOver' }
  if (hall.closedDay !== undefined && hall.closedDay >= label.day) return { refused: 'dayClosed' }
  const kept = keepers(hall, ticket)
  const keeper = kept.find((v) => v.state !== 'noShow')
  if (keeper) return { refused: isOpen(keeper) ? 'ticketWithOther' : 'ticketOver' }
  if (online && known) return { refused: kept.length > 0 ? 'ticketMissed' : 'hallCalls' }
  return happens({ ...act, type: 'ticketTaken', ticket, label })
}

/** A visit on hold goes on at another counter; the hall decides it, as the counter that holds it may be closed. */
function takeOver(hall: Hall, command: Command<'takeOverVisit'>, act: Act): Decision {
  const held = hall.visits.get(command.held)
  if (!held) return { refused: 'visitUnknown' }
  if (!isHeld(held)) return { refused: 'notHeld' }
  if (held.counter === act.by.machine) return { refused: 'heldHere' }
  const { ticket, label } = held
  return happens({
    ...act,
    type: 'visitTakenOver',
    held: held.visit,
    counter: act.by.machine,
    ...(ticket !== undefined && { ticket }),
    ...(label && { label }),
  })
}

/** The next one in order, or the one that is named: out of order only by who may, and with the reason. */
function call(hall: Hall, command: Command<'callNext' | 'callTicket'>, act: Act): Decision {
  const queue = waiting(hall, dayOf(act.at))
  const first = queue.find((t) => isMeantFor(hall, t.ticket, act.by.machine))
  // Whoever waits for another counter is no reason to say that nobody waits.
  if (command.type === 'callNext')
    return first ? called(first, act) : { refused: queue.length > 0 ? 'queueOfOthers' : 'queueEmpty' }
  const named = queue.find((t) => t.ticket === command.ticket)
  if (!named) return { refused: isMissed(hall, command.ticket) ? 'ticketMissed' : 'ticketNotWaiting' }
  if (named === first) return called(named, act)
  if (!mayCallOutOfOrder(hall, act.by.clerk)) return { refused: 'outOfOrder' }
  return command.reason ? called(named, act, command.reason) : { refused: 'callReasonMissing' }
}

/** Whether a number was called and nobody came: it waits again only once it is brought back. */
function isMissed(hall: Hall, ticket: string): boolean {
  const kept = keepers(hall, ticket)
  return kept.length > 0 && kept.every((v) => v.state === 'noShow')
}

const called = ({ ticket, label }: Ticket, act: Act, outOfOrder?: Command<'callTicket'>['reason']): Decision =>
  happens({
    ...act,
    type: 'ticketCalled',
    ticket,
    label,
    counter: act.by.machine,
    ...(outOfOrder && { outOfOrder }),
  })

function goOn(hall: Hall, command: Exclude<VisitCommand, Beginning>, ctx: Context): Decision {
  const visit = hall.visits.get(command.visit)
  if (!visit) return { refused: 'visitUnknown' }
  if (visit.counter !== ctx.by.machine) return { refused: 'notYourTicket' }
  const act = { at: ctx.at, by: ctx.by, visit: visit.visit }
  switch (command.type) {
    case 'recall':
      return recall(hall, visit, act, ctx.online)
    case 'welcome':
      return when(visit.state === 'called', 'notCalled', { ...act, type: 'visitorCame' })
    case 'returnToQueue':
      return when(visit.state === 'called', 'notCalled', { ...act, type: 'visitReturned' })
    case 'markNoShow':
      return missing(hall, visit, command, act, ctx)
    case 'holdVisit':
      return hold(hall, visit, command, act)
    case 'resumeVisit':
      if (visitAt(hall, ctx.by.machine)) return { refused: 'stillServing' }
      return when(isHeld(visit), 'notHeld', { ...act, type: 'visitResumed' })
    case 'transferVisit':
      return transfer(hall, visit, command, act)
    case 'completeVisit':
      return complete(hall, visit, act)
    case 'tellLength':
    case 'tellEnding':
    case 'endInterview': {
      const decided = decideInterview(hall, visit, command, act)
      return 'refused' in decided ? decided : happens(decided.event)
    }
  }
}

/** A number is called again so often and so soon as the queue is set; only the hall's boards do it. */
function recall(hall: Hall, visit: Visit, act: Act, online: boolean): Decision {
  if (visit.state !== 'called') return { refused: 'notCalled' }
  if (!online) return { refused: 'callAloud' }
  const { recalls, recallAfter } = queueSettings(hall)
  if (recallsSinceHere(hall, visit) >= recalls) return { refused: 'recallsUsedUp' }
  const last = visit.recalledAt.at(-1) ?? visit.begunAt
  const gone = act.at - last
  // A clock that was set back must not keep a clerk from calling.
  if (gone >= 0 && gone < recallAfter * 1000) return { refused: 'recallTooSoon' }
  return happens({ ...act, type: 'visitRecalled' })
}

/**
 * Whoever did not come was called again where it could be heard: by a board, or without the hall by the clerk, who says so.
 * A number that was called again as often as the queue is set, and then given back, is called once more and no oftener.
 */
function missing(hall: Hall, visit: Visit, { aloud }: Command<'markNoShow'>, act: Act, ctx: Context): Decision {
  if (visit.state !== 'called') return { refused: 'notCalled' }
  const heard = visit.recalledAt.length - (ctx.online ? 0 : ctx.unheard(visit.visit))
  const { recalls } = queueSettings(hall)
  const isUsedUp = ctx.online && recallsSinceHere(hall, visit) >= recalls
  if (isUsedUp || heard >= Math.min(1, recalls)) return happens({ ...act, type: 'visitorMissing' })
  if (ctx.online) return { refused: 'recallFirst' }
  return when(aloud === true, 'callAloud', { ...act, type: 'visitorMissing', aloud: true })
}

/** How often the number was called again since its visitor was here or brought back; giving it back begins no new budget. */
function recallsSinceHere(hall: Hall, visit: Visit): number {
  if (visit.ticket === undefined) return visit.recalledAt.length
  const { forgiven = [] } = hall.tickets.get(visit.ticket) ?? {}
  const earlier = visitsOf(hall, visit.ticket)
    .filter((v) => v.visit !== visit.visit)
    .toReversed()
    .toSorted((a, b) => b.begunAt - a.begunAt)
  const lastHere = earlier.findIndex((v) => v.cameAt !== undefined || forgiven.includes(v.visit))
  const since = lastHere === -1 ? earlier : earlier.slice(0, lastHere)
  return [visit, ...since].reduce((sum, v) => sum + v.recalledAt.length, 0)
}

function hold(hall: Hall, visit: Visit, { reason, minutes }: Command<'holdVisit'>, act: Act): Decision {
  const length = minutes ?? queueSettings(hall).holdMinutes
  const until = length > 0 ? { until: act.at + length * MINUTE } : {}
  // Another counter goes on with it: on hold here it would be nowhere.
  if (visit.takenOverAt !== undefined) return { refused: 'ticketWithOther' }
  return when(visit.state === 'serving', 'notServing', { ...act, type: 'visitHeld', reason, ...until })
}

/** 창구 이동: to a counter, a team or whoever is next, with the promise to come back here or without. */
function transfer(hall: Hall, visit: Visit, command: Command<'transferVisit'>, act: Act): Decision {
  const { to, team, returns } = command
  if (to !== undefined && !hall.profile?.counters.some((c) => c.id === to)) return { refused: 'counterUnknown' }
  if (team !== undefined && !hall.profile?.teams.some((t) => t.id === team)) return { refused: 'teamUnknown' }
  if (visit.ticket === undefined) return { refused: 'ticketUnknown' }
  return when(visit.state === 'serving', 'notServing', {
    ...act,
    type: 'visitTransferred',
    ...(to !== undefined && { to }),
    ...(team !== undefined && to === undefined && { team }),
    ...(returns && { returns }),
  })
}

/** Who was promised to come back goes back to that counter, as the first of its queue (약속 재방문). */
function complete(hall: Hall, visit: Visit, act: Act): Decision {
  if (visit.state !== 'serving') return { refused: 'notServing' }
  if (needsVisitor(hall, visit, act.by.machine)) return { refused: 'caseStillOpen' }
  const back = promisedBack(hall, visit)
  if (back === undefined) return happens({ ...act, type: 'visitCompleted' })
  return happens({ ...act, type: 'visitTransferred', to: back, returning: true })
}

const happens = (...events: VisitEvent[]): Decision => ({ happened: events.map((event) => ({ event })) })
const when = (lawful: boolean, refused: VisitRefusal, event: VisitEvent): Decision =>
  lawful ? happens(event) : { refused }

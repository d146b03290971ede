import type { Actor } from '../actor.ts'
import { personIn } from '../people/permissions.ts'
import type { Hall } from '../state.ts'
import type { Instant } from '../time.ts'
import type { CounterCommand, CounterEvent, SessionEnd } from './counter.ts'
import { visitAt } from './queue.ts'
import { decideTicket, type TicketRefusal } from './ticket-acts.ts'
import type { TicketCommand, TicketEvent } from './ticket.ts'
import { decideVisit, type VisitRefusal } from './visit-acts.ts'
import type { VisitCommand, VisitEvent } from './visit.ts'

/** The floor: tickets, visits and counters together, and what may be done there. */

/** Why an act on the floor is not possible now. */
export type FloorRefusal = TicketRefusal | VisitRefusal | 'nobodySignedIn' | 'clerkUnknown' | 'signedInAlready'

type FloorCommand = TicketCommand | VisitCommand | CounterCommand
type FloorEvent = TicketEvent | VisitEvent | CounterEvent
type Decision = { happened: { event: FloorEvent }[] } | { refused: FloorRefusal }
type Context = Parameters<typeof decideVisit>[2]
type Act = { by: Actor; at: Instant }

/** Decides a command of the floor. */
export function decideFloor(hall: Hall, command: FloorCommand, ctx: Context): Decision {
  const done = { by: ctx.by, at: ctx.at }
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
      return decideTicket(hall, command, done)
    case 'signIn':
    case 'signOut':
    case 'endSession':
    case 'pauseCounter':
    case 'reopenCounter':
      return decideCounter(hall, command, done)
    default:
      return decideVisit(hall, command, ctx)
  }
}

function decideCounter(hall: Hall, command: CounterCommand, ctx: Act): Decision {
  const act = { at: ctx.at, by: ctx.by }
  const counter = hall.counters.get(ctx.by.machine)
  if (command.type === 'signIn') {
    if (!personIn(hall, command.clerk)) return { refused: 'clerkUnknown' }
    if (counter?.clerk !== undefined) return { refused: 'signedInAlready' }
    const { clerk, proof } = command
    return happens({ at: ctx.at, by: { ...ctx.by, clerk }, type: 'clerkSignedIn', clerk, ...(proof && { proof }) })
  }
  if (counter?.clerk === undefined) return { refused: 'nobodySignedIn' }
  if (command.type === 'endSession') return endSession(hall, command.why, act)
  if (command.type === 'reopenCounter') return happens({ ...act, type: 'counterReopened' })
  if (visitAt(hall, ctx.by.machine)) return { refused: 'stillServing' }
  if (command.type === 'pauseCounter') return happens({ ...act, type: 'counterPaused', reason: command.reason })
  return happens({ ...act, type: 'clerkSignedOut' })
}

/** Whoever is called goes back into the queue, whoever is served waits on hold: a session ends, a visit does not. */
function endSession(hall: Hall, why: SessionEnd, act: Act): Decision {
  const visit = visitAt(hall, act.by.machine)
  const out: FloorEvent = { ...act, type: 'clerkSignedOut', why }
  if (!visit) return happens(out)
  const on = { ...act, visit: visit.visit }
  return visit.state === 'called'
    ? happens({ ...on, type: 'visitReturned' }, out)
    : happens({ ...on, type: 'visitHeld', reason: 'other' }, out)
}

const happens = (...events: FloorEvent[]): Decision => ({ happened: events.map((event) => ({ event })) })

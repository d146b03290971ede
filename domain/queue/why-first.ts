import type { Seat } from '../seat.ts'
import { lastTransfer } from './queue-rules.ts'
import { visitsOf } from './queue.ts'
import type { Ticket } from './ticket.ts'
import type { CallReason, Visit } from './visit.ts'

/** 왜 이 번호가 먼저인가. */
export type WhyFirst =
  | 'returnPromised'
  | 'sentHere'
  | 'sentToTeam'
  | 'priority'
  | 'booked'
  | 'cameBack'
  | 'inOrder'
  | { outOfOrder: CallReason }

/** Why a called ticket went first; undefined where none was called. */
export function whyFirst({ hall }: Seat, visit: Visit): WhyFirst | undefined {
  const ticket = hall.tickets.get(visit.ticket ?? '')
  if (!ticket || visit.begun !== 'called') return undefined
  if (visit.outOfOrder) return { outOfOrder: visit.outOfOrder }
  const before = visitsOf(hall, ticket.ticket).filter((v) => v.visit !== visit.visit && v.begunAt <= visit.begunAt)
  const sent = lastTransfer(before)
  if (ticket.sent && ticket.sent.after === sent?.visit)
    return ticket.sent.to === visit.counter ? 'sentHere' : inTurn(ticket)
  if (sent?.returning) return 'returnPromised'
  if (sent?.sentTo === visit.counter) return 'sentHere'
  if (sent?.sentToTeam !== undefined) return 'sentToTeam'
  return inTurn(ticket)
}

function inTurn({ class: ofClass, forgiven }: Ticket): WhyFirst {
  if (ofClass === 'priority' || ofClass === 'booked') return ofClass
  return forgiven.length > 0 ? 'cameBack' : 'inOrder'
}

import { lastTransfer } from './queue.ts'
import type { Seat } from './seat.ts'
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
  const before = [...hall.visits.values()].filter(
    (v) => v.ticket === ticket.ticket && v.visit !== visit.visit && (v.endedAt ?? Infinity) <= visit.begunAt,
  )
  const sent = lastTransfer(before)
  if (sent?.returning) return 'returnPromised'
  if (sent?.sentTo === visit.counter) return 'sentHere'
  if (sent?.sentToTeam !== undefined) return 'sentToTeam'
  if (ticket.class === 'priority' || ticket.class === 'booked') return ticket.class
  return ticket.forgiven.length > 0 ? 'cameBack' : 'inOrder'
}

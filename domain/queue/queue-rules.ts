import type { Hall } from '../state.ts'
import type { Ticket } from './ticket.ts'
import { isHeld, type Visit } from './visit.ts'

/** The rules of the queue for one ticket, by its visits: whether it waits, and as what. */

/** Whether a visit keeps its ticket from being called: not when it gave it back, was forgiven, or another came after a no-show. */
export function isKeeping(hall: Pick<Hall, 'tickets'>, visit: Visit, ofTicket: readonly Visit[]): boolean {
  if (visit.state === 'returned' || visit.state === 'transferred') return false
  if (visit.state === 'held') return isHeld(visit)
  if (visit.state !== 'noShow') return true
  const forgiven = hall.tickets.get(visit.ticket ?? '')?.forgiven.includes(visit.visit) ?? false
  return !forgiven && !ofTicket.some((other) => isAfter(other, visit))
}

/** Whether a visit began after another; of two that began at once, the order of their names decides on every machine. */
export const isAfter = (a: Visit, b: Visit): boolean =>
  a.begunAt > b.begunAt || (a.begunAt === b.begunAt && a.visit > b.visit)

/**
 * Whether a ticket is cancelled for good. Where a counter had taken its paper and the hall did not know, the visitor is there
 * after all: the ticket goes on with that visit, and waits again once it is given back.
 */
export function isGone({ cancelled, cancelledAfter }: Ticket, ofTicket: readonly Visit[]): boolean {
  return cancelled !== undefined && (!cancelledAfter || ofTicket.every((v) => cancelledAfter.includes(v.visit)))
}

/** The transfer that says where a ticket waits now. */
export function lastTransfer(ofTicket: Iterable<Visit>): Visit | undefined {
  let last: Visit | undefined
  for (const v of ofTicket) if (v.state === 'transferred' && (!last || isAfter(v, last))) last = v
  return last
}

/** Whether somebody of the floor has sent a ticket on after its last transfer. */
export const isSent = ({ sent }: Ticket, last: Visit | undefined): boolean =>
  sent !== undefined && sent.after === last?.visit

/** A ticket as it waits, in the class that counts; undefined where it does not wait. */
export function asWaiting(hall: Pick<Hall, 'tickets'>, ticket: Ticket, ofTicket: readonly Visit[]): Ticket | undefined {
  if (isGone(ticket, ofTicket) || ofTicket.some((v) => isKeeping(hall, v, ofTicket))) return undefined
  const last = lastTransfer(ofTicket)
  return last?.returning && !isSent(ticket, last) ? { ...ticket, class: 'returnPromised' } : ticket
}

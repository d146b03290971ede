import type { Hall } from '../state.ts'
import type { Day, Instant } from '../time.ts'
import { queueOf, visitsAt, visitsByTicket, type Queued } from './queue-index.ts'
import { isAfter, isGone, isKeeping, isSent, lastTransfer } from './queue-rules.ts'
import type { Ticket } from './ticket.ts'
import { isOpen, type Visit } from './visit.ts'

/** The queue: who waits, in which order, and which visits keep a ticket from it. */

/** Whether a ticket is cancelled for good, and no visit goes on with it. */
export const isCancelled = (hall: Queued, ticket: Ticket): boolean =>
  ticket.cancelled !== undefined && isGone(ticket, visitsOf(hall, ticket.ticket))

/** The visits of a ticket, whatever became of them, in the order in which they came. */
export const visitsOf = (hall: Queued, ticket: string): readonly Visit[] => visitsByTicket(hall).get(ticket) ?? []

/** The visits that keep a ticket from being called. */
export function keepers(hall: Queued, ticket: string): Visit[] {
  const ofTicket = visitsOf(hall, ticket)
  return ofTicket.filter((v) => isKeeping(hall, v, ofTicket))
}

/** The tickets that wait on a day, first served first. */
export const waiting = (hall: Queued, day: Day): Ticket[] => queueOf(hall, day).slice()

/** The transfer by which a ticket waits where it waits. */
export const transferOf = (hall: Queued, ticket: string): Visit | undefined => lastTransfer(visitsOf(hall, ticket))

/**
 * Whether a counter may call a waiting ticket: one that was sent somewhere else waits for that counter or team, unless
 * nobody works there any more.
 */
export function isMeantFor(hall: Hall, ticket: string, counter: string): boolean {
  const isStaffed = (id: string): boolean => hall.counters.get(id)?.clerk !== undefined
  const { to, team } = destinationOf(hall, ticket)
  if (to !== undefined) return to === counter || !isStaffed(to)
  if (team === undefined) return true
  const ofTeam = (hall.profile?.counters ?? []).filter((c) => c.team === team).map((c) => c.id)
  return ofTeam.length === 0 || ofTeam.includes(counter) || !ofTeam.some(isStaffed)
}

/** The counter to which the visitor of a visit was promised to come back; undefined where there is no such promise. */
export function promisedBack(hall: Queued, visit: Visit): string | undefined {
  if (visit.ticket === undefined) return undefined
  const last = lastTransfer(visitsOf(hall, visit.ticket).filter((v) => v.returns || v.returning))
  return last?.returns && last.counter !== visit.counter ? last.counter : undefined
}

/** The counter that a waiting ticket was sent to, by its last transfer or by the floor since; undefined if to none. */
export const meantFor = (hall: Queued, ticket: string): string | undefined => destinationOf(hall, ticket).to

/** The counter or the team that a ticket was sent to; neither where anybody may call it. */
export function destinationOf(hall: Queued, ticket: string): { to?: string | undefined; team?: string | undefined } {
  const last = transferOf(hall, ticket)
  const known = hall.tickets.get(ticket)
  return known && isSent(known, last) ? { to: known.sent?.to } : { to: last?.sentTo, team: last?.sentToTeam }
}

/** When the ticket was first called or taken: the wait ends there, whatever comes after. */
export function firstServedAt(hall: Queued, ticket: string): Instant | undefined {
  const begun = visitsOf(hall, ticket).map((v) => v.begunAt)
  return begun.length > 0 ? Math.min(...begun) : undefined
}

/** From when a ticket that waits has waited, had it waited without a break: the time that its visitor was at a counter is left out. */
export function waitsSince(hall: Queued, { ticket, issuedAt }: Ticket): Instant {
  const atCounter = visitsOf(hall, ticket).map(({ cameAt, endedAt, takenOverAt }) =>
    cameAt === undefined ? 0 : Math.max(0, (takenOverAt ?? endedAt ?? cameAt) - cameAt),
  )
  return atCounter.reduce((sum, span) => sum + span, issuedAt)
}

/**
 * Tickets that two counters have at once: possible only when one took the paper while it could not reach the hall. Once all
 * but one have ended nothing is left to settle; what was done stays in the record.
 */
export function disputes(hall: Queued): { ticket: string; visits: Visit[] }[] {
  return [...visitsByTicket(hall)].flatMap(([ticket, ofTicket]) => {
    const visits = ofTicket.length > 1 ? ofTicket.filter(isOpen) : []
    const isDisputed = new Set(visits.map((v) => v.counter)).size > 1
    return isDisputed ? [{ ticket, visits: visits.toSorted((a, b) => (isAfter(a, b) ? 1 : -1)) }] : []
  })
}

/** The visit that is at a counter now, called or being served; the first, should a late answer have made two. */
export function visitAt(hall: Queued, counter: string): Visit | undefined {
  let first: Visit | undefined
  for (const v of visitsAt(hall, counter)) if (!first || isAfter(first, v)) first = v
  return first
}

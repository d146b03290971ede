import type { Hall } from './state.ts'
import { inQueueOrder, type Ticket } from './ticket.ts'
import type { Day, Instant } from './time.ts'
import { isAtCounter, isHeld, type Visit } from './visit.ts'

/** The queue: who waits, in which order, and which visits keep a ticket from it. */

/** Whether a visit keeps its ticket from being called: not when it gave it back, was forgiven, or another came after a no-show. */
function isKeeping(hall: Hall, visit: Visit, ofTicket: readonly Visit[]): boolean {
  if (visit.state === 'returned' || visit.state === 'transferred') return false
  if (visit.state === 'held') return isHeld(visit)
  if (visit.state !== 'noShow') return true
  const forgiven = hall.tickets.get(visit.ticket ?? '')?.forgiven.includes(visit.visit) ?? false
  return !forgiven && !ofTicket.some((other) => isAfter(other, visit))
}

const isAfter = (a: Visit, b: Visit): boolean => a.begunAt > b.begunAt || (a.begunAt === b.begunAt && a.visit > b.visit)

const visitsByTicket = (hall: Hall): Map<string | undefined, Visit[]> =>
  Map.groupBy(hall.visits.values(), (v) => v.ticket)

/**
 * Whether a ticket is cancelled for good. Where a counter had taken its paper and the hall did not know, the visitor is there
 * after all: the ticket goes on with that visit, and waits again once it is given back.
 */
function isGone({ cancelled, cancelledAfter }: Ticket, ofTicket: readonly Visit[]): boolean {
  return cancelled !== undefined && (!cancelledAfter || ofTicket.every((v) => cancelledAfter.includes(v.visit)))
}

export const isCancelled = (hall: Pick<Hall, 'visits'>, ticket: Ticket): boolean =>
  ticket.cancelled !== undefined && isGone(ticket, visitsOf(hall, ticket.ticket))

/** The visits of a ticket, whatever became of them. */
export const visitsOf = (hall: Pick<Hall, 'visits'>, ticket: string): Visit[] =>
  [...hall.visits.values()].filter((v) => v.ticket === ticket)

/** How the visits of a ticket are found. Whoever asks about many tickets groups the visits once. */
export type OfTicket = (ticket: string) => readonly Visit[]

/** The visits by ticket, grouped once: for many tickets, so that not all visits are gone through for each. */
export function groupedVisits(hall: Hall): OfTicket {
  const grouped = visitsByTicket(hall)
  return (ticket) => grouped.get(ticket) ?? []
}

const lookedUp =
  (hall: Hall): OfTicket =>
  (ticket) =>
    visitsOf(hall, ticket)

/** The visits that keep a ticket from being called. */
export function keepers(hall: Hall, ticket: string, found: OfTicket = lookedUp(hall)): Visit[] {
  const ofTicket = found(ticket)
  return ofTicket.filter((v) => isKeeping(hall, v, ofTicket))
}

/** The tickets that wait on a day, first served first. */
export function waiting(hall: Hall, day: Day, found: OfTicket = groupedVisits(hall)): Ticket[] {
  const wait: Ticket[] = []
  for (const t of hall.tickets.values()) {
    if (t.label.day !== day) continue
    const ofTicket = found(t.ticket)
    if (isGone(t, ofTicket) || ofTicket.some((v) => isKeeping(hall, v, ofTicket))) continue
    const last = lastTransfer(ofTicket)
    wait.push(last?.returning && !isSent(t, last) ? { ...t, class: 'returnPromised' } : t)
  }
  return wait.toSorted(inQueueOrder)
}

/** The transfer that says where a ticket waits now. */
export function lastTransfer(ofTicket: Iterable<Visit>): Visit | undefined {
  let last: Visit | undefined
  for (const v of ofTicket) if (v.state === 'transferred' && (!last || isAfter(v, last))) last = v
  return last
}

/** Whether somebody of the floor has sent a ticket on after its last transfer. */
const isSent = ({ sent }: Ticket, last: Visit | undefined): boolean => sent !== undefined && sent.after === last?.visit

export const transferOf = (hall: Hall, ticket: string, found: OfTicket = lookedUp(hall)): Visit | undefined =>
  lastTransfer(found(ticket))

/**
 * Whether a counter may call a waiting ticket: one that was sent somewhere else waits for that counter or team, unless
 * nobody works there any more.
 */
export function isMeantFor(hall: Hall, ticket: string, counter: string, found: OfTicket = lookedUp(hall)): boolean {
  const isStaffed = (id: string): boolean => hall.counters.get(id)?.clerk !== undefined
  const to = meantFor(hall, ticket, found)
  if (to !== undefined) return to === counter || !isStaffed(to)
  const last = transferOf(hall, ticket, found)
  const known = hall.tickets.get(ticket)
  if (known && isSent(known, last)) return true
  const team = last?.sentToTeam
  const ofTeam = (hall.profile?.counters ?? []).filter((c) => c.team === team).map((c) => c.id)
  return ofTeam.length === 0 || ofTeam.includes(counter) || !ofTeam.some(isStaffed)
}

/** The counter to which the visitor of a visit was promised to come back; undefined where there is no such promise. */
export function promisedBack(hall: Hall, visit: Visit): string | undefined {
  if (visit.ticket === undefined) return undefined
  const promises = [...hall.visits.values()].filter((v) => v.ticket === visit.ticket && (v.returns || v.returning))
  const last = lastTransfer(promises)
  return last?.returns && last.counter !== visit.counter ? last.counter : undefined
}

/** The counter that a waiting ticket was sent to, by its last transfer or by the floor since; undefined if to none. */
export function meantFor(hall: Hall, ticket: string, found: OfTicket = lookedUp(hall)): string | undefined {
  const last = transferOf(hall, ticket, found)
  const known = hall.tickets.get(ticket)
  return known && isSent(known, last) ? known.sent?.to : last?.sentTo
}

/** When the ticket was first called or taken: the wait ends there, whatever comes after. */
export function firstServedAt(hall: Hall, ticket: string, found: OfTicket = lookedUp(hall)): Instant | undefined {
  const begun = found(ticket).map((v) => v.begunAt)
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

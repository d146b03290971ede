import type { Actor } from './actor.ts'
import { estimateFor } from './estimate.ts'
import { keepers, waiting } from './queue.ts'
import type { Hall } from './state.ts'
import {
  largestNumber,
  numbersKey,
  ticketKey,
  type Series,
  type Ticket,
  type TicketCommand,
  type TicketEvent,
} from './ticket.ts'
import { dayOf, type Day, type Instant } from './time.ts'

/** What may be done with a ticket while it waits. */

/** Why an act on a ticket is not possible now. */
export type TicketRefusal = 'dayClosed' | 'ticketUnknown' | 'ticketNotWaiting' | 'numbersUsedUp'

type Decision = { happened: { event: TicketEvent }[] } | { refused: TicketRefusal }
type Context = { by: Actor; at: Instant }

/** Decides the issue of a ticket, its cancellation and the return of whoever was missing. */
export function decideTicket(hall: Hall, command: TicketCommand, ctx: Context): Decision {
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
  const estimate = estimateFor(hall, day, ctx.at, ofClass)
  return happens({
    ...{ type: 'ticketIssued', at: ctx.at, by: ctx.by },
    ...{ touch, ticket: ticketKey(label), label, class: ofClass, ...(estimate && { estimate }) },
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

const happens = (...events: TicketEvent[]): Decision => ({ happened: events.map((event) => ({ event })) })

import type { Hall } from '../state.ts'
import { numbersKey, type Ticket, type TicketEvent } from './ticket.ts'

/** What happens to a ticket while it waits, taken into the state; also the stop of issue. */
export function evolveTicket(hall: Hall, event: TicketEvent): void {
  switch (event.type) {
    case 'ticketIssued':
      return take(hall, event)
    case 'issueStopped':
      hall.issueStop = { at: event.at, reason: event.reason }
      return
    case 'issueResumed':
      delete hall.issueStop
      return
    default: {
      const known = hall.tickets.get(event.ticket)
      if (known) change(known, event)
    }
  }
}

function take(hall: Hall, event: Extract<TicketEvent, { type: 'ticketIssued' }>): void {
  const { ticket, touch, label, class: ofClass, at, issuedAt = at, estimate, kiosk } = event
  if (hall.tickets.has(ticket)) return
  hall.tickets.set(ticket, {
    ticket,
    touch,
    label,
    issuedAt,
    class: ofClass,
    effectiveAt: issuedAt,
    forgiven: [],
    ...(estimate && { estimate }),
    ...(kiosk !== undefined && { kiosk }),
  })
  hall.numbers.set(numbersKey(label), Math.max(hall.numbers.get(numbersKey(label)) ?? 0, label.number))
}

type OfTicket = Exclude<TicketEvent, { type: 'ticketIssued' | 'issueStopped' | 'issueResumed' }>

function change(known: Ticket, event: OfTicket): void {
  switch (event.type) {
    case 'ticketCancelled':
      known.cancelled = event.reason
      if (event.visits) known.cancelledAfter = event.visits
      return
    case 'ticketBroughtBack':
      known.forgiven.push(...event.visits)
      known.effectiveAt = event.effectiveAt
      return
    case 'ticketClassSet':
      known.class = event.class
      return
    case 'ticketSent':
      known.sent = {
        ...(event.to !== undefined && { to: event.to }),
        ...(event.after !== undefined && { after: event.after }),
      }
      return
    case 'slipQueued':
      known.print = { kiosk: event.kiosk, print: event.print, state: 'queued', at: event.at }
      return
    case 'slipPrinted':
    case 'slipFailed': {
      if (known.print?.print !== event.print) return
      const { kiosk, print } = known.print
      const told =
        event.type === 'slipFailed'
          ? ({ state: 'failed', why: event.why, ...(event.says && { says: event.says }) } as const)
          : { state: 'printed' as const }
      known.print = { kiosk, print, at: event.at, ...told }
    }
  }
}

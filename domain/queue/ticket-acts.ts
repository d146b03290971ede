import type { Actor } from '../actor.ts'
import { hasRole } from '../people/permissions.ts'
import type { Hall } from '../state.ts'
import { dayOf, instantOf, MINUTE, type Day, type Instant } from '../time.ts'
import { estimateFor } from './estimate.ts'
import { issueHours, issueStopAt, whyNotIssued, type IssueRefusal } from './issue-hours.ts'
import { ownRange, ownSeries, printerOf } from './kiosk.ts'
import { queueSettings } from './queue-settings.ts'
import { isCancelled, keepers, transferOf, visitsOf, waiting } from './queue.ts'
import { freeNumber, ownFreeNumber } from './ticket-numbers.ts'
import {
  largestNumber,
  ticketKey,
  type ChosenClass,
  type Estimate,
  type Series,
  type Ticket,
  type TicketCommand,
  type TicketEvent,
  type TicketLabel,
} from './ticket.ts'

/** What may be done with a ticket while it waits. */

/** Why an act on a ticket is not possible now. */
export type TicketRefusal =
  | IssueRefusal
  | ('dayClosed' | 'ticketUnknown' | 'ticketNotWaiting' | 'numbersUsedUp' | 'counterUnknown')
  | ('kioskUnknown' | 'labelNotOwn' | 'printerUnknown' | 'printedTooOften' | 'printNotAsked')
  | ('nothingToResume' | 'stoppedAlready')

type Decision = { happened: { event: TicketEvent }[] } | { refused: TicketRefusal }
type Context = { by: Actor; at: Instant }
type OfType<T extends TicketCommand['type']> = Extract<TicketCommand, { type: T }>

/** Decides the issue of a ticket and what is done with it while it waits. */
export function decideTicket(hall: Hall, command: TicketCommand, ctx: Context): Decision {
  switch (command.type) {
    case 'issueTicket':
      return issue(hall, command, ctx)
    case 'tellTicket':
      return takeOver(hall, command, ctx)
    case 'printTicket':
      return printAgain(hall, command, ctx)
    case 'tellPrint':
      return tellPrint(hall, command, ctx)
    case 'stopIssue':
      if (issueStopAt(hall, ctx.at)?.reason === command.reason) return { refused: 'stoppedAlready' }
      return happens({ ...ctx, type: 'issueStopped', reason: command.reason })
    case 'resumeIssue':
      return issueStopAt(hall, ctx.at) ? happens({ ...ctx, type: 'issueResumed' }) : { refused: 'nothingToResume' }
    default:
      return decideWaiting(hall, command, ctx)
  }
}

type OnTicket = OfType<'cancelTicket' | 'bringBack' | 'setTicketClass' | 'sendTicket'>

function decideWaiting(hall: Hall, command: OnTicket, ctx: Context): Decision {
  const ticket = hall.tickets.get(command.ticket)
  if (!ticket) return { refused: 'ticketUnknown' }
  const act = { at: ctx.at, by: ctx.by, ticket: ticket.ticket }
  const kept = keepers(hall, ticket.ticket)
  if (command.type === 'bringBack') {
    const missed = kept.filter((v) => v.state === 'noShow').map((v) => v.visit)
    if (missed.length === 0 || missed.length < kept.length) return { refused: 'ticketNotWaiting' }
    const effectiveAt = placeBack(hall, ticket, ctx.at)
    return happens({ ...act, type: 'ticketBroughtBack', visits: missed, effectiveAt })
  }
  if (kept.length > 0 || isCancelled(hall, ticket)) return { refused: 'ticketNotWaiting' }
  switch (command.type) {
    case 'cancelTicket':
      return happens(cancelled(hall, ticket, command.reason, ctx))
    case 'setTicketClass':
      return ticket.class === command.class
        ? happens()
        : happens({ ...act, type: 'ticketClassSet', class: command.class })
    case 'sendTicket': {
      const { to } = command
      if (to !== undefined && !hall.profile?.counters.some((c) => c.id === to)) return { refused: 'counterUnknown' }
      const after = transferOf(hall, ticket.ticket)?.visit
      return happens({
        ...act,
        type: 'ticketSent',
        ...(to !== undefined && { to }),
        ...(after !== undefined && { after }),
      })
    }
  }
}

function cancelled(
  hall: Hall,
  { ticket }: Ticket,
  reason: OfType<'cancelTicket'>['reason'],
  ctx: Context,
): TicketEvent {
  const visits = visitsOf(hall, ticket).map((v) => v.visit)
  return { ...ctx, type: 'ticketCancelled', ticket, reason, visits }
}

/** A second touch of the same press is the same ticket, hence no event. */
function issue(hall: Hall, command: OfType<'issueTicket'>, ctx: Context): Decision {
  const day = dayOf(ctx.at)
  if (hall.closedDay !== undefined && hall.closedDay >= day) return { refused: 'dayClosed' }
  if (ticketOf(hall, command.touch)) return happens()
  // Whoever works on the floor may give a ticket beside the hours and the limit.
  const closed = hasRole(hall, ctx.by.clerk, ['clerk', 'guide', 'supervisor']) ? undefined : whyNotIssued(hall, ctx.at)
  if (closed) return { refused: closed }
  const series: Series = command.class === 'priority' ? '나' : '가'
  const number = freeNumber(hall, day, series)
  if (number > largestNumber) return { refused: 'numbersUsedUp' }
  const estimate = estimateFor(hall, day, ctx.at, command.class)
  const label = { day, series, number }
  return happens(...issuedEvents(hall, { ...command, label, ...(estimate && { estimate }) }, ctx))
}

type Given = {
  touch: string
  class: ChosenClass
  label: TicketLabel
  kiosk?: string | undefined
  issuedAt?: Instant
  estimate?: Estimate
}

/** A ticket and, where its kiosk has a printer in the network, its slip. */
function issuedEvents(hall: Hall, given: Given, { at, by }: Context): TicketEvent[] {
  const { touch, class: ofClass, label, kiosk, issuedAt, estimate } = given
  const ticket = ticketKey(label)
  const prints = issuedAt === undefined && printerOf(hall.profile, kiosk) !== undefined
  return [
    {
      type: 'ticketIssued',
      at,
      by,
      touch,
      ticket,
      label,
      class: ofClass,
      ...(kiosk !== undefined && { kiosk }),
      ...(issuedAt !== undefined && { issuedAt }),
      ...(estimate && { estimate }),
    },
    ...(prints && kiosk !== undefined ? [{ type: 'slipQueued', at, by, ticket, kiosk, print: 1 } as const] : []),
  ]
}

/** The clock of a kiosk may be ahead by so much; a ticket from the future would wait behind those of now. */
const clockMayDiffer = 2 * MINUTE

/**
 * Takes over what a kiosk issued by itself: only in its own numbers, of today, and once. The place in the queue is that of the
 * time at which the visitor took it, as far as that can be. Stop, hours and limit do not count: the paper is in somebody's hand.
 * Whose number somebody else has already gets another one, and the staff are told whose slip says the other.
 */
function takeOver(hall: Hall, command: OfType<'tellTicket'>, ctx: Context): Decision {
  const { label, kiosk } = command
  if (ticketOf(hall, command.touch)) return happens()
  const own = ownRange(hall.profile, kiosk)
  if (!own) return { refused: 'kioskUnknown' }
  const isOwn = label.series === ownSeries && label.number >= own.first && label.number <= own.last
  const isOfToday = label.day === dayOf(ctx.at) && dayOf(command.issuedAt) === label.day
  if (!isOwn || !isOfToday || command.issuedAt > ctx.at + clockMayDiffer) return { refused: 'labelNotOwn' }
  if (hall.closedDay !== undefined && hall.closedDay >= label.day) return { refused: 'dayClosed' }
  const isTaken = hall.tickets.has(ticketKey(label))
  const number = isTaken ? ownFreeNumber(hall, label.day, own) : label.number
  if (number === undefined) return { refused: 'numbersUsedUp' }
  const issuedAt = Math.min(Math.max(command.issuedAt, aloneSince(hall, kiosk, label.day)), ctx.at)
  const given = issuedEvents(hall, { ...command, label: { ...label, number }, issuedAt }, ctx)
  const ticket = ticketKey({ ...label, number })
  const said = isTaken
    ? ([
        { ...ctx, type: 'slipQueued', ticket, kiosk, print: 1 },
        { ...ctx, type: 'slipFailed', ticket, print: 1, why: 'numberTaken', says: label },
      ] as const)
    : []
  const first = command.instead === undefined ? undefined : ticketOf(hall, command.instead)
  const isGone = first && !isCancelled(hall, first) && keepers(hall, first.ticket).length === 0
  const gone = isGone ? [cancelled(hall, first, 'issuedTwice', ctx)] : []
  return happens(...gone, ...given, ...said)
}

/**
 * Since when a kiosk may have been alone at the earliest: since tickets began, or since it last gave one of the hall's. Where no
 * hours are set, they began with the hall's own hours or, if that was earlier, with the first ticket of the hall.
 */
function aloneSince(hall: Hall, kiosk: string, day: Day): Instant {
  const hours = issueHours(hall, day)
  const ofHall = [...hall.tickets.values()].filter((t) => t.label.day === day && t.label.series !== ownSeries)
  const opening = hall.profile?.hours.from ?? '00:00'
  const first = Math.min(instantOf(day, opening), ...ofHall.map((t) => t.issuedAt))
  const began = hours === undefined || hours === 'always' ? first : hours.from
  return Math.max(began, ...ofHall.filter((t) => t.kiosk === kiosk).map((t) => t.issuedAt))
}

const ticketOf = (hall: Hall, touch: string): Ticket | undefined => {
  for (const t of hall.tickets.values()) if (t.touch === touch) return t
  return undefined
}

/** So many slips of one ticket at most: paper is dear, and the kiosk stands in public. */
const mostSlips = 5

function printAgain(hall: Hall, { touch, kiosk }: OfType<'printTicket'>, ctx: Context): Decision {
  const known = ticketOf(hall, touch)
  if (!known || isCancelled(hall, known)) return { refused: 'ticketUnknown' }
  if (!printerOf(hall.profile, kiosk)) return { refused: 'printerUnknown' }
  const before = known.print
  // Pressed twice while one is under way: it is the same slip.
  if (before?.state === 'queued' && before.kiosk === kiosk) return happens()
  const print = (before?.print ?? 0) + 1
  if (print > mostSlips) return { refused: 'printedTooOften' }
  return happens({ ...ctx, type: 'slipQueued', ticket: known.ticket, kiosk, print })
}

function tellPrint(hall: Hall, { ticket, print, why }: OfType<'tellPrint'>, ctx: Context): Decision {
  const known = hall.tickets.get(ticket)?.print
  if (known?.state !== 'queued' || known.print !== print) return { refused: 'printNotAsked' }
  const told = { ...ctx, ticket, print }
  return happens(why === undefined ? { ...told, type: 'slipPrinted' } : { ...told, type: 'slipFailed', why })
}

/** A visitor who came back waits for the next few tickets of the class, as the hall has set it, and gains no place by it. */
function placeBack(hall: Hall, ticket: Ticket, at: Instant): Instant {
  const places = queueSettings(hall).placesBack
  if (places === 0) return ticket.effectiveAt
  const ofClass = transferOf(hall, ticket.ticket)?.returning ? 'returnPromised' : ticket.class
  const ahead = waiting(hall, ticket.label.day).filter((t) => t.class === ofClass)
  const before = ahead[Math.min(places, ahead.length) - 1]
  // Just after the last one that goes first; two tickets of one millisecond are told apart by their numbers.
  return Math.max(ticket.effectiveAt, before ? before.effectiveAt + 1 : at)
}

const happens = (...events: TicketEvent[]): Decision => ({ happened: events.map((event) => ({ event })) })

import type { PriorityReason } from '../manual/manual.ts'
import { estimates } from '../queue/estimate.ts'
import { issueHours, issueStopAt, whyNotIssued, type IssueRefusal } from '../queue/issue-hours.ts'
import type { IssueStopReason } from '../queue/issue-settings.ts'
import { boardLayouts, ownRange, printerOf, type BoardLayout, type SlipPrint } from '../queue/kiosk.ts'
import { isAfter, isKeeping } from '../queue/queue-rules.ts'
import { visitsOf, waiting } from '../queue/queue.ts'
import { ownTaken } from '../queue/ticket-numbers.ts'
import {
  inQueueOrder,
  ticketCode,
  type ChosenClass,
  type Estimate,
  type Ticket,
  type TicketClass,
  type TicketLabel,
} from '../queue/ticket.ts'
import type { Visit } from '../queue/visit.ts'
import type { Seat } from '../seat.ts'
import { dayOf, type Instant } from '../time.ts'
import { counterRef } from './view-floor.ts'
import type { Estimates } from './views.ts'

/** What boards and kiosks show: no name of anybody, and nothing of a case. */

export type BoardView = {
  hallName: string
  last?: Call
  calls: Call[]
  waiting: number
  estimates: Estimates
  updatedAt: Instant
  layout: BoardLayout
  /** Whether this board calls out; another one in the room may do it. */
  voice: boolean
  /** What of its settings was left aside. */
  problem?: 'boardUnknown' | 'layoutUnknown'
  stopped?: IssueStopReason
  /** Why nobody is called: the day is closed, or the hall rests today. */
  closed?: 'dayClosed' | 'dayOff'
}
/** `isOver` once nobody is called any more by it: the visitor came, or the visit has ended. */
export type Call = { label: TicketLabel; counter: number; at: Instant; isOver?: true }

export type KioskView = {
  hallName: string
  /** The hall's clock, by which a kiosk goes that issues by itself. */
  at: Instant
  waiting: number
  /** Who would be served before somebody who takes a ticket now. */
  ahead: Record<ChosenClass, number>
  estimates: Estimates
  closed?: KioskClosed
  /** From when to when there are tickets today, where the hall has set it. */
  hours?: { from: Instant; until: Instant }
  reasons: PriorityReason[]
  /** What the hall knows of this kiosk: whether its server prints for it, and which numbers are its own. */
  kiosk?: { id: string; prints: boolean; own: OwnNumbers }
  problem?: 'kioskUnknown'
}

/** Why there are no tickets now; `from` is when there will be. */
export type KioskClosed = { why: IssueRefusal | 'dayClosed'; from?: Instant; reason?: IssueStopReason }

/** A kiosk's own numbers, and which of them somebody has today. */
type OwnNumbers = { first: number; last: number; taken: number[] }

export type SlipView = {
  hallName: string
  label: TicketLabel
  class: TicketClass
  /** Absent when nobody knows, or when the ticket does not wait any more. */
  ahead?: number
  /** What the visitor was told; absent where nothing could be said. */
  estimate?: Estimate
  issuedAt: Instant
  /** What the QR says. */
  code: string
  /** How it stands at the printer; absent where the browser prints. */
  print?: Pick<SlipPrint, 'print' | 'state' | 'why'>
}

/** How many calls before the newest a layout has room for. */
export const shownCalls = { landscape: 6, portrait: 8, many: 15 } as const satisfies Record<BoardLayout, number>

/**
 * The newest calls of the day, newest first and each number once, by its last visit; a recall counts as a call. A number
 * whose visitor is wanted nowhere by that call is left out.
 */
function calls(seat: Seat, most: number): Call[] {
  const today = dayOf(seat.at)
  const lasts = new Map<string, Visit & { label: TicketLabel }>()
  for (const visit of seat.hall.visits.values()) {
    const { label } = visit
    if (label?.day !== today || visit.begun !== 'called') continue
    const known = lasts.get(ticketCode(label))
    if (!known || isAfter(visit, known)) lasts.set(ticketCode(label), { ...visit, label })
  }
  return [...lasts.values()]
    .filter((visit) => !isTakenBack(seat, visit))
    .map((visit) => ({ label: visit.label, ...calledOf(visit) }))
    .toSorted((a, b) => b.at - a.at)
    .slice(0, most)
    .map(({ counter, ...call }) => ({ ...call, counter: counterRef(seat, counter).number }))
}

/** Whether the visitor waits again, or is elsewhere: the call was taken back, the ticket sent on, or who was missing is there. */
function isTakenBack({ hall }: Seat, visit: Visit): boolean {
  if (visit.state === 'noShow') return !isKeeping(hall, visit, visitsOf(hall, visit.ticket ?? ''))
  return visit.state === 'returned' || visit.state === 'transferred'
}

const calledOf = ({ counter, recalledAt, begunAt, state }: Visit) => ({
  counter,
  at: recalledAt.at(-1) ?? begunAt,
  ...(state !== 'called' && { isOver: true as const }),
})

/** The board with a name in `hall.yaml`; any other shows the usual layout, and says what was left aside. */
export function boardView(seat: Seat, board?: string): BoardView {
  const settings = seat.hall.profile?.boards?.find((b) => b.id === board)
  const layout = settings?.layout === undefined ? 'landscape' : boardLayouts.find((l) => l === settings.layout)
  const [last, ...earlier] = calls(seat, 1 + shownCalls[layout ?? 'landscape'])
  const problem = board !== undefined && !settings ? 'boardUnknown' : layout ? undefined : 'layoutUnknown'
  const stopped = closedFor(seat)?.reason
  const queue = waiting(seat.hall, dayOf(seat.at))
  // Whoever got a number from the staff on a day off is called as on any other.
  const isDayOff = queue.length === 0 && issueHours(seat.hall, dayOf(seat.at)) === undefined
  const closed = isDayClosed(seat) ? 'dayClosed' : isDayOff ? 'dayOff' : undefined
  return {
    hallName: seat.hall.profile?.name ?? '',
    ...(last && { last }),
    calls: earlier,
    waiting: queue.length,
    estimates: estimates(seat.hall, dayOf(seat.at), seat.at),
    updatedAt: seat.at,
    layout: layout ?? 'landscape',
    voice: settings?.voice ?? true,
    ...(problem && { problem }),
    ...(stopped && { stopped }),
    ...(closed && { closed }),
  }
}

/** The kiosk with a name in `hall.yaml`, or one without. */
export function kioskView(seat: Seat, kiosk?: string): KioskView {
  const { hall, at } = seat
  const queue = waiting(hall, dayOf(at))
  const hours = issueHours(hall, dayOf(at))
  const closed = closedFor(seat)
  const own = kiosk === undefined ? undefined : ownRange(hall.profile, kiosk)
  const known =
    kiosk !== undefined && own
      ? {
          id: kiosk,
          prints: printerOf(hall.profile, kiosk) !== undefined,
          own: { ...own, taken: ownTaken(hall, dayOf(at), own) },
        }
      : undefined
  return {
    hallName: hall.profile?.name ?? '',
    at,
    waiting: queue.length,
    ahead: { ordinary: aheadOf(queue, 'ordinary', at), priority: aheadOf(queue, 'priority', at) },
    estimates: estimates(hall, dayOf(at), at),
    reasons: hall.profile?.priorityReasons ?? [],
    ...(closed && { closed }),
    ...(hours && hours !== 'always' && { hours }),
    ...(known ? { kiosk: known } : kiosk !== undefined && { problem: 'kioskUnknown' as const }),
  }
}

const isDayClosed = ({ hall, at }: Seat): boolean => hall.closedDay !== undefined && hall.closedDay >= dayOf(at)

/** What a kiosk says of the issue now; undefined where it gives tickets. */
export function closedFor(seat: Seat): KioskClosed | undefined {
  const { hall, at } = seat
  const day = dayOf(at)
  if (isDayClosed(seat)) return { why: 'dayClosed' }
  const why = whyNotIssued(hall, at)
  if (!why) return undefined
  const hours = issueHours(hall, day)
  const stop = issueStopAt(hall, at)
  return {
    why,
    ...(why === 'ticketsNotYet' && hours && hours !== 'always' && { from: hours.from }),
    ...(why === 'issueStopped' && stop && { reason: stop.reason }),
  }
}

/** Who would go before a ticket of a class that is issued now. */
function aheadOf(queue: readonly Ticket[], ofClass: ChosenClass, at: Instant): number {
  const label: TicketLabel = { day: dayOf(at), series: '다', number: Number.MAX_SAFE_INTEGER }
  const next = { ticket: '', touch: '', label, issuedAt: at, effectiveAt: at, class: ofClass, forgiven: [] }
  return queue.filter((t) => inQueueOrder(t, next) < 0).length
}

/** The slip of a touch: whoever touched knows it, and nobody else. */
export function slipView(seat: Seat, touch: string): SlipView | undefined {
  const ticket = [...seat.hall.tickets.values()].find((t) => t.touch === touch)
  if (!ticket) return undefined
  const queue = waiting(seat.hall, ticket.label.day)
  const place = queue.findIndex((t) => t.ticket === ticket.ticket)
  const { print } = ticket
  return {
    hallName: seat.hall.profile?.name ?? '',
    label: ticket.label,
    class: ticket.class,
    issuedAt: ticket.issuedAt,
    code: ticketCode(ticket.label),
    ...(place >= 0 && { ahead: place }),
    ...(ticket.estimate && { estimate: ticket.estimate }),
    ...(print && { print: { print: print.print, state: print.state, ...(print.why && { why: print.why }) } }),
  }
}

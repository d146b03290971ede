import { accuracyOf, type Accuracy } from '../queue/estimate.ts'
import {
  folderSettings,
  mayCallOutOfOrder,
  queueSettings,
  type QueueSettings,
  type SomeSettings,
} from '../queue/queue-settings.ts'
import { keepers, meantFor, waiting } from '../queue/queue.ts'
import type { Ticket, TicketLabel } from '../queue/ticket.ts'
import { isHeld, isOpen, type VisitState } from '../queue/visit.ts'
import { mayKnowMore } from '../record/day-close.ts'
import { doneView, type Seat } from '../seat.ts'
import { dayOf, type Day, type Instant } from '../time.ts'
import { counterRef, visitView } from './view-floor.ts'
import type { CounterRef, DoneView, VisitView } from './views.ts'

/** What screens show of the order of the queue, of visits elsewhere and of the end of the day. */

/** A visit on hold at another counter, which this one may go on with. */
export type HeldElsewhere = VisitView & { at: CounterRef }

export const heldElsewhere = (seat: Seat): HeldElsewhere[] =>
  [...seat.hall.visits.values()]
    .filter((v) => isHeld(v) && v.counter !== seat.machine && dayOf(v.begunAt) === dayOf(seat.at))
    .map((v) => ({ ...visitView(seat, v), at: counterRef(seat, v.counter) }))

/** Whether whoever sits here may call a ticket out of order. */
export const callsOutOfOrder = ({ hall, machine }: Seat): boolean =>
  mayCallOutOfOrder(hall, hall.counters.get(machine)?.clerk)

/** A ticket that is alive when the day is to be closed, and where it is. */
export type LiveTicket = {
  label?: TicketLabel
  day: Day
  state: VisitState | 'waiting'
  counter?: CounterRef
  since: Instant
}
export type ClosingView = {
  /** First those that keep the day from being closed. */
  live: LiveTicket[]
  /** Machines that are away and may know more than the hall. */
  unheard: CounterRef[]
  /** Counters with a visit that has not ended, for which the hall refuses to close; one that is away can be left out with a reason. */
  stillOpen: CounterRef[]
}

/** What becomes of a day that is closed now: who is still alive on it or on a day before, and whose acts may not all be told. */
export function closingView(seat: Seat): ClosingView {
  const { hall } = seat
  const open = [...hall.visits.values()].filter(isOpen).map((v) => ({
    ...(v.label && { label: v.label }),
    day: dayOf(v.begunAt),
    state: v.state,
    counter: counterRef(seat, v.counter),
    since: v.heldAt ?? v.cameAt ?? v.begunAt,
  }))
  const waits = ticketDays(seat).flatMap((day) => waiting(hall, day).map((t) => waitingTicket(seat, t)))
  const isOnLine = (machine: string) => seat.presence.some((p) => p.machine === machine && p.connected)
  const away = [...hall.counters.keys()].filter((m) => !isOnLine(m))
  const unheard = mayKnowMore(hall, away)
  const keeping = open.map((v) => v.counter).filter(({ id }) => !unheard.includes(id))
  return {
    live: [...open, ...waits, ...missingTickets(seat)],
    unheard: unheard.map((m) => counterRef(seat, m)),
    stillOpen: [...new Map(keeping.map((c) => [c.id, c])).values()].toSorted((a, b) => a.number - b.number),
  }
}

/** The days up to today of which there are tickets, the first first. */
const ticketDays = ({ hall, at }: Seat): Day[] =>
  [...new Set([...hall.tickets.values()].map((t) => t.label.day))].filter((d) => d <= dayOf(at)).toSorted()

function waitingTicket(seat: Seat, { ticket, label, issuedAt }: Ticket): LiveTicket {
  const to = meantFor(seat.hall, ticket)
  const sent = to === undefined ? {} : { counter: counterRef(seat, to) }
  return { label, day: label.day, state: 'waiting', ...sent, since: issuedAt }
}

const missingTickets = ({ hall, at }: Seat): LiveTicket[] =>
  [...hall.visits.values()].flatMap(({ state, label, ticket, endedAt, begunAt, visit }) => {
    if (state !== 'noShow' || !label || label.day > dayOf(at)) return []
    if (!keepers(hall, ticket ?? '').some((v) => v.visit === visit)) return []
    return [{ label, day: label.day, state, since: endedAt ?? begunAt }]
  })

/** 대기열 설정: what is in force, what the folder says, and who changed what. */
export type QueueSettingsView = {
  now: QueueSettings
  folder: QueueSettings
  changes: (DoneView & { settings: SomeSettings; reason: string })[]
  clerks: { id: string; name: string }[]
}

/** 예상의 정확도: how near the estimates were, the newest day first; days without any are left out. What a close has kept is final. */
export type AccuracyView = (Accuracy & { day: Day })[]

export function accuracyView(seat: Seat): AccuracyView {
  const { accuracies } = seat.hall
  const here = ticketDays(seat).filter((day) => !accuracies.some((a) => a.day === day))
  const found = here.flatMap((day) => {
    const accuracy = accuracyOf(seat.hall, day)
    return accuracy ? [{ day, ...accuracy }] : []
  })
  return [...accuracies, ...found].toReversed()
}

export const queueSettingsView = (seat: Seat): QueueSettingsView => ({
  now: queueSettings(seat.hall),
  folder: folderSettings(seat.hall),
  changes: seat.hall.queueChanges
    .map((c) => ({ ...doneView(seat, c), settings: c.settings, reason: c.reason }))
    .toReversed(),
  clerks: (seat.hall.profile?.staff ?? [])
    .filter((s) => s.role === 'clerk' || s.also?.includes('clerk'))
    .map(({ id, name }) => ({ id, name })),
})

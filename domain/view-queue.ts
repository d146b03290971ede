import type { Actor } from './actor.ts'
import { mayKnowMore } from './day-close.ts'
import type { Emergency } from './emergency.ts'
import { keepers, meantFor, waiting } from './queue.ts'
import {
  folderSettings,
  mayCallOutOfOrder,
  queueSettings,
  type QueueSettings,
  type SomeSettings,
} from './queue-settings.ts'
import { doneView, personOf, type Seat } from './seat.ts'
import type { TicketLabel } from './ticket.ts'
import { dayOf, type Instant } from './time.ts'
import { counterRef, visitView } from './view-floor.ts'
import type { CounterRef, DoneView, VisitView } from './views.ts'
import { isHeld, isOpen, type VisitState } from './visit.ts'

/** What screens show of the order of the queue, of visits elsewhere, of the bell and of the end of the day. */

/** A visit on hold at another counter, which this one may go on with. */
export type HeldElsewhere = VisitView & { at: CounterRef }

export const heldElsewhere = (seat: Seat): HeldElsewhere[] =>
  [...seat.hall.visits.values()]
    .filter((v) => isHeld(v) && v.counter !== seat.machine && dayOf(v.begunAt) === dayOf(seat.at))
    .map((v) => ({ ...visitView(seat, v), at: counterRef(seat, v.counter) }))

/** Whether whoever sits here may call a ticket out of order. */
export const callsOutOfOrder = ({ hall, machine }: Seat): boolean =>
  mayCallOutOfOrder(hall, hall.counters.get(machine)?.clerk)

/** A bell that rings, or has rung today. */
export type EmergencyView = {
  call: string
  /** The counter that rings; a PC that is no counter by its name. */
  counter: CounterRef
  machine: string
  at: Instant
  clerk: string
  answered: (DoneView & { counter: CounterRef; machine: string })[]
  ended?: DoneView & { done: string }
  mine: boolean
  /** Whether somebody at this PC has answered. */
  answeredHere: boolean
}

/** The bells of today, those that ring first. */
export function emergencyViews(seat: Seat): EmergencyView[] {
  const isOver = (e: Emergency): number => (e.ended ? 1 : 0)
  return [...seat.hall.emergencies.values()]
    .filter((e) => !e.ended || dayOf(e.at) === dayOf(seat.at))
    .toSorted((a, b) => isOver(a) - isOver(b) || b.at - a.at)
    .map((e) => {
      const who = (by: Actor) => ({ counter: counterRef(seat, by.machine), machine: by.machine })
      return {
        ...{ call: e.call, ...who(e.by), at: e.at, clerk: personOf(seat, e.by.clerk)?.name ?? '' },
        answered: e.answered.map((a) => ({ ...doneView(seat, a), ...who(a.by) })),
        ...(e.ended && { ended: { ...doneView(seat, e.ended), done: e.ended.done } }),
        mine: e.by.machine === seat.machine,
        answeredHere: e.answered.some((a) => a.by.machine === seat.machine),
      }
    })
}

/** A ticket that is alive when the day is to be closed, and where it is. */
export type LiveTicket = {
  label?: TicketLabel
  state: VisitState | 'waiting'
  counter?: CounterRef
  since: Instant
}
export type ClosingView = {
  /** First those that keep the day from being closed. */
  live: LiveTicket[]
  /** Machines that are away and may know more than the hall. */
  unheard: CounterRef[]
}

/** What becomes of a day that is closed now: who is still alive on it, and whose acts may not all be told. */
export function closingView(seat: Seat): ClosingView {
  const { hall } = seat
  const day = dayOf(seat.at)
  const open = [...hall.visits.values()].filter(isOpen).map((v) => ({
    ...{ ...(v.label && { label: v.label }), state: v.state, counter: counterRef(seat, v.counter) },
    since: v.heldAt ?? v.cameAt ?? v.begunAt,
  }))
  const waits = waiting(hall, day).map((t) => {
    const to = meantFor(hall, t.ticket)
    const sent = to === undefined ? {} : { counter: counterRef(seat, to) }
    return { label: t.label, state: 'waiting' as const, ...sent, since: t.issuedAt }
  })
  const missing = [...hall.visits.values()].flatMap((v) =>
    v.state === 'noShow' && v.label?.day === day && keepers(hall, v.ticket ?? '').includes(v)
      ? [{ label: v.label, state: v.state, since: v.endedAt ?? v.begunAt }]
      : [],
  )
  const away = seat.presence.filter((p) => !p.connected).map((p) => p.machine)
  return { live: [...open, ...waits, ...missing], unheard: mayKnowMore(hall, away).map((m) => counterRef(seat, m)) }
}

/** 대기열 설정: what is in force, what the folder says, and who changed what. */
export type QueueSettingsView = {
  now: QueueSettings
  folder: QueueSettings
  changes: (DoneView & { settings: SomeSettings; reason: string })[]
  clerks: { id: string; name: string }[]
}

export const queueSettingsView = (seat: Seat): QueueSettingsView => ({
  ...{ now: queueSettings(seat.hall), folder: folderSettings(seat.hall) },
  changes: seat.hall.queueChanges
    .map((c) => ({ ...doneView(seat, c), settings: c.settings, reason: c.reason }))
    .toReversed(),
  clerks: (seat.hall.profile?.staff ?? [])
    .filter((s) => s.role === 'clerk' || s.also?.includes('clerk'))
    .map(({ id, name }) => ({ id, name })),
})

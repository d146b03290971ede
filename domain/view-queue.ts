import { mayKnowMore } from './day-close.ts'
import { accuracyOf, type Accuracy } from './estimate.ts'
import { keepers, meantFor, waiting } from './queue.ts'
import {
  folderSettings,
  mayCallOutOfOrder,
  queueSettings,
  type QueueSettings,
  type SomeSettings,
} from './queue-settings.ts'
import { doneView, type Seat } from './seat.ts'
import type { TicketLabel } from './ticket.ts'
import { dayOf, type Day, type Instant } from './time.ts'
import { counterRef, visitView } from './view-floor.ts'
import type { CounterRef, DoneView, VisitView } from './views.ts'
import { isHeld, isOpen, type VisitState } from './visit.ts'

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
  const isOnLine = (machine: string) => seat.presence.some((p) => p.machine === machine && p.connected)
  const away = [...hall.counters.keys()].filter((m) => !isOnLine(m))
  const unheard = mayKnowMore(hall, away)
  const keeping = open.map((v) => v.counter).filter(({ id }) => !unheard.includes(id))
  return {
    live: [...open, ...waits, ...missing],
    unheard: unheard.map((m) => counterRef(seat, m)),
    stillOpen: [...new Map(keeping.map((c) => [c.id, c])).values()].toSorted((a, b) => a.number - b.number),
  }
}

/** 대기열 설정: what is in force, what the folder says, and who changed what. */
export type QueueSettingsView = {
  now: QueueSettings
  folder: QueueSettings
  changes: (DoneView & { settings: SomeSettings; reason: string })[]
  clerks: { id: string; name: string }[]
}

/** 예상의 정확도: how near the estimates were, today first; days without any are left out. What a close has kept is final. */
export type AccuracyView = (Accuracy & { day: Day })[]

export function accuracyView({ hall, at }: Seat): AccuracyView {
  const day = dayOf(at)
  const kept = hall.accuracies.toReversed()
  const today = kept.some((a) => a.day === day) ? undefined : accuracyOf(hall, day)
  return [...(today ? [{ day, ...today }] : []), ...kept]
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

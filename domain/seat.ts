import type { Calendar } from './calendar.ts'
import type { Case } from './case.ts'
import { due, overdue, remainingWorkingMinutes } from './deadline.ts'
import type { Entry } from './log.ts'
import type { Kind } from './manual.ts'
import type { Presence } from './presence.ts'
import type { Privates } from './record.ts'
import type { Hall } from './state.ts'
import type { Instant } from './time.ts'
import type { DoneView, DueView, LineView, PersonView } from './views.ts'

/** From where a question is asked: the machine, what it knows, and the time. */
export type Seat = {
  hall: Hall
  privates: Privates
  machine: string
  at: Instant
  line: LineView
  presence: readonly Presence[]
  calendar: Calendar
  kindOf: (edition: number | undefined, code: string) => Kind | undefined
  /** The machine's own entries that the hall has not placed. */
  unsent: readonly Entry[]
}

export function personOf(seat: Seat, id: string | undefined): PersonView | undefined {
  const known = seat.hall.profile?.staff.find((s) => s.id === id)
  return known && { id: known.id, name: known.name, role: known.role }
}

export const doneView = (seat: Seat, done: { at: Instant; by: { clerk?: string | undefined } }): DoneView => ({
  at: done.at,
  clerk: personOf(seat, done.by.clerk)?.name ?? '',
})

/** When a case is due and what remains; undefined while its period is not confirmed. */
export function dueOf(seat: Seat, known: Case): DueView | undefined {
  const { period, at } = known.received
  const end = due(period, at, seat.calendar)
  if (!end) return undefined
  const { dueAt, lastDay } = end
  const remainingMinutes = remainingWorkingMinutes(seat.at, end, seat.calendar)
  return { dueAt, lastDay, overdue: overdue(known.closedAt ?? seat.at, end), remainingMinutes }
}

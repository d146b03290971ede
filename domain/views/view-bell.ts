import type { Actor } from '../actor.ts'
import { sortOf } from '../machine/machine-sort.ts'
import type { Emergency } from '../queue/emergency.ts'
import { doneView, personOf, type Seat } from '../seat.ts'
import { dayOf, type Instant } from '../time.ts'
import { counterRef } from './view-floor.ts'
import type { CounterRef, DoneView } from './views.ts'

/** A bell that rings, or has rung today. */
export type EmergencyView = {
  call: string
  /** The counter that rings; a PC that is no counter has the number 0 and its name. */
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

/** 비상벨 as staff see it; without the line it reaches nobody, and the phone is what is left. */
export type BellView = {
  bells: EmergencyView[]
  /** Whether a bell of somebody else sounds here, until somebody has answered. */
  sounds: boolean
  isOnline: boolean
  phones: { name: string; phone: string }[]
}

/** Citizens stand before counters and beside a guide: there it is quiet unless the hall wants it otherwise. */
function soundsAt({ hall, machine }: Seat): boolean {
  const sound = hall.profile?.bell?.sound ?? 'supervisor'
  return sound === 'all' || (sound === 'supervisor' && sortOf(hall, machine) === 'supervisorPc')
}

/** The bells of today, those that ring first. */
export function bellView(seat: Seat): BellView {
  const isOver = (e: Emergency): number => (e.ended ? 1 : 0)
  const who = (by: Actor) => ({ counter: counterRef(seat, by.machine), machine: by.machine })
  const bells = [...seat.hall.emergencies.values()]
    .filter((e) => !e.ended || dayOf(e.at) === dayOf(seat.at))
    .toSorted((a, b) => isOver(a) - isOver(b) || b.at - a.at)
    .map((e) => ({
      call: e.call,
      ...who(e.by),
      at: e.at,
      clerk: personOf(seat, e.by.clerk)?.name ?? '',
      answered: e.answered.map((a) => ({ ...doneView(seat, a), ...who(a.by) })),
      ...(e.ended && { ended: { ...doneView(seat, e.ended), done: e.ended.done } }),
      mine: e.by.machine === seat.machine,
      answeredHere: e.answered.some((a) => a.by.machine === seat.machine),
    }))
  const phones = (seat.hall.profile?.teams ?? []).flatMap(({ name, phone }) =>
    phone === undefined ? [] : [{ name, phone }],
  )
  return { bells, sounds: soundsAt(seat), isOnline: seat.line.state === 'online', phones }
}

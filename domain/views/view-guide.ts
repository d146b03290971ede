import { inForce } from '../manual/edition.ts'
import { kioskRef, type KioskRef } from '../queue/kiosk.ts'
import { destinationOf, waiting, waitsSince } from '../queue/queue.ts'
import type { TicketClass, TicketLabel } from '../queue/ticket.ts'
import { personOf, type Seat } from '../seat.ts'
import type { EditionMark } from '../state.ts'
import { dayOf, type Instant } from '../time.ts'
import { counterRef, queueView, tiles } from './view-floor.ts'
import type { LineView } from './view-line.ts'
import { closedFor, type KioskClosed } from './view-public.ts'
import type { PersonView, QueueView, TileView } from './views.ts'

/** 안내도우미의 화면: the whole queue, what stands where, and what did not come out of a printer. */
export type GuideDeskView = {
  hallName: string
  line: LineView
  clerk?: PersonView
  edition?: EditionMark
  queue: QueueView
  /** Everybody who waits, first served first. */
  rows: GuideRow[]
  tiles: TileView[]
  /** What a kiosk says of the issue now. */
  closed?: KioskClosed
  /** Kiosks whose slips the hall prints. */
  printers: KioskRef[]
}

export type GuideRow = {
  ticket: string
  label: TicketLabel
  class: TicketClass
  /** From when it has waited, without the time at a counter. */
  since: Instant
  /** How many go first. */
  ahead: number
  /** Nobody came when it was called, and the visitor is back. */
  cameBack?: true
  /** The counter that alone calls it, if it was sent to one. */
  to?: number
  /** The name of the team whose counters alone call it, if it was sent to one. */
  team?: string
}

/** The screen of a guide; nothing of it is about a case or names a visitor. */
export function guideDeskView(seat: Seat): GuideDeskView {
  const { hall, at } = seat
  const clerk = personOf(seat, hall.counters.get(seat.machine)?.clerk)
  const edition = inForce(hall, dayOf(at))
  const closed = closedFor(seat)
  return {
    hallName: hall.profile?.name ?? '',
    line: seat.line,
    queue: queueView(seat),
    tiles: tiles(seat, 'nothing'),
    ...(clerk && { clerk }),
    ...(edition && { edition }),
    rows: waiting(hall, dayOf(at)).map((t, ahead) => {
      const { to, team } = destinationOf(hall, t.ticket)
      return {
        ticket: t.ticket,
        label: t.label,
        class: t.class,
        since: waitsSince(hall, t),
        ahead,
        ...(t.forgiven.length > 0 && { cameBack: true as const }),
        ...(to !== undefined && { to: counterRef(seat, to).number }),
        ...(team !== undefined && { team: hall.profile?.teams.find(({ id }) => id === team)?.name ?? team }),
      }
    }),
    ...(closed && { closed }),
    printers: (hall.profile?.kiosks ?? []).filter((k) => k.printer).map((k) => kioskRef(hall.profile, k.id)),
  }
}

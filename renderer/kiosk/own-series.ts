import type { KioskView } from '../../domain/view-public.ts'
import { ownSeries } from '../../domain/kiosk.ts'
import type { ChosenClass, TicketLabel } from '../../domain/ticket.ts'
import { dayOf } from '../../domain/time.ts'

/** The tickets that a kiosk gives by itself while it does not reach the hall, and what it remembers for that. */

export type OwnTicket = {
  touch: string
  class: ChosenClass
  label: TicketLabel
  issuedAt: number
  /** An earlier touch of the same visitor of which no answer came: should the hall have given a ticket for it, that one is void. */
  instead?: string
}

type Kept = {
  hallName: string
  own: { first: number; last: number }
  /** How far the hall's clock is ahead of this machine's, in milliseconds. */
  ahead: number
  hours?: { from: number; until: number }
  day: string
  last: number
  untold: OwnTicket[]
  /** What the hall would not take: for the guide. */
  refused: TicketLabel[]
}

export type OwnSeries = {
  /** Remembers what the hall said last. */
  hear(view: KioskView, now: number): void
  /** Whether a ticket could be given now. */
  isReady(now: number): boolean
  give(chosen: { touch: string; class: ChosenClass; instead?: string | undefined }, now: number): OwnTicket | undefined
  /** Those that the hall does not know yet, oldest first. */
  untold(): OwnTicket[]
  told(touch: string, isTaken: boolean): void
  refused(): TicketLabel[]
  hallName(): string
}

type Place = Pick<Storage, 'getItem' | 'setItem'>

/** The series of a kiosk, kept in the storage of its browser: it outlives a reload and a cut of power. */
export function ownSeriesOf(kiosk: string, place: Place): OwnSeries {
  const key = `changgu.kiosk.${kiosk}`
  const read = (): Kept | undefined => parsed(place.getItem(key))
  const write = (kept: Kept) => place.setItem(key, JSON.stringify(kept))
  const today = (kept: Kept, now: number) => dayOf(now + kept.ahead)
  const nextOf = (kept: Kept, now: number) => (kept.day === today(kept, now) ? kept.last + 1 : kept.own.first)
  const isOpen = ({ hours, ahead }: Kept, now: number) =>
    !hours || dayOf(hours.from) !== dayOf(now + ahead) || (now + ahead >= hours.from && now + ahead < hours.until)
  return {
    hear({ hallName, at, kiosk: known, hours }, now) {
      if (!known) return
      const before = read()
      const fresh = { day: dayOf(at), last: known.own.first - 1, untold: [], refused: [] }
      write({ ...fresh, ...before, hallName, own: known.own, ahead: at - now, ...(hours && { hours }) })
    },
    isReady(now) {
      const kept = read()
      return kept !== undefined && isOpen(kept, now) && nextOf(kept, now) <= kept.own.last
    },
    give({ touch, class: ofClass, instead }, now) {
      const kept = read()
      if (!kept || !isOpen(kept, now)) return undefined
      const number = nextOf(kept, now)
      if (number > kept.own.last) return undefined
      const day = today(kept, now)
      const label: TicketLabel = { day, series: ownSeries, number }
      const ticket = { touch, class: ofClass, label, issuedAt: now + kept.ahead, ...(instead && { instead }) }
      // Kept before anybody sees the number: a number that was shown is never given again.
      write({ ...kept, day, last: number, untold: [...kept.untold, ticket] })
      return ticket
    },
    untold: () => read()?.untold ?? [],
    told(touch, isTaken) {
      const kept = read()
      const told = kept?.untold.find((t) => t.touch === touch)
      if (!kept || !told) return
      const refused = isTaken ? kept.refused : [...kept.refused, told.label].slice(-20)
      write({ ...kept, untold: kept.untold.filter((t) => t !== told), refused })
    },
    refused: () => read()?.refused ?? [],
    hallName: () => read()?.hallName ?? '',
  }
}

function parsed(text: string | null): Kept | undefined {
  try {
    return text === null ? undefined : (JSON.parse(text) as Kept)
  } catch {
    return undefined
  }
}

import { ownSeries } from '../../domain/queue/kiosk.ts'
import type { ChosenClass, TicketLabel } from '../../domain/queue/ticket.ts'
import { dayOf } from '../../domain/time.ts'
import type { KioskView } from '../../domain/views/view-public.ts'

/** The tickets that a kiosk gives by itself while it does not reach the hall, and what it remembers for that. */

type OwnTicket = {
  touch: string
  class: ChosenClass
  label: TicketLabel
  issuedAt: number
  /** An earlier touch of the same visitor of which no answer came: should the hall have given a ticket for it, that one is void. */
  instead?: string
}

type Kept = {
  hallName: string
  own: NonNullable<KioskView['kiosk']>['own']
  /** By the hall's clock, when what is known of it was so. */
  heardAt?: number
  /** How far the hall's clock is ahead of this machine's, in milliseconds. */
  ahead: number
  hours?: { from: number; until: number } | undefined
  /** Why the hall gave no tickets when it was last heard. */
  closed?: NonNullable<KioskView['closed']>['why'] | undefined
  /** The hall's server prints for this kiosk, so that nothing comes out here while it is away. */
  isPrintedByHall?: boolean
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
  isPrintedByHall(): boolean
}

type Place = Pick<Storage, 'getItem' | 'setItem'>

/** A place that keeps nothing: a kiosk without storage gives no numbers of its own, since it could give one twice. */
const nowhere: Place = { getItem: () => null, setItem: () => undefined }

/** The storage of a page, or what stands in for it where its browser is set to keep nothing. */
export function placeOf(page: { readonly localStorage: Place | null }): Place {
  try {
    return page.localStorage ?? nowhere
  } catch {
    return nowhere
  }
}

/** The series of a kiosk, kept in the storage of its browser: it outlives a reload and a cut of power. */
export function ownSeriesOf(kiosk: string, place: Place): OwnSeries {
  const key = `changgu.kiosk.${kiosk}`
  const read = (): Kept | undefined => parsed(() => place.getItem(key))
  /** Whether it was kept: a storage that is full keeps nothing more, and what stood there stays. */
  const write = (kept: Kept): boolean => {
    try {
      place.setItem(key, JSON.stringify(kept))
      return true
    } catch {
      return false
    }
  }
  return {
    hear({ hallName, at, kiosk: known, hours, closed }, now) {
      if (!known) return
      const before = read()
      const fresh = { day: dayOf(at), last: known.own.first - 1, untold: [], refused: [] }
      // What was heard already says nothing of the hall's clock now.
      const ahead = before?.heardAt === at ? before.ahead : at - now
      const said = { hallName, own: known.own, heardAt: at, hours, closed: closed?.why, isPrintedByHall: known.prints }
      // What was not taken on another day is over with it.
      const refused = (before?.refused ?? []).filter((label) => label.day === dayOf(at))
      write({ ...fresh, ...before, ...said, ahead, refused })
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
      const day = dayOf(now + kept.ahead)
      const label: TicketLabel = { day, series: ownSeries, number }
      const ticket = { touch, class: ofClass, label, issuedAt: now + kept.ahead, ...(instead && { instead }) }
      // Kept before anybody sees the number: a number that was shown is never given again.
      return write({ ...kept, day, last: number, untold: [...kept.untold, ticket] }) ? ticket : undefined
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
    isPrintedByHall: () => read()?.isPrintedByHall ?? false,
  }
}

/**
 * Whether there would be tickets now if the hall were here. It must have been heard today: what it said of another day says
 * nothing of this one. Whatever closed it stays until it is heard again, but for an opening time that comes by itself.
 */
function isOpen({ heardAt, ahead, hours, closed }: Kept, now: number): boolean {
  const at = now + ahead
  if (heardAt === undefined || dayOf(heardAt) !== dayOf(at)) return false
  if (closed !== undefined && closed !== 'ticketsNotYet') return false
  return hours ? at >= hours.from && at < hours.until : closed === undefined
}

/** The number after the last one, without those that the hall has heard of already: another storage may have given them. */
function nextOf({ day, last, own, ahead, heardAt }: Kept, now: number): number {
  const today = dayOf(now + ahead)
  const taken = new Set(heardAt !== undefined && dayOf(heardAt) === today ? own.taken : undefined)
  let number = day === today ? last + 1 : own.first
  while (taken.has(number)) number += 1
  return number
}

function parsed(kept: () => string | null): Kept | undefined {
  try {
    const text = kept()
    return text === null ? undefined : (JSON.parse(text) as Kept)
  } catch {
    return undefined
  }
}

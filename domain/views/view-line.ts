import type { Barred } from '../machine/pairing.ts'
import type { Day, Instant } from '../time.ts'

/** The line to the hall, what of this PC has not reached it, which editions have not come whole, and why the hall is not let in or lets this PC not in. */
export type LineView = (
  | { state: 'online'; since?: Instant; lastNewsAt: Instant; unsent: number }
  | { state: 'offline'; since: Instant; unsent: number }
) & {
  editions?: EditionOnWay[]
  /** How much of the hall's record has come, where much of it lacks; nobody works yet on a PC that has never had all of it. */
  record?: { got: number; of: number; isFirst: boolean }
  barred?: Barred
  /** The hall was restored from a copy, and waits for these machines before it goes on. */
  awaited?: string[]
  /** What the hall tells is not what it has given its word for: its record was changed. */
  differs?: boolean
  /** The record here parted from the hall's, and follows it: of what the hall has lost, calls and visits are gone. */
  parted?: boolean
  /** Milliseconds that the clock of this PC is ahead of the hall's (behind, if negative); absent where they agree. */
  clockOff?: number
}

/** An edition that this PC needs and does not have: how much of how much has come, in characters, or what is wrong. */
export type EditionOnWay = { edition: number; effectiveDate: Day; got: number; total?: number; wrong?: EditionFault }
/** Why an edition is not taken over; the one before stays in force on this PC. */
export type EditionFault = 'partWrong' | 'hashDiffers' | 'signatureWrong' | 'tooLong' | 'notAtHall' | 'unreadable'

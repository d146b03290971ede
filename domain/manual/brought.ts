import { z } from 'zod'
import { Id } from '../actor.ts'
import type { Refusal } from '../hall.ts'
import type { Holiday } from '../period/calendar.ts'
import { Day } from '../time.ts'
import { Part } from './amendment.ts'
import type { FieldChange } from './manual-diff.ts'
import type { PartName } from './manual-parts.ts'
import type { Unread } from './manual-table.ts'
import type { OfferLine } from './offer.ts'
import { Columns } from './table-columns.ts'

/** 가져온 파일: what an editor brings to his PC from outside, looked at here before anything of it becomes an amendment. */

/** As long as 5 MiB are in base64. */
const longestFile = 7_000_000

/** What the PC does for it; no act, and nothing of it is in the record until parts of it go into an amendment. */
export const broughtCommands = [
  /** Reads a table or a pack; the PC holds one at a time. `day` is when the file was last changed. */
  z.strictObject({
    type: z.literal('bringFile'),
    file: Id,
    name: z.string().trim().min(1).max(200),
    day: Day,
    base64: z.string().max(longestFile),
  }),
  /** Opens a pack without a signature all the same: the second step, after it was said that there is none. */
  z.strictObject({ type: z.literal('openUnsigned'), file: Id }),
  /** Asks the hall's server for the kinds that lie ready. */
  z.strictObject({ type: z.literal('bringMore'), file: Id }),
  /** Has the hall's server pack and sign the manual in force, and keeps the file on this PC. */
  z.strictObject({ type: z.literal('exportPack') }),
] as const

/** `amendment` is the draft into which parts would go: what it says already is what they are laid against. */
const how = {
  file: Id,
  amendment: Id.optional(),
  columns: Columns.optional(),
  sheet: z.int().min(0).max(99).optional(),
}
export const broughtQuestions = [
  z.strictObject({ ...how, of: z.literal('brought') }),
  /** The contents of some of the offered parts, as an amendment takes them. */
  z.strictObject({ ...how, of: z.literal('broughtParts'), parts: z.array(Part).max(40) }),
  z.strictObject({ of: z.literal('packOut') }),
] as const

const BroughtCommand = z.discriminatedUnion('type', broughtCommands)
export type BroughtCommand = z.infer<typeof BroughtCommand>
export type HowBrought = {
  file: string
  amendment?: string | undefined
  columns?: Columns | undefined
  sheet?: number | undefined
}

/** What is wrong with a file, in both languages. */
export type FileFault = { file?: string; ko: string; en: string }

/** What was brought, against the newest edition and what the draft says into which it would go. `source` is what an amendment says of where it comes from. */
export type BroughtView =
  /** `isUnsigned`: nothing is wrong but that a signature is missing. */
  | { is: 'wrong'; name: string; faults: FileFault[]; isUnsigned: boolean }
  | ({ source: string; lines: OfferLine[]; same: number } & (
      | { is: 'table'; sheets: string[]; sheet: number; head: TableHead; columns: Columns; unread: Unread[] }
      | ({ is: 'pack'; pack: PackFacts; onlyHere: { part: Part; name: PartName | null }[] } & PackSettings)
      | { is: 'more' }
    ))

/**
 * What a pack says that is no part of an edition: how its hall differs, which is only shown, and the holidays from today
 * on that are not known here, with how many open cases they move. `closed` is why they cannot be taken here.
 */
export type PackSettings = {
  hall: FieldChange[]
  holidays: { fresh: Holiday[]; moves: number; otherwise: Day[]; closed?: Refusal }
}

/** The heads of the columns, with what the first row below them says. */
type TableHead = { row: number; names: string[]; sample: string[]; rows: number }

/** Who made a pack and when; `signer` is the fingerprint of the key, null without a signature. */
type PackFacts = { institution: string; created: Day; kinds: number; signer: string | null; isOwn: boolean }

/** The pack that this PC has last made, and the fingerprint by which others know the hall's. */
export type PackOutView = {
  fingerprint?: string
  made?: { path: string; institution: string; created: Day; kinds: number; size: number }
  faults?: FileFault[]
}

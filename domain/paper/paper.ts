import { z } from 'zod'
import { Id, Text } from '../actor.ts'
import { ofAct, ofCase } from '../case/act.ts'
import type { Instant } from '../time.ts'

/** 문서: what the counter issues on paper. The record keeps what it says; the PC that printed it keeps the PDF. */

export const PaperName = z.enum([
  ...(['receiptSlip', 'supplementRequest', 'extensionNotice', 'progressNotice', 'transferNotice'] as const),
  ...(['returnNotice', 'resultNotice', 'refusalNotice', 'closingNotice', 'withdrawalRecord'] as const),
  ...(['objectionSlip', 'objectionExtension', 'objectionDecision', 'pickupReceipt', 'reminder'] as const),
  ...(['correctionNotice', 'priorReviewNotice', 'outageNotice'] as const),
])
export type PaperName = z.infer<typeof PaperName>

/** What a document says, frozen when it is made; the core computes it from the case, never a screen. */
export const paperCommands = [
  z.strictObject({ ...ofCase, type: z.literal('makePaper'), paper: Id, name: PaperName }),
  z.strictObject({ ...ofCase, type: z.literal('printPaper'), paper: Id, reason: Text.optional() }),
  z.strictObject({
    ...ofCase,
    type: z.literal('reportPrint'),
    paper: Id,
    nth: z.int().min(1),
    how: z.enum(['printed', 'failed']),
    why: z.string().trim().min(1).max(200).optional(),
  }),
] as const

export const paperEvents = [
  z.strictObject({
    ...ofAct,
    type: z.literal('paperMade'),
    paper: Id,
    name: PaperName,
    number: Id,
    edition: z.int(),
    /** False when the hall had not yet confirmed all acts of the case: the paper says so. */
    confirmed: z.boolean(),
    /** 문서확인번호: made of what the document says and of a secret. */
    code: z.string().max(30),
  }),
  z.strictObject({
    ...ofAct,
    type: z.literal('paperQueued'),
    paper: Id,
    nth: z.int().min(1),
    /** Only in older records: why it is printed once more is kept apart. */
    reason: z.string().optional(),
  }),
  z.strictObject({ ...ofAct, type: z.literal('paperPrinted'), paper: Id, nth: z.int() }),
  z.strictObject({ ...ofAct, type: z.literal('paperFailed'), paper: Id, nth: z.int(), why: z.string().optional() }),
] as const

export type PaperCommand = z.infer<(typeof paperCommands)[number]>

export type PrintState = 'made' | 'queued' | 'printed' | 'failed'

/** A document of a case and what became of its paper. */
export type Paper = {
  readonly paper: string
  readonly name: PaperName
  readonly number: string
  readonly edition: number
  readonly confirmed: boolean
  readonly code: string
  readonly madeAt: Instant
  /** Under which act its fields are kept apart. */
  readonly tenure: number
  readonly act: number
  state: PrintState
  /** How often it was sent to the printer. */
  prints: number
  why?: string
}

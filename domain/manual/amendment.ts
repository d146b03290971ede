import { z } from 'zod'
import { Actor, Id, Text } from '../actor.ts'
import { Day, Instant } from '../time.ts'

/**
 * 개정안: what is to be changed in the manual, prepared by an editor, reviewed by a second person, and published as an
 * edition that never changes again (docs/decisions/0010).
 */

/** A part of the manual that changes as one: a kind by its code, a list, or a template. */
export const Part = z.string().regex(/^(kinds\/[A-Z]{3}-[0-9]{2,3}|categories|words|documents\/[A-Za-z]+|style)$/)
export type Part = z.infer<typeof Part>

/**
 * What a part is to say: its canonical JSON, or the text of a template; null takes it out of the manual. `base` is the
 * edition whose words its writer had before him; without it, the newest one of the time when it was written.
 */
export const Change = z.strictObject({
  part: Part,
  content: z.string().max(200_000).nullable(),
  base: z.int().min(1).optional(),
})
export type Change = z.infer<typeof Change>

/**
 * A change as it is asked for. `over` is when the text was put into the amendment that its writer had before him there, 0
 * for none: if it is another by now, nothing is changed. Without it, whatever stands there goes.
 */
const Replacement = z.strictObject({ ...Change.shape, over: z.int().min(0).optional() })
export type Replacement = z.infer<typeof Replacement>

const title = z.string().trim().min(1).max(100)
const note = Text.optional()
const amendment = Id

export const amendmentCommands = [
  z.strictObject({ type: z.literal('openAmendment'), amendment, title, reason: Text }),
  /** `why` says where the new values come from. */
  z.strictObject({
    type: z.literal('changeAmendment'),
    amendment,
    changes: z.array(Replacement).min(1).max(40),
    why: note,
  }),
  /** Takes a part back out of the amendment: it stays as the manual has it. */
  z.strictObject({ type: z.literal('leavePart'), amendment, part: Part }),
  z.strictObject({ type: z.literal('offerAmendment'), amendment }),
  z.strictObject({
    type: z.literal('reviewAmendment'),
    amendment,
    verdict: z.enum(['approved', 'returned']),
    note,
    /** The offer that was read, by its instant: a review is of what was offered then. */
    offeredAt: Instant,
  }),
  z.strictObject({ type: z.literal('dropAmendment'), amendment, note }),
  z.strictObject({ type: z.literal('publishAmendment'), amendment, effectiveDate: Day }),
  /** 되돌리기: an earlier edition comes back as a new one. */
  z.strictObject({ type: z.literal('bringBackEdition'), edition: z.int().min(1), effectiveDate: Day, reason: Text }),
  /** 철회: the newest edition is taken back before its day has come. */
  z.strictObject({ type: z.literal('withdrawEdition'), edition: z.int().min(1), reason: Text }),
] as const

const act = { at: Instant, by: Actor, amendment }
export const amendmentEvents = [
  z.strictObject({ ...act, type: z.literal('amendmentOpened'), title, reason: Text }),
  z.strictObject({ ...act, type: z.literal('amendmentChanged'), changes: z.array(Change), why: note }),
  z.strictObject({ ...act, type: z.literal('partLeft'), part: Part }),
  z.strictObject({ ...act, type: z.literal('amendmentOffered') }),
  z.strictObject({ ...act, type: z.literal('amendmentReviewed'), verdict: z.enum(['approved', 'returned']), note }),
  z.strictObject({ ...act, type: z.literal('amendmentDropped'), note }),
] as const

const AmendmentCommand = z.discriminatedUnion('type', amendmentCommands)
export type AmendmentCommand = z.infer<typeof AmendmentCommand>
const AmendmentEvent = z.discriminatedUnion('type', amendmentEvents)
export type AmendmentEvent = z.infer<typeof AmendmentEvent>

/** What an edition changed, by parts, against the one before it. */
export const EditionChanges = z.strictObject({
  added: z.array(Part),
  changed: z.array(Part),
  removed: z.array(Part),
})
export type EditionChanges = z.infer<typeof EditionChanges>

type Done = { at: Instant; by: Actor }

/** An amendment as it stands. Its contents leave the state when it is dropped, or when the edition that it became is in force. */
export type Amendment = {
  amendment: string
  title: string
  reason: string
  opened: Done
  state: 'draft' | 'offered' | 'approved' | 'published' | 'dropped'
  /** The newest content of each part, with who wrote it, when and why. */
  parts: Record<Part, AmendedText>
  /** Everyone who wrote any of it, also what another has saved over since, or took something out. */
  writers: string[]
  offered?: Done
  reviewed?: Done & { verdict: 'approved' | 'returned'; note?: string }
  /** The edition that it became. */
  edition?: number
  /** That edition was taken back before its day: the amendment is a draft again. */
  withdrawn?: Done & { edition: number; reason: string }
}

export type AmendedText = Done & { content: string | null; why?: string; base?: number }

/** Why an amendment cannot go on as asked. */
export type AmendmentRefusal =
  | ('amendmentKnown' | 'amendmentUnknown' | 'amendmentOver' | 'amendmentUnderReview')
  | ('amendmentEmpty' | 'notOffered' | 'reviewByAuthor' | 'notApproved' | 'returnReasonMissing')
  | (
      | 'contentUnreadable'
      | 'changeTooLong'
      | 'partNotIn'
      | 'amendmentMovedOn'
      | 'effectiveTooFar'
      | 'editionInForce'
      | 'editionNotNewest'
    )
  | (
      | 'amendmentOvertaken'
      | 'partMovedOn'
      | 'effectiveInPast'
      | 'manualFaulty'
      | 'nothingChanges'
      | 'editionUnknown'
      | 'editionNotHere'
    )

/** The wider acts of publishing are the hall's own: it puts the edition together, names it by its hash and signs it. */
export type Assembled = { hash: string; changes: EditionChanges; signature: string } | { refused: AmendmentRefusal }

import { z } from 'zod'
import { Id, Text } from '../actor.ts'
import type { Instant } from '../time.ts'
import { ofAct, ofCase } from './act.ts'
import type { ActOf, CaseRefusal, Happening } from './case-context.ts'
import type { Case, CaseEvent, Done } from './case.ts'
import { Channel } from './procedure.ts'

/** 전자문서의 첨부 (민원처리법 제8조의2, 시행령 제5조의2): what cannot be read or taken in is told at once, with other ways. */

export const AttachmentCause = z.enum(['unreadable', 'systemDown'])
export type AttachmentCause = z.infer<typeof AttachmentCause>
/** 다른 제출 방법: 방문, 우편, 팩스. */
export const Alternative = z.enum(['visit', 'post', 'fax'])
export type Alternative = z.infer<typeof Alternative>

const nth = z.int().min(1)
const failed = { cause: AttachmentCause, document: Id.optional() }
const telling = { nth, told: Channel, ways: z.array(Alternative).min(1).max(3) }

export const attachmentCommands = [
  z.strictObject({ ...ofCase, ...failed, type: z.literal('reportAttachment'), note: Text.optional() }),
  z.strictObject({ ...ofCase, ...telling, type: z.literal('tellAlternatives') }),
] as const
export const attachmentEvents = [
  z.strictObject({ ...ofAct, ...failed, type: z.literal('attachmentFailed'), nth }),
  z.strictObject({ ...ofAct, ...telling, type: z.literal('alternativesTold') }),
] as const

type AttachmentCommand = z.infer<(typeof attachmentCommands)[number]>

/** An attachment that did not come in, and whether the citizen was told so. */
export type Attachment = {
  at: Instant
  cause: AttachmentCause
  document?: string
  tenure: number
  act: number
  told?: Done & { told: Channel; ways: Alternative[] }
}

/** What an act about an attachment would be. */
export function attachmentHappening(known: Case, command: AttachmentCommand, act: ActOf): Happening {
  if (command.type === 'tellAlternatives') {
    const { told, ways } = command
    return { event: { ...act, type: 'alternativesTold', nth: command.nth, told, ways } }
  }
  const { cause, document, note } = command
  const more = { nth: (known.attachments?.length ?? 0) + 1, ...(document !== undefined && { document }) }
  const event = { ...act, type: 'attachmentFailed', cause, ...more } as const
  return note === undefined ? { event } : { event, private: { note } }
}

/** Whether the state of a case forbids an act about an attachment. */
export function unlawfulAttachment(known: Case, event: CaseEvent): CaseRefusal | undefined {
  if (event.type === 'attachmentFailed') {
    if (known.decision) return 'alreadyDecided'
    const isKnown = known.received.documents.some((d) => d.document === event.document)
    return event.document !== undefined && !isKnown ? 'documentUnknown' : undefined
  }
  if (event.type !== 'alternativesTold') return undefined
  const one = known.attachments?.[event.nth - 1]
  return !one || one.told ? 'nothingToTell' : undefined
}

/** Takes an act about an attachment into the case. */
export function takeAttachment(known: Case, event: CaseEvent): void {
  if (event.type === 'attachmentFailed') {
    const { at, cause, document, tenure, act } = event
    const one = { at, cause, tenure, act, ...(document !== undefined && { document }) }
    known.attachments = [...(known.attachments ?? []), one]
  }
  if (event.type !== 'alternativesTold') return
  const one = known.attachments?.[event.nth - 1]
  if (one) one.told = { at: event.at, by: event.by, told: event.told, ways: event.ways }
}

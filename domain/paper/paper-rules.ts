import type { ActOf, CaseContext, CaseRefusal, Happening } from '../case/case-context.ts'
import type { Case, CaseEvent } from '../case/case.ts'
import { PaperFields } from '../record/private.ts'
import type { PaperCommand } from './paper.ts'

/** The rules of documents: never with a mandated field empty, never printed twice without a word. */

/** What a command on a document would be. */
export function paperHappening(
  known: Case,
  command: PaperCommand,
  act: ActOf,
  ctx: CaseContext,
): Happening | { refused: CaseRefusal } {
  const { paper } = command
  switch (command.type) {
    case 'makePaper': {
      const { edition, receiptNo } = known.received
      const number = `${receiptNo}-${known.papers.length + 1}`
      const sealed = ctx.paper(known, command.name, number)
      if (!sealed) return { refused: 'paperIncomplete' }
      const { fields, code, salt } = sealed
      // What the record does not take would be made here and held by the hall, without its words for ever.
      if (!PaperFields.safeParse(fields).success) return { refused: 'paperTooLong' }
      const confirmed = ctx.isConfirmed(known.received.case)
      const made = { paper, name: command.name, number, edition, confirmed, code }
      return { event: { ...act, type: 'paperMade', ...made }, private: { paper: fields, salt } }
    }
    case 'printPaper': {
      const made = known.papers.find((p) => p.paper === paper)
      const { reason } = command
      if (made?.state === 'printed' && reason === undefined) return { refused: 'reprintReasonMissing' }
      const nth = (made?.prints ?? 0) + 1
      const event = { ...act, type: 'paperQueued', paper, nth } as const
      return reason === undefined ? { event } : { event, private: { reasons: reason } }
    }
    case 'reportPrint': {
      const { nth, why, how } = command
      if (how === 'printed') return { event: { ...act, type: 'paperPrinted', paper, nth } }
      return { event: { ...act, type: 'paperFailed', paper, nth, ...(why !== undefined && { why }) } }
    }
  }
}

/** Whether the state of a document forbids the act. */
export function unlawfulPaper(known: Case, event: CaseEvent): CaseRefusal | undefined {
  switch (event.type) {
    case 'paperQueued': {
      const made = known.papers.find((p) => p.paper === event.paper)
      if (!made) return 'paperUnknown'
      return made.state === 'queued' ? 'printUnderWay' : undefined
    }
    case 'paperPrinted':
    case 'paperFailed': {
      const made = known.papers.find((p) => p.paper === event.paper)
      return made?.state === 'queued' && made.prints === event.nth ? undefined : 'paperUnknown'
    }
    default:
      return undefined
  }
}

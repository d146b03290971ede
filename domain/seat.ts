import { caseDue, completedAt, lateAfter, openStop, promisedOf, suspensionsOf } from './case/case-clock.ts'
import type { Case } from './case/case.ts'
import type { GuideSheet } from './guide/guide-sheet.ts'
import type { HallKept } from './machine/kept.ts'
import type { InvitationView, PairingView } from './machine/pairing.ts'
import type { Presence } from './machine/presence.ts'
import type { Change, Part, Replacement } from './manual/amendment.ts'
import type { BroughtView, HowBrought, PackOutView } from './manual/brought.ts'
import type { ContentsView } from './manual/contents.ts'
import type { PartFaults, PartReading } from './manual/manual-parts.ts'
import type { Kind, ManualContent } from './manual/manual.ts'
import type { Sheet } from './paper/paper-fields.ts'
import type { AccessLog } from './people/access-log.ts'
import { anyoneIn } from './people/permissions.ts'
import type { SessionState } from './people/session.ts'
import type { Calendar } from './period/calendar.ts'
import { overdue, remainingWorkingMinutes } from './period/deadline.ts'
import type { Archive } from './record/archive.ts'
import type { Entry } from './record/log.ts'
import type { Privates } from './record/record.ts'
import type { RegisterExport } from './register/register-export.ts'
import type { Hall } from './state.ts'
import type { Instant } from './time.ts'
import type { RecoveryView } from './views/view-backup.ts'
import type { LineView } from './views/view-line.ts'
import type { ExportFile } from './views/view-register.ts'
import type { DoneView, DueView, PersonView } from './views/views.ts'

/** From where a question is asked: the machine, what it knows, and the time. */
export type Seat = {
  hall: Hall
  privates: Privates
  machine: string
  at: Instant
  line: LineView
  presence: readonly Presence[]
  /** How the copies of the hall stand; absent until it has said so. */
  hallKept?: HallKept
  /** What this PC's own start found and brought back, until somebody has seen it. */
  recovery?: RecoveryView
  calendar: Calendar
  /** Whether this PC is locked; absent where nobody signs in. */
  session?: SessionState
  /** Lays a document out on this PC and returns the name of its page; absent where nothing is printed. */
  layOut?: (sheet: Sheet) => string | undefined
  /** Lays a guide for a citizen out on this PC; absent where nothing is printed. */
  layOutGuide?: (sheet: GuideSheet) => string | undefined
  /** The PDF of a guide that this PC keeps, by the kind and the page that it shows. */
  guideFile?: (code: string, token: string) => string | undefined
  /** Where citizens and machines reach the hall's server. */
  hallAddress?: string
  kindOf: (edition: number | undefined, code: string) => Kind | undefined
  /** The contents of the edition in force; absent where no manual is leafed through. */
  contents?: () => ContentsView
  /** What an edition says, the newest or the one that is named; undefined where its content is not here. */
  manualOf?: (edition: number | undefined) => ManualContent | undefined
  /** Whether there is a manual on this machine yet; absent where there always is one. */
  hasManual?: () => boolean
  /** The number of the newest edition whose content is here. */
  newestHere?: () => number | undefined
  /** What is wrong in a manual with parts replaced, by parts. */
  faultsWith?: (content: ManualContent, changes: readonly Change[]) => PartFaults[]
  /** Reads the text of a part as it stands beside the rest of a manual. */
  readPart?: (part: Part, text: string, beside: ManualContent) => PartReading
  /** Lays a template out as it is typed, with made-up values; absent where nothing is printed. */
  layOutSample?: (part: Part, text: string, beside: ManualContent) => string | undefined
  /** What an editor has brought to this PC from outside; absent where nothing is brought. */
  brought?: {
    view(how: HowBrought): BroughtView | undefined
    changes(how: HowBrought, parts: readonly Part[]): Replacement[]
    packOut(): PackOutView
  }
  /** The bond of this PC to its hall; absent where there is none to show. */
  pairing?: { view(): PairingView; invitation(): InvitationView | undefined }
  /** The machine's own entries that the hall has not placed. */
  unsent: readonly Entry[]
  archive: Archive
  /** Who has read what; absent where nobody reviews it. */
  accessLog?: AccessLog
  /** The SHA-256 of the PDF of a document that this PC has printed. */
  printed?: (caseId: string, paper: string) => string | undefined
  /** A number that was opened after it is on record, by the case and the field of its form. */
  numberOf?: (caseId: string, field: string) => string | undefined
  /** By which a number is found again without opening any; absent where there is no number key. */
  numberIndex?: (number: string) => string | undefined
  /** What became of the file of an export that this machine made. */
  fileOf?: (one: RegisterExport) => ExportFile
}

export { anyoneIn }

export function personOf(seat: Seat, id: string | undefined): PersonView | undefined {
  const known = anyoneIn(seat.hall, id)
  return known && { id: known.id, name: known.name, role: known.role, ...(known.also && { also: known.also }) }
}

export const doneView = (seat: Seat, done: { at: Instant; by: { clerk?: string | undefined } }): DoneView => ({
  at: done.at,
  clerk: personOf(seat, done.by.clerk)?.name ?? '',
})

/** When a case is due and what remains; undefined while its period is not confirmed. */
export function dueOf(seat: Seat, known: Case): DueView | undefined {
  const { hall, calendar, at } = seat
  const end = caseDue(known, calendar, hall.outages, at)
  if (!end) return undefined
  const { dueAt, lastDay } = end
  const promised = promisedOf(known)
  const stop = openStop(known)
  const last = lateAfter(known, end)
  return {
    dueAt,
    lastDay,
    overdue: overdue(completedAt(known) ?? at, last),
    remainingMinutes: remainingWorkingMinutes(at, last, calendar, suspensionsOf(known, hall.outages, at)),
    // 법 제19조: a later holiday moves the due date, never the date that was told.
    ...(promised !== undefined && promised !== dueAt && { promised }),
    ...(stop && { stopped: stop.reason }),
    ...(known.former && { decidedBefore: true }),
  }
}

import { z } from 'zod'
import { Actor, Id, Text } from './actor.ts'
import { decideRecovery, recoveryCommand, recoveryEvent, type RecoveryRefusal } from './machine/recovery.ts'
import { reopenAmendment, settleAmendment } from './manual/amendment-rules.ts'
import { EditionChanges } from './manual/amendment.ts'
import { newestFirst } from './manual/edition.ts'
import { HallProfile } from './manual/manual.ts'
import { decideOutage, evolveOutage, outageCommands, outageEvents, type OutageRefusal } from './outages.ts'
import { forgetWhoLeft } from './people/people.ts'
import { followFolder, keepPasts, namesNow } from './people/roster.ts'
import {
  decideHolidays,
  evolveHolidays,
  holidayCommands,
  holidayEvents,
  type HolidayRefusal,
} from './period/holidays.ts'
import { decideQueue, evolveQueue, queueCommand, queueEvent, type QueueRefusal } from './queue/queue-settings.ts'
import { decideDestruction, destroyCommand, destroyEvent, evolveDestruction } from './record/destruction.ts'
import type { DestructionRefusal, Keeping } from './record/destruction.ts'
import { decideStrays, evolveStrays, straysCommand, straysEvent, type StraysRefusal } from './record/strays.ts'
import { isCheckable, keepCheck, MonthFigures, touchByOutage } from './register/month-check.ts'
import {
  decideExport,
  evolveExport,
  exportCommand,
  exportEvent,
  type ExportRefusal,
} from './register/register-export.ts'
import type { Hall } from './state.ts'
import { addDays, Day, dayOf, Instant, Month } from './time.ts'

/** What is said for the whole hall: its profile, holidays, editions, outages, reminders, monthly checks and what was looked into. */

const folderName = z.string().max(80)
const edition = {
  edition: z.int(),
  effectiveDate: Day,
  hash: z.string(),
  signature: z.string().max(200).optional(),
  changes: EditionChanges.optional(),
  /** The hash of the folder's content, where the edition was read from it. */
  folder: folderName.optional(),
}
const key = z.string().min(1).max(200)

export const hallActCommands = [
  z.strictObject({ type: z.literal('setUpHall'), profile: HallProfile }),
  ...holidayCommands,
  /** The hall's own: what the folder of its manual says, as the next edition. */
  z.strictObject({ ...edition, type: z.literal('publishEdition') }),
  /** The hall's own: its folder was read and says what an edition says already. */
  z.strictObject({ type: z.literal('readFolder'), folder: folderName }),
  z.strictObject({ type: z.literal('setEditionKey'), key }),
  ...outageCommands,
  z.strictObject({ type: z.literal('remind'), about: Id, actBy: Day }),
  /** `figures`: the numbers of the month that were seen. */
  z.strictObject({ type: z.literal('checkMonth'), month: Month, figures: MonthFigures.optional() }),
  ...([straysCommand, exportCommand, recoveryCommand, queueCommand, destroyCommand] as const),
] as const

const act = { at: Instant, by: Actor }
export const hallActEvents = [
  z.strictObject({ ...act, type: z.literal('hallSetUp'), profile: HallProfile }),
  ...holidayEvents,
  z.strictObject({
    ...act,
    ...edition,
    type: z.literal('editionPublished'),
    amendment: Id.optional(),
    broughtBack: z.int().optional(),
    reason: Text.optional(),
  }),
  z.strictObject({ ...act, type: z.literal('editionWithdrawn'), edition: z.int(), reason: Text }),
  z.strictObject({ ...act, type: z.literal('folderRead'), folder: folderName }),
  z.strictObject({ ...act, type: z.literal('editionKeySet'), key }),
  ...outageEvents,
  z.strictObject({ ...act, type: z.literal('reminderIssued'), about: Id, actBy: Day }),
  z.strictObject({ ...act, type: z.literal('monthChecked'), month: Month, figures: MonthFigures.optional() }),
  ...([straysEvent, exportEvent, recoveryEvent, queueEvent, destroyEvent] as const),
] as const

export type HallActCommand = z.infer<(typeof hallActCommands)[number]>
export type HallActEvent = z.infer<(typeof hallActEvents)[number]>

/** Why something may not be said for the whole hall. */
export type HallRefusal =
  | HolidayRefusal
  | OutageRefusal
  | 'notOverdue'
  | 'monthRuns'
  | 'monthBeforeRecord'
  | 'monthCheckedAlready'
  | StraysRefusal
  | RecoveryRefusal
  | ExportRefusal
  | QueueRefusal
  | DestructionRefusal

type Done = { by: Actor; at: Instant }
/** Whether a case is past its due time, as the calendar of the hall counts it. */
type IsOverdue = (caseId: string) => boolean

/** What is said, or why it may not be; the speaker has been looked at already. */
export function decideHallAct(
  hall: Hall,
  command: HallActCommand,
  done: Done,
  { isOverdue, awaited, keeping }: { isOverdue: IsOverdue; awaited: readonly string[] | undefined; keeping: Keeping },
): { event: HallActEvent } | { refused: HallRefusal | 'caseUnknown' | 'dayPast' } {
  switch (command.type) {
    case 'setUpHall':
      return { event: { ...done, type: 'hallSetUp', profile: command.profile } }
    case 'designateHoliday':
    case 'withdrawHoliday':
      return decideHolidays(hall, command, done)
    case 'publishEdition': {
      const { type: _, ...mark } = command
      return { event: { ...done, type: 'editionPublished', ...mark } }
    }
    case 'readFolder':
      return { event: { ...done, type: 'folderRead', folder: command.folder } }
    case 'setEditionKey':
      return { event: { ...done, type: 'editionKeySet', key: command.key } }
    case 'declareOutage':
    case 'withdrawOutage':
      return decideOutage(hall, command, done)
    case 'remind': {
      // 시행령 제28조 제2항: 민원심사관 reminds the head of the responsible department once the period has passed.
      const { about, actBy } = command
      if (!hall.cases.has(about)) return { refused: 'caseUnknown' }
      if (actBy < dayOf(done.at)) return { refused: 'dayPast' }
      return isOverdue(about) ? { event: { ...done, type: 'reminderIssued', about, actBy } } : { refused: 'notOverdue' }
    }
    case 'checkMonth': {
      // 시행령 제22조, 시행규칙 제7조: last month's handling, by the fifth.
      if (command.month >= dayOf(done.at).slice(0, 7)) return { refused: 'monthRuns' }
      if (hall.openedAt !== undefined && command.month < monthBefore(hall.openedAt))
        return { refused: 'monthBeforeRecord' }
      const { month, figures } = command
      if (!isCheckable(hall, month, figures)) return { refused: 'monthCheckedAlready' }
      return { event: { ...done, type: 'monthChecked', month, ...(figures && { figures }) } }
    }
    case 'checkStrays':
      return decideStrays(hall, command, done)
    case 'exportRegister':
      return decideExport(hall, command, done)
    case 'setQueue':
      return decideQueue(hall, command, done)
    case 'destroyCases':
      return decideDestruction(hall, command, done, keeping)
    case 'endRecovery':
      return decideRecovery(awaited, command, done)
  }
}

/** The month before that of an instant: the first one whose handling was still to be looked at when the hall began. */
const monthBefore = (at: Instant): string => addDays(`${dayOf(at).slice(0, 7)}-01`, -1).slice(0, 7)

/** Takes what was said into the state. */
export function evolveHallAct(hall: Hall, event: HallActEvent): void {
  const { at, by } = event
  switch (event.type) {
    case 'hallSetUp': {
      const before = namesNow(hall)
      hall.profile = { ...event.profile, staff: followFolder(hall, event.profile.staff, at) }
      keepPasts(hall, before, at)
      hall.openedAt ??= at
      return forgetWhoLeft(hall, at)
    }
    case 'holidaysDesignated':
    case 'holidayWithdrawn':
      return evolveHolidays(hall, event)
    case 'editionPublished': {
      const { type: _, at: publishedAt, folder, ...mark } = event
      const published = { ...mark, publishedAt, ...(hall.editionKey !== undefined && { key: hall.editionKey }) }
      hall.edition = published
      hall.editions.set(mark.edition, published)
      if (folder !== undefined) hall.folderHash = folder
      return settleAmendment(hall, mark.amendment, mark.edition, at)
    }
    case 'editionWithdrawn':
      return withdrawEdition(hall, event)
    case 'folderRead':
      hall.folderHash = event.folder
      return
    case 'editionKeySet':
      hall.editionKey = event.key
      return
    case 'outageDeclared':
    case 'outageWithdrawn':
      evolveOutage(hall, event)
      return touchByOutage(hall, event)
    case 'reminderIssued':
      hall.reminders.set(event.about, [...(hall.reminders.get(event.about) ?? []), { at, by, actBy: event.actBy }])
      return
    case 'monthChecked':
      return keepCheck(hall, event)
    case 'straysChecked':
      return evolveStrays(hall, event)
    case 'recoveryEnded':
      hall.recoveries.push({ at, by, awaited: event.awaited, reason: event.reason })
      return
    case 'registerExported':
      return evolveExport(hall, event)
    case 'queueSet':
      return evolveQueue(hall, event)
    case 'casesDestroyed':
      return evolveDestruction(hall, event)
  }
}

/** The edition before is the newest again; the number and the content of the withdrawn one stay. */
function withdrawEdition(hall: Hall, event: HallActEvent & { type: 'editionWithdrawn' }): void {
  const known = hall.editions.get(event.edition)
  if (!known) return
  const { at, by, reason } = event
  hall.editions.set(event.edition, { ...known, withdrawn: { at, by, reason } })
  const newest = newestFirst(hall)[0]
  if (newest) hall.edition = newest
  reopenAmendment(hall, { at, by, edition: event.edition, reason })
}

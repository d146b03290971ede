import type { Actor } from '../actor.ts'
import type { HallActEvent } from '../hall-acts.ts'
import type { EditionMark, Hall } from '../state.ts'
import { dayOf, type Day, type Instant } from '../time.ts'
import type {
  AmendedText,
  Amendment,
  AmendmentCommand,
  AmendmentEvent,
  AmendmentRefusal,
  Assembled,
  Change,
  Part,
  Replacement,
} from './amendment.ts'
import { coming, inForce, latestEffect, newestFirst, nextEdition } from './edition.ts'
import { changeLength, longestChange, writtenIn } from './manual-parts.ts'

/** The rules of an amendment: who may write, who may approve, and what becomes an edition. */

/** What the hall server alone can do: put the content of an edition together. */
export type Editing = {
  assemble: (changes: readonly Change[], mark: { edition: number; effectiveDate: Day }) => Assembled
  /** Whether the manual would be whole and sound with the changes of an amendment. */
  isSound: (changes: readonly Change[]) => boolean
  bringBack: (edition: number, mark: { edition: number; effectiveDate: Day }) => Assembled
}

type Done = { by: Actor; at: Instant }
type Decided = { event: AmendmentEvent | HallActEvent } | { refused: AmendmentRefusal }

/** Decides a command on an amendment. Editors and supervisors write; one of them who wrote no part of it approves. */
export function decideAmendment(hall: Hall, command: AmendmentCommand, done: Done, editing: Editing): Decided {
  if (command.type === 'bringBackEdition') return bringBack(hall, command, done, editing)
  if (command.type === 'withdrawEdition') return withdraw(hall, command, done)
  const known = hall.amendments.get(command.amendment)
  if (command.type === 'openAmendment') {
    const { amendment, title, reason } = command
    return known
      ? { refused: 'amendmentKnown' }
      : { event: { ...done, type: 'amendmentOpened', amendment, title, reason } }
  }
  if (!known) return { refused: 'amendmentUnknown' }
  if (!isUnderWay(known)) return { refused: 'amendmentOver' }
  const act = { ...done, amendment: known.amendment }
  switch (command.type) {
    case 'changeAmendment':
      if (known.state !== 'draft') return { refused: 'amendmentUnderReview' }
      if (command.changes.reduce((sum, change) => sum + changeLength(change), 0) > longestChange)
        return { refused: 'changeTooLong' }
      if (command.changes.some(isUnreadable)) return { refused: 'contentUnreadable' }
      if (command.changes.some(({ base }) => base !== undefined && !hall.editions.has(base)))
        return { refused: 'editionUnknown' }
      if (command.changes.some(({ part, over = known.parts[part]?.at ?? 0 }) => over !== (known.parts[part]?.at ?? 0)))
        return { refused: 'partMovedOn' }
      return {
        event: { ...act, type: 'amendmentChanged', changes: command.changes.map(changeIn), ...whyOf(command.why) },
      }
    case 'leavePart':
      if (known.state !== 'draft') return { refused: 'amendmentUnderReview' }
      if (!(command.part in known.parts)) return { refused: 'partNotIn' }
      return { event: { ...act, type: 'partLeft', part: command.part } }
    case 'offerAmendment':
      if (known.state !== 'draft') return { refused: 'amendmentUnderReview' }
      if (Object.keys(known.parts).length === 0) return { refused: 'amendmentEmpty' }
      if (!editing.isSound(changesOf(known))) return { refused: 'manualFaulty' }
      return { event: { ...act, type: 'amendmentOffered' } }
    case 'reviewAmendment': {
      const { verdict, note } = command
      if (verdict === 'returned' && note === undefined) return { refused: 'returnReasonMissing' }
      // An approved amendment may still be returned before it is published.
      if (known.state !== 'offered' && !(known.state === 'approved' && verdict === 'returned'))
        return { refused: 'notOffered' }
      // What was read is what was offered then, not what somebody wrote and offered since.
      if (known.offered?.at !== command.offeredAt) return { refused: 'amendmentMovedOn' }
      if (verdict === 'approved' && known.writers.includes(done.by.clerk ?? '')) return { refused: 'reviewByAuthor' }
      return { event: { ...act, type: 'amendmentReviewed', verdict, ...(note !== undefined && { note }) } }
    }
    case 'dropAmendment':
      return { event: { ...act, type: 'amendmentDropped', ...(command.note !== undefined && { note: command.note }) } }
    case 'publishAmendment': {
      if (known.state !== 'approved') return { refused: 'notApproved' }
      if (Object.entries(known.parts).some(([part, said]) => overtaking(hall, part, said)))
        return { refused: 'amendmentOvertaken' }
      const { effectiveDate } = command
      return publish(hall, effectiveDate, done, { amendment: known.amendment }, (mark) =>
        editing.assemble(changesOf(known), mark),
      )
    }
  }
}

/** Whether it is neither published nor dropped. */
export const isUnderWay = ({ state }: Amendment): boolean => state !== 'published' && state !== 'dropped'

/** Whether a list or a kind is said in what is no JSON, or what every manual has is taken out. */
const isUnreadable = ({ part, content }: Change): boolean =>
  content === null ? part === 'categories' || part === 'style' : writtenIn(part, content) === undefined

/** The changes of an amendment, by part. */
export const changesOf = ({ parts }: Amendment): Change[] =>
  Object.entries(parts).map(([part, { content }]) => ({ part, content }))

/**
 * The edition that a text of an amendment would pass over unseen: the newest that changed the part and that its writer had
 * not before him, or one that he had and that was taken back since, whose words would come back with his. Whoever has
 * looked at both saves the part once more, on the newest edition.
 */
export const overtaking = (hall: Pick<Hall, 'editions'>, part: Part, said: AmendedText): EditionMark | undefined => {
  const base = baseOf(hall, said)
  const later = newestFirst(hall).find((mark) => mark.edition > base && isChangedBy(mark, part))
  return later ?? takenBackUnder(hall, base, part)
}

/** What was taken back since an edition was put together on it, and changed a part; only the newest is ever taken back. */
function takenBackUnder({ editions }: Pick<Hall, 'editions'>, edition: number, part: Part): EditionMark | undefined {
  const base = editions.get(edition)
  if (!base?.withdrawn) return undefined
  return [...editions.values()]
    .filter((m) => m.edition <= edition && m.withdrawn && m.withdrawn.at >= base.publishedAt && isChangedBy(m, part))
    .toSorted((a, b) => b.edition - a.edition)[0]
}

/** The edition on which a text of an amendment rests; 0 where there was none yet. */
export const baseOf = ({ editions }: Pick<Hall, 'editions'>, { base, at }: AmendedText): number =>
  base ?? Math.max(0, ...[...editions.values()].filter((m) => isStandingAt(m, at)).map((m) => m.edition))

const isStandingAt = ({ publishedAt, withdrawn }: EditionMark, at: Instant): boolean =>
  publishedAt <= at && !(withdrawn && withdrawn.at <= at)

/** Whether an edition added, changed or removed a part, as far as that is on record. */
export const isChangedBy = ({ changes }: EditionMark, part: Part): boolean =>
  changes !== undefined && [changes.added, changes.changed, changes.removed].some((parts) => parts.includes(part))

function bringBack(
  hall: Hall,
  { edition, effectiveDate, reason }: AmendmentCommand & { type: 'bringBackEdition' },
  done: Done,
  editing: Editing,
): Decided {
  if (!hall.editions.has(edition)) return { refused: 'editionUnknown' }
  return publish(hall, effectiveDate, done, { broughtBack: edition, reason }, (mark) =>
    editing.bringBack(edition, mark),
  )
}

/** Only the newest edition is taken back, and before its day: what follows it was put together from it. */
function withdraw(
  hall: Hall,
  { edition, reason }: AmendmentCommand & { type: 'withdrawEdition' },
  done: Done,
): Decided {
  const known = hall.editions.get(edition)
  if (!known || known.withdrawn) return { refused: 'editionUnknown' }
  if (edition <= (inForce(hall, dayOf(done.at))?.edition ?? 0)) return { refused: 'editionInForce' }
  if (edition !== hall.edition?.edition) return { refused: 'editionNotNewest' }
  return { event: { ...done, type: 'editionWithdrawn', edition, reason } }
}

function publish(
  hall: Hall,
  effectiveDate: Day,
  done: Done,
  origin: { amendment: string } | { broughtBack: number; reason: string },
  assemble: (mark: { edition: number; effectiveDate: Day }) => Assembled,
): Decided {
  const last = hall.edition
  // An edition never takes effect before the one that it follows, nor on a day that is over.
  if (effectiveDate < dayOf(done.at) || (last && effectiveDate < last.effectiveDate))
    return { refused: 'effectiveInPast' }
  if (effectiveDate > latestEffect(done.at)) return { refused: 'effectiveTooFar' }
  const mark = { edition: nextEdition(hall), effectiveDate }
  const made = assemble(mark)
  if ('refused' in made) return made
  return { event: { ...done, type: 'editionPublished', ...mark, ...made, ...origin } }
}

function changeIn(replacement: Replacement): Change {
  const { over: _, ...change } = replacement
  return change
}

const whyOf = (why: string | undefined) => (why === undefined ? {} : { why })

const clerksOf = ({ by }: Done): string[] => (by.clerk === undefined ? [] : [by.clerk])

const withClerks = ({ writers }: Amendment, done: Done): string[] => [...new Set([...writers, ...clerksOf(done)])]

/** Takes an act on an amendment into the state. */
export function evolveAmendment(hall: Hall, event: AmendmentEvent): void {
  const done = { at: event.at, by: event.by }
  if (event.type === 'amendmentOpened') {
    const { amendment, title, reason } = event
    const writers = clerksOf(event)
    hall.amendments.set(amendment, { amendment, title, reason, opened: done, state: 'draft', parts: {}, writers })
    return
  }
  const known = hall.amendments.get(event.amendment)
  if (!known) return
  switch (event.type) {
    case 'amendmentChanged':
      for (const { part, content, base } of event.changes)
        known.parts[part] = { ...done, content, ...whyOf(event.why), ...(base !== undefined && { base }) }
      known.writers = withClerks(known, event)
      return
    case 'partLeft':
      delete known.parts[event.part]
      known.writers = withClerks(known, event)
      return
    case 'amendmentOffered':
      known.state = 'offered'
      known.offered = done
      return
    case 'amendmentReviewed': {
      const { verdict, note } = event
      known.state = verdict === 'approved' ? 'approved' : 'draft'
      known.reviewed = { ...done, verdict, ...(note !== undefined && { note }) }
      return
    }
    case 'amendmentDropped':
      known.state = 'dropped'
      known.parts = {}
  }
}

/**
 * An edition was published. The amendment that became it keeps its contents until the day of the edition has come: so
 * long it can be withdrawn. From then on they are in the edition.
 */
export function settleAmendment(hall: Hall, id: string | undefined, edition: number, at: Instant): void {
  const known = id === undefined ? undefined : hall.amendments.get(id)
  if (known) {
    known.state = 'published'
    known.edition = edition
    delete known.withdrawn
  }
  const waiting = new Set(coming(hall, dayOf(at)).map((mark) => mark.edition))
  for (const settled of hall.amendments.values())
    if (settled.state === 'published' && !waiting.has(settled.edition ?? 0)) settled.parts = {}
}

/** An edition was taken back before its day: what was to be said in it is a draft again, as it was approved. */
export function reopenAmendment(hall: Hall, withdrawn: NonNullable<Amendment['withdrawn']>): void {
  const known = [...hall.amendments.values()].find((a) => a.edition === withdrawn.edition)
  if (!known || Object.keys(known.parts).length === 0) return
  known.state = 'draft'
  known.withdrawn = withdrawn
  delete known.edition
}

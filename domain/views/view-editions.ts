import { isUnderWay } from '../manual/amendment-rules.ts'
import type { EditionChanges, Part } from '../manual/amendment.ts'
import { inForce } from '../manual/edition.ts'
import { changesBetween, partOfKind, type PartChange } from '../manual/manual-parts.ts'
import { doneView, type Seat } from '../seat.ts'
import type { EditionMark } from '../state.ts'
import { dayOf, type Day, type Instant } from '../time.ts'
import type { DoneView } from './views.ts'

/** 판: the editions of the manual, what each changed, and what became of a kind. */

export type EditionLine = {
  edition: number
  effectiveDate: Day
  published: DoneView
  origin: EditionOrigin
  changes?: EditionChanges
  /** Whether it is in force today: the newest whose day has come. */
  isInForce: boolean
  isNewest: boolean
  /** 철회: taken back before its day. */
  withdrawn?: DoneView & { reason: string }
  /** Whether this PC has its content, so that it can be compared. */
  isHere: boolean
  /** Which counters have it, as they said themselves; only of editions in force and to come. */
  receipt?: EditionReceipt
}
export type EditionReceipt = {
  all: number
  has: number
  /** The counters that have not said that they have it, whole and verified; one that is not heard gets it on its return. */
  lacking: { machine: string; number: number; isHeard: boolean }[]
}
/** Why there is an edition: an amendment, an earlier edition that came back, or the folder of the hall. */
export type EditionOrigin =
  | { of: 'amendment'; amendment: string; title: string; reason: string }
  | { of: 'broughtBack'; edition: number; reason: string }
  | { of: 'folder' }

/** What would change from one edition to another; `missing` names the one whose content is not on this PC. */
export type EditionDiffView = { parts: PartChange[] } | { missing: number }

/** What happened to a kind: in editions, and in amendments that are under way. */
export type KindHistoryView = (
  | ({ of: 'edition'; edition: number; effectiveDate: Day; done: DoneView; origin: EditionOrigin } & {
      what: ChangeName
      isWithdrawn: boolean
    })
  | { of: 'amendment'; amendment: string; title: string; done: DoneView; why?: string }
)[]
type ChangeName = keyof EditionChanges

/** Every edition, the newest first. */
export function editionsView(seat: Seat): EditionLine[] {
  const marks = [...seat.hall.editions.values()].toSorted((a, b) => b.edition - a.edition)
  const today = dayOf(seat.at)
  const now = inForce(seat.hall, today)
  return marks.map((mark): EditionLine => ({
    edition: mark.edition,
    effectiveDate: mark.effectiveDate,
    origin: originOf(seat, mark),
    ...(mark.changes && { changes: mark.changes }),
    ...(mark.withdrawn && { withdrawn: { ...doneView(seat, mark.withdrawn), reason: mark.withdrawn.reason } }),
    published: doneView(seat, { at: mark.publishedAt, by: mark.by }),
    isInForce: mark === now,
    isNewest: mark.edition === seat.hall.edition?.edition,
    isHere: seat.manualOf?.(mark.edition) !== undefined,
    ...(now && mark.edition >= now.edition && !mark.withdrawn && { receipt: receiptOf(seat, mark) }),
  }))
}

function receiptOf(seat: Seat, { hash }: EditionMark): EditionReceipt {
  const counters = seat.hall.profile?.counters ?? []
  const said = new Map(seat.presence.map((p) => [p.machine, p]))
  const lacking = counters
    .filter(({ id }) => !said.get(id)?.editions?.includes(hash))
    .map(({ id, number }) => ({ machine: id, number, isHeard: said.get(id)?.connected === true }))
  return { all: counters.length, has: counters.length - lacking.length, lacking }
}

/** What changes if one goes from an edition to another. */
export function editionDiffView(seat: Seat, from: number, to: number): EditionDiffView {
  const [was, now] = [seat.manualOf?.(from), seat.manualOf?.(to)]
  if (!was) return { missing: from }
  return now ? { parts: changesBetween(was, now) } : { missing: to }
}

/** The history of a kind, the newest first. */
export function kindHistoryView(seat: Seat, code: string): KindHistoryView {
  const part = partOfKind(code)
  const editions = [...seat.hall.editions.values()].flatMap((mark): Dated[] => {
    const what = changeOf(mark.changes, part)
    if (what === undefined) return []
    const { edition, effectiveDate, publishedAt: at, by } = mark
    const line = {
      of: 'edition' as const,
      edition,
      effectiveDate,
      origin: originOf(seat, mark),
      what,
      isWithdrawn: mark.withdrawn !== undefined,
    }
    return [{ at, line: { ...line, done: doneView(seat, { at, by }) } }]
  })
  const under = [...seat.hall.amendments.values()].filter(isUnderWay)
  const amendments = under.flatMap(({ amendment, title, parts }): Dated[] => {
    const said = parts[part]
    if (!said) return []
    const why = said.why === undefined ? {} : { why: said.why }
    return [{ at: said.at, line: { of: 'amendment', amendment, title, done: doneView(seat, said), ...why } }]
  })
  return [...editions, ...amendments].toSorted((a, b) => b.at - a.at).map(({ line }) => line)
}
type Dated = { at: Instant; line: KindHistoryView[number] }

const names = ['added', 'changed', 'removed'] as const
const changeOf = (changes: EditionChanges | undefined, part: Part): ChangeName | undefined =>
  names.find((name) => changes?.[name].includes(part))

function originOf(seat: Seat, { amendment, broughtBack, reason }: EditionMark): EditionOrigin {
  const known = amendment === undefined ? undefined : seat.hall.amendments.get(amendment)
  if (known) return { of: 'amendment', amendment: known.amendment, title: known.title, reason: known.reason }
  return broughtBack === undefined
    ? { of: 'folder' }
    : { of: 'broughtBack', edition: broughtBack, reason: reason ?? '' }
}

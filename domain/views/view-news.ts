import { editionsUntil, newestFirst } from '../manual/edition.ts'
import { changesIn, asWritten, type FieldChange } from '../manual/manual-diff.ts'
import { codeOf, partOfKind } from '../manual/manual-parts.ts'
import type { Kind } from '../manual/manual.ts'
import { personOf, type Seat } from '../seat.ts'
import type { EditionMark } from '../state.ts'
import { addDays, dayOf, type Day } from '../time.ts'
import type { PersonView } from './views.ts'

/** 개정 알림: what an edition changed, for the clerks who work by it, and who has read it. */

/** A changed field; `about` is what the thing is called that it belongs to: a document, a step, a question. */
export type NamedChange = FieldChange & { about?: string }

/** How a kind differs from the edition before the last one that changed it. */
export type CompareView =
  | { is: 'changed'; from: number; to: number; since: Day; isRecent: boolean; changes: NamedChange[] }
  | { is: 'new'; to: number; since: Day; isRecent: boolean }
  | { is: 'unchanged' }
  /** The edition that would have to be compared is not on this PC. */
  | { is: 'notHere'; edition: number }

/** So long a change counts as recent, and so long an edition is told of to whoever has not read it; in days. */
const recentDays = 30
const toldDays = 92

/** Compares a kind, of the edition in force or of the one that is named, with what it was before. */
export function compareView(seat: Seat, code: string, edition?: number): CompareView | undefined {
  const today = dayOf(seat.at)
  const all = newestFirst(seat.hall)
  const shown = edition ?? editionsUntil(seat.hall, today)[0]?.edition
  if (shown === undefined) return undefined
  const marks = all.filter((m) => m.edition <= shown)
  for (const [i, mark] of marks.entries()) {
    const said = changeIn(seat, code, mark, marks[i + 1])
    if (said !== undefined) return said
  }
  return { is: 'unchanged' }
}

/** What an edition did to a kind; undefined if nothing. */
function changeIn(
  seat: Seat,
  code: string,
  mark: EditionMark,
  before: EditionMark | undefined,
): CompareView | undefined {
  const part = partOfKind(code)
  const { changes, effectiveDate: since, edition: to } = mark
  // The first edition has nothing before it.
  if (!before) return undefined
  const isRecent = since >= addDays(dayOf(seat.at), -recentDays)
  if (changes?.added.includes(part)) return { is: 'new', to, since, isRecent }
  if (changes && !changes.changed.includes(part)) return undefined
  const missing = [mark, before].find((m) => seat.manualOf?.(m.edition) === undefined)
  if (missing) return { is: 'notHere', edition: missing.edition }
  const [was, now] = [seat.kindOf(before.edition, code), seat.kindOf(to, code)]
  if (!now) return undefined
  if (!was) return { is: 'new', to, since, isRecent }
  const fields = changesIn(asWritten(was), asWritten(now), '')
  if (fields.length === 0) return undefined
  const names = new Map([...namesIn(was), ...namesIn(now)])
  const named = fields.map((one): NamedChange => ({ ...one, ...aboutOf(one.field, names) }))
  return { is: 'changed', from: before.edition, to, since, isRecent, changes: named }
}

/** What the things of a kind are called, by their ids. */
const namesIn = ({ documents, conditions, steps, questions, form }: Kind): [string, string][] => [
  ...documents.map((d): [string, string] => [d.id, d.name]),
  ...conditions.map((c): [string, string] => [c.id, c.text]),
  ...steps.map((s): [string, string] => [s.id, s.title]),
  ...steps.flatMap((s) => s.checks.map((c): [string, string] => [c.id, c.text])),
  ...questions.map((q): [string, string] => [q.id, q.ask.ko]),
  ...form.fields.map((f): [string, string] => [f.id, f.label.ko]),
]

/** The innermost thing on the way to a field; the ids of checks have a dot of their own. */
function aboutOf(field: string, names: ReadonlyMap<string, string>): { about?: string } {
  const steps = field.split('.')
  for (let i = steps.length - 1; i > 0; i -= 1) {
    const name = names.get(`${steps[i - 1]}.${steps[i]}`) ?? names.get(steps[i] ?? '')
    if (name !== undefined) return { about: name }
  }
  return {}
}

export type NewsKind = { code: string; ko: string; en: string; what: 'added' | 'changed' | 'removed' }
/** An edition that changed kinds, and is in force. */
export type NewsEdition = { edition: number; since: Day; reason?: string; kinds: NewsKind[]; isRead: boolean }

/** The editions of the last months that changed kinds, the newest first, as whoever is signed in here has read them. */
export function newsView(seat: Seat): NewsEdition[] {
  const { hall } = seat
  const today = dayOf(seat.at)
  const clerk = hall.counters.get(seat.machine)?.clerk
  return editionsUntil(hall, today).flatMap((mark): NewsEdition[] => {
    const kinds = newsKinds(seat, mark)
    if (kinds.length === 0 || mark.effectiveDate < addDays(today, -toldDays)) return []
    const isRead = clerk !== undefined && (hall.editionReaders.get(mark.edition) ?? []).includes(clerk)
    const reason = reasonOf(seat, mark)
    return [
      { edition: mark.edition, since: mark.effectiveDate, ...(reason !== undefined && { reason }), kinds, isRead },
    ]
  })
}

/** Why: the amendment's own words, or those with which an edition was brought back. */
const reasonOf = ({ hall }: Seat, { amendment, reason }: EditionMark): string | undefined =>
  (amendment === undefined ? undefined : hall.amendments.get(amendment)?.title) ?? reason

function newsKinds(seat: Seat, { edition, changes }: EditionMark): NewsKind[] {
  if (!changes || edition === 1) return []
  const before = newestFirst(seat.hall).find((m) => m.edition < edition)?.edition
  return (['added', 'changed', 'removed'] as const).flatMap((what) =>
    changes[what].flatMap((part): NewsKind[] => {
      const code = codeOf(part)
      if (code === undefined) return []
      const kind = seat.kindOf(what === 'removed' ? before : edition, code)
      return [{ code, what, ko: kind?.name.ko ?? code, en: kind?.name.en ?? code }]
    }),
  )
}

/** Who of the clerks has read what an edition changed: n of m. */
export type ReadersView = { edition: number; read: PersonView[]; unread: PersonView[] }

/** The readers of an edition among the clerks of the hall; undefined where there is no such edition. */
export function readersView(seat: Seat, edition: number): ReadersView | undefined {
  const { hall } = seat
  if (!hall.editions.has(edition)) return undefined
  const readers = new Set(hall.editionReaders.get(edition) ?? [])
  const clerks = (hall.profile?.staff ?? [])
    .filter((s) => s.role === 'clerk')
    .flatMap((s) => personOf(seat, s.id) ?? [])
  return {
    edition,
    read: clerks.filter((c) => readers.has(c.id)),
    unread: clerks.filter((c) => !readers.has(c.id)),
  }
}

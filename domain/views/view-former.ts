import { editionsUntil } from '../manual/edition.ts'
import { codeOf } from '../manual/manual-parts.ts'
import type { Kind } from '../manual/manual.ts'
import type { Seat } from '../seat.ts'
import type { EditionMark } from '../state.ts'
import { addDays, dayOf, type Day } from '../time.ts'

/** 매뉴얼에서 뺀 민원사무: what they were, and since when they are received no more. */

type Manual = Pick<Seat, 'hall' | 'at' | 'kindOf'>

/** A kind that was taken out, as the last edition that has it says it, and since which edition it is received no more. */
export type FormerKindView = { kind: Kind; edition: number; since: number; day: Day }
/** A kind that was taken out, for whoever looks for it. */
export type FormerKindLine = { code: string; ko: string; en: string; since: number; day: Day }

/** So long a kind that was taken out is still looked for, as an edition is told of; in days. */
const lookedForDays = 92

/** A kind of the edition in force, or of the last one that had it. */
export const lastKind = (seat: Manual, code: string): Kind | undefined =>
  seat.kindOf(undefined, code) ?? formerKind(seat, code)?.kind

/** A kind that an earlier edition has and the one in force has not. */
export function formerKind({ hall, at, kindOf }: Manual, code: string): FormerKindView | undefined {
  if (kindOf(undefined, code)) return undefined
  let without: EditionMark | undefined
  for (const mark of editionsUntil(hall, dayOf(at))) {
    const kind = kindOf(mark.edition, code)
    if (!kind) without = mark
    else return without && { kind, edition: mark.edition, since: without.edition, day: without.effectiveDate }
  }
  return undefined
}

/** The kinds that editions of the last months took out, the newest first. */
export function formerKinds(seat: Manual): FormerKindLine[] {
  const today = dayOf(seat.at)
  const removed = editionsUntil(seat.hall, today)
    .filter((mark) => mark.effectiveDate >= addDays(today, -lookedForDays))
    .flatMap(({ changes }) => changes?.removed ?? [])
  return [...new Set(removed)].flatMap((part) => {
    const code = codeOf(part)
    const former = code === undefined ? undefined : formerKind(seat, code)
    if (!former) return []
    const { kind, since, day } = former
    return [{ code: kind.code, ko: kind.name.ko, en: kind.name.en, since, day }]
  })
}

import { baseOf, isChangedBy, isUnderWay } from '../manual/amendment-rules.ts'
import type { Part } from '../manual/amendment.ts'
import { newestFirst } from '../manual/edition.ts'
import type { Written } from '../manual/manual-diff.ts'
import { partsOf, writtenIn } from '../manual/manual-parts.ts'
import type { ManualContent } from '../manual/manual.ts'
import { doneView, type Seat } from '../seat.ts'
import type { Hall } from '../state.ts'
import type { Instant } from '../time.ts'
import type { DoneView } from './views.ts'

/**
 * Where a part was said last: in an amendment under way, by an edition, or by its being taken back; by whom and when.
 * `rests` is the edition on which that stands.
 */
export type Stand = DoneView & { rests: number } & (
    | { of: 'amendment'; title: string }
    | { of: 'edition' | 'withdrawal'; edition: number }
  )

/** When a part was said last; 0 where no act is on record. What is typed on an older text would undo it. */
export function saidLast(hall: Hall, part: Part): Instant {
  const { amendment, edition } = newestOf(hall, part)
  return Math.max(amendment?.said.at ?? 0, edition?.done.at ?? 0)
}

/** Where a part was said last, and what was said there; undefined where no act is on record. */
export function standOf(
  seat: Seat,
  part: Part,
  newest: ManualContent,
): { stand: Stand; says: Written | undefined } | undefined {
  const { amendment, edition } = newestOf(seat.hall, part)
  if (amendment && amendment.said.at >= (edition?.done.at ?? 0)) {
    const { said, title } = amendment
    const rests = baseOf(seat.hall, said)
    return { stand: { ...doneView(seat, said), rests, of: 'amendment', title }, says: writtenIn(part, said.content) }
  }
  if (!edition) return undefined
  const { done, ...stand } = edition
  return { stand: { ...doneView(seat, done), ...stand }, says: partsOf(newest).get(part) }
}

function newestOf({ amendments, editions }: Hall, part: Part) {
  const amendment = [...amendments.values()]
    .filter(isUnderWay)
    .flatMap(({ title, parts }) => (parts[part] ? [{ title, said: parts[part] }] : []))
    .toSorted((a, b) => a.said.at - b.said.at)
    .at(-1)
  const changed = [...editions.values()].filter((mark) => isChangedBy(mark, part))
  const published = changed.findLast((mark) => !mark.withdrawn)
  const withdrawn = changed
    .flatMap(({ edition, withdrawn: done }) => (done ? [{ edition, done }] : []))
    .toSorted((a, b) => a.done.at - b.done.at)
    .at(-1)
  if (withdrawn && withdrawn.done.at >= (published?.publishedAt ?? 0)) {
    const rests = newestFirst({ editions })[0]?.edition ?? 0
    return { amendment, edition: { ...withdrawn, rests, of: 'withdrawal' as const } }
  }
  if (!published) return { amendment }
  const { edition, publishedAt: at, by } = published
  return { amendment, edition: { edition, done: { at, by }, rests: edition, of: 'edition' as const } }
}

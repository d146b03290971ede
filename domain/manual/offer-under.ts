import { doneView, type Seat } from '../seat.ts'
import type { DoneView } from '../views/views.ts'
import { isUnderWay } from './amendment-rules.ts'
import type { Amendment, Part } from './amendment.ts'
import { withChanges } from './edition-content.ts'
import type { ManualContent } from './manual.ts'

/** What colleagues have written meanwhile of a part that comes from elsewhere: it is not replaced unseen. */

/**
 * An amendment under way that says something of a part on offer, by whom and when. `isReplaced`: what stands there goes
 * when the part is taken.
 */
export type Under = DoneView & { amendment: string; title: string; isTarget: boolean; isReplaced: boolean }

/** The amendment into which one takes, as long as it can be changed. */
export function draftOf({ hall }: Pick<Seat, 'hall'>, amendment: string | undefined): Amendment | undefined {
  const known = amendment === undefined ? undefined : hall.amendments.get(amendment)
  return known?.state === 'draft' ? known : undefined
}

/** A manual with what a draft says already, as far as that can be read; and the parts that are said there. */
export function withDraft(
  content: ManualContent,
  draft: Amendment | undefined,
): { content: ManualContent; laid: Part[] } {
  if (!draft) return { content, laid: [] }
  const said = Object.entries(draft.parts).flatMap(([part, { content: text }]) =>
    text === null ? [] : [{ part, content: text }],
  )
  const first = withChanges(content, said)
  const readable = 'content' in first ? said : said.filter(({ part }) => !first.unreadable.includes(part))
  const made = 'content' in first ? first : withChanges(content, readable)
  return { content: 'content' in made ? made.content : content, laid: readable.map(({ part }) => part) }
}

/** Every amendment under way that says something of a part, the one into which it would go first. */
export function underOf(
  seat: Seat,
  part: Part,
  target: { draft?: Amendment | undefined; isReplaced: boolean },
): Under[] {
  return [...seat.hall.amendments.values()]
    .filter(isUnderWay)
    .flatMap(({ amendment, title, parts }): Under[] => {
      const said = parts[part]
      const isTarget = amendment === target.draft?.amendment
      if (!said) return []
      return [{ ...doneView(seat, said), amendment, title, isTarget, isReplaced: isTarget && target.isReplaced }]
    })
    .toSorted((a, b) => Number(b.isTarget) - Number(a.isTarget))
}

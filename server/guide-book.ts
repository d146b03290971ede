import { diagnostics } from '../db/diagnostics.ts'
import { makeFinder, type Finder } from '../domain/find/find.ts'
import { contentsOf, type ContentsView } from '../domain/manual/contents.ts'
import { readContent } from '../domain/manual/edition-content.ts'
import { editionsUntil } from '../domain/manual/edition.ts'
import type { Kind } from '../domain/manual/manual.ts'
import type { EditionMark, Hall } from '../domain/state.ts'
import type { Day } from '../domain/time.ts'

/** The edition in force, opened for readers: its kinds by number, its contents and its finder. */
export type GuideBook = {
  mark: EditionMark
  kinds: ReadonlyMap<string, Kind>
  contents: ContentsView
  find: Finder
}

/**
 * Opens the book of the edition in force, or of the one before while that is not here or of a newer version; it is opened
 * anew only when another comes into force.
 */
export function guideBooks(contentOf: (hash: string) => string | undefined) {
  let open: GuideBook | undefined
  /** An edition never changes: one that could not be read is not tried again. */
  const unreadable = new Set<string>()
  return (hall: Hall, today: Day): GuideBook | undefined => {
    for (const mark of editionsUntil(hall, today)) {
      if (open?.mark.hash === mark.hash) return { ...open, mark }
      const text = unreadable.has(mark.hash) ? undefined : contentOf(mark.hash)
      if (text === undefined) continue
      const content = readContent(text)
      if (!content) {
        diagnostics.error('this version cannot read an edition of the manual', undefined, { edition: mark.edition })
        unreadable.add(mark.hash)
        continue
      }
      const { categories, kinds, words } = content
      const byCode = new Map(kinds.map((kind) => [kind.code, kind]))
      open = { mark, kinds: byCode, contents: contentsOf(categories, kinds), find: makeFinder(kinds, words) }
      return open
    }
    return undefined
  }
}

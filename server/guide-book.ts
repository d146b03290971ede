import { contentsOf, type ContentsView } from '../domain/contents.ts'
import { editionsUntil } from '../domain/edition.ts'
import { makeFinder, type Finder } from '../domain/find.ts'
import { Edition, type Kind } from '../domain/manual.ts'
import type { EditionMark, Hall } from '../domain/state.ts'
import type { Day } from '../domain/time.ts'

/** The edition in force, opened for readers: its kinds by number, its contents and its finder. */
export type GuideBook = {
  mark: EditionMark
  kinds: ReadonlyMap<string, Kind>
  contents: ContentsView
  find: Finder
}

const Content = Edition.pick({ categories: true, kinds: true, documents: true, style: true, words: true })

/** Opens the book of the edition in force; it is opened anew only when another comes into force. */
export function guideBooks(contentOf: (hash: string) => string | undefined) {
  let open: GuideBook | undefined
  return (hall: Hall, today: Day): GuideBook | undefined => {
    for (const mark of editionsUntil(hall, today)) {
      if (open?.mark.hash === mark.hash) return { ...open, mark }
      const content = contentOf(mark.hash)
      if (content === undefined) continue
      const { categories, kinds, words } = Content.parse(JSON.parse(content))
      const byCode = new Map(kinds.map((kind) => [kind.code, kind]))
      open = { mark, kinds: byCode, contents: contentsOf(categories, kinds), find: makeFinder(kinds, words) }
      return open
    }
    return undefined
  }
}

import type { Editions } from '../db/editions.ts'
import { contentsOf, type ContentsView } from '../domain/contents.ts'
import { memoryBodies, type BodyStore } from '../domain/find-body.ts'
import { openFinder, type Hit, type ManualFinder, type Searched } from '../domain/find.ts'
import { Edition, type Kind, type ManualContent } from '../domain/manual.ts'
import type { Record } from '../domain/record.ts'

const Content = Edition.pick({ categories: true, kinds: true, documents: true, style: true, words: true })
type Templates = Pick<Edition, 'documents' | 'style'>
type Book = Pick<Edition, 'edition' | 'hash' | 'categories' | 'words'> & {
  kinds: Map<string, Kind>
  templates: Templates
}

/** A store that cannot be written must not keep the search from its work: then it works from memory. */
function openedOver(searched: Searched, bodies: BodyStore): ManualFinder {
  try {
    return openFinder(searched, bodies)
  } catch (error) {
    console.error(
      `the bodies of the manual could not be kept: ${error instanceof Error ? error.message : String(error)}`,
    )
    return openFinder(searched, memoryBodies())
  }
}

/** The editions on this PC, opened: kinds by code, and the finder over the newest, which keeps their bodies in a store. */
export function makeShelf(editions: Editions, record: Record, bodies: BodyStore) {
  /** A book is opened once: an edition never changes, and its text is long. */
  const books = new Map<string, Book>()
  let finder: { hash: string; of: ManualFinder } | undefined

  function open(kept: ReturnType<Editions['newest']>): Book | undefined {
    if (!kept) return undefined
    const { categories, kinds, documents, style, words } = Content.parse(JSON.parse(kept.content))
    const { edition, hash } = kept
    const book = {
      ...{ edition, hash, kinds: new Map(kinds.map((k) => [k.code, k])), categories, words },
      templates: { documents, style },
    }
    books.set(hash, book)
    return book
  }
  const byHash = (hash: string) => books.get(hash) ?? open(editions.get(hash))

  /** The edition in force as this PC has it: the one before, until the newest has come whole. */
  function newest(): Book | undefined {
    const { edition, editions: marks } = record.hall
    const inForce = edition && byHash(edition.hash)
    if (inForce) return inForce
    // By the record's numbers: one that was brought back is kept under the number of its first time.
    for (const { hash } of [...marks.values()].toSorted((a, b) => b.edition - a.edition)) {
      const book = byHash(hash)
      if (book) return book
    }
    return open(editions.newest())
  }
  /** The number under which a content is in force: the last one, if it was brought back. */
  function numberOf({ hash, edition }: Book): number {
    return Math.max(edition, ...[...record.hall.editions.values()].flatMap((m) => (m.hash === hash ? [m.edition] : [])))
  }
  function pinned(edition: number): Book | undefined {
    const mark = record.hall.editions.get(edition)
    return mark && byHash(mark.hash)
  }
  /** A new edition changes a few kinds; only these are read anew. */
  function finderOf({ hash, kinds, words }: Book): ManualFinder {
    if (finder?.hash === hash) return finder.of
    const searched = { name: hash, kinds: [...kinds.values()], words }
    if (finder) finder.of.renew(searched)
    finder = { hash, of: finder?.of ?? openedOver(searched, bodies) }
    return finder.of
  }
  return {
    /** A kind of the newest edition, or of the one that is named. */
    kind: (code: string, edition?: number) => {
      if (edition !== undefined) {
        const kind = pinned(edition)?.kinds.get(code)
        return kind && { edition, kind }
      }
      const book = newest()
      const kind = book?.kinds.get(code)
      return book && kind ? { edition: numberOf(book), kind } : undefined
    },
    kindOf: (edition: number | undefined, code: string): Kind | undefined =>
      (edition === undefined ? newest() : pinned(edition))?.kinds.get(code),
    /** What the newest edition says, or the one that is named. */
    manualOf(edition: number | undefined): ManualContent | undefined {
      const book = edition === undefined ? newest() : pinned(edition)
      if (!book) return undefined
      const { kinds, categories, words, templates } = book
      return { categories, words, kinds: [...kinds.values()], ...templates }
    },
    contents(): ContentsView {
      const book = newest()
      return book ? contentsOf(book.categories, book.kinds.values()) : []
    },
    /** The templates of an edition; of the newest, if the case has none yet. */
    templatesOf: (edition: number | undefined): Templates | undefined =>
      (edition === undefined ? newest() : pinned(edition))?.templates,
    has: (hash: string): boolean => books.has(hash) || editions.get(hash) !== undefined,
    put: (hash: string, content: string): void => {
      const mark = [...record.hall.editions.values()].find((known) => known.hash === hash)
      if (mark) editions.put({ ...mark, content })
    },
    find: async (text: string): Promise<Hit[]> => {
      const book = newest()
      return book ? finderOf(book).find(text) : []
    },
  }
}

import { z } from 'zod'
import type { Editions } from '../db/editions.ts'
import { makeFinder, type Finder, type Hit } from '../domain/find.ts'
import { Category, Kind } from '../domain/manual.ts'
import type { Record } from '../domain/record.ts'

const Content = z.strictObject({ categories: z.array(Category), kinds: z.array(Kind) })
type Book = { edition: number; hash: string; kinds: Map<string, Kind>; find: Finder }

/** The editions on this PC, opened: kinds by code, and the finder over the newest. */
export function makeShelf(editions: Editions, record: Record) {
  /** A book is opened once: an edition never changes, and its text is long. */
  const books = new Map<string, Book>()
  let latest: Book | undefined

  function open(kept: ReturnType<Editions['newest']>): Book | undefined {
    if (!kept) return undefined
    const { kinds } = Content.parse(JSON.parse(kept.content))
    const { edition, hash } = kept
    const book = { edition, hash, kinds: new Map(kinds.map((k) => [k.code, k])), find: makeFinder(kinds) }
    books.set(hash, book)
    return book
  }
  const byHash = (hash: string) => books.get(hash) ?? open(editions.get(hash))

  /** The edition in force as this PC has it: the one before, until the newest has come whole. */
  function newest(): Book | undefined {
    const { edition } = record.hall
    latest = (edition && byHash(edition.hash)) ?? latest ?? open(editions.newest())
    return latest
  }
  function pinned(edition: number): Book | undefined {
    for (const book of books.values()) if (book.edition === edition) return book
    return open(editions.byNumber(edition))
  }
  return {
    current: (code: string) => {
      const book = newest()
      const kind = book?.kinds.get(code)
      return book && kind && { edition: book.edition, kind }
    },
    kindOf: (edition: number | undefined, code: string): Kind | undefined =>
      (edition === undefined ? newest() : pinned(edition))?.kinds.get(code),
    has: (hash: string): boolean => books.has(hash) || editions.get(hash) !== undefined,
    put: (hash: string, content: string): void => {
      const mark = record.hall.edition
      if (mark?.hash === hash) editions.put({ ...mark, content })
    },
    find: async (text: string): Promise<Hit[]> => newest()?.find(text) ?? [],
  }
}

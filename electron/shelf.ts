import { z } from 'zod'
import type { Editions } from '../db/editions.ts'
import { makeFinder, type Finder, type Hit } from '../domain/find.ts'
import { Category, Kind } from '../domain/manual.ts'
import type { Record } from '../domain/record.ts'

const Content = z.strictObject({ categories: z.array(Category), kinds: z.array(Kind) })
type Book = { edition: number; kinds: Map<string, Kind>; find: Finder }

/** The editions on this PC, opened: kinds by code, and the finder over the newest. */
export function makeShelf(editions: Editions, record: Record) {
  const books = new Map<number, Book>()

  function open(edition: number, content: string): Book {
    const known = books.get(edition)
    if (known) return known
    const { kinds } = Content.parse(JSON.parse(content))
    const book = { edition, kinds: new Map(kinds.map((k) => [k.code, k])), find: makeFinder(kinds) }
    books.set(edition, book)
    return book
  }
  /** The edition in force as this PC has it: the one before, until the newest has come whole. */
  function newest(): Book | undefined {
    const kept = (record.hall.edition && editions.get(record.hall.edition.hash)) ?? editions.newest()
    return kept && (books.get(kept.edition) ?? open(kept.edition, kept.content))
  }
  function pinned(edition: number): Book | undefined {
    const known = books.get(edition)
    const kept = known ? undefined : editions.byNumber(edition)
    return known ?? (kept && open(kept.edition, kept.content))
  }
  return {
    current: (code: string) => {
      const book = newest()
      const kind = book?.kinds.get(code)
      return book && kind && { edition: book.edition, kind }
    },
    kindOf: (edition: number | undefined, code: string): Kind | undefined =>
      (edition === undefined ? newest() : pinned(edition))?.kinds.get(code),
    has: (hash: string): boolean => editions.get(hash) !== undefined,
    put: (hash: string, content: string): void => {
      const mark = record.hall.edition
      if (mark?.hash === hash) editions.put({ ...mark, content })
    },
    find: async (text: string): Promise<Hit[]> => newest()?.find(text) ?? [],
  }
}

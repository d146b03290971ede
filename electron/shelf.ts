import { diagnostics } from '../db/diagnostics.ts'
import { isEditionSigned } from '../db/keys/edition-key.ts'
import type { EditionParts } from '../db/manual/edition-parts.ts'
import type { Editions } from '../db/manual/editions.ts'
import { memoryBodies, type BodyStore } from '../domain/find/find-body.ts'
import { openFinder, type Hit, type ManualFinder, type Searched } from '../domain/find/find.ts'
import { contentsOf, type ContentsView } from '../domain/manual/contents.ts'
import { readContent } from '../domain/manual/edition-content.ts'
import { inForce, newestFirst } from '../domain/manual/edition.ts'
import type { Edition, Kind, ManualContent } from '../domain/manual/manual.ts'
import type { Record } from '../domain/record/record.ts'
import type { EditionMark } from '../domain/state.ts'
import { dayOf, type Instant } from '../domain/time.ts'
import type { EditionStore } from '../sync/edition-intake.ts'
import { longestPart } from '../sync/edition-part.ts'

type Templates = Pick<Edition, 'documents' | 'style'>
type Numbered = { edition: number; book: Book }
type Book = Pick<Edition, 'hash' | 'categories' | 'words'> & {
  kinds: Map<string, Kind>
  templates: Templates
}

/** A store that cannot be written must not keep the search from its work: then it works from memory. */
function openedOver(searched: Searched, bodies: BodyStore): ManualFinder {
  try {
    return openFinder(searched, bodies)
  } catch (error) {
    diagnostics.error('the bodies of the manual could not be kept', error)
    return openFinder(searched, memoryBodies())
  }
}

/** What a shelf stands on: what is kept on this PC, its record, and its clock. */
type ShelfGround = {
  editions: Editions
  parts: EditionParts
  record: Record
  bodies: BodyStore
  now: () => Instant
}

/** The editions on this PC, opened: kinds by code, and the finder over the one in force, which keeps their bodies in a store. */
export function makeShelf({ editions, parts, record, bodies, now }: ShelfGround) {
  /** A book is opened once: an edition never changes, and its text is long. Null is one that cannot be read here. */
  const books = new Map<string, Book | null>()
  const isSigned = signatures()
  let finder: { hash: string; of: ManualFinder } | undefined

  function open(hash: string): Book | null | undefined {
    const kept = editions.get(hash)
    if (!kept) return undefined
    const content = readContent(kept.content)
    if (!content)
      diagnostics.error('this version cannot read an edition of the manual', undefined, { edition: kept.edition })
    const book = content ? bookOf(hash, content) : null
    books.set(hash, book)
    return book
  }
  const byHash = (hash: string) => (books.has(hash) ? books.get(hash) : open(hash)) ?? undefined

  /** The newest of some editions that this PC has whole, signed and readable: the one before, until a newer one has come. */
  function newestOf(marks: readonly EditionMark[]): Numbered | undefined {
    for (const mark of marks) {
      const book = isSigned(mark) ? byHash(mark.hash) : undefined
      if (book) return { edition: mark.edition, book }
    }
    return undefined
  }
  const all = () => newestFirst(record.hall)
  /** The edition in force now, by the clock of this PC. */
  function current(): Numbered | undefined {
    const due = inForce(record.hall, dayOf(now()))
    return due && newestOf(all().filter((e) => e.edition <= due.edition))
  }
  function pinned(edition: number): Book | undefined {
    const mark = record.hall.editions.get(edition)
    return mark && byHash(mark.hash)
  }
  const bookFor = (edition: number | undefined) => (edition === undefined ? current()?.book : pinned(edition))
  /** A new edition changes a few kinds; only these are read anew. */
  function finderOf({ hash, kinds, words }: Book): ManualFinder {
    if (finder?.hash === hash) return finder.of
    const searched = { name: hash, kinds: [...kinds.values()], words }
    if (finder) finder.of.renew(searched)
    finder = { hash, of: finder?.of ?? openedOver(searched, bodies) }
    return finder.of
  }
  return {
    /** A kind of the edition in force, or of the one that is named. */
    kind: (code: string, edition?: number) => {
      const found = edition === undefined ? current() : { edition, book: pinned(edition) }
      const kind = found?.book?.kinds.get(code)
      return found && kind && { edition: found.edition, kind }
    },
    kindOf: (edition: number | undefined, code: string): Kind | undefined => bookFor(edition)?.kinds.get(code),
    /** What the newest edition says, in force or to come, or the one that is named. */
    manualOf(edition: number | undefined): ManualContent | undefined {
      const book = edition === undefined ? newestOf(all())?.book : pinned(edition)
      if (!book) return undefined
      const { kinds, categories, words, templates } = book
      return { categories, words, kinds: [...kinds.values()], ...templates }
    },
    /** Whether the edition in force, or one before it, can be read here. */
    hasManual: () => current() !== undefined,
    newestHere: () => newestOf(all())?.edition,
    contents(): ContentsView {
      const book = bookFor(undefined)
      return book ? contentsOf(book.categories, book.kinds.values()) : []
    },
    /** The templates of an edition; of the one in force, if the case has none yet. */
    templatesOf: (edition: number | undefined): Templates | undefined => bookFor(edition)?.templates,
    /** The names of kinds that are called much like something, the nearest first. */
    namesLike(text: string): string[] {
      const book = bookFor(undefined)
      const hits = book ? finderOf(book).find(text, 3) : []
      return hits.flatMap(({ code }) => book?.kinds.get(code)?.name.ko ?? [])
    },
    find: async (text: string): Promise<Hit[]> => {
      const book = bookFor(undefined)
      return book ? finderOf(book).find(text) : []
    },
    /** Where the line puts what comes of editions. */
    store: {
      content: (hash) => editions.get(hash)?.content,
      ...parts,
      isSigned,
      firstParts: longestPart,
      has: (hash) => (books.get(hash) === null ? 'unreadable' : books.has(hash) || editions.has(hash)),
    } satisfies EditionStore,
  }
}

function bookOf(hash: string, { categories, kinds, documents, style, words }: ManualContent): Book {
  return { hash, kinds: new Map(kinds.map((k) => [k.code, k])), categories, words, templates: { documents, style } }
}

/** Whether the hall signed an edition; looked at once for each. One from before the hall had a key needs no signature. */
function signatures(): (mark: EditionMark) => boolean {
  const known = new WeakMap<EditionMark, boolean>()
  return (mark) => {
    const { key, signature } = mark
    const isSigned = known.get(mark) ?? (key === undefined || isEditionSigned(mark, signature ?? '', key))
    known.set(mark, isSigned)
    return isSigned
  }
}

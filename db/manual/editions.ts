import { createHash } from 'node:crypto'
import type { Day } from '../../domain/time.ts'
import type { Db } from '../open.ts'

/** An edition of the manual as it is kept and sent: its canonical JSON, named by the hash of that text. */
export type KeptEdition = { hash: string; edition: number; effectiveDate: Day; content: string }

/** The editions that a machine keeps. A case pins its edition, so none is ever taken away. */
export interface Editions {
  /** Keeps an edition, whole and at once, if its content is what its hash says. */
  put(edition: KeptEdition): 'kept' | { refused: 'hashDiffers' }
  has(hash: string): boolean
  get(hash: string): KeptEdition | undefined
  newest(): KeptEdition | undefined
}

/** The name of a content: its SHA-256 in hexadecimal. */
export const hashOf = (content: string): string => createHash('sha256').update(content, 'utf8').digest('hex')

/** Milliseconds for which a content that was asked for stays in memory. */
const heldFor = 5_000

/** Opens the editions in a machine's database. */
export function openEditions(db: Db): Editions {
  const columns = 'hash, edition, effective_date AS effectiveDate, content'
  const byHash = db.prepare<[string], KeptEdition>(`SELECT ${columns} FROM edition WHERE hash = ?`)
  const isKept = db.prepare<[string]>('SELECT 1 FROM edition WHERE hash = ?')
  const newest = db.prepare<[], KeptEdition>(`SELECT ${columns} FROM edition ORDER BY edition DESC LIMIT 1`)
  const insert = db.prepare<[KeptEdition]>(
    'INSERT INTO edition VALUES (@hash, @edition, @effectiveDate, @content) ON CONFLICT (hash) DO NOTHING',
  )
  /** The one that was asked for last: a PC that fetches it asks for its parts one after the other. */
  let last: KeptEdition | undefined
  const forget = () => void (last = undefined)
  let timer: NodeJS.Timeout | undefined
  function get(hash: string): KeptEdition | undefined {
    if (last?.hash !== hash) last = byHash.get(hash)
    clearTimeout(timer)
    timer = setTimeout(forget, heldFor).unref()
    return last
  }
  /** An edition that is here stays here; it is asked for with every message. */
  const known = new Set<string>()
  function has(hash: string): boolean {
    if (!known.has(hash) && isKept.get(hash) !== undefined) known.add(hash)
    return known.has(hash)
  }
  return {
    put(edition) {
      if (hashOf(edition.content) !== edition.hash) return { refused: 'hashDiffers' }
      insert.run(edition)
      return 'kept'
    },
    has,
    get,
    newest: () => newest.get(),
  }
}

import { isDeepStrictEqual } from 'node:util'
import { jsonIn } from '../../domain/json-in.ts'
import type { ArchiveRow } from '../../domain/record/log.ts'
import type { Db } from '../open.ts'

type Kept = Pick<ArchiveRow, 'day' | 'body'> & { rowid: number; private: string | null }

/** How many differences are told one by one: where all of an archive is wrong, they would not fit into memory either. */
const mostTold = 1000

/**
 * Compares what a record is folded into with the archive that is kept, a row at a time: after years neither of them fits
 * into memory. A row that the record puts away again counts as it was put away last.
 */
export function archiveComparison(db: Db, isHall: boolean) {
  const kept = db.prepare<[string, string], Kept>(
    'SELECT rowid, day, body, private FROM archive WHERE what = ? AND id = ?',
  )
  const last = db.prepare<[], number>('SELECT coalesce(max(rowid), 0) FROM archive').pluck().get() ?? 0
  /** A bit for each row that was folded. */
  const seen = new Uint8Array(Math.floor(last / 8) + 1)
  const wrong = new Map<string, string>()
  let more = 0

  function folded(row: ArchiveRow): void {
    const key = `${row.what} ${row.id}`
    const known = kept.get(row.what, row.id)
    const how = known ? differenceOf(known, row, isHall) : 'is missing'
    if (known) seen[known.rowid >> 3] = (seen[known.rowid >> 3] ?? 0) | (1 << (known.rowid & 7))
    if (how === undefined) wrong.delete(key)
    else if (wrong.size < mostTold || wrong.has(key)) wrong.set(key, how)
    else more += 1
  }

  /** What differs, in words, once all is folded. */
  function differences(): string[] {
    const rows = db.prepare<[], { rowid: number; key: string }>("SELECT rowid, what || ' ' || id AS key FROM archive")
    const unknown: string[] = []
    for (const { rowid, key } of rows.iterate()) {
      if (((seen[rowid >> 3] ?? 0) & (1 << (rowid & 7))) !== 0) continue
      if (unknown.length < mostTold) unknown.push(`${key} is not put away in the record`)
      else more += 1
    }
    const told = [...unknown, ...[...wrong].map(([key, how]) => `${key} ${how}`)]
    return more > 0 ? [...told, `${more} more rows`] : told
  }

  return { folded, differences }
}

function differenceOf(kept: Kept, folded: ArchiveRow, isHall: boolean): string | undefined {
  if (kept.day !== folded.day || !isSameText(kept.body, folded.body)) return 'is otherwise in the record'
  if (!isSamePrivate(kept.private, folded.private ?? null, isHall)) return 'has another private part in the record'
  return undefined
}

const isSameText = (a: string, b: string): boolean => a === b || isDeepStrictEqual(jsonIn(a), JSON.parse(b))

/** The hall has every private part from the first; another machine may have been told more after it put the case away. */
function isSamePrivate(kept: string | null, folded: string | null, isHall: boolean): boolean {
  if (kept === folded) return true
  if (kept === null) return !isHall
  if (folded === null) return false
  if (isHall) return isSameText(kept, folded)
  const all = JSON.parse(folded) as { [act: string]: unknown }
  const known = jsonIn(kept)
  return (
    typeof known === 'object' && Object.entries(known ?? {}).every(([act, said]) => isDeepStrictEqual(said, all[act]))
  )
}

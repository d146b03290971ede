import type { Entry } from '../domain/record/log.ts'
import { diagnostics } from './diagnostics.ts'
import { toEntry, type Row } from './log-row.ts'
import type { Db } from './open.ts'

const content = "json_extract(event, '$.content')"
/** The case that an entry is about: an act of it, the reading of it, or an act of it that the hall holds. */
export const about = `coalesce(json_extract(event, '$.case'), json_extract(event, '$.about'),
  iif(json_extract(event, '$.type') = 'entryHeld',
    json_extract(iif(json_valid(${content}), ${content}, '{}'), '$.case'), NULL))`
const named = 'SELECT value FROM json_each(@cases)'

export const destructionQueries = {
  acts: `UPDATE log INDEXED BY log_private SET private = NULL
    WHERE private IS NOT NULL AND json_extract(event, '$.case') IN (${named})`,
  others: `UPDATE log SET private = NULL WHERE private IS NOT NULL AND ${about} IN (${named})
    AND (origin, origin_seq) IN (SELECT origin, origin_seq FROM about_case WHERE id IN (${named}))`,
  found: `DELETE FROM about_case WHERE id IN (${named})`,
  aside: `UPDATE set_aside SET private = NULL WHERE private IS NOT NULL AND ${about} IN (${named})`,
  archive: `UPDATE archive SET private = NULL WHERE what = 'case' AND private IS NOT NULL AND id IN (${named})`,
  papers: `DELETE FROM paper_pdf WHERE case_id IN (${named})`,
}
// The index of the record by time and sort is read alone (migrations/0010), and not the record.
export const destructionsQuery = `SELECT * FROM log WHERE hall_seq IS NOT NULL AND rowid IN (
    SELECT rowid FROM log INDEXED BY log_at
    WHERE json_extract(iif(json_valid(event), event, '{}'), '$.type') = 'casesDestroyed'
  ) ORDER BY hall_seq`

/** Whether an entry destroys something: the database hears it at once. */
export const destroys = ({ event }: Entry): boolean => event.type === 'casesDestroyed'

/**
 * 파기: takes away all that is kept apart of cases, on whatever machine and wherever it lies, and keeps it from coming back:
 * by a journal, an older copy, or a PC that was away. What is taken away is overwritten (`secure_delete`).
 */
export function destroyer(db: Db) {
  const put = db.prepare('INSERT OR IGNORE INTO destroyed VALUES (?, ?, ?)')
  const isDestroyed = db.prepare<[string], number>('SELECT 1 FROM destroyed WHERE id = ?').pluck()
  const isAny = db.prepare<[], number>('SELECT 1 FROM destroyed LIMIT 1').pluck()
  const back = db.prepare('DELETE FROM destroyed WHERE hall_seq > ?')
  /** Prepared when they are needed first: a database of before its migration is opened too, to be read. */
  let steps: { run(named: { cases: string }): unknown }[] | undefined
  let any = isAny.get() !== undefined

  function destroy(entries: readonly Entry[]): boolean {
    let isDone = false
    for (const { event, hallSeq } of entries) {
      if (event.type !== 'casesDestroyed' || hallSeq === null) continue
      const cases = JSON.stringify(event.cases)
      for (const id of event.cases) put.run(id, event.at, hallSeq)
      steps ??= Object.values(destructionQueries).map((sql) => db.prepare<{ cases: string }>(sql))
      for (const step of steps) step.run({ cases })
      any = isDone = true
    }
    return isDone
  }

  /** Whether an entry bears what was destroyed: it may come from who has not heard of it yet. */
  function isOfDestroyed({ event, private: apart }: Entry): boolean {
    if (!any || apart === undefined) return false
    const id = aboutOf(event)
    return id !== undefined && isDestroyed.get(id) !== undefined
  }

  return {
    /** Destroys what entries name, once all that was written with them is in the database; true if there was such an entry. */
    destroy,
    /** Entries as they may be kept. */
    kept: (entries: readonly Entry[]): readonly Entry[] =>
      any ? entries.map((e) => (isOfDestroyed(e) ? { ...e, private: undefined } : e)) : entries,
    /** The record parted from the hall's after a place: what was said after it counts no more, and what it took is gone. */
    unplace: (after: number): void => {
      back.run(after)
      any = isAny.get() !== undefined
    },
    /** After a transaction that failed. */
    forget: (): void => void (any = isAny.get() !== undefined),
    /** Destroys what the entries that are here already name. */
    again: (): void => void destroy(db.prepare<[], Row>(destructionsQuery).all().map(toEntry)),
  }
}

function aboutOf(event: Entry['event']): string | undefined {
  if ('case' in event) return event.case
  if ('about' in event) return event.about
  if (event.type !== 'entryHeld') return undefined
  const held = JSON.parse(event.content) as { case?: unknown }
  return typeof held.case === 'string' ? held.case : undefined
}

/**
 * Brings what was overwritten into the database file, and empties the WAL, whose older frames have it still. A copy that is
 * being made reads on, and a replay is one transaction: then the WAL is written over by what comes after.
 */
export function emptyWal(db: Db): void {
  if (db.inTransaction) return
  const timeout = Number(db.pragma('busy_timeout', { simple: true }))
  db.pragma('busy_timeout = 0')
  try {
    db.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    // What is destroyed is so already.
    diagnostics.warn('the WAL could not be emptied after a destruction', {}, error)
  } finally {
    db.pragma(`busy_timeout = ${timeout}`)
  }
}

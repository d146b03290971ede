import { isDeepStrictEqual } from 'node:util'
import type { Entry } from '../domain/record/log.ts'
import { toEntry, type Row } from './log-row.ts'
import type { Db } from './open.ts'

/**
 * Own acts whose numbers the hall has given to other acts of this machine: a record that was put back from an older copy, or
 * copied to another PC, decided anew under numbers that were gone. They lie aside until they can have new ones.
 */
export function openDisplaced(db: Db, machine: string) {
  const aside = db.prepare(`INSERT INTO set_aside
    SELECT ?, origin, origin_seq, hall_seq, event, private FROM log WHERE origin = ? AND origin_seq = ?`)
  const waiting = db.prepare<[string], Row>(`SELECT * FROM log INDEXED BY log_unplaced
    WHERE hall_seq IS NULL AND origin = ? ORDER BY origin_seq`)
  const dropWaiting = db.prepare('DELETE FROM log WHERE hall_seq IS NULL AND origin = ?')
  const all = db.prepare<[string], Row>('SELECT * FROM set_aside WHERE origin = ? ORDER BY origin_seq, at')
  const countAll = db.prepare<[string], number>('SELECT count(*) FROM set_aside WHERE origin = ?').pluck()
  const like = db.prepare<[string, number, string, string], Row>(`SELECT * FROM log WHERE origin = ? AND origin_seq > ?
    AND json_extract(event, '$.at') = json_extract(?, '$.at') AND json_extract(event, '$.type') = json_extract(?, '$.type')`)
  const last = db.prepare<[string], number>('SELECT max(origin_seq) FROM log WHERE origin = ?').pluck()
  const insert = db.prepare('INSERT INTO log VALUES (?, ?, NULL, ?, ?)')
  const drop = db.prepare('DELETE FROM set_aside WHERE origin = ?')
  let count = countAll.get(machine) ?? 0

  /** Whether the very act is in the record under another number; the hall writes the parts of an event in its own order. */
  const isHere = (row: Row): boolean =>
    like
      .all(machine, row.origin_seq, row.event, row.event)
      .some((one) => isDeepStrictEqual(contentOf(one), contentOf(row)))

  function renumber(): Entry[] {
    // One that the journal or the hall has brought back under its new number is here already.
    const lost = all.all(machine).filter((row) => !isHere(row))
    drop.run(machine)
    count = 0
    if (lost.length === 0) return []
    // What was decided after them is told after them.
    const rows = [...lost, ...waiting.all(machine)]
    dropWaiting.run(machine)
    const from = (last.get(machine) ?? 0) + 1
    for (const [i, row] of rows.entries()) insert.run(machine, from + i, row.event, row.private)
    return rows.map((row, i) => toEntry({ ...row, origin_seq: from + i, hall_seq: null }))
  }

  return {
    count: (): number => count,
    /** Lays one aside as it stands, before another takes its number. */
    keep({ originSeq, event }: Entry): void {
      count += aside.run(event.at, machine, originSeq).changes
    },
    /**
     * Gives them, and what waits for a place behind them, new numbers after all that the hall has given away, in the order in
     * which they were decided; names them as they wait for a place now.
     */
    renumber,
    /** After a transaction that failed, they are counted again. */
    forget: (): void => void (count = countAll.get(machine) ?? 0),
  }
}

const contentOf = (row: Row) => {
  const { event, private: apart } = toEntry(row)
  return { event, apart }
}

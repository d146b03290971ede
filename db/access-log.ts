import type { AccessLog } from '../domain/access-log.ts'
import type { Case } from '../domain/case.ts'
import { toEntry, type Row } from './log-row.ts'
import type { Db } from './open.ts'

type Acts = {
  from: number
  to: number
  clerk: string | null
  machine: string | null
  cases: string | null
  limit: number
}

// As the index is written (migrations/0009).
const event = "iif(json_valid(event), event, '{}')"
const at = `json_extract(${event}, '$.at')`
const type = `json_extract(${event}, '$.type')`

export const accessQueries = {
  between: `SELECT * FROM log INDEXED BY log_at
    WHERE ${at} >= ? AND ${at} < ? AND ${type} IN (SELECT value FROM json_each(?)) ORDER BY ${at}, origin, origin_seq`,
  acts: `SELECT * FROM log INDEXED BY log_at WHERE ${at} >= @from AND ${at} < @to
    AND json_extract(event, '$.case') IS NOT NULL
    AND (@clerk IS NULL OR json_extract(event, '$.by.clerk') = @clerk)
    AND (@machine IS NULL OR json_extract(event, '$.by.machine') = @machine)
    AND (@cases IS NULL OR json_extract(event, '$.case') IN (SELECT value FROM json_each(@cases)))
    ORDER BY ${at} DESC LIMIT @limit`,
}

/** The access record as it stands in the database of a machine; `settle` writes there what it has only in its journal. */
export function openAccessLog(db: Db, settle: () => void = () => {}): AccessLog {
  const between = db.prepare<[number, number, string], Row>(accessQueries.between)
  const acts = db.prepare<Acts, Row>(accessQueries.acts)
  const putAway = db.prepare<[string], string>("SELECT body FROM archive WHERE what = 'case' AND id = ?").pluck()
  function written(): void {
    try {
      settle()
    } catch {
      // A database that takes nothing is told of where acts are refused; the list is as it stands there.
    }
  }
  return {
    between(from, to, types) {
      written()
      return between.all(from, to, JSON.stringify(types)).map(toEntry)
    },
    actsBetween(from, to, { clerk = null, machine = null, cases }, limit) {
      written()
      return acts
        .all({ from, to, clerk, machine, limit, cases: cases === undefined ? null : JSON.stringify(cases) })
        .map(toEntry)
    },
    putAway(id) {
      const body = putAway.get(id)
      return body === undefined ? undefined : (JSON.parse(body) as Case)
    },
  }
}

import type { Case } from '../domain/case/case.ts'
import { accessTypes } from '../domain/people/access-kinds.ts'
import { actTypes, type AccessLog, type ActsOf } from '../domain/people/access-log.ts'
import { toEntry, type Row } from './log-row.ts'
import type { Db } from './open.ts'

type Within = { from: number; to: number; types: string }
type Named = { clerk: string | null; machine: string | null; cases: string | null }

// As the index is written (migrations/0009).
const event = "iif(json_valid(event), event, '{}')"
const at = `json_extract(${event}, '$.at')`
const type = `json_extract(${event}, '$.type')`

const actsAt = `${at} >= @from AND ${at} < @to AND ${type} IN (SELECT value FROM json_each(@types))`
const actsOf = `${actsAt}
    AND (@clerk IS NULL OR json_extract(event, '$.by.clerk') = @clerk)
    AND (@machine IS NULL OR json_extract(event, '$.by.machine') = @machine)
    AND (@cases IS NULL OR json_extract(event, '$.case') IN (SELECT value FROM json_each(@cases)))`

export const accessQueries = {
  between: `SELECT * FROM log INDEXED BY log_at
    WHERE ${at} >= ? AND ${at} < ? AND ${type} IN (SELECT value FROM json_each(?)) ORDER BY ${at}, origin, origin_seq`,
  acts: `SELECT * FROM log INDEXED BY log_at WHERE ${actsOf} ORDER BY ${at} DESC LIMIT @limit`,
  // Both read the index alone.
  edge: `SELECT ${at} FROM log INDEXED BY log_at WHERE ${actsAt} ORDER BY ${at} DESC LIMIT 1 OFFSET @before`,
  count: `SELECT count(*) FROM (SELECT 1 FROM log INDEXED BY log_at WHERE ${actsAt} LIMIT @most)`,
}

const listed = JSON.stringify(actTypes)
const named = ({ clerk, machine, cases }: ActsOf): Named => ({
  clerk: clerk ?? null,
  machine: machine ?? null,
  cases: cases === undefined ? null : JSON.stringify(cases),
})

/** The access record as it stands in the database of a machine; `settle` writes there what it has only in its journal. */
export function openAccessLog(db: Db, settle: () => void = () => {}): AccessLog {
  const between = db.prepare<[number, number, string], Row>(accessQueries.between)
  const acts = db.prepare<Within & Named & { limit: number }, Row>(accessQueries.acts)
  const edge = db.prepare<Within & { before: number }, number>(accessQueries.edge).pluck()
  const count = db.prepare<Within & { most: number }, number>(accessQueries.count).pluck()
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
    actsBetween(from, to, of, limit = -1) {
      written()
      return acts.all({ from, to, limit, types: listed, ...named(of) }).map(toEntry)
    },
    edgeOfActs(from, to, nth) {
      written()
      return edge.get({ from, to, types: listed, before: nth - 1 })
    },
    countActs(from, to, most) {
      written()
      return count.get({ from, to, types: listed, most }) ?? 0
    },
    countAccesses: (from, to, most) => count.get({ from, to, types: JSON.stringify(accessTypes), most }) ?? 0,
    putAway(id) {
      const body = putAway.get(id)
      return body === undefined ? undefined : (JSON.parse(body) as Case)
    },
  }
}

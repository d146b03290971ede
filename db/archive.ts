import type { Case } from '../domain/case/case.ts'
import type { Archive, PutAwayCase } from '../domain/record/archive.ts'
import type { Db } from './open.ts'

/** How many of the newest cases a search by title looks through. */
const titlesSearched = 2000

// As the indices are written (migrations/0002). Only a case has what these name; a condition on `what` would keep SQLite from the indices on them.
const sound = "iif(json_valid(body), body, '{}')"
const receivedAt = `json_extract(${sound}, '$.received.at')`
const receiptNo = `json_extract(${sound}, '$.received.receiptNo')`
const objectionTo = `json_extract(${sound}, '$.received.objection.to')`
const destroyed = '(SELECT at FROM destroyed WHERE destroyed.id = archive.id) AS destroyedAt'
const archived = `SELECT body, private, ${destroyed} FROM archive WHERE`
// As the index is written (migrations/0012).
const endedIn = 'CAST(substr(day, 1, 4) AS INTEGER)'
const kind = `json_extract(${sound}, '$.received.kind')`

export const archiveQueries = {
  received: `${archived} ${receivedAt} >= ? AND ${receivedAt} < ? ORDER BY ${receivedAt}`,
  // A plus keeps SQLite from an index: the one on the few objections is right for them, and wrong for all others.
  petitions: `${archived} ${receivedAt} >= ? AND ${receivedAt} < ? AND +${objectionTo} IS NULL ORDER BY ${receivedAt}`,
  objectionsIn: `${archived} ${objectionTo} > '' AND +${receivedAt} >= ? AND +${receivedAt} < ? ORDER BY +${receivedAt}`,
  count: `SELECT count(*) FROM archive WHERE ${receivedAt} >= ? AND ${receivedAt} < ?`,
  countObjections: `SELECT count(*) FROM archive
    WHERE ${objectionTo} > '' AND +${receivedAt} >= ? AND +${receivedAt} < ?`,
  objectionsTo: `${archived} ${objectionTo} = ?`,
  issued: `SELECT archive.body, archive.private, ${destroyed} FROM archive_paper
    CROSS JOIN archive ON archive.what = 'case' AND archive.id = archive_paper.id WHERE archive_paper.code = ?`,
  holds: "SELECT 1 FROM archive WHERE what = 'case' AND id = ?",
  of: `${archived} what = 'case' AND id = ?`,
  kept: `SELECT ${endedIn} AS year, ${kind} AS kind, count(*) AS cases FROM archive INDEXED BY archive_kept
    WHERE private IS NOT NULL AND ${endedIn} <= ? GROUP BY 1, 2`,
  keptOf: `SELECT id FROM archive INDEXED BY archive_kept WHERE private IS NOT NULL AND ${endedIn} = ?
    AND ${kind} IN (SELECT value FROM json_each(?)) ORDER BY day, id`,
  closed: `${archived} what = 'case' AND day BETWEEN ? AND ? ORDER BY day, id`,
  objections: `${archived} ${objectionTo} > ''`,
  numbered: `${archived} substr(${receiptNo}, 9) = ? AND ${receiptNo} LIKE '%' || ?`,
  titled: `SELECT body, private, destroyedAt FROM (${archived} ${receivedAt} > 0 ORDER BY ${receivedAt} DESC LIMIT ?)
    WHERE instr(json_extract(body, '$.received.title'), ?) > 0`,
}

type Row = { body: string; private: string | null; destroyedAt: number | null }

/** The archived cases of a machine in its database. Each is read when it is looked at: a year of them need not fit into memory. */
export function openArchive(db: Db): Archive {
  const received = db.prepare<[number, number], Row>(archiveQueries.received)
  const registered = {
    petitions: db.prepare<[number, number], Row>(archiveQueries.petitions),
    objections: db.prepare<[number, number], Row>(archiveQueries.objectionsIn),
  }
  const count = db.prepare<[number, number], number>(archiveQueries.count).pluck()
  const countObjections = db.prepare<[number, number], number>(archiveQueries.countObjections).pluck()
  const objectionsTo = db.prepare<[string], Row>(archiveQueries.objectionsTo)
  const issued = db.prepare<[string], Row>(archiveQueries.issued)
  const holds = db.prepare<[string], number>(archiveQueries.holds).pluck()
  const closed = db.prepare<[string, string], Row>(archiveQueries.closed)
  const objections = db.prepare<[], Row>(archiveQueries.objections)
  const numbered = db.prepare<[string, string], Row>(archiveQueries.numbered)
  const of = db.prepare<[string], Row>(archiveQueries.of)
  const kept = db.prepare<[number], { year: number; kind: string; cases: number }>(archiveQueries.kept)
  const keptOf = db.prepare<[number, string], string>(archiveQueries.keptOf).pluck()
  const titled = db.prepare<[number, string], Row>(archiveQueries.titled)
  return {
    received: (from, to) => each(() => received.iterate(from, to)),
    registered: (which, from, to) => each(() => registered[which].iterate(from, to)),
    countRegistered(which, from, to) {
      const ofObjections = countObjections.get(from, to) ?? 0
      return which === 'objections' ? ofObjections : (count.get(from, to) ?? 0) - ofObjections
    },
    objectionsTo: (id) => each(() => objectionsTo.iterate(id)),
    issued: (code) => each(() => issued.iterate(code)),
    holds: (id) => holds.get(id) !== undefined,
    of: (id) => of.all(id).map(toCase)[0],
    kept: (last) => kept.all(last),
    keptOf: (year, kinds) => ({ [Symbol.iterator]: () => keptOf.iterate(year, JSON.stringify(kinds)) }),
    closed: (first, last) => each(() => closed.iterate(first, last)),
    objections: () => each(() => objections.iterate()),
    // A receipt number ends with its count, after the last dash.
    numbered: (end) => each(() => numbered.iterate(end.slice(end.lastIndexOf('-') + 1), end)),
    titled: (text) => each(() => titled.iterate(titlesSearched, text)),
  }
}

/** The statement runs only while somebody reads on: nothing can be written meanwhile. */
function* each(rows: () => Iterable<Row>): Iterable<PutAwayCase> {
  for (const row of rows()) yield toCase(row)
}

const toCase = ({ body, private: apart, destroyedAt }: Row): PutAwayCase => ({
  known: JSON.parse(body) as Case,
  apart: apart === null ? {} : (JSON.parse(apart) as PutAwayCase['apart']),
  ...(destroyedAt !== null && { destroyedAt }),
})

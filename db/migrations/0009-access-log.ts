import type Database from 'better-sqlite3'

/** The record by time and sort: who has read what in a month is found without reading all of it. What is no JSON is found by `verify`. */
export const accessLog = {
  version: 9,
  up(db: Database.Database): void {
    const event = "iif(json_valid(event), event, '{}')"
    db.exec(
      `CREATE INDEX IF NOT EXISTS log_at ON log (json_extract(${event}, '$.at'), json_extract(${event}, '$.type'))`,
    )
  },
}

import type { DatabaseSync } from 'node:sqlite'

/** The table that changesets are of, in a database whose commits wait for the disk. */
export function rowTables(db: DatabaseSync): DatabaseSync {
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  db.exec('CREATE TABLE log (id TEXT PRIMARY KEY, event TEXT NOT NULL) STRICT')
  return db
}

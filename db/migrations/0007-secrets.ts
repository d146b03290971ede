import type Database from 'better-sqlite3'

/** What a machine keeps for itself alone: keys and certificates. No entry of the record, so it never leaves by the line. */
export const secrets = {
  version: 7,
  up(db: Database.Database): void {
    db.exec('CREATE TABLE secret (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID')
  },
}

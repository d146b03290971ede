import type Database from 'better-sqlite3'

/** What has come of editions that are not whole yet, so that a transfer goes on where it broke. */
export const editionParts = {
  version: 6,
  up(db: Database.Database): void {
    db.exec(`
      CREATE TABLE edition_part (
        hash TEXT NOT NULL,
        start INTEGER NOT NULL,
        until INTEGER NOT NULL,
        total INTEGER NOT NULL,
        content TEXT NOT NULL,
        PRIMARY KEY (hash, start)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}

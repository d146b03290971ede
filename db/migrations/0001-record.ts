import type Database from 'better-sqlite3'

/** The record, the snapshots and the archive folded from it, and the editions of the manual. */
export const record = {
  version: 1,
  up(db: Database.Database): void {
    db.exec(`
      CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

      CREATE TABLE log (
        origin TEXT NOT NULL,
        origin_seq INTEGER NOT NULL,
        hall_seq INTEGER UNIQUE,
        event TEXT NOT NULL,
        private TEXT,
        PRIMARY KEY (origin, origin_seq)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX log_unplaced ON log (origin, origin_seq) WHERE hall_seq IS NULL;
      CREATE INDEX log_private ON log (json_extract(event, '$.case')) WHERE private IS NOT NULL;

      CREATE TABLE snapshot (
        version INTEGER NOT NULL,
        hall_seq INTEGER NOT NULL,
        own_seq INTEGER NOT NULL,
        text TEXT NOT NULL
      ) STRICT;

      CREATE TABLE archive (
        what TEXT NOT NULL CHECK (what IN ('ticket', 'visit', 'case')),
        id TEXT NOT NULL,
        day TEXT NOT NULL,
        body TEXT NOT NULL,
        private TEXT,
        PRIMARY KEY (what, id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX archive_day ON archive (what, day);

      CREATE TABLE edition (
        hash TEXT PRIMARY KEY,
        edition INTEGER NOT NULL,
        effective_date TEXT NOT NULL,
        content TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `)
  },
}

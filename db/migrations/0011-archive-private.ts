import type Database from 'better-sqlite3'

/** The archived cases of which something is kept apart: a counter forgets of these at every day close, and has few among those of years. */
export const archivePrivate = {
  version: 11,
  up(db: Database.Database): void {
    db.exec('CREATE INDEX IF NOT EXISTS archive_private ON archive (what, day) WHERE private IS NOT NULL')
  },
}

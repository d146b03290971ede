import type Database from 'better-sqlite3'

const sound = "iif(json_valid(body), body, '{}')"

/** 파기: of which cases nothing that was kept apart may be here, by the place of the entry that says so; and what is past its period by year and kind. */
export const destroyed = {
  version: 12,
  up(db: Database.Database): void {
    db.exec(`
      CREATE TABLE destroyed (id TEXT PRIMARY KEY, at INTEGER NOT NULL, hall_seq INTEGER NOT NULL) STRICT, WITHOUT ROWID;
      CREATE INDEX archive_kept ON archive (
        CAST(substr(day, 1, 4) AS INTEGER), json_extract(${sound}, '$.received.kind'), day, id
      ) WHERE private IS NOT NULL;
    `)
  },
}

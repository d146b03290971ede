import type Database from 'better-sqlite3'
import { archiveApart } from '../archive-apart.ts'
import { destroyer } from '../destroyer.ts'

/** The case that an entry is about which is no act of it: one that reads it, or by which the hall holds an act of it. */
const caseOf = (event: string): string => {
  const content = `json_extract(${event}, '$.content')`
  return `coalesce(json_extract(${event}, '$.about'), iif(json_extract(${event}, '$.type') = 'entryHeld',
    json_extract(iif(json_valid(${content}), ${content}, '{}'), '$.case'), NULL))`
}
const isAbout = (row: string): string => `${row}private IS NOT NULL AND json_extract(${row}event, '$.case') IS NULL`

/**
 * What is kept apart about a case in an entry that is no act of it, as why it was looked up, is found by the case. A table
 * that is filled by the index on what is kept apart: an index would be made by reading the whole record. And what earlier
 * versions have left undone: a destruction that they kept and skipped, and cases whose private part came after the close of
 * their day.
 */
export const aboutCases = {
  version: 13,
  up(db: Database.Database): void {
    const put = `INSERT INTO about_case SELECT ${caseOf('new.event')} AS id, new.origin, new.origin_seq
      WHERE id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM about_case AS a
        WHERE a.id = ${caseOf('new.event')} AND a.origin = new.origin AND a.origin_seq = new.origin_seq)`
    db.exec(`
      CREATE TABLE about_case (
        id TEXT NOT NULL, origin TEXT NOT NULL, origin_seq INTEGER NOT NULL, PRIMARY KEY (id, origin, origin_seq)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO about_case SELECT ${caseOf('event')} AS id, origin, origin_seq FROM log INDEXED BY log_private
        WHERE ${isAbout('')} AND id IS NOT NULL;
      CREATE TRIGGER about_case_new AFTER INSERT ON log WHEN ${isAbout('new.')} BEGIN ${put}; END;
      CREATE TRIGGER about_case_again AFTER UPDATE OF event, private ON log WHEN ${isAbout('new.')} BEGIN ${put}; END;
    `)
    destroyer(db).again()
    archiveApart(db)(toldAfterTheirClose(db))
  },
}

/** By indices alone: few cases are so, among those of years. */
const toldAfterTheirClose = (db: Database.Database): string[] =>
  db
    .prepare<[], string>(
      `SELECT id FROM archive WHERE what = 'case'
        AND id NOT IN (SELECT id FROM archive INDEXED BY archive_kept WHERE private IS NOT NULL)
        AND id NOT IN (SELECT id FROM destroyed)
        AND EXISTS (SELECT 1 FROM log INDEXED BY log_private
          WHERE private IS NOT NULL AND json_extract(event, '$.case') = +archive.id)`,
    )
    .pluck()
    .all()

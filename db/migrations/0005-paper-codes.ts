import type Database from 'better-sqlite3'

/** 문서확인번호: in which archived case a document with a number was made. */
export const paperCodes = {
  version: 5,
  up(db: Database.Database): void {
    // Not OR IGNORE: the conflict clause of the statement that fires the trigger would stand above it.
    const codesOf = (row: string) => `
      INSERT INTO archive_paper
        SELECT DISTINCT json_extract(p.value, '$.code') AS made, ${row}.id
        FROM json_each(iif(json_valid(${row}.body), ${row}.body, '{}'), '$.papers') AS p
        WHERE made IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM archive_paper AS a WHERE a.code = made AND a.id = ${row}.id)`
    db.exec(`
      CREATE TABLE archive_paper (code TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (code, id)) STRICT, WITHOUT ROWID;
      CREATE TRIGGER archive_paper_new AFTER INSERT ON archive WHEN new.what = 'case' BEGIN ${codesOf('new')}; END;
      CREATE TRIGGER archive_paper_again AFTER UPDATE ON archive WHEN new.what = 'case' BEGIN ${codesOf('new')}; END;
    `)
  },
}

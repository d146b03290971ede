import type Database from 'better-sqlite3'

/** What a paper looked like when it was printed here; what it says is in the record. */
export const paperPdf = {
  version: 3,
  up(db: Database.Database): void {
    db.exec(`
      CREATE TABLE paper_pdf (
        case_id TEXT NOT NULL,
        paper TEXT NOT NULL,
        made_at INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        pdf BLOB NOT NULL,
        PRIMARY KEY (case_id, paper)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}

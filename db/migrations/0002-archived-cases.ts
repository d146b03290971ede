import type Database from 'better-sqlite3'

/** A damaged body is found as nothing, rather than that its row can no longer be written over. */
const sound = "iif(json_valid(body), body, '{}')"

/** How archived cases are found: by their receipt, by the count of their receipt number, and the objections among them. */
export const archivedCases = {
  version: 2,
  up(db: Database.Database): void {
    db.exec(`
      CREATE INDEX archive_received ON archive (json_extract(${sound}, '$.received.at'));
      CREATE INDEX archive_number ON archive (substr(json_extract(${sound}, '$.received.receiptNo'), 9));
      CREATE INDEX archive_objection ON archive (json_extract(${sound}, '$.received.objection.to'));
    `)
  },
}

import type Database from 'better-sqlite3'

const event = "iif(json_valid(event), event, '{}')"

/**
 * The record as a table with row ids, in the hall's order. What a turn adds then lies on one page or two, and not on a page
 * for each machine that told something: every page is encrypted whole at every commit, and read whole by who reads in order.
 */
export const logRows = {
  version: 10,
  up(db: Database.Database): void {
    db.exec(`
      CREATE TABLE log_rows (
        origin TEXT NOT NULL,
        origin_seq INTEGER NOT NULL,
        hall_seq INTEGER UNIQUE,
        event TEXT NOT NULL,
        private TEXT,
        PRIMARY KEY (origin, origin_seq)
      ) STRICT;
      INSERT INTO log_rows SELECT * FROM log WHERE hall_seq IS NOT NULL ORDER BY hall_seq;
      INSERT INTO log_rows SELECT * FROM log WHERE hall_seq IS NULL ORDER BY origin, origin_seq;
      DROP TABLE log;
      ALTER TABLE log_rows RENAME TO log;
      CREATE INDEX log_unplaced ON log (origin, origin_seq) WHERE hall_seq IS NULL;
      CREATE INDEX log_private ON log (json_extract(event, '$.case')) WHERE private IS NOT NULL;
      CREATE INDEX log_at ON log (json_extract(${event}, '$.at'), json_extract(${event}, '$.type'));
    `)
  },
}

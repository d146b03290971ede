import { about } from '../destroyer.ts'
import type { Db } from '../open.ts'

/** How many cases are named at most. */
const mostNamed = 100

/** The destroyed cases of which something is still kept apart here, and those that the record names and this database has passed over. */
export function notDestroyed(db: Db): string[] {
  return db
    .prepare<[number], string>(
      `SELECT id FROM (
        SELECT DISTINCT d.id FROM destroyed d JOIN log ON json_extract(log.event, '$.case') = d.id WHERE log.private IS NOT NULL
        UNION SELECT d.id FROM log JOIN destroyed d ON d.id = ${about} WHERE log.private IS NOT NULL
        UNION SELECT d.id FROM set_aside JOIN destroyed d ON d.id = ${about} WHERE set_aside.private IS NOT NULL
        UNION SELECT id FROM archive WHERE what = 'case' AND private IS NOT NULL AND id IN (SELECT id FROM destroyed)
        UNION SELECT case_id FROM paper_pdf WHERE case_id IN (SELECT id FROM destroyed)
        UNION SELECT named.value FROM log, json_each(log.event, '$.cases') AS named
          WHERE json_extract(log.event, '$.type') = 'casesDestroyed' AND hall_seq IS NOT NULL
          AND named.value NOT IN (SELECT id FROM destroyed)
      ) ORDER BY id LIMIT ?`,
    )
    .pluck()
    .all(mostNamed)
}

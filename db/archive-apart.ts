import type { Case } from '../domain/case/case.ts'
import type { Private } from '../domain/record/private.ts'
import { withPrivate } from '../domain/record/record.ts'
import { toEntry, type Row } from './log-row.ts'
import type { Db } from './open.ts'

/**
 * Brings into what a day close has put away the private parts of its cases that the record has by now. Those that come after
 * the close, as to a hall that was restored and is told them again later (docs/SYNC.md, R1), are then where what is past its
 * period is looked for, as if they had been there at the close.
 */
export function archiveApart(db: Db): (cases: Iterable<string>) => void {
  const away = db.prepare<[string], { body: string; private: string | null }>(
    "SELECT body, private FROM archive WHERE what = 'case' AND id = ? AND json_valid(body)",
  )
  const said = db.prepare<[string], Row>(`SELECT * FROM log
    WHERE private IS NOT NULL AND json_extract(event, '$.case') = ? ORDER BY hall_seq`)
  const keep = db.prepare("UPDATE archive SET private = ? WHERE what = 'case' AND id = ?")

  return (cases) => {
    for (const id of cases) {
      const row = away.get(id)
      if (!row) continue
      const known = JSON.parse(row.body) as Case
      let apart = JSON.parse(row.private ?? '{}') as { [act: string]: Private }
      for (const entry of said.all(id).map(toEntry)) apart = withPrivate(known, apart, entry) ?? apart
      const text = Object.keys(apart).length > 0 ? JSON.stringify(apart) : null
      if (text !== row.private) keep.run(text, id)
    }
  }
}

import type { Forget } from '../domain/record/log.ts'
import { dayOf } from '../domain/time.ts'
import type { Db } from './open.ts'

/** Takes away what is kept apart; never of an entry that has no place at the hall yet (docs/SYNC.md, P6). */
export function forgetter(db: Db): (what: Forget) => void {
  // A case that came back and was put away again keeps the day on which it was first closed; what was done to it last counts.
  const old = db.prepare<[string], { id: string; lastAt: number | null }>(
    `SELECT id, json_extract(body, '$.history[#-1].at') AS lastAt FROM archive
      WHERE what = 'case' AND private IS NOT NULL AND day <= ?`,
  )
  const entries = db.prepare(`UPDATE log SET private = NULL
    WHERE private IS NOT NULL AND json_extract(event, '$.case') = ? AND hall_seq IS NOT NULL`)
  const row = db.prepare("UPDATE archive SET private = NULL WHERE what = 'case' AND id = ?")
  return ({ cases, putAwayUntil, open }) => {
    const isPast = ({ id, lastAt }: { id: string; lastAt: number | null }) =>
      !open.has(id) && (lastAt === null || dayOf(lastAt) <= putAwayUntil)
    const away = old.all(putAwayUntil).filter(isPast)
    for (const id of [...cases, ...away.map((one) => one.id)]) {
      entries.run(id)
      row.run(id)
    }
  }
}

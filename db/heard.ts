import type { Db } from './open.ts'

/** When a PC heard its hall last, over restarts: it lets people in without the hall only for so long. */
export type Heard = { at(): number; keep(at: number): void }

/** How often it is written down at most. */
const rhythm = 60_000

export function openHeard(db: Db): Heard {
  const get = db.prepare<[], string>("SELECT value FROM meta WHERE key = 'heardAt'").pluck()
  const set = db.prepare("INSERT INTO meta VALUES ('heardAt', ?) ON CONFLICT DO UPDATE SET value = excluded.value")
  let last = Number(get.get() ?? 0)
  let kept = last
  return {
    at: () => last,
    keep(at) {
      last = at
      if (at - kept < rhythm && at >= kept) return
      try {
        set.run(String(at))
        kept = at
      } catch {
        // A disk that takes nothing now is asked again at the next look: nobody's work waits for this.
      }
    },
  }
}

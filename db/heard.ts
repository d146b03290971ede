import type { Db } from './open.ts'

/** When a PC heard its hall last, over restarts: it lets people in without the hall only for so long. */
export type Heard = { at(): number; keep(at: number): void }

/** How often it is written down at most. */
const rhythm = 60_000

export function openHeard(db: Db): Heard {
  const get = db.prepare<[], string>("SELECT value FROM meta WHERE key = 'heardAt'").pluck()
  const set = db.prepare("INSERT INTO meta VALUES ('heardAt', ?) ON CONFLICT DO UPDATE SET value = excluded.value")
  let last = Number(get.get() ?? 0)
  return {
    at: () => last,
    keep(at) {
      if (at - last < rhythm && at >= last) return
      last = at
      set.run(String(at))
    },
  }
}

import { z } from 'zod'
import type { Looked, LookedStore } from '../domain/people/sign-in.ts'
import type { Db } from './open.ts'

/** What the hall has seen of the proof of whoever sits at each machine, over its restarts: its hours go on from there. */

const Kept = z.strictObject({ signature: z.string(), verifier: z.string(), heardAt: z.int() })

export function openLooked(db: Db): LookedStore {
  const get = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck()
  const set = db.prepare('INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value')
  const known = new Map<string, Looked>()
  const keyOf = (machine: string) => `looked ${machine}`

  function fromDisk(machine: string): Looked | undefined {
    const text = get.get(keyOf(machine))
    return text === undefined ? undefined : Kept.safeParse(JSON.parse(text)).data
  }

  return {
    of(machine) {
      const found = known.get(machine) ?? fromDisk(machine)
      if (found) known.set(machine, found)
      return found
    },
    keep(machine, looked) {
      known.set(machine, looked)
      try {
        // It waits for the disk: by the time in it alone, a proof of a fast clock would be good once more after a cut of power.
        set.run(keyOf(machine), JSON.stringify(looked))
      } catch {
        // A disk that takes nothing now: after a restart the proof of the record is looked at anew.
      }
    },
  }
}

import { join } from 'node:path'
import { parties } from './bootstrap-parties.ts'
import { besideOwn, type Row } from './row.ts'
import { inTurns } from './turns.ts'

/** A PC that was just paired, from its line to the whole manual and the whole record: 3,000 tickets and 1,000 open cases. */
export const bootstrap: readonly Row[] = [
  {
    name: 'sync: C a new PC',
    goals: [
      { of: 'PouchDB / own', least: 10 },
      { of: 'PostgreSQL / own', least: 1 },
    ],
    measure: async (folder) =>
      besideOwn(await inTurns(join(import.meta.dirname, 'bootstrap-parties.ts'), Object.keys(parties), folder)),
  },
]

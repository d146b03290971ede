import { join } from 'node:path'
import { parties } from './catch-up-parties.ts'
import { besideOwn, type Row } from './row.ts'
import { inTurns } from './turns.ts'

/**
 * A counter that was without a line has decided 2,000 things on 150 cases and comes back; then another that was away
 * hears them. Until all of them are on the disk of the hall, as the first knows, and in the record of the second, whose
 * disk has news within three seconds.
 */
export const catchUp: readonly Row[] = [
  {
    name: 'sync: A catch-up of 2,000 events',
    goals: [
      { of: 'own / one process', most: 3 },
      { of: 'own / changesets', most: 1.3 },
      { of: 'PouchDB / own', least: 6 },
      { of: 'Yjs / own', least: 2.5 },
      { of: 'RxDB / own', least: 2.5 },
      { of: 'PostgreSQL / own', least: 1 },
    ],
    measure: async (folder) =>
      besideOwn(await inTurns(join(import.meta.dirname, 'catch-up-parties.ts'), Object.keys(parties), folder), [
        'one process',
        'changesets',
      ]),
  },
]

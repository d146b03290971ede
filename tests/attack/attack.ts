import { readFileSync } from 'node:fs'
import type { PairedHall } from '../../electron/paired-hall.ts'
import type { Dice } from '../simulation/dice.ts'
import type { Hall } from '../support/hall.ts'

/** What an attack meets: a freshly started hall, and the device of one counter that was paired honestly. */
export type Target = { hall: Hall; paired: PairedHall; dice: Dice }

/** One attempt to get in, to take something out or to bring the hall down. It throws when it finds something else than expected. */
export type Attack = { name: string; run(target: Target): Promise<'turnedAway' | 'gotIn'> }

/** Got in unless what was tried ended in the way that turns it away. */
export const verdict = (isTurnedAway: boolean): 'turnedAway' | 'gotIn' => (isTurnedAway ? 'turnedAway' : 'gotIn')

/** Megabytes that a hall has in memory; 0 where that cannot be read. */
const memoryOf = ({ pid }: Hall): number =>
  process.platform === 'linux'
    ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
    : 0

/** Looks whether a hall stays within so many megabytes more than it has now. */
export function watchMemory(hall: Hall, most: number): () => boolean {
  const before = memoryOf(hall)
  return () => {
    const grown = memoryOf(hall) - before
    if (grown > most) console.error(`the hall has grown by ${Math.round(grown)} MB`)
    return grown <= most
  }
}

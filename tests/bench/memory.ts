import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startHall } from '../support/hall.ts'
import { invitation } from '../support/paired.ts'
import { type Figures, type Row } from './row.ts'

export const memory: readonly Row[] = [
  {
    name: 'sync: memory of a counter over 100,000 acts',
    goals: [
      { of: 'memory MB', most: 150 },
      { of: 'growth %', most: 5 },
    ],
    measure: measureMemory,
  },
]

/**
 * A counter's core in a process of its own, on the line with the manual open; then 100,000 acts that leave the state as it
 * was (pause and reopen), with the heap after a collection at the first 10,000 and at the end. Its disk is in memory.
 */
async function measureMemory(_folder: string): Promise<Figures> {
  const hall = await startHall()
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'changgu-bench-'))
  const child = fork(join(import.meta.dirname, 'memory-core.ts'), [folder, await invitation(hall.data, 'counter-1')], {
    execArgv: ['--expose-gc'],
  })
  const [figures] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error('the core ended by itself')
    }),
  ])) as [Figures]
  child.disconnect()
  await once(child, 'exit')
  await hall.stop()
  rmSync(folder, { recursive: true, force: true })
  return figures
}

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
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
 * was (pause and reopen) and are told to the hall, with the heap after a collection at the first 10,000 and at the end. Its disk is in memory.
 */
async function measureMemory(_folder: string): Promise<Figures> {
  const hall = await startHall()
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'changgu-bench-'))
  const child = fork(await bundled(), [folder, await invitation(hall.data, 'counter-1')], {
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

/** The core as the product bundles it: from source, what Node needs to strip types would count too. */
async function bundled(): Promise<string> {
  const root = join(import.meta.dirname, '../..')
  const outDir = join(root, 'out/bench')
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: join(import.meta.dirname, 'memory-core.ts'),
      outDir,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'core.mjs' } },
    },
  })
  return join(outDir, 'core.mjs')
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runBounded } from '../files/bounded-thread.ts'
import type { Fault } from '../files/fault.ts'
import { threadBeside } from '../files/thread-beside.ts'
import { packFault } from './pack-fault.ts'
import type { Opened, Trust } from './pack.ts'

/** Megabytes and milliseconds that the largest allowed pack does not reach. */
const bounds = { memory: 1024, longest: 60_000 }

/** Opens a pack as `openPack` does, in a thread of its own; what it wrote out for a moment goes with it. */
export async function openPackInThread(
  bytes: Uint8Array,
  trust: Trust,
  longest = bounds.longest,
): Promise<Opened | { faults: Fault[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'changgu-pack-'))
  const environment = { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder }
  try {
    const opened = await runBounded(thread, { bytes, trust }, isOpened, { ...bounds, longest, environment })
    return typeof opened === 'string' ? { faults: [packFault('', 'tooMuchWork')] } : opened.answer
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

const thread = threadBeside(import.meta.url, 'pack-thread')
const isOpened = (said: unknown): said is Opened | { faults: Fault[] } =>
  typeof said === 'object' && said !== null && ('faults' in said || 'manual' in said)

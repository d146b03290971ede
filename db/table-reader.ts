import { Worker } from 'node:worker_threads'
import type { Sheet, TableProblem } from './table-file.ts'

/** Megabytes that the largest allowed table does not reach; one that is made to take more ends its thread alone. */
const memory = 512

/** Reads the sheets of a table file as `readTable` does, in a thread of its own. */
export function readTableApart(bytes: Uint8Array): Promise<Sheet[] | { wrong: TableProblem }> {
  const { promise, resolve, reject } = Promise.withResolvers<Sheet[] | { wrong: TableProblem }>()
  const thread = new Worker(threadFile, { workerData: bytes, resourceLimits: { maxOldGenerationSizeMb: memory } })
  thread.on('message', resolve)
  thread.on('error', (error) => {
    if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ wrong: 'tooLarge' })
    else reject(error)
  })
  thread.on('exit', () => reject(new Error('the thread that reads a table has ended')))
  return promise
}

const threadFile = new URL(`./table-thread${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)

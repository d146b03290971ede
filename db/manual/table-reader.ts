import { runBounded } from '../files/bounded-thread.ts'
import { threadBeside } from '../files/thread-beside.ts'
import type { Sheet, TableProblem } from './table-file.ts'

/** Megabytes that the largest allowed table does not reach, and a minute that it does not take. */
const bounds = { memory: 512, longest: 60_000 }

/** Reads the sheets of a table file as `readTable` does, in a thread of its own. */
export async function readTableInThread(bytes: Uint8Array): Promise<Sheet[] | { wrong: TableProblem }> {
  const read = await runBounded(thread, bytes, isRead, bounds)
  return typeof read === 'string' ? { wrong: 'tooLarge' } : read.answer
}

const thread = threadBeside(import.meta.url, 'table-thread')
const isRead = (said: unknown): said is Sheet[] | { wrong: TableProblem } =>
  Array.isArray(said) || (typeof said === 'object' && said !== null && 'wrong' in said)

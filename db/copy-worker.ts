import { parentPort, workerData } from 'node:worker_threads'
import { makeCopy, type CopyTask } from './copies.ts'

// Entry of the thread that makes one copy: a large database takes seconds, in which the record must go on.

/** What it says when it is done. */
export type CopyMessage = { bytes: number } | { failed: string }

const say = (message: CopyMessage) => parentPort?.postMessage(message)

try {
  say(makeCopy(workerData as CopyTask))
} catch (error) {
  say({ failed: error instanceof Error ? error.message : String(error) })
}

import { parentPort, workerData } from 'node:worker_threads'
import { makeCopy, soundness, type CopyTask } from './copies.ts'
import { toldFailure, type CopyMessage } from './copy-message.ts'
import type { ReadMessage, ReadTask } from './late-reading.ts'

// Entry of the thread that makes one copy, or only reads a database through: a large database takes seconds, in which the record must go on.

const say = (message: CopyMessage | ReadMessage) => parentPort?.postMessage(message)

try {
  const task = workerData as CopyTask | ReadTask
  say('only' in task ? { read: soundness(task.file, task.machine, task.key) } : makeCopy(task))
} catch (error) {
  say(toldFailure(error))
}

import { parentPort, workerData } from 'node:worker_threads'
import { readTable } from './table-file.ts'

// Entry of the thread that reads one table: a large one takes seconds, in which the record must go on.

parentPort?.postMessage(await readTable(workerData as Uint8Array))

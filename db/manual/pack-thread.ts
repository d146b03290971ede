import { parentPort, workerData } from 'node:worker_threads'
import { openPack, type Trust } from './pack.ts'

// Entry of the thread that opens one pack: it comes from strangers, and the record must go on.

const { bytes, trust } = workerData as { bytes: Uint8Array; trust: Trust }
parentPort?.postMessage(openPack(bytes, trust))

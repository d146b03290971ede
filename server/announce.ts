import { Worker } from 'node:worker_threads'
import { diagnostics } from '../db/diagnostics.ts'
import { threadBeside } from '../db/files/thread-beside.ts'

/** What a hall announces on its network: where its door for machines is, and whose hall it is. Nothing else. */
export type Announced = { name: string; port: number }

/**
 * Announces the hall by mDNS, so that a new PC can offer its address. It is a hint and never trusted: pairing proves the
 * hall. In a thread of its own, since a network without multicast ends it; the hall goes on and says so once.
 */
export function announce(hall: Announced): { close(): void } {
  const thread = new Worker(threadFile, { workerData: hall })
  thread.unref()
  thread.on('error', (error) => {
    diagnostics.warn('the hall is not announced on the network; its address can be typed at every PC', {}, error)
  })
  return { close: () => void thread.terminate() }
}

const threadFile = threadBeside(import.meta.url, 'announce-thread')

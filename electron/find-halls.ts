import { Worker } from 'node:worker_threads'
import { threadBeside } from '../db/files/thread-beside.ts'
import { readLineAddress } from '../domain/machine/invitation.ts'

/** Who is shown at most: a network full of announcements is no list any more. */
const most = 8

/**
 * Looks for halls that announce themselves by mDNS, for a PC that has none. In a thread of its own, since a network
 * without multicast ends it; then nothing is found, and the address is typed.
 */
export function findHalls(changed: () => void): { found(): string[]; close(): void } {
  const thread = new Worker(threadFile)
  thread.unref()
  let found: string[] = []
  thread.on('message', (all: readonly string[]) => {
    // What others announce is read like what a person types.
    found = [...new Set(all.flatMap((one) => readLineAddress(one) ?? []))].toSorted().slice(0, most)
    changed()
  })
  thread.on('error', () => {})
  return {
    found: () => found,
    close() {
      found = []
      void thread.terminate()
    },
  }
}

const threadFile = threadBeside(import.meta.url, 'find-halls-thread')

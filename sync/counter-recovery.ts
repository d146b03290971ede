import type { Entry, Head, Log, SignedHead } from '../domain/record/log.ts'
import type { Record } from '../domain/record/record.ts'
import { entryBatches } from './entry-batches.ts'
import type { FromMachine, Sitting } from './protocol.ts'

/** What a machine tells its hall, and one that was restored from an older copy. */

/** How many entries are told in one message, and how many of the hall's past. */
const atOnce = 500
const batch = 1000

export function* telling(entries: readonly Entry[]): Iterable<FromMachine> {
  for (const some of entryBatches(entries, atOnce)) yield { say: 'tell', entries: some }
}

/** All that came after a place, in the hall's own order, up to the head that the hall has signed. */
export function* restoring(log: Log, after: number, word: SignedHead): Iterable<FromMachine> {
  for (let last = after; last < word.hallSeq;) {
    const read = log.since(last, Math.min(batch, word.hallSeq - last))
    last = read.at(-1)?.hallSeq ?? word.hallSeq
    for (const entries of entryBatches(read, batch)) yield { say: 'restore', entries }
  }
  yield { say: 'restore', entries: [], head: word }
}

/** Heads at places ever further back: 0, 1, 2, 4 … before the last, down to one that both sides have, as the very beginning. */
export function trail(log: Log, last: number, both = 0): Head[] {
  const places = new Set([last])
  for (let back = 1; last - back > both; back *= 2) places.add(last - back)
  return [...places, both].flatMap((place) => log.headAt(place) ?? [])
}

/** What this machine knows apart of the entries after one place, up to another. */
export function* privates(log: Log, after: number, upTo: number): Iterable<FromMachine> {
  for (let last = after; last < upTo;) {
    const read = log.since(last, Math.min(batch, upTo - last))
    last = read.at(-1)?.hallSeq ?? upTo
    const apart = read.filter((e) => e.private !== undefined)
    for (const entries of entryBatches(apart, batch)) yield { say: 'privates', entries, isLast: false }
  }
  yield { say: 'privates', entries: [], isLast: true }
}

/** What the hall cannot know of who sits here, while it takes in nothing. */
export function sittingIn({ hall }: Record, machine: string): { sitting?: Sitting } {
  const { clerk, proof } = hall.counters.get(machine) ?? {}
  return clerk !== undefined && proof ? { sitting: { clerk, proof } } : {}
}

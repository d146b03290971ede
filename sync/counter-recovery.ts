import type { Head, Log, SignedHead } from '../domain/log.ts'
import type { Record } from '../domain/record.ts'
import type { FromMachine, Sitting } from './protocol.ts'

/** What a machine tells a hall that was restored from an older copy. */

const batch = 1000

/** All that came after a place, in the hall's own order, up to the head that the hall has signed. */
export function* restoring(log: Log, after: number, word: SignedHead): Iterable<FromMachine> {
  for (let last = after; last < word.hallSeq;) {
    const entries = log.since(last, Math.min(batch, word.hallSeq - last))
    last = entries.at(-1)?.hallSeq ?? word.hallSeq
    yield { say: 'restore', entries, ...(last === word.hallSeq && { head: word }) }
  }
}

/** Heads at places ever further back: 0, 1, 2, 4 … before the last, and the very beginning. */
export function trail(log: Log, last: number): Head[] {
  const places = new Set([last])
  for (let back = 1; back < last; back *= 2) places.add(last - back)
  return [...places, 0].flatMap((place) => log.headAt(place) ?? [])
}

/** What this machine knows apart of the entries after one place, up to another. */
export function* privates(log: Log, after: number, upTo: number): Iterable<FromMachine> {
  for (let last = after, isLast = false; !isLast;) {
    const entries = log.since(last, Math.min(batch, upTo - last))
    last = entries.at(-1)?.hallSeq ?? upTo
    isLast = last >= upTo
    yield { say: 'privates', entries: entries.filter((e) => e.private !== undefined), isLast }
  }
}

/** What the hall cannot know of who sits here, while it takes in nothing. */
export function sittingIn({ hall }: Record, machine: string): { sitting?: Sitting } {
  const { clerk, proof } = hall.counters.get(machine) ?? {}
  return clerk !== undefined && proof ? { sitting: { clerk, proof } } : {}
}

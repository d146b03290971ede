import { hash } from 'node:crypto'
import { canonical } from '../domain/canonical.ts'
import type { Entry, Head } from '../domain/record/log.ts'

/**
 * 사슬: every entry that has a place is bound to all before it by SHA-256, so that two records are the same up to a
 * place if their heads there are. Private parts are no part of it, since not every machine has them.
 */

/** The head before the first entry. */
export const firstHead = '0'.repeat(64)

/** The heads that stay; from them every other is counted again. */
export const isKept = (hallSeq: number): boolean => hallSeq > 0 && hallSeq % 100 === 0

/** What was counted of an entry: it is asked for when the entry gets its place, and again when it is written. */
const counted = new WeakMap<object, { after: string; head: Head; text: string }>()

/** The head after one more entry, which has the next place. */
export function nextHead(before: Head, entry: Omit<Entry, 'private'>): Head {
  const known = counted.get(entry)
  if (known?.after === before.hash && known.head.hallSeq === before.hallSeq + 1) return known.head
  const { origin, originSeq, hallSeq, event } = entry
  if (hallSeq !== before.hallSeq + 1) throw new Error(`place ${hallSeq} does not follow ${before.hallSeq}`)
  const text = canonical(event)
  const all = `[${canonical(before.hash)},${hallSeq},${canonical(origin)},${originSeq},${text}]`
  const head = { hallSeq, hash: hash('sha256', all, 'hex') }
  counted.set(entry, { after: before.hash, head, text })
  return head
}

/** The event of an entry as its row has it: the text that its head was counted from, which is let go then. */
export function rowText(entry: Entry): string {
  const known = counted.get(entry)
  if (!known) return JSON.stringify(entry.event)
  counted.delete(entry)
  return known.text
}

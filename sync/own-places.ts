import type { Entry, Log } from '../domain/log.ts'
import type { FromHall } from './protocol.ts'

type News = FromHall & { say: 'news' }

/**
 * The entries of news in the hall's order, those of the machine's own of which the hall says the places alone between
 * them; undefined if one of these does not wait here.
 */
export function withOwn(log: Log, entries: News['entries'], own: News['own']): readonly Entry[] | undefined {
  if (!own) return entries
  const waiting = new Map(log.pending().map((e) => [e.originSeq, e]))
  const placed = own.flatMap(({ originSeq, hallSeq }) => {
    const entry = waiting.get(originSeq)
    // What is kept apart with it is here already, and in the journal.
    return entry ? [{ origin: entry.origin, originSeq, hallSeq, event: entry.event }] : []
  })
  if (placed.length < own.length) return undefined
  return [...entries, ...placed].toSorted((a, b) => (a.hallSeq ?? 0) - (b.hallSeq ?? 0))
}

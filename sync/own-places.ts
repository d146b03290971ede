import type { Entry, Log } from '../domain/record/log.ts'
import type { FromHall } from './protocol.ts'

type News = FromHall & { say: 'news' }

/**
 * The entries of news in the hall's order, those of the machine's own of which the hall says the places alone between
 * them; undefined if one of these does not wait here.
 */
export function withOwn(log: Log, entries: News['entries'], own: News['own']): readonly Entry[] | undefined {
  if (!own) return entries
  const places = new Map(own.map(({ originSeq, hallSeq }) => [originSeq, hallSeq]))
  const placed: Entry[] = []
  for (const { origin, originSeq, event } of log.pending()) {
    const hallSeq = places.get(originSeq)
    // What is kept apart with it is here already, and in the journal.
    if (hallSeq !== undefined) placed.push({ origin, originSeq, hallSeq, event })
    // Places come in the order in which it was told: what waits behind them need not be looked at.
    if (placed.length === places.size) break
  }
  if (placed.length < own.length) return undefined
  return [...entries, ...placed].toSorted((a, b) => (a.hallSeq ?? 0) - (b.hallSeq ?? 0))
}

/**
 * Whether some of the own entries that the hall has, so many, have not come here yet: they lack, or what waits under their
 * number may be another act, since this record was put back from an older copy (S11, S14).
 */
export const lacksOwn = (log: Log, have: number): boolean =>
  log.lastOriginSeq(log.machine) < have || (log.pending()[0]?.originSeq ?? Infinity) <= have

/** Own entries that wait for a place and that the hall has not on its disk yet: it has them up to the number `taken`. */
export function waitingAfter(log: Log, taken: number): readonly Entry[] {
  const waiting = log.pending()
  return taken > 0 ? waiting.slice(waiting.findLastIndex((e) => e.originSeq <= taken) + 1) : waiting
}

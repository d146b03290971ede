import type { Entry, Log } from '../domain/log.ts'
import type { Instant } from '../domain/time.ts'
import { isSameForAll, type hallHearing } from './hall-hearing.ts'
import type { hallRecovery } from './hall-recovery.ts'
import type { FromHall, Wire } from './protocol.ts'

/** How many entries of news go in one message. */
const batch = 1000

/** Who hears the news, and up to where it has. */
type Listener = { wire: Wire<FromHall>; machine: string; cursor: number }
/** Entries after a place, and the news of them where these are the same for all. */
type Read = { entries: Entry[]; news?: FromHall }

/** Passes the news of the record on to the machines. */
export function hallNews(log: Log, recovery: ReturnType<typeof hallRecovery>, hearing: ReturnType<typeof hallHearing>) {
  return {
    /** The news of one turn, up to the place `last`: machines at the same place share one reading of the record. */
    reading(last: number, at: Instant) {
      const read = new Map<number, Read>()

      function newsOf(entries: Entry[], end: number): FromHall {
        const word = end === last ? recovery.word(last) : undefined
        return { say: 'news', at, entries, ...(word && { head: word }) }
      }

      function readAfter(cursor: number): Read {
        const entries = log.since(cursor, batch)
        const end = entries.at(-1)?.hallSeq
        const isSame = typeof end === 'number' && entries.every(isSameForAll)
        return { entries, ...(isSame && { news: newsOf(entries, end) }) }
      }

      return {
        /** Sends a machine the news after its cursor; true when there is more. */
        passOn(to: Listener): boolean {
          const known = read.get(to.cursor) ?? readAfter(to.cursor)
          read.set(to.cursor, known)
          const { entries, news } = known
          const end = entries.at(-1)?.hallSeq
          if (typeof end === 'number') {
            to.cursor = end
            const heard = () => entries.flatMap((e) => hearing(to.machine, e))
            to.wire.send(news ?? newsOf(heard(), end))
          }
          return to.cursor < last
        },
      }
    },
    /** The private parts of what was taken back, to whoever may hear them and has heard the entries already. */
    tellCompleted(to: Listener, at: Instant): void {
      for (const entries of recovery.completed(batch)) {
        // What it wrote itself it has, or has forgotten rightly (P6).
        const apart = entries.filter((e) => (e.hallSeq ?? 0) <= to.cursor && e.origin !== to.machine)
        const heard = apart.flatMap((e) => hearing(to.machine, e)).filter((e) => e.private !== undefined)
        if (heard.length > 0) to.wire.send({ say: 'news', at, entries: heard })
      }
    },
  }
}

import { textLength } from '../domain/record/batches.ts'
import type { Entry, Log } from '../domain/record/log.ts'
import type { Instant } from '../domain/time.ts'
import { entryBatches } from './entry-batches.ts'
import type { Due } from './hall-due.ts'
import { handsCaseOn, publicPart, type hallHearing } from './hall-hearing.ts'
import type { hallRecovery } from './hall-recovery.ts'
import type { FromHall, Wire } from './protocol.ts'
import type { RecentEntries } from './recent-entries.ts'

/** How many entries of news go in one message: a machine keeps the first while the hall reads the next. */
const batch = 500
/** What an entry counts for that may bring all that was kept apart of a case before, in characters. */
const withItsCase = 2 ** 16

/** An entry goes out in several messages. */
const lengths = new WeakMap<Entry, number>()

function newsLength(entry: Entry): number {
  const length = lengths.get(entry) ?? textLength(entry) + (handsCaseOn(entry) ? withItsCase : 0)
  lengths.set(entry, length)
  return length
}

/** How many acts of a machine's own come back to it as their places alone. */
const manyOwn = 16

/** Who hears the news, up to where it has, and which of its acts are in as it told them. */
type Listener = { wire: Wire<FromHall>; machine: string; cursor: number; asTold: Set<number> }
/** Entries after a place, and the news of them for all who hear no more than everybody. */
type Read = { entries: readonly Entry[]; end: number | undefined; news(): FromHall }

/** Passes the news of the record on to the machines. */
export function hallNews(log: Log, recovery: ReturnType<typeof hallRecovery>, hearing: ReturnType<typeof hallHearing>) {
  /** How many entries are read of the disk at once. */
  let wanted = batch
  return {
    /**
     * The news of one turn, up to its place `last` and with the hall's word for it: machines at the same place share one
     * reading of the record, and what is recent is not read at all.
     */
    reading({ last, word }: Pick<Due, 'last' | 'word'>, at: Instant, recent: RecentEntries['after']) {
      const read = new Map<number, Read>()

      function newsOf(entries: Entry[], end: number, own: Iterable<Entry> = []): FromHall {
        const head = end === last ? word() : undefined
        const places = [...own].flatMap(({ originSeq, hallSeq }) => (hallSeq === null ? [] : [{ originSeq, hallSeq }]))
        return { say: 'news', at, entries, ...(places.length > 0 && { own: places }), ...(head && { head }) }
      }

      function readAfter(cursor: number): Read {
        const fresh = recent(cursor, last)
        const isAll = fresh?.length === last - cursor
        const all = isAll ? fresh.slice(0, batch) : log.since(cursor, Math.min(wanted, last - cursor))
        const [entries = []] = entryBatches(all, batch, newsLength)
        // What is not sent now is read again: of long entries fewer are read at once.
        if (!isAll) wanted = entries.length < all.length ? 2 * entries.length : batch
        const end = entries.at(-1)?.hallSeq ?? undefined
        let news: FromHall | undefined
        return { entries, end, news: () => (news ??= newsOf(entries.map(publicPart), end ?? cursor)) }
      }

      return {
        /** Sends a machine the news after its cursor, unless it has enough to read; true when it is to be told more now. */
        passOn(to: Listener): boolean {
          if (to.wire.isFull?.()) return false
          const known = read.get(to.cursor) ?? readAfter(to.cursor)
          read.set(to.cursor, known)
          const { entries, end, news } = known
          if (end !== undefined) {
            to.cursor = end
            const isAsTold = (e: Entry) => e.origin === to.machine && to.asTold.delete(e.originSeq) && !handsCaseOn(e)
            const asTold = new Set(entries.filter(isAsTold))
            const own = asTold.size < manyOwn ? new Set<Entry>() : asTold
            const hearsMore = own.size > 0 || entries.some((e) => hearing.hearsMore(to.machine, e))
            const heard = () => entries.flatMap((e) => (own.has(e) ? [] : hearing.heard(to.machine, e)))
            to.wire.send(hearsMore ? newsOf(heard(), end, own) : news())
          }
          return to.cursor < last
        },
      }
    },
    /**
     * The private parts that came later than their entries, up to so many of them, to whoever may hear them and has heard
     * the entries already; what its line does not take now comes when it has drained.
     */
    tellLate(to: Listener, upTo: number, at: Instant): void {
      for (const places of recovery.untold(to.machine, upTo)) {
        if (to.wire.isFull?.()) return
        // What it wrote itself it has, or has forgotten rightly (P6), but of a case that it holds, if it was put back; what
        // it has not heard comes with the news.
        const heard = places
          .filter((place) => place <= to.cursor)
          .flatMap((place) => log.since(place - 1, 1))
          .filter((e) => e.private !== undefined && (e.origin !== to.machine || hearing.holds(to.machine, e)))
          .flatMap((e) => hearing.heard(to.machine, e))
          .filter((e) => e.private !== undefined)
        for (const entries of entryBatches(heard, batch)) to.wire.send({ say: 'news', at, entries })
        recovery.isTold(to.machine, places.length, to.cursor)
      }
    },
  }
}

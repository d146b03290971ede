import { isDeepStrictEqual } from 'node:util'
import type { Entry, Head, Log, SignedHead } from '../../domain/record/log.ts'
import { entryWith } from '../log-row.ts'

/** A record that is a moment ahead of its database, for whoever has what it took safe elsewhere meanwhile. */
interface LogBehind extends Log {
  /** Whether entries only go on from what is here: only such can be taken. */
  goesOn(entries: readonly Entry[]): boolean
  /** Takes entries that go on, to be written later, many together. */
  take(entries: readonly Entry[], word?: SignedHead): void
  /** How many entries are to be written. */
  count(): number
  /** Writes what was taken into the database; after an error all of it is still to be written. */
  write(): void
}

/**
 * The record over a database that is written later. What is asked often is answered from memory; whatever else is asked
 * writes first. While the database takes nothing, the state can still be folded from both.
 */
export function logBehind(log: Log): LogBehind {
  let taken: Entry[] = []
  let word: SignedHead | undefined
  /** Each entry that was taken, with its place if it has one by now. */
  const here = new Map<string, Entry>()
  const lasts = new Map<string, number>()
  let top: number | undefined
  let head: Head | undefined
  /** Of own entries: those that wait for a place, and the numbers of those that got one. */
  let own: Entry[] = []
  const placed = new Set<number>()
  /** Own entries without a place, as last looked for: a list of this record's own, which grows with each that is taken. */
  let waiting: Entry[] | undefined
  /** What was found to be the very act that waits here, and gets its place. */
  const same = new WeakSet<Entry>()

  function forget(): void {
    taken = []
    word = undefined
    here.clear()
    lasts.clear()
    placed.clear()
    own = []
    top = head = waiting = undefined
  }

  function write(): void {
    if (taken.length === 0 && !word) return
    log.append(taken, [], word)
    forget()
  }

  /** Writes first, so that the database alone can answer. */
  const written =
    <A extends unknown[], R>(act: (...args: A) => R) =>
    (...args: A): R => {
      write()
      return act(...args)
    }

  const lastHallSeq = (): number => (top ??= log.lastHallSeq())
  const lastOriginSeq = (origin: string): number => Math.max(lasts.get(origin) ?? 0, log.lastOriginSeq(origin))

  /** Own entries without a place. */
  function pending(): readonly Entry[] {
    if (own.length === 0 && placed.size === 0) return log.pending()
    return (waiting ??= [...log.pending(), ...own].filter((e) => !placed.has(e.originSeq)))
  }

  const knownHere = (entry: Entry): Entry | undefined =>
    here.get(keyOf(entry)) ?? (entry.origin === log.machine ? entryWith(entry.originSeq, pending()) : undefined)

  /** Whether an entry says the same as the one that waits here. */
  function isSame(known: Entry, entry: Entry): boolean {
    if (known.event !== entry.event && !isDeepStrictEqual(known.event, entry.event)) return false
    same.add(entry)
    return true
  }

  function goesOn(entries: readonly Entry[]): boolean {
    let place = lastHallSeq()
    const fresh = new Map<string, number>()
    for (const entry of entries) {
      const { origin, originSeq, hallSeq } = entry
      if (hallSeq !== null && hallSeq !== ++place) return false
      const last = fresh.get(origin) ?? lastOriginSeq(origin)
      if (originSeq > last) {
        fresh.set(origin, originSeq)
        continue
      }
      const known = knownHere(entry)
      if (!known || known.hallSeq !== null || hallSeq === null) return false
      if (entry.private !== undefined && known.private === undefined) return false
      if (!same.has(entry) && !isSame(known, entry)) return false
    }
    return true
  }

  function take(entries: readonly Entry[], newest?: SignedHead): void {
    head ??= log.headAt(lastHallSeq())
    for (const entry of entries) {
      if (entry.hallSeq !== null) {
        top = entry.hallSeq
        head = head && log.headAfter(head, entry)
      }
      if (entry.origin === log.machine) {
        if (entry.hallSeq === null) {
          own.push(entry)
          waiting?.push(entry)
        } else {
          placed.add(entry.originSeq)
          waiting = undefined
        }
      }
      here.set(keyOf(entry), entry)
      lasts.set(entry.origin, Math.max(lasts.get(entry.origin) ?? 0, entry.originSeq))
      taken.push(entry)
    }
    // One that does not fit is no word for this record.
    if (newest && head?.hallSeq === newest.hallSeq && head.hash === newest.hash) word = newest
  }

  function compare(entries: readonly Entry[]): ReturnType<Log['compare']> {
    const others: Entry[] = []
    for (const entry of entries) {
      const known = knownHere(entry)
      if (!known) others.push(entry)
      else if (known.hallSeq === null && !isSame(known, entry)) return written(log.compare)(entries)
    }
    return log.compare(others)
  }

  function isWritten(): boolean {
    try {
      write()
      return true
    } catch {
      return false
    }
  }

  /** All after a mark in the order of folding, of which the database has one part and the memory another. */
  function* after(...[mark]: Parameters<Log['after']>): Iterable<Entry> {
    if (isWritten()) return yield* log.after(mark)
    const all = new Map<string, Entry>()
    const isAfter = ({ hallSeq }: Entry) => hallSeq === null || hallSeq > mark.hallSeq
    const later = taken.filter((e) => isAfter(e) && (e.origin !== log.machine || e.originSeq > mark.ownSeq))
    for (const entry of [...log.after(mark), ...later]) {
      const before = all.get(keyOf(entry))
      all.set(keyOf(entry), before ? { ...before, hallSeq: before.hallSeq ?? entry.hallSeq } : entry)
    }
    const place = ({ hallSeq }: Entry) => hallSeq ?? Infinity
    yield* [...all.values()].toSorted((a, b) =>
      place(a) === place(b) ? a.originSeq - b.originSeq : place(a) - place(b),
    )
  }

  return {
    ...log,
    goesOn,
    take,
    write,
    count: () => taken.length,
    lastHallSeq,
    lastOriginSeq,
    pending,
    compare,
    after,
    append(entries, puttingAway, newest) {
      write()
      forget()
      log.append(entries, puttingAway, newest)
    },
    countPending: () => log.countAside() + pending().length,
    headAt: (hallSeq) => (head?.hallSeq === hallSeq ? head : written(log.headAt)(hallSeq)),
    privateOf(about, upTo) {
      if (isWritten()) return log.privateOf(about, upTo)
      const waited = new Map([...log.pending(), ...own].map((e) => [e.originSeq, e.private]))
      // An own act may have got its place by news without its private part.
      const whole = (e: Entry): Entry =>
        e.private === undefined && e.origin === log.machine ? { ...e, private: waited.get(e.originSeq) } : e
      const isOf = ({ hallSeq, event, private: apart }: Entry) =>
        apart !== undefined && 'case' in event && event.case === about && hallSeq !== null && hallSeq <= upTo
      return [...log.privateOf(about, upTo), ...taken.map(whole).filter(isOf)]
    },
    renumber() {
      if (log.countAside() === 0) return []
      write()
      forget()
      return log.renumber()
    },
    unplace(...args) {
      write()
      forget()
      return log.unplace(...args)
    },
    keepSignedHead(newest) {
      if (taken.length > 0) word = newest
      else log.keepSignedHead(newest)
    },
    ownAfter(originSeq) {
      // If all of it waits for its place, it is at hand.
      const unsent = pending().filter((e) => e.originSeq > originSeq)
      if (unsent.length === lastOriginSeq(log.machine) - originSeq) return unsent
      return written(log.ownAfter)(originSeq)
    },
    known: written(log.known),
    since: written(log.since),
    origins: () => [...new Set([...log.origins(), ...taken.map((e) => e.origin)])],
    signedHead: written(log.signedHead),
  }
}

const keyOf = ({ origin, originSeq }: Entry): string => `${originSeq} ${origin}`

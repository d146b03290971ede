import { HALL } from '../domain/actor.ts'
import type { Entry, Head, Log, SignedHead } from '../domain/log.ts'
import type { Record } from '../domain/record.ts'
import type { Word } from './hall-due.ts'
import type { FromHall, FromMachine } from './protocol.ts'

/** How many entries a hall takes back from one machine at most: some days of a large hall, and no more than memory has. */
const most = 200_000

/** The hall's word for the heads of its record. */
export type Seal = { sign(head: Head): string; isSigned(head: SignedHead): boolean }

type Restore = Extract<FromMachine, { say: 'restore' }>
type Restored = Restore['entries']

/**
 * What a hall does that was restored from an older copy: it finds at the greeting of a machine that it lacks entries or
 * that the records part, and takes back what was lost. It believes no machine: only a head that it has signed itself.
 */
export function hallRecovery(
  record: Record,
  log: Log,
  { seal, mayTellAll }: { seal: Seal | undefined; mayTellAll(machine: string): boolean },
) {
  let adopted = log.adopted()
  const coming = new Map<string, Restored>()
  /** Who has told the private parts that it has. */
  const hasTold = new Set<string>()
  let word: SignedHead | undefined

  const headAt = (hallSeq: number): Head => {
    const head = log.headAt(hallSeq)
    if (!head) throw new Error(`the record has no entry ${hallSeq}`)
    return head
  }

  function proven(entries: Restored, from: Head, told: SignedHead): boolean {
    let head = from
    for (const entry of entries) {
      if (entry.hallSeq !== head.hallSeq + 1) return false
      head = log.headAfter(head, entry)
    }
    return head.hallSeq === told.hallSeq && head.hash === told.hash && (seal?.isSigned(told) ?? false)
  }

  function adopt(machine: string, entries: Restored): void {
    const from = { ...adopted.from }
    for (const { origin } of entries) from[origin] = Math.min(from[origin] ?? Infinity, record.lastOriginSeq(origin))
    const first = Math.min(adopted.last > 0 ? adopted.first : Infinity, record.lastHallSeq() + 1)
    const knows = (origin: string) => origin === machine || mayTellAll(machine)
    record.stage(entries.map(({ private: apart, ...e }) => (apart && knows(e.origin) ? { ...e, private: apart } : e)))
    record.commit()
    adopted = { first, last: record.lastHallSeq(), from, isWhole: mayTellAll(machine) && adopted.last === 0 }
    log.keepAdopted(adopted)
  }

  const isOfHolder = (machine: string, { origin, event }: Entry): boolean =>
    origin === HALL && 'case' in event && record.hall.cases.get(event.case)?.holder === machine

  /** Whether the record has this very entry without a private part. */
  function isLacking(entry: Entry): boolean {
    const before = { hallSeq: (entry.hallSeq ?? 0) - 1, hash: '' }
    const known = log.since(before.hallSeq, 1)[0]
    if (!known || known.private !== undefined) return false
    return log.headAfter(before, known).hash === log.headAfter(before, entry).hash
  }

  return {
    /** What to say to a machine whose record is not the hall's up to where it has heard; nothing if it is. */
    greeting(seen: number, head: string | undefined, last: number): FromHall | undefined {
      if (seen > last) return { say: 'lacks', last, head: headAt(last).hash }
      const mine = headAt(seen).hash
      return head === undefined || head === mine ? undefined : { say: 'parted', last: seen, head: mine }
    },
    partHere: (last: number): FromHall => ({ say: 'parted', last, head: headAt(last).hash }),
    /** Where the records part: the furthest place of a trail at which both have the same head. */
    parting(heads: readonly Head[], last: number): FromHall {
      const same = heads.filter((h) => h.hallSeq <= last && headAt(h.hallSeq).hash === h.hash)
      const place = Math.max(0, ...same.map((h) => h.hallSeq))
      return { say: 'parted', last: place, head: headAt(place).hash }
    },
    /** Takes back what a machine tells of the hall's own past; true once it is in the record, false if it is not proven. */
    takeBack(machine: string, { entries, head }: Restore, last: number): boolean | 'more' {
      const all = coming.get(machine) ?? []
      all.push(...entries)
      coming.set(machine, all)
      if (!head && all.length <= most) return 'more'
      coming.delete(machine)
      const lost = all.filter((e) => (e.hallSeq ?? 0) > last)
      // Another machine may have told all of it meanwhile.
      if (lost.length === 0) return true
      if (!head || !proven(lost, headAt(last), head)) return false
      adopt(machine, lost)
      return true
    },
    /** The hall's word for its newest head, given at most once for all guests of a turn. */
    word(last: number): Word {
      const head = seal && log.headAt(last)
      return () => {
        if (!seal || !head) return undefined
        if (word?.hash !== head.hash) word = { ...head, signature: seal.sign(head) }
        return { hash: word.hash, signature: word.signature }
      }
    },
    forget: (machine: string) => void coming.delete(machine),
    /** After which of its entries a machine is to tell: what was taken back from others came without its private parts. */
    have: (machine: string): number => adopted.from[machine] ?? record.lastOriginSeq(machine),
    isAdopted: (machine: string, originSeq: number): boolean => originSeq > (adopted.from[machine] ?? Infinity),
    /** A machine has told all again; true if private parts may have come with it that others are to hear. */
    complete(machine: string): boolean {
      if (adopted.from[machine] === undefined) return false
      const { [machine]: _, ...from } = adopted.from
      adopted = { ...adopted, from }
      log.keepAdopted(adopted)
      return true
    },
    /** What to ask of a machine when it is welcome: the supervisor's PC keeps all, a holder what the hall wrote of its cases. */
    askPrivates(machine: string): FromHall | undefined {
      if (adopted.last === 0 || (mayTellAll(machine) ? adopted.isWhole : hasTold.has(machine))) return undefined
      return { say: 'privates', after: adopted.first - 1, upTo: adopted.last }
    },
    /** Takes private parts in, each with the very entry that it belongs to; true if the hall lacked any of them. */
    takePrivates(machine: string, { entries, isLast }: Extract<FromMachine, { say: 'privates' }>): boolean {
      const own = entries.filter((e) => (e.hallSeq ?? 0) >= adopted.first && (e.hallSeq ?? 0) <= adopted.last)
      const lacked = own.filter((e) => (mayTellAll(machine) || isOfHolder(machine, e)) && isLacking(e))
      record.stage(lacked)
      if (isLast) hasTold.add(machine)
      if (isLast && mayTellAll(machine)) {
        adopted = { ...adopted, isWhole: true }
        log.keepAdopted(adopted)
      }
      return lacked.length > 0
    },
    /** What was taken back and has a private part, for those who heard it while that was still missing. */
    *completed(limit: number): Iterable<Entry[]> {
      for (let after = adopted.first - 1; after < adopted.last;) {
        const entries = log.since(after, limit)
        after = entries.at(-1)?.hallSeq ?? adopted.last
        yield entries.filter((e) => e.private !== undefined && (e.hallSeq ?? 0) <= adopted.last)
      }
    },
  }
}

import { HALL } from '../domain/actor.ts'
import { textLength } from '../domain/record/batches.ts'
import type { Adopted, Entry, Head, Log, SignedHead } from '../domain/record/log.ts'
import type { Record } from '../domain/record/record.ts'
import type { Hall } from '../domain/state.ts'
import type { Word } from './hall-due.ts'
import type { FromHall, FromMachine } from './protocol.ts'

/** How many entries that a machine tells are held until they are proven: some days of a large hall, and no more than memory has. */
const mostHeld = 200_000
/** And how many characters of them. */
const mostText = 2 ** 28
/** Of more, how many are taken back at once. */
const pieceLength = 10_000

/** How many entries are read at once. */
const page = 1000
/** How many private parts that came later are told at once, before it is looked whether the line takes more. */
const lateAtOnce = 50

/** Who is heard before a restored hall goes on: every machine of the hall that ever wrote, or is paired and may have written since. */
export function awaitedIn(
  log: Pick<Log, 'origins'>,
  { machines }: Pick<Hall, 'machines'>,
  knows: (machine: string) => boolean,
): string[] {
  const paired = [...machines].flatMap(([machine, { device }]) => (device ? [machine] : []))
  return [...new Set([...log.origins(), ...paired])].filter((m) => m !== HALL && knows(m))
}

/** The hall's word for the heads of its record. */
export type Seal = { sign(head: Head): string; isSigned(head: SignedHead): boolean }

type Restore = Extract<FromMachine, { say: 'restore' }>
type Restored = Restore['entries']
/** What a machine has told so far; of more than can be held the head alone, with those that were passed. */
type Coming = { held: Restored; length: number; counted?: Head; passed: Map<number, string> }

/**
 * What a hall does that was restored from an older copy: it finds at the greeting of a machine that it lacks entries or
 * that the records part, and takes back what was lost. It believes no machine: only a head that it has signed itself.
 */
export function hallRecovery(
  record: Record,
  log: Log,
  { seal, mayTellAll }: { seal: Seal; mayTellAll(machine: string): boolean },
  { most, piece } = { most: mostHeld, piece: pieceLength },
) {
  let adopted = log.adopted()
  /** Where private parts have come later than their entries, in the order of their coming. */
  const late = [...(adopted.late ?? placesApart(log, adopted))]
  /** Whether `adopted` or `late` says what its note does not. */
  let isChanged = false
  /** Who has told again all of its own, or all that it knows apart: so noted once that is in the record. */
  let done: { machine: string; what: 'own' | 'apart' }[] = []
  const coming = new Map<string, Coming>()
  /** Heads on the way to one that the hall has signed: up to each of them it takes back what it is told again. */
  let provenHeads: ReadonlyMap<number, string> = new Map()
  let word: SignedHead | undefined

  const headAt = (hallSeq: number): Head => {
    const head = log.headAt(hallSeq)
    if (!head) throw new Error(`the record has no entry ${hallSeq}`)
    return head
  }

  /** The head after entries that follow a head one by one; undefined if they do not. What is before it counts nothing. */
  function headAfterAll(from: Head, entries: Restored, passes: (head: Head) => void = () => {}): Head | undefined {
    let head = from
    for (const entry of entries) {
      if ((entry.hallSeq ?? 0) <= from.hallSeq) continue
      if (entry.hallSeq !== head.hallSeq + 1) return undefined
      head = log.headAfter(head, entry)
      passes(head)
    }
    return head
  }

  const isProven = (head: Head | undefined, told: SignedHead | undefined): boolean =>
    head !== undefined && head.hash === told?.hash && head.hallSeq === told.hallSeq && seal.isSigned(told)

  /** Counts what is too much to be held, and lets it go; false if it does not follow. */
  function countOnly(come: Coming, last: number): boolean {
    const passes = ({ hallSeq, hash }: Head) => hallSeq % piece === 0 && come.passed.set(hallSeq, hash)
    const head = headAfterAll(come.counted ?? headAt(last), come.held, passes)
    if (head) come.counted = head
    come.held = []
    return head !== undefined
  }

  /** Takes back what leads to a head that is proven; false if it is something else. */
  function takeProven(machine: string, come: Coming): boolean {
    if (provenHeads.size === 0) return true
    const last = record.lastHallSeq()
    const end = come.held.findLastIndex(({ hallSeq }) => provenHeads.has(hallSeq ?? 0))
    const entries = come.held.slice(0, end + 1).filter((e) => (e.hallSeq ?? 0) > last)
    if (end < 0) return true
    come.held = come.held.slice(end + 1)
    come.length = textLength(come.held)
    if (entries.length === 0) return true
    const head = headAfterAll(headAt(last), entries)
    if (!head || provenHeads.get(head.hallSeq) !== head.hash) return false
    adopt(machine, entries)
    return true
  }

  function note(): void {
    log.keepAdopted({ ...adopted, late })
    isChanged = false
  }

  /** What comes late is noted before it is in the record, and who has told all of it after: a hall that falls between asks again. */
  function commit(): void {
    const told = done
    done = []
    if (isChanged) note()
    record.commit()
    if (told.length === 0) return
    const own = new Set(told.flatMap(({ machine, what }) => (what === 'own' ? [machine] : [])))
    const apart = told.flatMap(({ machine, what }) => (what === 'apart' ? [machine] : []))
    adopted = {
      ...adopted,
      from: Object.fromEntries(Object.entries(adopted.from).filter(([machine]) => !own.has(machine))),
      isWhole: adopted.isWhole === true || apart.some(mayTellAll),
      apart: [...new Set([...(adopted.apart ?? []), ...apart])],
    }
    note()
  }

  /** Notes first what it takes back: if it falls before it has the entries, it takes them back anew. */
  function adopt(machine: string, entries: Restored): void {
    const before = record.lastHallSeq()
    const isAnew = adopted.last === 0 || (adopted.isWhole === true && Object.keys(adopted.from).length === 0)
    const from = { ...adopted.from }
    for (const { origin } of entries) from[origin] = Math.min(from[origin] ?? Infinity, record.lastOriginSeq(origin))
    adopted = {
      ...adopted,
      from,
      apart: [],
      isWhole: mayTellAll(machine) && (isAnew || adopted.isWhole === true),
      first: Math.min(isAnew ? Infinity : adopted.first, before + 1),
      last: before + entries.length,
    }
    note()
    const knows = (origin: string) => origin === machine || mayTellAll(machine)
    record.stage(entries.map(({ private: apart, ...e }) => (apart && knows(e.origin) ? { ...e, private: apart } : e)))
    record.commit()
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

  function comesLate(entries: readonly (Entry | undefined)[]): void {
    for (const entry of entries) if (typeof entry?.hallSeq === 'number') late.push(entry.hallSeq)
    isChanged ||= entries.length > 0
  }

  const untoldTo = (machine: string, upTo: number): readonly number[] => {
    const from = adopted.told?.[machine]?.count ?? 0
    return late.slice(from, Math.min(upTo, from + lateAtOnce))
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
    /**
     * Takes back what a machine tells of the hall's own past; true once it is in the record, false if it is not proven.
     * More than can be held is counted first, and taken back piece by piece when it is told again.
     */
    takeBack(machine: string, { entries, head }: Restore, last: number): boolean | 'more' | 'again' {
      const come: Coming = coming.get(machine) ?? { held: [], length: 0, passed: new Map() }
      coming.set(machine, come)
      come.held.push(...entries)
      come.length += textLength(entries)
      const isMuch = come.counted !== undefined || come.held.length > most || come.length > mostText
      const goesOn = isMuch ? countOnly(come, last) : takeProven(machine, come)
      if (head || !goesOn) coming.delete(machine)
      if (!goesOn) return false
      if (!head) return 'more'
      if (come.counted) {
        if (!isProven(come.counted, head)) return false
        provenHeads = come.passed.set(head.hallSeq, head.hash)
        return 'again'
      }
      const before = record.lastHallSeq()
      const lost = come.held.filter((e) => (e.hallSeq ?? 0) > before)
      // Another machine may have told all of it meanwhile.
      if (lost.length === 0) return true
      if (!isProven(headAfterAll(headAt(before), lost), head)) return false
      adopt(machine, lost)
      return true
    },
    /** The hall's word for its newest head, given at most once for all guests of a turn. */
    word(last: number): Word {
      const head = log.headAt(last)
      return () => {
        if (!head) return undefined
        if (word?.hash !== head.hash) word = { ...head, signature: seal.sign(head) }
        return { hash: word.hash, signature: word.signature }
      }
    },
    commit,
    /**
     * A machine begins with what it has heard. If its record has not gone on since it was told what came late, it may not
     * have heard that, and is told all of it again.
     */
    begins(machine: string, seen: number): void {
      coming.delete(machine)
      const told = adopted.told?.[machine]
      if (!told || seen > told.at) return
      const { [machine]: _, ...others } = adopted.told ?? {}
      adopted = { ...adopted, told: others }
      isChanged = true
    },
    /** The line of a machine ended: what it had told and was not proven it tells again. */
    leaves: (machine: string): void => void coming.delete(machine),
    /** After which of its entries a machine is to tell: what was taken back from others came without its private parts. */
    have: (machine: string): number => adopted.from[machine] ?? record.lastOriginSeq(machine),
    isAdopted: (machine: string, originSeq: number): boolean => originSeq > (adopted.from[machine] ?? Infinity),
    /** Takes in the private part of an entry that was taken back without it. */
    fillIn(entry: Entry): void {
      const known = log.known(entry.origin, entry.originSeq)
      if (!known || known.private !== undefined) return
      record.stage([entry])
      comesLate([known])
    },
    /** A machine has told all of its own again. */
    complete(machine: string): void {
      if (adopted.from[machine] !== undefined) done.push({ machine, what: 'own' })
    },
    /** What to ask of a machine when it is welcome: the supervisor's PC keeps all, a holder what the hall wrote of its cases. */
    askPrivates(machine: string): FromHall | undefined {
      const hasTold = mayTellAll(machine) ? adopted.isWhole : adopted.apart?.includes(machine)
      if (adopted.last === 0 || hasTold) return undefined
      return { say: 'privates', after: adopted.first - 1, upTo: adopted.last }
    },
    /** Takes private parts in that the hall lacks, each with the very entry that it belongs to. */
    takePrivates(machine: string, { entries, isLast }: Extract<FromMachine, { say: 'privates' }>): void {
      const own = entries.filter((e) => (e.hallSeq ?? 0) >= adopted.first && (e.hallSeq ?? 0) <= adopted.last)
      const lacked = own.filter((e) => (mayTellAll(machine) || isOfHolder(machine, e)) && isLacking(e))
      record.stage(lacked)
      comesLate(lacked)
      if (isLast) done.push({ machine, what: 'apart' })
    },
    /** How many private parts have come late. */
    late: (): number => late.length,
    /** The places of what came late that a machine was not told, up to so many of all, some at a time. */
    *untold(machine: string, upTo: number): Iterable<readonly number[]> {
      for (let places = untoldTo(machine, upTo); places.length > 0; places = untoldTo(machine, upTo)) yield places
    },
    /** A machine was told the next of what came late, when it had heard up to a place. */
    isTold(machine: string, count: number, at: number): void {
      const before = adopted.told?.[machine]?.count ?? 0
      adopted = { ...adopted, told: { ...adopted.told, [machine]: { count: before + count, at } } }
      isChanged = true
    },
  }
}

/** What an older version has not noted: all private parts of what was taken back may have come late. */
function placesApart(log: Log, { first, last }: Pick<Adopted, 'first' | 'last'>): number[] {
  const places: number[] = []
  for (let after = first - 1; after < last;) {
    const entries = log.since(after, Math.min(page, last - after))
    after = entries.at(-1)?.hallSeq ?? last
    for (const { hallSeq, private: apart } of entries) if (apart !== undefined && hallSeq !== null) places.push(hallSeq)
  }
  return places
}

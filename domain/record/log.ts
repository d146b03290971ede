import type { Event } from '../hall.ts'
import type { Day } from '../time.ts'
import type { Private } from './private.ts'

/** One line of the record: which machine decided it, as its how-manieth, and its place in the hall's order (null until the hall has placed it). */
export type Entry = {
  origin: string
  originSeq: number
  hallSeq: number | null
  event: Event
  private?: Private | undefined
}

/** Where a fold stands: up to which place of the hall and up to which of the machine's own entries. */
export type Mark = { hallSeq: number; ownSeq: number }

/** 사슬: how the placed entries up to a place are bound together (SHA-256, hex). */
export type Head = { hallSeq: number; hash: string }
/** The hall's word for a head (Ed25519, base64): a machine keeps the newest, and a hall that has lost entries believes it. */
export type SignedHead = Head & { signature: string }

/**
 * What a hall has taken back: the first and the last place, and by machine the last of its entries that were not lost; whole once the
 * supervisor's PC has told the private parts too, and `apart` names the holders that have. `late` are the places whose private part
 * came after the entry, as they came, and by machine how many of them it was told, when it had heard up to a place. An older version
 * kept neither.
 */
export type Adopted = { first: number; last: number; from: { [machine: string]: number }; isWhole?: boolean } & {
  apart?: readonly string[]
  late?: readonly number[]
  told?: { readonly [machine: string]: { count: number; at: number } }
}

export type ArchiveRow = { what: 'ticket' | 'visit' | 'case'; id: string; day: Day; body: string; private?: string }

/** What a day close writes beside its entry: the rows that leave the state, and the state that is left. */
export type PutAway = { rows: ArchiveRow[]; snapshot: string; mark: Mark; version: number; forget?: Forget }

/** What is kept apart and no longer needed on this machine: of which cases, and of those put away up to a day that are not open again. */
export type Forget = { cases: readonly string[]; putAwayUntil: Day; open: ReadonlySet<string> }

/** The record that a machine keeps. Every method is one transaction. */
export interface Log {
  readonly machine: string
  /** The newest snapshot of this version of the fold, if there is one. */
  snapshot(version: number): { text: string; mark: Mark } | undefined
  /** All entries after a mark: the placed ones in the hall's order, then the machine's own that have no place yet. */
  after(mark: Mark): Iterable<Entry>
  /** Placed entries after a place, at most `limit`. */
  since(hallSeq: number, limit: number): Entry[]
  /** What the hall, or the machine, has under a number. */
  known(origin: string, originSeq: number): Entry | undefined
  /** Own entries without a place, oldest first: a look at them, which the next act changes. */
  pending(): readonly Entry[]
  /** Own entries that lie aside until they get new numbers (S14). */
  countAside(): number
  /** Both of these. */
  countPending(): number
  lastHallSeq(): number
  lastOriginSeq(origin: string): number
  /** Which of the entries are not yet here, and whether one is here with another content (the hall held it). */
  compare(entries: readonly Entry[]): { fresh: Entry[]; replaced: boolean }
  /**
   * Stores entries, or gives known ones their place, their private part, or the content that the hall put in their stead.
   * With them the hall's word for the head that they lead to is kept, if it is the head that they lead to.
   */
  append(entries: readonly Entry[], puttingAway: readonly PutAway[], word?: SignedHead): void
  /**
   * Gives new numbers to own acts whose numbers the hall has given to others, as happens with a record that was put back
   * from an older copy before it heard the hall. Names them as they wait for a place now.
   */
  renumber(): Entry[]
  /** The entries of a case that have a private part, up to a place. */
  privateOf(caseId: string, upTo: number): Entry[]
  /** What a day close has put away: one thing, or all of a sort that ended from one day to another. */
  archived(what: ArchiveRow['what'], id: string): ArchiveRow | undefined
  archivedBetween(what: ArchiveRow['what'], first: Day, last: Day): ArchiveRow[]
  /** How many of its own entries the hall has said that it has; a machine that lacks some of them must not number new ones. */
  promised(): number
  promise(have: number): void
  /** Where the hall's record ended when it welcomed this machine, which had never had all of it: it begins to work there. 0 once it has. */
  startsAt(): number
  startAt(hallSeq: number): void
  /** The head of the chain at a place; undefined where no entry is yet. */
  headAt(hallSeq: number): Head | undefined
  /** The head after one more entry. */
  headAfter(head: Head, entry: Entry): Head
  /** The newest head that the hall has signed, as far as this machine has heard. */
  signedHead(): SignedHead | undefined
  keepSignedHead(head: SignedHead): void
  /** The machines that have written an entry. */
  origins(): string[]
  /** Of a hall that took entries back: where, and after which of its own entries each machine is to tell its private parts. */
  adopted(): Adopted
  keepAdopted(adopted: Adopted): void
  /** Own entries after one of them, placed or not, oldest first. */
  ownAfter(originSeq: number): Entry[]
  /**
   * Takes back all places after one, since the hall's record parts from this one there: own entries wait for a place
   * again, as they were decided; those of others are set aside, never dropped. What was folded is to be folded anew.
   */
  unplace(after: number, at: number): { own: number; setAside: number }
  close(): void
}

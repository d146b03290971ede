import { caseEvents, type Case } from '../case/case.ts'
import type { Entry } from '../record/log.ts'
import type { Instant } from '../time.ts'
import { accessTypes } from './access-kinds.ts'

/** What of the record the access record is read from; only a PC that keeps all of it has one. */
export interface AccessLog {
  /** The entries of some types from one instant up to another, oldest first. */
  between(from: Instant, to: Instant, types: readonly string[]): Iterable<Entry>
  /** The acts on cases in that time, newest first: of everyone, or of whom and what is named; all, or so many. */
  actsBetween(from: Instant, to: Instant, of: ActsOf, limit?: number): Entry[]
  /** How many acts of everyone there are, at most so many; no act is read for it. */
  countActs(from: Instant, to: Instant, most: number): number
  /** The same of all other accesses. */
  countAccesses(from: Instant, to: Instant, most: number): number
  /** When the so-manieth of the acts of everyone was done, counted from the newest; undefined where they are fewer. */
  edgeOfActs(from: Instant, to: Instant, nth: number): Instant | undefined
  /** A case that a day close has put away. */
  putAway(id: string): Case | undefined
}

/** Whose acts: of a person, at a machine, on cases; what is absent is not asked for. */
export type ActsOf = { clerk?: string | undefined; machine?: string | undefined; cases?: readonly string[] | undefined }

/** 처리: what is done on a case, without what is an access of another sort. */
export const actTypes: readonly string[] = caseEvents
  .map((event) => event.shape.type.value)
  .filter((type) => !accessTypes.includes(type))

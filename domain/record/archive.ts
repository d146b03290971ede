import type { Case } from '../case/case.ts'
import type { Which } from '../register/register-export.ts'
import type { Day, Instant } from '../time.ts'
import type { Private } from './private.ts'

/** A case that a day close has put away, with what this machine knows apart of it, or when that was destroyed. */
export type PutAwayCase = { known: Case; apart: { [act: string]: Private }; destroyedAt?: Instant }

/** 보관 자료: the closed cases that are no longer in the state of a machine, found by what one looks for them with. */
export interface Archive {
  /** Received from one instant to, not including, another. */
  received(from: Instant, to: Instant): Iterable<PutAwayCase>
  /** Closed from one day to another. */
  closed(first: Day, last: Day): Iterable<PutAwayCase>
  /** Of those received from one instant to, not including, another, the petitions or the objections, the earliest first. */
  registered(which: Which, from: Instant, to: Instant): Iterable<PutAwayCase>
  /** How many `registered` gives, without reading them. */
  countRegistered(which: Which, from: Instant, to: Instant): number
  /** 이의신청: those that are objections. */
  objections(): Iterable<PutAwayCase>
  /** The objections to the refusal of a case. */
  objectionsTo(id: string): Iterable<PutAwayCase>
  /** In which a document with a verification number was made. */
  issued(code: string): Iterable<PutAwayCase>
  /** Whether a case is here. */
  holds(id: string): boolean
  of(id: string): PutAwayCase | undefined
  /** How many cases of which something is kept apart ended in each year up to one, by kind. */
  kept(last: number): Iterable<{ year: number; kind: string; cases: number }>
  /** Those of some kinds that ended in a year, by their ids, the earliest first. */
  keptOf(year: number, kinds: readonly string[]): Iterable<string>
  /** Whose receipt number ends so. */
  numbered(end: string): Iterable<PutAwayCase>
  /** The newest whose title holds a text; only the last few thousand are looked through. */
  titled(text: string): Iterable<PutAwayCase>
}

/** The case of a whole receipt number. */
export function numberedIn(archive: Pick<Archive, 'numbered'>, receiptNo: string): Case | undefined {
  for (const { known } of archive.numbered(receiptNo)) if (known.received.receiptNo === receiptNo) return known
  return undefined
}

/** Of a machine that keeps none. */
export const noArchive: Archive = {
  received: () => [],
  closed: () => [],
  objections: () => [],
  numbered: () => [],
  titled: () => [],
  registered: () => [],
  countRegistered: () => 0,
  objectionsTo: () => [],
  issued: () => [],
  holds: () => false,
  of: () => undefined,
  kept: () => [],
  keptOf: () => [],
}

/** The objections to the refusal of a case, archived ones first; one that came back from the archive is as the state knows it. */
export function objectionsTo(
  cases: ReadonlyMap<string, Case>,
  archive: Pick<Archive, 'objectionsTo'>,
  id: string,
): Case[] {
  const away = [...archive.objectionsTo(id)].map((a) => a.known).filter((c) => !cases.has(c.received.case))
  return [...away, ...[...cases.values()].filter((c) => c.received.objection?.to === id)]
}

/** The receipt number of the newest objection to a case that was accepted, in whole or in part. */
export const acceptedTo = (...of: Parameters<typeof objectionsTo>): string | undefined =>
  objectionsTo(...of).findLast(({ decision }) => decision?.outcome === 'accepted' || decision?.outcome === 'partly')
    ?.received.receiptNo

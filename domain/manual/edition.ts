import type { EditionMark, Hall } from '../state.ts'
import { addDays, dayOf, type Day, type Instant } from '../time.ts'

/**
 * The editions of the manual as they follow each other. An edition may be published before the day of its effect; it takes
 * effect at the beginning of that day, by the clock of the machine that asks.
 */

type Editions = Pick<Hall, 'editions'>

/** The editions that are in force or were, the newest first. */
export const editionsUntil = (hall: Editions, day: Day): EditionMark[] =>
  newestFirst(hall).filter((m) => m.effectiveDate <= day)

/** The edition that is in force on a day; the first one, where none had taken effect by then. */
export const inForce = (hall: Editions, day: Day): EditionMark | undefined =>
  editionsUntil(hall, day)[0] ?? newestFirst(hall).at(-1)

/** The editions that are published and take effect after a day, the next one first. */
export function coming(hall: Editions, day: Day): EditionMark[] {
  const now = inForce(hall, day)
  return now
    ? newestFirst(hall)
        .filter((e) => e.edition > now.edition)
        .toReversed()
    : []
}

/** The number of the edition that was in force at a past time: published by then, and effective on that day. */
export const editionAt = (hall: Editions, at: Instant): number | undefined =>
  editionsUntil(hall, dayOf(at)).find((e) => e.publishedAt <= at)?.edition

/** The editions that are in force, were, or will be, the newest first: without those that were withdrawn. */
export const newestFirst = ({ editions }: Editions): EditionMark[] =>
  [...editions.values()].filter((m) => !m.withdrawn).toSorted((a, b) => b.edition - a.edition)

/** The number of the next edition; that of a withdrawn one is not given again. */
export const nextEdition = ({ editions }: Editions): number => Math.max(0, ...editions.keys()) + 1

/** An edition takes effect a year ahead at most: a wrong year would keep every later one waiting. In days. */
const farthest = 366

/** The last day on which an edition that is published now can take effect. */
export const latestEffect = (at: Instant): Day => addDays(dayOf(at), farthest)

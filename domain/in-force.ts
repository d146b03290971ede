import type { EditionMark, Hall } from './state.ts'
import { dayOf, type Day, type Instant } from './time.ts'

/** 시행: which edition holds on a day. Each takes effect at the beginning of its day, by the clock of the machine that asks. */

type Editions = Pick<Hall, 'editions'>

/** The edition that is in force on a day; the first one, where none had taken effect by then. */
export function inForce({ editions }: Editions, day: Day): EditionMark | undefined {
  const all = byNumber(editions)
  return all.findLast((e) => e.effectiveDate <= day) ?? all[0]
}

/** The editions that are published and take effect after a day, the next one first. */
export function coming(hall: Editions, day: Day): EditionMark[] {
  const now = inForce(hall, day)
  return now ? byNumber(hall.editions).filter((e) => e.edition > now.edition) : []
}

/** The number of the edition that was in force at a past time: published by then, and effective on that day. */
export const editionAt = ({ editions }: Editions, at: Instant): number | undefined =>
  byNumber(editions).findLast((e) => e.publishedAt <= at && e.effectiveDate <= dayOf(at))?.edition

const byNumber = (editions: Hall['editions']): EditionMark[] =>
  [...editions.values()].toSorted((a, b) => a.edition - b.edition)

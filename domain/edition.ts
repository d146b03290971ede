import type { EditionMark, Hall } from './state.ts'
import type { Day } from './time.ts'

/** The editions of the manual as they follow each other; an edition may be published before the day of its effect. */

/** The editions that are in force or were, the newest first. */
export const editionsUntil = (hall: Hall, day: Day): EditionMark[] =>
  [...hall.editions.values()].filter((m) => m.effectiveDate <= day).toSorted((a, b) => b.edition - a.edition)

/** The edition that is in force on a day. */
export const editionInForce = (hall: Hall, day: Day): EditionMark | undefined => editionsUntil(hall, day)[0]

/** The part of an edition that a kind is. */
export const partOf = (code: string): string => `kinds/${code}`

import type { Span } from '../period/calendar.ts'
import type { Entry } from '../record/log.ts'
import { dayOf, MINUTE, startOfDay, type Instant } from '../time.ts'
import { accessTypes } from './access-kinds.ts'
import type { AccessLog, ActsOf } from './access-log.ts'

/** A month of a large hall has half a million acts, and some ten thousand accesses: nothing here reads more than a moment allows. */

/** How many lines a screen is given; a file holds all. */
export const shownAccesses = 500

/** How far acts are counted; what is as many is said to be so many or more. */
export const countedActs = 10_000

/** How many acts are read at once to find whose are asked for: some tens of milliseconds. */
const readAtOnce = 5000

/** The newest acts that were found, and how far back they were looked for, if there are older ones to look through. */
type NewestActs = { newest: Entry[]; back?: Instant }

/** The newest acts in some stretches of time, of everyone or of whom and what is named; of those before an instant, if one is given. */
export function newestActs(log: AccessLog, spans: readonly Span[], of: ActsOf, before = Infinity): NewestActs {
  const newest: Entry[] = []
  if (of.cases?.length === 0) return { newest }
  let left = readAtOnce
  for (const span of spans.toReversed()) {
    const to = Math.min(span.to, before)
    if (to <= span.from) continue
    const edge = isOfAll(of) ? undefined : log.edgeOfActs(span.from, to, left)
    newest.push(...log.actsBetween(edge ?? span.from, to, of, shownAccesses - newest.length))
    if (newest.length === shownAccesses) break
    if (edge !== undefined) return { newest, back: edge }
    left -= log.countActs(span.from, to, left)
  }
  return { newest }
}

/** How many acts of everyone there are in some stretches of time, as far as they are counted. */
export const countActs = (log: AccessLog, spans: readonly Span[]): number =>
  spans.reduce((sum, { from, to }) => sum + log.countActs(from, to, countedActs - sum), 0)

export const isOfAll = (of: ActsOf): boolean => Object.values(of).every((one) => one === undefined)

const HOUR = 60 * MINUTE

/** Accesses are read by whole days, as they are marked, until they are as many. */
const enoughAccesses = 500

/** The accesses of the last days before an instant, oldest first; those of the hour on either side, whom failures may go on from; and how far back they go. */
type LastDays = { entries: Entry[]; around: Entry[]; since: Instant }

/** The last days of a stretch of time with their accesses. */
export function lastDays(log: AccessLog, from: Instant, to: Instant): LastDays {
  const entries: Entry[] = []
  let since = to
  while (since > from && entries.length < enoughAccesses) {
    const day = Math.max(from, startOfDay(dayOf(since - 1)))
    entries.unshift(...log.between(day, since, accessTypes))
    since = day
  }
  return { ...withinHour(log, since, to, entries), since }
}

/** One day with its accesses. */
export const wholeDay = (log: AccessLog, from: Instant, to: Instant): Omit<LastDays, 'since'> =>
  withinHour(log, from, to, [...log.between(from, to, accessTypes)])

function withinHour(log: AccessLog, from: Instant, to: Instant, entries: Entry[]): Omit<LastDays, 'since'> {
  const near = (start: Instant, end: Instant) => log.between(start, end, accessTypes)
  return { entries, around: [...near(from - HOUR, from), ...entries, ...near(to, to + HOUR)] }
}

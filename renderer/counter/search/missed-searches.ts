import type { Desk } from '../../../domain/desk.ts'
import { mostTimes, noteMissed, type MissedOfDay } from '../../../domain/find/missed-search.ts'
import { Missed } from '../../../domain/manual/manual-use.ts'
import { dayOf, type Day } from '../../../domain/time.ts'

/**
 * 찾지 못한 말 of this PC, by day, in the page's storage until they are told: the manual's own words and marks for others
 * (domain/find/missed-search.ts). What is told is taken out first, so that nothing is told twice.
 */

type Kept = Readonly<Record<Day, MissedOfDay>>
type Store = Pick<Storage, 'getItem' | 'setItem'>

const place = 'changgu.missedWords'

/** Counts a search of today that was missed, as it may be told. */
export function keepMissed(told: string, now: number, store: Store = window.localStorage): void {
  const kept = read(store)
  const today = dayOf(now)
  write(store, { ...kept, [today]: noteMissed(kept[today] ?? {}, told) })
}

/** Tells what was counted, of the days before one or of all; what is not taken waits for the next time, but a day that is too long past. */
export async function tellMissed(
  submit: Desk['submit'],
  before?: Day,
  store: Store = window.localStorage,
): Promise<void> {
  for (const day of Object.keys(read(store)).toSorted()) {
    if (before !== undefined && day >= before) continue
    const { [day]: ofDay = {}, ...others } = read(store)
    write(store, others)
    const missed = Object.entries(ofDay).map(([text, times]) => ({ text, times }))
    if (missed.length === 0) continue
    const outcome = await submit({ type: 'tellUse', day, missed }).catch(() => undefined)
    const isOff = typeof outcome === 'object' && 'refused' in outcome && outcome.refused === 'useDayOff'
    if (outcome !== 'done' && !isOff) putBack(store, day, ofDay)
  }
}

/** What was counted meanwhile stays. */
function putBack(store: Store, day: Day, ofDay: MissedOfDay): void {
  const kept = read(store)
  const sum = Object.entries(ofDay).map(([text, times]): [string, number] => [
    text,
    Math.min(times + (kept[day]?.[text] ?? 0), mostTimes),
  ])
  write(store, { ...kept, [day]: { ...kept[day], ...Object.fromEntries(sum) } })
}

function read(store: Store): Kept {
  try {
    const kept: unknown = JSON.parse(store.getItem(place) ?? '{}')
    if (!isRecord(kept)) return {}
    return Object.fromEntries(Object.entries(kept).flatMap(([day, said]) => (isOfDay(day, said) ? [[day, said]] : [])))
  } catch {
    return {}
  }
}

function write(store: Store, kept: Kept): void {
  try {
    store.setItem(place, JSON.stringify(kept))
  } catch {
    // Without storage nothing is counted.
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isOfDay = (day: string, said: unknown): said is MissedOfDay =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) &&
  isRecord(said) &&
  Object.entries(said).every(([text, times]) => Missed.safeParse({ text, times }).success)

/** One search, from its first letter to its end: the most that was typed, and whether something stood there. */
export type SearchEpisode = { text: string; hasFound: boolean; since: number }

/** Whoever looks at what was found for so long has read it; in milliseconds. */
const reading = 4000

/** Goes on with what is typed now; `missed` is the search that ended with it and led to nothing. */
export function nextEpisode(
  before: SearchEpisode | undefined,
  { text, hasFound, now }: { text: string; hasFound: boolean; now: number },
): { episode?: SearchEpisode; missed?: string } {
  const typed = text.trim()
  const goesOn =
    before !== undefined && typed !== '' && (typed.startsWith(before.text) || before.text.startsWith(typed))
  const missed = before && !goesOn && isMissed(before, now) ? { missed: before.text } : {}
  if (typed === '') return missed
  const keeps = before !== undefined && goesOn && typed.length < before.text.length
  const since = before?.text === typed && before.hasFound === hasFound ? before.since : now
  return { ...missed, episode: keeps ? before : { text: typed, hasFound, since } }
}

/** A search that found nothing, or of which nothing was chosen or read. */
export const isMissed = ({ hasFound, since }: SearchEpisode, now: number): boolean => !hasFound || now - since < reading

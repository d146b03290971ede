import type { Span } from '../period/calendar.ts'
import type { Entry } from '../record/log.ts'
import type { Seat } from '../seat.ts'
import {
  addDays,
  dayNumberOf,
  dayOf,
  MINUTE,
  sinceMidnight,
  startOf,
  startOfDay,
  weekdayAt,
  type Instant,
} from '../time.ts'
import type { Opened } from './access-cases.ts'
import { caseIn, keyOf, kindOf, personIn, type AccessKind } from './access-kinds.ts'

/** 특이 접속: what the reviewer of a month looks at first. None of it is wrong by itself. */

export type Unusual =
  | 'outsideHours'
  | 'manyReads'
  | 'manyLookUps'
  | 'lookUpWithoutAct'
  | 'unmasked'
  | 'exported'
  | 'failuresInRow'

/** So many on one day by one person are no everyday work. */
const manyReads = 150
const manyLookUps = 10
/** So many failed sign-ins at one PC, each within ten minutes of the one before. */
const failures = 5
const failureGap = 10 * MINUTE
/** Work before opening and after closing is usual for so long. */
const before = 60 * MINUTE
const after = 120 * MINUTE

/** What opens a petition that the own work has not brought: of another counter, or of the archive. */
const opensAnother: ReadonlySet<AccessKind> = new Set<AccessKind>(['lookedUp', 'takenOut'])

/** What is unusual, by the key of the entry; entries come oldest first. */
export function unusualOf(seat: Seat, cases: Opened, entries: readonly Entry[]): Map<string, Unusual[]> {
  const many = daily(entries)
  const inRow = failuresInRow(entries)
  const marks = new Map<string, Unusual[]>()
  for (const entry of entries) {
    const { event } = entry
    const kind = kindOf(event)
    const day = dayKey(entry)
    const found: Unusual[] = [
      ...(isOutsideHours(seat, event.at) ? ['outsideHours' as const] : []),
      ...(kind === 'read' && (many.get(day) ?? 0) > manyReads ? ['manyReads' as const] : []),
      ...(opensAnother.has(kind) && (many.get(day) ?? 0) > manyLookUps ? ['manyLookUps' as const] : []),
      ...(opensAnother.has(kind) && !hasActed(cases, entry) ? ['lookUpWithoutAct' as const] : []),
      ...(kind === 'unmasked' ? ['unmasked' as const] : []),
      ...(kind === 'exported' ? ['exported' as const] : []),
      ...(inRow.has(keyOf(entry)) ? ['failuresInRow' as const] : []),
    ]
    if (found.length > 0) marks.set(keyOf(entry), found)
  }
  return marks
}

const dayKey = ({ event }: Entry): string => `${dayOf(event.at)} ${kindOf(event)} ${personIn(event) ?? ''}`

function daily(entries: readonly Entry[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const entry of entries) counts.set(dayKey(entry), (counts.get(dayKey(entry)) ?? 0) + 1)
  return counts
}

/** Whether who looked a case up, or took it out, did something on it on that day. */
function hasActed(cases: Opened, { event }: Entry): boolean {
  const [person, id] = [personIn(event), caseIn(event)]
  const day = dayOf(event.at)
  return (
    person !== undefined && id !== undefined && cases.hasActed(person, id, startOfDay(day), startOfDay(addDays(day, 1)))
  )
}

function isOutsideHours(seat: Seat, at: Instant): boolean {
  const usual = usualTime(seat, dayNumberOf(at))
  return !usual || at < usual.from || at > usual.to
}

/** The stretches outside the hours between two beginnings of days, oldest first. */
export function outsideHours(seat: Seat, from: Instant, to: Instant): Span[] {
  const spans: Span[] = []
  let begun = from
  for (let day = dayNumberOf(from); startOf(day) < to; day += 1) {
    const usual = usualTime(seat, day)
    if (!usual) continue
    spans.push({ from: begun, to: usual.from })
    begun = Math.min(usual.to + 1, startOf(day + 1))
  }
  return [...spans, { from: begun, to }]
}

/** When people are at work on a day, the night session included whether or not it counts in a period; undefined on a day off. */
function usualTime({ calendar, hall }: Seat, day: number): Span | undefined {
  const { windows } = calendar.at(day)
  const [first, last] = [windows[0], windows.at(-1)]
  if (!first || !last) return undefined
  const night = hall.profile?.night
  const evening = night?.weekday === weekdayAt(day) ? startOf(day) + sinceMidnight(night.until) : last.to
  return { from: first.from - before, to: Math.max(last.to, evening) + after }
}

function failuresInRow(entries: readonly Entry[]): ReadonlySet<string> {
  const runs = new Map<string, Entry[]>()
  const found = new Set<string>()
  for (const entry of entries) {
    const kind = kindOf(entry.event)
    const { machine } = entry.event.by
    if (kind === 'signedIn') runs.delete(machine)
    if (kind !== 'failed') continue
    const run = runs.get(machine) ?? []
    const isNear = entry.event.at - (run.at(-1)?.event.at ?? 0) <= failureGap
    const now = isNear ? [...run, entry] : [entry]
    runs.set(machine, now)
    if (now.length >= failures) for (const one of now) found.add(keyOf(one))
  }
  return found
}

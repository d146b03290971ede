import type { Case } from '../case/case.ts'
import type { Proposal } from '../manual/manual-use.ts'
import type { Calendar } from '../period/calendar.ts'
import { doneView, type Seat } from '../seat.ts'
import { addDays, dayNumberOf, dayOf, MINUTE, startOfDay, type Day, type Instant } from '../time.ts'
import { lastKind } from './view-former.ts'
import type { DoneView } from './views.ts'

/** 매뉴얼의 쓰임: what is looked for and not found, where steps take long, which documents are missing, what clerks propose. */

/** A proposal as it stands: of whom, about what, and what became of it. */
export type ProposalView = {
  proposal: string
  kind: string
  edition: number
  place?: string
  text: string
  proposed: DoneView
  settled?: DoneView & { verdict: 'taken' | 'declined'; note?: string }
}

/** Counts and medians over the petitions of the last months; nothing of a single petition or person is in it. */
export type UseView = {
  /** From when searches are counted, and from when petitions are. */
  searchesSince: Day
  casesSince: Day
  cases: number
  /** The most frequent first; what was searched only once may be a name, and is counted but not said. */
  missed: { text: string; times: number; days: number; last: Day }[]
  missedOnce: number
  /** The slowest first; working minutes from the end of the step before (or the receipt) to the end of this. */
  steps: { code: string; step: string; title: string; cases: number; medianMinutes: number }[]
  /** The most often missing first; `of` is how many petitions of the kind there were. */
  documents: { code: string; document: string; name: string; missing: number; of: number }[]
  /** Those that nobody has answered, the oldest first. */
  proposals: ProposalView[]
}

const searchDays = 30
const caseDays = 92
/** Fewer petitions would tell of single ones. */
const fewest = 5
const shown = 50

/** The use of the manual, over all kinds or of one. It reads every petition of the last months: to be asked, not watched. */
export function useView(seat: Seat, code?: string): UseView {
  const today = dayOf(seat.at)
  const [searchesSince, casesSince] = [addDays(today, 1 - searchDays), addDays(today, 1 - caseDays)]
  const tally = tallyOf(seat, casesSince, today, code)
  const proposals = [...seat.hall.proposals.values()].filter(
    (p) => !p.settled && (code === undefined || p.kind === code),
  )
  return {
    searchesSince,
    casesSince,
    cases: [...tally.kinds.values()].reduce((sum, n) => sum + n, 0),
    // A search that found nothing is of no kind.
    ...(code === undefined ? missedIn(seat, searchesSince, today) : { missed: [], missedOnce: 0 }),
    steps: slowest(seat, tally),
    documents: missing(seat, tally),
    proposals: proposals.toSorted((a, b) => a.at - b.at).map((p) => proposalView(seat, p)),
  }
}

/** What whoever is signed in here has proposed, of one kind or of all; the newest first. */
export function proposalsView(seat: Seat, code?: string): ProposalView[] {
  const clerk = seat.hall.counters.get(seat.machine)?.clerk
  return [...seat.hall.proposals.values()]
    .filter((p) => clerk !== undefined && p.by.clerk === clerk && (code === undefined || p.kind === code))
    .toSorted((a, b) => b.at - a.at)
    .slice(0, shown)
    .map((p) => proposalView(seat, p))
}

function proposalView(seat: Seat, { proposal, kind, edition, place, text, settled, ...done }: Proposal): ProposalView {
  return {
    proposal,
    kind,
    edition,
    text,
    proposed: doneView(seat, done),
    ...(place !== undefined && { place }),
    ...(settled && {
      settled: {
        ...doneView(seat, settled),
        verdict: settled.verdict,
        ...(settled.note !== undefined && { note: settled.note }),
      },
    }),
  }
}

function missedIn(seat: Seat, since: Day, today: Day): Pick<UseView, 'missed' | 'missedOnce'> {
  const found = new Map<string, { text: string; times: number; days: number; last: Day }>()
  for (const [day, texts] of [...seat.hall.missed].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    // A counter whose clock was wrong may have told of a day that is still to come.
    if (day < since || day > today) continue
    for (const [text, times] of Object.entries(texts)) {
      const before = found.get(text) ?? { text, times: 0, days: 0, last: day }
      found.set(text, { text, times: before.times + times, days: before.days + 1, last: day })
    }
  }
  const all = [...found.values()]
  return {
    missed: all
      .filter((m) => m.times > 1)
      .toSorted((a, b) => b.times - a.times || (a.text < b.text ? -1 : 1))
      .slice(0, shown),
    missedOnce: all.filter((m) => m.times === 1).length,
  }
}

/** What was counted, by kind and by kind and thing. */
type Tally = { kinds: Map<string, number>; minutes: Map<string, number[]>; missing: Map<string, number> }

function tallyOf(seat: Seat, since: Day, today: Day, code: string | undefined): Tally {
  const tally: Tally = { kinds: new Map(), minutes: new Map(), missing: new Map() }
  for (const known of casesOf(seat, since, today))
    if (code === undefined || known.received.kind === code) count(tally, known, seat.calendar)
  return tally
}

/** Those that were received since a day, in the state or put away. */
function* casesOf(seat: Seat, since: Day, today: Day): Iterable<Case> {
  const { cases } = seat.hall
  const [from, to] = [startOfDay(since), startOfDay(addDays(today, 1))]
  for (const known of cases.values()) if (known.received.at >= from && known.received.at < to) yield known
  for (const { known } of seat.archive.received(from, to)) if (!cases.has(known.received.case)) yield known
}

function count({ kinds, minutes, missing: away }: Tally, known: Case, calendar: Calendar): void {
  const { kind } = known.received
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  let from = known.received.at
  for (const [step, { at }] of Object.entries(known.finished).toSorted(([, a], [, b]) => a.at - b.at)) {
    const key = keyOf(kind, step)
    const all = minutes.get(key) ?? []
    all.push(workingMinutes(from, at, calendar))
    minutes.set(key, all)
    from = at
  }
  for (const document of missingOf(known)) {
    const key = keyOf(kind, document)
    away.set(key, (away.get(key) ?? 0) + 1)
  }
}

/** The documents that were marked as missing, or demanded. */
const missingOf = ({ history }: Case): ReadonlySet<string> =>
  new Set(
    history.flatMap((e) => {
      if (e.type === 'documentMarked' && e.mark === 'missing') return [e.document]
      return e.type === 'supplementDemanded' ? e.items : []
    }),
  )

const keyOf = (kind: string, thing: string): string => `${kind} ${thing}`
const thingOf = (key: string): [kind: string, thing: string] => {
  const at = key.indexOf(' ')
  return [key.slice(0, at), key.slice(at + 1)]
}

/** Minutes within the working hours of working days from one moment to another. */
export function workingMinutes(from: Instant, to: Instant, calendar: Calendar): number {
  let sum = 0
  for (let day = dayNumberOf(from); day <= dayNumberOf(to); day += 1)
    for (const w of calendar.at(day).windows) sum += Math.max(0, Math.min(w.to, to) - Math.max(w.from, from))
  return Math.floor(sum / MINUTE)
}

function slowest(seat: Seat, { minutes }: Tally): UseView['steps'] {
  return [...minutes]
    .filter(([, all]) => all.length >= fewest)
    .map(([key, all]) => {
      const [code, step] = thingOf(key)
      const title = lastKind(seat, code)?.steps.find((s) => s.id === step)?.title ?? step
      return { code, step, title, cases: all.length, medianMinutes: median(all) }
    })
    .toSorted((a, b) => b.medianMinutes - a.medianMinutes || (a.code < b.code ? -1 : 1))
    .slice(0, shown)
}

function missing(seat: Seat, { kinds, missing: away }: Tally): UseView['documents'] {
  return [...away]
    .map(([key, times]) => {
      const [code, document] = thingOf(key)
      const name = lastKind(seat, code)?.documents.find((d) => d.id === document)?.name ?? document
      return { code, document, name, missing: times, of: kinds.get(code) ?? 0 }
    })
    .filter(({ of }) => of >= fewest)
    .toSorted((a, b) => b.missing - a.missing || (a.code < b.code ? -1 : 1))
    .slice(0, shown)
}

function median(all: readonly number[]): number {
  const sorted = all.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] = sorted.length % 2 === 0 ? [sorted[half - 1], sorted[half]] : [sorted[half], sorted[half]]
  return Math.round((low + high) / 2)
}

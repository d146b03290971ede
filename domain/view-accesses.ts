import { openCases, receiptsLike, type Opened } from './access-cases.ts'
import { unusualOf, type Unusual } from './access-unusual.ts'
import type { Entry } from './log.ts'
import { accessTypes, caseIn, keyOf, kindOf, personIn, type AccessKind } from './access-kinds.ts'
import type { Event } from './hall.ts'
import { doneView, personOf, type Seat } from './seat.ts'
import { addDays, startOfDay, type Instant } from './time.ts'
import { isSupervisors } from './view-register.ts'
import type { DoneView, PersonView } from './views.ts'

/** 접속기록 of a month, as who reviews it sees it (개인정보의 안전성 확보조치 기준 제8조 제2항). */

/** How many lines a screen is given; a file holds all. */
const shownLines = 500

export type AccessLine = {
  /** Of its entry, for the list. */
  key: string
  at: Instant
  /** 식별자: the id of the person, and the name where it is on the roster. */
  person?: string
  name?: string
  /** 접속지. */
  machine: string
  kind: AccessKind
  what: Event['type']
  /** 처리한 정보주체: by the case, never by name. */
  about?: { case: string; receiptNo: string; title: string }
  reason?: string
  unusual: Unusual[]
}

/** What is asked of a month: all, or what is named. `receipt` is the end of a receipt number. */
export type AccessesAsked = {
  month: string
  person?: string | undefined
  machine?: string | undefined
  receipt?: string | undefined
  kind?: AccessKind | undefined
  unusual?: boolean | undefined
}

export type AccessesView = {
  month: string
  /** The newest that match (`shownLines`). */
  lines: AccessLine[]
  total: number
  /** How many of each sort there are in the whole month; acts are not counted. */
  counts: Partial<Record<AccessKind, number>>
  unusual: number
  reviewed?: DoneView & { finding?: string }
  people: PersonView[]
  machines: string[]
}

/** The access record of a month on the supervisor's PC; undefined anywhere else. */
export function accessesView(seat: Seat, asked: AccessesAsked): AccessesView | undefined {
  const { accessLog, hall } = seat
  if (!accessLog || !isSupervisors(seat)) return undefined
  const { from, to } = monthSpan(asked.month)
  const entries = [...accessLog.between(from, to, accessTypes)]
  const cases = openCases(seat, accessLog)
  const marks = unusualOf(seat, cases, entries)
  const isWanted = matching(asked, cases, marks)
  const newestFirst = asked.kind === 'acted' ? actsOf(seat, asked, cases) : entries.filter(isWanted).toReversed()
  const review = hall.reviewedMonths.get(asked.month)
  return {
    ...{ month: asked.month, total: newestFirst.length, counts: countsOf(entries), unusual: marks.size },
    lines: newestFirst.slice(0, shownLines).map((entry) => lineOf(seat, cases, entry, marks.get(keyOf(entry)) ?? [])),
    ...(review && { reviewed: { ...doneView(seat, review), ...findingOf(seat, asked.month) } }),
    people: (hall.profile?.staff ?? []).map(({ id, name, role }) => ({ id, name, role })),
    machines: [...new Set(entries.map((e) => e.event.by.machine))].toSorted(),
  }
}

/** All lines of some days, oldest first, for a file. */
export function accessLines(seat: Seat, from: Instant, to: Instant): AccessLine[] {
  const { accessLog } = seat
  if (!accessLog) return []
  const entries = [...accessLog.between(from, to, accessTypes)]
  const cases = openCases(seat, accessLog)
  const marks = unusualOf(seat, cases, entries)
  return entries.map((entry) => lineOf(seat, cases, entry, marks.get(keyOf(entry)) ?? []))
}

/** From the first instant of a month up to the first of the next. */
function monthSpan(month: string): { from: Instant; to: Instant } {
  const first = `${month}-01`
  const next = addDays(`${addDays(first, 31).slice(0, 7)}-01`, 0)
  return { from: startOfDay(first), to: startOfDay(next) }
}

function matching(
  { person, machine, receipt, kind, unusual }: AccessesAsked,
  cases: Opened,
  marks: ReadonlyMap<string, Unusual[]>,
): (entry: Entry) => boolean {
  const found = receipt === undefined ? undefined : new Set(receiptsLike(cases, receipt))
  return (entry) => {
    const { event } = entry
    if (person !== undefined && personIn(event) !== person) return false
    if (machine !== undefined && event.by.machine !== machine) return false
    if (kind !== undefined && kindOf(event) !== kind) return false
    if (unusual && !marks.has(keyOf(entry))) return false
    return found === undefined || found.has(caseIn(event) ?? '')
  }
}

/** Acts are many: only as many are read as are shown. */
function actsOf(seat: Seat, { month, person, machine, receipt }: AccessesAsked, cases: Opened): Entry[] {
  const { from, to } = monthSpan(month)
  const of = { clerk: person, machine, cases: receipt === undefined ? undefined : receiptsLike(cases, receipt) }
  return seat.accessLog?.actsBetween(from, to, of, shownLines) ?? []
}

function countsOf(entries: readonly Entry[]): AccessesView['counts'] {
  const counts: AccessesView['counts'] = {}
  for (const { event } of entries) counts[kindOf(event)] = (counts[kindOf(event)] ?? 0) + 1
  return counts
}

function lineOf(seat: Seat, cases: Opened, entry: Entry, unusual: Unusual[]): AccessLine {
  const { event } = entry
  const person = personIn(event)
  const name = personOf(seat, person)?.name
  const id = caseIn(event)
  const known = id === undefined ? undefined : cases.of(id)
  const reason = entry.private?.reasons ?? entry.private?.finding ?? ('reason' in event ? event.reason : undefined)
  return {
    ...{ key: keyOf(entry), at: event.at, machine: event.by.machine, kind: kindOf(event), what: event.type, unusual },
    ...(person !== undefined && { person, ...(name !== undefined && { name }) }),
    ...(id !== undefined && { about: { case: id, receiptNo: known?.receiptNo ?? '', title: known?.title ?? '' } }),
    ...(reason !== undefined && { reason }),
  }
}

/** What was found stands in the private part of its entry. */
function findingOf(seat: Seat, month: string): { finding?: string } {
  const review = seat.hall.reviewedMonths.get(month)
  if (!review) return {}
  const entries = seat.accessLog?.between(review.at, review.at + 1, ['accessesReviewed']) ?? []
  for (const { event, private: apart } of entries)
    if (event.type === 'accessesReviewed' && event.month === month && apart?.finding !== undefined)
      return { finding: apart.finding }
  return {}
}

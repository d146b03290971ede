import { openCases, receiptsLike, type Opened } from './access-cases.ts'
import { outsideHours, unusualOf, type Unusual } from './access-unusual.ts'
import type { AccessLog, ActsOf } from './access-log.ts'
import type { Span } from './calendar.ts'
import type { Entry } from './log.ts'
import { accessTypes, caseIn, keyOf, kindOf, personIn, type AccessKind } from './access-kinds.ts'
import type { Event } from './hall.ts'
import { doneView, personOf, type Seat } from './seat.ts'
import { addDays, dayOf, startOfDay, type Instant } from './time.ts'
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
  /** How many are to be looked at in the whole month: of the acts where they are asked for, else of all else. */
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
  const found = asked.kind === 'acted' ? actsOf(seat, accessLog, asked, cases) : accessesOf(seat, entries, asked, cases)
  const review = hall.reviewedMonths.get(asked.month)
  return {
    month: asked.month,
    total: found.total,
    counts: countsOf(entries),
    unusual: found.unusual,
    lines: found.newest.map((entry) => lineOf(seat, cases, entry, found.marks.get(keyOf(entry)) ?? [])),
    ...(review && { reviewed: { ...doneView(seat, review), ...findingOf(seat, asked.month) } }),
    people: (hall.profile?.staff ?? []).map(({ id, name, role }) => ({ id, name, role })),
    machines: [...new Set(entries.map((e) => e.event.by.machine))].toSorted(),
  }
}

/** All lines of some days, acts too, oldest first, for a file. */
export function accessLines(seat: Seat, from: Instant, to: Instant): AccessLine[] {
  const { accessLog } = seat
  if (!accessLog) return []
  const cases = openCases(seat, accessLog)
  const linesOf = (entries: readonly Entry[]): AccessLine[] => {
    const marks = unusualOf(seat, cases, entries)
    return entries.map((entry) => lineOf(seat, cases, entry, marks.get(keyOf(entry)) ?? []))
  }
  const lines = linesOf([...accessLog.between(from, to, accessTypes)])
  // Day by day: of an act only its line stays in memory.
  for (let day = from; day < to; day = startOfDay(addDays(dayOf(day), 1)))
    for (const line of linesOf(accessLog.actsBetween(day, startOfDay(addDays(dayOf(day), 1)), {}).toReversed()))
      lines.push(line)
  return lines.toSorted((a, b) => a.at - b.at)
}

/** From the first instant of a month up to the first of the next. */
function monthSpan(month: string): { from: Instant; to: Instant } {
  const first = `${month}-01`
  const next = addDays(`${addDays(first, 31).slice(0, 7)}-01`, 0)
  return { from: startOfDay(first), to: startOfDay(next) }
}

/** What of a month is shown of what matches. */
type Found = { newest: Entry[]; total: number; unusual: number; marks: ReadonlyMap<string, Unusual[]> }

function accessesOf(seat: Seat, entries: Entry[], asked: AccessesAsked, cases: Opened): Found {
  const marks = unusualOf(seat, cases, entries)
  const matched = entries.filter(matching(asked, cases, marks))
  return { newest: matched.slice(-shownLines).toReversed(), total: matched.length, unusual: marks.size, marks }
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

/** Acts are many: only as many are read as are shown. Of an act only its time may be unusual. */
function actsOf(seat: Seat, log: AccessLog, asked: AccessesAsked, cases: Opened): Found {
  const { month, person, machine, receipt, unusual } = asked
  const { from, to } = monthSpan(month)
  const outside = outsideHours(seat, from, to)
  const of = { clerk: person, machine, cases: receipt === undefined ? undefined : receiptsLike(cases, receipt) }
  const newest: Entry[] = []
  const spans = unusual ? outside : [{ from, to }]
  for (const span of spans.toReversed())
    if (newest.length < shownLines) newest.push(...log.actsBetween(span.from, span.to, of, shownLines - newest.length))
  const count = (all: readonly Span[], whose: ActsOf): number =>
    all.reduce((sum, span) => sum + log.countActs(span.from, span.to, whose), 0)
  const marks = unusualOf(seat, cases, newest)
  return { newest, total: count(spans, of), unusual: count(outside, {}), marks }
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
  const kind = kindOf(event)
  const reason = kind === 'acted' ? undefined : reasonOf(entry)
  return {
    key: keyOf(entry),
    at: event.at,
    machine: event.by.machine,
    kind,
    what: event.type,
    unusual,
    ...(person !== undefined && { person, ...(name !== undefined && { name }) }),
    ...(id !== undefined && { about: { case: id, receiptNo: known?.receiptNo ?? '', title: known?.title ?? '' } }),
    ...(reason !== undefined && { reason }),
  }
}

/** Why it was read or exported; the reasons of an act stand in its case. */
const reasonOf = ({ event, private: apart }: Entry): string | undefined =>
  apart?.reasons ?? apart?.finding ?? ('reason' in event ? event.reason : undefined)

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

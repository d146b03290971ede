import type { Event } from '../hall.ts'
import { machinesOf } from '../machine/machines.ts'
import { openCases, receiptsLike, type Opened } from '../people/access-cases.ts'
import { caseIn, keyOf, kindOf, personIn, type AccessKind } from '../people/access-kinds.ts'
import type { AccessLog } from '../people/access-log.ts'
import {
  countActs,
  countedActs,
  isOfAll,
  lastDays,
  newestActs,
  shownAccesses,
  wholeDay,
} from '../people/access-stretches.ts'
import { outsideHours, unusualOf, type Unusual } from '../people/access-unusual.ts'
import type { Entry } from '../record/log.ts'
import { doneView, personOf, type Seat } from '../seat.ts'
import { addDays, dayOf, startOfDay, type Instant } from '../time.ts'
import { isSupervisors } from './view-register.ts'
import type { DoneView, PersonView } from './views.ts'

/** 접속기록 of a month, as who reviews it sees it (개인정보의 안전성 확보조치 기준 제8조 제2항). */

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
  /** Goes on with what was before this instant, where an answer has told of it (`back`). */
  before?: Instant | undefined
}

/** A stretch of a month: the newest of it, or what was before an instant. A month is looked through answer by answer. */
export type AccessesView = {
  month: string
  /** The newest that match (`shownAccesses`). */
  lines: AccessLine[]
  /** How many match in this stretch; `orMore` where they were not counted to the end. */
  total: number
  orMore?: boolean
  /** How many are to be looked at: of the acts of the whole month where they are asked for, else of this stretch. */
  unusual: number
  /** What was before this instant has not been looked through. */
  back?: Instant
  reviewed?: DoneView & { finding?: string }
  people: PersonView[]
  machines: string[]
}

/** The access record of a month on the supervisor's PC; undefined anywhere else. */
export function accessesView(seat: Seat, asked: AccessesAsked): AccessesView | undefined {
  const { accessLog, hall } = seat
  if (!accessLog || !isSupervisors(seat)) return undefined
  const cases = openCases(seat, accessLog)
  const found = (asked.kind === 'acted' ? actsOf : accessesOf)(seat, accessLog, asked, cases)
  const review = hall.reviewedMonths.get(asked.month)
  return {
    month: asked.month,
    total: found.total,
    unusual: found.unusual,
    lines: found.newest.map((entry) => lineOf(seat, cases, entry, found.marks.get(keyOf(entry)) ?? [])),
    ...(found.orMore && { orMore: true }),
    ...(found.back !== undefined && { back: found.back }),
    ...(review && { reviewed: { ...doneView(seat, review), ...findingOf(seat, asked.month) } }),
    people: (hall.profile?.staff ?? []).map(({ id, name, role }) => ({ id, name, role })),
    // In the order of the hall; what is no longer of it comes last.
    machines: [...new Set([...machinesOf(hall), ...found.newest.map((e) => e.event.by.machine).toSorted()])],
  }
}

/** All lines of some days, acts too, oldest first, for a file. Day by day: no more than one stays in memory. */
export function* accessLines(seat: Seat, from: Instant, to: Instant): Iterable<AccessLine> {
  const { accessLog } = seat
  if (!accessLog) return
  for (let day = from, next = day; day < to; day = next) {
    next = startOfDay(addDays(dayOf(day), 1))
    // The cases of one day alone: those of a year would stay in memory.
    const cases = openCases(seat, accessLog)
    const { entries, around } = wholeDay(accessLog, day, next)
    const acts = accessLog.actsBetween(day, next, {}).toReversed()
    const marks = new Map([...unusualOf(seat, cases, around), ...unusualOf(seat, cases, acts)])
    for (const entry of [...entries, ...acts].toSorted((a, b) => a.event.at - b.event.at))
      yield lineOf(seat, cases, entry, marks.get(keyOf(entry)) ?? [])
  }
}

/** From the first instant of a month up to the first of the next. */
function monthSpan(month: string): { from: Instant; to: Instant } {
  const first = `${month}-01`
  const next = addDays(`${addDays(first, 31).slice(0, 7)}-01`, 0)
  return { from: startOfDay(first), to: startOfDay(next) }
}

/** What of a month is shown of what matches. */
type Found = {
  newest: Entry[]
  total: number
  unusual: number
  marks: ReadonlyMap<string, Unusual[]>
  orMore?: boolean
  back?: Instant | undefined
}

function accessesOf(seat: Seat, log: AccessLog, asked: AccessesAsked, cases: Opened): Found {
  const { from, to } = monthSpan(asked.month)
  const { entries, around, since } = lastDays(log, from, Math.min(asked.before ?? to, to))
  const marks = unusualOf(seat, cases, around)
  const matched = entries.filter(matching(asked, cases, marks))
  return {
    newest: matched.slice(-shownAccesses).toReversed(),
    total: matched.length,
    unusual: entries.filter((entry) => marks.has(keyOf(entry))).length,
    marks,
    ...(since > from && { back: since }),
  }
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
  const { month, person, machine, receipt, unusual, before } = asked
  const { from, to } = monthSpan(month)
  const outside = outsideHours(seat, from, to)
  const of = { clerk: person, machine, cases: receipt === undefined ? undefined : receiptsLike(cases, receipt) }
  const spans = unusual ? outside : [{ from, to }]
  const { newest, back } = newestActs(log, spans, of, before)
  const marks = unusualOf(seat, cases, newest)
  const toLookAt = before === undefined ? countActs(log, outside) : 0
  const seen = { newest, unusual: toLookAt, marks, back }
  if (!isOfAll(of)) return { ...seen, total: newest.length, orMore: newest.length === shownAccesses }
  const total = countActs(log, spans)
  return { ...seen, total, orMore: total === countedActs }
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

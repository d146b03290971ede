import type { Case, CaseState } from '../case/case.ts'
import { hasResidentNumber, saysNumber } from '../case/resident-number.ts'
import { caseOfCode, paperCheck, readCode, type PaperCheck } from '../paper/paper-check.ts'
import type { PutAwayCase } from '../record/archive.ts'
import type { Seat } from '../seat.ts'
import { addDays, Day, dayOf, startOfDay, type Instant } from '../time.ts'
import { holderView } from './view-floor.ts'
import type { HolderView } from './views-holder.ts'

/** How many cases are shown. */
const shown = 8

/** A case as anyone in the hall may find it: nothing in it names a person. */
export type LookupLine = {
  case: string
  receiptNo: string
  kind: string
  title: string
  state: CaseState
  outcome?: string
  receivedAt: Instant
  closedAt?: Instant
  holder: string
  mine: boolean
  /** Where it is, if not here; absent of what was put away. */
  heldBy?: HolderView
  /** Put away: it has to be taken out before something can be done with it. */
  archived: boolean
  /** 파기됨: nothing is kept apart of it any more, and it is not taken out. */
  destroyedAt?: Instant
}
export type LookupView = {
  lines: LookupLine[]
  more: boolean
  /** 문서확인번호: what is known of the document, where the text is such a number. */
  paper?: PaperCheck
}

/** Finds cases by the verification number of a document, by the end of their receipt number, the day they came or ended, or their title; here and in the archive. */
export function lookup(seat: Seat, text: string): LookupView {
  const query = text.trim()
  const code = readCode(query)
  if (code !== undefined) return lookupPaper(seat, code)
  const found = new Map<string, LookupLine>()
  if (hasResidentNumber(query)) return lookupNumber(seat, query)
  for (const { known, archived, destroyedAt } of matches(seat, query)) {
    const id = known.received.case
    if (!found.has(id)) found.set(id, lineOf(seat, known, archived, destroyedAt))
    if (found.size > shown) break
  }
  return { lines: [...found.values()].slice(0, shown), more: found.size > shown }
}

/** A paper that was brought to the counter: its case, and what may be said of it to anyone. */
function lookupPaper(seat: Seat, code: string): LookupView {
  const found = caseOfCode(seat, code)
  const lines = found ? [lineOf(seat, found.known, found.archived, found.destroyedAt)] : []
  return { lines, more: false, paper: paperCheck(seat, code, found?.known) }
}

/** 같은 사람: the cases here whose form says this number, found by its index; no number is opened. */
function lookupNumber(seat: Seat, query: string): LookupView {
  const digits = query.normalize('NFKC').replaceAll(/\D/g, '')
  const index = seat.numberIndex?.(`${digits.slice(0, 6)}-${digits.slice(6)}`)
  if (index === undefined) return { lines: [], more: false }
  const cases = [...seat.hall.cases.values()].filter((c) => saysNumber(seat.privates.get(c.received.case) ?? {}, index))
  return { lines: cases.slice(0, shown).map((c) => lineOf(seat, c, false)), more: cases.length > shown }
}

type Match = { known: Case; archived: boolean; destroyedAt?: Instant }

function* matches(seat: Seat, query: string): Iterable<Match> {
  const day = dayIn(query)
  const number = numberIn(query)
  if (number !== undefined)
    yield* both(seat, (c) => c.received.receiptNo.endsWith(number), seat.archive.numbered(number))
  if (day !== undefined) {
    const isOf = (c: Case) => dayOf(c.received.at) === day || (c.closedAt !== undefined && dayOf(c.closedAt) === day)
    yield* both(seat, isOf, seat.archive.received(startOfDay(day), startOfDay(addDays(day, 1))))
    yield* both(seat, () => false, seat.archive.closed(day, day))
  }
  if (number === undefined && day === undefined && query.length >= 2)
    yield* both(seat, (c) => c.received.title.includes(query), seat.archive.titled(query))
}

/** Those in the state first, the newest before the others. */
function* both(seat: Seat, isIt: (known: Case) => boolean, away: Iterable<PutAwayCase>): Iterable<Match> {
  const here = [...seat.hall.cases.values()].filter(isIt).toSorted((a, b) => b.received.at - a.received.at)
  yield* here.map((known) => ({ known, archived: false }))
  for (const one of away) if (!seat.hall.cases.has(one.known.received.case)) yield { ...one, archived: true }
}

/** 2026-11-24, 2026.11.24 or 20261124. */
function dayIn(query: string): Day | undefined {
  const parts = /^(\d{4})[-. ]*(\d{2})[-. ]*(\d{2})\.?$/.exec(query)
  return parts ? Day.safeParse(`${parts[1]}-${parts[2]}-${parts[3]}`).data : undefined
}

/** A receipt number or its end, as the count of its counter is written: with five digits; or that of a document of the case. */
export function numberIn(query: string): string | undefined {
  const document = /^(\d{4}-\d{2}-)(\d{5})-\d+$/.exec(query)
  const parts = document ?? /^((?:\d{4}-)?\d{2}-)?(\d{1,5})$/.exec(query)
  return parts?.[2] === undefined ? undefined : `${parts[1] ?? '-'}${parts[2].padStart(5, '0')}`
}

const lineOf = (seat: Seat, known: Case, archived: boolean, destroyedAt?: Instant): LookupLine => {
  const { received, state, outcome, holder, closedAt } = known
  return {
    case: received.case,
    receiptNo: received.receiptNo,
    kind: received.kind,
    title: received.title,
    state,
    receivedAt: received.at,
    ...(outcome && { outcome }),
    ...(closedAt !== undefined && { closedAt }),
    holder,
    mine: holder === seat.machine,
    archived,
    ...(destroyedAt !== undefined && { destroyedAt }),
    ...(!archived && holderView(seat, holder)),
  }
}

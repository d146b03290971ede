import type { z } from 'zod'
import { caseDue, completedAt, extensionLength, isLate, openStop, uncountedOf } from '../case/case-clock.ts'
import { handsOn } from '../case/case-holding.ts'
import type { Case, CaseOutcome, CaseState } from '../case/case.ts'
import { petitionersOf } from '../case/petitioner.ts'
import type { Told } from '../case/procedure.ts'
import type { Period } from '../manual/manual.ts'
import { maskAddress, maskName } from '../mask.ts'
import { namesAt } from '../people/roster.ts'
import type { Span } from '../period/calendar.ts'
import { explainDue } from '../period/deadline-steps.ts'
import type { SuspensionReason } from '../period/deadline.ts'
import { objectionsTo, type PutAwayCase } from '../record/archive.ts'
import type { Petitioner } from '../record/private.ts'
import type { Seat } from '../seat.ts'
import { addDays, dayOf, startOfDay, type Day, type Instant } from '../time.ts'
import type { Which } from './register-export.ts'
import { remarksOf, type Remark } from './register-remarks.ts'

/** 민원 처리부 (민원처리법 제9조 제2항, 시행규칙 제3조·별지 제1호) and 이의신청처리대장 (제12조·별지 제12호). */

/** One line of the register. What this machine does not know of a person is empty. */
export type RegisterRow = {
  case: string
  receiptNo: string
  receivedAt: Instant
  /** 장애 중 접수 (시행령 제6조의2): when it was entered, and the number that was given meanwhile. */
  enteredAt?: Instant
  provisionalNo?: string
  title: string
  name: string
  address: string
  period: Period | null
  /** Its time of day counts where the period is counted in hours. */
  due?: { at: Instant; byHours: boolean }
  /** The clock stands (보완 중, 불산입), and the due time would move with every day: it is none yet. */
  stands?: true
  late: boolean
  extensions: { nth: number; length: Period }[]
  stops: { reason: SuspensionReason; from: Day; to?: Day }[]
  department: string
  clerk: string
  state: CaseState
  outcome?: CaseOutcome
  /** 처리일: decided, or closed without a decision. */
  doneOn?: Day
  notifiedOn?: Day
  told?: z.infer<typeof Told>
  handedOverOn?: Day
  /** Of an objection: when the refusal was received. */
  refusalReceivedOn?: Day
  /** 수수료: what was paid of which fee, in won; the ground of a reduction does not stand in the register. */
  fee?: { table: number; won: number }
  remarks: Remark[]
}

type Asked = { first: Day; last: Day; which: Which; masked: boolean }

/**
 * The lines of the register in order of receipt, whenever they were entered (시행규칙 제3조 제1항): open, closed and
 * archived. Of a year it takes seconds; `told` hears how many lines there are so far.
 */
export function registerRows(
  seat: Seat,
  { first, last, which, masked }: Asked,
  told: (lines: number) => void = () => undefined,
): RegisterRow[] {
  const objections = objectionsBy(seat)
  const rows: RegisterRow[] = []
  // One by one: of an archived case only its line stays in memory.
  for (const one of receivedBetween(seat, startOfDay(first), startOfDay(addDays(last, 1)))) {
    const { received } = one.known
    if (isOf(which, one.known)) rows.push(rowOf(seat, one, objections.get(received.case) ?? []))
    told(rows.length)
  }
  const inOrder = rows.toSorted((a, b) => a.receivedAt - b.receivedAt || (a.receiptNo < b.receiptNo ? -1 : 1))
  return masked ? inOrder.map(maskedRow) : inOrder
}

/** The first lines of the register as `registerRows` gives them, and how many there are; only the first are read. */
export function registerHead(seat: Seat, asked: Asked, limit: number): { rows: RegisterRow[]; total: number } {
  const { which } = asked
  const { from, to } = spanOf(asked)
  const here = [...seat.hall.cases.values()].filter(isIn(asked))
  const away = firstOf(seat, seat.archive.registered(which, from, to), limit)
  return {
    rows: linesOf(seat, asked, [...away, ...here.map((known) => beside(seat, known))], limit),
    total: countRegister(seat, asked),
  }
}

/** How many lines `registerRows` gives; none of them is read. */
export function countRegister(seat: Seat, asked: Asked): number {
  const { from, to } = spanOf(asked)
  const here = [...seat.hall.cases.values()].filter(isIn(asked))
  const back = here.filter((c) => seat.archive.holds(c.received.case)).length
  return here.length + seat.archive.countRegistered(asked.which, from, to) - back
}

/** The lines of a span whose receipt number ends so; none of what is no number. */
export function registerNumbered(seat: Seat, asked: Asked, end = ''): { rows: RegisterRow[]; total: number } {
  if (end === '') return { rows: [], total: 0 }
  const { cases } = seat.hall
  const here = [...cases.values()].filter((c) => c.received.receiptNo.endsWith(end))
  const away = [...seat.archive.numbered(end)].filter(({ known }) => !cases.has(known.received.case))
  const found = [...away, ...here.map((known) => beside(seat, known))].filter(({ known }) => isIn(asked)(known))
  return { rows: linesOf(seat, asked, found, found.length), total: found.length }
}

/** The first of some cases as lines of the register, in order of receipt. */
function linesOf(seat: Seat, { masked }: Asked, found: PutAwayCase[], limit: number): RegisterRow[] {
  const rows = found
    .toSorted((a, b) => inReceipt(a.known, b.known))
    .slice(0, limit)
    .map((one) => rowOf(seat, one, objectionsTo(seat.hall.cases, seat.archive, one.known.received.case)))
  return masked ? rows.map(maskedRow) : rows
}

const spanOf = ({ first, last }: Asked): Span => ({ from: startOfDay(first), to: startOfDay(addDays(last, 1)) })

function isIn(asked: Asked): (known: Case) => boolean {
  const { from, to } = spanOf(asked)
  return (known) => known.received.at >= from && known.received.at < to && isOf(asked.which, known)
}

/** The first that are archived alone, and all that came at the same instant as the last of them. */
function firstOf(seat: Seat, archived: Iterable<PutAwayCase>, limit: number): PutAwayCase[] {
  const found: PutAwayCase[] = []
  for (const one of archived) {
    if (found.length >= limit && one.known.received.at !== found.at(-1)?.known.received.at) break
    if (!seat.hall.cases.has(one.known.received.case)) found.push(one)
  }
  return found
}

const isOf = (which: Which, { received }: Case): boolean =>
  (received.objection !== undefined) === (which === 'objections')

const inReceipt = ({ received: a }: Case, { received: b }: Case): number =>
  a.at - b.at || (a.receiptNo < b.receiptNo ? -1 : 1)

const maskedRow = (row: RegisterRow): RegisterRow => ({
  ...row,
  name: maskNames(row.name),
  address: masking(row.address),
})

/** Every case once: one that came back from the archive is as the state knows it. */
function* receivedBetween(seat: Seat, from: Instant, to: Instant): Iterable<PutAwayCase> {
  const { cases } = seat.hall
  for (const away of seat.archive.received(from, to)) if (!cases.has(away.known.received.case)) yield away
  for (const known of cases.values()) if (known.received.at >= from && known.received.at < to) yield beside(seat, known)
}

const beside = (seat: Seat, known: Case): PutAwayCase => ({
  known,
  apart: seat.privates.get(known.received.case) ?? {},
})

function objectionsBy(seat: Seat): Map<string, Case[]> {
  const { cases } = seat.hall
  const away = [...seat.archive.objections()].map((a) => a.known).filter((c) => !cases.has(c.received.case))
  const found = new Map<string, Case[]>()
  for (const known of [...away, ...cases.values()]) {
    const to = known.received.objection?.to
    if (to !== undefined) found.set(to, [...(found.get(to) ?? []), known])
  }
  return found
}

function rowOf(seat: Seat, { known, apart, destroyedAt }: PutAwayCase, objections: Case[]): RegisterRow {
  const { received, decision, notice, handedOver, closedAt } = known
  const { petitioner, others } = petitionersOf(known, apart)
  const done = decision?.at ?? closedAt
  const outcome = known.outcome ?? decision?.outcome
  const told = notice?.channel ?? toldBy(known)
  const toldAt = notice?.at ?? (told === undefined ? undefined : closedAt)
  return {
    case: received.case,
    receiptNo: received.receiptNo,
    receivedAt: received.at,
    title: received.title,
    ...(received.enteredAt !== undefined && { enteredAt: received.enteredAt }),
    ...(received.provisionalNo !== undefined && { provisionalNo: received.provisionalNo }),
    name: nameOf(petitioner, others.length),
    address: petitioner?.address ?? '',
    period: received.period,
    ...dueOfRow(seat, known),
    extensions: known.extensions.map((e) => ({ nth: e.nth, length: extensionLength(received.period, e) })),
    stops: stopsOf(seat, known),
    ...responsible(seat, known),
    state: known.state,
    ...(outcome && { outcome }),
    ...(done !== undefined && { doneOn: dayOf(done) }),
    ...(toldAt !== undefined && { notifiedOn: dayOf(toldAt) }),
    ...(told !== undefined && { told }),
    ...(handedOver && { handedOverOn: dayOf(handedOver.at) }),
    ...(received.objection && { refusalReceivedOn: received.objection.refusalReceivedOn }),
    ...(known.fee && { fee: { table: known.fee.table, won: known.fee.won } }),
    remarks: [
      ...remarksOf(seat, known, objections),
      ...(destroyedAt === undefined ? [] : [{ what: 'destroyed', on: dayOf(destroyedAt) } as const]),
    ],
  }
}

const nameOf = (petitioner: Petitioner | undefined, others: number): string => {
  if (!petitioner) return ''
  return others === 0 ? petitioner.name : `${petitioner.name} 외 ${others}명`
}

const others = / 외 \d+명$/
const maskNames = (name: string): string => maskName(name.replace(others, '')) + (others.exec(name)?.[0] ?? '')
const masking = (address: string): string => (address === '' ? '' : maskAddress(address))

/** Longer than any holidays: what is due at the same time so many days later does not move. */
const movingDays = 40

function dueOfRow(seat: Seat, known: Case): Pick<RegisterRow, 'due' | 'stands' | 'late'> {
  const { calendar, hall, at } = seat
  const end = caseDue(known, calendar, hall.outages, at)
  if (!end) return { late: false }
  const isStopped = completedAt(known) === undefined && openStop(known) !== undefined
  const later = () => caseDue(known, calendar, hall.outages, startOfDay(addDays(dayOf(at), movingDays)))
  if (isStopped && later()?.dueAt !== end.dueAt) return { stands: true, late: false }
  return {
    due: { at: end.dueAt, byHours: end.dueAt === end.expiresAt },
    late: known.outcome !== 'voided' && isLate(known, end, completedAt(known) ?? seat.at),
  }
}

/** 불산입: what was really left out of the count, as its steps say; of a period that nobody has confirmed, every stop. */
function stopsOf(seat: Seat, known: Case): RegisterRow['stops'] {
  const { period, at, objection } = known.received
  const uncounted = uncountedOf(known, seat.hall.outages, seat.at)
  if (objection || uncounted.suspensions.length === 0) return []
  if (!period)
    return known.stops.map(({ reason, from, to }) => ({ reason, from: dayOf(from), ...(to && { to: dayOf(to) }) }))
  const open = completedAt(known) === undefined ? openStop(known) : undefined
  return explainDue(period, at, seat.calendar, uncounted).flatMap((step) => {
    if (!('took' in step) || ('days' in step.took ? step.took.days : step.took.minutes) === 0) return []
    const { reason = 'priorAct' } = step
    const [from, to] = 'first' in step ? [step.first, step.last] : [dayOf(step.from), dayOf(step.to)]
    const lasts = open?.reason === reason && dayOf(open.from) === from && to === dayOf(seat.at)
    return [{ reason, from, ...(!lasts && { to }) }]
  })
}

/**
 * 담당: who worked on the case last, with the department in charge; of a closed case the team of that person, and both as
 * they were called at that act.
 */
function responsible(seat: Seat, known: Case): { department: string; clerk: string } {
  // Who hands a case on, or brings it back from the archive, has not worked on it by that.
  const worked = known.history.findLast((e) => e.by.clerk !== undefined && !handsOn.has(e.type))
  const act = known.decision?.by.clerk === undefined ? worked : known.decision
  const isClosed = known.state === 'closed'
  const { name: clerk = '', team = '' } = namesAt(seat.hall, act?.by.clerk, isClosed && act ? act.at : seat.at) ?? {}
  const inCharge = officeInCharge(seat, known)
  const isOver = isClosed && passedTo(known) === undefined
  return { department: isOver ? team || inCharge : inCharge || team, clerk }
}

/** 처리주무부서 (시행령 제28조 제2항): where the case was passed on to within the agency, else the team of the counter that holds it. */
export const officeInCharge = (seat: Seat, known: Case): string =>
  passedTo(known) ?? teamNamed(seat, seat.hall.profile?.counters.find((c) => c.id === known.holder)?.team)

const passedTo = ({ transfers }: Case): string | undefined => transfers.findLast((t) => t.to !== 'otherAgency')?.office

const teamNamed = ({ hall }: Seat, id: string | undefined): string =>
  hall.profile?.teams.find((t) => t.id === id)?.name ?? ''

/** How the citizen was told of an end that is itself the notice: 반려, 처리 예외, 반복 종결, 이송. */
function toldBy(known: Case): RegisterRow['told'] {
  const end = known.history.findLast((e) => e.type === known.ending)
  return end && 'told' in end ? end.told : undefined
}

import { caseDue, completedAt, isLate } from '../case/case-clock.ts'
import { isAtWork, isCounted } from '../case/case-standing.ts'
import type { Case } from '../case/case.ts'
import type { NonPetitionGround } from '../case/non-petition.ts'
import { isSameSpan, type Outage } from '../outages.ts'
import { reminderPaper } from '../paper/paper-view.ts'
import type { PrintState } from '../paper/paper.ts'
import type { Span } from '../period/calendar.ts'
import type { PutAwayCase } from '../record/archive.ts'
import { countPast } from '../record/retention.ts'
import { differences, type CheckedMonth, type MonthDifference, type MonthFigures } from '../register/month-check.ts'
import { officeInCharge } from '../register/register.ts'
import { doneView, dueOf, type Seat } from '../seat.ts'
import { addDays, dayOf, startOfDay, type Day, type Instant } from '../time.ts'
import { caseLine, byDue } from './view-floor.ts'
import { lastKind } from './view-former.ts'
import type { LineView } from './view-line.ts'
import { milestonesOf } from './view-procedure.ts'
import { isSupervisors } from './view-register.ts'
import type { MilestoneView } from './views-procedure.ts'
import type { CaseLine, DoneView, OverviewView } from './views.ts'

/** 법정 점검: what the law wants of the supervisor (민원처리법 시행령 제22조·제23조·제25조·제28조, 제6조의2). */

/** How many days ahead a notice is named. */
const daysAhead = 7
/** 시행규칙 제7조: the handling of a month is looked at by this day of the next, or by the last working day before it. */
const checkBy = 5

export type DutiesView = {
  line: LineView
  /** Past their time, with whom the reminder goes to and those that went. */
  overdue: (CaseLine & {
    department: string
    reminders: (DoneView & { actBy: Day })[]
    /** 조치기한 that is offered: the next working day. */
    remindBy: Day
    /** 독촉장 of the last reminder: printed by the counter that holds the case. */
    paper?: PrintState | 'toMake'
  })[]
  /** The progress that has to be told next, those of the coming days too. */
  progress: (CaseLine & { nth: number; day: Day; over: boolean })[]
  /** Documents that nobody has fetched; from `from` on they may be destroyed. */
  uncollected: (CaseLine & { from: Day; over: boolean })[]
  /** The oldest month that nobody has looked at, else the last one; owed by the hall if it was open in it. */
  month: { month: string; by: Day; isOwed: boolean; over: boolean; checked?: DoneView }
  /** Months whose figures are no longer those of their check, the latest first. */
  changedMonths: { month: string; checked: DoneView; differs: MonthDifference[] }[]
  outages: Outage[]
  /** Records of outages that were withdrawn, the newest withdrawal first, by whom and why. */
  withdrawnOutages: (Outage & { reason: string; gone: DoneView })[]
  /** What was no petition in the last thirty days, the newest first, and why. */
  nonPetitions: (DoneView & { ground: NonPetitionGround; kind?: string })[]
  /** How many open cases become due at another time by the outage that was asked about: recorded, or withdrawn if it is. */
  moves?: number
}

/**
 * The numbers of a month's handling; the mistaken receipts are left out. Of the closed: told in time, told late, and without
 * a confirmed period. Of those received by its end and not closed yet, as they stand now: past their time, and told late but
 * not fetched.
 */
export type MonthView = MonthFigures & {
  month: string
  /** The figures that the last check has seen. */
  then?: MonthFigures
}

/** What is due now; undefined where no supervisor sits at the supervisor's PC. */
export function dutiesView(seat: Seat, outage: Span | undefined): DutiesView | undefined {
  if (!isSupervisors(seat)) return undefined
  const { hall } = seat
  return {
    line: seat.line,
    month: monthDuty(seat),
    changedMonths: changedMonths(seat),
    outages: hall.outages.toSorted((a, b) => b.from - a.from),
    withdrawnOutages: withdrawnOutagesOf(seat),
    overdue: overdueCases(seat)
      .map((known) => ({
        ...caseLine(seat, known),
        department: officeInCharge(seat, known),
        reminders: remindersOf(seat, known).map((r) => ({ ...doneView(seat, r), actBy: r.actBy })),
        remindBy: seat.calendar.nextWorkingDay(addDays(dayOf(seat.at), 1)),
        ...paperOfReminder(seat, known),
      }))
      .toSorted(byDue),
    progress: withMilestone(seat, 'progressNotice')
      .filter(({ day }) => day <= addDays(dayOf(seat.at), daysAhead))
      .map(({ known, day }) => ({
        ...caseLine(seat, known),
        nth: known.progress.length + 1,
        day,
        over: dayOf(seat.at) > day,
      })),
    uncollected: withMilestone(seat, 'uncollectedFrom').map(({ known, day, over }) => ({
      ...caseLine(seat, known),
      from: day,
      over,
    })),
    nonPetitions: nonPetitionsOf(seat),
    ...(outage && { moves: movesBy(seat, outage) }),
  }
}

/** 민원이 아닌 신청 (시행령 제2조 제1항), so that nothing is turned away without a ground of the law. */
const nonPetitionsOf = (seat: Seat): DutiesView['nonPetitions'] =>
  seat.hall.nonPetitions
    .filter((n) => dayOf(n.at) > addDays(dayOf(seat.at), -30))
    .map((n) => {
      const kind = n.kind === undefined ? undefined : (lastKind(seat, n.kind)?.name.ko ?? n.kind)
      return { ...doneView(seat, n), ground: n.ground, ...(kind !== undefined && { kind }) }
    })
    .toReversed()

/** How many things wait for the supervisor by law; a year of which cases are past their period is one. */
export function countDuties(seat: Seat): OverviewView['duties'] {
  const today = dayOf(seat.at)
  const { isOwed, by } = monthDuty(seat)
  const here = [
    ...overdueCases(seat).filter((c) => remindersOf(seat, c).length === 0),
    ...withMilestone(seat, 'progressNotice').filter(({ day }) => day <= today),
    ...withMilestone(seat, 'uncollectedFrom').filter((m) => m.over),
    ...(isOwed && today >= by ? [checkBy] : []),
    ...changedMonths(seat),
  ].length
  const past = countPast(seat, seat.archive)
  return { count: here + past.years, past: past.cases }
}

const openCases = (seat: Seat): Case[] => [...seat.hall.cases.values()].filter((c) => c.state !== 'closed')

/** 시행령 제28조 제2항: not over, and past its time. */
const overdueCases = (seat: Seat): Case[] => openCases(seat).filter((c) => isAtWork(c) && dueOf(seat, c)?.overdue)

function paperOfReminder(seat: Seat, known: Case): { paper?: PrintState | 'toMake' } {
  const paper = reminderPaper(seat, known)
  return paper === undefined ? {} : { paper }
}

const remindersOf = ({ hall }: Seat, known: Case) => hall.reminders.get(known.received.case) ?? []

type Milestone = { known: Case; day: Day; over: boolean }

const withMilestone = (seat: Seat, what: MilestoneView['what']): Milestone[] =>
  openCases(seat)
    .flatMap((known) =>
      milestonesOf(seat, known)
        .filter((m) => m.what === what)
        .map(({ at, over }) => ({ known, day: dayOf(at), over })),
    )
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.known.received.at - b.known.received.at))

/** 시행령 제22조: the month that is to be looked at; one that nobody has looked at waits, however many have passed since. */
function monthDuty(seat: Seat): DutiesView['month'] {
  const owed = uncheckedMonth(seat)
  const month = owed ?? monthAfter(monthOf(seat.at), -1)
  const by = seat.calendar.lastWorkingDay(addDays(`${monthAfter(month)}-01`, checkBy - 1))
  const checked = seat.hall.checkedMonths.get(month)
  return {
    month,
    by,
    isOwed: owed !== undefined,
    over: owed !== undefined && dayOf(seat.at) > by,
    ...(checked && { checked: doneView(seat, checked) }),
  }
}

/** What was counted of a month that was touched after its check, by the check as it was touched last. */
const recounted = new WeakMap<CheckedMonth, MonthFigures>()

/** 시행령 제22조: months that came out otherwise after they were checked, as by a receipt that was entered later. */
function changedMonths(seat: Seat): DutiesView['changedMonths'] {
  const touched = [...seat.hall.checkedMonths].filter(([, checked]) => checked.touched)
  return touched
    .flatMap(([month, checked]) => {
      const now = recounted.get(checked) ?? figuresOf(seat, month)
      recounted.set(checked, now)
      const differs = checked.figures ? differences(checked.figures, now) : []
      return differs.length > 0 ? [{ month, checked: doneView(seat, checked), differs }] : []
    })
    .toSorted((a, b) => (a.month < b.month ? 1 : -1))
}

/** The oldest month that is over, in which the hall was open, and that nobody has looked at. */
function uncheckedMonth({ hall, at }: Seat): string | undefined {
  if (hall.openedAt === undefined) return undefined
  let month = monthOf(hall.openedAt)
  while (month < monthOf(at) && hall.checkedMonths.has(month)) month = monthAfter(month)
  return month < monthOf(at) ? month : undefined
}

const monthOf = (at: Instant): string => dayOf(at).slice(0, 7)
/** The month so many after another. */
const monthAfter = (month: string, n: 1 | -1 = 1): string => addDays(`${month}-01`, n === 1 ? 31 : -1).slice(0, 7)

const withdrawnOutagesOf = (seat: Seat): DutiesView['withdrawnOutages'] =>
  seat.hall.withdrawnOutages
    .map(({ from, to, substitute, reason, at, by }) => ({
      from,
      to,
      substitute,
      reason,
      gone: doneView(seat, { at, by }),
    }))
    .toReversed()

/** The open cases that would be due at another time if this had been an outage, or one on record had not (시행령 제20조 제2호). */
function movesBy(seat: Seat, outage: Span): number {
  if (outage.to <= outage.from) return 0
  const without = seat.hall.outages.filter((o) => !isSameSpan(o, outage))
  const isKnown = without.length < seat.hall.outages.length
  const outages = isKnown ? without : [...without, { ...outage, substitute: '' }]
  const other = { ...seat, hall: { ...seat.hall, outages } }
  return openCases(seat).filter((c) => dueOf(other, c)?.dueAt !== dueOf(seat, c)?.dueAt).length
}

/** 확인·점검: how the petitions of a month were handled; undefined where no supervisor sits at the supervisor's PC. */
export function monthView(seat: Seat, month: string): MonthView | undefined {
  if (!isSupervisors(seat)) return undefined
  const then = seat.hall.checkedMonths.get(month)?.figures
  return { month, ...figuresOf(seat, month), ...(then && { then }) }
}

function figuresOf(seat: Seat, month: string): MonthFigures {
  const first = `${month}-01`
  const next = `${monthAfter(month)}-01`
  const { cases } = seat.hall
  const isOf = (at: number | undefined) => at !== undefined && at >= startOfDay(first) && at < startOfDay(next)
  const count = (away: Iterable<PutAwayCase>, isIt: (c: Case) => boolean): Case[] => {
    const found = [...cases.values()].filter((c) => isCounted(c) && isIt(c))
    for (const { known } of away)
      if (!cases.has(known.received.case) && isCounted(known) && isIt(known)) found.push(known)
    return found
  }
  const received = count(seat.archive.received(startOfDay(first), startOfDay(next)), (c) => isOf(c.received.at))
  const closed = count(seat.archive.closed(first, addDays(next, -1)), (c) => isOf(c.closedAt))
  const ends = closed.map((c) => timeliness(seat, c))
  const openLate = openCases(seat).filter(
    (c) => isCounted(c) && c.received.at < startOfDay(next) && timeliness(seat, c) === 'late',
  )
  return {
    received: received.length,
    closed: closed.length,
    onTime: ends.filter((e) => e === 'onTime').length,
    late: ends.filter((e) => e === 'late').length,
    noDue: ends.filter((e) => e === 'noDue').length,
    extended: closed.filter((c) => c.extensions.length > 0).length,
    refused: closed.filter((c) => c.outcome === 'refused' && !c.received.priorReview).length,
    overdue: openLate.filter(isAtWork).length,
    toldLate: openLate.filter((c) => !isAtWork(c)).length,
  }
}

function timeliness(seat: Seat, known: Case): 'onTime' | 'late' | 'noDue' {
  const end = caseDue(known, seat.calendar, seat.hall.outages, seat.at)
  if (!end) return 'noDue'
  return isLate(known, end, completedAt(known) ?? seat.at) ? 'late' : 'onTime'
}

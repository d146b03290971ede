import { dayAt, dayNumber, dayNumberOf, MINUTE, startOf, weekdayAt, type Day, type Instant } from '../time.ts'
import type { Calendar } from './calendar.ts'
import {
  byCalendar,
  counted,
  countsHours,
  daysOf,
  firstDay,
  inTime,
  isStopped,
  lengthOf,
  minutesOf,
  modeOf,
  stopsOf,
  type Clock,
} from './deadline-count.ts'
import {
  beforeConversion,
  civilDue,
  due,
  objectionDue,
  tenDays,
  type Due,
  type ObjectionTerm,
  type Suspension,
  type SuspensionReason,
  type Term,
  type Uncounted,
} from './deadline.ts'

/** 기한 산정 과정: how a due date comes about, step by step, as data; a screen writes the sentences. */

/** 법 제19조 제1항 (hours), 제2항 (days), 제3항 (calendar); 민법 제157조 (civil). */
export type CountedBy = 'hours' | 'days' | 'calendar' | 'civil'

/** Why counting does not begin at the receipt itself; in a civil period the first day is always left out. */
type BeginReason = 'beforeOpening' | 'lunch' | 'afterClosing' | 'weekend' | 'holiday' | 'suspended' | 'firstDayLeftOut'

/** A Saturday or a Sunday, or a holiday with its name where one was given. */
type DayOff = { day: Day; weekend: boolean; name?: string }

/** How much of the count something took: working days (calendar days where those are counted), or working minutes. */
export type Taken = { days: number } | { minutes: number }

export type DueStep =
  /** The receipt, the demand or the filing. */
  | { step: 'received'; at: Instant }
  /** The first counted instant, or the first counted day. Without a reason it is the receipt, or the day of it. */
  | { step: 'begins'; day: Day; at?: Instant; why?: BeginReason; holiday?: string }
  | { step: 'term'; term: Term; by: CountedBy }
  /** Whole days, the first and the last included (불산입). */
  | { step: 'suspendedDays'; first: Day; last: Day; reason?: SuspensionReason; took: Taken }
  /** Exactly a span. */
  | { step: 'suspendedSpan'; from: Instant; to: Instant; reason?: SuspensionReason; took: Taken }
  /** A holiday that would have been a working day. */
  | { step: 'holiday'; day: Day; name?: string }
  /** How many Saturdays and Sundays were passed over. */
  | { step: 'weekends'; days: number }
  /** 연장; until when the term runs with it. */
  | { step: 'extended'; nth: number; term: Term; by: CountedBy; until: Due }
  /** The last day was a day off and moved to the next working day (민법 제161조). */
  | { step: 'rolled'; from: Day; to: Day; over: DayOff[] }
  /** Provisional where the holidays of the year are not all known yet. */
  | { step: 'due'; due: Due; provisional: boolean }

/** How `due` comes to its date; its last step is that date. Empty where the date is not known. */
export function explainDue(term: Term | null, from: Instant, calendar: Calendar, uncounted: Uncounted = {}): DueStep[] {
  const end = due(term, from, calendar, uncounted)
  if (!term || !end) return []
  const extensions = uncounted.extensions ?? []
  const byHours = countsHours(term, daysOf([term, ...extensions]), calendar.policy)
  const kept = byHours ? undefined : beforeConversion(term, from, calendar, uncounted)
  const last = extensions.at(-1)
  if (last && kept?.dueAt === end.dueAt && kept.expiresAt === end.expiresAt) {
    const steps = explainDue(term, from, calendar, { ...uncounted, extensions: extensions.slice(0, -1) })
    const extended: DueStep = { step: 'extended', nth: extensions.length, term: last, by: 'days', until: end }
    return [...steps.slice(0, -1), extended, ...steps.slice(-1)]
  }
  const by = byHours ? 'hours' : countedBy(term)
  const until = (nth: number) => due(term, from, calendar, { ...uncounted, extensions: extensions.slice(0, nth) })
  return [{ step: 'received', at: from }, ...stepsOf({ term, from, calendar, uncounted, by, end, until })]
}

function countedBy({ unit }: Term): CountedBy {
  if (unit === 'days') return 'days'
  return unit === 'calendarDays' ? 'civil' : 'calendar'
}

/** How `civilDue` comes to its date. */
export function explainCivil(
  term: Term,
  from: Instant,
  calendar: Calendar,
  uncounted: Uncounted & { rolls?: boolean } = {},
): DueStep[] {
  const end = civilDue(term, from, calendar, uncounted)
  if (!end) return []
  const extensions = uncounted.extensions ?? []
  const until = (nth: number) => civilDue(term, from, calendar, { ...uncounted, extensions: extensions.slice(0, nth) })
  return [{ step: 'received', at: from }, ...stepsOf({ term, from, calendar, uncounted, by: 'civil', end, until })]
}

/** How `objectionDue` comes to its date: the extension is a count of its own, from the day after the first days. */
export function explainObjection(
  filed: Instant,
  calendar: Calendar,
  extendedBy = 0,
  decided: ObjectionTerm = tenDays,
): DueStep[] {
  const days: Term = { unit: 'days', value: decided.days }
  const end = objectionDue(filed, calendar, 0, decided)
  const whole = objectionDue(filed, calendar, extendedBy, decided)
  if (!end || !whole) return []
  const by = (decided.counting ?? calendar.policy.objectionCounting) === 'civil' ? 'civil' : 'days'
  const one = { calendar, uncounted: {}, by, until: () => undefined } as const
  const first = stepsOf({ ...one, term: days, from: filed, end })
  const steps: DueStep[] = [{ step: 'received', at: filed }, ...first]
  if (extendedBy === 0) return steps
  const more: Term = { unit: 'days', value: extendedBy }
  const from = by === 'civil' ? startOf(dayNumber(end.lastDay)) : end.expiresAt
  const further = stepsOf({ ...one, term: more, from, end: whole }).filter(({ step }) => step !== 'term')
  return [...steps.slice(0, -1), { step: 'extended', nth: 1, term: more, by, until: whole }, ...further]
}

type Counted = {
  term: Term
  from: Instant
  calendar: Calendar
  uncounted: Uncounted & { rolls?: boolean }
  by: CountedBy
  end: Due
  /** Until when the term runs with the first so many extensions. */
  until: (nth: number) => Due | undefined
}

function stepsOf(counting: Counted): DueStep[] {
  const { term, from, calendar, uncounted, by, end, until } = counting
  const { suspensions = [], extensions = [] } = uncounted
  const minutes = minutesOf([term, ...extensions])
  const stopping = by === 'hours' ? inTime(suspensions, minutes, { from, calendar }) : suspensions
  const clock: Clock = { from, calendar, stops: stopsOf(stopping, calendar.policy, by === 'hours') }
  const first = by === 'civil' ? dayNumberOf(from) + 1 : by === 'hours' ? dayNumberOf(from) : firstDay(clock)
  const range: Range = { clock, by, first, last: dayNumber(end.lastDay), end: end.dueAt }
  const begins = beginning(range)
  return [
    ...[begins, { step: 'term', term, by } as const],
    ...suspended(range, suspensions, stopping),
    ...passedOver(range, dayNumber(begins.day)),
    ...extensions.flatMap((extension, index) => {
      const then = until(index + 1)
      return then ? [{ step: 'extended', nth: index + 1, term: extension, by, until: then } as const] : []
    }),
    ...rolled(counting, range),
    { step: 'due', due: end, provisional: calendar.isProvisional(end.lastDay) },
  ]
}

/** The days, by number, between which all counting takes place. */
type Range = { clock: Clock; by: CountedBy; first: number; last: number; end: Instant }

function beginning({ clock, by, first, last }: Range): Extract<DueStep, { step: 'begins' }> {
  const step = 'begins'
  const countsDay = (day: number) => !isStopped(clock, day) && (by !== 'days' || !clock.calendar.at(day).off)
  for (let day = first; day <= last; day += 1) {
    const at = by === 'hours' ? counted(clock, day)[0]?.from : undefined
    if (by === 'hours' ? at === undefined : !countsDay(day)) continue
    if (by === 'civil') return { step, day: dayAt(day), why: 'firstDayLeftOut' }
    const isReceipt = by === 'hours' ? at === clock.from : day === dayNumberOf(clock.from)
    return { step, day: dayAt(day), ...(at !== undefined && { at }), ...(!isReceipt && whyLater(clock)) }
  }
  return { step, day: dayAt(last) }
}

/** Why the instant of the receipt itself is not counted. */
function whyLater({ from, calendar, stops }: Clock): { why: BeginReason; holiday?: string } {
  const number = dayNumberOf(from)
  const { off, windows } = calendar.at(number)
  if (off) {
    const { weekend, name } = dayOff(calendar, number)
    return { why: weekend ? 'weekend' : 'holiday', ...(name !== undefined && { holiday: name }) }
  }
  if (isStopped({ from, calendar, stops }, number)) return { why: 'suspended' }
  if (from < (windows[0]?.from ?? from)) return { why: 'beforeOpening' }
  if (from >= (windows.at(-1)?.to ?? from)) return { why: 'afterClosing' }
  return { why: windows.some((w) => w.from <= from && from < w.to) ? 'suspended' : 'lunch' }
}

function dayOff(calendar: Calendar, number: number): DayOff {
  const day = dayAt(number)
  const weekend = isWeekend(number)
  const name = calendar.holidayName(day)
  return { day, weekend, ...(!weekend && name !== undefined && { name }) }
}

const isWeekend = (number: number): boolean => [0, 6].includes(weekdayAt(number))

/**
 * Each suspension in order, with what it stops beyond the earlier ones: nothing is counted as taken twice, and what came after
 * the end of a period of hours took nothing.
 */
function suspended(range: Range, suspensions: readonly Suspension[], stopping: readonly Suspension[]): DueStep[] {
  const { calendar } = range.clock
  const sound = suspensions.filter((s) => s.to >= s.from).toSorted((a, b) => a.from - b.from || a.to - b.to)
  const byHours = range.by === 'hours'
  let before = 0
  return sound.map((suspension, index) => {
    const so = sound.slice(0, index + 1).filter((s) => stopping.includes(s))
    const stops = stopsOf(so, calendar.policy, byHours)
    const stopped = stoppedIn({ ...range, clock: { ...range.clock, stops } })
    const took = byHours ? { minutes: stopped - before } : { days: stopped - before }
    before = stopped
    const { from, to, reason } = suspension
    const rest = { ...(reason && { reason }), took }
    return modeOf(suspension, calendar.policy, byHours) === 'exact'
      ? { step: 'suspendedSpan', from, to, ...rest }
      : { step: 'suspendedDays', first: dayAt(dayNumberOf(from)), last: dayAt(dayNumberOf(to)), ...rest }
  })
}

/** What the stops of the clock keep from being counted: minutes, working days, or days of the calendar. */
function stoppedIn({ clock, by, first, last, end }: Range): number {
  const free: Clock = { ...clock, stops: stopsOf([], clock.calendar.policy, by === 'hours') }
  let sum = 0
  for (let day = first; day <= last; day += 1) {
    if (by === 'hours') sum += minutesUntil(end, free, day) - minutesUntil(end, clock, day)
    else if (isStopped(clock, day) && !(by === 'days' && clock.calendar.at(day).off)) sum += 1
  }
  return Math.floor(sum)
}

const minutesUntil = (end: Instant, clock: Clock, day: number): number =>
  counted(clock, day).reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, end) - from), 0) / MINUTE

/** Days off that are not counted; the calendar and civil ways count them. */
function passedOver({ clock: { calendar }, by, last }: Range, begins: number): DueStep[] {
  if (by === 'calendar' || by === 'civil') return []
  const steps: DueStep[] = []
  let days = 0
  for (let day = begins; day <= last; day += 1) {
    if (isWeekend(day)) days += 1
    else if (calendar.at(day).off) {
      const name = calendar.holidayName(dayAt(day))
      steps.push({ step: 'holiday', day: dayAt(day), ...(name !== undefined && { name }) })
    }
  }
  return days === 0 ? steps : [...steps, { step: 'weekends', days }]
}

function rolled({ term, uncounted: { extensions = [], rolls = true }, by, end }: Counted, range: Range): DueStep[] {
  if (!rolls || by === 'hours' || by === 'days') return []
  const nominal = byCalendar(range.clock, range.first, lengthOf([term, ...extensions]), false)
  if (!nominal || nominal.lastDay === end.lastDay) return []
  const { calendar } = range.clock
  const over: DayOff[] = []
  for (let day = dayNumber(nominal.lastDay); day < range.last; day += 1)
    if (calendar.at(day).off) over.push(dayOff(calendar, day))
  return [{ step: 'rolled', from: nominal.lastDay, to: end.lastDay, over }]
}

import { z } from 'zod'
import { without, type Calendar, type CountingPolicy, type Span } from './calendar.ts'
import type { Period } from './manual.ts'
import {
  addDays,
  correspondingDay,
  dayAt,
  dayNumber,
  dayNumberOf,
  MINUTE,
  startOf,
  startOfDay,
  type Day,
  type Instant,
} from './time.ts'

/** 처리기한: when a petition is due, by 민원처리법 제19조 and its decree. */

/** Why time is not counted (불산입): 시행령 제20조, 행정절차법 시행령 제11조, 법 제10조 제3항, 시행령 제17조. */
export const SuspensionReason = z.enum([
  ...(['supplement', 'transport', 'representatives', 'hearing', 'examination', 'priorAct'] as const),
  ...(['outage', 'verification', 'investigation'] as const),
])
export type SuspensionReason = z.infer<typeof SuspensionReason>

/**
 * Time that is not counted: whole days, the first and the last included, or exactly the span. Without a mode the reason
 * tells it. One that still lasts is given the present as its end: the date is then the earliest possible.
 */
export type Suspension = {
  from: Instant
  to: Instant
  mode?: 'whole-days' | 'exact' | undefined
  reason?: SuspensionReason | undefined
}

/** A period as the law writes it; `workHours` are the milestones of 시행령 제13조 and 시행규칙 제9조. */
export type Term = Period | { unit: 'workHours'; value: number }

export type Due = {
  dueAt: Instant
  lastDay: Day
  /** When it is overdue: at the instant itself, or at the end of the last day (민법 제159조). */
  expiresAt: Instant
}

export type Uncounted = {
  suspensions?: readonly Suspension[]
  /** 연장 (시행령 제21조): added to the same count. */
  extensions?: readonly Term[]
}

/**
 * When a term that began at an instant ends. Undefined where the period is not confirmed or an extension does not fit
 * its count: never a guess.
 */
export function due(term: Term | null, from: Instant, calendar: Calendar, uncounted: Uncounted = {}): Due | undefined {
  if (!term || !isSound(term) || !(uncounted.extensions ?? []).every(isSound)) return undefined
  const extensions = uncounted.extensions ?? []
  const suspensions = uncounted.suspensions ?? []
  const days = daysOf([term, ...extensions])
  const byHours = countsHours(term, days, calendar.policy)
  const clock: Clock = { from, calendar, stops: stopsOf(suspensions, calendar.policy, byHours) }
  if (byHours) return byMinutes(clock, minutesOf([term, ...extensions]))
  if (term.unit === 'days') return byDays(clock, days)
  return byCalendar(clock, firstDay(clock), lengthOf([term, ...extensions]))
}

/** A civil period (보완기간, 이의신청): the first day is not counted, the last moves to a working day (민법 제157조·제161조). */
export function civilDue(
  term: Term,
  from: Instant,
  calendar: Calendar,
  { suspensions = [], extensions = [], rolls = true }: Uncounted & { rolls?: boolean } = {},
): Due | undefined {
  if (![term, ...extensions].every(isSound)) return undefined
  const clock: Clock = { from, calendar, stops: stopsOf(suspensions, calendar.policy, false) }
  return byCalendar(clock, dayNumberOf(from) + 1, lengthOf([term, ...extensions]), rolls)
}

/** 근무시간으로 정한 기한: transfers by 시행령 제13조, the e-window by 제6조 제8항, the supplement by 시행규칙 제9조 제1항. */
export const milestones = {
  transferToDepartment: { unit: 'workHours', value: 1 },
  transferFar: { unit: 'workHours', value: 3 },
  transferWithinAgency: { unit: 'workHours', value: 3 },
  transferToAgency: { unit: 'workHours', value: 8 },
  receiveFromWindow: { unit: 'workHours', value: 8 },
  demandSupplement: { unit: 'workHours', value: 8 },
} as const satisfies { [name: string]: Term }

/** 이의신청 결정: 10 days from the filing, extended by up to 10 from the day after they end (법 제35조 제2항). */
export function objectionDue(filed: Instant, calendar: Calendar, extendedBy = 0): Due | undefined {
  const civil = calendar.policy.objectionCounting === 'civil'
  const count = (value: number, from: Instant) =>
    civil ? civilDue({ unit: 'days', value }, from, calendar) : byDays({ from, calendar, stops: noStops }, value)
  const end = count(10, filed)
  if (!end || extendedBy === 0) return end
  return count(extendedBy, civil ? startOfDay(end.lastDay) : end.expiresAt)
}

/** 처리진행상황 통지: the day after every 30 days since the receipt, moved by nothing (시행령 제23조 제1항). */
export const progressNoticeDay = (received: Day, nth: number): Day => addDays(received, 30 * nth + 1)

/** 미수령 문서: the first day on which an uncollected document may be destroyed, 15 days after the promised one (시행령 제25조 제4항). */
export function destroyableFrom(promised: Day, calendar: Calendar): Day {
  return addDays(calendar.nextWorkingDay(addDays(promised, 15)), 1)
}

/** Overdue after the instant, or from the midnight after the last day. */
export const overdue = (now: Instant, end: Due): boolean => now > end.dueAt && now >= end.expiresAt

/** The working minutes that remain, without what is suspended; 0 once the term is over. */
export function remainingWorkingMinutes(
  now: Instant,
  end: Due,
  calendar: Calendar,
  suspensions: readonly Suspension[] = [],
): number {
  const byHours = end.dueAt === end.expiresAt
  const clock: Clock = { from: now, calendar, stops: stopsOf(suspensions, calendar.policy, byHours) }
  const last = dayNumber(end.lastDay)
  let sum = 0
  for (let day = dayNumberOf(now); day <= last; day += 1) {
    if (!byHours && isStopped(clock, day)) continue
    for (const w of counted(clock, day)) sum += Math.max(0, Math.min(w.to, end.dueAt) - w.from)
  }
  return Math.floor(sum / MINUTE)
}

/** 법 제19조 제1항: a day is eight working hours. */
const dayMinutes = 480
/** No count goes on for longer: beyond it the hours or the suspensions are wrong. */
const longest = 20_000

type Stops = {
  /** Whole days by number, the first and the last included. */
  whole: readonly { first: number; last: number }[]
  exact: readonly Span[]
  /** What stops every day that it touches. */
  touching: readonly Span[]
}
type Clock = { from: Instant; calendar: Calendar; stops: Stops }
const noStops: Stops = { whole: [], exact: [], touching: [] }

const isSound = ({ value }: Term): boolean => Number.isSafeInteger(value) && value > 0 && value < longest

/** 법 제19조 제1항·제2항: up to five days are counted in hours, from six in days. */
function countsHours(term: Term, days: number, { extendedUnit }: CountingPolicy): boolean {
  if (term.unit !== 'days') return ['immediate', 'hours', 'workHours'].includes(term.unit)
  return term.value <= 5 && (days <= 5 || extendedUnit === 'keep-hours')
}

const daysOf = (terms: readonly Term[]): number => total(terms, ({ unit, value }) => (unit === 'days' ? value : NaN))

/** 시행령 제19조: `immediate` is three working hours, whatever its number says. */
const minutesOf = (terms: readonly Term[]): number =>
  total(terms, ({ unit, value }) => {
    if (unit === 'immediate') return 180
    if (unit === 'days') return value * dayMinutes
    return unit === 'hours' || unit === 'workHours' ? value * 60 : NaN
  })

type Length = { months: number; days: number }
const lengthOf = (terms: readonly Term[]): Length => ({
  months: total(terms, ({ unit, value }) => ({ ...noLength, years: value * 12, months: value })[unit]),
  days: total(terms, ({ unit, value }) => ({ ...noLength, weeks: value * 7, days: value })[unit]),
})
const noLength = { immediate: NaN, hours: NaN, workHours: NaN, days: 0, weeks: 0, months: 0, years: 0 }

const total = (terms: readonly Term[], of: (term: Term) => number): number =>
  terms.reduce((sum, term) => sum + of(term), 0)

function byMinutes(clock: Clock, minutes: number): Due | undefined {
  let rest = minutes * MINUTE
  const first = dayNumberOf(clock.from)
  for (let day = first; rest > 0 && day < first + longest; day += 1)
    for (const span of counted(clock, day)) {
      const length = span.to - span.from
      if (length >= rest) return { dueAt: span.from + rest, lastDay: dayAt(day), expiresAt: span.from + rest }
      rest -= length
    }
  return undefined
}

/** The first day counts if it is a working day (법 제19조 제2항). */
function byDays(clock: Clock, days: number): Due | undefined {
  let left = days
  const first = firstDay(clock)
  for (let day = first; left > 0 && day < first + longest; day += 1) {
    if (!clock.calendar.at(day).off && !isStopped(clock, day)) left -= 1
    if (left === 0) return wholeDay(clock.calendar, day)
  }
  return undefined
}

/**
 * Weeks, months and years run by the calendar to the day before the corresponding one; suspended days are made up for at
 * the end, and the last day moves to a working day (법 제19조 제3항, 민법 제160조·제161조).
 */
function byCalendar(clock: Clock, first: number, { months, days }: Length, rolls = true): Due | undefined {
  const end = correspondingDay(first, months) + days
  if (Number.isNaN(end)) return undefined
  // Nothing is left out on the way: the count may begin at its last day.
  const begin = clock.stops === noStops ? end - 1 : first
  let left = end - begin
  for (let day = begin; day < first + longest; day += 1) {
    const stopped = isStopped(clock, day)
    if (!stopped) left -= 1
    if (left <= 0 && !(stopped || (rolls && clock.calendar.at(day).off))) return wholeDay(clock.calendar, day)
  }
  return undefined
}

function firstDay({ from, calendar }: Clock): number {
  const day = dayNumberOf(from)
  if (calendar.policy.nightReceiptCountsAsDayOne) return day
  const close = calendar.at(day).hours.at(-1)?.to ?? startOf(day + 1)
  return from >= close ? day + 1 : day
}

function stopsOf(suspensions: readonly Suspension[], policy: CountingPolicy, byHours: boolean): Stops {
  if (suspensions.length === 0) return noStops
  const sound = suspensions.filter((s) => s.to >= s.from).map((s) => ({ ...s, mode: modeOf(s, policy, byHours) }))
  const exact = sound.filter((s) => s.mode === 'exact')
  return {
    whole: sound
      .filter((s) => s.mode === 'whole-days')
      .map((s) => ({ first: dayNumberOf(s.from), last: dayNumberOf(s.to) })),
    exact: merged(exact),
    touching: policy.outageDayMode === 'any-touch' ? exact.filter((s) => s.reason === 'outage') : [],
  }
}

/** 행정절차법 시행령 제11조: a supplement stops whole days; an outage and a verification are measured. */
function modeOf({ mode, reason }: Suspension, policy: CountingPolicy, byHours: boolean): 'whole-days' | 'exact' {
  if (mode) return mode
  if (reason === 'outage' || reason === 'verification') return 'exact'
  return reason === 'supplement' && byHours ? policy.supplementHourMode : 'whole-days'
}

function merged(spans: readonly Span[]): Span[] {
  const whole: Span[] = []
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else whole.push({ from, to })
  }
  return whole
}

/** The working time of a day that counts: after the start, outside what is suspended. */
function counted({ from, calendar, stops }: Clock, day: number): readonly Span[] {
  if (stops.whole.some((w) => w.first <= day && day <= w.last)) return []
  const { windows } = calendar.at(day)
  if (windows[0] && windows[0].from >= from && stops.exact.length === 0) return windows
  const begun = windows.map((w) => ({ from: Math.max(w.from, from), to: w.to })).filter((w) => w.to > w.from)
  return stops.exact.reduce<readonly Span[]>((spans, cut) => spans.flatMap((span) => without(span, cut)), begun)
}

/** A day is not counted when it is suspended whole, or when exact spans fill its working hours. */
function isStopped({ calendar, stops }: Clock, day: number): boolean {
  if (stops === noStops) return false
  if (stops.whole.some((w) => w.first <= day && day <= w.last)) return true
  if (stops.exact.length === 0) return false
  const { hours } = calendar.at(day)
  if (hours.some((h) => stops.touching.some((s) => s.from < h.to && s.to > h.from))) return true
  return hours.length > 0 && hours.every((h) => stops.exact.some((s) => s.from <= h.from && h.to <= s.to))
}

const wholeDay = (calendar: Calendar, number: number): Due => {
  const lastDay = dayAt(number)
  return { dueAt: calendar.endOfWork(lastDay), lastDay, expiresAt: startOf(number + 1) }
}

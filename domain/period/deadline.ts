import { z } from 'zod'
import type { Period } from '../manual/manual.ts'
import { addDays, dayNumber, dayNumberOf, dayOf, MINUTE, startOfDay, type Day, type Instant } from '../time.ts'
import type { Calendar, ObjectionCounting } from './calendar.ts'
import {
  byCalendar,
  byDays,
  byMinutes,
  counted,
  countsHours,
  daysOf,
  firstDay,
  inTime,
  isSound,
  isStopped,
  lengthOf,
  minutesOf,
  noStops,
  stopsOf,
  type Clock,
} from './deadline-count.ts'

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
  const minutes = minutesOf([term, ...extensions])
  const stopping = byHours ? inTime(suspensions, minutes, { from, calendar }) : suspensions
  const clock: Clock = { from, calendar, stops: stopsOf(stopping, calendar.policy, byHours) }
  if (byHours) return byMinutes(clock, minutes)
  if (term.unit === 'days') return later(byDays(clock, days), beforeConversion(term, from, calendar, uncounted))
  const first = term.unit === 'calendarDays' ? dayNumberOf(from) + 1 : firstDay(clock)
  return byCalendar(clock, first, lengthOf([term, ...extensions]))
}

/**
 * The date that a period of hours had before its last extension made it one of days; undefined for others. In days a partial
 * outage is not taken out, so the count alone could bring the date forward, which no extension may (시행령 제21조).
 */
export function beforeConversion(term: Term, from: Instant, calendar: Calendar, uncounted: Uncounted): Due | undefined {
  const extensions = uncounted.extensions ?? []
  if (term.unit !== 'days' || term.value > 5 || extensions.length === 0) return undefined
  return due(term, from, calendar, { ...uncounted, extensions: extensions.slice(0, -1) })
}

const later = (one: Due | undefined, other: Due | undefined): Due | undefined =>
  one && other && other.dueAt > one.dueAt ? other : one

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

/** 여러 통의 교부: a day more for every 20 copies of one person on one day (시행령 제12조 제5항). */
export const bulkCopyDays = (copies: number): number => Math.floor(Math.max(0, copies) / 20)

/**
 * 고충민원 현장조사: of an investigation 14 days are not counted, 7 more once it was extended (시행령 제17조 제4항·제5항);
 * of a second one what the first has left of them. Where nothing is left it ends before it begins.
 */
export function uncountedInvestigation(from: Instant, to: Instant, isExtended: boolean, used = 0): Suspension {
  const last = startOfDay(addDays(dayOf(from), Math.max(0, (isExtended ? 21 : 14) - used))) - 1
  return { from, to: Math.min(to, last), reason: 'investigation' }
}

/** In how many days an objection is decided; without `counting` they are counted as the hall counts them. */
export type ObjectionTerm = { days: number; counting?: ObjectionCounting | undefined }
/** 법 제35조 제2항. */
export const tenDays: ObjectionTerm = { days: 10 }

/** 이의신청 결정: within its days from the filing, extended by up to as many from the day after they end (법 제35조 제2항). */
export function objectionDue(
  filed: Instant,
  calendar: Calendar,
  extendedBy = 0,
  { days, counting = calendar.policy.objectionCounting }: ObjectionTerm = tenDays,
): Due | undefined {
  const civil = counting === 'civil'
  const count = (value: number, from: Instant) =>
    civil ? civilDue({ unit: 'days', value }, from, calendar) : byDays({ from, calendar, stops: noStops }, value)
  const end = count(days, filed)
  if (!end || extendedBy === 0) return end
  return count(extendedBy, civil ? startOfDay(end.lastDay) : end.expiresAt)
}

/** 처리진행상황 통지: the day after every 30 days since the receipt, moved by nothing (시행령 제23조 제1항). */
export const progressNoticeDay = (received: Day, nth: number): Day => addDays(received, 30 * nth + 1)

/** 처리진행상황 통지: the day on which it is sent: where its day is no working day, the last working day before it. */
export const progressSendDay = (received: Day, nth: number, calendar: Calendar): Day =>
  calendar.lastWorkingDay(progressNoticeDay(received, nth))

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

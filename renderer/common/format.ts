import { dayOf, isoOf } from '../../domain/time.ts'
import type { Language } from '../text/text.ts'

/** '10:58' */
export const clock = (at: number): string => isoOf(at).slice(11, 16)

/** '10:58:04' */
export const clockSeconds = (at: number): string => isoOf(at).slice(11, 19)

/** A day, or that of an instant in Korea, as a date that is read in UTC. */
const calendarDate = (when: string | number): Date =>
  new Date(`${typeof when === 'number' ? dayOf(when) : when}T00:00:00Z`)

const weekdays = { ko: '일월화수목금토', en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] } as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** '11월 23일(월)' or 'Mon 23 Nov', from a day or an instant. */
export function date(when: string | number, language: Language): string {
  const d = calendarDate(when)
  const [month, day, weekday] = [d.getUTCMonth(), d.getUTCDate(), d.getUTCDay()]
  if (language === 'en') return `${weekdays.en[weekday]} ${day} ${months[month]}`
  return `${month + 1}월 ${day}일(${weekdays.ko[weekday]})`
}

/** '2026년 10월' or 'Oct 2026', from a month as '2026-10'. */
export function monthName(month: string, language: Language): string {
  const [year, of] = month.split('-').map(Number)
  return language === 'en' ? `${months[(of ?? 1) - 1]} ${year}` : `${year}년 ${of}월`
}

/** '3/12' or '12 Mar', from a day or an instant: where many stand side by side. */
export function shortDay(when: string | number, language: Language): string {
  const d = calendarDate(when)
  const [month, day] = [d.getUTCMonth(), d.getUTCDate()]
  return language === 'en' ? `${day} ${months[month]}` : `${month + 1}/${day}`
}

/** '01-00005': a receipt number as one tells it from others of the year; the search finds it so. */
export const withoutYear = (receiptNo: string): string => receiptNo.replace(/^\d{4}-/, '')

/** A time as one needs it today: the clock alone, or with its day when it was another one. */
export const moment = (at: number, now: number, language: Language): string =>
  dayOf(at) === dayOf(now) ? clock(at) : `${date(at, language)} ${clock(at)}`

/** The same where there is little room: '17:50', or '11/23 17:50'. */
export const shortMoment = (at: number, now: number, language: Language): string =>
  dayOf(at) === dayOf(now) ? clock(at) : `${shortDay(at, language)} ${clock(at)}`

export const minutesBetween = (from: number, to: number): number => Math.max(0, Math.floor((to - from) / 60_000))

/** '18분', '2시간 44분'. */
export function duration(minutes: number, language: Language): string {
  const [h, m] = [Math.floor(minutes / 60), minutes % 60]
  const units = language === 'ko' ? { h: '시간', m: '분' } : { h: ' h', m: ' min' }
  if (h === 0) return `${m}${units.m}`
  return m === 0 ? `${h}${units.h}` : `${h}${units.h} ${m}${units.m}`
}

const wholeDay = 24 * 60

/** How long something lasted by the calendar: '3일 1시간', '40분'. */
export function lasted(minutes: number, language: Language): string {
  const [days, rest] = [Math.floor(minutes / wholeDay), minutes % wholeDay]
  if (days === 0) return duration(minutes, language)
  const dayWords = language === 'ko' ? `${days}일` : days === 1 ? '1 day' : `${days} days`
  return rest === 0 ? dayWords : `${dayWords} ${duration(rest, language)}`
}

const workingDay = 8 * 60

/** Working time left: '3일 2시간' above one working day of eight hours, else hours and minutes. */
export function workingTime(minutes: number, language: Language): string {
  if (minutes < workingDay) return duration(minutes, language)
  const [days, h] = [Math.floor(minutes / workingDay), Math.floor((minutes % workingDay) / 60)]
  const dayWord = language === 'ko' ? `${days}일` : `${days} d`
  return h === 0 ? dayWord : `${dayWord} ${duration(h * 60, language)}`
}

/** '20,000' */
export const counted = (n: number): string => n.toLocaleString('ko-KR')

/** '20,000원' */
export const money = (won: number, language: Language): string =>
  language === 'ko' ? `${won.toLocaleString('ko-KR')}원` : `₩${won.toLocaleString('ko-KR')}`

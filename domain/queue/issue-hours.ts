import { calendarOf } from '../hall-calendar.ts'
import type { Hall } from '../state.ts'
import { dayOf, instantOf, weekday, type Day, type Instant } from '../time.ts'
import { isForToday, type IssueStopReason } from './issue-settings.ts'
import { queueSettings } from './queue-settings.ts'
import { isCancelled } from './queue.ts'

/** 발급 시간과 한도: when the hall gives tickets to whoever touches a kiosk. Staff of the floor may issue beside it. */

/** 발급 멈춤: from when, by whom and why; it ends with its day. */
export type IssueStop = { at: Instant; reason: IssueStopReason }

export type IssueRefusal = 'issueStopped' | 'ticketsNotYet' | 'ticketsOver' | 'ticketLimitReached' | 'dayOff'

type Known = Pick<Hall, 'queueChanges' | 'profile' | 'holidays' | 'tickets' | 'visits' | 'issueStop'>

/** From when to when tickets are given on a day; undefined on a day without any, 'always' where the hall has set nothing. */
export function issueHours(hall: Known, day: Day): { from: Instant; until: Instant } | 'always' | undefined {
  const { profile } = hall
  const set = profile?.tickets
  if (!profile || !set) return 'always'
  if (!set.daysOff && calendarOf(hall).isOff(day)) return undefined
  const { night, hours } = profile
  const isNight = night?.weekday === weekday(day)
  const until = isNight ? (set.nightUntil ?? night.until) : (set.until ?? hours.to)
  return { from: instantOf(day, set.from ?? hours.from), until: instantOf(day, until) }
}

/** The stop of issue that is in force. */
export const issueStopAt = (hall: Pick<Hall, 'issueStop'>, at: Instant): IssueStop | undefined =>
  hall.issueStop && dayOf(hall.issueStop.at) === dayOf(at) ? hall.issueStop : undefined

/** Why no ticket is given to a citizen now; undefined where one is. */
export function whyNotIssued(hall: Known, at: Instant): IssueRefusal | undefined {
  const stop = issueStopAt(hall, at)
  if (stop && isForToday(stop.reason)) return 'issueStopped'
  const day = dayOf(at)
  const hours = issueHours(hall, day)
  // A stop that nobody lifted does not outlast the hours: who read of one for a while would wait for its end.
  if (hours !== undefined && hours !== 'always' && at >= hours.until) return 'ticketsOver'
  if (stop) return 'issueStopped'
  if (hours === undefined) return 'dayOff'
  if (hours !== 'always' && at < hours.from) return 'ticketsNotYet'
  return isLimitReached(hall, day) ? 'ticketLimitReached' : undefined
}

function isLimitReached(hall: Known, day: Day): boolean {
  const limit = queueSettings(hall).dailyLimit
  if (limit === 0) return false
  let issued = 0
  for (const t of hall.tickets.values()) if (t.label.day === day && !isCancelled(hall, t)) issued += 1
  return issued >= limit
}

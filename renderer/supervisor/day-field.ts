import { Day, dayOf, instantOf, type Instant } from '../../domain/time.ts'
import { clock } from '../common/format.ts'

/** What a supervisor types as a date or a time; both are Korea's. */

export const isDay = (text: string): boolean => Day.safeParse(text).success

/** The instant of '2026-11-24 10:30'; undefined for anything else. */
export function momentIn(text: string): Instant | undefined {
  const [day = '', time = ''] = text.trim().split(/\s+/)
  return isDay(day) && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? instantOf(day, time) : undefined
}

/** An instant as `momentIn` reads it. */
export const dayAndTime = (at: Instant): string => `${dayOf(at)} ${clock(at)}`

import { Day, instantOf, type Instant } from '../../domain/time.ts'

/** What a supervisor types as a date or a time; both are Korea's. */

export const isDay = (text: string): boolean => Day.safeParse(text).success

/** The instant of '2026-11-24 10:30'; undefined for anything else. */
export function momentIn(text: string): Instant | undefined {
  const [day = '', clock = ''] = text.trim().split(/\s+/)
  return isDay(day) && /^([01]\d|2[0-3]):[0-5]\d$/.test(clock) ? instantOf(day, clock) : undefined
}

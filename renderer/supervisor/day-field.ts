import { dayOf, instantOf, isDay, type Instant } from '../../domain/time.ts'
import { clock } from '../common/format.ts'
import { readDay, readTime } from '../common/typed-day.ts'

/** What a supervisor types as a date with a time; both are Korea's. */

/** The instant of '2026-11-24 10:30', as people type it; undefined for anything else. */
export function momentIn(text: string): Instant | undefined {
  const [typedDay = '', typedTime = ''] = text.trim().split(/\s+/)
  const [day, time] = [readDay(typedDay), readTime(typedTime)]
  return isDay(day) && time !== undefined ? instantOf(day, time) : undefined
}

/** An instant as `momentIn` reads it. */
export const dayAndTime = (at: Instant): string => `${dayOf(at)} ${clock(at)}`

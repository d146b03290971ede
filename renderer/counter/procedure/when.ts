import { instantOf, isDay } from '../../../domain/time.ts'
import { readDay, readTime } from '../../common/typed-day.ts'

/** When something was done: now, or at a day and a time of Seoul as they were typed. */
export type When = { day: string; time: string } | undefined

/** The instant; undefined is now, and what cannot be read is 'wrong'. */
export function instantOfWhen(when: When): number | undefined | 'wrong' {
  if (!when) return undefined
  const day = readDay(when.day)
  const time = readTime(when.time)
  return isDay(day) && time !== undefined ? instantOf(day, time) : 'wrong'
}

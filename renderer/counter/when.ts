import { instantOf } from '../../domain/time.ts'
import { isDay, readDay } from './typed-day.ts'

/** When something was done: now, or at a day and a time of Seoul as they were typed. */
export type When = { day: string; time: string } | undefined

/** The instant; undefined is now, and what cannot be read is 'wrong'. */
export function instantOfWhen(when: When): number | undefined | 'wrong' {
  if (!when) return undefined
  const day = readDay(when.day)
  const parts = /^(\d{1,2})[:.]?(\d\d)$/.exec(when.time.trim())
  if (!isDay(day) || !parts) return 'wrong'
  const [hour, minute] = [Number(parts[1]), Number(parts[2])]
  if (hour > 23 || minute > 59) return 'wrong'
  return instantOf(day, `${String(hour).padStart(2, '0')}:${parts[2]}`)
}

import { z } from 'zod'

/** Time in the hall: Asia/Seoul is +09:00 all year, so days and clock times are plain arithmetic on integers. */

/** A moment: whole milliseconds since 1970-01-01T00:00Z. */
export const Instant = z.int()
export type Instant = z.infer<typeof Instant>

/** A day in Asia/Seoul: YYYY-MM-DD. */
export const Day = z.iso.date()
export type Day = z.infer<typeof Day>

const offset = 9 * 3_600_000
const dayLength = 86_400_000

export const dayOf = (instant: Instant): Day => new Date(instant + offset).toISOString().slice(0, 10)
export const startOfDay = (day: Day): Instant => Date.parse(`${day}T00:00:00Z`) - offset
export const addDays = (day: Day, n: number): Day => dayOf(startOfDay(day) + n * dayLength)
/** 0 is Sunday, 6 is Saturday. */
export const weekday = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay()
/** The moment of a clock time ("HH:MM", up to 24:00) on a day. */
export const instantOf = (day: Day, clock: string): Instant =>
  startOfDay(day) + Number(clock.slice(0, 2)) * 3_600_000 + Number(clock.slice(3, 5)) * 60_000

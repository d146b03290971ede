import { z } from 'zod'

/** Time in the hall: Asia/Seoul is +09:00 all year, so days and clock times are plain arithmetic on integers. */

/** A moment: whole milliseconds since 1970-01-01T00:00Z. */
export const Instant = z.int()
export type Instant = z.infer<typeof Instant>

/** A day in Asia/Seoul: YYYY-MM-DD. */
export const Day = z.iso.date()
export type Day = z.infer<typeof Day>

/** Whether a text is a day that there is. */
export const isDay = (text: string): boolean => Day.safeParse(text).success

/** A month: YYYY-MM. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/**
 * A clock time: HH:MM. The shape lets records be read that hold a time after 24:00; what is written anew is not taken with
 * one (domain/hall-flaws.ts). Times of this shape compare as texts.
 */
export const ClockTime = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/)
/** The end of a day, and its last clock time. */
export const endOfDay = '24:00'

export const MINUTE = 60_000
const hourLength = 60 * MINUTE
const dayLength = 24 * hourLength
const offset = 9 * hourLength

export const dayOf = (instant: Instant): Day => dayAt(dayNumberOf(instant))
export const startOfDay = (day: Day): Instant => startOf(dayNumber(day))
export const addDays = (day: Day, n: number): Day => dayAt(dayNumber(day) + n)
/** 0 is Sunday, 6 is Saturday. */
export const weekday = (day: Day): number => weekdayAt(dayNumber(day))
/** The moment of a clock time ("HH:MM", up to 24:00) on a day. */
export const instantOf = (day: Day, clock: string): Instant => startOfDay(day) + sinceMidnight(clock)
/** Milliseconds from midnight to a clock time. */
export const sinceMidnight = (clock: string): number =>
  Number(clock.slice(0, 2)) * hourLength + Number(clock.slice(3, 5)) * MINUTE

/** The day as a number, for loops: days since 1970-01-01. */
export const dayNumber = (day: Day): number =>
  numberOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)))
export const dayNumberOf = (instant: Instant): number => Math.floor((instant + offset) / dayLength)
/** The first moment of the day with a number. */
export const startOf = (number: number): Instant => number * dayLength - offset
/** 1970-01-01 was a Thursday. */
export const weekdayAt = (number: number): number => (((number + 4) % 7) + 7) % 7

/** The day with a number. */
export function dayAt(number: number): Day {
  const { year, month, date } = partsOf(number)
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(date)}`
}

/**
 * The number of the corresponding day so many months later or, where that month has none, of the first day after that
 * month: the day before it is the end of the period in both cases (민법 제160조 제2항·제3항).
 */
export function correspondingDay(number: number, months: number): number {
  const { year, month, date } = partsOf(number)
  const index = year * 12 + month - 1 + months
  const firstOf = (i: number) => numberOf(Math.floor(i / 12), (i % 12) + 1, 1)
  return Math.min(firstOf(index) + date - 1, firstOf(index + 1))
}

/** A moment as people in Seoul write it: 2026-03-10T14:00:00+09:00, with milliseconds only where there are any. */
export function isoOf(instant: Instant): string {
  const past = instant - startOf(dayNumberOf(instant))
  const clock = [past / hourLength, (past % hourLength) / MINUTE, (past % MINUTE) / 1000]
  const rest = past % 1000
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(3, '0')}`
  return `${dayOf(instant)}T${clock.map((part) => twoDigits(Math.floor(part))).join(':')}${fraction}+09:00`
}

const iso =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-4]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3})\d*)?)?(?:Z|([+-])(\d\d):([0-5]\d))$/

/** Reads a moment in ISO 8601 that says its offset; undefined for anything else, as an offset is never guessed. */
export function readIso(text: string): Instant | undefined {
  const parts = iso.exec(text)
  if (!parts || !Day.safeParse(parts[1]).success) return undefined
  const [, day = '', hour = '', minute = '', seconds = '0', fraction = '', sign, offsetHours = '00', rest = '00'] =
    parts
  const clock = sinceMidnight(`${hour}:${minute}`) + Number(seconds) * 1000 + Number(fraction.padEnd(3, '0'))
  if (clock > dayLength || Number(offsetHours) > 14) return undefined
  const ahead = sinceMidnight(`${offsetHours}:${rest}`) * (sign === '-' ? -1 : 1)
  return dayNumber(day) * dayLength + clock - ahead
}

// Both ways between a date and its number. The year of the reckoning begins in March, so that the leap day is its last.
const epoch = 719_468
const cycle = 146_097

function numberOf(year: number, month: number, date: number): number {
  const y = month <= 2 ? year - 1 : year
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - epoch
}

function partsOf(number: number): { year: number; month: number; date: number } {
  const cycles = Math.floor((number + epoch) / cycle)
  const day = number + epoch - cycles * cycle
  const leapDays = Math.floor(day / 1460) - Math.floor(day / 36_524) + Math.floor(day / (cycle - 1))
  const y = Math.floor((day - leapDays) / 365)
  const dayOfYear = day - (365 * y + Math.floor(y / 4) - Math.floor(y / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const date = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  return { year: cycles * 400 + y + (month <= 2 ? 1 : 0), month, date }
}

const twoDigits = (n: number): string => String(n).padStart(2, '0')

import { z } from 'zod'
import { CountingPolicy } from '../../domain/period/calendar.ts'
import type { Term } from '../../domain/period/deadline.ts'
import { readIso } from '../../domain/time.ts'

/** The questions of `due` as a file writes them, and what is wrong with one: where, why, and what to write. */

const moment = z.string().refine((text) => readIso(text) !== undefined, {
  error: 'must be a moment with its offset, such as 2026-03-10T09:00:00+09:00',
})
const clock = '(?:(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)'
const hours = z
  .string()
  .regex(new RegExp(`^${clock}-${clock}$`), { error: 'must be hours of one day, such as 09:00-18:00' })
  .refine((text) => text.slice(0, 5) < text.slice(6), { error: 'must end after it begins, such as 09:00-18:00' })
export const Dated = z.union(
  [z.iso.date(), z.looseObject({ date: z.iso.date(), names: z.array(z.string()).optional() })],
  {
    error: 'must be a day such as 2026-05-01, or an object with such a "date"',
  },
)
const Length = z.looseObject({ unit: z.string().nullish(), value: z.number().nullish() })
export type Length = z.infer<typeof Length>

const Policy = z.looseObject({
  ...CountingPolicy.shape,
  workingHours: hours.default('09:00-18:00'),
  lunch: hours.nullable().default('12:00-13:00'),
  nightSession: z
    .string()
    .regex(new RegExp(`^dow[0-7] until ${clock}$`), { error: 'must be such as "dow2 until 21:00" (0 is Sunday)' })
    .nullable()
    .default(null),
  nightCountsAsWorkingHours: z.boolean().default(false),
})

const list = <T extends z.ZodType>(of: T) =>
  z
    .array(of)
    .nullish()
    .transform((items) => items ?? [])

const Interval = z
  .looseObject({
    kind: z.string().optional(),
    from: moment,
    to: moment,
    mode: z.enum(['whole-days', 'exact']).optional(),
  })
  .refine((span) => (readIso(span.from) ?? 0) <= (readIso(span.to) ?? 0), { error: 'must not end before it begins' })

export const Vector = z.looseObject({
  id: z.string(),
  clock: z.enum(['processing', 'milestone', 'civil-days']).default('processing'),
  receivedAt: moment,
  period: Length.nullish(),
  policy: z.preprocess((given) => given ?? {}, Policy),
  extraHolidays: list(Dated),
  suspendedIntervals: list(Interval),
  extension: list(Length),
  rule: z.string().default(''),
})
export type Vector = z.infer<typeof Vector>

const units: { readonly [written: string]: Term['unit'] } = {
  immediate: 'immediate',
  workHour: 'workHours',
  hour: 'workHours',
  workHours: 'workHours',
  hours: 'workHours',
  day: 'days',
  calendarDay: 'calendarDays',
  calendarDays: 'calendarDays',
  week: 'weeks',
  month: 'months',
  year: 'years',
  days: 'days',
  weeks: 'weeks',
  months: 'months',
  years: 'years',
}

/** Undefined where the unit or the number is not set or not known. */
export function termIn(length: Length | null | undefined): Term | undefined {
  const unit = units[length?.unit ?? '']
  const value = unit === 'immediate' ? 1 : length?.value
  return unit && typeof value === 'number' ? { unit, value } : undefined
}

/** Why a question has no date, where it should have one: at which field, and what to write there. */
export function problemOf({ period, extension }: Vector): string | undefined {
  const lengths = extension.map((e, i) => [`extension.${i}`, { unit: 'day', ...e }] as const)
  return [['period', period] as const, ...lengths]
    .map(([where, length]) => (length ? lengthProblem(where, length) : undefined))
    .find((problem) => problem !== undefined)
}

/** A period that is not set has no date, and no fault either. */
function lengthProblem(where: string, { unit, value }: Length): string | undefined {
  if ((unit ?? null) === null)
    return value === undefined || value === null ? undefined : `${where}.unit is missing: ${oneUnit}`
  if (units[unit ?? ''] === undefined) return `${where}.unit "${unit}" is no unit: ${oneUnit}`
  if (units[unit ?? ''] === 'immediate') return undefined
  if (typeof value !== 'number') return `${where}.value is missing: write a whole number above 0`
  const isWhole = Number.isSafeInteger(value) && value > 0 && value < longest
  return isWhole
    ? undefined
    : `${where}.value ${value} cannot be counted: write a whole number above 0 and below ${longest}`
}

const longest = 20_000
const oneUnit = 'write one of immediate, workHour, day, week, month, year'

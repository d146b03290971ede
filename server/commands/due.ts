import { z } from 'zod'
import { makeCalendar, type Calendar } from '../../domain/calendar.ts'
import { civilDue, due as dueOf, type Term } from '../../domain/deadline.ts'
import { UsageError, type CommandLine } from './command.ts'
import { readJson, shippedManual, soundManual } from './input.ts'

const time = z.iso.datetime({ offset: true })
const day = z.union([z.iso.date(), z.looseObject({ date: z.iso.date() })])
const units = { immediate: 'immediate', workHour: 'workHours', day: 'days', week: 'weeks', month: 'months', year: 'years' } as const
const Vector = z.looseObject({
  id: z.string(),
  clock: z.enum(['processing', 'milestone', 'civil-days']).default('processing'),
  receivedAt: time,
  period: z.looseObject({ unit: z.enum(['immediate', 'workHour', 'day', 'week', 'month', 'year']), value: z.int().min(1) }),
  policy: z
    .looseObject({
      workingHours: z.string().regex(/^\d\d:\d\d-\d\d:\d\d$/).default('09:00-18:00'),
      lunch: z.string().regex(/^\d\d:\d\d-\d\d:\d\d$/).default('12:00-13:00'),
      nightSession: z.string().nullable().default(null),
      nightCountsAsWorkingHours: z.boolean().default(false),
    })
    .prefault({}),
  extraHolidays: z.array(day).default([]),
  suspendedIntervals: z
    .array(z.looseObject({ from: time, to: time, mode: z.enum(['whole-days', 'exact']) }))
    .default([]),
  extension: z.array(z.looseObject({ value: z.int() })).default([]),
})
type Vector = z.infer<typeof Vector>
const shape = '{"vectors":[{"id","receivedAt","period":{"unit","value"},…}]}'

export const due: CommandLine = {
  name: 'due',
  summary: 'Computes the due time of a file of deadline vectors.',
  usage: 'due --json <file>',
  options: { json: { type: 'string', value: 'file', help: shape } },
  async run({ options }) {
    const { vectors } = readJson(options['json'], z.looseObject({ vectors: z.array(Vector) }), shape)
    const holidays = soundManual(shippedManual).holidays.map((h) => h.date)
    console.log(JSON.stringify(vectors.map((v) => ({ id: v.id, dueAt: inSeoul(dueOfVector(v, holidays)) }))))
    return 0
  },
}

function dueOfVector(v: Vector, holidays: readonly string[]): number {
  const calendar = calendarOf(v, holidays)
  const from = Date.parse(v.receivedAt)
  if (v.clock === 'civil-days') return civilDue(v.period.value, from, calendar).dueAt
  const term: Term = { unit: units[v.period.unit], value: v.period.value }
  const suspensions = v.suspendedIntervals.map((s) => ({ from: Date.parse(s.from), to: Date.parse(s.to), mode: s.mode }))
  const end = dueOf(term, from, calendar, { suspensions, extensions: v.extension.map((e) => e.value) })
  if (!end) throw new UsageError(`${v.id} has no period.`)
  return end.dueAt
}

function calendarOf({ policy, extraHolidays }: Vector, holidays: readonly string[]): Calendar {
  const night = /^dow([0-6]) until (\d\d:\d\d)$/.exec(policy.nightSession ?? '')
  const dates = [...holidays, ...extraHolidays.map((d) => (typeof d === 'string' ? d : d.date))]
  return makeCalendar({
    holidays: dates.map((date) => ({ date })),
    ...{ hours: span(policy.workingHours), lunch: span(policy.lunch) },
    night: night ? { weekday: Number(night[1]), until: night[2] ?? '' } : undefined,
    nightCounts: policy.nightCountsAsWorkingHours,
  })
}

const span = (text: string) => ({ from: text.slice(0, 5), to: text.slice(6, 11) })
const inSeoul = (at: number): string => `${new Date(at + 9 * 3_600_000).toISOString().slice(0, 19)}+09:00`

import { z } from 'zod'
import { readHolidays } from '../../db/holidays.ts'
import { CountingPolicy, makeCalendar, type Calendar, type CalendarRules, type Holiday } from '../../domain/calendar.ts'
import { explainCivil, explainDue, explainObjection, type DueStep } from '../../domain/deadline-steps.ts'
import { SuspensionReason, type Suspension, type Term } from '../../domain/deadline.ts'
import { isoOf, readIso, type Instant } from '../../domain/time.ts'
import { UsageError, type CommandLine } from './command.ts'
import { readJson, shippedManual } from './input.ts'

const moment = z.string().refine((text) => readIso(text) !== undefined, {
  error: 'must be a moment with its offset, such as 2026-03-10T09:00:00+09:00',
})
const hours = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d$/, {
  error: 'must be hours such as 09:00-18:00',
})
const Dated = z.union([z.iso.date(), z.looseObject({ date: z.iso.date(), names: z.array(z.string()).optional() })], {
  error: 'must be a day such as 2026-05-01, or an object with such a "date"',
})
const Length = z.looseObject({ unit: z.string().nullish(), value: z.number().nullish() })

const Policy = z.looseObject({
  ...CountingPolicy.shape,
  workingHours: hours.default('09:00-18:00'),
  lunch: hours.nullable().default('12:00-13:00'),
  nightSession: z
    .string()
    .regex(/^dow[0-7] until ([01]\d|2[0-4]):[0-5]\d$/, { error: 'must be such as "dow2 until 21:00" (0 is Sunday)' })
    .nullable()
    .default(null),
  nightCountsAsWorkingHours: z.boolean().default(false),
})

const Interval = z
  .looseObject({
    ...{ kind: z.string().optional(), from: moment, to: moment },
    mode: z.enum(['whole-days', 'exact']).optional(),
  })
  .refine((span) => (readIso(span.from) ?? 0) <= (readIso(span.to) ?? 0), { error: 'must not end before it begins' })

const Vector = z.looseObject({
  id: z.string(),
  clock: z.enum(['processing', 'milestone', 'civil-days']).default('processing'),
  receivedAt: moment,
  period: Length.nullish(),
  policy: Policy.prefault({}),
  extraHolidays: z.array(Dated).default([]),
  suspendedIntervals: z.array(Interval).default([]),
  extension: z.array(Length).default([]),
  rule: z.string().default(''),
})
type Vector = z.infer<typeof Vector>

const Calendars = z.union([z.array(Dated), z.record(z.string(), z.array(Dated))]).default([])
const File = z.looseObject({ calendar: Calendars, vectors: z.array(Vector) })
const shape = '{"vectors":[{"id","receivedAt","period":{"unit","value"},…}]}'

export const due: CommandLine = {
  name: 'due',
  summary: 'Computes the due time of a file of deadline vectors; null where the period is not known.',
  usage: 'due [--explain] --json <file>',
  options: {
    json: { type: 'string', value: 'file', help: shape },
    explain: { type: 'boolean', help: 'adds "steps", how each date comes about, and "provisional"' },
  },
  async run({ options }) {
    const { vectors, calendar } = readJson(options['json'], File, shape)
    // The shipped ones have names, so they come last.
    const holidays = [...Object.values(calendar).flat().map(holidayIn), ...shippedHolidays()]
    const answers = vectors.map((v) => answerOf(v, stepsOf(v, calendarOf(v, holidays)), options['explain'] === true))
    console.log(JSON.stringify(answers, inIso))
    return 0
  },
}

function answerOf({ id }: Vector, steps: readonly DueStep[], isExplained: boolean) {
  const last = steps.at(-1)
  const end = last?.step === 'due' ? last : undefined
  const answer = { id, dueAt: end ? isoOf(end.due.dueAt) : null }
  return isExplained ? { ...answer, provisional: end?.provisional ?? false, steps } : answer
}

const instants: ReadonlySet<string> = new Set(['at', 'from', 'to', 'dueAt', 'expiresAt'])
const inIso = (key: string, value: unknown): unknown =>
  typeof value === 'number' && instants.has(key) ? isoOf(value) : value

function shippedHolidays(): Holiday[] {
  const holidays = readHolidays(shippedManual)
  if (!('faults' in holidays)) return holidays
  const [first] = holidays.faults
  throw new UsageError(`${shippedManual}/${first?.file ?? ''}, line ${first?.line ?? '?'}: ${first?.en ?? ''}`)
}

const holidayIn = (dated: z.infer<typeof Dated>) =>
  typeof dated === 'string'
    ? { date: dated }
    : { date: dated.date, ...(dated.names && { name: dated.names.join('·') }) }

function calendarOf({ policy, extraHolidays }: Vector, holidays: CalendarRules['holidays']): Calendar {
  const { workingHours, lunch, nightSession: night, nightCountsAsWorkingHours: nightCounts } = policy
  const extra = extraHolidays.map((e) => ({ ...holidayIn(e), kind: 'temporary' as const }))
  return makeCalendar({
    holidays: [...holidays, ...extra],
    ...{ hours: hoursIn(workingHours), lunch: lunch === null ? undefined : hoursIn(lunch), nightCounts },
    night: night === null ? undefined : { weekday: Number(night[3]) % 7, until: night.slice(-5) },
    policy: z.object(CountingPolicy.shape).parse(policy),
  })
}

const hoursIn = (text: string) => ({ from: text.slice(0, 5), to: text.slice(6) })

function stepsOf(v: Vector, calendar: Calendar): DueStep[] {
  const from = momentIn(v.receivedAt)
  const term = termIn(v.period)
  const extensions = v.extension.map((e) => termIn({ unit: 'day', ...e }))
  if (!term || !extensions.every((e) => e !== undefined)) return []
  const uncounted = { suspensions: v.suspendedIntervals.map(suspensionIn), extensions }
  if (v.clock !== 'civil-days') return explainDue(term, from, calendar, uncounted)
  if (isObjection(v, term)) {
    const extendedBy = extensions.reduce((sum, e) => sum + e.value, 0)
    return explainObjection(from, calendar, extendedBy)
  }
  // 시행령 제23조 제1항: thirty days that have passed are no last day for doing something, so nothing moves them.
  return explainCivil(term, from, calendar, { ...uncounted, rolls: !v.rule.includes('영§23') })
}

/** 법 제35조 제2항, 시행령 제40조 제3항: what these rules say of counting and extending goes before the general way. */
const isObjection = ({ rule, suspendedIntervals }: Vector, term: Term): boolean =>
  /§35②|영§40/.test(rule) && term.unit === 'days' && term.value === 10 && suspendedIntervals.length === 0

const units: { readonly [written: string]: Term['unit'] } = {
  ...{ immediate: 'immediate', workHour: 'workHours', hour: 'workHours', workHours: 'workHours', hours: 'workHours' },
  ...{ day: 'days', week: 'weeks', month: 'months', year: 'years' },
  ...{ days: 'days', weeks: 'weeks', months: 'months', years: 'years' },
}

/** Undefined where the unit or the number is not set or not known. */
function termIn(length: z.infer<typeof Length> | null | undefined): Term | undefined {
  const unit = units[length?.unit ?? '']
  const value = unit === 'immediate' ? 1 : length?.value
  return unit && typeof value === 'number' ? { unit, value } : undefined
}

const suspensionIn = ({ kind, from, to, mode }: z.infer<typeof Interval>): Suspension => ({
  ...{ from: momentIn(from), to: momentIn(to), mode },
  reason: SuspensionReason.safeParse(kind).data,
})

/** What a schema has let through is a moment. */
const momentIn = (text: string): Instant => readIso(text) ?? 0

import { z } from 'zod'
import { readHolidays } from '../../db/manual/holidays.ts'
import {
  CountingPolicy,
  makeCalendar,
  type Calendar,
  type CalendarRules,
  type Holiday,
} from '../../domain/period/calendar.ts'
import { explainCivil, explainDue, explainObjection, type DueStep } from '../../domain/period/deadline-steps.ts'
import { SuspensionReason, type Suspension, type Term } from '../../domain/period/deadline.ts'
import { isoOf, readIso, type Instant } from '../../domain/time.ts'
import { UsageError, type CommandLine } from './command.ts'
import { Dated, problemOf, termIn, Vector } from './due-questions.ts'
import { questionFile, questionOptions, readJson, shippedManual } from './input.ts'

const Calendars = z.union([z.array(Dated), z.record(z.string(), z.array(Dated))]).default([])
const File = z.looseObject({ calendar: Calendars, vectors: z.array(z.looseObject({ id: z.string() })) })
const shape = '{"vectors":[{"id","receivedAt","period":{"unit","value"},…}]}'

export const due: CommandLine = {
  name: 'due',
  summary:
    'Computes the due time of a file of deadline vectors; null where the period is not known, with an error where a question is wrong.',
  usage: 'due --from <file> [--explain]',
  options: {
    ...questionOptions(shape),
    explain: { type: 'boolean', help: 'adds "steps", how each date comes about, and "provisional"' },
  },
  async run({ options }) {
    const { vectors, calendar } = readJson(questionFile(options), File, shape)
    // The shipped ones have names, so they come last.
    const holidays = [...Object.values(calendar).flat().map(holidayIn), ...shippedHolidays()]
    const answers = vectors.map((question) => answerOf(question, holidays, options['explain'] === true))
    console.log(JSON.stringify(answers, inIso))
    const wrong = answers.filter((answer) => 'error' in answer).length
    if (wrong > 0) console.error(`${wrong} of ${answers.length} questions cannot be answered: see "error" in each.`)
    return 0
  },
}

/** The date of a question, null where its period is not set; with an error where the question itself is wrong. */
function answerOf(question: { id: string }, holidays: CalendarRules['holidays'], isExplained: boolean) {
  const { id } = question
  const parsed = Vector.safeParse(question)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { id, dueAt: null, error: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is of another shape'}` }
  }
  const error = problemOf(parsed.data)
  const steps = error === undefined ? stepsOf(parsed.data, calendarOf(parsed.data, holidays)) : []
  const last = steps.at(-1)
  const end = last?.step === 'due' ? last : undefined
  const answer = { id, dueAt: end ? isoOf(end.due.dueAt) : null }
  if (error !== undefined) return { ...answer, error }
  if (!end && termIn(parsed.data.period)) return { ...answer, error: uncountable }
  return isExplained ? { ...answer, provisional: end?.provisional ?? false, steps } : answer
}

/** What is sound by itself but does not go together. */
const uncountable =
  'extension: does not fit the period or the clock, or the suspensions never end; extend hours by hours, days by days'

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
    hours: hoursIn(workingHours),
    lunch: lunch === null ? undefined : hoursIn(lunch),
    nightCounts,
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

const suspensionIn = ({ kind, from, to, mode }: Vector['suspendedIntervals'][number]): Suspension => ({
  from: momentIn(from),
  to: momentIn(to),
  mode,
  reason: SuspensionReason.safeParse(kind).data,
})

/** What a schema has let through is a moment. */
const momentIn = (text: string): Instant => readIso(text) ?? 0

import type { CountedBy, DueStep, Taken } from '../../../domain/period/deadline-steps.ts'
import type { SuspensionReason, Term } from '../../../domain/period/deadline.ts'
import { clock, date, duration, shortDay } from '../../common/format.ts'
import { manualWords } from './case.ts'

const counted: Record<CountedBy, string> = {
  hours: 'counted in working hours, eight a day (Act Art. 19(1))',
  days: 'counted in working days (Act Art. 19(2))',
  calendar: 'counted by the calendar (Act Art. 19(3))',
  civil: 'counted by the calendar (Civil Act Art. 160)',
}
const first: Record<CountedBy, string> = {
  hours: 'counted from the receipt (Act Art. 19(1))',
  days: 'the first day counts (Act Art. 19(2))',
  calendar: 'the first day counts (Act Art. 19(3))',
  civil: 'the first day does not count (Civil Act Art. 157)',
}
type Begins = Extract<DueStep, { step: 'begins' }>
const later: Record<NonNullable<Begins['why']>, string> = {
  beforeOpening: 'before opening',
  lunch: 'in the lunch hour',
  afterClosing: 'after closing',
  weekend: 'on a weekend',
  holiday: 'on a holiday',
  suspended: 'suspended',
  firstDayLeftOut: 'the first day does not count (Civil Act Art. 157)',
}

/** The sentence of one step by which a due date comes about. */
export function reckoning(step: DueStep, by: CountedBy, stops: Record<SuspensionReason, string>): string {
  switch (step.step) {
    case 'received':
      return `Received ${time(step.at)}`
    case 'begins':
      return begins(step, by)
    case 'term':
      return `Period of ${termText(step.term)}: ${counted[step.by]}`
    case 'suspendedDays':
      return `${day(step.first)} – ${day(step.last)} not counted: ${step.reason ? stops[step.reason] : ''} (${taken(step.took)})`
    case 'suspendedSpan':
      return `${time(step.from)} – ${time(step.to)} not counted: ${step.reason ? stops[step.reason] : ''} (${taken(step.took)})`
    case 'holiday':
      return `Holiday ${[day(step.day), step.name].filter(Boolean).join(' ')} left out`
    case 'weekends':
      return `${step.days} weekend ${step.days === 1 ? 'day' : 'days'} left out`
    case 'extended':
      return `Extension ${step.nth} by ${termText(step.term)} → ${time(step.until.dueAt)} (Decree Art. 21)`
    case 'rolled':
      return `The last day, ${day(step.from)}, is off → the next working day ${day(step.to)} (Civil Act Art. 161)`
    case 'due': {
      const { lastDay, dueAt } = step.due
      const provisional = ` · the holidays of ${lastDay.slice(0, 4)} are computed by rule`
      return `So until ${date(lastDay, 'en')} ${clock(dueAt)}${step.provisional ? provisional : ''}`
    }
  }
}

function begins({ day: on, at, why, holiday }: Begins, by: CountedBy): string {
  const from = at === undefined ? day(on) : time(at)
  if (why === undefined) return `${from}: ${first[by]}`
  return `Counted from ${from}: ${why === 'holiday' && holiday !== undefined ? `on ${holiday}` : later[why]}`
}

const day = (when: string | number): string => shortDay(when, 'en')
const time = (at: number): string => `${day(at)} ${clock(at)}`
const taken = (took: Taken): string =>
  'days' in took ? `${took.days} ${took.days === 1 ? 'day' : 'days'}` : duration(took.minutes, 'en')

function termText({ unit, value }: Term): string {
  if (unit === 'immediate') return 'on the spot (3 working hours)'
  return unit === 'workHours'
    ? `${value} working ${value === 1 ? 'hour' : 'hours'}`
    : manualWords.periodUnits[unit](value)
}

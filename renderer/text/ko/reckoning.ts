import type { CountedBy, DueStep, Taken } from '../../../domain/period/deadline-steps.ts'
import type { SuspensionReason, Term } from '../../../domain/period/deadline.ts'
import { clock, date, duration, shortDay } from '../../common/format.ts'
import { manualWords } from './case.ts'

const counted: Record<CountedBy, string> = {
  hours: '하루 8근무시간으로 셈(법 제19조 제1항)',
  days: '근무일로 셈(법 제19조 제2항)',
  calendar: '달력으로 셈(법 제19조 제3항)',
  civil: '달력으로 셈(민법 제160조)',
}
const first: Record<CountedBy, string> = {
  hours: '접수한 때부터 셈(법 제19조 제1항)',
  days: '첫날 산입(법 제19조 제2항)',
  calendar: '첫날 산입(법 제19조 제3항)',
  civil: '첫날 불산입(민법 제157조)',
}
type Begins = Extract<DueStep, { step: 'begins' }>
const later: Record<NonNullable<Begins['why']>, string> = {
  beforeOpening: '근무시간 전이라',
  lunch: '점심시간이라',
  afterClosing: '근무시간 뒤라',
  weekend: '토·일요일이라',
  holiday: '공휴일이라',
  suspended: '멈춰 있어',
  firstDayLeftOut: '첫날을 빼고(민법 제157조)',
}

/** 기한 산정 과정: the sentence of one step by which a due date comes about. */
export function reckoning(step: DueStep, by: CountedBy, stops: Record<SuspensionReason, string>): string {
  switch (step.step) {
    case 'received':
      return `${time(step.at)} 접수`
    case 'begins':
      return begins(step, by)
    case 'term':
      return `처리기간 ${termText(step.term)}: ${counted[step.by]}`
    case 'suspendedDays':
      return `${day(step.first)}–${day(step.last)} ${step.reason ? stops[step.reason] : ''} 불산입(${taken(step.took)})`
    case 'suspendedSpan':
      return `${time(step.from)}–${time(step.to)} ${step.reason ? stops[step.reason] : ''} 불산입(${taken(step.took)})`
    case 'holiday':
      return `공휴일 ${[day(step.day), step.name].filter(Boolean).join(' ')} 제외`
    case 'weekends':
      return `토·일 ${step.days}일 제외`
    case 'extended':
      return `${step.nth}차 연장 ${termText(step.term)} → ${time(step.until.dueAt)}(시행령 제21조)`
    case 'rolled':
      return `마지막 날 ${day(step.from)} 쉬는 날 → 다음 근무일 ${day(step.to)}(민법 제161조)`
    case 'due': {
      const { lastDay, dueAt } = step.due
      const provisional = ` · ${lastDay.slice(0, 4)}년 휴일은 규칙으로 계산한 것`
      return `따라서 ${date(lastDay, 'ko')} ${clock(dueAt)}까지${step.provisional ? provisional : ''}`
    }
  }
}

function begins({ day: on, at, why, holiday }: Begins, by: CountedBy): string {
  const from = at === undefined ? day(on) : time(at)
  if (why === undefined) return `${from} ${first[by]}`
  return `${why === 'holiday' && holiday !== undefined ? `${holiday} 휴일이라` : later[why]} ${from}부터 셈`
}

const day = (when: string | number): string => shortDay(when, 'ko')
const time = (at: number): string => `${day(at)} ${clock(at)}`
const taken = (took: Taken): string => ('days' in took ? `${took.days}일` : duration(took.minutes, 'ko'))

function termText({ unit, value }: Term): string {
  if (unit === 'immediate') return '즉시(3근무시간)'
  return unit === 'workHours' ? `${value}근무시간` : manualWords.periodUnits[unit](value)
}

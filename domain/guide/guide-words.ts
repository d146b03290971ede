import type { Period, Question } from '../manual/manual.ts'
import { unitIn } from '../manual/unit-words.ts'
import { plainDay, writtenMoney, writtenPeriod } from '../paper/paper-words.ts'
import type { Answers } from '../record/private.ts'
import type { Day } from '../time.ts'
import type { Guide, GuideDocument, GuidePlace } from './guide.ts'

/** The words of a guide for citizens, on its sheet (Korean) and on the pages of the hall's server (both). */
export type GuideLanguage = 'ko' | 'en'

type Verified = NonNullable<Guide['office'][number]['verifyBy']>

type GuideWords = {
  verify: Record<Verified | 'unknown', string>
  /** What is shown at the counter beside the documents. */
  identity: { label: string; what: string }
  original: string
  atCounter: string
  unconfirmed: string
  unsourced: string
  free: string
  /** How a fee is paid; null where there is no word for it, and its own stands beside. */
  means: (means: string) => string | null
  turnsOn: (questions: string) => string
  yes: string
  no: string
  money: (won: number) => string
  period: (period: Period) => string
  day: (day: Day) => string
  hours: (place: GuidePlace) => string
  edition: (edition: number, since: string) => string
  elsewhere: string
}

const weekdays = '일월화수목금토'
const dayNames = ['Sundays', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays']
const units = {
  hours: 'hour',
  days: 'day',
  calendarDays: 'calendar day',
  weeks: 'week',
  months: 'month',
  years: 'year',
} as const

const ko: GuideWords = {
  verify: {
    applicant: '창구에서 확인',
    id: '신분증으로 확인(신분증을 보여 주세요)',
    ownRecords: '이 기관의 자료로 확인',
    sharedInfo: '행정정보 공동이용으로 확인',
    directIssue: '발급 기관에 직접 확인',
    unknown: '창구에서 확인',
  },
  identity: { label: '본인 확인', what: '신분증(대리인이면 위임장과 대리인 신분증)' },
  original: '원본',
  atCounter: '창구에서 확인',
  free: '무료',
  means: (means) => means,
  yes: '예',
  no: '아니요',
  unconfirmed: '확인되지 않았습니다. 창구에 물어 주세요.',
  unsourced: '출처 확인 전',
  turnsOn: (questions) => `답에 따라 다릅니다: ${questions}`,
  money: writtenMoney,
  period: writtenPeriod,
  day: plainDay,
  hours: ({ hours, lunch, night }) => {
    const later = night ? `, ${weekdays[night.weekday]}요일은 ${night.until}까지` : ''
    return `평일 ${hours.from}~${hours.to}${later} (점심시간 ${lunch.from}~${lunch.to})`
  },
  edition: (edition, since) => `표준 매뉴얼 제${edition}판(${since} 시행)`,
  elsewhere: '이 민원은 다른 기관이 접수합니다. 접수처를 창구에 물어 주세요.',
}

const usualMeans: { readonly [means: string]: string } = {
  수입증지: 'local revenue stamp',
  수입인지: 'national revenue stamp',
  현금: 'cash',
}

const en: GuideWords = {
  verify: {
    applicant: 'checked at the counter',
    id: 'checked by your ID (please show it)',
    ownRecords: 'checked in our own records',
    sharedInfo: 'checked through shared government information',
    directIssue: 'checked with the issuing office',
    unknown: 'checked at the counter',
  },
  identity: { label: 'Who you are', what: 'Your ID (a proxy: the letter of proxy and the proxy’s own ID)' },
  original: 'Original',
  atCounter: 'ask at the counter',
  free: 'Free',
  means: (means) => usualMeans[means] ?? null,
  yes: 'Yes',
  no: 'No',
  unconfirmed: 'Not confirmed. Please ask at the counter.',
  unsourced: 'source not yet confirmed',
  turnsOn: (questions) => `Depends on: ${questions}`,
  money: (won) => `KRW ${String(won).replaceAll(/\B(?=(\d{3})+$)/g, ',')}`,
  period: ({ unit, value }) =>
    unit === 'immediate' ? 'At once (within 3 working hours)' : `${value} ${units[unit]}${value === 1 ? '' : 's'}`,
  day: (day) => day,
  hours: ({ hours, lunch, night }) => {
    const later = night ? `, ${dayNames[night.weekday]} until ${night.until}` : ''
    return `Weekdays ${hours.from}–${hours.to}${later} (lunch ${lunch.from}–${lunch.to})`
  },
  edition: (edition, since) => `Standard manual, edition ${edition} (in force since ${since})`,
  elsewhere: 'Another office takes this petition in. Please ask at the counter where.',
}

export const guideWords: Record<GuideLanguage, GuideWords> = { ko, en }

/** The fee in words: never a zero for what nobody has confirmed. */
export function feeText(
  { amount, means, isSourced, turnsOn }: Guide['fee'],
  asked: AskedText,
  words: GuideWords,
): string {
  if (amount === null) return words.unconfirmed
  if (amount === 'open') return words.turnsOn(asked(turnsOn))
  const won = amount === 0 ? words.free : words.money(amount)
  return [won, amount > 0 && means !== null ? words.means(means) : null, isSourced ? null : words.unsourced]
    .filter(Boolean)
    .join(' · ')
}

/** The processing period in words. */
export function periodText({ term, isSourced }: Guide['period'], words: GuideWords): string {
  if (term === null) return words.unconfirmed
  return isSourced ? words.period(term) : `${words.period(term)} · ${words.unsourced}`
}

/** The questions of these ids, as they are asked. */
type AskedText = (ids: readonly string[]) => string
export const askedText =
  ({ questions }: Guide, language: GuideLanguage): AskedText =>
  (ids) =>
    ids.map((id) => questions.find((q) => q.question.id === id)?.question.ask[language] ?? id).join(', ')

/** An answer in words. */
export function answerText(question: Question, answer: Answers[string], language: GuideLanguage): string {
  const { yes, no } = guideWords[language]
  if (typeof answer === 'boolean') return answer ? yes : no
  return question.options?.find((o) => o.id === answer)?.[language] ?? numberText(answer, question.unit, language)
}

/** 3일, 3 days. */
function numberText(answer: string | number | undefined, unit: string | undefined, language: GuideLanguage): string {
  if (unit === undefined) return `${answer}`
  return `${answer}${language === 'ko' ? '' : ' '}${unitIn(language, unit)}`
}

/** Whether the original is wanted, and whether somebody at the counter has to be asked. */
export const copyText = ({ isOriginal, isUnconfirmed }: GuideDocument, words: GuideWords): string =>
  [isOriginal ? words.original : '', isUnconfirmed ? words.atCounter : ''].filter(Boolean).join(' · ')

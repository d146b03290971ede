import type { z } from 'zod'
import type { CaseOutcome } from '../case/case.ts'
import type { Collector, Consent, FeeMeans, GuidanceTopic } from '../case/intake.ts'
import type { ExceptionGround, ExtensionGround, StopReason, TransferTo } from '../case/procedure.ts'
import type { Period } from '../manual/manual.ts'
import type { Authority, ProxyKind, SeenId } from '../record/private.ts'
import { dayOf, isoOf, weekday, type Day, type Instant } from '../time.ts'
import type { FeeView } from '../views/views-procedure.ts'

/** The words of documents. They are issued in Korean whatever language a screen speaks. */

const weekdays = '일월화수목금토'

/** 2026. 3. 17. */
export function plainDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}. ${month}. ${date}.`
}

/** 2026. 3. 17.(화) */
export const writtenDay = (day: Day): string => `${plainDay(day)}(${weekdays[weekday(day)]})`

/** 2026. 3. 17.(화) 18:00 */
export const writtenTime = (at: Instant): string => `${writtenDay(dayOf(at))} ${isoOf(at).slice(11, 16)}`

/** 10,000원 */
export const writtenMoney = (won: number): string => `${String(won).replaceAll(/\B(?=(\d{3})+$)/g, ',')}원`

const units: Record<Period['unit'], string> = {
  immediate: '즉시(3근무시간)',
  hours: '시간',
  days: '일',
  calendarDays: '일(공휴일 포함)',
  weeks: '주',
  months: '개월',
  years: '년',
}
/** 7일; 즉시(3근무시간) */
export const writtenPeriod = ({ unit, value }: Period): string =>
  unit === 'immediate' ? units[unit] : `${value}${units[unit]}`

/** How a period is counted (민원처리법 제19조): by working hours and days, or by the calendar as the Civil Act does. */
export function countingOf(period: Period | null): string {
  const unit = period?.unit
  if (unit === 'calendarDays')
    return '처리기간은 민법에 따라 받은 다음 날부터 달력대로 셉니다(행정기본법 제6조). 마지막 날이 토요일이나 공휴일이면 그다음 근무일까지이며, 서류를 보완하는 기간은 들어가지 않습니다.'
  const isByCalendar = unit === 'weeks' || unit === 'months' || unit === 'years'
  return isByCalendar
    ? '처리기간은 민원처리법 제19조에 따라 달력대로 셉니다. 마지막 날이 토요일이나 공휴일이면 그다음 근무일까지이며, 서류를 보완하는 기간은 들어가지 않습니다.'
    : '처리기간은 민원처리법 제19조에 따라 셉니다. 토요일과 공휴일, 서류를 보완하는 기간은 들어가지 않습니다.'
}

export const outcomeWords: Record<CaseOutcome, string> = {
  granted: '처리(수리)',
  partly: '일부 처리',
  refused: '거부',
  answered: '회신',
  accepted: '인용',
  dismissed: '기각',
  withdrawn: '취하',
  voided: '오접수 취소',
  returned: '반려',
  deemedWithdrawn: '취하 간주',
  transferredOut: '이송',
  repeatClosed: '반복민원 종결',
  notProcessed: '처리 예외',
  uncollectedClosed: '미수령 종결',
}
/** 사전심사 (법 제30조 제3항): whether it can be granted; nothing is granted yet. */
export const reviewWords: Partial<Record<CaseOutcome, string>> = {
  granted: '가능',
  partly: '일부 가능',
  refused: '불가능',
}
export const collectorWords: Record<Collector, string> = {
  petitioner: '본인',
  proxy: '대리인',
  legalRepresentative: '법정대리인',
}
export const proxyWords: Record<ProxyKind, string> = { delegate: '대리인', legalRepresentative: '법정대리인' }
export const authorityWords: Record<Authority, string> = {
  familyRelation: '가족관계증명서',
  guardianship: '후견등기사항증명서',
}
export const idWords: Record<SeenId, string> = {
  residentCard: '주민등록증',
  driverLicence: '운전면허증',
  passport: '여권',
  alienCard: '외국인등록증',
  residenceReport: '국내거소신고증',
  disabilityCard: '장애인등록증',
  veteranCard: '국가보훈등록증',
  youthCard: '청소년증',
  other: '그 밖의 신분증',
}
const feeMeansWords: Record<z.infer<typeof FeeMeans>, string> = {
  cash: '현금',
  card: '카드',
  electronic: '전자결제',
  stamp: '수입인지·증지',
  account: '계좌이체',
}

/** 500원(카드), 감면 500원(등록장애인) */
export function writtenFee({ table, won, means, reduction }: FeeView): string {
  const less = table > won && reduction ? `, 감면 ${writtenMoney(table - won)}(${reduction.ko})` : ''
  return `${writtenMoney(won)}(${feeMeansWords[means]})${less}`
}

export const consentWords: Record<z.infer<typeof Consent>, string> = {
  oral: '말로 동의',
  written: '문서로 동의',
  phone: '전화로 동의',
  electronic: '전자문서로 동의',
}
export const guidanceWords: Record<GuidanceTopic, string> = {
  documents: '구비서류',
  criteria: '처리 기준과 절차',
  time: '예상 처리기간',
  siteVisit: '현장확인 여부',
}
const of21 = (paragraph: number) => `민원처리법 시행령 제21조 제1항 제${paragraph}호`
export const extensionWords: Record<ExtensionGround, string> = {
  cooperation: `관계 기관의 협조가 필요함(${of21(1)})`,
  factCheck: `사실관계의 확인이나 현장조사가 필요함(${of21(2)})`,
  forceMajeure: `천재지변 등 불가피한 사유가 있음(${of21(3)})`,
  equivalent: `그 밖에 이에 준하는 사유가 있음(${of21(4)})`,
}
const exception = (item: number, words: string) => `민원처리법 제21조 제${item}호: ${words}`
export const exceptionWords: Record<ExceptionGround, string> = {
  politicsOrSecret: exception(1, '고도의 정치적 판단을 요하거나 국가기밀·공무상 비밀에 관한 사항'),
  investigationOrTrial: exception(2, '수사, 재판, 형 집행에 관한 사항 또는 감사원의 감사에 착수된 사항'),
  appeal: exception(3, '행정심판, 행정소송 등 불복구제절차가 진행 중인 사항'),
  mediation: exception(4, '법령에 따라 화해, 알선, 조정, 중재 등의 절차가 진행 중인 사항'),
  finalJudgment: exception(5, '판결, 결정, 재결, 화해, 조정, 중재 등으로 확정된 권리관계에 관한 사항'),
  auditBoard: exception(6, '감사원이 감사위원회의 결정을 거쳐 행하는 사항'),
  electionCommission: exception(7, '각급 선거관리위원회의 의결을 거쳐 행하는 사항'),
  privateDispute: exception(8, '사인 간의 권리관계 또는 개인의 사생활에 관한 사항'),
  personnel: exception(9, '행정기관의 소속 직원에 대한 인사행정상의 행위에 관한 사항'),
}

export const transferReasons: Record<TransferTo, string> = {
  department: '이 민원의 처리주무부서임',
  farDepartment: '이 민원의 처리주무부서임',
  withinAgency: '같은 기관 안의 다른 부서가 소관함',
  otherAgency: '다른 행정기관이 소관함',
}
export const stopWords: Record<StopReason | 'supplement' | 'outage', string> = {
  supplement: '서류 보완을 기다리고 있습니다.',
  outage: '정보시스템 장애로 처리가 멈추었습니다.',
  transport: '멀리 떨어진 기관과 서류를 주고받고 있습니다.',
  representatives: '대표자 선정을 기다리고 있습니다.',
  hearing: '의견을 듣고 있습니다.',
  examination: '시험·검사·감정 등 전문적인 심사를 하고 있습니다.',
  priorAct: '미리 거쳐야 하는 절차를 기다리고 있습니다.',
  verification: '관계 기관의 확인을 기다리고 있습니다.',
  investigation: '현장조사를 하고 있습니다.',
}

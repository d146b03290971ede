import type { Kind, Period } from '../../domain/manual/manual.ts'
import { kind } from '../simulation/fixture.ts'

/** Kinds of petitions as the law tells them apart, each with the period that its examples have. */

const days = (value: number): Period => ({ unit: 'days', value })
const made = (code: string, ko: string, changes: Partial<Kind>): Kind => ({
  ...kind,
  code,
  name: { ko, en: code },
  ...changes,
})

export const permit = made('PET-07', '7일 허가', { period: days(7) })
export const longPermit = made('PET-10', '10일 허가', { period: days(10) })
export const shortPermit = made('PET-03', '3일 신고', { period: days(3) })
export const certificate = made('PET-01', '즉시 발급', {
  fee: { won: 1000, means: '현금·카드' },
})
/** With reductions by a made-up ordinance: half, a third, and a fixed amount off. */
export const reduced = made('PET-02', '감면 발급', {
  fee: {
    won: 1001,
    means: '현금·카드',
    reductions: [
      { id: 'disabled', ko: '등록장애인', en: 'Registered disabled', percent: 50, basis: '모의 조례 제1조' },
      { id: 'children', ko: '다자녀', en: 'Large family', percent: 33, basis: '모의 조례 제2조' },
      { id: 'online', ko: '전자 신청', en: 'Electronic', won: 200, basis: '모의 조례 제3조' },
    ],
  },
})
export const monthly = made('PET-31', '1개월 허가', { period: { unit: 'months', value: 1 } })
export const weekly = made('PET-32', '3주 허가', { period: { unit: 'weeks', value: 3 } })
export const yearly = made('PET-33', '1년 허가', { period: { unit: 'years', value: 1 } })
export const grievance = made('PET-20', '고충민원', { petition: 'grievance', period: days(7) })
export const simple = made('PET-30', '기타민원', { petition: 'other' })
export const inquiry = made('PET-41', '법령질의', { petition: 'inquiry', period: days(14) })
export const proposal = made('PET-40', '건의민원', { petition: 'proposal', period: days(14) })
export const complex = made('PET-50', '복합민원', { complex: true, period: days(10) })
export const reviewed = made('PET-60', '사전심사 60일', { priorReview: true, period: days(60) })
export const reviewedShort = made('PET-61', '사전심사 20일', { priorReview: true, period: days(20) })
export const reviewedWeeks = made('PET-62', '사전심사 3주', { priorReview: true, period: { unit: 'weeks', value: 3 } })
/** With a law of its own for the objection, with none and other remedies, and one that is itself an objection. */
export const disclosure = made('PET-80', '정보공개 청구', {
  period: days(10),
  objection: {
    by: 'ownLaw',
    law: '공공기관의 정보공개에 관한 법률 제18조',
    days: 30,
    decideIn: 7,
    counting: 'processing',
  },
})
export const appeal = made('PET-81', '행정심판 청구', {
  period: { unit: 'calendarDays', value: 60 },
  objection: { by: 'none' },
  remedies: ['행정소송: 재결서의 정본을 송달받은 날부터 90일 이내에 제기(행정소송법 제20조)'],
})
export const objection = made('PET-82', '거부처분 이의신청', { period: days(10), receivedAs: 'objection' })
export const copies = made('PET-70', '다른 기관 문서 교부', { otherAgencyIssue: true, period: days(1) })

/** With a second paper that the citizen brings. */
export const drawn = made('PET-83', '도면 허가', {
  period: days(7),
  documents: [
    ...kind.documents,
    { id: 'd3', name: '배치도', providedBy: 'applicant', verifyBy: 'applicant', basis: '모의 조례 제4조' },
  ],
})

export const petitionKinds: readonly Kind[] = [
  ...[
    permit,
    longPermit,
    shortPermit,
    certificate,
    reduced,
    monthly,
    weekly,
    yearly,
    grievance,
    simple,
    inquiry,
    proposal,
  ],
  ...[complex, reviewed, reviewedShort, reviewedWeeks, copies, drawn, disclosure, appeal, objection],
]

import type { Kind } from '../manual/manual.ts'
import type { ObjectionCounting } from '../period/calendar.ts'

/** 불복: the ways that are open against what was decided, as a citizen reads them. They are Korean, as documents are. */

/** What is contested: a refusal, papers that are given back, or the decision on an objection. */
export type Contested = 'refusal' | 'return' | 'objection'

/** The law of an objection: in how many days it is filed and decided, the latter once extended by as many. */
export type ObjectionTerms = {
  law: string
  days: number
  decideIn: number
  counting?: ObjectionCounting | undefined
}
export const petitionsAct: ObjectionTerms = { law: '민원 처리에 관한 법률 제35조', days: 60, decideIn: 10 }

type OfKind = { petition?: Kind['petition'] | undefined; objection?: Kind['objection']; remedies?: Kind['remedies'] }

/** By which law the refusal of a kind is objected to: its own, else the Petitions Act; undefined where it is not. */
export function objectionTermsOf({ petition, objection }: OfKind): ObjectionTerms | undefined {
  if (petition !== 'legal' || objection?.by === 'none') return undefined
  return objection ?? petitionsAct
}

/** 「민원 처리에 관한 법률」 제35조, as a law is named on a document. */
export const quotedLaw = (law: string): string => law.replace(/^(.+?) (제\d+조.*)$/, '「$1」 $2')

/**
 * 불복 방법 of a disposition on a statutory petition (민원처리법 제35조, 행정심판법 제27조, 행정소송법 제20조), or those of its kind.
 * An objection is against a refusal alone: neither against the decision on one, nor against papers that are given back.
 */
export function remediesOf(kind: OfKind, contested: Contested): string[] {
  if (kind.petition !== 'legal') return []
  if (contested === 'objection') return afterObjection
  if (kind.remedies) return kind.remedies
  const terms = contested === 'refusal' ? objectionTermsOf(kind) : undefined
  return [
    ...(terms ? [`이의신청: 처분을 받은 날부터 ${terms.days}일 이내에 문서로 신청(${terms.law})`] : []),
    '행정심판: 처분이 있음을 안 날부터 90일, 처분이 있었던 날부터 180일 이내에 청구(행정심판법 제27조)',
    '행정소송: 처분이 있음을 안 날부터 90일, 처분이 있은 날부터 1년 이내에 제기(행정소송법 제20조)',
  ]
}

/** 행정기본법 제36조 제4항·제5항: the ninety days begin anew when the result is told, and the notice of it says so. */
const afterObjection = [
  '행정심판: 이의신청 결과를 통지받은 날부터 90일 이내에 원래의 처분(이의신청 결과 바뀌었으면 바뀐 처분)에 대하여 처분청이나 행정심판위원회에 청구(행정기본법 제36조 제4항, 행정심판법 제23조)',
  '행정소송: 이의신청 결과를 통지받은 날부터 90일 이내에 원래의 처분(이의신청 결과 바뀌었으면 바뀐 처분)에 대하여 관할 법원에 제기(행정기본법 제36조 제4항)',
]

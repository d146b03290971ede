import type { z } from 'zod'
import { checklistOf, type Checklist, type Verdict } from '../manual/checklist.ts'
import {
  isByOffice,
  type Document,
  type HallProfile,
  type Kind,
  type Period,
  type Question,
  type VerifyBy,
} from '../manual/manual.ts'
import { answerProblem } from '../manual/questions.ts'
import type { Answers } from '../record/private.ts'
import type { EditionMark } from '../state.ts'
import type { Day } from '../time.ts'

/** 준비물 안내: what this citizen brings for a kind of petition, by what was answered; nothing in it names a person. */

/** A document as a citizen reads of it. `isUnconfirmed`: nobody has confirmed who verifies it. */
export type GuideDocument = {
  document: string
  name: string
  isOriginal: boolean
  condition?: string
  isUnconfirmed?: true
}

export type Guide = {
  code: string
  name: { ko: string; en: string }
  edition: number
  inForceSince: Day
  /** Of those on which a document or the fee turns: what still matters or was answered, in the order of the manual. */
  questions: { question: Question; answer?: Answers[string] }[]
  bring: GuideDocument[]
  /** 내지 않아도 되는 서류: the office verifies them itself (민원처리법 제10조 제3항). */
  office: (GuideDocument & { verifyBy: z.infer<typeof VerifyBy> | null })[]
  /** 본인 확인: whoever comes shows an ID at the counter (법 제27조 제4항, 시행규칙 제4조); it is none of the documents. */
  showsId?: true
  /** Not decided yet, with the questions on which each turns. */
  open: (GuideDocument & { byOffice: boolean; turnsOn: string[] })[]
  /** 요건 that apply or may apply, in words; whether they are met is seen at the counter and not told here. */
  requirements: string[]
  fee: { amount: Checklist['fee']; means: string | null; note?: string; isSourced: boolean; turnsOn: string[] }
  period: { term: Period | null; note?: string; isSourced: boolean }
  /** Another institution takes the petition in. */
  isElsewhere: boolean
}

/** `token` is the page of the sheet, `file` its PDF on this PC, `link` the address in its QR. */
export type GuideView = { guide: Guide; token?: string; file?: string; link?: string }

/**
 * The answers of which a guide makes use: those to questions on which a document or the fee turns. A citizen is asked
 * nothing else, since the least data is asked for (개인정보 보호법 제16조 제1항); requirements are for the counter.
 */
export function guideAnswers(kind: Kind, answers: Answers): Answers {
  const turning = checklistOf({ ...kind, conditions: [] }, {}).questions.filter((q) => q.matters)
  return Object.fromEntries(
    turning.flatMap(({ question }) => {
      const answer = answers[question]
      return answer === undefined ? [] : [[question, answer]]
    }),
  )
}

/** The guide to a kind of an edition for given answers; an answer that its question does not allow counts as none. */
export function guideOf(
  kind: Kind,
  { edition, effectiveDate }: Pick<EditionMark, 'edition' | 'effectiveDate'>,
  answers: Answers,
): Guide {
  const said = guideAnswers(kind, answers)
  const list = checklistOf({ ...kind, conditions: [] }, said)
  const applies = new Map(checklistOf(kind, said).conditions.map((c) => [c.condition, c.applies]))
  const asked = new Set(list.questions.filter((q) => q.matters).map((q) => q.question))
  const judged = new Map(list.documents.map((d) => [d.document, d]))
  const having = (verdict: Verdict) => kind.documents.filter((d) => judged.get(d.id)?.needed === verdict)
  return {
    code: kind.code,
    name: kind.name,
    edition,
    inForceSince: effectiveDate,
    questions: kind.questions
      .map((question) => ({ question, ...answered(question, said[question.id]) }))
      .filter(({ question, answer }) => answer !== undefined || asked.has(question.id)),
    bring: having('yes')
      .filter((d) => !isByOffice(d))
      .map(guideDocument),
    office: having('yes')
      .filter(isByOffice)
      .map((d) => ({ ...guideDocument(d), verifyBy: d.verifyBy })),
    open: having('open').map((d) => ({
      ...guideDocument(d),
      byOffice: isByOffice(d),
      turnsOn: judged.get(d.id)?.turnsOn ?? [],
    })),
    requirements: kind.conditions.filter((c) => applies.get(c.id) !== 'no').map((c) => c.text),
    fee: feeOf(kind, list),
    period: {
      term: kind.period,
      isSourced: kind.fieldConfidence.processingPeriod === 'sourced',
      ...(kind.periodNote !== undefined && kind.period !== null && { note: kind.periodNote }),
    },
    isElsewhere: kind.intake !== 'hall',
    ...(isAskedWho(kind) && { showsId: true as const }),
  }
}

/** Whether the hall asks who comes and the documents do not say so: a proposal or an inquiry is taken in from anybody. */
const isAskedWho = ({ intake, petition, documents }: Kind): boolean =>
  intake === 'hall' &&
  petition === 'legal' &&
  !documents.some(({ name, verifyBy }) => verifyBy === 'id' || name.includes('신분증'))

/** The fee with the note that belongs to it: of the case that applies, else of all; none while the amount is open or unknown. */
function feeOf({ fee, fieldConfidence }: Kind, list: Checklist): Guide['fee'] {
  const applies = list.feeCase === undefined ? undefined : fee.cases?.[list.feeCase]
  // Why a source is missing is said to the staff; a citizen is told to ask.
  const isTold = list.fee !== 'open' && list.fee !== null
  const note = isTold ? (applies?.note ?? fee.note) : undefined
  return {
    amount: list.fee,
    means: fee.means,
    isSourced: fieldConfidence.fee === 'sourced',
    ...(note !== undefined && { note }),
    turnsOn: list.fee === 'open' ? list.feeTurnsOn : [],
  }
}

const answered = (question: Question, answer: Answers[string] | undefined) =>
  answer === undefined || answerProblem(question, answer) ? {} : { answer }

const guideDocument = (d: Document): GuideDocument => ({
  document: d.id,
  name: d.name,
  isOriginal: d.original === true,
  ...(d.condition !== undefined && { condition: d.condition }),
  ...(d.verifyBy === null && d.providedBy === 'applicant' && { isUnconfirmed: true as const }),
})

/** Where and when to come, and whom to call, as the hall is set up. */
export type GuidePlace = {
  hall: string
  address?: string
  homepage?: string
  hours: { from: string; to: string }
  lunch: { from: string; to: string }
  /** 야간 민원실: the weekday (0 is Sunday) and until when. */
  night?: { weekday: number; until: string }
  phones: { team: string; phone: string }[]
}

/** The place of a hall. */
export function guidePlace({ name, office, hours, lunch, night, teams }: HallProfile): GuidePlace {
  const { address, homepage } = office ?? {}
  return {
    hall: name,
    hours,
    lunch,
    ...(address !== undefined && { address }),
    ...(homepage !== undefined && { homepage }),
    ...(night && { night: { weekday: night.weekday, until: night.until } }),
    phones: teams.flatMap((t) => (t.phone === undefined ? [] : [{ team: t.name, phone: t.phone }])),
  }
}

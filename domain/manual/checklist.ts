import type { Answers } from '../record/private.ts'
import { judge, truthOf, type Judgement, type Verdict } from './condition.ts'
import type { Kind } from './manual.ts'
import { knownAnswers } from './questions.ts'

export type { Verdict } from './condition.ts'

/** 이 민원인의 준비물: which documents, conditions and fee of a kind are this citizen's, by what was answered. */

/** `asks` names the questions that something rests on, `turnsOn` those of them that are missing and still decide it. */
export type Checklist = {
  /**
   * In the order of the manual. A question matters while another answer to it, the other answers staying as they are,
   * would change something or leave it open.
   */
  questions: { question: string; matters: boolean }[]
  documents: { document: string; needed: Verdict; asks: string[]; turnsOn: string[] }[]
  /** `holds` only where a requirement has its condition, and applies or still may. */
  conditions: {
    condition: string
    applies: Verdict
    holds: Verdict | undefined
    asks: string[]
    turnsOn: string[]
  }[]
  /** In whole won; null while it is not confirmed, `open` while an answer is missing on which it turns. */
  fee: number | null | 'open'
  /** Which case of the fee applies, counted from 0; absent where none does or it is open. */
  feeCase?: number
  /** Every amount that can still be the fee. */
  fees: (number | null)[]
  feeTurnsOn: string[]
}

/** The parts of a kind on which its checklist rests. */
export type Conditional = Pick<Kind, 'questions' | 'documents' | 'conditions' | 'fee'>

/**
 * Works out the checklist from the answers; an answer that its question does not allow counts as none. What was worked
 * out for the same kind and answers is kept, so that a watched checklist costs nothing when it is told again.
 */
export function checklistOf(kind: Conditional, answers: Answers): Checklist {
  const known = knownAnswers(kind.questions, answers)
  const kept = worked.get(kind) ?? new Map<string, Checklist>()
  worked.set(kind, kept)
  const key = JSON.stringify(known)
  const before = kept.get(key)
  if (before) return before
  if (kept.size >= mostKept) kept.clear()
  const list = workOut(kind, known)
  kept.set(key, list)
  return list
}

const worked = new WeakMap<Conditional, Map<string, Checklist>>()
const mostKept = 200

function workOut(kind: Conditional, known: Answers): Checklist {
  const now = judged(kind, known)
  const questions = kind.questions.map(({ id }) => {
    const { [id]: given, ...others } = known
    const without = given === undefined ? now : judged(kind, others)
    return { question: id, matters: questionsOf(without).has(id) }
  })
  return { questions, ...now }
}

type Judged = Omit<Checklist, 'questions'>

function judged(kind: Conditional, known: Answers): Judged {
  const of = (condition: string | undefined): Judgement =>
    condition === undefined ? settled : judge(truthOf(condition, kind.questions), known)
  const asks = (condition: string | undefined): string[] =>
    condition === undefined ? [] : truthOf(condition, kind.questions).asked.map((a) => a.id)
  return {
    documents: kind.documents.map(({ id, when }) => {
      const { verdict, turnsOn } = of(when)
      return { document: id, needed: verdict, asks: asks(when), turnsOn }
    }),
    conditions: kind.conditions.map(({ id, when, holds }) => {
      const applies = of(when)
      const met = holds === undefined || applies.verdict === 'no' ? undefined : of(holds)
      const turnsOn = [...new Set([...applies.turnsOn, ...(met?.turnsOn ?? [])])]
      const all = [...new Set([...asks(when), ...asks(holds)])]
      return { condition: id, applies: applies.verdict, holds: met?.verdict, asks: all, turnsOn }
    }),
    ...feeOf(kind, of),
  }
}

const settled: Judgement = { verdict: 'yes', turnsOn: [] }

/** The first case that applies, else the fee of all; open only while what can still apply costs differently. */
function feeOf({ fee }: Conditional, of: (when: string) => Judgement): Omit<Judged, 'documents' | 'conditions'> {
  const cases = fee.cases ?? []
  const judgements = cases.map((c) => of(c.when))
  const first = judgements.findIndex((j) => j.verdict === 'yes')
  const last = first < 0 ? cases.length : first
  const possible = judgements.slice(0, last).filter((j) => j.verdict === 'open')
  const fees = [...new Set([...possible.map((j) => judgements.indexOf(j)), last].map((i) => cases[i]?.won ?? fee.won))]
  const [only = null] = fees
  if (fees.length > 1) return { fee: 'open', fees, feeTurnsOn: [...new Set(possible.flatMap((j) => j.turnsOn))] }
  return { fee: only, fees, ...(first >= 0 && possible.length === 0 && { feeCase: first }), feeTurnsOn: [] }
}

const questionsOf = ({ documents, conditions, feeTurnsOn }: Judged): Set<string> =>
  new Set([...[...documents, ...conditions].flatMap((one) => one.turnsOn), ...feeTurnsOn])

/** The documents and checks that this citizen's case does without: their condition is answered with no. */
export function sparedBy(kind: Kind, answers: Answers): { documents: string[]; checks: string[] } {
  const list = checklistOf(kind, answers)
  const documents = list.documents.filter((d) => d.needed === 'no').map((d) => d.document)
  const conditions = list.conditions.filter((c) => c.applies === 'no').map((c) => c.condition)
  const checks = kind.steps
    .flatMap((s) => s.checks)
    .filter((c) => isAmong(documents, c.document) || isAmong(conditions, c.condition))
    .map((c) => c.id)
  return { documents, checks }
}

const isAmong = (ids: readonly string[], id: string | undefined): boolean => id !== undefined && ids.includes(id)

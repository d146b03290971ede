import { evaluate } from 'feelin'
import type { Kind, Question } from './manual.ts'
import type { Answers } from './private.ts'

/** 이 민원인의 준비물: which documents, conditions and fee of a kind are this citizen's, by what was answered. */

/** Whether a condition is so; `open` while a question that could still turn it is not answered. */
export type Verdict = 'yes' | 'no' | 'open'

export type Checklist = {
  /** In the order of the manual. A question that can no longer change anything does not matter any more. */
  questions: { question: string; matters: boolean }[]
  documents: { document: string; needed: Verdict }[]
  conditions: { condition: string; applies: Verdict; holds: Verdict | undefined }[]
  /** In whole won; null while it is not confirmed, `open` while an answer is missing on which it turns. */
  fee: number | null | 'open'
}

/** The parts of a kind on which its checklist rests. */
export type Conditional = Pick<Kind, 'questions' | 'documents' | 'conditions' | 'fee'>

/** Works out the checklist from the answers; an answer that its question does not allow counts as none. */
export function checklistOf(kind: Conditional, answers: Answers): Checklist {
  const known = knownAnswers(kind.questions, answers)
  const judge = (condition: string | undefined): Verdict =>
    condition === undefined ? 'yes' : judged(condition, kind.questions, known)
  const fee = feeOf(kind, judge)
  const documents = kind.documents.map((d) => ({ document: d.id, needed: judge(d.when) }))
  const conditions = kind.conditions.map((c) => ({
    ...{ condition: c.id, applies: judge(c.when) },
    holds: c.holds === undefined ? undefined : judge(c.holds),
  }))
  const open = openConditions(kind, { documents, conditions }, judge)
  const questions = kind.questions.map(({ id }) => ({
    question: id,
    matters: known[id] !== undefined || open.some((condition) => names(condition).has(id)),
  }))
  return { questions, documents, conditions, fee }
}

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

/** What is wrong with an answer, or undefined: a chosen option by its id, yes or no, or a number that is not negative. */
export function answerProblem(question: Question, answer: Answers[string]): 'notAnOption' | 'notANumber' | undefined {
  switch (question.type) {
    case 'choice':
      return question.options?.some((o) => o.id === answer) ? undefined : 'notAnOption'
    case 'yesNo':
      return typeof answer === 'boolean' ? undefined : 'notAnOption'
    case 'number':
      return typeof answer === 'number' && Number.isFinite(answer) && answer >= 0 ? undefined : 'notANumber'
  }
}

/** The names that a condition speaks of, texts left out. */
export const names = (condition: string): ReadonlySet<string> =>
  new Set(condition.replaceAll(/"(?:[^"\\]|\\.)*"/g, ' ').match(/[A-Za-z][A-Za-z0-9]*/g) ?? [])

function knownAnswers(questions: readonly Question[], answers: Answers): Answers {
  const kept = questions.flatMap((q): [string, Answers[string]][] => {
    const answer = answers[q.id]
    return answer === undefined || answerProblem(q, answer) ? [] : [[q.id, answer]]
  })
  return Object.fromEntries(kept)
}

/**
 * FEEL takes what is not answered for null and would call most comparisons with it false. So the condition is tried with
 * every answer that could still be given: only when all of them agree is it decided. A number has no such list; until it
 * is given, what speaks of it is open unless the others decide it with the number unknown.
 */
function judged(condition: string, questions: readonly Question[], known: Answers): Verdict {
  const used = names(condition)
  const missing = questions.filter((q) => used.has(q.id) && known[q.id] === undefined)
  const verdicts = new Set(completions(missing, known).map((answers) => verdictOf(condition, answers)))
  const [only] = verdicts
  return verdicts.size === 1 && only !== undefined ? only : 'open'
}

/** All ways in which the missing answers could be given; a number stays away. */
function completions(missing: readonly Question[], known: Answers): Answers[] {
  return missing.reduce<Answers[]>(
    (sofar, q) =>
      q.type === 'number' ? sofar : sofar.flatMap((one) => possible(q).map((answer) => ({ ...one, [q.id]: answer }))),
    [known],
  )
}

const possible = (q: Question): Answers[string][] =>
  q.type === 'choice' ? (q.options ?? []).map((o) => o.id) : [true, false]

const verdictOf = (condition: string, answers: Answers): Verdict => {
  const { value } = evaluate(condition, answers)
  return value === true ? 'yes' : value === false ? 'no' : 'open'
}

type Judge = (condition: string | undefined) => Verdict

function feeOf({ fee }: Conditional, judge: Judge): Checklist['fee'] {
  for (const { when, won } of fee.cases ?? []) {
    const verdict = judge(when)
    if (verdict === 'open') return 'open'
    if (verdict === 'yes') return won
  }
  return fee.won
}

/** The conditions that are not decided and about something that is not out of the question. */
function openConditions(kind: Conditional, list: Pick<Checklist, 'documents' | 'conditions'>, judge: Judge): string[] {
  const ofDocuments = kind.documents.flatMap(({ when }, i) => (list.documents[i]?.needed === 'open' ? [when] : []))
  const ofConditions = kind.conditions.flatMap(({ when, holds }, i) => {
    const { applies, holds: isMet } = list.conditions[i] ?? {}
    return [...(applies === 'open' ? [when] : []), ...(applies !== 'no' && isMet === 'open' ? [holds] : [])]
  })
  const ofFee = (kind.fee.cases ?? []).map((c) => c.when).filter((when) => judge(when) === 'open')
  return [...ofDocuments, ...ofConditions, ...ofFee].filter((when): when is string => when !== undefined)
}

/** What is wrong with a condition as it is written: it cannot be read, or speaks of what nobody is asked. */
export function conditionProblem(
  condition: string,
  questions: readonly Question[],
): { problem: 'unreadable' | 'unknownName' | 'unknownOption' | 'notYesOrNo'; about: string } | undefined {
  try {
    evaluate(condition, {})
  } catch (error) {
    return { problem: 'unreadable', about: error instanceof Error ? error.message : condition }
  }
  const known = new Set([...questions.map((q) => q.id), ...keywords])
  const stranger = [...names(condition)].find((name) => !known.has(name))
  if (stranger !== undefined) return { problem: 'unknownName', about: stranger }
  const used = questions.filter((q) => names(condition).has(q.id))
  const options = new Set(used.flatMap((q) => (q.options ?? []).map((o) => o.id)))
  const texts = [...condition.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, inside = '']) => inside)
  const odd = texts.find((inside) => !options.has(inside))
  if (odd !== undefined) return { problem: 'unknownOption', about: odd }
  const trial = Object.fromEntries(used.filter((q) => q.type === 'number').map((q) => [q.id, 1]))
  const others = used.filter((q) => q.type !== 'number')
  const isDecided = completions(others, trial).every((answers) => verdictOf(condition, answers) !== 'open')
  return isDecided ? undefined : { problem: 'notYesOrNo', about: condition }
}

/** The words of FEEL that a condition may use; its functions, and so its clock, are left out. */
const keywords = ['and', 'or', 'not', 'in', 'true', 'false', 'between'] as const

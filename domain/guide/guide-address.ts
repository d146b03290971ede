import type { Question } from '../manual/manual.ts'
import { answerProblem, numberOf } from '../manual/questions.ts'
import type { Answers } from '../record/private.ts'

/** The address of a guide on the hall's own server: the answers stand in it and are kept nowhere else. */

/** The number of a kind, as an address may name it. */
export const guideCode = /^[A-Z]{3}-[0-9]{2,3}$/
/** Longer addresses are none of the product's. */
export const longestGuideAddress = 2048

/** `/guide/PRS-01?applicant=corporation&branch=no`; English pages stand under `/guide/en`. */
export function guidePath(code: string, answers: Answers, language: 'ko' | 'en' = 'ko'): string {
  const said = Object.entries(answers).map(
    ([id, answer]) => `${encodeURIComponent(id)}=${encodeURIComponent(written(answer))}`,
  )
  const page = `/guide/${language === 'en' ? 'en/' : ''}${code}`
  return said.length > 0 ? `${page}?${said.join('&')}` : page
}

/** How an answer stands in an address and in the fields of a form. */
export const written = (answer: Answers[string]): string =>
  typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : String(answer)

/** The address of a guide where citizens reach the hall: its public address, or the one that its machines know. */
export function guideAddress(hall: string, code: string, answers: Answers): string | undefined {
  const origin = /^(?:ws|http)(s?):\/\/([^/?#\s]+)/.exec(hall)
  return origin ? `http${origin[1]}://${origin[2]}${guidePath(code, answers)}` : undefined
}

/**
 * The answers of an address. What else stands in it is left out: a sheet outlives the questions that it answers, and its code
 * leads to the guide of today.
 */
export function answersIn(questions: readonly Question[], entries: Iterable<readonly [string, string]>): Answers {
  const answers: Answers = {}
  for (const [id, value] of entries) {
    const question = questions.find((q) => q.id === id)
    // A form sends what was left open as nothing.
    if (!question || Object.hasOwn(answers, id) || value === '') continue
    const answer = answerOf(question, value)
    if (answer === undefined || answerProblem(question, answer)) continue
    answers[id] = answer
  }
  return answers
}

function answerOf({ type }: Question, value: string): Answers[string] | undefined {
  switch (type) {
    case 'choice':
      return value
    case 'yesNo':
      return value === 'yes' ? true : value === 'no' ? false : undefined
    case 'number':
      return numberOf(value)
  }
}

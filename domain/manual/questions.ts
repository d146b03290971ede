import type { Answers } from '../record/private.ts'
import type { Question } from './manual.ts'

/** What is wrong with an answer, or undefined: a chosen option by its id, yes or no, or a number as `numberOf` reads it. */
export function answerProblem(question: Question, answer: Answers[string]): 'notAnOption' | 'notANumber' | undefined {
  switch (question.type) {
    case 'choice':
      return question.options?.some((o) => o.id === answer) ? undefined : 'notAnOption'
    case 'yesNo':
      return typeof answer === 'boolean' ? undefined : 'notAnOption'
    case 'number':
      return typeof answer === 'number' && numberOf(String(answer)) === answer ? undefined : 'notANumber'
  }
}

/** What is typed as an answer: up to nine digits and three decimals, so that it fits an address and a sheet as well. */
export const numberOf = (text: string): number | undefined =>
  /^\d{1,9}(\.\d{1,3})?$/.test(text) ? Number(text) : undefined

/** The answers that their questions allow; the others count as not given. */
export function knownAnswers(questions: readonly Question[], answers: Answers): Answers {
  const kept = questions.flatMap((q): [string, Answers[string]][] => {
    const answer = answers[q.id]
    return answer === undefined || answerProblem(q, answer) ? [] : [[q.id, answer]]
  })
  return Object.fromEntries(kept)
}

import { expect, test } from 'vitest'
import { exceptionWords, extensionWords } from '../../../domain/paper/paper-words.ts'

/** The number that a text cites last: 제3호 is 3. */
const cited = (text: string) => Number(/제(\d+)호/.exec(text)?.[1])
const numbers = (words: { [ground: string]: string }) =>
  Object.fromEntries(Object.entries(words).map(([ground, text]) => [ground, cited(text)]))

test('every ground of 처리의 예외 is cited by its own number of 법 제21조', () => {
  expect(numbers(exceptionWords)).toEqual({
    politicsOrSecret: 1,
    investigationOrTrial: 2,
    appeal: 3,
    mediation: 4,
    finalJudgment: 5,
    auditBoard: 6,
    electionCommission: 7,
    privateDispute: 8,
    personnel: 9,
  })
  for (const text of Object.values(exceptionWords)) expect(text).toMatch(/^민원처리법 제21조 제\d호: /)
})

test('every ground of an extension is cited by its own number of 시행령 제21조 제1항', () => {
  expect(numbers(extensionWords)).toEqual({ cooperation: 1, factCheck: 2, forceMajeure: 3, equivalent: 4 })
})

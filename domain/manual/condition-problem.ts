import { partProblem } from './condition-parts.ts'
import { tokensOf, truthOf, widthOf, rowsOf, type Token } from './condition.ts'
import type { Question } from './manual.ts'

/** What is wrong with a condition as it is written, and about which word of it. */
export type ConditionProblem = {
  problem:
    | ('unreadable' | 'unknownName' | 'unknownOption' | 'unclearIn' | 'numberCompared')
    | ('unclearNot' | 'sideBySide' | 'orderCompared')
    | ('tooWide' | 'notYesOrNo' | 'alwaysSame')
  about: string
}

/** A condition asks no more questions than this, in no more ways than that: it is tried with all of them. */
const mostAsked = 4
export const mostWays = 256

/** Finds what keeps a condition from being read, from being decided, or from deciding anything. */
export function conditionProblem(condition: string, questions: readonly Question[]): ConditionProblem | undefined {
  const tokens = tokensOf(condition)
  if (!tokens) return { problem: 'unreadable', about: condition }
  return wordProblem(tokens, questions) ?? partProblem(tokens, questions) ?? truthProblem(condition, questions)
}

function wordProblem(tokens: readonly Token[], questions: readonly Question[]): ConditionProblem | undefined {
  let asked: Question | undefined
  for (const [i, { is, says }] of tokens.entries()) {
    if (is === 'name' && !keywords.includes(says)) {
      asked = questions.find((q) => q.id === says)
      if (!asked) return { problem: 'unknownName', about: says }
      if (asked.type === 'number' && !beginsComparison(tokens.slice(0, i)))
        return { problem: 'numberCompared', about: says }
    }
    const next = tokens[i + 1]
    if (is === 'name' && says === 'not' && next?.says !== '(') return { problem: 'unclearNot', about: next?.says ?? '' }
    if (next && endsPart(tokens[i]) && beginsPart(next)) return { problem: 'sideBySide', about: `${says} ${next.says}` }
    if (is === 'text' && !asked?.options?.some((o) => o.id === says)) return { problem: 'unknownOption', about: says }
    if (is === 'name' && says === 'in' && !isClearIn(tokens.slice(i + 1))) return { problem: 'unclearIn', about: 'in' }
  }
  return undefined
}

/** Words that are read as one name, or as nothing, where no sign stands between them: `b a`, `b "x"`, `not(b) a`. */
const endsPart = (token: Token | undefined): boolean =>
  token !== undefined && (isValue(token) || (token.is === 'sign' && (token.says === ')' || token.says === ']')))
const beginsPart = (token: Token): boolean =>
  isValue(token) || (token.is === 'name' && token.says === 'not') || (token.is === 'sign' && token.says === '(')
const isValue = ({ is, says }: Token): boolean =>
  is === 'text' ||
  is === 'number' ||
  (is === 'name' && (!keywords.includes(says) || says === 'true' || says === 'false'))

/** A number stands first in its comparison and is compared with what is written, so that its limits are known. */
function beginsComparison(before: readonly Token[]): boolean {
  const [last, first, number] = [before.at(-1), before.at(-3), before.at(-2)]
  if (!last) return true
  if (last.says === '(') return before.at(-2)?.says !== 'in'
  if (last.says === 'or') return true
  return last.says === 'and' && !(first?.says === 'between' && number?.is === 'number')
}

/**
 * After `in` comes a list in brackets. Only `("a", "b")` ends where it seems to: after `["a", "b"]`, `[1..3]` and `("a")`
 * FEEL takes an `and` or `or` for a part of the list, so they must come last or in brackets of their own.
 */
function isClearIn(after: readonly Token[]): boolean {
  const [opening] = after
  if (opening?.says !== '(' && opening?.says !== '[') return false
  const end = after.findIndex((t) => t.says === (opening.says === '(' ? ')' : ']'))
  const inside = after.slice(1, end)
  if (end < 0 || !inside.every((t) => t.is === 'text' || t.is === 'number' || ',..'.includes(t.says))) return false
  const next = after[end + 1]
  const isList = opening.says === '(' && inside.some((t) => t.says === ',')
  return isList || next === undefined || next.says === ')'
}

function truthProblem(condition: string, questions: readonly Question[]): ConditionProblem | undefined {
  const truth = truthOf(condition, questions)
  if (!truth.isReadable) return { problem: 'unreadable', about: condition }
  if (truth.asked.length > mostAsked || widthOf(truth) > mostWays) return { problem: 'tooWide', about: condition }
  const verdicts = new Set(rowsOf(truth.asked, {}).map(truth.verdictOf))
  if (verdicts.has('open')) return { problem: 'notYesOrNo', about: condition }
  return verdicts.size === 2 ? undefined : { problem: 'alwaysSame', about: condition }
}

/** The words of FEEL that a condition may use; its functions, and so its clock, are left out. */
const keywords: readonly string[] = ['and', 'or', 'not', 'in', 'true', 'false', 'between']

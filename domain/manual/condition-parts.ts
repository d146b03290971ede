import type { Token } from './condition.ts'
import type { Question } from './manual.ts'

/** What is wrong with how the words of a condition are put together, and about which of them. */
type PartProblem = { problem: 'unreadable' | 'orderCompared' | 'notYesOrNo'; about: string }

/** What a part of a condition is: yes or no, a number, or an option of a choice. */
type Part = Question['type']
type Read = { part: Part; after: number } | PartProblem

/**
 * Puts the words of a condition together as a person reads them. FEEL takes more: it gives null where things of different
 * sorts are compared or joined, and an `or` beside it lets that pass for a no.
 */
export function partProblem(tokens: readonly Token[], questions: readonly Question[]): PartProblem | undefined {
  const read = joined(tokens, 0, 'or', questions)
  if ('problem' in read) return read
  return read.after < tokens.length ? unreadable(tokens) : isSo(read, tokens, 0)
}

/** Parts that `or` or `and` joins, each of them yes or no. */
function joined(tokens: readonly Token[], from: number, by: 'or' | 'and', questions: readonly Question[]): Read {
  const one = (at: number) => (by === 'or' ? joined(tokens, at, 'and', questions) : compared(tokens, at, questions))
  let left = one(from)
  let start = from
  while (!('problem' in left) && isWord(tokens[left.after], by)) {
    const right = one(left.after + 1)
    if ('problem' in right) return right
    const problem = isSo(left, tokens, start) ?? isSo(right, tokens, left.after + 1)
    if (problem) return problem
    start = left.after + 1
    left = { part: 'yesNo', after: right.after }
  }
  return left
}

/** One comparison at most: FEEL reads a second one of the same words in its own way. */
function compared(tokens: readonly Token[], from: number, questions: readonly Question[]): Read {
  const left = operand(tokens, from, questions)
  if ('problem' in left) return left
  const sign = tokens[left.after]
  if (isWord(sign, 'in')) return inList(tokens, from, left)
  const isOrder = orders.some((o) => isWord(sign, o))
  if (isOrder && left.part !== 'number')
    return { problem: 'orderCompared', about: textOf(tokens.slice(from, left.after)) }
  if (isWord(sign, 'between')) return between(tokens, from, left.after + 1)
  if (!isOrder && !isWord(sign, '=') && !isWord(sign, '!=')) return left
  const right = operand(tokens, left.after + 1, questions)
  if ('problem' in right) return right
  return left.part === right.part ? { part: 'yesNo', after: right.after } : undecided(tokens.slice(from, right.after))
}

function between(tokens: readonly Token[], from: number, limits: number): Read {
  const [low, and, high] = tokens.slice(limits, limits + 3)
  const isRange = low?.is === 'number' && isWord(and, 'and') && high?.is === 'number'
  return isRange ? { part: 'yesNo', after: limits + 3 } : undecided(tokens.slice(from, limits + 3))
}

/** The list after `in` holds what its question can be answered with, and nothing else. */
function inList(tokens: readonly Token[], from: number, { part, after }: { part: Part; after: number }): Read {
  const end = tokens.findIndex((t, i) => i > after + 1 && (isWord(t, ')') || isWord(t, ']'))) + 1
  if (end === 0) return unreadable(tokens)
  const inside = tokens.slice(after + 2, end - 1)
  const said = inside.filter((t) => t.is !== 'sign')
  const sort = part === 'number' ? 'number' : part === 'choice' ? 'text' : undefined
  if (inside.some((t) => isWord(t, '..')) && part !== 'number')
    return { problem: 'orderCompared', about: textOf(tokens.slice(from, after)) }
  return said.length > 0 && said.every((t) => t.is === sort)
    ? { part: 'yesNo', after: end }
    : undecided(tokens.slice(from, end))
}

function operand(tokens: readonly Token[], at: number, questions: readonly Question[]): Read {
  const token = tokens[at]
  if (isWord(token, '(') || isWord(token, 'not')) return bracketed(tokens, at, questions)
  if (token?.is === 'text') return { part: 'choice', after: at + 1 }
  if (token?.is === 'number') return { part: 'number', after: at + 1 }
  if (isWord(token, 'true') || isWord(token, 'false')) return { part: 'yesNo', after: at + 1 }
  const asked = token?.is === 'name' && questions.find((q) => q.id === token.says)
  return asked ? { part: asked.type, after: at + 1 } : unreadable(tokens)
}

function bracketed(tokens: readonly Token[], at: number, questions: readonly Question[]): Read {
  const isNot = isWord(tokens[at], 'not')
  const opening = isNot ? at + 1 : at
  if (!isWord(tokens[opening], '(')) return unreadable(tokens)
  const inside = joined(tokens, opening + 1, 'or', questions)
  if ('problem' in inside) return inside
  if (!isWord(tokens[inside.after], ')')) return unreadable(tokens)
  const problem = isNot ? isSo(inside, tokens, opening + 1) : undefined
  return problem ?? { part: inside.part, after: inside.after + 1 }
}

const orders = ['<', '<=', '>', '>=', 'between']

const isWord = (token: Token | undefined, says: string): boolean =>
  token !== undefined && (token.is === 'sign' || token.is === 'name') && token.says === says

/** Nothing if a part is yes or no, as what is joined or asked must be. */
const isSo = ({ part, after }: { part: Part; after: number }, tokens: readonly Token[], from: number) =>
  part === 'yesNo' ? undefined : undecided(tokens.slice(from, after))

const undecided = (tokens: readonly Token[]): PartProblem => ({ problem: 'notYesOrNo', about: textOf(tokens) })
const unreadable = (tokens: readonly Token[]): PartProblem => ({ problem: 'unreadable', about: textOf(tokens) })

const textOf = (tokens: readonly Token[]): string =>
  tokens.map(({ is, says }) => (is === 'text' ? `"${says}"` : says)).join(' ')

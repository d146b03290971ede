import { evaluate, isFunction } from 'feelin'
import type { Answers } from '../record/private.ts'
import type { Question } from './manual.ts'

/**
 * 조건식: a condition in FEEL over the answers to the questions of a kind. What is not answered is never taken for null,
 * as FEEL would: the condition is tried with every answer that could still be given.
 */

/** Whether a condition is so; `open` while a question that could still turn it is not answered. */
export type Verdict = 'yes' | 'no' | 'open'

/** A verdict with the unanswered questions that can still turn it, in the order of the manual. */
export type Judgement = { verdict: Verdict; turnsOn: string[] }

/** One way in which the questions of a condition can be answered, in their order. */
type Row = readonly Answers[string][]
type Asked = { id: string; question: Question; values: Row }
/** What a condition says to every row of answers, worked out when it is first asked for. */
export type Truth = { asked: readonly Asked[]; isReadable: boolean; verdictOf: (row: Row) => Verdict }

/** Judges a condition by the answers; each of them must be one that its question allows. */
export function judge({ asked, verdictOf }: Truth, answers: Answers): Judgement {
  const rows = rowsOf(asked, answers)
  const verdicts = rows.map(verdictOf)
  const [only = 'open'] = verdicts
  if (verdicts.every((v) => v === only)) return { verdict: only, turnsOn: [] }
  const turns = (i: number) => {
    const before = new Map<string, Verdict>()
    return rows.some((row, r) => {
      const others = JSON.stringify(row.toSpliced(i, 1))
      const verdict = verdicts[r] ?? 'open'
      const other = before.get(others) ?? verdict
      before.set(others, other)
      return other !== verdict
    })
  }
  return { verdict: 'open', turnsOn: asked.filter((_, i) => turns(i)).map((a) => a.id) }
}

/** Reads a condition, once for all that ask it of the same answers; what cannot be read stays open. */
export function truthOf(condition: string, questions: readonly Question[]): Truth {
  const asked = askedBy([condition], questions)
  const key = JSON.stringify([condition, asked.map((a) => [a.id, a.values])])
  const known = truths.get(key)
  if (known) return known
  if (truths.size >= mostTruths) truths.clear()
  const truth = read(condition, asked)
  truths.set(key, truth)
  return truth
}

/** The questions of conditions, each once, with every answer that one of the conditions or all of them together tell apart. */
export function askedBy(conditions: readonly string[], questions: readonly Question[]): Asked[] {
  const tokens = conditions.flatMap((condition) => tokensOf(condition) ?? [])
  const used = new Set(tokens.filter((t) => t.is === 'name').map((t) => t.says))
  return questions
    .filter((q) => used.has(q.id))
    .map((question) => ({ id: question.id, question, values: valuesOf(question, tokens) }))
}

const truths = new Map<string, Truth>()
const mostTruths = 4000

function read(condition: string, asked: readonly Asked[]): Truth {
  const names = asked.map((a) => a.id)
  const ask = functionOf(condition, names)
  const known = new Map<string, Verdict>()
  const verdictOf = (row: Row): Verdict => {
    const key = JSON.stringify(row)
    const value = known.has(key) ? undefined : ask?.(row)
    const verdict = known.get(key) ?? (value === true ? 'yes' : value === false ? 'no' : 'open')
    known.set(key, verdict)
    return verdict
  }
  return { asked, isReadable: ask !== undefined, verdictOf }
}

/** Every way in which questions can be answered that the conditions tell apart, given what is answered already. */
export function rowsOf(asked: readonly Asked[], answers: Answers): Row[] {
  return asked.reduce<Row[]>(
    (rows, { id, question, values }) => {
      const answer = answers[id]
      const possible = answer === undefined ? values : [kept(question, answer, values)]
      return rows.flatMap((row) => possible.map((value) => [...row, value]))
    },
    [[]],
  )
}

/** In how many ways the questions of a condition can be answered. */
export const widthOf = ({ asked }: Pick<Truth, 'asked'>): number =>
  asked.reduce((product, a) => product * a.values.length, 1)

/** A number counts as the one that stands for all that the condition cannot tell from it. */
function kept({ type }: Question, answer: Answers[string], values: Row): Answers[string] {
  if (type !== 'number' || typeof answer !== 'number') return answer
  const numbers = values.filter((v) => typeof v === 'number')
  const limits = numbers.filter((_, i) => i % 2 === 1)
  const place = limits.findIndex((limit) => answer <= limit)
  if (place < 0) return numbers.at(-1) ?? answer
  return (answer === limits[place] ? limits[place] : numbers[place * 2]) ?? answer
}

/** What a question can be answered with: for a number each limit that is written, and one below, between and above. */
function valuesOf({ type, options = [] }: Question, tokens: readonly Token[]): Row {
  if (type === 'choice') return options.map((o) => o.id)
  if (type === 'yesNo') return [true, false]
  const written = tokens.filter((t) => t.is === 'number').map((t) => Number(t.says))
  const limits = [...new Set(written)].toSorted((a, b) => a - b)
  const between = limits.flatMap((limit, i) => [((limits[i - 1] ?? 0) + limit) / 2, limit])
  return [...between, (limits.at(-1) ?? 0) + 1]
}

/** The condition as a function of its answers; undefined where FEEL cannot read it. What it cannot compare says nothing. */
function functionOf(condition: string, names: readonly string[]): ((row: Row) => unknown) | undefined {
  try {
    const { value } = evaluate(`function(${names.join(', ')}) ${condition}`)
    return isFunction(value) ? (row) => saidBy(() => value.invoke([...row])) : undefined
  } catch {
    return undefined
  }
}

function saidBy(ask: () => unknown): unknown {
  try {
    return ask()
  } catch {
    return undefined
  }
}

export type Token = { is: 'name' | 'text' | 'number' | 'sign'; says: string }

const pattern = /\s*(?:([A-Za-z][A-Za-z0-9]*)|"([^"\\]*)"|(\d+(?:\.\d+)?)|(\.\.|[<>!]=|[=<>()[\],]))\s*/y

/** The words of a condition; undefined if something stands there that a condition may not use, arithmetic among it. */
export function tokensOf(condition: string): Token[] | undefined {
  const tokens: Token[] = []
  pattern.lastIndex = 0
  while (pattern.lastIndex < condition.length) {
    const found = pattern.exec(condition)
    if (!found) return undefined
    const [, name, text, number] = found
    if (name !== undefined) tokens.push({ is: 'name', says: name })
    else if (text !== undefined) tokens.push({ is: 'text', says: text })
    else if (number !== undefined) tokens.push({ is: 'number', says: number })
    else tokens.push({ is: 'sign', says: found[4] ?? '' })
  }
  return tokens
}

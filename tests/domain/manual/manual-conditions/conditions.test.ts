import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { readManual } from '../../../../db/manual/manual-folder.ts'
import { checklistOf, sparedBy, type Checklist } from '../../../../domain/manual/checklist.ts'
import { conditionProblem } from '../../../../domain/manual/condition-problem.ts'
import { truthOf } from '../../../../domain/manual/condition.ts'
import type { Kind, Question } from '../../../../domain/manual/manual.ts'
import { Answers } from '../../../../domain/record/private.ts'

/** The questions and conditions of the shipped manual: what they decide, and that they decide nothing too early. */

const shipped = readManual(join(import.meta.dirname, '../../../../manual'))
const kinds = 'faults' in shipped ? [] : shipped.content.kinds
const asking = kinds.filter((k) => k.questions.length > 0)
const kindOf = new Map(kinds.map((k) => [k.code, k]))

const Outcome = z.enum(['met', 'notMet', 'undecided', 'applies', 'spared', 'unclear'])
const Case = z.strictObject({
  says: z.string(),
  answers: Answers,
  needed: z.array(z.string()),
  spared: z.array(z.string()),
  open: z.array(z.string()),
  conditions: z.record(z.string(), Outcome),
  fee: z.union([z.int(), z.null(), z.literal('open')]),
})
const sheet = z
  .record(z.string(), z.array(Case))
  .parse(parse(readFileSync(join(import.meta.dirname, 'cases.yaml'), 'utf8')))
const cases = Object.entries(sheet).flatMap(([code, all]) =>
  all.map(({ says, answers, ...expected }) => ({ code, says, answers, expected })),
)

const kind = (code: string): Kind => {
  const found = kindOf.get(code)
  if (found === undefined) throw new Error(`no kind ${code}`)
  return found
}

function outcome({ applies, holds }: Checklist['conditions'][number]): z.infer<typeof Outcome> {
  if (applies !== 'yes') return applies === 'no' ? 'spared' : 'unclear'
  if (holds === undefined) return 'applies'
  return holds === 'open' ? 'undecided' : holds === 'yes' ? 'met' : 'notMet'
}

/** What the manual decides of one citizen, in the shape of the sheet. */
function decided(of: Kind, answers: Answers): Omit<z.infer<typeof Case>, 'says' | 'answers'> {
  const list = checklistOf(of, answers)
  const documents = (verdict: string) => list.documents.filter((d) => d.needed === verdict).map((d) => d.document)
  const decisive = new Set(of.conditions.filter((c) => c.when ?? c.holds).map((c) => c.id))
  const conditions = list.conditions.filter((c) => decisive.has(c.condition)).map((c) => [c.condition, outcome(c)])
  return {
    needed: documents('yes'),
    spared: documents('no'),
    open: documents('open'),
    conditions: Object.fromEntries(conditions),
    fee: list.fee,
  }
}

describe('of one citizen', () => {
  test.each(cases)('$code: $says', ({ code, answers, expected }) => {
    expect(decided(kind(code), answers)).toEqual(expected)
  })
})

test('at least 100 kinds ask questions, and each of them stands in the sheet of cases with two or more', () => {
  expect(asking.length).toBeGreaterThanOrEqual(100)
  const elsewhere = ['CUL-05']
  const missing = asking.filter((k) => (sheet[k.code]?.length ?? 0) < 2).map((k) => k.code)
  expect(missing.filter((code) => !elsewhere.includes(code))).toEqual([])
})

test('every category of the manual has kinds that ask', () => {
  expect(new Set(kinds.map((k) => k.category)).size).toBe(new Set(asking.map((k) => k.category)).size)
})

describe.each(asking)('$code', (one) => {
  test('nothing is decided of a citizen who has answered nothing', () => {
    const list = checklistOf(one, {})
    const when = (id: string) => one.documents.find((d) => d.id === id)?.when
    expect(
      list.documents.filter((d) => (when(d.document) === undefined ? d.needed !== 'yes' : d.needed !== 'open')),
    ).toEqual([])
    const conditions = one.conditions.map((c, i) => [c, list.conditions[i]] as const)
    const tooEarly = conditions.filter(
      ([c, seen]) => (c.when && seen?.applies !== 'open') || (c.holds && seen?.holds !== 'open'),
    )
    expect(tooEarly.map(([c]) => c.id)).toEqual([])
    expect(sparedBy(one, {})).toEqual({ documents: [], checks: [] })
  })

  const completions = allAnswers(one.questions).map((answers) => ({ answers, list: checklistOf(one, answers) }))

  test('nothing is open once all is answered, whatever the answers', () => {
    const left = completions.filter(({ list }) =>
      [
        ...list.documents.map((d) => d.needed),
        ...list.conditions.flatMap((c) => [c.applies, c.holds]),
        list.fee,
      ].includes('open'),
    )
    expect(left.map(({ answers }) => answers)).toEqual([])
  })

  test('a check is spared with its document or condition, and no step is left without a check', () => {
    for (const { answers, list } of completions) {
      const { checks } = sparedBy(one, answers)
      const out = [
        ...list.documents.filter((d) => d.needed === 'no').map((d) => d.document),
        ...list.conditions.filter((c) => c.applies === 'no').map((c) => c.condition),
      ]
      const all = one.steps.flatMap((s) => s.checks)
      const tied = all.filter((c) => [c.document, c.condition].some((id) => id !== undefined && out.includes(id)))
      expect(checks).toEqual(tied.map((c) => c.id))
      const empty = one.steps.filter((s) => s.checks.every((c) => checks.includes(c.id)))
      expect(
        empty.map((s) => s.title),
        JSON.stringify(answers),
      ).toEqual([])
    }
  })

  test('its conditions can be read, turn on three questions at most, and leave no question without use', () => {
    const conditions = conditionsOf(one)
    expect(conditions.flatMap((c) => conditionProblem(c, one.questions) ?? [])).toEqual([])
    const used = conditions.map((c) => truthOf(c, one.questions).asked.map((q) => q.id))
    expect(used.filter((ids) => ids.length === 0 || ids.length > 3)).toEqual([])
    expect(one.questions.map((q) => q.id).filter((id) => !used.flat().includes(id))).toEqual([])
  })
})

describe.each(Object.keys(sheet))('the cases of %s', (code) => {
  const of = kind(code)
  const seen = (sheet[code] ?? []).map((c) => ({ ...decided(of, c.answers), answers: c.answers }))

  test('answer every question in two ways', () => {
    const once = of.questions.filter(
      (q) => new Set(seen.map((s) => s.answers[q.id]).filter((a) => a !== undefined)).size < 2,
    )
    expect(once.map((q) => q.id)).toEqual([])
  })

  test('show every document needed and spared, every condition met and missed', () => {
    const oneSided = [
      ...of.documents.filter((d) => d.when && !(some('needed', d.id) && some('spared', d.id))).map((d) => d.id),
      ...of.conditions.filter((c) => c.holds && !(turns(c.id, 'met') && turns(c.id, 'notMet'))).map((c) => c.id),
      ...of.conditions.filter((c) => c.when && !(turns(c.id, 'spared') && applies(c.id))).map((c) => c.id),
    ]
    expect(oneSided).toEqual([])
  })

  const some = (side: 'needed' | 'spared', id: string) => seen.some((s) => s[side].includes(id))
  const turns = (id: string, to: z.infer<typeof Outcome>) => seen.some((s) => s.conditions[id] === to)
  const applies = (id: string) => turns(id, 'met') || turns(id, 'notMet') || turns(id, 'applies')
})

test('the same question is asked in the same words everywhere', () => {
  const asked = Map.groupBy(
    asking.flatMap((k) => k.questions),
    (q) => q.id,
  )
  const wordings = [...asked].map(([id, all]) => [
    id,
    new Set(all.map((q) => JSON.stringify([q.ask, q.type, q.unit]))).size,
  ])
  expect(wordings.filter(([, different]) => different !== 1)).toEqual([])
})

const conditionsOf = (of: Kind): string[] =>
  [...of.documents, ...of.conditions, ...of.conditions.map(({ holds }) => ({ when: holds })), ...(of.fee.cases ?? [])]
    .map(({ when }) => when)
    .filter((when): when is string => when !== undefined)

/** All ways to answer, numbers far below and far above every limit. */
const allAnswers = (questions: readonly Question[]): Answers[] =>
  questions.reduce<Answers[]>(
    (all, q) => all.flatMap((a) => answersTo(q).map((answer) => ({ ...a, [q.id]: answer }))),
    [{}],
  )

function answersTo(q: Question): Answers[string][] {
  if (q.type === 'choice') return (q.options ?? []).map((o) => o.id)
  return q.type === 'yesNo' ? [true, false] : [0, 1_000_000]
}

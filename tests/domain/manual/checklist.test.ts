import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readManual } from '../../../db/manual/manual-folder.ts'
import { checklistOf, sparedBy, type Checklist, type Conditional } from '../../../domain/manual/checklist.ts'
import type { Kind, Question } from '../../../domain/manual/manual.ts'
import { answerProblem } from '../../../domain/manual/questions.ts'
import type { Answers } from '../../../domain/record/private.ts'
import { area, conditional, isNew, whom } from '../../support/conditional.ts'

const found = readManual(join(import.meta.dirname, '../../../manual'))
const shipped = 'faults' in found ? [] : found.content.kinds.filter((k) => k.questions.length > 0)

const needed = (answers: Answers) => checklistOf(conditional, answers).documents.map((d) => d.needed)
const mattering = (answers: Answers) =>
  checklistOf(conditional, answers).questions.flatMap((q) => (q.matters ? [q.question] : []))

describe('the checklist of a citizen', () => {
  test('leaves open what turns on a missing answer, and says on which', () => {
    const { documents, conditions, fee, feeTurnsOn } = checklistOf(conditional, {})
    expect(documents).toEqual([
      { document: 'd1', needed: 'yes', asks: [], turnsOn: [] },
      { document: 'd2', needed: 'open', asks: ['whom', 'isNew'], turnsOn: ['whom', 'isNew'] },
      { document: 'd3', needed: 'open', asks: ['hasProxy'], turnsOn: ['hasProxy'] },
      { document: 'd4', needed: 'open', asks: ['whom', 'area'], turnsOn: ['whom', 'area'] },
    ])
    expect(conditions[0]).toEqual({
      condition: 'c1',
      applies: 'open',
      holds: 'open',
      asks: ['isNew', 'area'],
      turnsOn: ['isNew', 'area'],
    })
    expect(conditions[1]).toEqual({
      condition: 'c2',
      applies: 'yes',
      holds: undefined,
      asks: [],
      turnsOn: [],
    })
    expect([fee, feeTurnsOn]).toEqual(['open', ['isNew', 'area']])
  })

  test('decides a document as soon as no missing answer can turn it', () => {
    expect(needed({ isNew: false })).toEqual(['yes', 'no', 'open', 'open'])
    expect(needed({ whom: 'person', area: 120 })).toEqual(['yes', 'no', 'open', 'no'])
    expect(needed({ whom: 'person' })).toEqual(['yes', 'no', 'open', 'open'])
    expect(needed({ whom: 'company' })[3]).toBe('yes')
  })

  test('never takes a missing number for one that is not so', () => {
    const kind = { ...conditional, documents: conditional.documents.map((d) => ({ ...d, when: 'area = 5' })) }
    expect(checklistOf(kind, {}).documents[0]?.needed).toBe('open')
    expect(checklistOf(kind, { area: 5 }).documents[0]?.needed).toBe('yes')
    expect(checklistOf(kind, { area: 4.99 }).documents[0]?.needed).toBe('no')
  })

  test.each([
    [99.9, 'no'],
    [100, 'yes'],
    [1_000_000, 'yes'],
    [0, 'no'],
  ])('judges a requirement by its limit: %d is %s', (size, holds) => {
    expect(checklistOf(conditional, { isNew: true, area: size }).conditions[0]?.holds).toBe(holds)
  })

  test('takes the fee of the first case that applies, of none the fee of all', () => {
    const fee = (answers: Answers) => {
      const { fee: won, feeCase } = checklistOf(conditional, answers)
      return [won, feeCase]
    }
    expect(fee({ isNew: false })).toEqual([2000, 0])
    expect(fee({ isNew: false, area: 600 })).toEqual([2000, 0])
    expect(fee({ isNew: true, area: 501 })).toEqual([9000, 1])
    expect(fee({ isNew: true, area: 500 })).toEqual([5000, undefined])
    expect(fee({ isNew: true })).toEqual(['open', undefined])
  })

  test('lets a question go that no longer turns anything, answered or not', () => {
    expect(mattering({})).toEqual(['whom', 'isNew', 'hasProxy', 'area'])
    expect(mattering({ isNew: false, whom: 'company' })).toEqual(['whom', 'isNew', 'hasProxy'])
    expect(mattering({ isNew: false, whom: 'company', area: 900 })).toEqual(['isNew', 'hasProxy'])
  })

  test('counts an answer that its question does not allow as none', () => {
    expect(checklistOf(conditional, { whom: 'nobody', isNew: 'yes', area: -1, other: true })).toEqual(
      checklistOf(conditional, {}),
    )
  })

  test('is worked out once for the same kind and answers', () => {
    expect(checklistOf(conditional, { isNew: true })).toBe(checklistOf(conditional, { isNew: true, strange: 1 }))
    expect(checklistOf({ ...conditional }, { isNew: true })).not.toBe(checklistOf(conditional, { isNew: true }))
  })

  test('spares the documents that are not needed and the checks about what does not apply', () => {
    expect(sparedBy(conditional, { whom: 'person', isNew: false, hasProxy: false, area: 1 })).toEqual({
      documents: ['d2', 'd3', 'd4'],
      checks: ['s1.2', 's1.3', 's1.4', 's2.1'],
    })
    expect(sparedBy(conditional, {})).toEqual({ documents: [], checks: [] })
    // A requirement that is not met is not spared: it has to be looked at.
    expect(sparedBy(conditional, { isNew: true, area: 1 }).checks).not.toContain('s2.1')
  })
})

const answerTo = ({ type, options = [] }: Question): fc.Arbitrary<Answers[string]> =>
  type === 'choice'
    ? fc.constantFrom(...options.map((o) => o.id))
    : type === 'yesNo'
      ? fc.boolean()
      : fc.oneof(
          fc.nat(1000),
          fc.nat(999_999_999).map((thousandths) => thousandths / 1000),
          fc.constantFrom(0, 100, 300, 500),
        )

const answersTo = (questions: readonly Question[]): fc.Arbitrary<Answers> =>
  fc
    .tuple(...questions.map(answerTo))
    .map((given) => Object.fromEntries(questions.map((q, i) => [q.id, given[i] ?? ''])))

/** Some of the questions answered, and one more question with its answer. */
const asked = ({ questions }: Pick<Kind, 'questions'>) =>
  fc.record({
    answers: fc.subarray(questions).chain(answersTo),
    more: fc.constantFrom(...questions).chain((q) => answerTo(q).map((answer) => ({ id: q.id, answer }))),
  })

/** What is decided, by what it is about. Whether something holds is nothing to ask where it does not apply. */
const decided = ({ documents, conditions, fee }: Checklist): Map<string, unknown> =>
  new Map(
    [
      ...documents.map((d): [string, unknown] => [d.document, d.needed]),
      ...conditions.flatMap((c): [string, unknown][] => [
        [c.condition, c.applies],
        [`${c.condition} holds`, c.holds ?? 'open'],
      ]),
      ['fee', fee] as const,
    ].filter(([, verdict]) => verdict !== 'open'),
  )

/** The kinds that the properties are tried with: the made-up one, and those of the shipped manual that ask. */
const tried: [string, Conditional][] = [conditional, ...shipped].map((k) => [k.name.ko, k])

describe.each(tried)('whatever is answered of %s', (_, kind) => {
  const runs = { numRuns: 60 }

  test('one more answer never turns what was decided, nor opens it again', () => {
    fc.assert(
      fc.property(asked(kind), ({ answers, more }) => {
        const { [more.id]: _given, ...before } = answers
        const list = checklistOf(kind, { ...before, [more.id]: more.answer })
        const now = decided(list)
        const isGone = (what: string) =>
          list.conditions.some((c) => `${c.condition} holds` === what && c.applies === 'no')
        const turned = [...decided(checklistOf(kind, before))].filter(
          ([what, verdict]) => !isGone(what) && now.get(what) !== verdict,
        )
        expect(turned).toEqual([])
      }),
      runs,
    )
  })

  test('a question that does not matter changes nothing', () => {
    fc.assert(
      fc.property(asked(kind), ({ answers, more }) => {
        const { questions, ...list } = checklistOf(kind, answers)
        if (questions.find((q) => q.question === more.id)?.matters !== false) return
        const { questions: _asked, ...other } = checklistOf(kind, { ...answers, [more.id]: more.answer })
        expect(other).toEqual(list)
      }),
      runs,
    )
  })

  test('nothing is open once all is answered', () => {
    fc.assert(
      fc.property(answersTo(kind.questions), (answers) => {
        const { documents, conditions, fee } = checklistOf(kind, answers)
        expect([...documents.map((d) => d.needed), ...conditions.map((c) => c.applies), fee]).not.toContain('open')
      }),
      runs,
    )
  })
})

test('an answer is an option by its id, yes or no, or a number that is not negative', () => {
  expect(answerProblem(whom, 'person')).toBeUndefined()
  expect(answerProblem(whom, 'nobody')).toBe('notAnOption')
  expect(answerProblem(isNew, 'true')).toBe('notAnOption')
  expect(answerProblem(area, 0)).toBeUndefined()
  expect([-1, Number.NaN, Number.POSITIVE_INFINITY, '3'].map((a) => answerProblem(area, a))).toEqual(
    Array.from({ length: 4 }, () => 'notANumber'),
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checklistOf } from '../../../domain/manual/checklist.ts'
import { conditionProblem } from '../../../domain/manual/condition-problem.ts'
import { rowsOf, truthOf } from '../../../domain/manual/condition.ts'
import type { Answers } from '../../../domain/record/private.ts'
import { area, conditional, hasProxy, isNew, whom } from '../../support/conditional.ts'

/** A condition as it is written, and what it means by the answers. */
type Written = { says: string; means: (answers: Answers) => boolean }

const compared: Written[] = [
  { says: 'isNew', means: (a) => a['isNew'] === true },
  { says: 'hasProxy = false', means: (a) => a['hasProxy'] === false },
  { says: 'whom != "person"', means: (a) => a['whom'] !== 'person' },
  { says: 'whom in ("company", "group")', means: (a) => a['whom'] !== 'person' },
  { says: 'area >= 3', means: (a) => Number(a['area']) >= 3 },
  { says: 'area between 2 and 5', means: (a) => Number(a['area']) >= 2 && Number(a['area']) <= 5 },
]

const { written } = fc.letrec<{ written: Written }>((tie) => ({
  written: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...compared),
    tie('written').map(({ says, means }): Written => ({ says: `not(${says})`, means: (a) => !means(a) })),
    fc
      .tuple(tie('written'), tie('written'))
      .map(([p, q]): Written => ({ says: `(${p.says}) and (${q.says})`, means: (a) => p.means(a) && q.means(a) })),
    fc
      .tuple(tie('written'), tie('written'))
      .map(([p, q]): Written => ({ says: `(${p.says} or ${q.says})`, means: (a) => p.means(a) || q.means(a) })),
  ),
}))

describe('a condition', () => {
  const questions = [whom, isNew, hasProxy, area]
  const problem = (condition: string) => conditionProblem(condition, questions)?.problem

  test.each([
    'whom = "company"',
    'whom in ("company", "group") and isNew',
    'isNew and whom in ["company", "group"]',
    '(whom in ["company", "group"]) and isNew',
    'not(isNew) or area between 10 and 20',
    'area >= 10 and area < 20 or hasProxy = false',
    'area in [10..20]',
    'isNew = hasProxy',
    'whom != "person" and (area > 1.5 or hasProxy)',
  ])('is read: %s', (condition) => {
    expect(problem(condition)).toBeUndefined()
  })

  test.each([
    ['whom =', 'unreadable'],
    ['면적 > 10', 'unreadable'],
    ['area + 1 > 10', 'unreadable'],
    ['whom = "company', 'unreadable'],
    ['now() = area', 'unknownName'],
    ['if isNew then true else false', 'unknownName'],
    ['"company" = whom', 'unknownOption'],
    ['isNew and whom = "new"', 'unknownOption'],
    ['isNew = "company"', 'unknownOption'],
    ['whom in ["company"] or isNew', 'unclearIn'],
    ['area in [1..3] and isNew', 'unclearIn'],
    ['area in (3) and isNew', 'unclearIn'],
    ['area in isNew', 'unclearIn'],
    ['10 < area', 'numberCompared'],
    ['area between 1 and area', 'numberCompared'],
    ['whom', 'notYesOrNo'],
    ['area = true', 'notYesOrNo'],
    ['isNew > 3', 'orderCompared'],
    ['isNew > false', 'orderCompared'],
    ['isNew < hasProxy', 'orderCompared'],
    ['whom > "company"', 'orderCompared'],
    ['isNew between true and false', 'orderCompared'],
    ['hasProxy and whom in [1..3]', 'orderCompared'],
    ['area < true', 'notYesOrNo'],
    ['not whom = "company" or isNew', 'unclearNot'],
    ['isNew or not whom = "company"', 'unclearNot'],
    ['not whom != "company" and isNew', 'unclearNot'],
    ['not area < 5', 'unclearNot'],
    ['isNew whom = "company" or isNew', 'sideBySide'],
    ['not(isNew) hasProxy', 'sideBySide'],
    ['whom = "company" "group"', 'sideBySide'],
    ['isNew (hasProxy)', 'sideBySide'],
    ['whom = "company" or "group"', 'notYesOrNo'],
    ['area = 1 or 2', 'notYesOrNo'],
    ['whom or isNew', 'notYesOrNo'],
    ['area = true or isNew', 'notYesOrNo'],
    ['whom = isNew or hasProxy', 'notYesOrNo'],
    ['isNew = 3 or hasProxy', 'notYesOrNo'],
    ['area in (1, 2) = isNew or hasProxy', 'unreadable'],
    ['hasProxy or isNew in []', 'notYesOrNo'],
    ['[isNew]', 'unreadable'],
    ['not(isNew, hasProxy) or hasProxy', 'unreadable'],
    ['area > 3 and area < 2', 'alwaysSame'],
    ['true', 'alwaysSame'],
    ['area >= 0', 'alwaysSame'],
    [Array.from({ length: 60 }, (_, i) => `area = ${i}`).join(' or ') + ' or whom = "company"', 'tooWide'],
  ])('is refused: %s', (condition, expected) => {
    expect(problem(condition)).toBe(expected)
  })

  test.each(['isNew > false', 'isNew < hasProxy', 'area < true', 'isNew between true and false'])(
    'that compares what has no order stays open instead of stopping the counter: %s',
    (when) => {
      const kind = { ...conditional, documents: conditional.documents.map((d) => ({ ...d, when })) }
      expect(checklistOf(kind, {}).documents[0]?.needed).toBe('open')
      expect(checklistOf(kind, { isNew: true, hasProxy: false, area: 3 }).documents[0]?.needed).toBe('open')
    },
  )

  test('says what a person reads in it, whatever is joined with and, or and not', () => {
    fc.assert(
      fc.property(written, ({ says, means }) => {
        expect([undefined, 'alwaysSame', 'tooWide'], says).toContain(problem(says))
        const truth = truthOf(says, questions)
        for (const row of rowsOf(truth.asked, {})) {
          const answers = Object.fromEntries(truth.asked.map((a, i) => [a.id, row[i] ?? '']))
          expect(truth.verdictOf(row), `${says} ${JSON.stringify(answers)}`).toBe(means(answers) ? 'yes' : 'no')
        }
      }),
      { numRuns: 300 },
    )
  })

  test('of any words whatever is read or refused', () => {
    const words = fc.constantFrom(
      ...['whom', 'isNew', 'hasProxy', 'area', '"group"', '3', 'true', 'false', 'and', 'or', 'not', 'in', 'between'],
      ...['(', ')', '[', ']', ',', '..', '=', '!=', '<', '<=', '>', '>='],
    )
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 9 }), (all) => {
        expect(() => problem(all.join(' '))).not.toThrow()
      }),
      { numRuns: 2000 },
    )
  })

  test('that nobody can read stays open instead of stopping the counter', () => {
    const kind = { ...conditional, documents: conditional.documents.map((d) => ({ ...d, when: 'whom = = "x"' })) }
    expect(checklistOf(kind, { whom: 'person' }).documents[0]).toEqual({
      document: 'd1',
      needed: 'open',
      asks: ['whom'],
      turnsOn: [],
    })
  })
})

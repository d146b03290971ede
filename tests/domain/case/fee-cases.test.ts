import { describe, expect, test } from 'vitest'
import { flawsOfKind } from '../../../domain/manual/manual-flaws.ts'
import type { Kind } from '../../../domain/manual/manual.ts'
import { area, conditional, isNew } from '../../support/conditional.ts'

/** Which cases of a fee are told to change it for nobody. */
function idle(...cases: NonNullable<Kind['fee']['cases']>): (string | number)[] {
  const fee = { ...conditional.fee, won: 10, cases }
  const flaws = flawsOfKind({ ...conditional, questions: [area, isNew], documents: [], conditions: [], fee })
  return flaws.flatMap((f) => (f.problem === 'feeCaseIdle' ? [f.about] : []))
}

describe('a case of a fee', () => {
  test('is not idle where it applies only between the limits of two other cases', () => {
    expect(idle({ when: 'area <= 10 or area >= 30', won: 100 }, { when: 'area < 20', won: 50 })).toEqual([])
    expect(idle({ when: 'area >= 30', won: 100 }, { when: 'area > 20', won: 50 })).toEqual([])
    expect(
      idle({ when: 'isNew and area < 10', won: 1 }, { when: 'area < 10.5', won: 2 }, { when: 'area < 11', won: 3 }),
    ).toEqual([])
  })

  test('is idle where earlier ones apply to all of it, or the amount is the same', () => {
    expect(idle({ when: 'area <= 10 or area >= 30', won: 100 }, { when: 'area < 5', won: 50 })).toEqual(['area < 5'])
    expect(idle({ when: 'area < 20', won: 10 })).toEqual(['area < 20'])
    expect(idle({ when: 'area < 20', won: 50 }, { when: 'area >= 5 and area < 20', won: 60 })).toHaveLength(1)
  })
})

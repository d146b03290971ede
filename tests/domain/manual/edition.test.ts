import { describe, expect, test } from 'vitest'
import { coming, editionAt, inForce } from '../../../domain/manual/edition.ts'
import type { EditionMark } from '../../../domain/state.ts'

const at = (time: string) => Date.parse(`${time}+09:00`)
const mark = (edition: number, effectiveDate: string, published: string): [number, EditionMark] => [
  edition,
  { edition, effectiveDate, hash: `hash ${edition}`, publishedAt: at(published), by: { machine: 'hall' } },
]
const hall = {
  editions: new Map([
    mark(3, '2026-12-01', '2026-11-20T10:00'),
    mark(1, '2026-11-02', '2026-11-02T09:00'),
    mark(2, '2026-11-10', '2026-11-10T15:00'),
    mark(4, '2026-12-01', '2026-11-21T10:00'),
    mark(5, '2027-01-01', '2026-11-22T10:00'),
  ]),
}

describe('[V5] an edition', () => {
  test.each([
    ['2026-11-10', 2, [3, 4, 5]],
    ['2026-11-30', 2, [3, 4, 5]],
    ['2026-12-01', 4, [5]],
    ['2027-01-01', 5, []],
  ])('is in force from the beginning of its day; of two of the same day the later one (%s)', (day, now, next) => {
    expect(inForce(hall, day)?.edition).toBe(now)
    expect(coming(hall, day).map((e) => e.edition)).toEqual(next)
  })

  test('is the first one on a day before there was any, and none where none was published', () => {
    expect(inForce(hall, '2026-11-01')?.edition).toBe(1)
    expect([inForce({ editions: new Map() }, '2026-11-01'), coming({ editions: new Map() }, '2026-11-01')]).toEqual([
      undefined,
      [],
    ])
  })

  test('was in force at a past time only if it was published by then', () => {
    expect(editionAt(hall, at('2026-11-10T14:59'))).toBe(1)
    expect(editionAt(hall, at('2026-11-10T15:00'))).toBe(2)
    expect(editionAt(hall, at('2026-12-01T00:00'))).toBe(4)
    expect(editionAt(hall, at('2026-11-01T00:00'))).toBeUndefined()
  })
})

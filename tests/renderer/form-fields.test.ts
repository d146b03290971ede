import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FieldType, FormField } from '../../domain/manual/form.ts'
import { lookOf, remarkOf } from '../../renderer/counter/case/field-look.ts'
import { keepStrokes, readStrokes, strokesMax, type PenStroke } from '../../renderer/counter/procedure/strokes.ts'

const field = (type: FieldType, more: Partial<FormField> = {}): FormField => ({
  id: 'f1',
  label: { ko: '항목', en: 'Field' },
  type,
  required: false,
  ...more,
})
const stroke = (places: readonly (readonly [number, number])[]): PenStroke => ({
  points: places.map(([x, y], i) => ({ x, y, pressure: 0.5, time: i })),
})

describe('a field of a form', () => {
  test('has the keyboard and the length of what it asks', () => {
    expect(lookOf(field('money'))).toEqual({ inputMode: 'numeric', max: 200 })
    expect(lookOf(field('phone')).inputMode).toBe('tel')
    expect(lookOf(field('longText'))).toEqual({ inputMode: 'text', max: 4000, rows: 3 })
    expect(lookOf(field('text', { max: 17 })).max).toBe(17)
  })

  test('reads an amount back, and doubts a corporation’s number whose last digit does not fit', () => {
    expect(remarkOf(field('money'), '3억 5천만원')).toEqual({ won: 350_000_000 })
    expect(remarkOf(field('money'), '삼억')).toBeUndefined()
    expect(remarkOf(field('corporateNo'), '1101111234568')).toBe('doubtful')
    expect(remarkOf(field('corporateNo'), '1101111234569')).toBeUndefined()
    expect(remarkOf(field('corporateNo'), '')).toBeUndefined()
  })
})

describe('a signature', () => {
  const place = fc.tuple(fc.double({ min: 0, max: 480, noNaN: true }), fc.double({ min: 0, max: 160, noNaN: true }))
  const strokes = fc.array(fc.array(place, { minLength: 1, maxLength: 600 }), { maxLength: 30 })

  test('never takes more room than it may, and each stroke keeps its first and last point', () => {
    fc.assert(
      fc.property(strokes, (drawn) => {
        const kept = keepStrokes(drawn.map(stroke))
        expect(kept.length).toBeLessThanOrEqual(strokesMax)
        for (const [i, { points }] of readStrokes(kept).entries()) {
          const ends = [drawn[i]?.[0], drawn[i]?.at(-1)].map((p) => p?.map(Math.round))
          expect([points[0], points.at(-1)].map((p) => p && [p.x, p.y])).toEqual(ends)
        }
      }),
      { seed: 5, numRuns: 60 },
    )
  })

  test('that fits comes back with every stroke and every pixel', () => {
    const drawn = [
      stroke([
        [1, 2],
        [10.4, 20.6],
      ]),
      stroke([[100, 50]]),
    ]
    expect(keepStrokes(drawn)).toBe('[[1,2,10,21],[100,50]]')
    expect(readStrokes(keepStrokes(drawn)).map((s) => s.points.map((p) => [p.x, p.y]))).toEqual([
      [
        [1, 2],
        [10, 21],
      ],
      [[100, 50]],
    ])
  })

  test('is no text while nothing is drawn, and no strokes when the text is none', () => {
    expect([keepStrokes([]), keepStrokes([stroke([])])]).toEqual(['', ''])
    expect([readStrokes(''), readStrokes('[[1]]'), readStrokes('{"a":1}')]).toEqual([[], [], []])
  })
})

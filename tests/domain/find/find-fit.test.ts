import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readManual } from '../../../db/manual/manual-folder.ts'
import { makeFinder } from '../../../domain/find/find.ts'
import { madeQueries, statesOf } from '../../support/find-set.ts'

const shipped = readManual(join(import.meta.dirname, '../../../manual'))
const { kinds, words } = 'faults' in shipped ? { kinds: [], words: [] } : shipped.content
const find = makeFinder(kinds, words)
const first = (query: string) => find(query, 1)[0]
const read = (file: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8'))

describe('what was found is only similar', () => {
  test.each(['전입신고', '여권 재발급', '주민등록등본', '전입신', 'passport', '여권을 잃어버렸어요'])(
    'where only a word half matches, and only the first hit says so: %s',
    (query) => {
      const [hit, ...others] = find(query)
      expect(hit?.unfit).toBe('similar')
      expect(others.filter((other) => other.unfit)).toEqual([])
    },
  )

  test('and is only mentioned where the words stand in documents and steps alone', () => {
    expect(['인감증명', '반명함판 사진'].map((query) => first(query)?.unfit)).toEqual(['mentioned', 'mentioned'])
  })

  test.each(['전입', 'ㅈㅇㅅㄱ', '전입ㅅ', '자동차ㅁㅅ', 'TRN-19', '건축사법 시', '신문법 제9조', '변경신고'])(
    'is never said of a beginning, initials, a half syllable, a number, a law or an act: %s',
    (query) => expect(first(query)?.unfit).toBeUndefined(),
  )

  // 66 queries of petitions that are not in the manual were written before the rule, 75 (`held`) when it was fixed: two
  // thresholds were mended after they were asked. 46 (`later`) were written after that and asked once.
  test.each([
    ['first', 66, 0.84, 0.87],
    ['held', 75, 0.82, 0.89],
    ['later', 46, 0.65, 0.65],
  ])('or nothing, for petitions that are not in the manual: %s', (set, count, similar, chosen) => {
    const Absent = z.array(z.object({ query: z.string(), set: z.string() }))
    const hits = Absent.parse(read('find-absent.json'))
      .filter((query) => query.set === set)
      .map(({ query }) => first(query))
    const share = (isSo: (hit: (typeof hits)[number]) => boolean) => hits.filter(isSo).length / count
    expect(hits).toHaveLength(count)
    expect(share((hit) => !hit || hit.unfit === 'similar')).toBeGreaterThanOrEqual(similar)
    expect(share((hit) => !hit || hit.unfit !== undefined)).toBeGreaterThanOrEqual(chosen)
  })
})

describe('what is first and right is called only similar', () => {
  const Asked = z.array(z.object({ query: z.string(), expected: z.array(z.string()), kind: z.string() }))
  const rounds = ['', '-2', '-3', '-4', '-5', '-6'].flatMap((n) => Asked.parse(read(`find-queries${n}.json`)))
  const right = rounds.flatMap((asked) => {
    const hit = first(asked.query)
    return asked.expected.includes(hit?.code ?? '') ? [{ ...asked, unfit: hit?.unfit }] : []
  })

  test('in two of a thousand of the written queries, and only mentioned where they were written for the long texts', () => {
    expect(right.length).toBeGreaterThanOrEqual(1160)
    const called = (unfit: string) => right.filter((one) => one.unfit === unfit)
    const wrong = called('similar').map(({ query }) => query)
    expect(wrong.length / right.length, wrong.join('\n')).toBeLessThanOrEqual(0.002)
    expect(new Set(called('mentioned').map(({ kind }) => kind))).toEqual(new Set(['body']))
  })

  test('in none of those that were made of the names, with slips, spaces and half syllables', () => {
    const unfit = madeQueries(kinds, 2).filter(({ query, expected }) => {
      const hit = first(query)
      return hit?.unfit && expected.includes(hit.code)
    })
    expect(unfit).toEqual([])
  })

  test('in none of the states of the box while a name, an everyday name or a law is typed', () => {
    const typed = kinds.flatMap(({ name, synonyms, law }) => [name.ko, ...synonyms, ...law.map((one) => one.law)])
    const states = new Set(typed.filter((text) => !/[a-z]{4}/i.test(text)).flatMap(statesOf))
    expect(states.size).toBeGreaterThan(7000)
    expect([...states].filter((state) => first(state)?.unfit)).toEqual([])
  })
})

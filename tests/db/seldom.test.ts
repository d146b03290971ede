import { expect, test } from 'vitest'
import { seldom } from '../../db/seldom.ts'

test('the same is told once in a while, each sort by itself, and made-up sorts are not remembered without end', () => {
  let now = 0
  const mayTell = seldom(1000, () => now)
  expect([mayTell('a'), mayTell('a'), mayTell('b')]).toEqual([true, false, true])
  now = 1000
  expect(mayTell('a')).toBe(true)
  const told = Array.from({ length: 1000 }, (_, n) => mayTell(`made up ${n}`)).filter(Boolean)
  expect(told).toHaveLength(199)
  now = 2000
  expect(mayTell('another')).toBe(true)
})

test('a clock that is put back silences nothing', () => {
  let now = 90_000_000
  const mayTell = seldom(1000, () => now)
  expect(mayTell('a')).toBe(true)
  now = 3_600_000
  expect([mayTell('a'), mayTell('a')]).toEqual([true, false])
})

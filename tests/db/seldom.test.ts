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

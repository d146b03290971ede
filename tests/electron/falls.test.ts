import { expect, test } from 'vitest'
import { countFalls } from '../../electron/falls.ts'

test('a page that falls is loaded again three times in a minute, then given up once, and later borne anew', () => {
  let now = 0
  const fall = countFalls(() => now)
  expect([fall(), fall(), fall(), fall(), fall()]).toEqual([
    'loadAgain',
    'loadAgain',
    'loadAgain',
    'giveUp',
    'nothingLeft',
  ])
  now = 60_000
  expect(fall()).toBe('loadAgain')
})

test('falls that are far from each other are always borne', () => {
  let now = 0
  const fall = countFalls(() => (now += 30_000))
  expect(new Set(Array.from({ length: 20 }, fall))).toEqual(new Set(['loadAgain']))
})

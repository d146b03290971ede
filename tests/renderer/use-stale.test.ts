import { expect, test } from 'vitest'
import { isStale } from '../../renderer/counter/case/use-stale.ts'

const open = 'a petition is open'
const said = { problem: open, about: 'v1', steps: ['work', 3], reasons: [open] }

test('a refusal stands as long as it is so and the clerk does nothing else', () => {
  expect(isStale(said, said)).toBe(false)
  expect(isStale({ ...said, problem: undefined }, said)).toBe(false)
})

test('a refusal leaves with its reason, with its visitor, and once the clerk went on, though it would be refused again', () => {
  expect(isStale(said, { ...said, reasons: [] })).toBe(true)
  expect(isStale(said, { ...said, about: 'v2' })).toBe(true)
  for (const steps of [
    ['papers', 3],
    ['work', 4],
  ])
    expect(isStale(said, { ...said, steps })).toBe(true)
})

test('in another language it is the same refusal and is said on', () => {
  expect(isStale(said, { ...said, problem: 'in other words', reasons: ['in other words'] })).toBe(false)
})

test('what is said with the very step that the press made is not taken back', () => {
  expect(isStale({ ...said, problem: undefined }, { ...said, steps: ['paper', 3] })).toBe(false)
})

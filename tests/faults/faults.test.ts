import { expect, test } from 'vitest'
import { playTogether, scenarios } from './play.ts'

const seed = Number(process.env['CHANGGU_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const quick = scenarios.filter((scenario) => scenario.isQuick)

test(`real processes keep their word when they fall, lines break and disks are full (seed ${seed})`, async () => {
  await expect(playTogether(quick, seed, 1)).resolves.toBeUndefined()
}, 300_000)

test('every scenario has a name of its own', () => {
  expect(new Set(scenarios.map((s) => s.name)).size).toBe(scenarios.length)
})

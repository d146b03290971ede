import { expect, test } from 'vitest'
import { playAttacks } from './play.ts'

const seed = Math.floor(Math.random() * 2 ** 31)

test(`no attack gets in, and none brings the hall down (seed ${seed})`, async () => {
  const { attacks, gotIn, crashed } = await playAttacks({ messages: 400, seed, say: () => {} })
  expect({ gotIn, crashed }).toEqual({ gotIn: [], crashed: [] })
  expect(attacks).toBeGreaterThan(20)
})

import { expect, test } from 'vitest'
import { playDay } from './play.ts'

/** A small day; `npm run day` plays the whole one. */

test('a small day against real processes: nobody is called twice or lost, and the figures are those counted by hand', async () => {
  const visitors = 24
  const { differ, refused, rss, grown, ...result } = await playDay({ visitors, counters: 3, seed: 7, rate: 150 })
  expect([...differ, ...refused, ...grown]).toEqual([])
  expect(result).toMatchObject({ visitors, doubleCalls: 0, lost: 0, expired: 1, statisticsDiffer: 0 })
  expect(result.served).toBeGreaterThan(visitors / 2)
  expect(Object.keys(rss)).toEqual(['hall', 'PCs 1'])
})

import { expect, test } from 'vitest'
import { decidedBy } from '../../domain/decided-by.ts'
import { simulate } from './simulate.ts'

/** A new seed every run; a failure names it, and `npm run sim -- --seeds 1 --from SEED` plays it again. */
const fresh = Math.floor(Math.random() * 2 ** 31)
/** The last ones are played only until every command has been given. */
const seeds = [1, fresh, ...Array.from({ length: 14 }, (_, i) => 2 + i)]

test(`a hall of 18 counters agrees after lost, doubled and late messages (seeds 1 and ${fresh})`, async () => {
  const commands = new Set<string>()
  let resumed = 0
  let recovered = 0
  for (const seed of seeds) {
    if (seed > 1 && seed !== fresh && commands.size === Object.keys(decidedBy).length) continue
    const played = await simulate(seed).catch((error: unknown) => {
      throw new Error(`seed ${seed}`, { cause: error })
    })
    for (const type of played.commands) commands.add(type)
    resumed += played.resumed
    recovered += played.recovered
  }
  expect(resumed, 'editions whose transfer went on after a cut').toBeGreaterThan(0)
  expect(recovered, 'halls that rose from an older copy').toBeGreaterThan(0)
  expect([...commands].toSorted()).toEqual(Object.keys(decidedBy).toSorted())
}, 300_000)

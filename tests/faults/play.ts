import { messageOf } from '../../db/files/message-of.ts'
import { clocks } from './clocks.ts'
import { disks } from './disks.ts'
import { kills } from './kills.ts'
import { lines } from './lines.ts'
import { powers } from './powers.ts'
import { records } from './records.ts'
import type { Scenario } from './scenario.ts'
import { Stage } from './stage.ts'
import { strangers } from './strangers.ts'
import { windows } from './windows.ts'

export const scenarios: readonly Scenario[] = [
  ...kills,
  ...powers,
  ...lines,
  ...disks,
  ...clocks,
  ...records,
  ...strangers,
  ...windows,
]

type Asked = {
  seed: number
  /** How many moments of an exchange somebody falls at. */
  steps: number
  which: readonly Scenario[]
  say: (line: string) => void
  /** Ends the run: what plays is cleared away and counts for nothing. */
  stop?: AbortSignal
}

type Played = {
  scenarios: number
  failed: { name: string; why: string }[]
  /** What this machine could not play, and why. */
  skipped: { name: string; why: string }[]
  /** What was played, but for a piece that this machine could not play. */
  partly: { name: string; without: string }[]
}

/** Milliseconds for one scenario on a busy machine, by how many moments it tries; one that takes longer hangs. */
const longestOf = (steps: number): number => 300_000 + steps * 60_000

/** Plays scenarios one after the other, each on a stage of its own with the same seed, and judges each at its end. */
export async function playScenarios({ seed, steps, which, say, stop }: Asked): Promise<Played> {
  const played: Played = { scenarios: 0, failed: [], skipped: [], partly: [] }
  for (const scenario of which) {
    if (stop?.aborted) break
    const from = performance.now()
    const ended = await playOne(scenario, seed, steps, stop)
    if (stop?.aborted) break
    const took = `${((performance.now() - from) / 1000).toFixed(1)} s`
    const { name } = scenario
    if ('cannot' in ended) {
      played.skipped.push({ name, why: ended.cannot })
      say(`${name}: not played here: ${ended.cannot}`)
      continue
    }
    played.scenarios += 1
    if ('failed' in ended) played.failed.push({ name, why: ended.failed })
    const without = 'without' in ended ? ` NOT PLAYED HERE OF IT: ${ended.without}` : ''
    if ('without' in ended) played.partly.push({ name, without: ended.without })
    say(`${name}: ${'failed' in ended ? `FAILED (${took})\n  ${ended.failed}` : `${took}. ${scenario.says}${without}`}`)
  }
  return played
}

/** Plays scenarios one after the other on one stage, and judges them together. Throws with the name of the one that went wrong. */
export async function playTogether(which: readonly Scenario[], seed: number, steps: number): Promise<void> {
  const stage = new Stage(seed)
  try {
    for (const { name, run } of which)
      await run(stage, steps).catch((error: unknown) => {
        throw new Error(name, { cause: error })
      })
    await stage.finish()
  } finally {
    await stage.close()
  }
}

type Ended = { failed: string } | { cannot: string } | { without: string } | { went: 'well' }

async function playOne(scenario: Scenario, seed: number, steps: number, stop: AbortSignal | undefined): Promise<Ended> {
  const stage = new Stage(seed)
  const { promise: cut, reject } = Promise.withResolvers<never>()
  const longest = longestOf(steps)
  const timer = setTimeout(() => reject(new Error(`it has not ended after ${longest / 1000} s`)), longest)
  const halt = () => reject(new Error('stopped'))
  stop?.addEventListener('abort', halt)
  try {
    const play = async (): Promise<Ended> => {
      const left = await scenario.run(stage, steps)
      if (left && 'cannot' in left) return left
      await stage.finish()
      return left ?? { went: 'well' }
    }
    return await Promise.race([play(), cut])
  } catch (error) {
    const complaints = stage.complaints.join('').trim().split('\n').slice(-5).join('\n  ')
    return { failed: `${messageOf(error)}\n  the hall said: ${complaints}` }
  } finally {
    clearTimeout(timer)
    stop?.removeEventListener('abort', halt)
    await stage.close()
  }
}

import { decidedBy } from '../../domain/decided-by.ts'
import { flag, optionsOf, whole } from '../support/options.ts'
import { simulate } from './simulate.ts'

/** `npm run sim -- --seeds N --from K [--json]`: a hall played with dice, once for each seed. */
const {
  seeds,
  from,
  json,
  'put-back': putBack,
} = optionsOf('npm run sim', {
  seeds: whole('how many seeds are played', 20, 1),
  from: whole('the first of them', 1),
  'put-back': flag('PCs are put back from older copies as well'),
  json: flag('the answer as JSON'),
})
const failed: number[] = []
let [entries, resumed, recovered] = [0, 0, 0]
const done = new Set<string>()
for (let seed = from; seed < from + seeds; seed++) {
  try {
    const played = await simulate(seed, undefined, putBack)
    entries += played.entries
    resumed += played.resumed
    recovered += played.recovered
    for (const type of played.done) done.add(type)
  } catch (error) {
    failed.push(seed)
    console.error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
/** What was asked for, but in no seed done: the dice do not reach it. */
const never = Object.keys(decidedBy).filter((type) => !done.has(type))
console.log(
  json
    ? JSON.stringify({ seeds, failed, entries, resumed, recovered, never })
    : `${seeds} seeds from ${from}: ${failed.length} failed, ${entries} entries, ${resumed} editions resumed, ${recovered} recoveries, never done: ${never.join(', ') || 'none'}`,
)
process.exitCode = failed.length > 0 ? 1 : 0

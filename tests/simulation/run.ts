import { parseArgs } from 'node:util'
import { decidedBy } from '../../domain/decided-by.ts'
import { simulate } from './simulate.ts'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    from: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    /** PCs are put back from older copies as well. */
    'put-back': { type: 'boolean', default: false },
  },
})
const [seeds, from] = [Number(values.seeds), Number(values.from)]
if (!Number.isInteger(seeds) || seeds < 1 || !Number.isInteger(from)) {
  console.error('npm run sim -- --seeds N --from K: N and K are whole numbers, N at least 1')
  process.exit(2)
}
const failed: number[] = []
let [entries, resumed, recovered] = [0, 0, 0]
const done = new Set<string>()
for (let seed = from; seed < from + seeds; seed++) {
  try {
    const played = await simulate(seed, undefined, values['put-back'])
    entries += played.entries
    resumed += played.resumed
    recovered += played.recovered
    for (const type of played.done) done.add(type)
  } catch (error) {
    failed.push(seed)
    console.error(`seed ${seed}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
  }
}
/** What was asked for, but in no seed done: the dice do not reach it. */
const never = Object.keys(decidedBy).filter((type) => !done.has(type))
console.log(
  values.json
    ? JSON.stringify({ seeds, failed, entries, resumed, recovered, never })
    : `${seeds} seeds from ${from}: ${failed.length} failed, ${entries} entries, ${resumed} editions resumed, ${recovered} recoveries, never done: ${never.join(', ') || 'none'}`,
)
process.exitCode = failed.length > 0 ? 1 : 0

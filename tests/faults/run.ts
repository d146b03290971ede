import { parseArgs } from 'node:util'
import { playScenarios, scenarios } from './play.ts'

/** `npm run faults [-- --json] [--only name] [--steps N] [--seed N]`: every scenario, a line each. */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    steps: { type: 'string', default: '12' },
    seed: { type: 'string' },
  },
})
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
const steps = Number(values.steps)
const which = scenarios.filter(({ name }) => values.only === undefined || name.includes(values.only))
if (which.length === 0 || !Number.isInteger(steps) || steps < 1 || !Number.isInteger(seed)) {
  console.error('npm run faults -- [--only name] [--steps N] [--seed N] [--json]; the scenarios are:')
  for (const { name, says } of scenarios) console.error(`  ${name}: ${says}`)
  process.exit(2)
}
const stopped = new AbortController()
process.once('SIGINT', () => stopped.abort()).once('SIGTERM', () => stopped.abort())
// What goes to the error stream is progress: the answer alone is on the output.
const say = values.json ? console.error : console.log
say(`${which.length} scenarios, seed ${seed}, ${steps} steps; Ctrl+C ends them and clears up`)
const { scenarios: count, failed, skipped } = await playScenarios({ seed, steps, which, say, stop: stopped.signal })
if (values.json) console.log(JSON.stringify({ scenarios: count, failed: failed.map((f) => f.name) }))
else console.log(`${count} scenarios: ${failed.length} failed, ${skipped.length} not played here (seed ${seed})`)
process.exit(stopped.signal.aborted ? 130 : failed.length > 0 ? 1 : 0)

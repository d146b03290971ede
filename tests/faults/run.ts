import { chosen, flag, names, optionsOf, refuse, whole } from '../support/options.ts'
import { whenStopped } from '../support/stopping.ts'
import { playScenarios, scenarios } from './play.ts'

/** `npm run faults [-- --json] [--only name]… [--steps N] [--seed N]`: every scenario, a line each. */
const program = 'npm run faults'
const { json, only, steps, seed } = optionsOf(program, {
  only: names('the scenarios alone that have this in their name; may be given again'),
  steps: whole('how many moments of an exchange somebody falls at', 12, 1),
  seed: whole('throws the same dice again', 'dice'),
  json: flag('the answer as JSON; the lines go to the error stream'),
})
const asked = chosen(scenarios, only)
if ('refused' in asked) refuse(program, asked.refused)
const which = asked.rows
const stop = whenStopped()
// What goes to the error stream is progress: the answer alone is on the output.
const say = json ? console.error : console.log
say(`${which.length} scenarios, seed ${seed}, ${steps} steps; Ctrl+C ends them and clears up`)
const { scenarios: count, failed, skipped, partly } = await playScenarios({ seed, steps, which, say, stop })
const namesOf = (of: readonly { name: string }[]) => of.map(({ name }) => name)
if (json)
  console.log(
    JSON.stringify({ scenarios: count, failed: namesOf(failed), skipped: namesOf(skipped), partly: namesOf(partly) }),
  )
else console.log(`${count} scenarios: ${failed.length} failed, ${skipped.length} not played here (seed ${seed})`)
// What was not played proves nothing.
if (count === 0 && !stop.aborted) console.error('nothing that was asked for could be played here')
process.exit(stop.aborted ? 130 : failed.length > 0 || count === 0 ? 1 : 0)

import { flag, optionsOf, whole } from '../support/options.ts'
import { endIfStopped, whenStopped } from '../support/stopping.ts'
import { playAttacks } from './play.ts'

/** `npm run attack [-- --messages N] [--seed N] [--json]`: every attack, a line each. */
const { messages, seed, json } = optionsOf('npm run attack', {
  messages: whole('how many messages are sent that are nearly ours', 100_000, 1),
  seed: whole('throws the same dice again', 'dice'),
  json: flag('the answer as JSON, and no line for each attack'),
})
const stop = whenStopped()
const played = await playAttacks({ messages, seed, say: json ? () => {} : console.log, stop }).catch(endIfStopped(stop))
const found = { attacks: played.attacks, got_in: played.gotIn.length, crashed: played.crashed.length }
console.log(
  json
    ? JSON.stringify(found)
    : `${found.attacks} attacks (seed ${seed}): ${found.got_in} got in, ${found.crashed} crashed the hall`,
)
for (const name of [...played.gotIn, ...played.crashed]) console.error(name)
process.exitCode = found.got_in + found.crashed > 0 ? 1 : 0

import { parseArgs } from 'node:util'
import { playAttacks } from './play.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    messages: { type: 'string', default: '100000' },
    seed: { type: 'string' },
  },
})
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
const played = await playAttacks({ messages: Number(values.messages), seed, say: values.json ? () => {} : console.log })
const found = { attacks: played.attacks, got_in: played.gotIn.length, crashed: played.crashed.length }
console.log(
  values.json
    ? JSON.stringify(found)
    : `${found.attacks} attacks (seed ${seed}): ${found.got_in} got in, ${found.crashed} crashed the hall`,
)
for (const name of [...played.gotIn, ...played.crashed]) console.error(name)
process.exitCode = found.got_in + found.crashed > 0 ? 1 : 0

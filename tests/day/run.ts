import { flag, optionsOf, whole } from '../support/options.ts'
import { endIfStopped, whenStopped } from '../support/stopping.ts'
import { playDay } from './play.ts'

/** `npm run day -- --visitors 700 --counters 18 --seed K [--rate 20] [--json]`: one day against real processes. */
const { json, ...asked } = optionsOf('npm run day', {
  visitors: whole('how many come', 700, 1, 9999),
  counters: whole('how many counters are open', 18, 1, 18),
  seed: whole('another day for each', 1, 0, 2 ** 32),
  rate: whole('how many times as fast as ours its clock goes', 20, 1, 1000),
  json: flag('the answer as JSON'),
})
const stop = whenStopped()
const { differ, refused, rss, grown, ...result } = await playDay({
  ...asked,
  tell: (line) => console.error(line),
  stop,
}).catch(endIfStopped(stop))
if (json) console.log(JSON.stringify(result))
else {
  console.log(result)
  const mega = (bytes: number) => `${Math.round(bytes / 1024 ** 2)} MB`
  for (const [name, [before = 0, after = 0]] of Object.entries(rss))
    console.log(`${name}: ${mega(before)} → ${mega(after)}`)
}
for (const line of [...differ, ...refused, ...grown]) console.error(line)
process.exit(result.doubleCalls + result.lost + result.statisticsDiffer + grown.length > 0 ? 1 : 0)

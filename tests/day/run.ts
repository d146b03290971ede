import { parseArgs } from 'node:util'
import { playDay } from './play.ts'

/** `npm run day -- --visitors 700 --counters 18 --seed K [--rate 20] [--json]`: one day against real processes. */
const usage = 'npm run day -- --visitors 700 --counters 18 --seed K [--rate 20] [--json]'
const text = { type: 'string' } as const
const { values } = parseArgs({
  options: {
    ...{ visitors: { ...text, default: '700' }, counters: { ...text, default: '18' }, seed: { ...text, default: '1' } },
    ...{ rate: { ...text, default: '20' }, json: { type: 'boolean', default: false } },
  },
})
const [visitors, counters, seed, rate] = [values.visitors, values.counters, values.seed, values.rate].map(Number)
if (!isWhole(visitors, 1, 9999) || !isWhole(counters, 1, 18) || !isWhole(seed, 0, 2 ** 32) || !isWhole(rate, 1, 1000)) {
  console.error(usage)
  process.exit(2)
}
const { differ, refused, rss, grown, ...result } = await playDay({
  ...{ visitors, counters, seed, rate },
  tell: (line) => console.error(line),
})
if (values.json) console.log(JSON.stringify(result))
else {
  console.log(result)
  const mega = (bytes: number) => `${Math.round(bytes / 1024 ** 2)} MB`
  for (const [name, [before = 0, after = 0]] of Object.entries(rss))
    console.log(`${name}: ${mega(before)} → ${mega(after)}`)
}
for (const line of [...differ, ...refused, ...grown]) console.error(line)
process.exit(result.doubleCalls + result.lost + result.statisticsDiffer + grown.length > 0 ? 1 : 0)

function isWhole(n: number | undefined, least: number, most: number): n is number {
  return n !== undefined && Number.isInteger(n) && n >= least && n <= most
}

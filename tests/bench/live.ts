import { join } from 'node:path'
import { messageOf } from '../../db/files/message-of.ts'
import { openLine, visitEvents, type HallLine } from './hall-line.ts'
import { bothWays, counters, type Environment, type Live, type Peer } from './live-play.ts'
import { measureBullMq } from './peers/bullmq.ts'
import { measureNats } from './peers/nats.ts'
import { measurePgBoss } from './peers/pg-boss.ts'
import { measurePostgres } from './peers/postgres.ts'
import { measurePouchQueue } from './peers/pouchdb-queue.ts'
import { measureRedis } from './peers/redis.ts'
import { preparedHall, tickets } from './prepared.ts'
import { median, ratio, type Figures, type Row } from './row.ts'
import { slowDisk } from './slow-disk.ts'

type Peers = { readonly [name: string]: Peer }

const rounds = 3

/** All that wait for the disk before they answer. */
const durable: Peers = {
  PostgreSQL: measurePostgres,
  'pg-boss': measurePgBoss,
  'Redis lists': measureRedis,
  BullMQ: measureBullMq,
  PouchDB: measurePouchQueue,
}
const engines: Peers = { ...durable, NATS: measureNats }

/**
 * 18 lines call and serve as fast as they can. Strict: nine acts, each acknowledged before the next. Pipe: the call, and
 * the other eight at once. Engines take turns with the hall, each in processes of its own.
 */
export const live: readonly Row[] = [
  {
    name: 'sync: B live hall of 18 counters',
    goals: [
      { of: 'strict / PostgreSQL', least: 1.3 },
      { of: 'strict / pg-boss', least: 1.8 },
      { of: 'strict / PouchDB', least: 15 },
      { of: 'strict / BullMQ', least: 0.7 },
      { of: 'strict / Redis lists', least: 0.6 },
    ],
    measure: (folder) => measureLive(folder, 3000, engines),
  },
  {
    name: 'sync: B live hall, a disk of 5 ms',
    goals: Object.keys(durable).map((name) => ({ of: `strict / ${name}`, least: 1 })),
    async measure(folder) {
      const slow = slowDisk(5)
      return 'missing' in slow ? { 'slow disk': slow.missing } : measureLive(folder, 600, durable, slow.environment)
    },
  },
]

/** Hall and engines in turns, so that what disturbs the machine disturbs all of them; the median of each. */
async function measureLive(
  folder: string,
  cases: number,
  peers: Peers,
  environment: Environment = {},
): Promise<Figures> {
  const all: Peers = { own: measureOwn, ...peers }
  const played: { [name: string]: Live[] } = {}
  const figures: Figures = { cases, rounds }
  for (let round = 0; round < rounds; round++)
    for (const [name, measure] of Object.entries(all)) {
      if (figures[name] !== undefined) continue
      const place = join(folder, `${name.replace(' ', '-')}-${round}`)
      const ended = await measure(place, cases, environment).catch(asMissing)
      if ('missing' in ended) figures[name] = ended.missing
      else (played[name] ??= []).push(ended)
    }
  const own = medians(played['own'] ?? [])
  if (!own) return figures
  Object.assign(figures, own)
  for (const name of Object.keys(peers)) {
    const its = medians(played[name] ?? [])
    if (!its || figures[name] !== undefined) continue
    for (const [figure, value] of Object.entries(its)) figures[`${name} ${figure}`] = value
    figures[`strict / ${name}`] = ratio(own.strict, its.strict)
    if (its.pipe !== undefined) figures[`pipe / ${name}`] = ratio(own.pipe ?? 0, its.pipe)
  }
  return figures
}

function medians(played: readonly Live[]): Live | undefined {
  const of = (figure: keyof Live) => median(played.map((one) => one[figure] ?? 0))
  if (played.length === 0) return undefined
  const pipe = of('pipe')
  return { strict: of('strict'), ...(pipe > 0 && { pipe }), callP50: of('callP50'), callP99: of('callP99') }
}

async function measureOwn(data: string, cases: number, environment?: Environment): Promise<Live> {
  const hall = await preparedHall(data, (_from, now) => tickets(cases * 2, now), environment)
  const lines: HallLine[] = []
  for (let i = 1; i <= counters; i++) lines.push(await openLine(hall.data, `counter-${i}`))
  const told = lines.map(() => 0)
  const queue = lines.map(() => [] as ReturnType<typeof visitEvents>)
  const visitOf = (counter: number) => `v${counter}-${told[counter]}`
  const played = await bothWays(
    {
      async call(counter) {
        told[counter] = (told[counter] ?? 0) + 1
        const line = lines[counter]
        if (!line) throw new Error('no line')
        await line.ask(visitOf(counter))
        queue[counter] = visitEvents(line.machine, visitOf(counter), Date.now())
      },
      async act(counter, acts) {
        await lines[counter]?.tell(queue[counter]?.splice(0, acts) ?? [])
      },
    },
    cases,
  )
  for (const line of lines) line.close()
  await hall.stop()
  return played
}

/** A peer that falls is named in its place, and costs the others nothing. */
const asMissing = (error: unknown) => ({ missing: `failed: ${messageOf(error)}` })

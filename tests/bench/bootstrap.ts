import { join } from 'node:path'
import type { Event } from '../../domain/hall.ts'
import { invitation } from '../support/paired.ts'
import { visitEvents } from './hall-line.ts'
import { coreIn, hasManual } from './pc.ts'
import { outboxToPostgres } from './peers/outbox.ts'
import { pouchServer } from './peers/pouchdb.ts'
import { rxServer } from './peers/rxdb.ts'
import { preparedHall, tickets } from './prepared.ts'
import { median, ratio, timed, type Figures, type Row } from './row.ts'

const rounds = 4
const [waiting, open] = [3000, 1000]
/** What the peers carry: the same number of things, and a manual of the size of ours in 300 parts. */
const peerRows = waiting + open + 300
const bytes = 500

export const bootstrap: readonly Row[] = [
  {
    name: 'sync: C a new PC',
    goals: [
      { of: 'PouchDB / own', least: 10 },
      { of: 'PostgreSQL / own', least: 1 },
    ],
    measure: measureBootstrap,
  },
]

/** A PC that was just paired, from its line to the whole manual and the whole record: 3,000 tickets and 1,000 open cases. */
async function measureBootstrap(folder: string): Promise<Figures> {
  const hall = await preparedHall(join(folder, 'hall'), (_from, now) => [...tickets(waiting, now), ...cases(now)])
  const pouch = await pouchServer(join(folder, 'pouch'))
  const rxdb = await rxServer(join(folder, 'rxdb'))
  const postgres = await outboxToPostgres(join(folder, 'outbox'))
  const times: { [name: string]: number[] } = {}
  for (let round = 0; round <= rounds; round++) {
    const machine = `counter-${round + 1}`
    const core = coreIn(folder, machine)
    await core.link.pairBy(await invitation(hall.data, machine))
    const own = async () => {
      core.link.open()
      await hasManual(core)
      await heardAll(() => core.kept.log.lastHallSeq() >= waiting + open * 2)
    }
    const work = {
      own,
      PouchDB: 'missing' in pouch ? undefined : await pouch.fetching(`round-${round}`, peerRows, bytes),
      RxDB: 'missing' in rxdb ? undefined : await rxdb.fetching(`round-${round}`, peerRows, bytes),
      PostgreSQL: 'missing' in postgres ? undefined : await postgres.fetching(round, peerRows, bytes),
    }
    for (const [name, run] of Object.entries(work)) if (run) (times[name] ??= []).push(await timed(run))
    core.close()
  }
  await hall.stop()
  const warm = (name: string) => median((times[name] ?? []).slice(1))
  const figures: Figures = { own: warm('own'), tickets: waiting, cases: open }
  for (const [name, peer] of Object.entries({ PouchDB: pouch, RxDB: rxdb, PostgreSQL: postgres })) {
    if ('missing' in peer) figures[name] = peer.missing
    else {
      await peer.stop()
      Object.assign(figures, { [name]: warm(name), [`${name} / own`]: ratio(warm(name), warm('own')) })
    }
  }
  return figures
}

/** Open cases with one note each, as a counter has received them. */
const cases = (now: number): Event[] =>
  Array.from({ length: open }, (_, i) => visitEvents(`counter-${1 + (i % 18)}`, `open-${i}`, now - 1000)).flatMap(
    (events) => events.filter((e) => 'case' in e).slice(0, 2),
  )

function heardAll(isSo: () => boolean): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setInterval(() => isSo() && resolve(), 2)
  return promise.finally(() => clearInterval(timer))
}

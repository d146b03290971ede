import { join } from 'node:path'
import type { Event } from '../../domain/hall.ts'
import { invitation } from '../support/paired.ts'
import { visitEvents } from './hall-line.ts'
import { coreIn, hasManual, until } from './pc.ts'
import { outboxToPostgres } from './peers/outbox.ts'
import { pouchServer } from './peers/pouchdb.ts'
import { rxServer } from './peers/rxdb.ts'
import { preparedHall, tickets } from './prepared.ts'
import type { Parties, Party, Round } from './turns.ts'

const [waiting, open] = [3000, 1000]
/** What the peers carry: the same number of things, and a manual of the size of ours in 300 parts. */
const peerRows = waiting + open + 300
const bytes = 500

/** Who sets a new PC up: the product and the peers. */
export const parties: Parties = {
  own: ownBootstrap,
  async PouchDB(folder) {
    const pouch = await pouchServer(folder)
    if ('missing' in pouch) return pouch
    return { round: (number) => pouch.fetching(`round-${number}`, peerRows, bytes), stop: pouch.stop }
  },
  async RxDB(folder) {
    const rxdb = await rxServer(folder)
    if ('missing' in rxdb) return rxdb
    return { round: (number) => rxdb.fetching(`round-${number}`, peerRows, bytes), stop: rxdb.stop }
  },
  async PostgreSQL(folder) {
    const postgres = await outboxToPostgres(folder)
    if ('missing' in postgres) return postgres
    return { round: (number) => postgres.fetching(number, peerRows, bytes), stop: postgres.stop }
  },
}

/** A hall with 3,000 tickets and 1,000 open cases, and a PC that was just paired for each round. */
async function ownBootstrap(folder: string): Promise<Party> {
  const hall = await preparedHall(join(folder, 'hall'), (_from, now) => [...tickets(waiting, now), ...cases(now)])
  let close = (): void => {}
  return {
    async round(number): Promise<Round> {
      close()
      const machine = `counter-${number + 1}`
      const core = coreIn(folder, machine)
      close = core.close
      await core.link.pairBy(await invitation(hall.data, machine))
      return async () => {
        core.link.open()
        await hasManual(core)
        await until(() => core.kept.log.lastHallSeq() >= waiting + open * 2)
      }
    },
    async stop() {
      close()
      await hall.stop()
    },
  }
}

/** Open cases with one note each, as a counter has received them. */
const cases = (now: number): Event[] =>
  Array.from({ length: open }, (_, i) => visitEvents(`counter-${1 + (i % 18)}`, `open-${i}`, now - 1000)).flatMap(
    (events) => events.filter((e) => 'case' in e).slice(0, 2),
  )

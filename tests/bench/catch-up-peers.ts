import { join } from 'node:path'
import { changesetServer } from './peers/changesets.ts'
import { outboxToPostgres } from './peers/outbox.ts'
import { pouchServer } from './peers/pouchdb.ts'
import { rxServer } from './peers/rxdb.ts'
import { yjsServer } from './peers/yjs.ts'

export type Round = () => Promise<void>

/** What exchanges events through a server: a round is prepared, and then run. */
type Exchanging = { round(number: number): Promise<Round> | Round; stop(): Promise<void> }
type Peer = Exchanging | { missing: string }

/** All that are looked at beside a catch-up, each started in a folder of its own. */
export async function catchUpPeers(folder: string, count: number, bytes: number): Promise<{ [name: string]: Peer }> {
  const named =
    (peer: { exchange(name: string, count: number, bytes: number): Promise<Round> | Round }) => (number: number) =>
      peer.exchange(`round-${number}`, count, bytes)
  const numbered =
    (peer: { exchange(number: number, count: number, bytes: number): Promise<Round> | Round }) => (number: number) =>
      peer.exchange(number, count, bytes)
  const [pouch, yjs, rxdb] = [
    await pouchServer(join(folder, 'pouch')),
    await yjsServer(join(folder, 'yjs')),
    await rxServer(join(folder, 'rxdb')),
  ]
  const [postgres, changesets] = [
    await outboxToPostgres(join(folder, 'outbox')),
    await changesetServer(join(folder, 'changesets')),
  ]
  return {
    PouchDB: 'missing' in pouch ? pouch : { round: named(pouch), stop: pouch.stop },
    Yjs: 'missing' in yjs ? yjs : { round: named(yjs), stop: yjs.stop },
    RxDB: 'missing' in rxdb ? rxdb : { round: named(rxdb), stop: rxdb.stop },
    PostgreSQL: 'missing' in postgres ? postgres : { round: numbered(postgres), stop: postgres.stop },
    changesets: { round: numbered(changesets), stop: changesets.stop },
  }
}

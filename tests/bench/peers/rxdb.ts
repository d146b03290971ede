import { join } from 'node:path'
import { syncPeersHere } from '../install.ts'
import { openInMemory, type Collection, type Rxdb, type Storages } from './rxdb-collection.ts'
import { startPeerServer } from './server.ts'

/**
 * RxDB with its websocket replication, in memory on both sides: its free storage for SQLite stops at 500 documents. What it
 * has told and answered is on no disk.
 */

type State = {
  awaitInitialReplication(): Promise<unknown>
  awaitInSync(): Promise<unknown>
  cancel(): Promise<unknown>
}
type Replication = { replicateWithWebsocketServer(options: object): Promise<State> }

type RxServer = {
  /** Fills a collection; what is given back sends it to the server and fetches it into a new one. */
  exchange(name: string, count: number, bytes: number): Promise<() => Promise<void>>
  /** Fills a collection and sends it to the server; what is given back fetches it into a new one. */
  fetching(name: string, count: number, bytes: number): Promise<() => Promise<void>>
  stop(): Promise<void>
}

/** Every round has a server of its own, since a collection is replicated whole. */
export async function rxServer(folder: string): Promise<RxServer | { missing: string }> {
  const peers = syncPeersHere()
  if ('missing' in peers) return peers
  const rxdb = (await peers.load('rxdb')) as Rxdb
  const storages = (await peers.load('rxdb/plugins/storage-memory')) as Storages
  const { replicateWithWebsocketServer } = (await peers.load('rxdb/plugins/replication-websocket')) as Replication
  const stops: (() => Promise<void>)[] = []

  async function replicated(events: Collection, port: number): Promise<void> {
    const state = await replicateWithWebsocketServer({
      collection: events,
      url: `ws://127.0.0.1:${port}`,
      batchSize: 1000,
      live: true,
      replicationIdentifier: 'hall',
    })
    await state.awaitInitialReplication()
    await state.awaitInSync()
    await state.cancel()
  }

  async function filled(name: string, count: number, bytes: number) {
    const server = await startPeerServer('rxdb-server.ts', join(folder, name), peers.folder)
    stops.push(server.stop)
    const from = await openInMemory(rxdb, storages, `${name}-from`)
    const text = 'x'.repeat(bytes)
    await from.events.bulkInsert(
      Array.from({ length: count }, (_, i) => ({ id: `${name}-${i}`, case: `case-${i % 150}`, text })),
    )
    const send = () => replicated(from.events, server.port)
    const fetch = async () => {
      const to = await openInMemory(rxdb, storages, `${name}-to`)
      await replicated(to.events, server.port)
      if ((await to.events.count().exec()) !== count) throw new Error('RxDB did not bring all')
      await Promise.all([from, to].map(({ database }) => database.close()))
    }
    return { send, fetch }
  }

  return {
    async exchange(name, count, bytes) {
      const { send, fetch } = await filled(name, count, bytes)
      return async () => {
        await send()
        await fetch()
      }
    },
    async fetching(name, count, bytes) {
      const { send, fetch } = await filled(name, count, bytes)
      await send()
      return fetch
    },
    async stop() {
      await Promise.all(stops.map((stop) => stop()))
    },
  }
}

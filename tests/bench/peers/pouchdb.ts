import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { syncPeersHere } from '../install.ts'
import { startPeerServer } from './server.ts'
import { syncedLevel, type Leveldown } from './synced-level.ts'

/** PouchDB with its server: documents, revisions and replication over HTTP. Its LevelDB waits for the disk only where it is made to. */

type Page = { rows: readonly { id: string; doc?: { [field: string]: unknown } }[] }
type Pouch = {
  put(document: object): Promise<unknown>
  bulkDocs(documents: object[]): Promise<unknown>
  allDocs(options: object): Promise<Page>
  info(): Promise<{ doc_count: number }>
  close(): Promise<void>
  replicate: {
    to(other: string, options: object): Promise<unknown>
    from(other: string, options: object): Promise<unknown>
  }
}
type PouchDB = new (name: string, options?: { db: Leveldown }) => Pouch

/** PouchDB itself, how it waits for the disk, and where its packages are. */
export async function loadPouch(): Promise<
  { PouchDB: PouchDB; synced: { db: Leveldown }; packages: string } | { missing: string }
> {
  const peers = syncPeersHere()
  if ('missing' in peers) return { missing: peers.missing }
  const { default: PouchDB } = (await peers.load('pouchdb')) as { default: PouchDB }
  const { default: leveldown } = (await peers.load('leveldown')) as { default: Leveldown }
  return { PouchDB, synced: { db: syncedLevel(leveldown) }, packages: peers.folder }
}

/** One act: a document that is put, and is on the disk. */
export async function actInPouch(
  folder: string,
): Promise<{ act(n: number): Promise<unknown>; close(): Promise<void> } | { missing: string }> {
  const found = await loadPouch()
  if ('missing' in found) return found
  mkdirSync(folder, { recursive: true })
  const db = new found.PouchDB(join(folder, 'act'), found.synced)
  return {
    act: (n) => db.put({ _id: `act-${n}`, type: 'noteAdded', text: 'x'.repeat(300) }),
    close: () => db.close(),
  }
}

const batches = { batch_size: 1000, batches_limit: 4 }

/** A PouchDB server, and databases that are filled, sent there and fetched from there. */
type PouchServer = {
  /** Fills a database; what is given back sends it to the server and fetches it into a new one. */
  exchange(name: string, count: number, bytes: number): Promise<() => Promise<void>>
  /** Fills a database and sends it to the server; what is given back fetches it into a new one. */
  fetching(name: string, count: number, bytes: number): Promise<() => Promise<void>>
  stop(): Promise<void>
}

/** Starts a server and what replicates with it. */
export async function pouchServer(folder: string): Promise<PouchServer | { missing: string }> {
  const found = await loadPouch()
  if ('missing' in found) return found
  const server = await startPeerServer('pouchdb-server.ts', join(folder, 'server'), found.packages)
  const local = (name: string) => new found.PouchDB(join(folder, name))
  const filled = async (name: string, count: number, bytes: number) => {
    const db = local(`${name}-from`)
    const text = 'x'.repeat(bytes)
    await db.bulkDocs(Array.from({ length: count }, (_, i) => ({ _id: `${name}-${i}`, case: `case-${i % 150}`, text })))
    return { send: () => db.replicate.to(`http://127.0.0.1:${server.port}/${name}`, batches) }
  }
  const fetched = async (name: string, count: number) => {
    const to = local(`${name}-to`)
    await to.replicate.from(`http://127.0.0.1:${server.port}/${name}`, batches)
    if ((await to.info()).doc_count !== count) throw new Error('PouchDB did not bring all')
  }
  return {
    async exchange(name, count, bytes) {
      const { send } = await filled(name, count, bytes)
      return async () => {
        await send()
        await fetched(name, count)
      }
    },
    async fetching(name, count, bytes) {
      await (await filled(name, count, bytes)).send()
      return () => fetched(name, count)
    },
    stop: server.stop,
  }
}

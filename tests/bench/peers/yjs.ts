import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { syncPeersHere } from '../install.ts'
import { startPeerServer } from './server.ts'

/** Yjs with Hocuspocus and LevelDB: one shared map of events. It cannot decide who serves; here only its speed is looked at. */

type YDoc = {
  getMap(name: string): { size: number; set(key: string, value: unknown): void }
  on(event: string, hear: (update: Uint8Array) => void): void
  transact(act: () => void): void
  destroy(): void
}
type Yjs = { Doc: new () => YDoc; encodeStateAsUpdate(doc: YDoc): Uint8Array }
type OpenLevel = (place: string, how: unknown) => { put(key: unknown, value: unknown, how?: unknown): Promise<unknown> }
type Level = new (
  folder: string,
  how?: { level: OpenLevel },
) => {
  storeUpdate(name: string, update: Uint8Array): Promise<unknown>
  destroy(): Promise<void>
}
type Provider = { destroy(): void; hasUnsyncedChanges: boolean; on(event: string, hear: () => void): void }
type Providers = { HocuspocusProvider: new (options: object) => Provider }

/** One act: a value that is set, and its update put into LevelDB. */
export async function actInYjs(
  folder: string,
): Promise<{ act(n: number): Promise<unknown>; close(): Promise<void> } | { missing: string }> {
  const peers = syncPeersHere()
  if ('missing' in peers) return { missing: peers.missing }
  const { Doc } = (await peers.load('yjs')) as Yjs
  const { LeveldbPersistence } = (await peers.load('y-leveldb')) as { LeveldbPersistence: Level }
  mkdirSync(folder, { recursive: true })
  const doc = new Doc()
  const { default: open } = (await peers.load('level')) as { default: OpenLevel }
  // By itself it does not wait for the disk.
  const synced: OpenLevel = (place, how) => {
    const db = open(place, how)
    const put = db.put.bind(db)
    return Object.assign(db, { put: (key: unknown, value: unknown) => put(key, value, { sync: true }) })
  }
  const level = new LeveldbPersistence(join(folder, 'level'), { level: synced })
  let kept: Promise<unknown> = Promise.resolve()
  doc.on('update', (update) => {
    kept = level.storeUpdate('act', update)
  })
  return {
    act(n) {
      doc.getMap('log').set(`act-${n}`, { type: 'noteAdded', text: 'x'.repeat(300) })
      return kept
    },
    close: () => level.destroy(),
  }
}

/** Rounds in which a document of events goes to a server and from there into a new document, kept in LevelDB. */
export async function yjsServer(
  folder: string,
): Promise<
  | { exchange(name: string, count: number, bytes: number): () => Promise<void>; stop(): Promise<void> }
  | { missing: string }
> {
  const peers = syncPeersHere()
  if ('missing' in peers) return { missing: peers.missing }
  const yjs = (await peers.load('yjs')) as Yjs
  const { HocuspocusProvider } = (await peers.load('@hocuspocus/provider')) as Providers
  const { LeveldbPersistence } = (await peers.load('y-leveldb')) as { LeveldbPersistence: Level }
  const server = await startPeerServer('yjs-server.ts', join(folder, 'server'), peers.folder)
  const url = `ws://127.0.0.1:${server.port}`
  return {
    exchange(name, count, bytes) {
      const from = new yjs.Doc()
      const text = 'x'.repeat(bytes)
      from.transact(() => {
        for (let i = 0; i < count; i++) from.getMap('log').set(`e-${i}`, { case: `case-${i % 150}`, text })
      })
      return async () => {
        const sending = new HocuspocusProvider({ url, name, document: from, token: 'none' })
        await until(sending, () => !sending.hasUnsyncedChanges)
        const to = new yjs.Doc()
        const fetching = new HocuspocusProvider({ url, name, document: to, token: 'none' })
        await until(fetching, () => to.getMap('log').size === count)
        const level = new LeveldbPersistence(join(folder, `${name}-level`))
        await level.storeUpdate(name, yjs.encodeStateAsUpdate(to))
        await level.destroy()
        sending.destroy()
        fetching.destroy()
      }
    },
    stop: server.stop,
  }
}

/** Waits until a provider is in step and what is wished holds. */
function until(provider: Provider, isSo: () => boolean): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let isSynced = false
  const look = () => {
    if (isSynced && isSo()) resolve()
  }
  const timer = setInterval(look, 2)
  provider.on('synced', () => {
    isSynced = true
    look()
  })
  provider.on('message', look)
  return promise.finally(() => clearInterval(timer))
}

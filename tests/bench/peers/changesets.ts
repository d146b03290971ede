import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { WebSocket } from 'ws'
import { rowTables } from './changesets-table.ts'
import { startPeerServer } from './server.ts'

/**
 * Changesets of SQLite's session extension, of Node's own SQLite, over a plain socket: rows from one file into two others,
 * each durably. A lower bound: nothing is encrypted, nobody has the state of a case, and a restart forgets what was recorded.
 */
type Changesets = {
  /** Fills a file; what is given back sends its changes to the server, and has them applied to a third file. */
  exchange(round: number, count: number, bytes: number): Promise<() => Promise<void>>
  stop(): Promise<void>
}

export async function changesetServer(folder: string): Promise<Changesets> {
  mkdirSync(folder, { recursive: true })
  const server = await startPeerServer('changesets-server.ts', join(folder, 'server'), folder)
  const open = (name: string) => rowTables(new DatabaseSync(join(folder, `${name}.db`)))
  return {
    async exchange(round, count, bytes) {
      const [from, to] = [open(`from-${round}`), open(`to-${round}`)]
      const session = from.createSession()
      const insert = from.prepare('INSERT INTO log VALUES (?, ?)')
      from.exec('BEGIN')
      for (let i = 0; i < count; i++)
        insert.run(`${round}-${i}`, JSON.stringify({ case: `case-${i % 150}`, text: 'x'.repeat(bytes) }))
      from.exec('COMMIT')
      return async () => {
        const [sending, hearing] = [await connected(server.port), await connected(server.port)]
        const heard = once(hearing, 'message') as Promise<[Buffer]>
        const kept = once(sending, 'message')
        sending.send(session.changeset())
        await kept
        to.applyChangeset((await heard)[0])
        const has = to.prepare('SELECT count(*) AS n FROM log').get()
        if (has?.['n'] !== count) throw new Error('changesets did not bring all')
        for (const socket of [sending, hearing]) socket.terminate()
        session.close()
        for (const db of [from, to]) db.close()
      }
    },
    stop: server.stop,
  }
}

async function connected(port: number): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false, maxPayload: 2 ** 28 })
  await once(socket, 'open')
  return socket
}

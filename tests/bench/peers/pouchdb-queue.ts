import { join } from 'node:path'
import { bothWays, counters, type Peer } from '../live-play.ts'
import { loadPouch } from './pouchdb.ts'
import { startPeerServer } from './server.ts'

/** It is slow, and a rate is a rate. */
const cases = 36

/**
 * Workload B with PouchDB's server as a queue, which waits for the disk here: a counter asks for the
 * first 18 tickets and takes one of them by deleting its revision, so that the counters seldom want the same and the order
 * is about right; whom another was before tries again behind it. An act is a document.
 */
export const measurePouchQueue: Peer = async (folder, _cases, environment) => {
  const found = await loadPouch()
  if ('missing' in found) return found
  const server = await startPeerServer('pouchdb-server.ts', join(folder, 'queue'), found.packages, {
    words: ['synced'],
    environment,
  })
  const open = (name: string) => new found.PouchDB(`http://127.0.0.1:${server.port}/${name}`)
  const tickets = Array.from({ length: counters }, () => open('tickets'))
  const log = Array.from({ length: counters }, () => open('log'))
  const text = 'x'.repeat(300)
  const idOf = (number: number) => `t-${String(number).padStart(6, '0')}`
  await tickets[0]?.bulkDocs(Array.from({ length: cases * 2 + counters }, (_, i) => ({ _id: idOf(i), number: i })))
  await log[0]?.info()

  async function call(counter: number, from = ''): Promise<void> {
    const db = tickets[counter]
    const page = await db?.allDocs({ startkey: from, limit: counters, include_docs: true })
    // Behind the last one of all there is nothing: again from the first.
    if (page?.rows.length === 0 && from !== '') return call(counter)
    const { id, doc } = page?.rows[counter % page.rows.length] ?? {}
    if (!db || !doc) throw new Error('PouchDB has no ticket')
    const isMine = await db.put({ ...doc, _deleted: true, counter }).then(
      () => true,
      (error: { status?: number }) => {
        if (error.status === 409) return false
        throw error
      },
    )
    if (!isMine) await call(counter, `${id}\u0000`)
  }

  const live = await bothWays(
    {
      call,
      async act(counter, acts) {
        const event = { type: 'noteAdded', counter, text }
        await log[counter]?.bulkDocs(Array.from({ length: acts }, () => event))
      },
    },
    cases,
  )
  await server.stop()
  return live
}

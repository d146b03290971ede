import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openClosedFile } from '../../db/keys/closed-file.ts'
import type { Db } from '../../db/open.ts'
import { testKey } from '../support/record.ts'

/** What the disk and SQLite allow at most, with the same encryption and the same wait for the disk as the product's. */

/** A bare database: encrypted, WAL, and its commits wait for the disk. */
export function bareDatabase(file: string): Db {
  const db = openClosedFile(file, testKey)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('CREATE TABLE log (seq INTEGER PRIMARY KEY, event TEXT NOT NULL) STRICT')
  db.exec('CREATE TABLE state (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT')
  return db
}

/** One insert and its commit, of the size of an act. */
export function bareCommit(db: Db): () => void {
  const insert = db.prepare('INSERT INTO log (event) VALUES (?)')
  const text = JSON.stringify({ type: 'noteAdded', at: 0, by: { machine: 'counter-1' }, text: 'x'.repeat(300) })
  return () => void insert.run(text)
}

/** Events of about 600 bytes on 150 cases. */
const events = Array.from({ length: 2000 }, (_, i) =>
  JSON.stringify({ type: 'noteAdded', case: `case-${i % 150}`, act: i, text: 'x'.repeat(530) }),
)

/** Catch-up in one process without a network: 2,000 events into one file, out of it, and into another with 150 states. */
export function catchUpInOneProcess(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  let round = 0
  return () => {
    round += 1
    const [from, to] = ['from', 'to'].map((name) => bareDatabase(join(folder, `${name}-${round}.db`)))
    if (!from || !to) return
    const put = (db: Db, all: readonly string[]) => {
      const insert = db.prepare('INSERT INTO log (event) VALUES (?)')
      const state = db.prepare('INSERT INTO state VALUES (?, ?) ON CONFLICT DO UPDATE SET body = excluded.body')
      const states = new Map<string, string>()
      db.transaction(() => {
        for (const event of all) {
          insert.run(event)
          states.set((JSON.parse(event) as { case: string }).case, event)
        }
        for (const [id, body] of states) state.run(id, body)
      }).immediate()
    }
    put(from, events)
    put(to, from.prepare<[], string>('SELECT event FROM log ORDER BY seq').pluck().all())
    from.close()
    to.close()
  }
}

import Database from 'better-sqlite3'
import type { BodyStore } from '../../domain/find/find-body.ts'
import { openClosedFile, removeDatabase } from '../keys/closed-file.ts'
import type { DatabaseKey } from '../keys/data-key.ts'

/** A body store that is kept in a file of its own. */
export type KeptBodies = BodyStore & { close(): void }

/**
 * Opens the bodies of the manual for the search. The file holds nothing that cannot be made again from the edition, and
 * nothing of any petitioner: one that is of another version, or damaged, is thrown away.
 */
export function openBodies(file: string, key: DatabaseKey): KeptBodies {
  let db: Database.Database | undefined
  try {
    db = openClosedFile(file, key)
    const found = Number(db.pragma('user_version', { simple: true }))
    if (found === 0 || found === version) return storeIn(db, file)
  } catch (error) {
    if (!isDamage(error)) throw error
  }
  db?.close()
  removeDatabase(file)
  return storeIn(openClosedFile(file, key), file)
}

const version = 1

const isDamage = (error: unknown): boolean =>
  error instanceof Database.SqliteError && /NOTADB|CORRUPT|IOERR/.test(error.code)

function storeIn(db: Database.Database, file: string): KeptBodies {
  prepare(db)
  let isDamaged = false
  const name = db.prepare<[], string>('SELECT name FROM edition').pluck()
  const setName = db.prepare<[string]>(
    'INSERT INTO edition VALUES (1, ?) ON CONFLICT DO UPDATE SET name = excluded.name',
  )
  const bodies = db.prepare<[], { id: number; code: string; length: number }>(
    'SELECT id, code, length FROM body INDEXED BY body_lengths',
  )
  const text = db.prepare<[number], Buffer>('SELECT text FROM body WHERE id = ?').pluck()
  const keep = db.prepare<[number, string, number, Buffer]>('INSERT OR REPLACE INTO body VALUES (?, ?, ?, ?)')
  const drop = db.prepare<[number]>('DELETE FROM body WHERE id = ?')
  const postings = db.prepare<[string], { count: number; bytes: Buffer }>(
    'SELECT count, bytes FROM pair WHERE pair = ?',
  )
  const setPostings = db.prepare<[string, number, Uint8Array]>(
    'INSERT INTO pair VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = excluded.count, bytes = excluded.bytes',
  )
  /** What cannot be read is not found, and the search goes on; the file is made again at the next start. */
  function unlessDamaged<T>(read: () => T): T | undefined {
    try {
      return read()
    } catch (error) {
      if (!isDamage(error)) throw error
      isDamaged = true
      return undefined
    }
  }
  return {
    name: () => unlessDamaged(() => name.get()),
    setName: (next) => void setName.run(next),
    bodies: () => unlessDamaged(() => bodies.all()) ?? [],
    text: (id) => unlessDamaged(() => text.get(id)?.toString('utf16le')),
    keep: (id, code, body) => void keep.run(id, code, body.length, Buffer.from(body, 'utf16le')),
    drop: (id) => void drop.run(id),
    postings: (pair) => unlessDamaged(() => postings.get(pair)),
    setPostings: (pair, { count, bytes }) => void setPostings.run(pair, count, bytes),
    atOnce: (work) => db.transaction(work).immediate(),
    close() {
      db.close()
      if (isDamaged) removeDatabase(file)
    },
  }
}

/** Texts are kept as they are in memory: reading them is most of the work of a query. A cut of power loses at most the last change. */
function prepare(db: Database.Database): void {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  db.exec(`
    CREATE TABLE IF NOT EXISTS edition (id INTEGER PRIMARY KEY CHECK (id = 1), name TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS body (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE,
      length INTEGER NOT NULL,
      text BLOB NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS body_lengths ON body (id, code, length);
    CREATE TABLE IF NOT EXISTS pair (
      pair TEXT PRIMARY KEY,
      count INTEGER NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
  `)
  db.pragma(`user_version = ${version}`)
}

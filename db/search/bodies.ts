import { existsSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { BodyStore } from '../../domain/find-body.ts'

/** A body store that is kept in a file of its own. */
export type KeptBodies = BodyStore & { close(): void }

/**
 * Opens the bodies of the manual for the search. The file holds nothing that cannot be made again from the edition, and
 * nothing of any petitioner: one that is damaged or of another version is thrown away.
 */
export function openBodies(file: string): KeptBodies {
  let db: Database.Database | undefined
  try {
    db = new Database(file)
    if (isOurs(db)) return storeIn(db)
  } catch (error) {
    if (!(error instanceof Database.SqliteError && /NOTADB|CORRUPT|IOERR/.test(error.code))) throw error
  }
  db?.close()
  for (const end of ['', '-wal', '-shm']) if (existsSync(file + end)) rmSync(file + end)
  return storeIn(new Database(file))
}

const version = 1

function isOurs(db: Database.Database): boolean {
  const found = Number(db.pragma('user_version', { simple: true }))
  return (found === 0 || found === version) && db.pragma('quick_check(1)', { simple: true }) === 'ok'
}

function storeIn(db: Database.Database): KeptBodies {
  prepare(db)
  const name = db.prepare<[], string>('SELECT name FROM edition').pluck()
  const setName = db.prepare<[string]>(
    'INSERT INTO edition VALUES (1, ?) ON CONFLICT DO UPDATE SET name = excluded.name',
  )
  const bodies = db.prepare<[], { id: number; code: string; length: number }>('SELECT id, code, length FROM body')
  const text = db.prepare<[number], string>('SELECT text FROM body WHERE id = ?').pluck()
  const keep = db.prepare<[number, string, number, string]>('INSERT OR REPLACE INTO body VALUES (?, ?, ?, ?)')
  const drop = db.prepare<[number]>('DELETE FROM body WHERE id = ?')
  const postings = db.prepare<[string], { count: number; bytes: Buffer }>(
    'SELECT count, bytes FROM pair WHERE pair = ?',
  )
  const setPostings = db.prepare<[string, number, Uint8Array]>(
    'INSERT INTO pair VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = excluded.count, bytes = excluded.bytes',
  )
  return {
    name: () => name.get(),
    setName: (next) => void setName.run(next),
    bodies: () => bodies.all(),
    text: (id) => text.get(id),
    keep: (id, code, body) => void keep.run(id, code, body.length, body),
    drop: (id) => void drop.run(id),
    postings: (pair) => postings.get(pair),
    setPostings: (pair, { count, bytes }) => void setPostings.run(pair, count, bytes),
    atOnce: (work) => db.transaction(work).immediate(),
    close: () => void db.close(),
  }
}

/** What is lost with the power is made again, so nothing waits for the disk. */
function prepare(db: Database.Database): void {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = OFF')
  db.exec(`
    CREATE TABLE IF NOT EXISTS edition (id INTEGER PRIMARY KEY CHECK (id = 1), name TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS body (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE,
      length INTEGER NOT NULL,
      text TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS pair (
      pair TEXT PRIMARY KEY,
      count INTEGER NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
  `)
  db.pragma(`user_version = ${version}`)
}

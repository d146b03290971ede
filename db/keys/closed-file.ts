import { closeSync, existsSync, fsyncSync, openSync, readSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import type { DatabaseKey } from './data-key.ts'

/**
 * Opens a file of SQLite under a key, in the format of SQLCipher 4: every page is encrypted and carries a checksum that
 * only the key can make. Whether the key fits shows at the first reading.
 */
export function openClosedFile(file: string, key: DatabaseKey, options: Database.Options = {}): Database.Database {
  const db = new Database(file, options)
  try {
    if (key !== 'plain') setKey(db, 'key', key)
    // What is sorted or undone stays in memory: such files would not be encrypted.
    db.pragma('temp_store = MEMORY')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function setKey(db: Database.Database, as: 'key' | 'rekey', key: string): void {
  db.pragma("cipher = 'sqlcipher'")
  db.pragma('legacy = 4')
  db.pragma(`${as} = "x'${key}'"`)
}

const plainHead = 'SQLite format 3\0'

/** Whether a file is a database that anybody can read. */
export function isPlain(file: string): boolean {
  if (!existsSync(file)) return false
  const handle = openSync(file, 'r')
  try {
    const head = Buffer.alloc(plainHead.length)
    return readSync(handle, head, 0, head.length, 0) === head.length && head.toString('latin1') === plainHead
  } finally {
    closeSync(handle)
  }
}

/** Encrypts a plain database: a copy is encrypted and compared, then takes its place. Nothing is lost if it ends in between. */
export function encryptOnce(file: string, key: DatabaseKey): void {
  const made = `${file}.encrypting`
  removeDatabase(made)
  const plain = new Database(file, { timeout: 5000 })
  try {
    // Only who is alone with a database can take it out of the WAL; what the WAL held is in the file then.
    if (plain.pragma('journal_mode = DELETE', { simple: true }) !== 'delete')
      throw new Error('another program has the database open')
    plain.prepare('VACUUM INTO ?').run(made)
    const copy = new Database(made)
    if (key !== 'plain') setKey(copy, 'rekey', key)
    copy.close()
    const again = openClosedFile(made, key, { readonly: true })
    try {
      if (again.pragma('quick_check(1)', { simple: true }) !== 'ok' || countsOf(again) !== countsOf(plain))
        throw new Error('the encrypted copy is not as the database is')
    } finally {
      again.close()
    }
  } finally {
    plain.close()
  }
  moveDurably(made, file)
}

/** How many rows every table has, as one text. */
function countsOf(db: Database.Database): string {
  const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck()
  const count = (table: string) => db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()
  return JSON.stringify(tables.all().map((table) => [table, count(table)]))
}

/** Removes a database with what belongs to it. */
export function removeDatabase(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true })
}

/** Gives a whole file its name, in place of what had it; after a cut of power it is the one or the other. */
export function moveDurably(from: string, to: string): void {
  syncPath(from)
  renameSync(from, to)
  // Windows writes names through by itself and opens no folder.
  if (process.platform !== 'win32') syncPath(dirname(to))
}

/** Puts on the disk what the WAL of a database has; one without a WAL has all in its file. A disk that refuses throws. */
export function syncWal(file: string): void {
  try {
    syncPath(`${file}-wal`)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}

function syncPath(path: string): void {
  const handle = openSync(path, process.platform === 'win32' ? 'r+' : 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

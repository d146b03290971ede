import { existsSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { isDamage } from './damage.ts'
import { diagnostics } from './diagnostics.ts'
import { encryptOnce, isPlain, openClosedFile } from './keys/closed-file.ts'
import type { DatabaseKey } from './keys/data-key.ts'
import { migrations, type Migration } from './migrations/migrations.ts'

/** An open database of Changgu. */
export type Db = Database.Database

/** Why a file is left alone: written by a newer Changgu, no database of Changgu under this key, or the database of another machine. */
export type NotOpened =
  | { refused: 'newerDatabase'; found: number; known: number }
  | { refused: 'notADatabase' }
  | { refused: 'otherMachine'; found: string }

type Opened = { db: Db } | NotOpened

/** Marks a file as a database of Changgu: "CGDB". */
const applicationId = 0x43474442

const known = migrations.at(-1)?.version ?? 0

/**
 * Opens the database of a machine under its key, made when there is none, and brings it to the newest version. One that
 * is not encrypted yet is encrypted once. A file that is refused is not changed. Every page is read unless `isRead` says
 * otherwise.
 */
export function openDatabase(file: string, machine: string, key: DatabaseKey, isRead = true): Opened {
  const inspected = inspect(file, keyOf(file, key), { readonly: false, isRead })
  if ('refused' in inspected) return inspected
  if (key !== 'plain' && isPlain(file)) {
    const found = ownerOf(inspected.db)
    inspected.db.close()
    if (found !== undefined && found !== machine) return { refused: 'otherMachine', found }
    encryptOnce(file, key)
    return openDatabase(file, machine, key, isRead)
  }
  const { db } = inspected
  try {
    makeDurable(db)
    migrate(db, migrations)
    db.prepare("INSERT OR IGNORE INTO meta VALUES ('machine', ?)").run(machine)
    const found = ownerOf(db)
    if (found === undefined || found === machine) return { db }
    db.close()
    return { refused: 'otherMachine', found }
  } catch (error) {
    db.close()
    throw error
  }
}

/** Opens a database only to read it, whoever owns it and however damaged it is. */
export const openForReading = (file: string, key: DatabaseKey): Opened =>
  inspect(file, keyOf(file, key), { readonly: true, isRead: false })

/** A database of before the encryption is read as it is. */
const keyOf = (file: string, key: DatabaseKey): DatabaseKey => (isPlain(file) ? 'plain' : key)

/** The machine that a database was made for; undefined while it is empty. */
export const ownerOf = (db: Db): string | undefined =>
  hasOwner(db) ? db.prepare<[], string>("SELECT value FROM meta WHERE key = 'machine'").pluck().get() : undefined

/** Runs what is pending in one transaction: all of it, or nothing. */
export function migrate(db: Db, all: readonly Migration[]): void {
  const gap = all.findIndex((m, i) => m.version !== i + 1)
  if (gap !== -1) throw new Error(`migration ${gap + 1} is missing or out of order`)
  const run = db.transaction(() => {
    for (const migration of all.slice(versionOf(db))) {
      migration.up(db)
      db.pragma(`user_version = ${migration.version}`)
    }
    db.pragma(`application_id = ${applicationId}`)
  })
  if (versionOf(db) >= all.length) return
  // A long record takes minutes, and is written anew in one transaction: nothing tells how far it is.
  if (versionOf(db) > 0) diagnostics.info('the database is brought to the form of this version; that may take minutes')
  run.immediate()
}

const numberOf = (db: Db, pragma: string): number => Number(db.pragma(pragma, { simple: true }))
const versionOf = (db: Db): number => numberOf(db, 'user_version')

const hasOwner = (db: Db): boolean => db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'meta'").get() !== undefined

type How = { readonly: boolean; isRead: boolean }

function inspect(file: string, key: DatabaseKey, { readonly, isRead }: How): Opened {
  const existed = existsSync(file)
  let db: Db | undefined
  try {
    db = openClosedFile(file, key, { readonly, fileMustExist: readonly, timeout: 5000 })
    const refused = unfit(db) ?? (isRead ? damaged(db) : undefined)
    if (!refused) return { db }
    db.close()
    return refused
  } catch (error) {
    db?.close()
    if (existed && isDamage(error)) return { refused: 'notADatabase' }
    throw error
  }
}

function unfit(db: Db): NotOpened | undefined {
  const found = versionOf(db)
  if (found > known) return { refused: 'newerDatabase', found, known }
  const isNew = db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined
  if (!isNew && numberOf(db, 'application_id') !== applicationId) return { refused: 'notADatabase' }
  return undefined
}

const damaged = (db: Db): NotOpened | undefined =>
  db.pragma('quick_check(1)', { simple: true }) === 'ok' ? undefined : { refused: 'notADatabase' }

/** What is committed is on the disk when the commit returns; the driver is built with a weaker default. */
function makeDurable(db: Db): void {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  // What is deleted is overwritten, also in its page.
  db.pragma('secure_delete = ON')
  if (db.pragma('journal_mode', { simple: true }) !== 'wal') throw new Error('the database cannot keep a WAL here')
  if (numberOf(db, 'synchronous') !== 2) throw new Error('the database does not write through to the disk')
}

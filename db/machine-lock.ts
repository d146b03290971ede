import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

/** Held for as long as a process works with the data of a machine. */
export type MachineLock = { release(): void }

const fileOf = (folder: string, machine: string): string => join(folder, `${machine}.lock`)

/**
 * Whether another process works with the data of a machine, to be asked before anything is written beside them. Of a lock that
 * cannot be opened whoever takes it says why.
 */
export function isTaken(folder: string, machine: string): boolean {
  if (!existsSync(fileOf(folder, machine))) return false
  try {
    const lock = takeMachine(folder, machine)
    lock?.release()
    return lock === undefined
  } catch {
    return false
  }
}

/**
 * Takes the data of a machine for this process alone; undefined if another has them. The lock is one of SQLite on an empty
 * file: the operating system lets it go when the process ends, however it ends.
 */
export function takeMachine(folder: string, machine: string): MachineLock | undefined {
  const db = new Database(fileOf(folder, machine), { timeout: 0 })
  try {
    db.pragma('journal_mode = MEMORY')
    db.exec('BEGIN EXCLUSIVE')
    return { release: () => void db.close() }
  } catch (error) {
    db.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return undefined
    throw error
  }
}

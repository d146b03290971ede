import Database from 'better-sqlite3'

/** Of what SQLite says, what is a fault of the file: other bytes than were written, or a place of the disk that gives none. */
const ofFile = /^SQLITE_(?:NOTADB|CORRUPT|IOERR_(?:READ|SHORT_READ|CORRUPTFS|DATA))/

/** What says nothing of the file: a right, a lock, memory, too many open files, a disk that takes nothing. */
const ofOther = /^SQLITE_(?:CANTOPEN|BUSY|LOCKED|PROTOCOL|NOMEM|PERM|AUTH|READONLY|FULL|IOERR)/

/** Whether an error says that a database is damaged, or opened with another key. */
export const isDamage = (error: unknown): boolean => error instanceof Database.SqliteError && ofFile.test(error.code)

/** Whether a right, a lock or a disk keeps a file from being read or written now: it may be whole, and go another time. */
export const isHindrance = (error: unknown): error is Error =>
  error instanceof Database.SqliteError
    ? ofOther.test(error.code) && !isDamage(error)
    : error instanceof Error && 'syscall' in error

/** Whether an error says nothing of the database that was to be read. */
export const saysNothing = (error: unknown): boolean => !(error instanceof Database.SqliteError) || isHindrance(error)

/** What keeps a database from being worked with now, and what to do; undefined for any other fault. */
export const whyHindered = (error: unknown, done: 'opened' | 'read' | 'written'): string | undefined =>
  isHindrance(error)
    ? `cannot be ${done} now (${error.message}). See that its disk is connected and has room, that this account may read and write its folder, and that no other program holds it or what belongs to it (-wal, -shm); then try again.`
    : undefined

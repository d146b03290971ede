import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Journal } from '../../db/journal/journal.ts'
import type { JournaledLog } from '../../db/journal/journaled.ts'

/** A journal that takes everything at once, and from which nothing has to come back: whoever falls has written before. */
export const safeJournal: Journal = {
  write: () => true,
  sync: (then) => then(true),
  rotate: () => 1,
  dropBefore() {},
  size: () => 0,
  fault: () => undefined,
  close() {},
}

/** What a disk says that takes nothing now. */
export const diskRefuses = new Error('the disk takes nothing now')

/** A record on a disk that takes nothing as often as it is told to. */
export const refusing = (log: JournaledLog, refuses: () => boolean): JournaledLog => ({
  ...log,
  append(...told) {
    if (refuses()) throw diskRefuses
    log.append(...told)
  },
})

/** What happens to the disks of a hall and its PCs while nobody has them open. */

export function forgetDatabase(folder: string, machine: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `${machine}.db${end}`), { force: true })
}

/** Puts a copy of the hall's record aside, as a backup does. */
export function copyHallOf(folder: string): true {
  rmSync(join(folder, 'hall.copy'), { force: true })
  const db = new Database(join(folder, 'hall.db'))
  db.prepare('VACUUM INTO ?').run(join(folder, 'hall.copy'))
  db.close()
  return true
}

/** Puts the copy where the hall's record was. */
export function putCopyBack(folder: string): void {
  forgetDatabase(folder, 'hall')
  copyFileSync(join(folder, 'hall.copy'), join(folder, 'hall.db'))
}

/** Changes events behind the back of the hall; its chain is not counted anew. */
export function tamperWith(folder: string, change: (event: string) => string): void {
  const db = new Database(join(folder, 'hall.db'))
  const rows = db.prepare<[], { hall_seq: number; event: string }>('SELECT hall_seq, event FROM log').all()
  for (const { hall_seq, event } of rows)
    if (change(event) !== event) db.prepare('UPDATE log SET event = ? WHERE hall_seq = ?').run(change(event), hall_seq)
  db.close()
}

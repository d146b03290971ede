import { copyFileSync, existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { moveDurably, removeDatabase } from './closed-file.ts'
import { copiesFolder, copiesIn, type Copy } from './copies.ts'
import type { DatabaseKey } from './data-key.ts'
import { journalFolder, readJournal } from './journal.ts'
import { openDatabase } from './open.ts'
import { keepRecovery, markRestored } from './recovery.ts'
import { replay } from './replay.ts'
import { HALL } from '../domain/actor.ts'

type Asked = {
  folder: string
  machine: string
  key: DatabaseKey
  copy: Copy
  /** Without what the journal has since. */
  asCopied: boolean
  now: number
}

/** What a restore did: the copy it took, under which name the former database is kept, and what the journal gave. */
export type Restored = { copy: string; kept: string | null; entries: number; damaged: number }

/** Puts a copy in the place of the database of a machine; what was there is kept under another name. */
export function restoreCopy({ folder, machine, key, copy, asCopied, now }: Asked): Restored {
  const file = join(folder, `${machine}.db`)
  const kept = putAside(file, 'before-restore', now) ?? null
  takeInPlace(copy.path, file)
  // A start that finds a newer copy would take that one.
  for (const newer of copiesIn(copiesFolder(folder), machine))
    if (newer.at > copy.at) renameSync(newer.path, `${newer.path}.before-restore-${stampOf(now)}`)
  const journal = journalFolder({ folder, machine })
  if (asCopied && existsSync(journal)) renameSync(journal, `${journal}.before-restore-${stampOf(now)}`)
  const opened = openDatabase(file, machine, key)
  if ('refused' in opened) throw new Error(`the copy is refused: ${opened.refused}`)
  const { db } = opened
  try {
    if (key === 'plain') return { copy: copy.name, kept, entries: 0, damaged: 0 }
    const { entries, damaged, isWhole } = replay(db, machine, readJournal({ folder, machine, key }, copy.part))
    const { name, at, part } = copy
    keepRecovery(db, machine, {
      ...{ at: now, found: 'missing', copy: { name, at, part }, entries, damaged, isWhole },
      ...(kept !== null && { kept }),
    })
    return { copy: name, kept, entries, damaged }
  } finally {
    if (machine === HALL) markRestored(db, now)
    db.close()
  }
}

/** Never deleted: the file with what belongs to it gets another name, which SQLite can still open. */
export function putAside(file: string, why: 'corrupt' | 'before-restore', now: number): string | undefined {
  const to = `${file}.${why}-${stampOf(now)}`
  const isThere = existsSync(file)
  // The file last, and what belongs to it also without it: a copy must never lie beside a WAL that is not its own.
  for (const end of ['-wal', '-shm', '-journal', '']) if (existsSync(file + end)) renameSync(file + end, to + end)
  return isThere ? to : undefined
}

/** Puts a file in the place of a database, whole or not at all. */
export function takeInPlace(from: string, file: string): void {
  const made = `${file}.restoring`
  removeDatabase(made)
  copyFileSync(from, made)
  moveDurably(made, file)
}

const stampOf = (now: number): string => new Date(now).toISOString().replace(/[-:.]/g, '')

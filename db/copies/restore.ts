import { copyFileSync, existsSync, linkSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { HALL } from '../../domain/actor.ts'
import { diagnostics } from '../diagnostics.ts'
import { remedyFor } from '../files/folder-remedy.ts'
import { journalFolder, journalParts, readJournal } from '../journal/journal.ts'
import { replay } from '../journal/replay.ts'
import { moveDurably, removeDatabase } from '../keys/closed-file.ts'
import type { DatabaseKey } from '../keys/data-key.ts'
import { openDatabase, type Db, type NotOpened } from '../open.ts'
import { copiesFolder, copiesIn, makeCopy, nextCopy, partsKnown, type Copy, type CopyTask } from './copies.ts'
import { keepRecovery, markRestored } from './recovery.ts'

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

/**
 * Puts a copy in the place of the database of a machine; what was there is kept under another name. A copy from elsewhere,
 * whose part says nothing of the journal here, is followed by one of what was restored, in the machine's own ring.
 */
export function restoreCopy({ folder, machine, key, copy, asCopied, now }: Asked): Restored {
  const file = join(folder, `${machine}.db`)
  const kept = asideName(file, 'before-restore', now) ?? null
  const { name, at, part } = copy
  const copies = copiesFolder(folder)
  const isOwn = isOfRing(copy, copies)
  const next = Math.max(part, lastPart(folder, machine)) + 1
  const made = makeRestored({ file, machine, key, copy }, (db) => {
    if (machine === HALL) markRestored(db, now)
    if (key === 'plain') return { entries: 0, damaged: 0 }
    const { entries, damaged, isWhole } = asCopied
      ? { entries: 0, damaged: 0, isWhole: false }
      : replay(db, machine, readJournal({ folder, machine, key }, isOwn ? part : 0))
    keepRecovery(db, machine, {
      at: now,
      found: 'missing',
      copy: { name, at, part },
      entries,
      damaged,
      isWhole,
      ...(kept !== null && { kept }),
    })
    return { entries, damaged }
  })
  if ('refused' in made) throw new Error(`the copy is refused: ${made.refused}`)
  // Before the database is changed: a start that finds a newer copy, or more in the journal, would take that.
  for (const other of copiesIn(copies, machine))
    if (isAhead(other, copy, copies)) renameSync(other.path, `${other.path}.before-restore-${stampOf(now)}`)
  const journal = journalFolder({ folder, machine })
  if (asCopied && existsSync(journal)) renameSync(journal, `${journal}.before-restore-${stampOf(now)}`)
  putAside(file, 'before-restore', now)
  made.takePlace()
  // Not before: a start on the former database would pass over what the journal has for it.
  if (!isOwn && key !== 'plain') leaveCopy({ file, machine, key }, { copies, at: now, part: next })
  return { copy: name, kept, ...made.filled }
}

/** Whether the machine's ring has made a copy, as far as its name and its place tell. */
const isOfRing = ({ mark, path }: Copy, copies: string): boolean => mark === undefined && dirname(path) === copies

/** Whether a copy may lead past another one. In a ring their parts tell; of others neither number nor date is to be trusted alone. */
function isAhead(other: Copy, chosen: Copy, copies: string): boolean {
  const isNewer = other.at > chosen.at
  if (isOfRing(other, copies) && isOfRing(chosen, copies))
    return other.part > chosen.part || (other.part === chosen.part && isNewer)
  return other.part > chosen.part || isNewer
}

/** On a full disk the database is restored without it too. */
function leaveCopy(
  task: Omit<CopyTask, 'path'>,
  { copies, at, part }: { copies: string; at: number; part: number },
): void {
  const { machine } = task
  try {
    makeCopy({ ...task, path: nextCopy(copies, machine, at, part) })
  } catch (error) {
    diagnostics.error('what was restored has no copy of its own yet', error, { machine }, remedyFor(copies, error))
  }
}

/** The number of the newest part that a journal has, or that a copy is carried on by: by them copies are told apart. */
export const lastPart = (folder: string, machine: string): number =>
  Math.max(0, journalParts({ folder, machine }).at(-1) ?? 0, ...partsKnown(copiesFolder(folder), machine))

type Making = { file: string; machine: string; key: DatabaseKey; copy: Copy | undefined }

/** A database that lies ready beside the one whose place it takes, and what was brought into it. */
type MadeDatabase<T> = { filled: T; takePlace(): void }

/**
 * Makes a database from a copy, or a new one, and fills it. Nothing is moved yet, so that a copy that is refused, a full
 * disk or a cut of power leaves all as it was; `takePlace` is the last step, and puts it in place whole or not at all.
 */
export function makeRestored<T>(
  { file, machine, key, copy }: Making,
  fill: (db: Db) => T,
): MadeDatabase<T> | NotOpened {
  const made = `${file}.restoring`
  removeDatabase(made)
  if (copy) copyFileSync(copy.path, made)
  const opened = openDatabase(made, machine, key)
  if ('refused' in opened) {
    removeDatabase(made)
    return opened
  }
  try {
    const filled = fill(opened.db)
    // Out of its WAL: the file alone is moved.
    opened.db.pragma('journal_mode = DELETE')
    return { filled, takePlace: () => moveDurably(made, file) }
  } finally {
    opened.db.close()
  }
}

/** The name under which a database is kept when another takes its place; undefined where there is none. */
export const asideName = (file: string, why: 'corrupt' | 'before-restore', now: number): string | undefined =>
  existsSync(file) ? `${file}.${why}-${stampOf(now)}` : undefined

/**
 * Never deleted: the file with what belongs to it gets another name, which SQLite can still open. What belongs to it goes
 * first, since nothing may lie beside a WAL that is not its own; the file keeps its old name too until one takes its place.
 */
export function putAside(file: string, why: 'corrupt' | 'before-restore', now: number): void {
  const to = `${file}.${why}-${stampOf(now)}`
  for (const end of ['-wal', '-shm', '-journal']) if (existsSync(file + end)) renameSync(file + end, to + end)
  if (existsSync(file)) giveName(file, to)
}

function giveName(file: string, to: string): void {
  try {
    linkSync(file, to)
  } catch {
    // A disk that knows no second names.
    renameSync(file, to)
  }
}

const stampOf = (now: number): string => new Date(now).toISOString().replace(/[-:.]/g, '')

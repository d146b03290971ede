import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import {
  copiesFolder,
  isSound,
  isSpoilt,
  makeCopy,
  newestSound,
  nextCopy,
  ownCopies,
  soundness,
  type Copy,
} from './copies/copies.ts'
import { isReadLater, readAtOnce, readingDone } from './copies/late-reading.ts'
import { keepRecovery, type Recovery } from './copies/recovery.ts'
import { asideName, lastPart, makeRestored, putAside } from './copies/restore.ts'
import { isDamage } from './damage.ts'
import { diagnostics } from './diagnostics.ts'
import { fitsJournal, journalParts, openJournal, readJournal, type Journal } from './journal/journal.ts'
import { mostBehind } from './journal/journaled.ts'
import { replay } from './journal/replay.ts'
import { encryptOnce, isPlain } from './keys/closed-file.ts'
import type { DatabaseKey, DataKey } from './keys/data-key.ts'
import { openLog } from './log.ts'
import { takeMachine, type MachineLock } from './machine-lock.ts'
import { migrations } from './migrations/migrations.ts'
import { openDatabase, openForReading, type Db, type NotOpened } from './open.ts'

/** The data of a machine, opened for work by this process alone. */
type Started = {
  db: Db
  journal: Journal
  /** What was found and brought back, if it was not as it should have been. */
  recovery?: Recovery
  lock: MachineLock
  /** Whether its pages are still to be read, beside the work. */
  isUnread?: boolean
}

/** Why the data of a machine are not opened: beside what a file can be, another process has them, or the key is another one. */
export type NotStarted = NotOpened | { refused: 'inUse' } | { refused: 'otherKey' }

type Place = { folder: string; machine: string; key: DataKey; now: number; mostAtOnce?: number }

/**
 * Opens the data of a machine: lock, key, database, check of every page (of a large one afterwards, in late-reading.ts),
 * version, migration after a copy, check of the references, journal. A database that is damaged or gone is kept under
 * another name, and the newest sound copy with what the journal has since takes its place. Only a disk that refuses throws.
 */
export function startDatabase(place: Place): Started | NotStarted {
  const lock = takeMachine(place.folder, place.machine)
  if (!lock) return { refused: 'inUse' }
  try {
    const started = startOrReadAll(place)
    if ('db' in started) return { ...started, lock }
    lock.release()
    return started
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Damage that a start comes upon before all pages were read: they are read first then, and what is damaged is brought back. */
function startOrReadAll(place: Place): Omit<Started, 'lock'> | NotStarted {
  try {
    return start(place)
  } catch (error) {
    const file = join(place.folder, `${place.machine}.db`)
    if (!isDamage(error) || !isReadLater(file, place.mostAtOnce ?? readAtOnce)) throw error
    return start({ ...place, mostAtOnce: Infinity })
  }
}

function start(place: Place): Omit<Started, 'lock'> | NotStarted {
  const { folder, machine, key, now } = place
  const file = join(folder, `${machine}.db`)
  const copies = ownCopies(folder, machine)
  const fits = keyFits(place, copies)
  const isExpected = copies.length > 0 || journalParts(place).length > 0
  const isThere = existsSync(file) && statSync(file).size > 0
  let found: Recovery['found'] | undefined
  if (!isThere && isExpected) found = 'missing'
  // A readable file in the place of an encrypted one is not ours.
  else if (isThere && fits && isPlain(file)) found = 'damaged'
  if (!found) {
    const isUnread = isThere && isReadLater(file, place.mostAtOnce ?? readAtOnce)
    const opened = isThere ? openExisting(file, place, !isUnread) : openDatabase(file, machine, key)
    if ('db' in opened) {
      if (!isUnread) readingDone(file)
      const { db } = opened
      if (stands(db, () => !isBehind(db, copies, place))) return { ...running(place, db, undefined), isUnread }
      found = 'incomplete'
    } else {
      // Without anything that this key opens, nobody can say that the file is damaged.
      if (opened.refused !== 'notADatabase' || fits === undefined) return opened
      found = 'damaged'
    }
  }
  const copy = copyToTake(copies, place)
  if (fits === false) return { refused: 'otherKey' }
  const kept = asideName(file, 'corrupt', now)
  const before: Recovery = {
    at: now,
    found,
    entries: 0,
    damaged: 0,
    isWhole: true,
    ...(kept !== undefined && { kept }),
    ...(copy && { copy: { name: copy.name, at: copy.at, part: copy.part } }),
  }
  const made = makeRestored({ file, machine, key, copy }, (db) => bringBack(place, db, before))
  if ('refused' in made) return made
  putAside(file, 'corrupt', now)
  made.takePlace()
  readingDone(file)
  const opened = openDatabase(file, machine, key)
  return 'refused' in opened ? opened : running(place, opened.db, made.filled)
}

/**
 * The newest copy that is sound. One that cannot be read now is passed over: what an older one lacks the journal has, or it
 * is told as missing. Where none is sound but one that cannot be read may be, nothing begins without it.
 */
function copyToTake(copies: readonly Copy[], place: Place): Copy | undefined {
  let hindrance: { error: unknown } | undefined
  const found = newestSound(copies, place, (_, error) => {
    diagnostics.warn('a copy cannot be read now and is passed over', { machine: place.machine }, error)
    hindrance ??= { error }
  })
  if (!found && hindrance) throw hindrance.error
  return found
}

/** An existing database, encrypted if it was not yet, and copied before it is brought to a newer version. */
function openExisting(
  file: string,
  { folder, machine, key, now }: Place,
  isRead: boolean,
): ReturnType<typeof openDatabase> {
  const looked = openForReading(file, key)
  if ('refused' in looked) return looked
  const version = Number(looked.db.pragma('user_version', { simple: true }))
  looked.db.close()
  const isOlder = version > 0 && version < migrations.length
  if (isOlder && isPlain(file)) encryptOnce(file, key)
  if (isOlder && isSpoilt(soundness(file, machine, key))) return { refused: 'notADatabase' }
  // A machine that fell has its last entries in the journal alone, so this copy is carried on by all that carries the one before.
  const part = ownCopies(folder, machine)[0]?.part ?? 0
  if (isOlder) makeCopy({ file, key, machine, path: nextCopy(copiesFolder(folder), machine, now, part) })
  try {
    const opened = openDatabase(file, machine, key, isRead)
    const isFit = 'refused' in opened || stands(opened.db, () => areReferencesWhole(opened.db))
    return isFit ? opened : { refused: 'notADatabase' }
  } catch (error) {
    if (isDamage(error)) return { refused: 'notADatabase' }
    throw error
  }
}

/** Whether a database stands a look at it; one that does not, or cannot be read, is closed. */
function stands(db: Db, look: () => boolean): boolean {
  let isFit = false
  try {
    isFit = look()
    return isFit
  } finally {
    if (!isFit) db.close()
  }
}

const areReferencesWhole = (db: Db): boolean => db.prepare('PRAGMA foreign_key_check').all().length === 0

type Reach = { placed: number; own: number }

/** Whether the database lacks what its newest copy has: a WAL that was taken away, or an old file put in its place. */
function isBehind(db: Db, copies: readonly Copy[], place: Place): boolean {
  const [newest] = copies
  const kept = newest && reachOf(newest, place)
  const ours = reachIn(db, place.machine)
  return kept !== undefined && (ours.placed < kept.placed || ours.own < kept.own)
}

/** How far a copy reaches; its pages were checked when it was made, and are again if it is taken. */
export function reachOf({ path }: Copy, { machine, key }: { machine: string; key: DatabaseKey }): Reach | undefined {
  try {
    const opened = openForReading(path, key)
    if ('refused' in opened) return undefined
    try {
      return reachIn(opened.db, machine)
    } finally {
      opened.db.close()
    }
  } catch {
    return undefined
  }
}

function reachIn(db: Db, machine: string): Reach {
  const log = openLog(db, machine)
  return { placed: log.lastHallSeq(), own: log.lastOriginSeq(machine) }
}

/** What the journal has and the database lacks comes back at every start; more than a moment's writing with a note that says so. */
function bringBack(place: Place, db: Db, before: Recovery | undefined): Recovery | undefined {
  const { folder, machine, now } = place
  const from = before ? (before.copy?.part ?? 0) : (ownCopies(folder, machine)[0]?.part ?? 0)
  const all = db.transaction(() => {
    const { entries, damaged, isWhole: hasAll } = replay(db, machine, readJournal(place, from))
    // Without the part that goes on after the copy, nobody knows what came then.
    const isWhole = hasAll && (!before || journalParts(place).some((part) => part >= from))
    // What a machine that fell had not written yet is no loss, and nothing to be told.
    if (!before && hasAll && entries <= mostBehind) return undefined
    const recovery = { ...(before ?? { at: now, found: 'incomplete' as const }), entries, damaged, isWhole }
    keepRecovery(db, machine, recovery)
    return recovery
  })
  return all.immediate()
}

function running(place: Place, db: Db, recovery: Recovery | undefined): Omit<Started, 'lock'> {
  try {
    const found = recovery ?? bringBack(place, db, undefined)
    const journal = openJournal(place, lastPart(place.folder, place.machine))
    return { db, journal, ...(found && { recovery: found }) }
  } catch (error) {
    db.close()
    throw error
  }
}

/** Whether the key opens what was written under it before; undefined if there is nothing. */
function keyFits(place: Place, copies: readonly Copy[]): boolean | undefined {
  const journal = fitsJournal(place)
  if (journal === true || copies.some((c) => isSound(c.path, place.machine, place.key))) return true
  return journal === undefined && copies.length === 0 ? undefined : false
}

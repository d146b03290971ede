import { existsSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { saysNothing } from '../damage.ts'
import { makeFolder } from '../files/make-folder.ts'
import { moveDurably, openClosedFile, removeDatabase, syncWal } from '../keys/closed-file.ts'
import type { DatabaseKey } from '../keys/data-key.ts'
import { ownerOf } from '../open.ts'

/** A copy of a database: when it was begun, from which part on the journal goes on after it, and whose it is. */
export type Copy = { path: string; name: string; at: number; part: number; bytes: number; mark?: string }

/** For how long a ring keeps which copies: one for each step of time until an age, both in milliseconds. */
export type Ring = readonly { until: number; step: number }[]

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Of the hall: a copy for each quarter of the last 4 hours, each of 48 hours, each of 30 days. */
export const hallRing: Ring = [
  { until: 4 * hour, step: 15 * minute },
  { until: 48 * hour, step: hour },
  { until: 30 * day, step: day },
]

/** Of a PC: quarters of 4 hours and hours of 48 hours; the hall has what is older. */
export const pcRing: Ring = hallRing.slice(0, 2)

/** How many of the newest stay whatever their age, and with them what the journal has since. */
export const alwaysKept = 3

/** Of a disk, what no copy takes: a twentieth, and a gibibyte at most. Nobody can work on a disk that its copies have filled. */
const sparedShare = 20
const mostSpared = 2 ** 30

/** Bytes that copies may still take of the disk of a folder. */
export function roomIn(folder: string): number {
  const { bavail, blocks, bsize } = statfsSync(folder)
  return bavail * bsize - Math.min((blocks * bsize) / sparedShare, mostSpared)
}

const refusal = (code: string, what: string): Error => Object.assign(new Error(what), { code })

/** Why no copy was made, before anything was written. */
export const noRoom = (bytes: number): Error =>
  refusal('ENOSPC', `the disk has no room for a copy of ${Math.ceil(bytes / 2 ** 20)} MB`)

/** The folder of the copies in a data folder. */
export const copiesFolder = (folder: string): string => join(folder, 'copies')

/**
 * The mark in the name of a copy that somebody made by hand: no machine clears it away. A copy of a ring has no mark, and
 * one in a second place, where other halls may have theirs, the id of its hall.
 */
export const byHand = 'backup'

/** The name of a copy, with its mark where it has one. */
export const copyName = (machine: string, at: number, part: number, mark?: string): string =>
  [machine, new Date(at).toISOString().replace(/[-:.]/g, ''), part, ...(mark === undefined ? [] : [mark]), 'db'].join(
    '.',
  )

const named = /^(?<machine>[a-z0-9-]+)\.(?<at>\d{8}T\d{9}Z)\.(?<part>\d+)(?:\.(?<mark>backup|[0-9a-z]{16}))?\.db$/

/** The machine of a copy by its name; undefined for what is no copy. */
export const machineOfCopy = (name: string): string | undefined => named.exec(name)?.groups?.['machine']

/** The copies of a machine in a folder of copies, whoever made them, the newest first by their dates. */
export function copiesIn(copies: string, machine: string): Copy[] {
  if (!existsSync(copies)) return []
  return readdirSync(copies)
    .flatMap((name) => {
      const { at = '', part, machine: of, mark } = named.exec(name)?.groups ?? {}
      if (of !== machine) return []
      const path = join(copies, name)
      // Whoever shares the folder may clear his own away meanwhile.
      const found = statSync(path, { throwIfNoEntry: false })
      if (!found) return []
      const marked = mark === undefined ? {} : { mark }
      return [{ path, name, at: timeOf(at), part: Number(part), bytes: found.size, ...marked }]
    })
    .toSorted((a, b) => b.at - a.at)
}

/** Those that a machine's ring made there, the newest first: by their parts, which rise also where the clock was put back. */
export const ringIn = (copies: string, machine: string): Copy[] =>
  copiesIn(copies, machine)
    .filter(({ mark }) => mark === undefined)
    .toSorted((a, b) => b.part - a.part || b.at - a.at)

/** The copies in a machine's own data folder, the newest first: its ring, and then what somebody else put beside it. */
export function ownCopies(folder: string, machine: string): Copy[] {
  const copies = copiesFolder(folder)
  return [...ringIn(copies, machine), ...copiesIn(copies, machine).filter(({ mark }) => mark !== undefined)]
}

/**
 * Copies whose parts tell nothing, the newest first: what is dated later than now was made while a clock was ahead, before
 * all that was made since, and comes last.
 */
export const asOf = (copies: readonly Copy[], now: number): Copy[] => [
  ...copies.filter(({ at }) => at <= now),
  ...copies.filter(({ at }) => at > now),
]

/** The numbers of all parts that copies in a folder are carried on by, also of those that a restore has set aside. */
export const partsKnown = (copies: string, machine: string): number[] =>
  (existsSync(copies) ? readdirSync(copies) : []).flatMap((name) => {
    const of = named.exec(name.replace(/\.before-restore-\w+$/, ''))?.groups
    return of?.['machine'] === machine ? [Number(of['part'])] : []
  })

const timeOf = (text: string): number =>
  Date.parse(text.replace(/^(....)(..)(..)T(..)(..)(..)(...)Z$/, '$1-$2-$3T$4:$5:$6.$7Z'))

/** What making a copy needs: the database with its key, the machine it belongs to, and the file that the copy becomes. */
export type CopyTask = { file: string; key: DatabaseKey; machine: string; path: string }

/** Where the next copy of a ring goes. */
export function nextCopy(copies: string, machine: string, at: number, part: number): string {
  makeFolder(copies, 0o700)
  return join(copies, copyName(machine, at, part))
}

/**
 * Copies a database as it is at one moment, also while it is written to, under the same key. The copy is read through and
 * checked before it gets its name; one that fails leaves nothing and throws.
 */
export function makeCopy({ file, key, machine, path }: CopyTask): { bytes: number } {
  const made = `${path}.making`
  removeDatabase(made)
  const needed = sizeOf(file) + sizeOf(`${file}-wal`)
  if (needed > roomIn(dirname(path))) throw noRoom(needed)
  try {
    const db = openClosedFile(file, key, { readonly: true, fileMustExist: true, timeout: 5000 })
    try {
      db.prepare('VACUUM INTO ?').run(made)
    } finally {
      db.close()
    }
    if (!isSound(made, machine, key)) throw refusal('UNSOUND', 'the copy is not sound')
    const bytes = statSync(made).size
    // A copy that is ahead of its database after a cut of power would be taken for a sign of damage.
    syncWal(file)
    moveDurably(made, path)
    return { bytes }
  } finally {
    removeDatabase(made)
  }
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/**
 * What a copy is worth: its key may be another one, which cannot be told from a first page that is damaged. One that a right,
 * a lock or the number of open files kept from being read says nothing of itself.
 */
export type Soundness = 'sound' | 'damaged' | 'notOpened' | 'unread'

/** How a file stands as the database of a machine: opened with the key, and every page of it read. */
export const soundness = (path: string, machine: string, key: DatabaseKey): Soundness =>
  examined(path, machine, key).state

/** The same, with what kept a file from being read. */
export function examined(path: string, machine: string, key: DatabaseKey): { state: Soundness; error?: unknown } {
  let isOpen = false
  try {
    const db = openClosedFile(path, key, { readonly: true, fileMustExist: true })
    try {
      // The first page alone.
      db.pragma('user_version')
      isOpen = true
      const isWhole = db.pragma('quick_check(1)', { simple: true }) === 'ok' && ownerOf(db) === machine
      return { state: isWhole ? 'sound' : 'damaged' }
    } finally {
      db.close()
    }
  } catch (error) {
    if (saysNothing(error)) return { state: 'unread', error }
    const isClosed = !isOpen && error instanceof Database.SqliteError && error.code.startsWith('SQLITE_NOTADB')
    return { state: isClosed ? 'notOpened' : 'damaged' }
  }
}

/** Of a database that its key has opened before: whether it is so no more. That it cannot be read now says nothing. */
export const isSpoilt = (state: Soundness): boolean => state === 'damaged' || state === 'notOpened'

/** Whether a file is the database of a machine, opens with the key, and every page of it is whole. */
export const isSound = (path: string, machine: string, key: DatabaseKey): boolean =>
  soundness(path, machine, key) === 'sound'

/** Of copies, the newest first, the first that is sound; `told` hears which newer one cannot be read now, and why. */
export const newestSound = (
  copies: readonly Copy[],
  { machine, key }: { machine: string; key: DatabaseKey },
  told: (copy: Copy, error: unknown) => void,
): Copy | undefined =>
  copies.find((copy) => {
    const { state, error } = examined(copy.path, machine, key)
    if (state === 'unread') told(copy, error)
    return state === 'sound'
  })

type Thinned = {
  copies: string
  machine: string
  ring: Ring
  now: number
  /** Bytes of the next copy. */
  next?: number
  /** The mark of what is half made and may go. */
  mark?: string
  /** What may go: the copies of the machine's ring there, unless it is said. */
  ours?: readonly Copy[]
}

/**
 * Throws away what a ring does not keep, what it has no room for beside a `next` one of so many bytes, and what was left
 * half made: together copies take no more than is left free on the disk. What somebody else put there stays.
 */
export function thinOut({ copies, machine, ring, now, next = 0, mark, ours = ringIn(copies, machine) }: Thinned): void {
  const room = ours.length > alwaysKept ? roomIn(copies) + bytesOf(ours) : 0
  const kept = new Set(keptWithin(room / 2 - next, ring, ours, now))
  for (const copy of ours) if (!kept.has(copy)) rmSync(copy.path, { force: true })
  for (const name of halfMadeIn(copies, machine, mark))
    if (isLeftOver(join(copies, name), now)) removeDatabase(join(copies, name))
}

/** Copies of a machine under one mark that have no name of their own yet, each once. */
function halfMadeIn(copies: string, machine: string, mark: string | undefined): Set<string> {
  const names = existsSync(copies) ? readdirSync(copies) : []
  return new Set(
    names.flatMap((name) => {
      const { made = '', whole = '' } = halfMade.exec(name)?.groups ?? {}
      const of = named.exec(whole)?.groups
      return of?.['machine'] === machine && of['mark'] === mark ? [made] : []
    }),
  )
}

const bytesOf = (copies: readonly Copy[]): number => copies.reduce((sum, { bytes }) => sum + bytes, 0)

/** Of copies, the newest first, those that a ring keeps, its steps made wider until they take no more than so many bytes. */
export function keptWithin(most: number, ring: Ring, copies: readonly Copy[], now: number): Copy[] {
  for (let wider = 1; wider <= widest; wider *= 2) {
    const kept = keptByRing(
      ring.map(({ until, step }) => ({ until, step: step * wider })),
      copies,
      now,
    )
    if (kept.length <= alwaysKept || bytesOf(kept) <= most) return kept
  }
  return copies.slice(0, alwaysKept)
}

/** Steps this many times as wide leave hardly more than what always stays. */
const widest = 64

/** A copy that has no name of its own yet, and what SQLite keeps beside it. */
const halfMade = /^(?<made>(?<whole>.+)\.making)(?:-journal|-wal|-shm)?$/

/** Half made for an hour: whoever makes one now, a command beside the machine, works on it. */
function isLeftOver(path: string, now: number): boolean {
  const made = statSync(path, { throwIfNoEntry: false })
  return made === undefined || now - made.mtimeMs > hour
}

/** Of copies, the newest first, those that a ring keeps: of each step of time the first, which so stays the same one. */
export function keptByRing<T extends { at: number }>(ring: Ring, copies: readonly T[], now: number): T[] {
  const firsts = new Map<string, T>()
  for (const copy of copies) {
    const rule = ring.find(({ until }) => now - copy.at <= until)
    // In Seoul a day begins at 15:00 of UTC.
    if (rule) firsts.set(`${rule.step} ${Math.floor((copy.at + 9 * hour) / rule.step)}`, copy)
  }
  const kept = new Set([...copies.slice(0, alwaysKept), ...firsts.values()])
  return copies.filter((copy) => kept.has(copy))
}

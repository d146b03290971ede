import { existsSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { moveDurably, openClosedFile, removeDatabase, syncWal } from './closed-file.ts'
import type { DatabaseKey } from './data-key.ts'
import { makeFolder } from './make-folder.ts'
import { ownerOf } from './open.ts'

/** A copy of a database: when it was begun, and from which part on the journal goes on after it. */
export type Copy = { path: string; name: string; at: number; part: number; bytes: number }

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

const nameOf = (machine: string, at: number, part: number): string =>
  `${machine}.${new Date(at).toISOString().replace(/[-:.]/g, '')}.${part}.db`

const named = /^(?<machine>[a-z0-9-]+)\.(?<at>\d{8}T\d{9}Z)\.(?<part>\d+)\.db$/

/** The copies of a machine in a folder of copies, the newest first. */
export function copiesIn(copies: string, machine: string): Copy[] {
  if (!existsSync(copies)) return []
  return readdirSync(copies)
    .flatMap((name) => {
      const { at = '', part, machine: of } = named.exec(name)?.groups ?? {}
      if (of !== machine) return []
      const path = join(copies, name)
      return [{ path, name, at: timeOf(at), part: Number(part), bytes: statSync(path).size }]
    })
    .toSorted((a, b) => b.at - a.at)
}

const timeOf = (text: string): number =>
  Date.parse(text.replace(/^(....)(..)(..)T(..)(..)(..)(...)Z$/, '$1-$2-$3T$4:$5:$6.$7Z'))

/** What making a copy needs: the database with its key, the machine it belongs to, and the file that the copy becomes. */
export type CopyTask = { file: string; key: DatabaseKey; machine: string; path: string }

/** Where the next copy goes. */
export function nextCopy(copies: string, machine: string, at: number, part: number): string {
  makeFolder(copies, 0o700)
  return join(copies, nameOf(machine, at, part))
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

/** What a copy is worth: its key may be another one, which cannot be told from a first page that is damaged. */
export type Soundness = 'sound' | 'damaged' | 'notOpened'

/** How a file stands as the database of a machine: opened with the key, and every page of it read. */
export function soundness(path: string, machine: string, key: DatabaseKey): Soundness {
  let isOpen = false
  try {
    const db = openClosedFile(path, key, { readonly: true, fileMustExist: true })
    try {
      // The first page alone.
      db.pragma('user_version')
      isOpen = true
      return db.pragma('quick_check(1)', { simple: true }) === 'ok' && ownerOf(db) === machine ? 'sound' : 'damaged'
    } finally {
      db.close()
    }
  } catch {
    return isOpen ? 'damaged' : 'notOpened'
  }
}

/** Whether a file is the database of a machine, opens with the key, and every page of it is whole. */
export const isSound = (path: string, machine: string, key: DatabaseKey): boolean =>
  soundness(path, machine, key) === 'sound'

/**
 * Throws away what a ring does not keep, what it has no room for beside a `next` one of so many bytes, and what was left
 * half made: together copies take no more than is left free on the disk.
 */
export function thinOut(copies: string, machine: string, ring: Ring, now: number, next = 0): void {
  const all = copiesIn(copies, machine)
  const room = all.length > alwaysKept ? roomIn(copies) + bytesOf(all) : 0
  const kept = new Set(keptWithin(room / 2 - next, ring, all, now))
  for (const copy of all) if (!kept.has(copy)) rmSync(copy.path, { force: true })
  const names = existsSync(copies) ? readdirSync(copies) : []
  for (const name of new Set(names.flatMap((one) => halfMade.exec(one)?.[1] ?? [])))
    if (name.startsWith(`${machine}.`) && isLeftOver(join(copies, name), now)) removeDatabase(join(copies, name))
}

const bytesOf = (copies: readonly Copy[]): number => copies.reduce((sum, { bytes }) => sum + bytes, 0)

/** Of copies, the newest first, those that a ring keeps, its steps made wider until they take no more than so many bytes. */
export function keptWithin(most: number, ring: Ring, copies: readonly Copy[], now: number): Copy[] {
  for (let wider = 1; wider <= widest; wider *= 2) {
    const kept = keptOf(
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
const halfMade = /^(.+\.making)(?:-journal|-wal|-shm)?$/

/** Half made for an hour: whoever makes one now, a command beside the machine, works on it. */
function isLeftOver(path: string, now: number): boolean {
  const made = statSync(path, { throwIfNoEntry: false })
  return made === undefined || now - made.mtimeMs > hour
}

/** Of copies, the newest first, those that a ring keeps: of each step of time the first, which so stays the same one. */
export function keptOf<T extends { at: number }>(ring: Ring, copies: readonly T[], now: number): T[] {
  const firsts = new Map<string, T>()
  for (const copy of copies) {
    const rule = ring.find(({ until }) => now - copy.at <= until)
    // In Seoul a day begins at 15:00 of UTC.
    if (rule) firsts.set(`${rule.step} ${Math.floor((copy.at + 9 * hour) / rule.step)}`, copy)
  }
  const kept = new Set([...copies.slice(0, alwaysKept), ...firsts.values()])
  return copies.filter((copy) => kept.has(copy))
}

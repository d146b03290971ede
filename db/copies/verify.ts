import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { HALL } from '../../domain/actor.ts'
import { foldVersion } from '../../domain/hall-fold.ts'
import type { ArchiveRow, Entry, Head, Log } from '../../domain/record/log.ts'
import { openRecord, readRecord, readSnapshot, type Record } from '../../domain/record/record.ts'
import { hallToJson } from '../../domain/state.ts'
import { firstHead, nextHead } from '../chain.ts'
import { messageOf } from '../files/message-of.ts'
import { fitsJournal, readJournal } from '../journal/journal.ts'
import type { DatabaseKey } from '../keys/data-key.ts'
import { openLog } from '../log.ts'
import { openForReading, ownerOf, type Db } from '../open.ts'
import { copiesFolder, examined, machineOfCopy, soundness } from './copies.ts'
import { archiveComparison } from './verify-archive.ts'
import { notDestroyed } from './verify-destroyed.ts'

type Problem =
  | ('newerDatabase' | 'notADatabase' | 'otherMachine' | 'damaged' | 'unreadable')
  | ('placeMissing' | 'placedTwice' | 'notPlaced' | 'entryMissing' | 'notJson')
  | ('cannotFold' | 'stateDiffers' | 'archiveDiffers' | 'chainDiffers' | 'notDestroyed')

/** Something in a database that is not as it must be. */
export type Finding = { file: string; problem: Problem; detail: string }

type Found = Omit<Finding, 'file'>

/** Hears what is examined now: a record of many years takes many minutes. */
export type Told = (what: string) => void

/**
 * Examines every database in a data folder with its copies and its journal, only reading; nothing found means that all is
 * well. Of a copy every page is checked, of a journal every line is opened.
 */
export function verifyFolder(folder: string, key: DatabaseKey, told: Told = () => {}): Finding[] {
  const names = readdirSync(folder).toSorted()
  return [
    ...names.filter((name) => name.endsWith('.db')).flatMap((name) => verifyFile(join(folder, name), key, told)),
    ...names.flatMap((name) => verifyJournal(folder, name, key, told)),
    ...(names.includes('copies') ? readdirSync(copiesFolder(folder)).toSorted() : []).flatMap((name) => {
      told(`${join('copies', name)}: every page is read`)
      return verifyCopy(folder, name, key)
    }),
  ]
}

/**
 * Whether a key opens anything in a data folder: a database, its journal or a copy. Where it opens none, nobody can tell
 * damage from another key.
 */
export function opensAny(folder: string, key: DatabaseKey): boolean {
  const names = readdirSync(folder)
  const copies = names.includes('copies') ? readdirSync(copiesFolder(folder)) : []
  return (
    names.some((name) => name.endsWith('.db') && isOpened(join(folder, name), key)) ||
    names.some((name) => {
      const machine = machineOfJournal(name)
      return machine !== undefined && key !== 'plain' && fitsJournal({ folder, machine, key }) === true
    }) ||
    copies.some((name) => {
      const machine = machineOfCopy(name)
      return machine !== undefined && isOpenedCopy(join(copiesFolder(folder), name), machine, key)
    })
  )
}

const isOpenedCopy = (path: string, machine: string, key: DatabaseKey): boolean =>
  !isEmpty(path) && ['sound', 'damaged'].includes(soundness(path, machine, key))

/** A cut of power or a full disk leaves such a file; every key opens it. */
const isEmpty = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.size === 0
const empty = { problem: 'damaged', detail: 'empty: nothing is in it' } as const

function isOpened(path: string, key: DatabaseKey): boolean {
  if (isEmpty(path)) return false
  const opened = attempt(() => openForReading(path, key))
  if ('db' in opened) opened.db.close()
  return !('refused' in opened) || opened.refused !== 'notADatabase'
}

const machineOfJournal = (name: string): string | undefined => /^([a-z0-9-]+)\.ops$/.exec(name)?.[1]

function verifyJournal(folder: string, name: string, key: DatabaseKey, told: Told): Finding[] {
  const machine = machineOfJournal(name)
  if (machine === undefined || key === 'plain') return []
  const { lines, damaged } = readJournal({ folder, machine, key }, 0)
  let count = 0
  for (const _ of lines) {
    if (count % 10_000 === 0) told(`${name}: ${count} lines were opened`)
    count += 1
  }
  const detail = `${damaged()} of ${count + damaged()} lines cannot be read`
  return damaged() === 0 ? [] : [{ file: name, problem: 'damaged', detail }]
}

function verifyCopy(folder: string, name: string, key: DatabaseKey): Finding[] {
  const machine = machineOfCopy(name)
  if (machine === undefined) return []
  const file = join('copies', name)
  const path = join(copiesFolder(folder), name)
  if (isEmpty(path)) return [{ file, ...empty }]
  const { state, error } = examined(path, machine, key)
  if (state === 'sound') return []
  if (state === 'unread') return [{ file, problem: 'unreadable', detail: `cannot be read now: ${messageOf(error)}` }]
  return [{ file, problem: 'damaged', detail: 'not whole, or of another machine or key' }]
}

function verifyFile(path: string, key: DatabaseKey, tell: Told): Finding[] {
  const file = basename(path)
  if (isEmpty(path)) return [{ file, ...empty }]
  const told: Told = (what) => tell(`${file}: ${what}`)
  const opened = attempt(() => openForReading(path, key))
  if ('problem' in opened) return [{ file, ...opened }]
  if ('refused' in opened) {
    const detail =
      opened.refused === 'newerDatabase'
        ? `version ${opened.found}, known ${opened.known}`
        : 'this key does not open it'
    return [{ file, problem: opened.refused, detail }]
  }
  const { db } = opened
  try {
    // One reading transaction, so that a running hall cannot move what is compared.
    db.exec('BEGIN')
    return each(() => verifyDatabase(db, file, told)).map((f) => ({ file, ...f }))
  } finally {
    db.close()
  }
}

function attempt<T>(act: () => T, problem: Problem = 'unreadable'): T | Found {
  try {
    return act()
  } catch (error) {
    return { problem, detail: String(error) }
  }
}

/** Every check for itself: what one finds is not lost when another cannot run. */
const each = (...checks: (() => Found[])[]): Found[] =>
  checks.flatMap((check) => {
    const found = attempt(check)
    return 'problem' in found ? [found] : found
  })

function verifyDatabase(db: Db, file: string, told: Told): Found[] {
  told('every page is read')
  const damages = verifyPages(db)
  if (damages.length > 0) return damages
  const machine = ownerOf(db)
  if (machine === undefined || file !== `${machine}.db`)
    return [{ problem: 'otherMachine', detail: `belongs to ${machine ?? 'nobody'}` }]
  told('every entry is read')
  const texts = each(() => verifyTexts(db))
  const numbers = each(
    () => verifyPlaces(db),
    () => verifyOrigins(db),
    () => verifyUnplaced(db, machine),
  )
  // What does not parse cannot be folded.
  if (texts.length > 0) return [...texts, ...numbers]
  const read = each(
    () => refolded(db, openLog(db, machine), told),
    () => verifyChain(db, openLog(db, machine), told),
    () => notDestroyed(db).map((detail) => ({ problem: 'notDestroyed', detail })),
  )
  return [...numbers, ...read]
}

function verifyPages(db: Db): Found[] {
  const lines = db.pragma('integrity_check') as { integrity_check: string }[]
  return lines
    .filter((line) => line.integrity_check !== 'ok')
    .map((line) => ({ problem: 'damaged', detail: line.integrity_check }))
}

/** The places of the hall count from 1 without a gap, on every machine, since every machine hears all news. */
function verifyPlaces(db: Db): Found[] {
  const rows = db
    .prepare<[], { at: number; before: number }>(
      `SELECT * FROM (SELECT hall_seq AS at, lag(hall_seq, 1, 0) OVER (ORDER BY hall_seq) AS before
        FROM log WHERE hall_seq IS NOT NULL) WHERE at <> before + 1`,
    )
    .all()
  return rows.map(({ at, before }) =>
    at === before
      ? { problem: 'placedTwice', detail: `two entries at place ${at}` }
      : { problem: 'placeMissing', detail: `no entry at ${span(before, at)}` },
  )
}

function verifyOrigins(db: Db): Found[] {
  const rows = db
    .prepare<[], { origin: string; at: number; before: number }>(
      `SELECT * FROM (SELECT origin, origin_seq AS at,
        lag(origin_seq, 1, 0) OVER (PARTITION BY origin ORDER BY origin_seq) AS before FROM log) WHERE at <> before + 1`,
    )
    .all()
  return rows.map(({ origin, at, before }) =>
    at === before
      ? { problem: 'placedTwice', detail: `${origin} ${at} is there twice` }
      : { problem: 'entryMissing', detail: `no entry ${span(before, at)} of ${origin}` },
  )
}

const span = (before: number, at: number): string => (at - before === 2 ? `${at - 1}` : `${before + 1} to ${at - 1}`)

/** Only a machine's own entries may wait for a place, and at the hall none. */
function verifyUnplaced(db: Db, machine: string): Found[] {
  const rows = db
    .prepare<[string, string, string], { origin: string; seq: number }>(
      'SELECT origin, origin_seq AS seq FROM log WHERE hall_seq IS NULL AND (origin <> ? OR ? = ?)',
    )
    .all(machine, machine, HALL)
  return rows.map(({ origin, seq }) => ({ problem: 'notPlaced', detail: `${origin} ${seq} has no place` }))
}

function verifyTexts(db: Db): Found[] {
  const rows = db
    .prepare<[], { origin: string; seq: number }>(
      `SELECT origin, origin_seq AS seq FROM log
        WHERE NOT json_valid(event) OR (private IS NOT NULL AND NOT json_valid(private))`,
    )
    .all()
  return rows.map(({ origin, seq }) => ({ problem: 'notJson', detail: `${origin} ${seq} cannot be read` }))
}

/** Counts the chain again from its beginning: an entry that was changed after it had its place is found here. */
function verifyChain(db: Db, log: Log, told: Told): Found[] {
  const kept = new Map(db.prepare<[], [number, string]>('SELECT hall_seq, hash FROM chain').raw().all())
  let head: Head = { hallSeq: 0, hash: firstHead }
  let sound = 0
  const all = log.after({ hallSeq: 0, ownSeq: 0 })
  for (const entry of counted(all, 'the chain is counted again', log.lastHallSeq(), told)) {
    if (entry.hallSeq === null) break
    head = nextHead(head, entry)
    const hash = kept.get(head.hallSeq)
    if (hash !== undefined && hash !== head.hash) return [chainDiffers(sound + 1)]
    if (hash !== undefined) sound = head.hallSeq
  }
  return sound === head.hallSeq ? [] : [chainDiffers(sound + 1)]
}

const chainDiffers = (place: number): Found => ({ problem: 'chainDiffers', detail: `from place ${place}` })

/** Folds a record again from its very start and says where what is kept beside it differs: the snapshot and the archive. */
function refolded(db: Db, log: Log, told: Told): Found[] {
  const archive = archiveComparison(db, log.machine === HALL)
  const again = attempt(() => foldFromStart(log, archive.folded, told), 'cannotFold')
  if ('problem' in again) return [again]
  if (log.snapshot(foldVersion) && !readSnapshot(log))
    return [{ problem: 'stateDiffers', detail: 'the snapshot cannot be read' }]
  const kept = attempt(() => readRecord(log), 'cannotFold')
  if ('problem' in kept) return [kept]
  const differences = archive.differences().map((detail): Found => ({ problem: 'archiveDiffers', detail }))
  return [...compareStates(kept, again), ...differences]
}

/** The same fold as every day's, over a record that has no snapshot and writes nothing. */
const foldFromStart = (log: Log, folded: (row: ArchiveRow) => void, told: Told): Record =>
  openRecord({
    ...log,
    after: (mark) => counted(log.after(mark), 'the record is folded anew', log.lastHallSeq(), told),
    snapshot: () => undefined,
    append(_entries, puttingAway) {
      for (const put of puttingAway) for (const row of put.rows) folded(row)
    },
  })

/** Gives entries on, and tells how many of all there were. */
function* counted(entries: Iterable<Entry>, what: string, of: number, told: Told): Iterable<Entry> {
  let count = 0
  for (const entry of entries) {
    if (count % 10_000 === 0) told(`${what}, ${count} of ${of} entries`)
    count += 1
    yield entry
  }
}

function compareStates(kept: Record, again: Record): Found[] {
  const [a, b] = [kept, again].map((r) => JSON.parse(hallToJson(r.hall)) as { [part: string]: unknown })
  if (!a || !b) return []
  const parts = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...parts]
    .filter((part) => !isDeepStrictEqual(a[part], b[part]))
    .map((part) => ({ problem: 'stateDiffers', detail: `${part}: snapshot and record disagree` }))
}

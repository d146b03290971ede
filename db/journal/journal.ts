import { createSecretKey, type KeyObject } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fdatasync,
  fdatasyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Entry } from '../../domain/record/log.ts'
import { messageOf } from '../files/message-of.ts'
import { derivedKey, type DataKey } from '../keys/data-key.ts'
import type { KeptEdition } from '../manual/editions.ts'
import { open, seal, whereOf } from './line-seal.ts'
import { headIn, openedIn } from './part-lines.ts'

/** A printed paper as a line has it; the PDF in base64. */
type JournaledPdf = { case: string; paper: string; at: number; pdf: string }

/** One thing that a machine keeps. */
export type JournalLine = { entry: Entry } | SealedLine
/** As it stands in a file: entries that were committed at once share a line, since each line costs its own seal. */
type WrittenLine = { entry: Entry } | { entries: readonly Entry[] } | SealedLine
type SealedLine =
  | { pdf: JournaledPdf }
  | { secret: { name: string; value: string | null } }
  | { edition: KeptEdition }
  /** The record was found to part from the hall's after a place. */
  | { parted: { after: number; at: number } }
  /** Own acts without a place got new numbers, as all that stands before this line gives them (docs/SYNC.md, S14). */
  | { renumbered: true }

/** What is written beside a database, so that nothing is lost with it: lines since the last copies, sealed one by one. */
export interface Journal {
  /**
   * Appends lines; when `isOwn`, they are on the disk when it returns. A disk that does not take them is no error here:
   * false then.
   */
  write(lines: readonly JournalLine[], isOwn: boolean): boolean
  /** Puts on the disk what was written, while other work goes on; then false if the disk did not take it. */
  sync(then: (taken: boolean) => void): void
  /**
   * Gives the number of a part into which nothing is written yet, and begins it if need be: a copy that is begun now holds
   * all that stands in the parts before it.
   */
  rotate(): number
  /** Throws the parts before a number away. */
  dropBefore(part: number): void
  /** Bytes in the part that is written now. */
  size(): number
  /** Why it writes nothing: after a failure lines are missing, so it waits for the next part. */
  fault(): string | undefined
  close(): void
}

type Place = { folder: string; machine: string; key: DataKey }

/** The folder of the parts of a machine's journal. */
export const journalFolder = ({ folder, machine }: Pick<Place, 'folder' | 'machine'>): string =>
  join(folder, `${machine}.ops`)

const nameOf = (part: number): string => `${String(part).padStart(8, '0')}.ops`

/** The numbers of the parts that are there, oldest first. */
export function journalParts(place: Pick<Place, 'folder' | 'machine'>): number[] {
  const folder = journalFolder(place)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name) => (/^\d{8}\.ops$/.test(name) ? [Number(name.slice(0, 8))] : []))
    .toSorted((a, b) => a - b)
}

/**
 * Bytes that are written ahead of the lines of a part: where a file does not grow, the wait for the disk is for the lines
 * alone, and not for the file's new length too.
 */
const ahead = 2 ** 20
/** A part that is no longer is not written ahead. */
const shortPart = 2 ** 15
const zeros = Buffer.alloc(2 ** 16)

/** Opens the journal of a machine in a new part, later than any and than `after`; no part is ever written to again. */
export function openJournal(place: Place, after = 0): Journal {
  const { machine } = place
  const folder = journalFolder(place)
  const key = keyOf(place)
  let part = after
  let handle: number | undefined
  let line = 0
  let bytes = 0
  /** Up to where the part is written ahead. */
  let reserved = 0
  let fault: string | undefined
  /** Parts that are being put on the disk: one that ended meanwhile is closed afterwards. */
  const syncing = new Map<number, number>()
  const ended = new Set<number>()

  function begin(): void {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    part = Math.max(part, journalParts(place).at(-1) ?? 0) + 1
    fault = undefined
    line = 0
    bytes = reserved = 0
    handle = openSync(join(folder, nameOf(part)), 'wx', 0o600)
    put([JSON.stringify({ journal: 1, machine })])
    fdatasyncSync(handle)
  }

  function put(texts: readonly string[]): void {
    if (handle === undefined) return
    const sealed = Buffer.concat(texts.map((text) => seal(key, whereOf(machine, part, line++), text)))
    writeAt(handle, sealed, bytes)
    bytes += sealed.length
    if (bytes > Math.max(reserved, shortPart)) reserve(handle)
  }

  /** A disk that has no room for more than the lines is asked once for a part. */
  function reserve(file: number): void {
    try {
      for (reserved = bytes; reserved < bytes + ahead; reserved += zeros.length) writeAt(file, zeros, reserved)
    } catch {
      cutTo(file, bytes)
      reserved = Infinity
    }
  }

  function end(): void {
    if (handle === undefined) return
    if (reserved > bytes) cutTo(handle, bytes)
    if (syncing.has(handle)) ended.add(handle)
    else closeSync(handle)
    handle = undefined
  }

  function synced(file: number): void {
    const left = (syncing.get(file) ?? 1) - 1
    if (left > 0) return void syncing.set(file, left)
    syncing.delete(file)
    if (ended.delete(file)) closeSync(file)
  }

  function failed(error: unknown): void {
    fault = messageOf(error)
    end()
  }

  dropEmpty(place, key)
  begin()
  return {
    write(lines, isOwn) {
      if (handle === undefined) return false
      const before = bytes
      try {
        put(together(lines).map((one) => JSON.stringify(one)))
        if (isOwn) fdatasyncSync(handle)
        return true
      } catch (error) {
        bytes = before
        takeBack(handle, bytes)
        failed(error)
        return false
      }
    },
    sync(then) {
      const file = handle
      if (file === undefined) return then(false)
      syncing.set(file, (syncing.get(file) ?? 0) + 1)
      fdatasync(file, (error) => {
        synced(file)
        if (error && file === handle) failed(error)
        then(!error)
      })
    },
    rotate() {
      if (handle !== undefined && line === 1) return part
      try {
        // What was heard comes before what is decided upon it, which goes into the next part.
        if (handle !== undefined) fdatasyncSync(handle)
        end()
        begin()
      } catch (error) {
        failed(error)
      }
      return part
    },
    dropBefore(first) {
      for (const old of journalParts(place)) if (old < Math.min(first, part)) rmSync(join(folder, nameOf(old)))
    },
    size: () => bytes,
    fault: () => fault,
    close() {
      try {
        if (handle !== undefined) fdatasyncSync(handle)
      } catch (error) {
        failed(error)
      }
      end()
    },
  }
}

function writeAt(file: number, bytes: Buffer, at: number): void {
  for (let from = 0; from < bytes.length;) from += writeSync(file, bytes, from, bytes.length - from, at + from)
}

/** Takes away what is written ahead; where the disk refuses that, a reader passes over it. */
function cutTo(file: number, length: number): void {
  try {
    ftruncateSync(file, length)
  } catch {
    // Nothing stands there.
  }
}

/** What was not taken whole may be refused, and must not come back. */
function takeBack(file: number, to: number): void {
  cutTo(file, to)
  try {
    fdatasyncSync(file)
  } catch {
    // A disk that refuses this too: the start counts what it cannot read.
  }
}

/** How many entries share a line at most: what is damaged takes all of its line with it. */
const mostInLine = 50

/** Puts entries that follow each other into common lines. */
function together(lines: readonly JournalLine[]): WrittenLine[] {
  const written: WrittenLine[] = []
  let shared: Entry[] = []
  for (const line of lines) {
    if (!('entry' in line)) shared = []
    else if (shared.length > 0 && shared.length < mostInLine) {
      shared.push(line.entry)
      continue
    } else shared = [line.entry]
    written.push('entry' in line ? { entries: shared } : line)
  }
  return written
}

const apart = (line: WrittenLine): JournalLine[] =>
  'entries' in line ? line.entries.map((entry) => ({ entry })) : [line]

/** What was read of a journal: the lines in their order, and how many could not be read. */
export type JournalRead = { lines: Generator<JournalLine>; damaged: () => number }

/** Reads the parts of a journal from a number on. What is torn off at the end of a part was never acknowledged. */
export function readJournal(place: Place, from: number): JournalRead {
  const key = keyOf(place)
  let damaged = 0
  function* lines(): Generator<JournalLine> {
    for (const part of journalParts(place)) {
      if (part < from) continue
      const opens = (text: string, line: number) => open(key, whereOf(place.machine, part, line), text)
      for (const { line, opened } of openedIn(join(journalFolder(place), nameOf(part)), place.machine, opens)) {
        if (opened === undefined) damaged += 1
        else if (line > 0) yield* apart(JSON.parse(opened) as WrittenLine)
      }
    }
  }
  return { lines: lines(), damaged: () => damaged }
}

/** Whether the key is the one that the journal was written with; undefined if there is nothing to tell it by. */
export function fitsJournal(place: Place): boolean | undefined {
  const key = keyOf(place)
  const known = journalParts(place).flatMap((part) => {
    const head = headIn(join(journalFolder(place), nameOf(part)))
    return head ? [{ part, text: head.text }] : []
  })
  if (known.length === 0) return undefined
  return known.some(({ part, text }) => open(key, whereOf(place.machine, part, 0), text) !== undefined)
}

/** Parts that hold their head alone: starts at which nothing happened. */
function dropEmpty(place: Place, key: KeyObject): void {
  for (const part of journalParts(place).slice(0, -1)) {
    const path = join(journalFolder(place), nameOf(part))
    const head = headIn(path)
    if (head?.isAll && open(key, whereOf(place.machine, part, 0), head.text) !== undefined) rmSync(path)
  }
}

/** Prepared once: a line is sealed three times as fast with it as with the bytes. */
const keyOf = ({ key }: Place): KeyObject => createSecretKey(derivedKey(key, 'journal'))

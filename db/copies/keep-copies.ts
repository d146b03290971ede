import { statSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { diagnostics } from '../diagnostics.ts'
import { remedyFor } from '../files/folder-remedy.ts'
import { messageOf } from '../files/message-of.ts'
import { threadBeside } from '../files/thread-beside.ts'
import type { Journal } from '../journal/journal.ts'
import type { DatabaseKey } from '../keys/data-key.ts'
import { alwaysKept, nextCopy, ringIn, thinOut, type CopyTask, type Ring } from './copies.ts'
import { failureOf, type CopyMessage } from './copy-message.ts'

/** How the copies of a machine stand: the newest sound one, and since when why there is no newer one. */
export type CopiesStatus = {
  count: number
  last?: { at: number; bytes: number }
  failed?: { at: number; why: string }
}

export type KeptCopies = {
  status(): CopiesStatus
  /** Makes a copy if anything was written since the last one, or `always`; true when the newest holds all there is. */
  make(always?: 'always'): Promise<boolean>
  /**
   * The same at the end of the work, if so many milliseconds are enough for it as far as one knows: the journal has what a
   * copy would have, and nobody waits for minutes. False if it was not made by then.
   */
  makeLast(within: number): Promise<boolean>
  close(): void
}

type Surroundings = {
  file: string
  machine: string
  key: DatabaseKey
  /** The folder of the copies. */
  copies: string
  journal: Journal
  /** Writes into the database what only the journal has. */
  settle(): void
  ring: Ring
  /** Called when the status has changed, with the copy that is new. */
  changed: (made?: { path: string; at: number; bytes: number }) => void
  now?: () => number
}

/** From one copy to the next while there are writes: of a large record rarer, so that most of the time none is made. */
const rhythm = 15 * 60_000
const timesAsLong = 50
/** Bytes a millisecond, as long as no copy was made here. */
const usualPace = 20_000
const look = 30_000
/** What failed is tried again sooner. */
const again = 60_000
/** A part of the journal that grows beyond this, and beyond half of the last copy, asks for a copy: catching up after long. */
const largePart = 32 << 20

/** Makes copies of a database for as long as it is worked with, off the main thread, and thins them out. */
export function keepCopies(around: Surroundings): KeptCopies {
  const { file, machine, key, copies, journal, settle, ring, changed, now = Date.now } = around
  let last: CopiesStatus['last']
  let count = 0
  /** When something in the folder last got or lost its name, as far as that was looked at. */
  let seen: number | undefined
  lookInFolder()
  let told = JSON.stringify([count, last])
  let failed: CopiesStatus['failed']
  let lastTry = now()
  /** What the head of a part takes: with no more than that, nothing was written. */
  let head = journal.size()
  let took: number | undefined
  let making: Promise<boolean> | undefined
  let stop: (() => void) | undefined
  let isClosed = false

  /** A command beside this machine makes copies too. A folder that cannot be read is told by the next copy. */
  function lookInFolder(): void {
    try {
      const changedAt = statSync(copies, { throwIfNoEntry: false })?.mtimeMs
      if (changedAt === seen) return
      const all = ringIn(copies, machine)
      count = all.length
      last = all[0] && { at: all[0].at, bytes: all[0].bytes }
      seen = changedAt
    } catch {
      // What was known stays.
    }
  }

  /** What a command has made is told as what was made here. */
  function tellNews(): void {
    lookInFolder()
    const news = JSON.stringify([count, last])
    if (news !== told) changed()
    told = news
  }

  const hasNews = () => journal.fault() !== undefined || journal.size() > head

  async function makeOne(): Promise<boolean> {
    const at = now()
    const began = performance.now()
    lastTry = at
    try {
      settle()
      const part = journal.rotate()
      head = journal.size()
      // First, since a disk that is full of copies would never have room for the next one.
      thinOut({ copies, machine, ring, now: at, ...(last && { next: last.bytes }) })
      const path = nextCopy(copies, machine, at, part)
      const { bytes } = await inThread({ file, key, machine, path })
      thinOut({ copies, machine, ring, now: now() })
      const kept = ringIn(copies, machine)
      // As many copies as always stay can each be carried on by the journal.
      const always = kept.slice(0, alwaysKept)
      if (always.length === alwaysKept) journal.dropBefore(Math.min(...always.map((c) => c.part)))
      count = kept.length
      last = { at, bytes }
      // Not by a clock that may be put right meanwhile.
      took = Math.round(performance.now() - began)
      failed = undefined
      diagnostics.info('a copy was made', { machine, bytes, took })
      changed({ path, at, bytes })
      return true
    } catch (error) {
      if (isClosed) return false
      failed = { at, why: messageOf(error) }
      diagnostics.error('a copy could not be made', error, { machine }, remedyFor(copies, error))
      changed()
      return false
    }
  }

  function inThread(task: CopyTask): Promise<{ bytes: number }> {
    const { promise, resolve, reject } = Promise.withResolvers<{ bytes: number }>()
    const worker = new Worker(workerFile, { workerData: task })
    stop = () => void worker.terminate()
    worker.on('message', (said: CopyMessage) => ('failed' in said ? reject(failureOf(said)) : resolve(said)))
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('the thread that makes it has ended')))
    return promise
  }

  function make(always?: 'always'): Promise<boolean> {
    // The one under way may lack what was written since it began.
    if (making) return making.then(() => make())
    if (isClosed || (!always && !hasNews() && !failed)) return Promise.resolve(!isClosed)
    making = makeOne().finally(() => (making = undefined))
    return making
  }

  function makeLast(within: number): Promise<boolean> {
    if (last && (took ?? last.bytes / usualPace) > within) return Promise.resolve(false)
    const late = Promise.withResolvers<boolean>()
    const timer = setTimeout(() => late.resolve(false), within)
    return Promise.race([make(), late.promise]).finally(() => clearTimeout(timer))
  }

  function isDue(): boolean {
    const passed = now() - lastTry
    // A clock that was set back must not keep copies from being made for as long.
    const since = passed < 0 ? Infinity : passed
    if (failed || journal.fault() !== undefined) return since >= again
    return (
      hasNews() &&
      (since >= Math.max(rhythm, (took ?? 0) * timesAsLong) ||
        journal.size() > Math.max(largePart, (last?.bytes ?? 0) / 2))
    )
  }

  const timer = setInterval(() => {
    tellNews()
    if (isDue()) void make()
  }, look)
  timer.unref()
  return {
    status() {
      lookInFolder()
      return { count, ...(last && { last }), ...faultOf(failed, journal.fault(), lastTry) }
    },
    make,
    makeLast,
    close() {
      isClosed = true
      clearInterval(timer)
      stop?.()
    },
  }
}

const faultOf = (failed: CopiesStatus['failed'], journal: string | undefined, at: number) =>
  failed ? { failed } : journal === undefined ? {} : { failed: { at, why: journal } }

const workerFile = threadBeside(import.meta.url, 'copy-worker')

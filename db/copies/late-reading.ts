import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { diagnostics } from '../diagnostics.ts'
import { threadBeside } from '../files/thread-beside.ts'
import type { DatabaseKey } from '../keys/data-key.ts'
import { isSpoilt, type Soundness } from './copies.ts'

/**
 * A start reads every page of a database, which takes a second for each few hundred megabytes. One of many years is read
 * beside the work instead: what is damaged is told, marked, and repaired by the next start, which reads all of it first.
 * Until then a damaged page cannot be taken for a sound one, since each bears its checksum, and the journal has what is new.
 */

/** Bytes; up to here all pages are read before the work begins. */
export const readAtOnce = 256 * 2 ** 20

const markOf = (file: string): string => `${file}.unsound`

/** Whether a database is read beside the work: a large one in which nothing wrong was found before. */
export const isReadLater = (file: string, most: number): boolean =>
  !existsSync(markOf(file)) && (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > most

/** The next start reads all of it first: something in it is damaged. A disk that does not take the mark is told, and no more. */
export function readFirst(file: string): void {
  try {
    writeFileSync(markOf(file), '')
  } catch (error) {
    diagnostics.warn('a damaged database could not be marked', {}, error)
  }
}

/** What was marked has been read through, and repaired. */
export const readingDone = (file: string): void => rmSync(markOf(file), { force: true })

/** What the thread is asked to read. */
export type ReadTask = { file: string; key: DatabaseKey; machine: string; only: 'read' }
export type ReadMessage = { read: Soundness }

/**
 * Reads a database that its key has opened, in a thread of its own. False if it is damaged: it is marked then. One that
 * could not be read now is not called damaged, nor one whose thread ended early.
 */
export function readBeside(of: Omit<ReadTask, 'only'>): { sound: Promise<boolean>; stop(): void } {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const worker = new Worker(workerFile, { workerData: { ...of, only: 'read' } satisfies ReadTask })
  worker.unref()
  worker.on('message', ({ read }: ReadMessage) => {
    if (read === 'unread') diagnostics.warn('the pages could not be read through now', { machine: of.machine })
    if (isSpoilt(read)) readFirst(of.file)
    resolve(!isSpoilt(read))
  })
  worker.on('error', () => resolve(true))
  return { sound: promise, stop: () => void worker.terminate() }
}

const workerFile = threadBeside(import.meta.url, 'copy-worker')

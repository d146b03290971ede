import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { diagnostics } from '../db/diagnostics.ts'
import { messageOf } from '../db/files/message-of.ts'
import { threadBeside } from '../db/files/thread-beside.ts'
import { dropHalves, writeNew } from '../db/files/write-whole.ts'
import type { DatabaseKey } from '../db/keys/data-key.ts'
import type { Templates } from '../db/manual/templates.ts'
import { exportFileName, isExportFileName, type RegisterExport } from '../domain/register/register-export.ts'
import type { Hall } from '../domain/state.ts'
import type { ExportFile } from '../domain/views/view-register.ts'

type Surroundings = {
  dataFolder: string
  /** The database of this machine, which the thread that writes reads for itself. */
  database: string
  key: DatabaseKey
  /** Writes there what this machine has only in its journal. */
  settle(): void
  machine: string
  hall: () => Hall
  changed: () => void
  templates: () => Templates | undefined
  pdfOf: (page: string) => Promise<Uint8Array>
}

/** What the thread that writes one export is given. */
export type WriterTask = {
  database: string
  key: DatabaseKey
  machine: string
  one: RegisterExport
  path: string
  templates: Templates | undefined
}
/** What it says: how many lines it has read, and how it ended. */
export type WriterMessage = { lines: number } | { page: string } | { failed: string } | 'written'

/**
 * Writes the files of the exports that were asked for here since this PC started; one from before is never written again.
 * Each is written in a thread of its own, one after the other, so that nothing else waits for it. What the end of this PC
 * left half written names persons, and goes at its next start.
 */
export function registerExports(around: Surroundings) {
  const { dataFolder, database, key, settle, machine, hall, changed, templates, pdfOf } = around
  const folder = join(dataFolder, 'exports')
  const states = new Map<string, { writing: number } | { failed: string }>()
  const own = () => hall().exports.filter((e) => e.by.machine === machine)
  // A replaced PC hears of what it exported once; those files are where they are. No clock tells them apart.
  const awaited = new Set<string>()
  let last: Promise<void> = Promise.resolve()
  let stop: (() => void) | undefined
  let isClosed = false
  clearHalves(folder)

  async function write(one: RegisterExport): Promise<void> {
    if (isClosed) return
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const path = join(folder, exportFileName(one))
      const page = await written(one, path)
      if (page !== undefined) writeNew(path, await pdfOf(page))
      states.delete(one.export)
    } catch (error) {
      diagnostics.error('an export could not be written', error)
      states.set(one.export, { failed: messageOf(error) })
    }
    changed()
  }

  /** Until the thread has written the file, or given the page that becomes one. */
  function written(one: RegisterExport, path: string): Promise<string | undefined> {
    const { promise, resolve, reject } = Promise.withResolvers<string | undefined>()
    settle()
    const task: WriterTask = { database, key, machine, one, path, templates: templates() }
    const worker = new Worker(writerFile, { workerData: task })
    stop = () => void worker.terminate()
    worker.on('message', (said: WriterMessage) => {
      if (said === 'written') return resolve(undefined)
      if ('page' in said) return resolve(said.page)
      if ('failed' in said) return reject(new Error(said.failed))
      states.set(one.export, { writing: said.lines })
      return changed()
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('the program that writes it has ended')))
    return promise
  }

  return {
    /** An export is asked for here: once it is decided its file is written. */
    awaits(id: string): void {
      if (!own().some((e) => e.export === id)) awaited.add(id)
    },
    /** Looks whether there is something to write. */
    look(): void {
      for (const one of own()) {
        if (!awaited.delete(one.export)) continue
        states.set(one.export, { writing: 0 })
        last = last.then(() => write(one))
      }
    },
    fileOf(one: RegisterExport): ExportFile {
      const path = join(folder, exportFileName(one))
      return states.get(one.export) ?? (existsSync(path) ? { path } : 'gone')
    },
    /** Ends what is being written; no file is in its place before it is whole. */
    close(): void {
      isClosed = true
      stop?.()
    },
  }
}

function clearHalves(folder: string): void {
  try {
    dropHalves(folder, isExportFileName)
  } catch (error) {
    diagnostics.warn('what was left of an export could not be cleared', {}, error)
  }
}

const writerFile = threadBeside(import.meta.url, 'register-writer')

import { close, fdatasync, open } from 'node:fs'
import { syncWal } from './closed-file.ts'
import { diagnostics } from './diagnostics.ts'
import type { Db } from './open.ts'

/** Commits of a database that do not wait for the disk themselves, since something else puts on it what they say. */
export type LightCommits = {
  /** Does something whose commits are whole and in their order, but on the disk only later: after a cut of power they may lack. */
  lightly<T>(act: () => T): T
  /** What was committed is on the disk when this returns; a disk that refuses throws. */
  sync(): void
  /** What was committed is on the disk within a moment, and nobody waits for it. */
  syncSoon(): void
}

/** Milliseconds: what comes together is put on the disk together. */
const soon = 200

/** The light commits of a database that keeps a WAL and otherwise waits for the disk at each of its commits. */
export function lightCommits(db: Db, file: string): LightCommits {
  const wal = `${file}-wal`
  let timer: NodeJS.Timeout | undefined

  function syncSoon(): void {
    timer ??= setTimeout(() => {
      timer = undefined
      void syncOnce(wal)
    }, soon).unref()
  }

  return {
    lightly(act) {
      // Not by `pragma`, which takes seven times as long.
      db.exec('PRAGMA synchronous = NORMAL')
      try {
        return act()
      } finally {
        db.exec('PRAGMA synchronous = FULL')
      }
    },
    sync: () => syncWal(file),
    syncSoon,
  }
}

/** A disk that refuses here refuses the next act too, and there it is told. */
async function syncOnce(path: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<NodeJS.ErrnoException | null>()
  open(path, 'r+', (failed, handle) => {
    if (failed) return resolve(failed)
    fdatasync(handle, (error) => close(handle, () => resolve(error)))
  })
  const error = await promise
  if (error && !isMissing(error)) diagnostics.error('what was heard could not be put on the disk yet', error)
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

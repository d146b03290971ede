import { syncWal } from './keys/closed-file.ts'
import type { Db } from './open.ts'

/** Commits of a database that do not wait for the disk themselves, since something else puts on it what they say. */
export type LightCommits = {
  /** Does something whose commits are whole and in their order, but on the disk only later: after a cut of power they may lack. */
  lightly<T>(act: () => T): T
  /** What was committed is on the disk when this returns; a disk that refuses throws. */
  sync(): void
}

/** The light commits of a database that keeps a WAL and otherwise waits for the disk at each of its commits. */
export const lightCommits = (db: Db, file: string): LightCommits => ({
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
})

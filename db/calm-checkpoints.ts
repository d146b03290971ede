import { diagnostics } from './diagnostics.ts'
import type { LightCommits } from './light-commits.ts'
import type { Db } from './open.ts'

/** Milliseconds without a commit after which nobody waits for the database. */
const calm = 1000
/** Rows that were written since the last time, from which on it is worth the two waits for the disk. */
const worthIt = 200

/** Light commits of a database whose WAL goes into its file while nobody waits for it. */
type CalmCommits = LightCommits & {
  /** False while the database does not take in its WAL, as on a full disk. */
  isSound(): boolean
  close(): void
}

/**
 * Brings what the WAL has into the database itself in a calm moment. SQLite would do it within a commit, whose act waits
 * then while every page is opened and sealed again; a WAL that reaches `most` pages without a calm moment goes that way.
 */
export function calmCheckpoints(db: Db, commits: LightCommits, most: number): CalmCommits {
  db.pragma(`wal_autocheckpoint = ${most}`)
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck()
  let done = changes.get() ?? 0
  let count = 0
  let timer: NodeJS.Timeout | undefined
  let isClosed = false
  let isSound = true

  function later(): void {
    const before = count
    timer = setTimeout(() => {
      timer = undefined
      if (count === before) checkpoint()
      else later()
    }, calm).unref()
  }

  function checkpoint(): void {
    const now = changes.get() ?? 0
    if (isSound && now - done < worthIt) return
    try {
      db.pragma('wal_checkpoint(PASSIVE)')
      isSound = true
      done = now
    } catch (error) {
      if (isSound) diagnostics.error('the database could not take in its WAL', error)
      isSound = false
      later()
    }
  }

  return {
    ...commits,
    isSound: () => isSound,
    lightly(act) {
      try {
        return commits.lightly(act)
      } finally {
        count += 1
        if (!timer && !isClosed) later()
      }
    },
    close() {
      isClosed = true
      clearTimeout(timer)
    },
  }
}

import { onTestFinished } from 'vitest'
import type { Journal } from '../../db/journal.ts'
import { journaledLog, type JournaledLog } from '../../db/journaled.ts'
import type { Db } from '../../db/open.ts'
import type { Log } from '../../domain/log.ts'
import type { LightCommits } from '../../db/light-commits.ts'
import { newFolder, openLogIn } from './record.ts'

/** A record over a journal that does as it is told, with what was waited for. */
export function told(
  takes: () => boolean,
  fault?: string,
  how?: 'settled',
  landing?: (() => void)[],
): { log: JournaledLog; waits: string[]; db: Db; rows: () => unknown } {
  const waits: string[] = []
  const commits: LightCommits = {
    lightly(act) {
      waits.push('light')
      return act()
    },
    sync: () => void waits.push('database'),
  }
  const journal: Journal = {
    write(_lines, isOwn) {
      if (isOwn && takes()) waits.push('journal')
      return takes()
    },
    sync(then) {
      waits.push('beside')
      if (landing) landing.push(() => then(takes()))
      else then(takes())
    },
    rotate: () => 1,
    dropBefore() {},
    size: () => 0,
    fault: () => fault,
    close() {},
  }
  const { log, db }: { log: Log; db: Db } = openLogIn(newFolder(onTestFinished), 'counter-1')
  const rows = () => db.prepare('SELECT count(*) FROM log').pluck().get()
  const journaled = journaledLog(log, journal, commits, how)
  onTestFinished(() => journaled.close())
  return { log: journaled, waits, db, rows }
}

import { HALL } from '../../domain/actor.ts'
import type { Entry, Log } from '../../domain/record/log.ts'
import { destroys } from '../destroyer.ts'
import { diagnostics } from '../diagnostics.ts'
import type { Secrets } from '../keys/secrets.ts'
import type { LightCommits } from '../light-commits.ts'
import type { Editions } from '../manual/editions.ts'
import type { PaperPdfs } from '../paper-pdfs.ts'
import type { Journal } from './journal.ts'
import { logBehind } from './log-behind.ts'

/** A record that stands in a journal too. */
export interface JournaledLog extends Log {
  /** Calls back once all that was appended is on the disk, or with the error of a disk that does not take it. */
  settled(then: (error?: unknown) => void): void
  /** The same here and now; a disk that refuses throws. */
  settle(): void
  /** Writes into the database what only the journal has, for whoever reads the database itself; one that refuses throws. */
  write(): void
  /** False while the database does not take what the journal has, or what its own WAL has. */
  isSound(): boolean
}

/** Milliseconds after which the database has what the journal has. */
const soon = 250
/**
 * Milliseconds after which news are put on the disk, half of it more or less: all PCs hear them at once, and would keep
 * each other's disks busy where they share one.
 */
const newsSoon = 2000
/** What a database did not take is tried again. */
const soonAgain = 1000
/** How many entries the database may lack. More at once go straight into it. */
export const mostBehind = 256

/**
 * A record whose entries stand in a journal first: what the machine decided itself before anybody hears that it is done,
 * and the news that it decided upon before that. The one wait for the disk is the journal's. The database has the same a
 * moment later, many entries in one transaction; a start brings back from the journal what a fall or a cut of power kept
 * from it. News wait for no disk: it has them within three seconds, and the hall tells again what was not there. Who
 * `waits` for `settled` before anybody hears anything appends more meanwhile; an append of another is on the disk when it
 * returns.
 */
export function journaledLog(
  log: Log,
  journal: Journal,
  commits: LightCommits,
  waits: 'atOnce' | 'settled' = 'atOnce',
): JournaledLog {
  const behind = logBehind(log)
  const write = () => commits.lightly(behind.write)
  /** Whether something was appended that the disk may not have yet, and what nobody waits for. */
  let isOpen = false
  /** What the disk has been given and not yet taken. */
  let underWay = 0
  let hasNews = false
  /** The database did not take what it was given: it is tried before anything more is taken here. */
  let isStuck = false
  let timer: NodeJS.Timeout | undefined
  let newsTimer: NodeJS.Timeout | undefined

  function syncNewsSoon(): void {
    newsTimer ??= setTimeout(
      () => {
        newsTimer = undefined
        if (hasNews && !isOpen) journal.sync(() => {})
        hasNews = false
      },
      newsSoon * (0.5 + Math.random()),
    ).unref()
  }

  function writeSoon(after = soon): void {
    timer ??= setTimeout(() => {
      timer = undefined
      const error = failure(write)
      if (error !== undefined && !isStuck)
        diagnostics.error('what the journal has could not be written into the database yet', error)
      isStuck = error !== undefined
      if (isStuck) writeSoon(soonAgain)
    }, after).unref()
  }

  function append(...[entries, puttingAway, word]: Parameters<Log['append']>): void {
    const lines = entries.map((entry) => ({ entry }))
    const own = entries.some((e) => isOwn(log.machine, e))
    // A day that is put away, what is destroyed, and what no journal takes, waits for the database.
    if (puttingAway.length > 0 || entries.some(destroys) || journal.fault() !== undefined) {
      behind.append(entries, puttingAway, word)
      journal.write(lines, own)
      return
    }
    // First, so that what the database refuses is in no journal either.
    if (isStuck || behind.count() + entries.length > mostBehind) write()
    isStuck = false
    const isFew = entries.length <= mostBehind && behind.goesOn(entries)
    if (!isFew) commits.lightly(() => behind.append(entries, [], word))
    if (!journal.write(lines, own && waits === 'atOnce')) {
      if (isFew) behind.append(entries, [], word)
      else commits.sync()
      return
    }
    if (isFew) behind.take(entries, word)
    if (own) isOpen ||= waits === 'settled'
    // An own act has put on the disk what stood before it.
    hasNews = !own
    if (hasNews) syncNewsSoon()
    if (isFew) writeSoon()
  }

  function settled(then: (error?: unknown) => void): void {
    if (!isOpen && underWay === 0) return then()
    isOpen = false
    underWay += 1
    journal.sync((taken) => {
      underWay -= 1
      const error = taken ? undefined : failure(inDatabase)
      isOpen ||= error !== undefined
      then(error)
    })
  }

  function settle(): void {
    if (!isOpen && underWay === 0) return
    isOpen = true
    if (!journal.write([], true)) inDatabase()
    isOpen = false
  }

  function inDatabase(): void {
    write()
    commits.sync()
  }

  return {
    ...behind,
    append,
    settled,
    settle,
    write,
    isSound: () => !isStuck,
    keepSignedHead(head) {
      commits.lightly(() => behind.keepSignedHead(head))
    },
    startAt(hallSeq) {
      // Lost together with what has come, or not at all.
      commits.lightly(() => behind.startAt(hallSeq))
    },
    keepAdopted(adopted) {
      // Never ahead of the private parts that it says are here.
      write()
      behind.keepAdopted(adopted)
    },
    renumber() {
      const again = behind.renumber()
      if (again.length > 0) journal.write([{ renumbered: true }], true)
      return again
    },
    unplace(after, at) {
      const parted = behind.unplace(after, at)
      journal.write([{ parted: { after, at } }], true)
      return parted
    },
    close() {
      clearTimeout(timer)
      clearTimeout(newsTimer)
      try {
        write()
      } finally {
        log.close()
      }
    },
  }
}

function failure(act: () => void): unknown {
  try {
    act()
    return undefined
  } catch (error) {
    return error
  }
}

/** The hall decides the order of all entries; another machine hears again what has a place. */
const isOwn = (machine: string, { hallSeq }: Entry): boolean => machine === HALL || hallSeq === null

/** Printed papers that stand in a journal too. */
export const journaledPdfs = (pdfs: PaperPdfs, journal: Journal): PaperPdfs => ({
  ...pdfs,
  keep(caseId, paper, pdf, at) {
    pdfs.keep(caseId, paper, pdf, at)
    journal.write([{ pdf: { case: caseId, paper, at, pdf: Buffer.from(pdf).toString('base64') } }], true)
  },
})

/** Keys that stand in a journal too. */
export const journaledSecrets = (secrets: Secrets, journal: Journal): Secrets => ({
  get: (name) => secrets.get(name),
  set(name, value) {
    secrets.set(name, value)
    journal.write([{ secret: { name, value } }], true)
  },
  drop(name) {
    secrets.drop(name)
    journal.write([{ secret: { name, value: null } }], true)
  },
})

/** Editions that stand in a journal too: those that only the hall has. */
export const journaledEditions = (editions: Editions, journal: Journal): Editions => ({
  ...editions,
  put(edition) {
    const done = editions.put(edition)
    if (done === 'kept') journal.write([{ edition }], true)
    return done
  },
})

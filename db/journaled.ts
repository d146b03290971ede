import { HALL } from '../domain/actor.ts'
import type { Entry, Log } from '../domain/log.ts'
import type { Editions } from './editions.ts'
import type { Journal } from './journal.ts'
import type { LightCommits } from './light-commits.ts'
import type { PaperPdfs } from './paper-pdfs.ts'
import type { Secrets } from './secrets.ts'

/**
 * A record whose entries stand in a journal too: what the machine decided itself before anybody hears that it is done,
 * and the news that it decided upon before that. The database comes first, so that nothing stands in the journal alone;
 * the one wait for the disk is the journal's, from which a start brings back what a cut of power took from the database.
 * News wait for no disk: they are there a moment later, and the hall tells again what was not.
 */
export const journaledLog = (log: Log, journal: Journal, commits: LightCommits): Log => ({
  ...log,
  append(entries, puttingAway, word) {
    const lines = entries.map((entry) => ({ entry }))
    const own = entries.some((e) => isOwn(log.machine, e))
    // A day that is put away, and what no journal takes, waits for the database.
    if (puttingAway.length > 0 || journal.fault() !== undefined) {
      log.append(entries, puttingAway, word)
      journal.write(lines, own)
      return
    }
    commits.lightly(() => log.append(entries, puttingAway, word))
    if (!journal.write(lines, own)) commits.sync()
    else if (!own) commits.syncSoon()
  },
  keepSignedHead(head) {
    commits.lightly(() => log.keepSignedHead(head))
    commits.syncSoon()
  },
  renumber() {
    const again = log.renumber()
    const lines = again.map((entry) => ({ entry }))
    // Nearly always there is nothing, and what is nothing waits for no disk.
    if (lines.length > 0) journal.write(lines, true)
    return again
  },
  unplace(after, at) {
    const parted = log.unplace(after, at)
    journal.write([{ parted: { after, at } }], true)
    return parted
  },
})

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

import { HALL } from '../domain/actor.ts'
import type { Entry, Log } from '../domain/log.ts'
import type { Editions } from './editions.ts'
import type { Journal } from './journal.ts'
import type { PaperPdfs } from './paper-pdfs.ts'
import type { Secrets } from './secrets.ts'

/**
 * A record whose entries stand in a journal too: what the machine decided itself before anybody hears that it is done,
 * and the news that it decided upon before that. The database comes first, so that nothing stands in the journal alone.
 */
export const journaledLog = (log: Log, journal: Journal): Log => ({
  ...log,
  append(entries, puttingAway) {
    log.append(entries, puttingAway)
    const lines = entries.map((entry) => ({ entry }))
    journal.write(
      lines,
      entries.some((e) => isOwn(log.machine, e)),
    )
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

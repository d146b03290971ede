import { isDeepStrictEqual } from 'node:util'
import { HALL } from '../../domain/actor.ts'
import type { Entry } from '../../domain/record/log.ts'
import { restoredMark } from '../copies/recovery.ts'
import { openSecrets } from '../keys/secrets.ts'
import { openLog } from '../log.ts'
import { openEditions } from '../manual/editions.ts'
import type { Db } from '../open.ts'
import { openPaperPdfs } from '../paper-pdfs.ts'
import type { JournalLine, JournalRead } from './journal.ts'

/** What a replay brought back: entries that the database lacked, and whether it found all lines up to the last one. */
type Replayed = { entries: number; damaged: number; isWhole: boolean }

type Row = { hall_seq: number | null; has_private: number; event: string }

/**
 * Brings what a journal has and the database lacks into the database. Lines are idempotent. Entries go in only as they
 * follow on what is there: after a gap an own entry waits for its place again, and the rest is told anew by the hall.
 */
export function replay(db: Db, machine: string, { lines, damaged }: JournalRead): Replayed {
  const log = openLog(db, machine)
  const known = db.prepare<[string, number], Row>(
    'SELECT hall_seq, private IS NOT NULL AS has_private, event FROM log WHERE origin = ? AND origin_seq = ?',
  )
  const put = putterOf(db)
  let last = log.lastHallSeq()
  let own = log.lastOriginSeq(machine)
  let entries = 0
  let isWhole = true
  /** Private parts that came for entries which are here without them. */
  let apart: Entry[] = []

  /** The entry as it can be taken in; undefined for what is here already or cannot follow. */
  function fitting(entry: Entry): Entry | undefined {
    const { origin, originSeq, hallSeq } = entry
    const row = known.get(origin, originSeq)
    // Refused, and its number then given to another.
    if (row && hallSeq === null && !isDeepStrictEqual(JSON.parse(row.event), entry.event)) return undefined
    if (row && (row.hall_seq !== null || hallSeq === null)) {
      // A day close that the database has knows of all before it, and may have forgotten it (P6).
      if (entry.event.type === 'dayClosed') apart = []
      if (!row.has_private && entry.private) apart.push(entry)
      return undefined
    }
    const isNext = hallSeq === null || hallSeq === last + 1
    const isOwn = origin === machine && machine !== HALL
    // A start, or a fall before the journal had it, has given new numbers without a line that says so.
    if (isOwn && !row && originSeq > own + 1 && log.renumber().length > 0) own = log.lastOriginSeq(machine)
    if (isOwn && !row && originSeq !== own + 1) return void (isWhole = false)
    if (isNext) return entry
    isWhole = false
    return isOwn && !row ? { ...entry, hallSeq: null } : undefined
  }

  const all = db.transaction(() => {
    for (const line of lines) {
      if ('parted' in line) {
        log.unplace(line.parted.after, line.parted.at)
        last = log.lastHallSeq()
        continue
      }
      if ('renumbered' in line) {
        log.renumber()
        own = log.lastOriginSeq(machine)
        continue
      }
      if (!('entry' in line)) {
        put(line)
        continue
      }
      const entry = fitting(line.entry)
      if (!entry) continue
      entries += known.get(entry.origin, entry.originSeq) ? 0 : 1
      log.append([entry], [])
      last = Math.max(last, entry.hallSeq ?? 0)
      if (entry.origin === machine) own = Math.max(own, entry.originSeq)
    }
    log.append(apart, [])
    // Acts that still lie aside were not renumbered before the fall, or were by an earlier version, whose journal has them
    // under their new numbers.
    if (log.lastOriginSeq(machine) >= log.promised()) log.renumber()
  })
  all.immediate()
  return { entries, damaged: damaged(), isWhole: isWhole && damaged() === 0 }
}

function putterOf(db: Db) {
  const pdfs = openPaperPdfs(db)
  const secrets = openSecrets(db)
  const editions = openEditions(db)
  return (line: Exclude<JournalLine, { entry: Entry } | { parted: unknown } | { renumbered: true }>): void => {
    if ('pdf' in line) {
      const { case: of, paper, at, pdf } = line.pdf
      pdfs.keep(of, paper, Buffer.from(pdf, 'base64'), at)
    } else if ('secret' in line) {
      const { name, value } = line.secret
      // Of this start alone: an earlier wait that ended says nothing of it.
      if (name === restoredMark) return
      if (value === null) secrets.drop(name)
      else secrets.set(name, value)
    } else editions.put(line.edition)
  }
}

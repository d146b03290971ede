import { isDeepStrictEqual } from 'node:util'
import type { Event } from '../domain/hall.ts'
import type { Adopted, ArchiveRow, Entry, Log, Mark, PutAway, SignedHead } from '../domain/record/log.ts'
import { archiveApart } from './archive-apart.ts'
import { nextHead, rowText } from './chain.ts'
import { destroyer, emptyWal } from './destroyer.ts'
import { openDisplaced } from './displaced.ts'
import { forgetter } from './forgetter.ts'
import { openChain } from './log-chain.ts'
import { entryWith, toEntry, type Row } from './log-row.ts'
import type { Db } from './open.ts'

type ArchivedRow = Omit<ArchiveRow, 'private'> & { private: string | null }

/** How many entries `after` reads at once. */
const page = 1000

/** The record of a machine in its database. */
export function openLog(db: Db, machine: string): Log {
  const read = reader(db)
  const write = writer(db)
  const chain = openChain(db, machine)
  const displaced = openDisplaced(db, machine)
  const destruction = destroyer(db)
  const putAwayApart = archiveApart(db)

  /** In pages: nothing stays open between them, so whoever folds may write meanwhile; it is also faster than row by row. */
  function* after(mark: Mark): Iterable<Entry> {
    for (let from: number | undefined = mark.hallSeq; from !== undefined;) {
      const rows: Row[] = read.placed.all(from, machine, mark.ownSeq, page)
      yield* rows.map(toEntry)
      from = rows.length < page ? undefined : (rows.at(-1)?.hall_seq ?? undefined)
    }
    yield* read.unplaced.all(machine, mark.ownSeq).map(toEntry)
  }

  /** The last number of each machine, so that what lies beyond it need not be looked for. */
  const lasts = new Map<string, number>()
  function lastOf(origin: string): number {
    const last = lasts.get(origin) ?? read.lastOriginSeq.get(origin) ?? 0
    lasts.set(origin, last)
    return last
  }
  const knownRow = ({ origin, originSeq }: Entry): Row | undefined =>
    originSeq > lastOf(origin) ? undefined : read.known.get(origin, originSeq)

  /** One message can bring an entry twice: as news, and again with its private part for a new holder. */
  function compare(entries: readonly Entry[]): { fresh: Entry[]; replaced: boolean } {
    const fresh = new Map<string, Entry>()
    let replaced = false
    for (const entry of entries) {
      const row = knownRow(entry)
      const key = `${entry.originSeq} ${entry.origin}`
      if (row) replaced = isReplaced(row, entry.event) || replaced
      else if (!fresh.has(key)) fresh.set(key, entry)
    }
    return { fresh: [...fresh.values()], replaced }
  }

  /** Own entries that wait, as last read; a PC may be without a line for a month, and every view asks for them. */
  let waiting: Entry[] | undefined
  const pending = (): readonly Entry[] => (waiting ??= read.unplaced.all(machine, 0).map(toEntry))

  /** Gives an own act that waits its place, if it comes back as it was decided here: nothing else of its row changes. */
  function isPlaced({ origin, originSeq, hallSeq, event, private: apart }: Entry): boolean {
    if (origin !== machine || hallSeq === null) return false
    const known = entryWith(originSeq, pending())
    if (apart && !known?.private) return false
    const isSame = known !== undefined && (known.event === event || isDeepStrictEqual(known.event, event))
    return isSame && write.place(hallSeq, machine, originSeq)
  }

  /** True if something was destroyed. */
  function append(told: readonly Entry[], puttingAway: readonly PutAway[], word?: SignedHead): boolean {
    const entries = destruction.kept(told)
    let anyReplaced = false
    const more: Entry[] = []
    const toldLate = new Set<string>()
    const placed = new Set<number>()
    let isSame = true
    // As it stood before: what is written below is counted beside it.
    if (entries.some((e) => e.origin === machine)) pending()
    chain.extend(entries)
    for (const entry of entries) {
      if (isPlaced(entry)) {
        placed.add(entry.originSeq)
        continue
      }
      const row = knownRow(entry)
      const replaced = row !== undefined && isReplaced(row, entry.event)
      if (entry.origin === machine) {
        if (!row && entry.hallSeq === null) more.push(entry)
        else if (row && !replaced && entry.hallSeq !== null) placed.add(entry.originSeq)
        else isSame = false
      }
      const isOther = replaced && entry.origin === machine && !isHeldOf(row, entry.event)
      if (isOther) displaced.keep(entry)
      const whole = !row || replaced || isOfSameAct(row, entry) ? entry : { ...entry, private: undefined }
      if (row) write.again(whole, replaced ? (isOther ? 'other' : 'held') : 'same')
      else write.fresh(entry)
      if (row?.private === null && whole.private && 'case' in whole.event) toldLate.add(whole.event.case)
      lasts.set(entry.origin, Math.max(lastOf(entry.origin), entry.originSeq))
      anyReplaced ||= replaced
    }
    // What was folded with the replaced entry is wrong, also what this very call puts away: the next fold makes it anew.
    if (anyReplaced) write.dropFolded()
    else for (const put of puttingAway) write.putAway(put)
    putAwayApart(toldLate)
    if (word && chain.headAt(word.hallSeq)?.hash === word.hash) chain.keepSigned(word)
    const isDestroying = destruction.destroy(entries)
    if (!isSame || isDestroying) waiting = undefined
    else if (placed.size > 0) waiting = waiting?.concat(more).filter((e) => !placed.has(e.originSeq))
    else waiting?.push(...more)
    return isDestroying
  }

  const appendAtOnce = db.transaction(append)
  const renumberAtOnce = db.transaction(() => {
    const again = displaced.renumber()
    // A snapshot may hold what has another number now.
    if (again.length > 0) write.dropFolded()
    return again
  })

  const kept = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck()
  const keep = db.prepare('INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value')
  /** As last read or kept: every act asks for it. */
  let promised: number | undefined

  return {
    machine,
    snapshot(version) {
      const row = read.snapshot.get(version)
      return row && { text: row.text, mark: { hallSeq: row.hall_seq, ownSeq: row.own_seq } }
    },
    after,
    known: (origin, originSeq) => read.known.all(origin, originSeq).map(toEntry)[0],
    since: (hallSeq, limit) => read.since.all(hallSeq, limit).map(toEntry),
    pending,
    countAside: displaced.count,
    countPending: () => pending().length + displaced.count(),
    renumber() {
      if (displaced.count() === 0) return []
      waiting = undefined
      lasts.clear()
      try {
        return renumberAtOnce.immediate()
      } catch (error) {
        displaced.forget()
        throw error
      }
    },
    lastHallSeq: () => read.lastHallSeq.get() ?? 0,
    lastOriginSeq: lastOf,
    compare,
    append(entries, puttingAway, word) {
      try {
        if (appendAtOnce.immediate(entries, puttingAway, word)) emptyWal(db)
      } catch (error) {
        waiting = undefined
        lasts.clear()
        for (const known of [chain, displaced, destruction]) known.forget()
        throw error
      }
    },
    promised: () => (promised ??= Number(kept.get('promised') ?? 0)),
    promise(have) {
      keep.run('promised', String(have))
      promised = have
    },
    startsAt: () => Number(kept.get('startsAt') ?? 0),
    startAt: (hallSeq) => void keep.run('startsAt', String(hallSeq)),
    archived: (what, id) => read.archived.all(what, id).map(toArchiveRow)[0],
    archivedBetween: (what, first, last) => read.archivedBetween.all(what, first, last).map(toArchiveRow),
    privateOf: (caseId, upTo) => read.privates.all(caseId, upTo).map(toEntry),
    headAt: chain.headAt,
    headAfter: nextHead,
    signedHead: chain.signed,
    keepSignedHead: chain.keepSigned,
    origins: () => read.origins.all(),
    adopted: () => JSON.parse(kept.get('adopted') ?? '{"first":1,"last":0,"from":{}}') as Adopted,
    keepAdopted: (adopted) => void keep.run('adopted', JSON.stringify(adopted)),
    ownAfter: (originSeq) => read.ownAfter.all(machine, originSeq).map(toEntry),
    unplace: db.transaction((hallSeq: number, at: number) => {
      waiting = undefined
      lasts.clear()
      write.dropFolded()
      destruction.unplace(hallSeq)
      return chain.unplace(hallSeq, at)
    }),
    close: () => void db.close(),
  }
}

/** What has a place is final; only what waits for one can come back as something else, since the hall held it. */
function isReplaced(known: Pick<Row, 'hall_seq' | 'event'>, event: Event): boolean {
  const text = JSON.stringify(event)
  if (known.hall_seq !== null || known.event === text) return false
  return !isDeepStrictEqual(JSON.parse(known.event), JSON.parse(text))
}

/** Whether an event is the hall's note that it holds what stands in a row. */
const isHeldOf = (known: Pick<Row, 'event'>, event: Event): boolean =>
  event.type === 'entryHeld' && isDeepStrictEqual(JSON.parse(event.content), JSON.parse(known.event))

/** Whether a private part that comes later belongs to the act of a row, and not to another that was told under its number. */
function isOfSameAct(known: Row, { event, private: apart }: Entry): boolean {
  if (!apart || known.private !== null || known.event === JSON.stringify(event)) return true
  const here = JSON.parse(known.event) as Event
  return isDeepStrictEqual(here, event) || isHeldOf({ event: JSON.stringify(event) }, here)
}

function reader(db: Db) {
  return {
    known: db.prepare<[string, number], Row>('SELECT * FROM log WHERE origin = ? AND origin_seq = ?'),
    placed: db.prepare<[number, string, number, number], Row>(
      'SELECT * FROM log WHERE hall_seq > ? AND NOT (origin = ? AND origin_seq <= ?) ORDER BY hall_seq LIMIT ?',
    ),
    unplaced: db.prepare<[string, number], Row>(`SELECT * FROM log INDEXED BY log_unplaced
      WHERE hall_seq IS NULL AND origin = ? AND origin_seq > ? ORDER BY origin_seq`),
    // From one to the next by the index: DISTINCT would read all of it.
    origins: db
      .prepare<[], string>(`WITH RECURSIVE one (origin) AS (SELECT min(origin) FROM log
        UNION ALL SELECT (SELECT min(origin) FROM log WHERE origin > one.origin) FROM one WHERE origin IS NOT NULL)
        SELECT origin FROM one WHERE origin IS NOT NULL`)
      .pluck(),
    ownAfter: db.prepare<[string, number], Row>(
      'SELECT * FROM log WHERE origin = ? AND origin_seq > ? ORDER BY origin_seq',
    ),
    since: db.prepare<[number, number], Row>('SELECT * FROM log WHERE hall_seq > ? ORDER BY hall_seq LIMIT ?'),
    lastHallSeq: db.prepare<[], number>('SELECT coalesce(max(hall_seq), 0) FROM log').pluck(),
    lastOriginSeq: db
      .prepare<[string], number>('SELECT coalesce(max(origin_seq), 0) FROM log WHERE origin = ?')
      .pluck(),
    privates: db.prepare<[string, number], Row>(`SELECT * FROM log
      WHERE private IS NOT NULL AND json_extract(event, '$.case') = ? AND hall_seq <= ? ORDER BY hall_seq`),
    archived: db.prepare<[string, string], ArchivedRow>('SELECT * FROM archive WHERE what = ? AND id = ?'),
    archivedBetween: db.prepare<[string, string, string], ArchivedRow>(
      'SELECT * FROM archive WHERE what = ? AND day BETWEEN ? AND ? ORDER BY day, id',
    ),
    snapshot: db.prepare<[number], { hall_seq: number; own_seq: number; text: string }>(
      'SELECT hall_seq, own_seq, text FROM snapshot WHERE version = ? ORDER BY hall_seq DESC LIMIT 1',
    ),
  }
}

const apartOf = (entry: Entry): string | null => (entry.private ? JSON.stringify(entry.private) : null)

function writer(db: Db) {
  // By their order: names are looked up anew for every row. Another entry at the same place must fail, not be written over.
  const fresh = db.prepare('INSERT INTO log VALUES (?, ?, ?, ?, ?)')
  const again = db.prepare(`UPDATE log SET
      hall_seq = coalesce(hall_seq, @hallSeq),
      private = iif(@how = 'other', @private, coalesce(private, @private)),
      event = iif(@how = 'same', event, @event)
    WHERE origin = @origin AND origin_seq = @originSeq`)
  const place = db.prepare('UPDATE log SET hall_seq = ? WHERE origin = ? AND origin_seq = ? AND hall_seq IS NULL')
  const archive = db.prepare(`INSERT INTO archive VALUES (@what, @id, @day, @body, @private)
    ON CONFLICT (what, id) DO UPDATE SET day = excluded.day, body = excluded.body, private = excluded.private`)
  const snapshot = db.prepare('INSERT INTO snapshot VALUES (@version, @hallSeq, @ownSeq, @snapshot)')
  const dropSnapshots = db.prepare('DELETE FROM snapshot')
  const dropArchive = db.prepare('DELETE FROM archive')
  const forget = forgetter(db)

  return {
    fresh(e: Entry) {
      fresh.run(e.origin, e.originSeq, e.hallSeq, rowText(e), apartOf(e))
    },
    /** `held` and `other` come in the place of what waited under the same number. */
    again(e: Entry, how: 'same' | 'held' | 'other') {
      const { origin, originSeq, hallSeq } = e
      again.run({ origin, originSeq, hallSeq, event: JSON.stringify(e.event), private: apartOf(e), how })
    },
    /** False if it does not wait. */
    place: (hallSeq: number, origin: string, originSeq: number): boolean =>
      place.run(hallSeq, origin, originSeq).changes === 1,
    putAway(put: PutAway) {
      for (const row of put.rows) archive.run({ private: null, ...row } satisfies { [k in keyof ArchiveRow]: unknown })
      dropSnapshots.run()
      snapshot.run({ version: put.version, ...put.mark, snapshot: put.snapshot })
      if (put.forget) forget(put.forget)
    },
    dropFolded() {
      dropSnapshots.run()
      dropArchive.run()
    },
  }
}

const toArchiveRow = ({ private: apart, ...row }: ArchivedRow): ArchiveRow => ({
  ...row,
  ...(apart !== null && { private: apart }),
})

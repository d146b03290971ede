import type { Case, CaseEvent } from '../case/case.ts'
import { evolve, foldVersion } from '../hall-fold.ts'
import type { Event, EventOf } from '../hall.ts'
import { emptyHall, hallFromJson, hallToJson, type Hall, type Stray } from '../state.ts'
import { dayOf, type Instant } from '../time.ts'
import { casesToForget, forgottenUntil } from './forgetting.ts'
import type { ArchiveRow, Entry, Forget, Log, Mark, PutAway, SignedHead } from './log.ts'
import type { Private } from './private.ts'

/** The private parts of a case that this machine may know, by tenure and act. */
export type Privates = Map<string, { [act: string]: Private }>

/** The state of a machine and the record it is folded from; the one owner of both. */
export interface Record {
  readonly hall: Hall
  readonly privates: Privates
  lastHallSeq(): number
  lastOriginSeq(origin: string): number
  /** Folds entries that are not here yet; they are on disk after `commit`. */
  stage(entries: readonly Entry[]): void
  /**
   * Writes what was staged in one transaction, and with it the hall's word for the head there. The state is folded again
   * from the disk where its order asks for that, and if the disk refuses; then the error is thrown on.
   */
  commit(word?: SignedHead): void
  /** Gives own acts new numbers whose old ones belong to others at the hall, once none is missing; they are to be told. */
  renumber(): Entry[]
  /** Takes back the places after one, since the hall's record parts from this one there; the state is folded again. */
  partAfter(hallSeq: number, at: Instant): { own: number; setAside: number }
}

/** What is folded otherwise if own acts without a place come before it: it moves cases, or marks what comes after it. */
const needsOrder: ReadonlySet<string> = new Set(['dayClosed', 'caseTakenOut', 'monthChecked'])

/** The case and the visit that an event is about. */
const thingsOf = (event: Event): string[] => [
  ...('case' in event && event.case !== undefined ? [event.case] : []),
  ...('visit' in event && event.visit !== undefined ? [event.visit] : []),
]

/** How many rows of closed days a fold holds before it writes them: of many years they would not fit into memory. */
const mostRows = 20_000
/** The version of a snapshot that is none: a fold that ends before its end begins anew. */
const unfinished = 0

/** Opens the state of a machine from its record: the newest snapshot and the entries after it; `most` rows of closed days are held at once. */
export function openRecord(log: Log, most = mostRows): Record {
  let hall = emptyHall()
  let privates: Privates = new Map()
  let mark: Mark = { hallSeq: 0, ownSeq: 0 }
  let staged: Entry[] = []
  let puttingAway: PutAway[] = []
  /** Whether what was staged is folded otherwise in the order of the disk. */
  let isOutOfOrder = false
  const origins = new Map<string, number>()

  function fold(entry: Entry): void {
    const closing = entry.event.type === 'dayClosed' ? archiveOf(hall, privates, entry.event) : undefined
    evolve(hall, entry.event)
    keepPrivate(hall, privates, entry)
    // A case that comes back from the archive brings what this machine knows apart of it.
    if (entry.event.type === 'caseTakenOut')
      for (const e of log.privateOf(entry.event.case, mark.hallSeq)) keepPrivate(hall, privates, e)
    if (entry.hallSeq !== null) mark = { ...mark, hallSeq: Math.max(mark.hallSeq, entry.hallSeq) }
    if (entry.origin === log.machine) mark = { ...mark, ownSeq: Math.max(mark.ownSeq, entry.originSeq) }
    if (!closing) return
    for (const row of closing) if (row.what === 'case') privates.delete(row.id)
    const forget = forgetting(entry.event)
    for (const id of forget?.cases ?? []) privates.delete(id)
    for (const earlier of puttingAway) earlier.snapshot = ''
    const snapshot = JSON.stringify({ hall: hallToJson(hall), privates: [...privates] })
    puttingAway.push({ rows: closing, snapshot, mark, version: foldVersion, ...(forget && { forget }) })
  }

  /**
   * Whether an entry is about a thing that own acts were about while it was unknown: the record parted from the hall's, and
   * what had begun the thing has come again. In the hall's order the own acts come after it.
   */
  function isMissed({ origin, event }: Entry): boolean {
    if (origin === log.machine) return false
    const isIt = (s: Stray) => s.origin === log.machine && thingsOf(event).includes(s.about)
    return hall.strays.some(isIt) || hall.checkedStrays.some(isIt)
  }

  /** What of the day that closes this machine needs no longer. */
  function forgetting(event: Event): Forget | undefined {
    const until = event.type === 'dayClosed' ? forgottenUntil(hall, log.machine, event.day) : undefined
    if (until === undefined) return undefined
    const unsent = new Set(log.pending().flatMap((e) => ('case' in e.event ? [e.event.case] : [])))
    return {
      cases: casesToForget({ hall, privates }, log.machine, until, (id) => unsent.has(id)),
      putAwayUntil: until,
      open: new Set(hall.cases.keys()),
    }
  }

  /** What a close forgot and has come back since, by an entry that is folded with it, is not forgotten after all. */
  function asItStands(puts: readonly PutAway[]): readonly PutAway[] {
    if (puts.length === 0) return puts
    const held = new Set([...hall.cases].flatMap(([id, { holder }]) => (holder === log.machine ? [id] : [])))
    return puts.map(({ forget, ...put }) => {
      if (!forget) return put
      const cases = forget.cases.filter((id) => !held.has(id))
      return { ...put, forget: { ...forget, cases, open: new Set([...forget.open, ...held]) } }
    })
  }

  function refold(): void {
    hall = emptyHall()
    privates = new Map()
    mark = { hallSeq: 0, ownSeq: 0 }
    origins.clear()
    const snapshot = readSnapshot(log)
    if (snapshot) {
      hall = snapshot.hall
      privates = snapshot.privates
      mark = snapshot.mark
      // Private parts that came after the snapshot for entries before it: a case that was passed on.
      for (const id of hall.cases.keys())
        for (const e of log.privateOf(id, mark.hallSeq)) keepPrivate(hall, privates, e)
    }
    for (const entry of log.after(mark)) {
      fold(entry)
      if (entry.event.type === 'dayClosed') writeRows()
    }
    if (puttingAway.length > 0) log.append([], asItStands(puttingAway))
    staged = []
    puttingAway = []
    isOutOfOrder = false
  }

  /** Rows alone: what is to be forgotten waits for the end, since it may have come back by then. */
  function writeRows(): void {
    if (puttingAway.reduce((sum, put) => sum + put.rows.length, 0) < most) return
    const rows = puttingAway.flatMap((put) => put.rows)
    log.append([], [{ rows, snapshot: '', mark, version: unfinished }])
    puttingAway = puttingAway.map((put) => ({ ...put, rows: [] }))
  }

  refold()
  return {
    get hall() {
      return hall
    },
    get privates() {
      return privates
    },
    lastHallSeq: () => Math.max(mark.hallSeq, log.lastHallSeq()),
    lastOriginSeq(origin) {
      const known = origins.get(origin) ?? log.lastOriginSeq(origin)
      origins.set(origin, known)
      return known
    },
    stage(entries) {
      const { fresh, replaced } = log.compare(entries)
      for (const entry of fresh) {
        fold(entry)
        origins.set(entry.origin, Math.max(this.lastOriginSeq(entry.origin), entry.originSeq))
      }
      for (const entry of entries) keepPrivate(hall, privates, entry)
      // One by one: a restored hall takes back more at once than a call has room for.
      for (const entry of entries) staged.push(entry)
      // What puts a case away or brings it back meets own acts without a place: in the hall's order they come after it, so they are folded so.
      const meetsOwn = log.countPending() > 0 && fresh.some((e) => needsOrder.has(e.event.type) || isMissed(e))
      if (meetsOwn) puttingAway = []
      isOutOfOrder ||= replaced || meetsOwn
    },
    commit(word) {
      if (staged.length === 0) {
        if (word && log.headAt(word.hallSeq)?.hash === word.hash) log.keepSignedHead(word)
        return
      }
      const [entries, puts] = [staged, asItStands(puttingAway)]
      staged = []
      puttingAway = []
      try {
        log.append(entries, puts, word)
      } catch (error) {
        refold()
        throw error
      }
      if (isOutOfOrder) refold()
    },
    renumber() {
      if (log.lastOriginSeq(log.machine) < log.promised()) return []
      const again = log.renumber()
      if (again.length > 0) refold()
      return again
    },
    partAfter(hallSeq, at) {
      const parted = log.unplace(hallSeq, at)
      refold()
      return parted
    },
  }
}

/** The state of a record that is only looked at: what a newer version would put away anew is left to its machine. */
export const readRecord = (log: Log): Record => openRecord({ ...log, append: () => undefined })

/** The newest snapshot; undefined, so that all is folded again, if there is none or it cannot be read. */
export function readSnapshot(log: Log): { hall: Hall; privates: Privates; mark: Mark } | undefined {
  const snapshot = log.snapshot(foldVersion)
  if (!snapshot) return undefined
  try {
    const kept = JSON.parse(snapshot.text) as { hall: string; privates: [string, { [act: string]: Private }][] }
    return { hall: hallFromJson(kept.hall), privates: new Map(kept.privates), mark: snapshot.mark }
  } catch {
    return undefined
  }
}

/** What of a case was said apart, under the act that said it. */
export const privateKey = (event: { tenure: number; act: number }): string => `${event.tenure}.${event.act}`

/** What a late act said apart: another act of its case may bear its number (docs/SYNC.md, S14). */
export const lateKey = (event: { tenure: number; act: number; at: Instant }): string =>
  `${privateKey(event)} ${event.at}`

/** What an act said apart; a late one has it under its time. */
export const apartOf = (
  apart: { [act: string]: Private },
  event: { tenure: number; act: number; at: Instant },
): Private | undefined => apart[lateKey(event)] ?? apart[privateKey(event)]

function keepPrivate(hall: Hall, privates: Privates, entry: Entry): void {
  if (!entry.private || !('case' in entry.event)) return
  const id = entry.event.case
  const apart = withPrivate(hall.cases.get(id), privates.get(id) ?? {}, entry)
  if (apart) privates.set(id, apart)
}

/** What is kept apart of a case with what one more act of it said apart; undefined where that says nothing of the case. */
export function withPrivate(
  known: Case | undefined,
  apart: { readonly [act: string]: Private },
  { event, private: said }: Pick<Entry, 'event' | 'private'>,
): { [act: string]: Private } | undefined {
  if (!known || !said || !('case' in event)) return undefined
  const isIt = (e: CaseEvent) =>
    e.tenure === event.tenure && e.act === event.act && e.type === event.type && e.at === event.at
  // Of an act that changed nothing, its private part changes nothing either.
  const isLate = known.late.some((l) => isIt(l.event))
  if (!isLate && !known.history.findLast(isIt)) return undefined
  const isOthers = isLate && known.history.some((e) => e.tenure === event.tenure && e.act === event.act)
  const keys = [...(isLate ? [lateKey(event)] : []), ...(isOthers ? [] : [privateKey(event)])]
  return { ...apart, ...Object.fromEntries(keys.map((key) => [key, apart[key] ?? said])) }
}

/** The rows that a day close moves from the state to the archive. */
export function archiveOf(hall: Hall, privates: Privates, event: EventOf<'dayClosed'>): ArchiveRow[] {
  const expired = new Set(event.expired)
  const tickets = event.tickets.flatMap((id): ArchiveRow[] => {
    const ticket = hall.tickets.get(id)
    const body = JSON.stringify({ ...ticket, ...(expired.has(id) && { expired: true }) })
    return ticket ? [{ what: 'ticket', id, day: ticket.label.day, body }] : []
  })
  const visits = event.visits.flatMap((id): ArchiveRow[] => {
    const visit = hall.visits.get(id)
    return visit ? [{ what: 'visit', id, day: dayOf(visit.begunAt), body: JSON.stringify(visit) }] : []
  })
  const cases = event.cases.flatMap((id): ArchiveRow[] => {
    const known = hall.cases.get(id)
    if (!known) return []
    const apart = privates.get(id)
    const reminders = [...(known.reminders ?? []), ...(hall.reminders.get(id) ?? [])]
    const row = {
      what: 'case' as const,
      id,
      day: dayOf(known.closedAt ?? known.received.at),
      body: JSON.stringify(reminders.length > 0 ? { ...known, reminders } : known),
    }
    return [apart ? { ...row, private: JSON.stringify(apart) } : row]
  })
  return [...tickets, ...visits, ...cases]
}

import { join } from 'node:path'
import { openAccessLog } from '../db/access-log.ts'
import { openArchive } from '../db/archive.ts'
import { pcRing } from '../db/copies/copies.ts'
import { keptOf } from '../db/copies/kept-of.ts'
import { readFirst } from '../db/copies/late-reading.ts'
import { isDamage, whyHindered } from '../db/damage.ts'
import { diagnostics } from '../db/diagnostics.ts'
import { messageOf } from '../db/files/message-of.ts'
import { openHeard } from '../db/heard.ts'
import { journaledPdfs } from '../db/journal/journaled.ts'
import type { DatabaseKey, DataKey } from '../db/keys/data-key.ts'
import { numberKeyName } from '../db/keys/number-key.ts'
import { openMachine, type MachineData } from '../db/machine-data.ts'
import { faultsWith } from '../db/manual/content-faults.ts'
import { openEditionParts } from '../db/manual/edition-parts.ts'
import { openEditions } from '../db/manual/editions.ts'
import { readPart } from '../db/manual/manual-part.ts'
import { openPaperPdfs } from '../db/paper-pdfs.ts'
import { openBodies, type KeptBodies } from '../db/search/bodies.ts'
import type { NotStarted } from '../db/start.ts'
import type { Desk } from '../domain/desk.ts'
import { memoryBodies } from '../domain/find/find-body.ts'
import { calendarOf } from '../domain/hall-calendar.ts'
import { paperOf } from '../domain/paper/paper-of.ts'
import { openRecord } from '../domain/record/record.ts'
import type { Seat } from '../domain/views/answer.ts'
import { counterEnd, type CounterEnd } from '../sync/counter-end.ts'
import { broughtFiles } from './brought.ts'
import { caseLooks } from './case-looks.ts'
import { coalesced, deskOf } from './desk-of.ts'
import { guides } from './guides.ts'
import { hallLink, type HallLink } from './hall-link.ts'
import { keptSeat } from './kept-seat.ts'
import { keyEscrow } from './key-escrow.ts'
import { openPapers, sealed, type Papers } from './papers.ts'
import { pdfMaker, type PdfMaker } from './pdf-maker.ts'
import { printJobs } from './print-jobs.ts'
import { printQueue, type PrintQueue } from './print-queue.ts'
import { registerExports } from './register-exports.ts'
import { residentNumbers } from './resident-numbers.ts'
import { keepSession, type Session } from './session.ts'
import { makeShelf } from './shelf.ts'
import { submitTo } from './submit-to.ts'

/** How often a watched view is told again though nothing happened: its clocks move on. */
const clockRhythm = 15_000

/** `hall` is an address of the hall's server that this PC was told at its start, `key` the key of all that it keeps. */
type CoreSettings = { machine: string; dataFolder: string; key: DataKey; hall?: string | undefined }
export type Core = {
  desk: Desk
  end: CounterEnd
  papers: Papers
  printing: PrintQueue
  pdfs: PdfMaker
  kept: MachineData
  session: Session
  link: HallLink
  close(): void
}

/** Why a core cannot work, in one word and in a sentence for the console. */
type NotWorking = { refused: NotStarted['refused'] | 'failed'; wrong: string }

/** The core of a PC: its record, its manual and its desk. It runs under Electron and under plain Node alike. */
export function openCore({ machine, dataFolder, key, hall }: CoreSettings): Core | NotWorking {
  const file = join(dataFolder, `${machine}.db`)
  let told = (): void => {}
  try {
    const opened = openMachine({ folder: dataFolder, machine, key, ring: pcRing, changed: () => told() })
    if ('refused' in opened) return { refused: opened.refused, wrong: `${file}: ${whyNotOpened(opened)}` }
    const core = coreOn(opened, { machine, dataFolder, key, hall })
    told = core.end.keptChanged
    return core
  } catch (error) {
    diagnostics.error('the record cannot be opened', error)
    if (isDamage(error)) readFirst(file)
    const why = isDamage(error) ? isMended : (whyHindered(error, 'opened') ?? messageOf(error))
    return { refused: 'failed', wrong: `${file}: ${why}` }
  }
}

const isMended =
  'damaged. Start this program again: it reads all of it first, and brings it back from its copy and its journal.'

/** The search must not keep a PC from its work: without its file it works from memory. */
function openSearch(file: string, key: DatabaseKey): KeptBodies {
  try {
    return openBodies(file, key)
  } catch (error) {
    diagnostics.error('the search works from memory', error)
    return { ...memoryBodies(), close: () => undefined }
  }
}

function whyNotOpened(refusal: NotStarted): string {
  switch (refusal.refused) {
    case 'newerDatabase':
      return 'written by a newer Changgu. Install that version on this PC.'
    case 'notADatabase':
      return 'not a database of Changgu, damaged, or closed with another key. Move it away; the hall sends its record again.'
    case 'otherMachine':
      return `belongs to ${refusal.found}. Use the data folder of this PC.`
    case 'inUse':
      return 'in use by another process.'
    case 'otherKey':
      return 'closed with another key.'
  }
}

type Opened = Omit<CoreSettings, 'hall'> & { hall: string | undefined }

function coreOn(kept: MachineData, { machine, dataFolder, key, hall }: Opened): Core {
  const { db, log } = kept
  const record = openRecord(log)
  const archive = openArchive(db)
  const accessLog = openAccessLog(db, log.write)
  const paperPdfs = journaledPdfs(openPaperPdfs(db), kept.journal)
  const bodies = openSearch(join(dataFolder, `${machine}.search`), key)
  const editions = openEditions(db)
  const parts = openEditionParts(db, editions)
  const shelf = makeShelf({ editions, parts, record, bodies, now: Date.now })
  // Of a locked session nobody reads anything.
  const clerk = () => (session.isLocked() ? undefined : record.hall.counters.get(machine)?.clerk)
  const numbers = residentNumbers({
    key: () => kept.secrets.get(numberKeyName),
    record: () => record,
    kindOf: shelf.kindOf,
    clerk,
    now: Date.now,
  })
  const papers = openPapers(shelf.templatesOf)
  const changes = coalesced()
  const heard = openHeard(db)
  const end = counterEnd(
    record,
    log,
    {
      kind: shelf.kind,
      hasManual: shelf.hasManual,
      archive,
      paper(known, name, number) {
        const said = paperOf(name, seat(), known)
        return 'fields' in said ? sealed({ name, number, fields: said.fields }) : undefined
      },
      editions: shelf.store,
      isShutOut: () => link.barred()?.why === 'revoked',
      kept: () => keptOf(kept),
      recoveryKey: (recoveryPub) => link.sealFor(recoveryPub),
      parted: ({ own, setAside }) => diagnostics.warn('the record parts from the hall’s', { entries: own, setAside }),
      shown: (about, entries) => {
        looks.shown(about, entries)
        changes.ring()
      },
      changed: () => {
        looks.look()
        exports.look()
        escrow.look()
        session.look()
        changes.ring()
      },
      failed: (error) => diagnostics.error('the record could not be written', error),
    },
    Date.now(),
  )
  const link = hallLink({
    machine,
    dataFolder,
    secrets: kept.secrets,
    end,
    told: hall,
    changed: () => changes.ring(),
  })
  const lineView = () => {
    const barred = link.barred()
    return { ...end.line(), ...(barred && { barred }) }
  }
  const seat = (): Seat => ({
    hall: record.hall,
    privates: record.privates,
    machine,
    at: Date.now(),
    line: lineView(),
    ...keptSeat(kept, end),
    presence: end.presence(),
    calendar: calendarOf(record.hall),
    kindOf: shelf.kindOf,
    unsent: end.unsent(),
    layOut: papers.layOut,
    contents: shelf.contents,
    manualOf: shelf.manualOf,
    newestHere: shelf.newestHere,
    hasManual: shelf.hasManual,
    readPart,
    faultsWith,
    brought,
    layOutSample: papers.layOutSample,
    archive,
    accessLog,
    fileOf: (one) => exports.fileOf(one),
    layOutGuide: papers.layOutGuide,
    guideFile: guide.fileOf,
    numberOf: numbers.shown,
    numberIndex: numbers.indexOf,
    printed: (of, paper) => paperPdfs.sha256(of, paper),
    session: session.state(),
    pairing: link,
    ...hallAddressOf(record.hall.profile?.publicAddress ?? link.publicAddress()),
  })
  const looks = caseLooks({
    clerk,
    record: (about, part) => end.submit({ type: 'showCase', about, part }, Date.now()) === 'done',
    now: Date.now,
  })
  const escrow = keyEscrow({
    secrets: kept.secrets,
    key,
    machine,
    recoveryPub: link.recoveryPub,
    submit: (command) => end.submit(command, Date.now()) === 'done',
  })
  const seen = () => {
    kept.recoverySeen()
    end.keptChanged()
    changes.ring()
  }
  const session = keepSession({
    hall: () => record.hall,
    machine,
    heard,
    now: Date.now,
    changed: () => changes.ring(),
    submit: (command) => end.submit(command, Date.now()),
    isOnline: end.isOnline,
    mustWait: end.mustWait,
  })
  const pdfs = pdfMaker()
  const guide = guides({ dataFolder, seat, pdfs, changed: () => changes.ring() })
  const brought = broughtFiles({
    dataFolder,
    fetched: link.fetched,
    seat,
    near: shelf.namesLike,
    changed: () => changes.ring(),
  })
  const exports = registerExports({
    dataFolder,
    database: kept.file,
    key,
    settle: log.write,
    machine,
    hall: () => record.hall,
    changed: () => changes.ring(),
    templates: () => shelf.templatesOf(undefined),
    pdfOf: (page) => pdfs.make(papers.take(page)),
  })
  const printing = printQueue({
    ...printJobs(() => ({ hall: record.hall, machine }), seat, papers, paperPdfs),
    report: ({ case: of, paper, nth }, how) =>
      end.submit({ type: 'reportPrint', case: of, paper, nth, ...how }, Date.now()) === 'done',
  })
  changes.listen(printing.look)
  const clock = setInterval(() => {
    session.look()
    changes.ring()
  }, clockRhythm)
  return {
    desk: deskOf(
      { seat, looks },
      (command) => submitTo({ end, guide, brought, numbers, seen, session, link, exports }, command),
      changes,
      shelf.find,
    ),
    session,
    end,
    kept,
    papers,
    printing,
    pdfs,
    link,
    close() {
      link.close()
      clearInterval(clock)
      session.close()
      exports.close()
      escrow.close()
      printing.stop()
      changes.stop()
      log.close()
      bodies.close()
    },
  }
}

const hallAddressOf = (address: string | undefined) => (address === undefined ? {} : { hallAddress: address })

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openArchive } from '../../db/archive.ts'
import { journaledLog, type JournaledLog } from '../../db/journal/journaled.ts'
import { editionSigner } from '../../db/keys/edition-key.ts'
import { openLog } from '../../db/log.ts'
import { openLooked } from '../../db/looked.ts'
import { keepEdition } from '../../db/manual/edition-maker.ts'
import { openEditionParts } from '../../db/manual/edition-parts.ts'
import { openEditions, type Editions } from '../../db/manual/editions.ts'
import { openDatabase } from '../../db/open.ts'
import { HALL } from '../../domain/actor.ts'
import type { Outcome } from '../../domain/desk.ts'
import type { Command } from '../../domain/hall.ts'
import type { HallProfile } from '../../domain/manual/manual.ts'
import type { LookedStore } from '../../domain/people/sign-in.ts'
import type { Archive } from '../../domain/record/archive.ts'
import type { Entry, Log } from '../../domain/record/log.ts'
import { openRecord } from '../../domain/record/record.ts'
import type { Day } from '../../domain/time.ts'
import { partLength } from '../../sync/edition-part.ts'
import { hallEnd } from '../../sync/hall-end.ts'
import { History } from '../support/history.ts'
import { isToySigned, toyVerifier } from '../support/proofs.ts'
import { memorySecrets } from '../support/secrets.ts'
import { copyHallOf, forgetDatabase, putCopyBack, safeJournal, tamperWith } from './disk.ts'
import { profile } from './fixture.ts'
import { Machine, type Seat } from './machine.ts'
import type { KeptEditions } from './wire.ts'

export type { Machine } from './machine.ts'

/** A hall in one process: real files, both real ends, and lines that a test cuts, delays and doubles. */

type Told = { machine: string; command: Command; outcome: Outcome; originSeq: number }

/** The whole: hall, machines, time. */
export class World {
  readonly folder = mkdtempSync(join(tmpdir(), 'changgu-'))
  #time = Date.parse('2026-11-24T09:00:00+09:00')
  #closeHall: () => void = () => {}
  readonly machines: Machine[]
  readonly profile: HallProfile
  /** Whether everybody has a password, and the hall believes no name without a proof. */
  readonly isProven: boolean
  readonly ghosts: Seat[] = []
  readonly told: Told[] = []
  /** What everybody was told and saw. */
  readonly history = new History()
  readonly answers: Promise<unknown>[] = []
  hall!: ReturnType<typeof hallEnd>
  hallLog!: JournaledLog
  hallEditions!: Editions
  readonly signer = editionSigner(memorySecrets())
  /** How often a transfer of an edition went on where an earlier line had broken. */
  resumed = 0
  hasCopy = false
  /** As a mark in the data folder: a hall that falls meanwhile still waits for its machines. */
  #isRecovering = false
  #flight: ReturnType<World['hall']['commit']> | undefined
  /** How often a restored hall went on. */
  recovered = 0

  constructor(counters: number, { isProven = false } = {}) {
    this.profile = profile(counters)
    this.isProven = isProven
    this.openHall()
    void this.hall.submit('hall', { type: 'setUpHall', profile: this.profile }, this.now())
    for (const { id } of isProven ? this.profile.staff : [])
      void this.hall.submit('hall', { type: 'setPassword', staff: id, verifier: toyVerifier(id) }, this.now())
    this.turn()
    const ids = Array.from({ length: counters }, (_, i) => `counter-${i + 1}`)
    this.machines = [...ids, 'supervisor'].map((id) => new Machine(this, id))
  }

  now = (): number => this.#time
  pass(ms: number): void {
    this.#time += ms
  }

  openFile(machine: string): {
    log: JournaledLog
    archive: Archive
    editions: KeptEditions
    looked: LookedStore
    close: () => void
  } {
    const opened = openDatabase(join(this.folder, `${machine}.db`), machine, 'plain')
    if ('refused' in opened) throw new Error(opened.refused)
    // The dice play no power cut: what a fall leaves behind is what was committed, whether the disk has it or not.
    opened.db.pragma('synchronous = OFF')
    const of = openEditions(opened.db)
    const log = journaledLog(openLog(opened.db, machine), safeJournal, { lightly: (act) => act(), sync() {} })
    const archive = openArchive(opened.db)
    const editions = { of, parts: openEditionParts(opened.db, of) }
    return { log, archive, editions, looked: openLooked(opened.db), close: () => log.close() }
  }

  /** Puts an edition together: its content is long enough to travel in parts, and nothing here reads it. */
  keep = (mark: { edition: number; effectiveDate: Day }): { hash: string; signature: string } =>
    keepEdition(this.hallEditions, this.signer, mark, `${JSON.stringify(mark)}${'판'.repeat(partLength)}`)

  made = (mark: { edition: number; effectiveDate: Day }) => ({
    ...this.keep(mark),
    changes: { added: [], changed: [], removed: [] },
  })

  forget = (machine: string): void => forgetDatabase(this.folder, machine)

  openHall(isRestored = this.#isRecovering): void {
    this.#isRecovering = isRestored
    const { log, archive, editions, looked, close } = this.openFile('hall')
    this.hallLog = log
    this.hallEditions = editions.of
    this.#closeHall = close
    const ended = () => {
      this.#isRecovering = false
      this.recovered += 1
      // A supervisor may end the wait before all were heard: what the hall had said then is given up.
      const said = this.machines.flatMap((m) => placedIn(m.log)).filter((e) => e.origin === HALL)
      this.history.unheard(missingFrom(placedIn(this.hallLog), said))
    }
    this.hall = hallEnd(openRecord(log), log, {
      knows: () => true,
      isSupervisor: (machine) => machine === 'supervisor',
      edition: (hash) => this.hallEditions.get(hash)?.content,
      hasEdition: (hash) => this.hallEditions.has(hash),
      keepEdition: (mark, content) => this.hallEditions.put({ ...mark, content }) === 'kept',
      wake() {},
      changed() {},
      assemble: (_, mark) => this.made(mark),
      bringBack: (_, mark) => this.made(mark),
      isSound: () => true,
      keeping: () => ({ archive, kindOf: () => undefined }),
      checkCode: () => 'codeOver',
      decided: () => undefined,
      recoveryPub: () => undefined,
      kept: () => undefined,
      seal: { sign: this.signer.signHead, isSigned: this.signer.isHeadSigned },
      proofs: this.isProven ? { isSignedBy: isToySigned, looked } : 'believed',
      ...(isRestored && { recovering: { ended } }),
    })
  }

  copyHall(): void {
    this.hallLog.write()
    this.hasCopy = copyHallOf(this.folder)
  }

  /** The hall's disk is lost: it rises from its last copy, and knows that it does unless somebody only put the file there. */
  restoreHall(isKnown = true): void {
    // What the hall has given its word for to nobody, nobody can tell it again.
    const heard = this.machines.flatMap((m) => placedIn(m.log))
    this.history.unheard(missingFrom(heard, placedIn(this.hallLog)))
    this.#fall()
    for (const { id } of this.machines) this.history.forgets(id)
    putCopyBack(this.folder)
    this.openHall(isKnown)
  }

  /** The disk of a machine is lost: after the hall's own was, it may have been the last that had some entries. */
  loseDisk(machine: Machine): void {
    const others = [this.hallLog, ...this.machines.filter((m) => m !== machine).map((m) => m.log)]
    this.history.unheard(missingFrom(others.flatMap(placedIn), placedIn(machine.log)))
  }

  /** The hall falls and rises from its file; whatever it had not committed is gone. */
  restartHall(): void {
    this.#fall()
    this.openHall()
  }

  #fall(): void {
    this.#flight = undefined
    for (const m of this.machines) m.drop(false)
    this.ghosts.length = 0
    this.#closeHall()
  }

  /** Somebody changes the hall's file while it is away; its chain is not counted anew. */
  tamper(change: (event: string) => string): void {
    this.#fall()
    tamperWith(this.folder, change)
    this.openHall()
  }

  /** Asks the hall for something in the name of one that has no record: the hall itself, or a kiosk. */
  async ask(party: string, command: Command): Promise<Outcome> {
    const act = this.history.ask(party, command, this.now())
    const outcome = await this.hall.submit(party, command, this.now())
    this.history.answer(act, outcome, this.now())
    return outcome
  }

  /** The hall has committed what came in, and nobody hears of it before its disk has it; what was on its way before is there. */
  takeOff(others: 'now' | 'later' = 'later'): void {
    const due = this.#flight
    this.#flight = this.hall.commit()
    if (due) this.hall.pass(due, this.now(), others)
  }

  /** The power of the hall is cut when everybody has heard one turn, while the next is on its way to the disk. */
  cutPower(): void {
    if (!this.#flight) return
    this.copyHall()
    this.takeOff('now')
    for (const m of this.machines) m.carryDown(Infinity)
    this.#fall()
    putCopyBack(this.folder)
    this.openHall()
  }

  #land(others: 'now' | 'later'): void {
    const due = this.#flight
    this.#flight = undefined
    if (due) this.hall.pass(due, this.now(), others)
  }

  /** The hall takes its turn; `later` lets those wait for their news who have told nothing. */
  turn(others: 'now' | 'later' = 'now'): void {
    this.#land(others)
    while (this.hall.pass(this.hall.commit(), this.now(), others));
  }

  /** Everyone comes back and all that is under way arrives. */
  settle(): void {
    for (let round = 0; round < 12; round++) this.gather()
  }

  /** Everyone is on the line once, tells all and hears what is there by then. */
  gather(): void {
    for (const m of this.machines) {
      m.connect()
      m.carryDown(Infinity)
      m.carryUp(Infinity)
      this.turn()
      m.carryDown(Infinity)
    }
  }

  close(): void {
    for (const m of this.machines) m.close()
    this.#closeHall()
    rmSync(this.folder, { recursive: true })
  }
}

const placedIn = (log: Log): Entry[] => log.since(0, 1_000_000)

/** Those of some entries that others do not have: at the same place another one may stand. */
function missingFrom(others: readonly Entry[], entries: readonly Entry[]): Entry[] {
  const known = new Set(others.map(identityOf))
  return entries.filter((entry) => !known.has(identityOf(entry)))
}

const identityOf = ({ hallSeq, origin, originSeq, event }: Entry): string =>
  JSON.stringify([hallSeq, origin, originSeq, event.type, event.at])

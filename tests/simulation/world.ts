import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { editionSigner } from '../../db/edition-key.ts'
import { keepEdition } from '../../db/edition-maker.ts'
import { openEditionParts } from '../../db/edition-parts.ts'
import { openEditions, type Editions } from '../../db/editions.ts'
import { openDatabase } from '../../db/open.ts'
import { openArchive } from '../../db/archive.ts'
import { openLog } from '../../db/log.ts'
import { decide, type Command } from '../../domain/hall.ts'
import type { Archive } from '../../domain/archive.ts'
import type { Log } from '../../domain/log.ts'
import type { HallProfile } from '../../domain/manual.ts'
import { openRecord } from '../../domain/record.ts'
import type { Day } from '../../domain/time.ts'
import { counterEnd, type Outcome } from '../../sync/counter-end.ts'
import { partLength } from '../../sync/edition-part.ts'
import { hallEnd } from '../../sync/hall-end.ts'
import { FromHall, FromMachine } from '../../sync/protocol.ts'
import { memorySecrets } from '../support/secrets.ts'
import { copyHallOf, forgetDatabase, putCopyBack, tamperWith } from './disk.ts'
import { kind, kinds, profile } from './fixture.ts'
import { overTheWire, storeOf, type KeptEditions } from './wire.ts'

/** A hall in one process: real files, both real ends, and lines that a test cuts, delays and doubles. */

export type Told = { machine: string; command: Command; outcome: Outcome; originSeq: number }

type Parted = { own: number; setAside: number }
type Seat = ReturnType<ReturnType<typeof hallEnd>['connect']>
type Line = ReturnType<ReturnType<typeof counterEnd>['online']>

const manual = {
  kind: (code: string) => ({ edition: 1, kind: kinds.find((k) => k.code === code) ?? kind }),
  paper: (_known: unknown, _name: unknown, number: string) => ({
    ...{ fields: { title: '문서' }, code: `확인 ${number}`, salt: 'salt' },
  }),
}

/** As far as a PC knows, the hall could put any edition together. */
const couldBe = () => ({ hash: 'hash', signature: '', changes: { added: [], changed: [], removed: [] } })

/** One machine of the hall with its line. */
export class Machine {
  readonly id: string
  readonly world: World
  end!: ReturnType<typeof counterEnd>
  log!: ReturnType<typeof openLog>
  archive!: ReturnType<typeof openArchive>
  editions!: Editions
  record!: ReturnType<typeof openRecord>
  up: FromMachine[] = []
  down: FromHall[] = []
  /** What it took back when its record had parted from the hall's. */
  parted: Parted | undefined
  #seat: Seat | undefined
  #line: Line | undefined
  #close!: () => void

  constructor(world: World, id: string) {
    this.world = world
    this.id = id
    this.open()
  }

  open(): void {
    const { log, archive, editions, close } = this.world.openFile(this.id)
    this.log = log
    this.archive = archive
    this.editions = editions.of
    this.#close = close
    this.record = openRecord(log)
    const around = {
      ...{ ...manual, archive, editions: storeOf(editions), changed() {} },
      parted: (what: Parted) => (this.parted = what),
      failed(error: unknown) {
        throw error
      },
    }
    this.end = counterEnd(this.record, log, around, this.world.now())
  }

  /** Whether it would refuse a command now, as far as it knows. */
  refuses(command: Command): boolean {
    const { record, log } = this
    return (
      'refused' in
      decide(record.hall, command, {
        ...{ ...manual, machine: this.id, at: this.world.now(), apart: (id: string) => record.privates.get(id) ?? {} },
        ...{ archived: (id: string) => log.archived('case', id)?.body, archive: this.archive },
        ...{ assemble: couldBe, bringBack: couldBe },
      })
    )
  }

  /** The PC is replaced by a new one with an empty disk. */
  replace(): void {
    this.drop(false)
    this.close()
    this.world.forget(this.id)
    this.open()
  }

  connect(): void {
    if (this.#seat) return
    this.up = []
    this.down = []
    const { up, down } = this
    this.#seat = this.world.hall.connect({ send: (m) => down.push(overTheWire(FromHall, m)) })
    const begun = new Set<string>()
    const send = (m: FromMachine) => {
      up.push(overTheWire(FromMachine, m))
      if (m.say !== 'fetch') return
      if (m.from > 0 && !begun.has(m.hash)) this.world.resumed += 1
      begun.add(m.hash)
    }
    this.#line = this.end.online({ send }, this.world.now())
  }

  /** The line is gone on this side; the hall may hear of it only later. */
  drop(hallHearsLater: boolean): void {
    const seat = this.#seat
    if (!seat) return
    if (hallHearsLater) this.world.ghosts.push(seat)
    else seat.leave(this.world.now())
    this.#line?.lost(this.world.now())
    this.#seat = undefined
    this.#line = undefined
    this.up = []
    this.down = []
  }

  restart(hallHearsLater: boolean): void {
    this.drop(hallHearsLater)
    this.close()
    this.open()
  }

  carryUp(most: number): void {
    for (const m of this.up.splice(0, most)) this.#seat?.hear(m, this.world.now())
  }

  carryDown(most: number): void {
    const line = this.#line
    for (const m of this.down.splice(0, most)) line?.hear(m, this.world.now())
    if (line && !line.isCurrent()) this.drop(false)
  }

  /** The same message once more, as a line that repeats itself would bring it; asks are never repeated. */
  double(): void {
    const first = this.up[0]
    if (first && first.say === 'tell') this.up.push(structuredClone(first))
    const news = this.down[0]
    if (news && (news.say === 'news' || news.say === 'editionPart')) this.down.splice(1, 0, structuredClone(news))
  }

  submit(command: Command): void {
    const originSeq = this.record.lastOriginSeq(this.id) + 1
    const outcome = this.end.submit(command, this.world.now())
    const tell = (o: Outcome) => this.world.told.push({ machine: this.id, command, outcome: o, originSeq })
    if (outcome instanceof Promise) this.world.answers.push(outcome.then(tell))
    else tell(outcome)
  }

  close(): void {
    this.#close()
  }
}

/** The whole: hall, machines, time. */
export class World {
  readonly folder = mkdtempSync(join(tmpdir(), 'changgu-'))
  #time = Date.parse('2026-11-24T09:00:00+09:00')
  #closeHall: () => void = () => {}
  readonly machines: Machine[]
  readonly profile: HallProfile
  readonly ghosts: Seat[] = []
  readonly told: Told[] = []
  readonly answers: Promise<unknown>[] = []
  hall!: ReturnType<typeof hallEnd>
  hallLog!: ReturnType<typeof openLog>
  hallEditions!: Editions
  readonly signer = editionSigner(memorySecrets())
  /** How often a transfer of an edition went on where an earlier line had broken. */
  resumed = 0
  hasCopy = false
  /** As a mark in the data folder: a hall that falls meanwhile still waits for its machines. */
  #isRecovering = false
  /** How often a restored hall went on. */
  recovered = 0

  constructor(counters: number) {
    this.profile = profile(counters)
    this.openHall()
    void this.hall.submit('hall', { type: 'setUpHall', profile: this.profile }, this.now())
    this.turn()
    const ids = Array.from({ length: counters }, (_, i) => `counter-${i + 1}`)
    this.machines = [...ids, 'supervisor'].map((id) => new Machine(this, id))
  }

  now = (): number => this.#time
  pass(ms: number): void {
    this.#time += ms
  }

  openFile(machine: string): { log: Log; archive: Archive; editions: KeptEditions; close: () => void } {
    const opened = openDatabase(join(this.folder, `${machine}.db`), machine, 'plain')
    if ('refused' in opened) throw new Error(opened.refused)
    // The dice play no power cut: what a fall leaves behind is what was committed, whether the disk has it or not.
    opened.db.pragma('synchronous = OFF')
    const of = openEditions(opened.db)
    const [log, archive] = [openLog(opened.db, machine), openArchive(opened.db)]
    const editions = { of, parts: openEditionParts(opened.db, of) }
    return { log, archive, editions, close: () => void opened.db.close() }
  }

  /** Puts an edition together: its content is long enough to travel in parts, and nothing here reads it. */
  keep = (mark: { edition: number; effectiveDate: Day }): { hash: string; signature: string } =>
    keepEdition(this.hallEditions, this.signer, mark, `${JSON.stringify(mark)}${'판'.repeat(partLength)}`)

  made = (mark: { edition: number; effectiveDate: Day }) => ({
    ...{ ...this.keep(mark), changes: { added: [], changed: [], removed: [] } },
  })

  forget = (machine: string): void => forgetDatabase(this.folder, machine)

  openHall(isRestored = this.#isRecovering): void {
    this.#isRecovering = isRestored
    const { log, editions, close } = this.openFile('hall')
    this.hallLog = log
    this.hallEditions = editions.of
    this.#closeHall = close
    const ended = () => void ((this.#isRecovering = false), (this.recovered += 1))
    this.hall = hallEnd(openRecord(log), log, {
      ...{ knows: () => true, isSupervisor: (machine) => machine === 'supervisor' },
      edition: (hash) => this.hallEditions.get(hash)?.content,
      hasEdition: (hash) => this.hallEditions.has(hash),
      keepEdition: (mark, content) => this.hallEditions.put({ ...mark, content }) === 'kept',
      ...{ wake() {}, changed() {} },
      ...{ assemble: (_, mark) => this.made(mark), bringBack: (_, mark) => this.made(mark) },
      seal: { sign: this.signer.signHead, isSigned: this.signer.isHeadSigned },
      ...(isRestored && { recovering: { ended } }),
    })
  }

  copyHall = (): void => void (this.hasCopy = copyHallOf(this.folder))

  /** The hall's disk is lost: it rises from its last copy, and knows that it does unless somebody only put the file there. */
  restoreHall(isKnown = true): void {
    this.#fall()
    putCopyBack(this.folder)
    this.openHall(isKnown)
  }

  /** The hall falls and rises from its file; whatever it had not committed is gone. */
  restartHall(): void {
    this.#fall()
    this.openHall()
  }

  #fall(): void {
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

  turn(): void {
    while (this.hall.turn(this.now()));
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

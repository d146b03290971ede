import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { openArchive } from '../../db/archive.ts'
import type { JournaledLog } from '../../db/journal/journaled.ts'
import type { Editions } from '../../db/manual/editions.ts'
import { secondOf, stoodBy } from '../../domain/case/second-person.ts'
import type { Outcome } from '../../domain/desk.ts'
import { decide, type Command } from '../../domain/hall.ts'
import { aboutPassword, nextProof } from '../../domain/people/sign-in.ts'
import { openRecord } from '../../domain/record/record.ts'
import { counterEnd } from '../../sync/counter-end.ts'
import type { hallEnd } from '../../sync/hall-end.ts'
import { FromHall, FromMachine } from '../../sync/protocol.ts'
import { proofAt } from '../support/proofs.ts'
import { diskRefuses, refusing } from './disk.ts'
import { kind, kinds } from './fixture.ts'
import { overTheWire, storeOf } from './wire.ts'
import type { World } from './world.ts'

type Parted = { own: number; setAside: number }
export type Seat = ReturnType<ReturnType<typeof hallEnd>['connect']>
type Line = ReturnType<ReturnType<typeof counterEnd>['online']>

const manual = {
  kind: (code: string) => ({ edition: 1, kind: kinds.find((k) => k.code === code) ?? kind }),
  paper: (_known: unknown, _name: unknown, number: string) => ({
    fields: { title: '문서' },
    code: `확인 ${number}`,
    salt: 'salt',
  }),
}

/** As far as a PC knows, the hall could put any edition together. */
const couldBe = () => ({ hash: 'hash', signature: '', changes: { added: [], changed: [], removed: [] } })

/** One machine of the hall with its line. */
export class Machine {
  readonly id: string
  readonly world: World
  end!: ReturnType<typeof counterEnd>
  log!: JournaledLog
  archive!: ReturnType<typeof openArchive>
  editions!: Editions
  /** How long the parts of its first edition are; as long as ever if it says nothing. */
  firstParts: number | undefined
  record!: ReturnType<typeof openRecord>
  up: FromMachine[] = []
  down: FromHall[] = []
  /** How many messages may lie on the line to it before it is told no more news. */
  mostDown = Infinity
  /** What it took back when its record had parted from the hall's. */
  parted: Parted | undefined
  /** An earlier state of its disk. */
  copy: Buffer | undefined
  #seat: Seat | undefined
  #line: Line | undefined
  /** How often its disk will take nothing. */
  refusals = 0
  #isFull = false
  #close!: () => void

  constructor(world: World, id: string) {
    this.world = world
    this.id = id
    this.open()
  }

  open(): void {
    this.world.history.forgets(this.id)
    const { log, archive, editions, close } = this.world.openFile(this.id)
    this.refusals = 0
    this.log = refusing(log, () => this.refusals > 0 && this.refusals-- > 0)
    this.archive = archive
    this.editions = editions.of
    this.#close = close
    this.record = openRecord(this.log)
    const long = this.firstParts === undefined ? {} : { firstParts: this.firstParts }
    const around = {
      ...manual,
      archive,
      editions: { ...storeOf(editions), ...long },
      changed() {},
      parted: (what: Parted) => {
        this.parted = what
        this.world.history.takenBack(this.id)
      },
      failed(error: unknown) {
        if (error !== diskRefuses) throw error
      },
    }
    this.end = counterEnd(this.record, this.log, around, this.world.now())
  }

  /** Whether it would refuse a command now, as far as it knows. */
  refuses(command: Command): boolean {
    const { record, log } = this
    return (
      'refused' in
      decide(record.hall, command, {
        ...manual,
        machine: this.id,
        at: this.world.now(),
        apart: (id: string) => record.privates.get(id) ?? {},
        archived: (id: string) => log.archived('case', id)?.body,
        archive: this.archive,
        assemble: couldBe,
        bringBack: couldBe,
      })
    )
  }

  /** The PC is replaced by a new one with an empty disk. */
  replace(): void {
    this.drop(false)
    this.world.loseDisk(this)
    this.close()
    this.world.forget(this.id)
    this.world.history.takenBack(this.id)
    this.open()
  }

  /** Puts what stands on its disk aside, as a copy that somebody makes of a PC that is off. */
  keepCopy(hallHearsLater = false): void {
    this.drop(hallHearsLater)
    this.close()
    this.copy = readFileSync(this.#file)
    this.open()
  }

  /** The copy is put back: the PC has forgotten what came since, and does not know it. */
  putBack(hallHearsLater = false): void {
    if (!this.copy) return
    this.drop(hallHearsLater)
    // What nobody else has is gone with the disk.
    this.world.history.unheard([...this.log.renumber(), ...this.log.pending()])
    this.world.loseDisk(this)
    this.close()
    this.world.forget(this.id)
    writeFileSync(this.#file, this.copy)
    this.world.history.takenBack(this.id)
    this.world.history.renumbers(this.id)
    this.open()
  }

  get #file(): string {
    return join(this.world.folder, `${this.id}.db`)
  }

  /** Notes what its screen says now of its line and of what is unsent. */
  look(): void {
    const line = this.end.line()
    const { state, unsent } = line
    this.world.history.see(
      this.id,
      {
        state,
        unsent,
        hallSeq: this.record.lastHallSeq(),
        own: this.record.lastOriginSeq(this.id),
        since: line.state === 'offline' ? line.since : undefined,
      },
      this.world.now(),
    )
  }

  connect(): void {
    if (this.#seat) return
    this.up = []
    this.down = []
    const { up, down } = this
    this.#isFull = false
    this.#seat = this.world.hall.connect({
      send: (m) => down.push(overTheWire(FromHall, m)),
      isFull: () => (this.#isFull ||= down.length > this.mostDown),
    })
    const begun = new Set<string>()
    const send = (m: FromMachine) => {
      up.push(overTheWire(FromMachine, m))
      if (m.say !== 'fetch') return
      if (m.from > 0 && !begun.has(m.hash)) this.world.resumed += 1
      begun.add(m.hash)
    }
    this.world.history.line(this.id, 'up')
    this.#line = this.end.online({ send }, this.world.now())
  }

  /** The line is gone on this side; the hall may hear of it only later. */
  drop(hallHearsLater: boolean): void {
    const seat = this.#seat
    if (!seat) return
    if (hallHearsLater) this.world.ghosts.push(seat)
    else seat.leave(this.world.now())
    this.#line?.lost(this.world.now())
    this.world.history.line(this.id, 'down')
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
    if (this.#isFull && this.down.length <= this.mostDown) {
      this.#isFull = false
      this.#seat?.drained()
    }
    if (line && !line.isCurrent()) this.drop(false)
    this.look()
  }

  /** The same message once more, as a line that repeats itself would bring it; asks are never repeated. */
  double(): void {
    const first = this.up[0]
    if (first && first.say === 'tell') this.up.push(structuredClone(first))
    const news = this.down[0]
    if (news && (news.say === 'news' || news.say === 'editionPart')) this.down.splice(1, 0, structuredClone(news))
  }

  /** Whoever signs in, unlocks, stands by or chooses another password has proven it. */
  #proven(command: Command): Command {
    const { hall } = this.record
    const counter = hall.counters.get(this.id)
    const on = { machine: this.id, ...nextProof(counter, this.world.now()) }
    const second = secondOf(command)
    if (second) {
      const proof = proofAt(hall, { ...on, clerk: second.clerk, about: second.about('salt') })
      return proof ? stoodBy(command, proof, 'salt') : command
    }
    if (command.type === 'setPassword' && counter?.clerk !== undefined) {
      const about = aboutPassword(command.staff, command.verifier)
      const proof = proofAt(hall, { ...on, clerk: counter.clerk, about })
      return proof ? { ...command, proof } : command
    }
    if (command.type !== 'signIn' && command.type !== 'unlockSession') return command
    const clerk = command.type === 'signIn' ? command.clerk : (counter?.clerk ?? '')
    const proof = proofAt(hall, { ...on, clerk })
    return proof ? { ...command, proof } : command
  }

  /** A session of yesterday is unlocked first. */
  submit(plain: Command): void {
    const { clerk, proof } = this.record.hall.counters.get(this.id) ?? {}
    const isOld = proof !== undefined && this.world.now() - proof.at > 8 * 3_600_000
    if (this.world.isProven && clerk !== undefined && isOld && plain.type !== 'unlockSession')
      this.submit({ type: 'unlockSession' })
    const command = this.#proven(plain)
    const originSeq = this.record.lastOriginSeq(this.id) + 1
    const act = this.world.history.ask(this.id, command, this.world.now())
    const outcome = this.end.submit(command, this.world.now())
    const wrote = { from: originSeq, to: this.record.lastOriginSeq(this.id) }
    const tell = (o: Outcome) => {
      this.world.history.answer(act, o, this.world.now(), ...(o === outcome ? [wrote] : []))
      this.world.told.push({ machine: this.id, command, outcome: o, originSeq })
    }
    if (outcome instanceof Promise) this.world.answers.push(outcome.then(tell))
    else tell(outcome)
    this.look()
  }

  close(): void {
    this.#close()
  }
}

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { deskOver } from '../../domain/desk-wire.ts'
import type { Desk } from '../../domain/desk.ts'
import { makeDice, type Dice } from '../simulation/dice.ts'
import { startHall, type Hall } from '../support/hall.ts'
import { History } from '../support/history.ts'
import { invitation } from '../support/paired.ts'
import { Clock } from './clock.ts'
import { Counter, type Told } from './counter.ts'
import { judge, type Allowed } from './judge.ts'
import { Wire } from './wire.ts'

type Environment = { readonly [name: string]: string }
type HallGiven = { clock?: Clock; data?: string; environment?: Environment }

/** Where a scenario plays: a hall and counters as processes of their own in a folder of their own, and what all were told. */
export class Stage {
  readonly folder = mkdtempSync(join(tmpdir(), 'changgu-faults-'))
  readonly history = new History()
  readonly dice: Dice
  readonly counters: Counter[] = []
  /** What the hall says of its errors; it complains rightly here. */
  readonly complaints: string[] = []
  /** What `changgu verify` may find at the end, and which folders have no counter any more. */
  readonly allowed: Allowed = { findings: [], dropped: new Set() }
  readonly #cleanings: (() => unknown)[] = []
  readonly #wires = new Map<Counter, Wire>()
  #hall: Hall | undefined
  #kiosk: { desk: Desk; socket: WebSocket; fell: Promise<'unknown'> } | undefined
  #ids = 0
  #isOver = false

  constructor(seed: number) {
    this.dice = makeDice(seed)
  }

  get hall(): Hall {
    assert.ok(this.#hall, 'no hall is running')
    return this.#hall
  }

  get isHallRunning(): boolean {
    return this.#hall !== undefined
  }

  newId = (): string => `f${++this.#ids}`

  clock = (name: string, shift = 0): Clock => new Clock(this.folder, name, shift)

  /** What is undone when the scenario is over, whether it went well or not; the last one first. */
  onEnd(clean: () => unknown): void {
    this.#cleanings.push(clean)
  }

  /** The hall of scenarios that want nothing special: started if it does not run yet. */
  async haveHall(): Promise<Hall> {
    return this.#hall ?? this.openHall()
  }

  /** The counter of scenarios that want nothing special; one that an earlier scenario has left here goes on. */
  async haveCounter(number: number): Promise<Counter> {
    const known = this.counters.find((c) => c.party === `counter-${number}` && c.isRunning)
    return known ?? this.openCounter(number)
  }

  /** Starts the hall; one that ran before comes back at its own ports. */
  async openHall({ clock, data = join(this.folder, 'hall'), environment }: HallGiven = {}): Promise<Hall> {
    assert.ok(!this.#hall, 'the hall is running already')
    mkdirSync(data, { recursive: true })
    const before = this.#port
    this.#hall = await startHall({
      data,
      complaints: this.complaints,
      ...(before !== undefined && { port: before }),
      ...(clock && { nodeArguments: clock.nodeArguments }),
      environment: { ...clock?.environment, ...environment },
    })
    this.#port = this.#hall.port
    if (this.#isOver) await this.#hall.stop('SIGKILL')
    return this.#hall
  }
  #port: number | undefined

  async endHall(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const hall = this.#hall
    this.#hall = undefined
    this.#kiosk?.socket.terminate()
    this.#kiosk = undefined
    await hall?.stop(signal)
  }

  /** A counter that is paired, on the line over a wire of its own, and signed in. */
  async openCounter(
    number: number,
    given: { clock?: Clock; folder?: string; party?: string; host?: string; environment?: Environment } = {},
  ): Promise<Counter> {
    const machine = `counter-${number}`
    const folder = given.folder ?? join(this.folder, given.party ?? machine)
    const counter = new Counter({ ...given, machine, folder, history: this.history })
    this.counters.push(counter)
    await this.start(counter)
    assert.equal(await counter.pair(await invitation(this.hall.data, machine)), 'done')
    await this.goOnline(counter)
    return counter
  }

  /** A counter that has a folder already, paired as that is; it is not started. */
  adopt(machine: string, folder: string, party: string): Counter {
    const counter = new Counter({ machine, folder, party, history: this.history })
    this.counters.push(counter)
    return counter
  }

  /** Starts the process of a counter, and says why if it did not open. */
  async start(counter: Counter): Promise<void> {
    const why = await counter.start()
    assert.equal(why, undefined, `${counter.party} does not open: ${why} ${counter.said.join('')}`)
    if (this.#isOver) await counter.end('SIGKILL')
  }

  /** Puts a counter on its wire, waits until it has heard the hall, and signs its clerk in. */
  async goOnline(counter: Counter): Promise<void> {
    counter.goTo((await this.wireOf(counter)).address)
    await counter.until('online', ({ ready, coming, sight }) => ready && coming === 0 && sight.state === 'online')
    await counter.enter()
  }

  async wireOf(counter: Counter): Promise<Wire> {
    const known = this.#wires.get(counter)
    if (known) return known
    const port = () => Number(new URL(this.#line()).port)
    const wire = await Wire.open(port, this.dice, counter.host, (is) => this.history.line(counter.party, is))
    this.#wires.set(counter, wire)
    this.onEnd(() => wire.close())
    return wire
  }

  #line(): string {
    this.#lastLine = this.#hall?.line ?? this.#lastLine
    return this.#lastLine
  }
  #lastLine = 'wss://127.0.0.1:9'

  /** Somebody touches the kiosk. */
  async issue(touch = this.newId()): Promise<Told> {
    const command = { type: 'issueTicket', touch, class: this.dice.oneIn(5) ? 'priority' : 'ordinary' } as const
    const act = this.history.ask('kiosk', command, Date.now())
    const desk = await this.#openKiosk().catch(() => undefined)
    if (!desk) return 'unknown'
    const told = await Promise.race([desk.submit(command).catch(() => 'unknown' as const), this.#kiosk?.fell])
    if (told === undefined) return 'unknown'
    if (told !== 'unknown') this.history.answer(act, told, Date.now())
    return told
  }

  async #openKiosk(): Promise<Desk> {
    if (this.#kiosk?.socket.readyState === WebSocket.OPEN) return this.#kiosk.desk
    const socket = new WebSocket(`${this.hall.socket}/desk`)
    socket.on('error', () => socket.terminate())
    const side = deskOver((ask) => socket.send(JSON.stringify(ask)))
    socket.on('message', (data) => side.hear(JSON.parse((data as Buffer).toString('utf8'))))
    socket.on('close', side.lost)
    await Promise.race([once(socket, 'open'), once(socket, 'close').then(() => Promise.reject(new Error('no hall')))])
    this.#kiosk = { desk: side.desk, socket, fell: once(socket, 'close').then(() => 'unknown' as const) }
    return side.desk
  }

  /** Everybody is back and has told all: whoever is not running is started, and every line is whole. */
  async settle(): Promise<void> {
    if (!this.#hall) await this.openHall()
    const alive = this.counters.filter((c) => !this.allowed.dropped.has(c.party))
    for (const counter of alive) {
      const wire = await this.wireOf(counter)
      wire.mend()
      if (counter.isRunning) continue
      await this.start(counter)
      counter.goTo(wire.address)
    }
    for (const counter of alive)
      await counter.until('in step', ({ sight }) => sight.state === 'online' && sight.unsent === 0)
    // Who waits for nothing hears the news a moment later (S6).
    const { entries } = z
      .looseObject({ entries: z.int() })
      .parse(await (await fetch(`${this.hall.address}/health`)).json())
    for (const counter of alive) await counter.until('up to date', ({ sight }) => sight.hallSeq >= entries)
  }

  /** Brings all to rest and judges: throws whatever is not as it was told. */
  async finish(): Promise<void> {
    await this.settle()
    for (const counter of this.counters) await counter.end()
    const { data } = this.hall
    await this.endHall('SIGTERM')
    const counters = this.counters.filter((c) => !this.allowed.dropped.has(c.party))
    judge({ history: this.history, data, counters, allowed: this.allowed })
  }

  /** Ends all that it began, however it stands, and leaves nothing behind. */
  async close(): Promise<void> {
    this.#isOver = true
    await Promise.all([this.endHall(), ...this.counters.map((c) => c.end('SIGKILL'))])
    for (const clean of this.#cleanings.toReversed()) {
      try {
        await clean()
      } catch (error) {
        console.error(`something was not cleared up: ${String(error)}`)
      }
    }
    rmSync(this.folder, { recursive: true, force: true })
  }
}

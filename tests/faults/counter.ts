import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Outcome, PcCommand, Question, ViewOf } from '../../domain/desk.ts'
import type { Command } from '../../domain/hall.ts'
import type { History } from '../support/history.ts'
import { testPassword } from '../support/people.ts'
import type { Clock } from './clock.ts'
import type { FromCounter, Sees, ToCounter } from './counter-messages.ts'

/** `unknown`: the counter fell before it answered. */
export type Told = Outcome | 'unknown'

type Given = {
  machine: string
  folder: string
  history: History
  clock?: Clock | undefined
  party?: string
  /** The address of this machine by which it reaches its wire. */
  host?: string
  /** Variables beside those of this program. */
  environment?: { readonly [name: string]: string }
}
/** Without the identity that every message of an answer has. */
type Ask =
  | { do: 'submit'; command: Command | PcCommand }
  | { do: 'view'; question: Question }
  | { do: 'pair'; invitation: string }
  | { do: 'copy' }
  | { do: 'printed'; bytes: number }

const program = join(import.meta.dirname, 'counter-process.ts')
/** Milliseconds; a busy machine is slow, and whoever waits longer than this waits for ever. */
const patience = 60_000

/** A counter whose core runs in a process of its own, so that it can be killed, starved and set to another time. */
export class Counter {
  readonly machine: string
  readonly folder: string
  /** What it says on its console. */
  readonly said: string[] = []
  /** What its screen shows. */
  sees: Sees | undefined
  /** The command that its process is started by: in a network of its own. */
  inside: readonly string[] = []
  readonly #given: Given
  readonly #waiting = new Map<number, (message: Extract<FromCounter, { id: number }> | undefined) => void>()
  readonly #watchers = new Set<() => void>()
  #child: ChildProcess | undefined
  #asked = 0

  constructor(given: Given) {
    this.#given = given
    this.machine = given.machine
    this.folder = given.folder
  }

  get pid(): number {
    return this.#child?.pid ?? 0
  }

  get isRunning(): boolean {
    return this.#child !== undefined
  }

  /** Opens the core; undefined, or why it did not open. */
  async start(): Promise<string | undefined> {
    const { clock, machine, folder, history, environment } = this.#given
    history.forgets(this.party)
    this.sees = undefined
    const [execPath = process.execPath, ...execArgv] = [
      ...this.inside,
      process.execPath,
      ...(clock?.nodeArguments ?? []),
    ]
    const child = fork(program, [machine, folder], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execPath,
      execArgv,
      env: { ...process.env, ...clock?.environment, ...environment },
    })
    this.#child = child
    child.stderr?.on('data', (text) => this.said.push(String(text)))
    child.on('message', (message: FromCounter) => this.#hear(message))
    child.on('exit', () => this.#gone(child))
    const { promise, resolve } = Promise.withResolvers<string | undefined>()
    child.on('message', (message: FromCounter) => {
      if (message.say === 'open') resolve(undefined)
      if (message.say === 'stopped') resolve(message.why)
    })
    child.on('exit', () => resolve('ended'))
    return promise
  }

  #hear(message: FromCounter): void {
    if (message.say === 'open' || message.say === 'stopped') return
    if (message.say === 'sees') {
      this.sees = message
      this.#given.history.see(this.party, message.sight, message.at)
      for (const look of this.#watchers) look()
      return
    }
    this.#waiting.get(message.id)?.(message)
    this.#waiting.delete(message.id)
  }

  #gone(child: ChildProcess): void {
    if (this.#child !== child) return
    this.#child = undefined
    for (const answer of this.#waiting.values()) answer(undefined)
    this.#waiting.clear()
    for (const look of this.#watchers) look()
  }

  /** The name under which the history knows it: twins have one machine and are two parties. */
  get party(): string {
    return this.#given.party ?? this.machine
  }

  get host(): string {
    return this.#given.host ?? '127.0.0.1'
  }

  #ask(ask: Ask): Promise<Extract<FromCounter, { id: number }> | undefined> {
    const id = ++this.#asked
    const { promise, resolve } = Promise.withResolvers<Extract<FromCounter, { id: number }> | undefined>()
    if (!this.#child?.connected) return Promise.resolve(undefined)
    this.#waiting.set(id, resolve)
    this.#child.send({ ...ask, id } satisfies ToCounter, () => undefined)
    return promise
  }

  /** Does what somebody at the counter does, and notes what they were told. */
  async submit(command: Command | PcCommand): Promise<Told> {
    const { history } = this.#given
    const act = history.ask(this.party, command, Date.now())
    const answer = await this.#ask({ do: 'submit', command })
    if (answer?.say !== 'answer') return 'unknown'
    if (typeof answer.outcome === 'object' && 'threw' in answer.outcome) throw new Error(answer.outcome.threw)
    history.answer(act, answer.outcome, Date.now(), answer.wrote)
    return answer.outcome
  }

  async view<Q extends Question>(question: Q): Promise<ViewOf<Q> | undefined> {
    const answer = await this.#ask({ do: 'view', question })
    return answer?.say === 'view' ? (answer.view as ViewOf<Q>) : undefined
  }

  /** Pairs it by an invitation; what the hall said to it. */
  async pair(invitation: string): Promise<Told> {
    const answer = await this.#ask({ do: 'pair', invitation })
    return answer?.say === 'answer' ? (answer.outcome as Outcome) : 'unknown'
  }

  /** Makes a copy of its database now; false if it could not. */
  async copy(): Promise<boolean> {
    const answer = await this.#ask({ do: 'copy' })
    return answer?.say === 'view' && answer.view === true
  }

  /** Its printer has printed the paper that it was told to, whose PDF has so many bytes; false if it was told none. */
  async prints(bytes: number): Promise<boolean> {
    const answer = await this.#ask({ do: 'printed', bytes })
    return answer?.say === 'view' && answer.view === true
  }

  /** Looks for the hall at an address, and stays on the line. */
  goTo(address: string): void {
    this.#child?.send({ do: 'goTo', address } satisfies ToCounter)
  }

  /** Waits until its screen shows what it should; throws with what it shows instead. */
  async until(what: string, isSo: (sees: Sees) => boolean, within = patience): Promise<Sees> {
    const { promise, resolve, reject } = Promise.withResolvers<Sees>()
    const look = () => {
      if (this.sees && isSo(this.sees)) resolve(this.sees)
      else if (!this.#child) reject(new Error(`${this.party} ended before it was ${what}: ${this.said.join('')}`))
    }
    const late = () => reject(new Error(`${this.party} is not ${what}: ${JSON.stringify(this.sees)}`))
    const timer = setTimeout(late, within)
    this.#watchers.add(look)
    look()
    try {
      return await promise
    } finally {
      clearTimeout(timer)
      this.#watchers.delete(look)
    }
  }

  /** Signs its clerk in, or unlocks the session that it had before it was started anew. */
  async enter(): Promise<void> {
    const clerk = this.machine.replace('counter', 'clerk')
    const setup = await this.view({ of: 'setup' })
    const command = setup?.session?.locked
      ? ({ type: 'unlock', password: testPassword } as const)
      : ({ type: 'enter', clerk, password: testPassword } as const)
    if (setup?.session && !setup.session.locked) return
    const told = await this.submit(command)
    if (told !== 'done') throw new Error(`${this.party} could not sign in: ${JSON.stringify(told)}`)
  }

  /** Ends the process: by a signal, or by itself with all that belongs to an end. */
  async end(signal?: NodeJS.Signals): Promise<void> {
    const child = this.#child
    if (!child) return
    const ended = once(child, 'exit')
    if (signal) child.kill(signal)
    else child.send({ do: 'stop' } satisfies ToCounter)
    await ended
  }
}

import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Outcome, PcCommand, Question, ViewOf } from '../../domain/desk.ts'
import type { Command } from '../../domain/hall.ts'
import type { DayClock } from './clock.ts'
import type { FromPcs, Standing, ToPcs } from './pcs-messages.ts'

type Ask = ToPcs extends infer T ? (T extends { id: number } ? Omit<T, 'id'> : never) : never

/** A process with the cores of several PCs. */
export class Pcs {
  readonly #child: ChildProcess
  readonly #open = new Map<number, { settle: (answer: unknown) => void; fail: (error: Error) => void }>()
  readonly #ended: Promise<unknown>
  #last = 0

  constructor(folder: string, clock: DayClock) {
    this.#child = fork(join(import.meta.dirname, 'pcs-process.ts'), [folder], {
      execArgv: [...clock.nodeArguments, '--expose-gc'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, ...clock.environment },
    })
    this.#ended = once(this.#child, 'exit')
    this.#child.on('message', (message: FromPcs) => {
      const waiting = this.#open.get(message.id)
      this.#open.delete(message.id)
      if ('failed' in message) waiting?.fail(new Error(message.failed))
      else waiting?.settle(message.answer)
    })
    this.#child.on('exit', (code) => {
      for (const { fail } of this.#open.values()) fail(new Error(`a process of PCs ended (${code})`))
    })
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  ask(ask: Ask): Promise<unknown> {
    const id = ++this.#last
    return new Promise((settle, fail) => {
      this.#open.set(id, { settle, fail })
      this.#child.send({ ...ask, id }, (error) => error && fail(error))
    })
  }

  rss = async (): Promise<number> => (await this.ask({ do: 'rss' })) as number

  async stop(): Promise<void> {
    this.ask({ do: 'stop' }).catch(() => undefined)
    await this.#ended
  }
}

/** One PC of a process. */
export class Pc {
  readonly machine: string
  readonly #home: Pcs

  constructor(home: Pcs, machine: string) {
    this.#home = home
    this.machine = machine
  }

  open = (invitation: string): Promise<unknown> => this.#home.ask({ do: 'open', machine: this.machine, invitation })

  submit = async (command: Command | PcCommand): Promise<Outcome> =>
    (await this.#home.ask({ do: 'submit', machine: this.machine, command })) as Outcome

  view = async <Q extends Question>(question: Q): Promise<ViewOf<Q>> =>
    (await this.#home.ask({ do: 'view', machine: this.machine, question })) as ViewOf<Q>

  standing = async (): Promise<Standing> =>
    (await this.#home.ask({ do: 'standing', machine: this.machine })) as Standing

  /** Waits until a view is as it is wished. */
  async until<Q extends Question>(question: Q, isSo: (view: ViewOf<Q>) => boolean): Promise<ViewOf<Q>> {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- one look after the other: the core is in another process
      const view = await this.view(question)
      if (isSo(view)) return view
      // oxlint-disable-next-line no-await-in-loop -- and no more often than this
      await new Promise((go) => setTimeout(go, 100))
    }
  }
}

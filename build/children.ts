import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'

/** Milliseconds to end in; and whether the parts hear of it by the end of a channel, for on Windows a signal kills at once. */
type Ending = { graceMs?: number; byChannel?: boolean }

/** Processes that end with this one; every line that they print says whose it is. */
export class Children {
  readonly #ending: Ending

  constructor(ending: Ending = {}) {
    this.#ending = ending
  }

  readonly #running = new Map<ChildProcess, Promise<unknown>>()

  get isEmpty(): boolean {
    return this.#running.size === 0
  }

  start(name: string, command: string, args: string[], hear?: (line: string) => void): ChildProcess {
    const channel = this.#ending.byChannel === true ? (['ipc'] as const) : []
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe', ...channel] })
    const ended = once(child, 'exit')
    this.#running.set(child, ended)
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream ?? Readable.from([]) }).on('line', (line) => {
        console.log(`[${name}] ${line}`)
        hear?.(line)
      })
    child.on('error', (error) => console.error(`[${name}] ${error.message}`))
    ended.catch(() => {}).finally(() => this.#running.delete(child))
    return child
  }

  /** Asks every process to end, and waits; who does not end in time is ended. */
  async stop(): Promise<void> {
    await Promise.all([...this.#running].map(([child, ended]) => stopOne(child, ended, this.#ending)))
  }
}

async function stopOne(child: ChildProcess, ended: Promise<unknown>, { graceMs = 10_000 }: Ending): Promise<void> {
  if (child.connected) child.disconnect()
  else child.kill('SIGTERM')
  const impatience = setTimeout(() => child.kill('SIGKILL'), graceMs)
  await ended.catch(() => {})
  clearTimeout(impatience)
}

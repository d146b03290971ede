import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

const graceMs = 10_000

/** Processes that end with this one; every line that they print says whose it is. */
export class Children {
  readonly #running = new Map<ChildProcess, Promise<unknown>>()

  get isEmpty(): boolean {
    return this.#running.size === 0
  }

  start(name: string, command: string, args: string[], hear?: (line: string) => void): ChildProcess {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const ended = once(child, 'exit')
    this.#running.set(child, ended)
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        console.log(`[${name}] ${line}`)
        hear?.(line)
      })
    child.on('error', (error) => console.error(`[${name}] ${error.message}`))
    ended.catch(() => {}).finally(() => this.#running.delete(child))
    return child
  }

  /** Asks every process to end, and waits; who does not end in time is ended. */
  async stop(): Promise<void> {
    await Promise.all([...this.#running].map(([child, ended]) => stopOne(child, ended)))
  }
}

async function stopOne(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGTERM')
  const impatience = setTimeout(() => child.kill('SIGKILL'), graceMs)
  await ended.catch(() => {})
  clearTimeout(impatience)
}

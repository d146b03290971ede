import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { createInterface } from 'node:readline'
import { trace } from './state.ts'

type Answer = { resolve: (result: never) => void; reject: (error: Error) => void }
type Message = { id?: number; method?: string; sessionId?: string; params?: unknown; result?: never; error?: Error }

// Ends Chromium when its stdin ends, that is with the stand-in, however that ended: Electron's windows end so too. The
// whole group ends, since Chromium may be a script that starts it.
const guard = 'exec 3<&0; "$@" </dev/null & browser=$!; (cat <&3 >/dev/null; kill -KILL 0) & wait $browser'

/** The little of the DevTools protocol that the windows need: one socket, flat sessions. */
export class Chromium {
  readonly #command: string
  readonly #switches: string[]
  readonly #process: ChildProcess
  readonly #events = new EventEmitter().setMaxListeners(0)
  readonly #calls = new Map<number, Answer>()
  #socket: WebSocket | undefined
  #next = 1

  constructor(command: string, switches: string[]) {
    this.#command = command
    this.#switches = switches
    const line = [command, ...switches, '--no-startup-window', '--remote-debugging-port=0']
    this.#process = spawn('/bin/sh', ['-c', guard, 'sh', ...line], {
      stdio: ['pipe', 'ignore', 'pipe'],
      detached: true,
    })
  }

  /** Resolves when Chromium answers; `announce` hears the line that a driver of tests waits for. */
  async connect(announce: (line: string) => void): Promise<void> {
    this.#socket = await opened(await this.#address(announce))
    this.#socket.addEventListener('message', ({ data }) => this.#receive(String(data)))
    this.#socket.addEventListener('close', () => {
      for (const call of this.#calls.values()) call.reject(new Error('Chromium is closed'))
      this.#events.emit('closed')
    })
  }

  /** Opens a window without tabs in the running Chromium. */
  openAppWindow(url: string): void {
    spawn(this.#command, [...this.#switches, `--app=${url}`], { stdio: 'ignore' })
  }

  send<Result>(method: string, params: object = {}, sessionId?: string): Promise<Result> {
    return new Promise((resolve, reject) => {
      const id = this.#next++
      trace('>', id, method, JSON.stringify(params).slice(0, 150))
      this.#calls.set(id, { resolve, reject })
      this.#socket?.send(JSON.stringify({ id, method, params, sessionId }))
    })
  }

  /** Hears an event of one session, or of the whole browser when the session is empty. */
  on(sessionId: string, method: string, listener: (params: never) => void): void {
    this.#events.on(`${sessionId}/${method}`, listener as (params: unknown) => void)
  }

  onClosed(listener: () => void): void {
    this.#events.once('closed', listener)
  }

  #address(announce: (line: string) => void): Promise<string> {
    const { stderr } = this.#process
    if (!stderr) throw new Error('Chromium was started without its stderr')
    return new Promise((resolve, reject) => {
      this.#process.once('error', reject)
      this.#process.once('exit', (code) => reject(new Error(`Chromium ended (${code}) before it was ready`)))
      createInterface({ input: stderr }).on('line', (line) => {
        trace('chromium', line)
        const address = /^DevTools listening on (ws:.*)$/.exec(line)?.[1]
        if (!address) return
        announce(line)
        resolve(address)
      })
    })
  }

  #receive(text: string): void {
    trace('<', text.slice(0, 260))
    const message = JSON.parse(text) as Message
    if (message.id === undefined) {
      this.#events.emit(`${message.sessionId ?? ''}/${message.method}`, message.params)
      return
    }
    const call = this.#calls.get(message.id)
    this.#calls.delete(message.id)
    if (message.error) call?.reject(new Error(message.error.message))
    else call?.resolve(message.result as never)
  }
}

/** How often Chromium is dialled: on a busy machine it lets the first connection fall now and then. */
const mostTries = 10

/** An open line to Chromium. A socket that fails says so by `error` alone: whoever waits only for `open` waits for ever. */
async function opened(address: string, tries = mostTries): Promise<WebSocket> {
  const socket = new WebSocket(address)
  const { promise, resolve } = Promise.withResolvers<string | undefined>()
  socket.addEventListener('open', () => resolve(undefined), { once: true })
  socket.addEventListener('error', (event) => resolve(reasonOf(event)), { once: true })
  const failed = await promise
  if (failed === undefined) return socket
  trace('no line to Chromium', failed)
  if (tries <= 1) throw new Error(`Chromium takes no line at ${address}: ${failed}`)
  await new Promise((go) => setTimeout(go, 100))
  return opened(address, tries - 1)
}

const reasonOf = (event: Event): string =>
  'error' in event && event.error instanceof Error ? (event.error.stack ?? event.error.message) : event.type

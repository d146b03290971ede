import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { doorOf } from '../../server/invite.ts'
import { nodeArguments as ofProduct } from '../../server/settings.ts'
import { testPassword } from './people.ts'

/** A running hall server. */
export interface Hall {
  /** Where its pages are: http://127.0.0.1:port */
  address: string
  /** Where its kiosk and its boards reach it: ws://127.0.0.1:port */
  socket: string
  port: number
  /** Where its machines reach it: wss://127.0.0.1:port */
  line: string
  data: string
  pid: number
  /** The one-time code of the first administrator; empty where there is one. */
  code: string
  /** The lines that it has printed. */
  said: readonly string[]
  stop(signal?: NodeJS.Signals): Promise<void>
}

type HallOptions = {
  data?: string
  port?: number
  /** Its manual folder, the one of the program unless it is given; `unnamed` leaves the word out of the command line. */
  manual?: string
  copyTo?: string
  passwords?: boolean
  /** Keeps the hours of tickets that its folder says; else it gives them at any time. */
  hours?: boolean
  /** Further words of its command line. */
  more?: string[]
  /** Arguments of Node and variables beside its own, for a hall with a clock of its own. */
  nodeArguments?: readonly string[]
  environment?: { [name: string]: string }
  /** Takes what the hall says of its errors, in place of the console. */
  complaints?: string[]
}

/** What every hall of a test says of its key and its passwords. */
const usual = /^(The key of this hall lies beside|This hall has no recovery key yet|Everybody without a password has)/

/** Starts the real hall server in a process of its own, in a new folder and on a free port unless they are given; its people have passwords. */
export async function startHall({
  data = mkdtempSync(join(tmpdir(), 'changgu-hall-')),
  port = 0,
  manual = join(import.meta.dirname, '../../manual'),
  copyTo,
  passwords = true,
  hours = false,
  more = [],
  nodeArguments = [],
  environment = {},
  complaints,
}: HallOptions = {}): Promise<Hall> {
  const main = resolve(import.meta.dirname, '../../server/main.ts')
  const linePort = port === 0 ? '0' : linePortOf(data)
  const ports = ['--port', String(port), '--line-port', linePort]
  const args = [main, '--data', data, ...ports, ...(manual === 'unnamed' ? [] : ['--manual', manual])]
  if (copyTo !== undefined) args.push('--copy-to', copyTo)
  if (!hours) args.push('--round-the-clock')
  args.push(...more)
  if (passwords) args.push('--demo-password', testPassword)
  const server = spawn(process.execPath, [...ofProduct, ...nodeArguments, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  })
  if (complaints) server.stderr.on('data', (text) => complaints.push(String(text)))
  else
    createInterface({ input: server.stderr }).on(
      'line',
      (line) => usual.test(line) || process.stderr.write(`${line}\n`),
    )
  const ended = once(server, 'exit')
  const endWithTests = () => void server.kill('SIGKILL')
  process.once('exit', endWithTests)
  const said: string[] = []
  const ready = Promise.withResolvers<string>()
  let adminCode = ''
  createInterface({ input: server.stdout }).on('line', (line) => {
    const found = /^hall listening on (http:\S+)/.exec(line)?.[1]
    adminCode = /^administrator code (\S+)/.exec(line)?.[1] ?? adminCode
    said.push(line)
    if (found) ready.resolve(found)
  })
  void ended.then(([code]) => ready.reject(new Error(`the hall server ended (${code}) before it was ready`)))
  const address = await ready.promise
  const line = said.map((one) => /^machines on (wss:\S+)/.exec(one)?.[1]).find((one) => one !== undefined) ?? ''
  const hall: Hall = {
    address,
    line,
    said,
    socket: address.replace('http', 'ws'),
    port: Number(new URL(address).port),
    data,
    pid: server.pid ?? 0,
    code: adminCode,
    async stop(signal = 'SIGTERM') {
      process.off('exit', endWithTests)
      server.kill(signal)
      await ended
    },
  }
  halls.set(hall.socket, hall)
  return hall
}

/** Halls by the address of their kiosks, so that a test that has the address finds the rest. */
const halls = new Map<string, Hall>()

export function hallAt(socket: string): Hall {
  const hall = halls.get(socket)
  if (!hall) throw new Error(`no hall was started at ${socket}`)
  return hall
}

/** A hall that is started again stands where it stood. */
const linePortOf = (data: string): string => new URL(doorOf(data)?.address ?? 'wss://hall:0').port

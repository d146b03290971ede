import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { testPassword } from './people.ts'

/** A running hall server. */
export interface Hall {
  /** Where its pages are: http://127.0.0.1:port */
  address: string
  /** Where its machines reach it: ws://127.0.0.1:port */
  socket: string
  port: number
  data: string
  pid: number
  /** The one-time code of the first administrator; empty where there is one. */
  code: string
  stop(signal?: NodeJS.Signals): Promise<void>
}

/** Starts the real hall server in a process of its own, in a new folder and on a free port unless they are given; its people have passwords. */
export async function startHall({
  data = mkdtempSync(join(tmpdir(), 'changgu-hall-')),
  port = 0,
  manual,
  copyTo,
  passwords = true,
}: { data?: string; port?: number; manual?: string; copyTo?: string; passwords?: boolean } = {}): Promise<Hall> {
  const main = resolve(import.meta.dirname, '../../server/main.ts')
  const args = [main, '--data', data, '--port', String(port), ...(manual ? ['--manual', manual] : [])]
  if (copyTo !== undefined) args.push('--copy-to', copyTo)
  if (passwords) args.push('--demo-password', testPassword)
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(server, 'exit')
  const endWithTests = () => void server.kill('SIGKILL')
  process.once('exit', endWithTests)
  const ready = Promise.withResolvers<string>()
  let adminCode = ''
  createInterface({ input: server.stdout }).on('line', (line) => {
    const found = /^hall listening on (http:\S+)/.exec(line)?.[1]
    adminCode = /^administrator code (\S+)/.exec(line)?.[1] ?? adminCode
    if (found) ready.resolve(found)
    else console.log(`[hall] ${line}`)
  })
  void ended.then(([code]) => ready.reject(new Error(`the hall server ended (${code}) before it was ready`)))
  const address = await ready.promise
  return {
    address,
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
}

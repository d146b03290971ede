import { createHash } from 'node:crypto'
import { createConnection, createServer, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { app, secondStarted } from './app.ts'
import { type SecondStart, state } from './state.ts'

/**
 * Takes the single-instance lock of a user-data folder before the app's code runs: `requestSingleInstanceLock` must answer at once.
 * An abstract socket holds it, because the kernel frees that when the process dies.
 */
export async function takeLock(): Promise<void> {
  const name = `\0standin-${createHash('sha256').update(app.getPath('userData')).digest('hex')}`
  if (await listen(name)) return
  const first = await connect(name)
  state.hasLock = first === undefined
  state.tellFirst = (start) => first?.end(JSON.stringify(start))
}

function listen(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer((socket) => void hear(socket))
    server.once('error', () => resolve(false))
    server.listen(name, () => {
      server.unref()
      resolve(true)
    })
  })
}

async function hear(socket: Socket): Promise<void> {
  const said = await text(socket)
  if (said !== '') secondStarted(JSON.parse(said) as SecondStart)
}

function connect(name: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = createConnection(name)
    socket.once('error', () => resolve(undefined)).once('connect', () => resolve(socket))
  })
}

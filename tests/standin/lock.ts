import { createHash } from 'node:crypto'
import { createConnection, createServer } from 'node:net'
import { app } from './app.ts'
import { preventable, state } from './state.ts'

/**
 * Takes the single-instance lock of a user-data folder before the app's code runs: `requestSingleInstanceLock` must answer at once.
 * An abstract socket holds it, because the kernel frees that when the process dies.
 */
export async function takeLock(argv: string[]): Promise<void> {
  const name = `\0standin-${createHash('sha256').update(app.getPath('userData')).digest('hex')}`
  state.hasLock = (await listen(name)) || !(await tellFirst(name, argv))
}

function listen(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer((socket) => {
      socket.on('data', (argv) => {
        app.emit('second-instance', preventable(), JSON.parse(String(argv)), process.cwd(), {})
      })
    })
    server.once('error', () => resolve(false))
    server.listen(name, () => {
      server.unref()
      resolve(true)
    })
  })
}

function tellFirst(name: string, argv: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    createConnection(name)
      .once('error', () => resolve(false))
      .once('close', () => resolve(true))
      .end(JSON.stringify(argv))
  })
}

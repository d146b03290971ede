import { once } from 'node:events'
import { connect } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { WebSocket } from 'ws'
import { linePath } from '../../sync/pairing.ts'
import { verdict, type Attack } from './attack.ts'

/** The doors of the hall as a stranger on the LAN finds them. */

const paths = [
  ...[
    '/../package.json',
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/hall.db',
  ],
  ...['/..\\..\\hall.db', '/assets/..%5c..%5chall.db', '//etc/passwd', '/%00', '/assets/%00', '/assets//etc/passwd'],
  ...['/guide/../../hall.db', '/guide/%2e%2e%2fhall.db', '/hall.db', '/invitations/counter-1.json', '/line', '/pair'],
  ...[
    '/manual/pack.zip',
    '/manual/more-kinds.json',
    '/copy',
    '/assets/' + 'a'.repeat(6000),
    '/guide/' + '%EA'.repeat(900),
  ],
]

/** Sends a request line as it is, since a client would tidy the path first. */
async function answerTo(port: number, path: string): Promise<{ status: number; body: string }> {
  const socket = connect({ host: '127.0.0.1', port })
  socket.on('error', () => {})
  socket.write(`GET ${path} HTTP/1.1\r\nHost: hall\r\nConnection: close\r\n\r\n`)
  const parts: Buffer[] = []
  socket.on('data', (data) => parts.push(data))
  await once(socket, 'close')
  const text = Buffer.concat(parts).toString('latin1')
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), body: text.slice(text.indexOf('\r\n\r\n')) }
}

const isAlive = async (address: string): Promise<boolean> =>
  (await fetch(`${address}/health`, { signal: AbortSignal.timeout(5000) })).ok

export const webAttacks: readonly Attack[] = [
  {
    name: 'paths that lead out of the folder of pages, and to what only machines may fetch',
    async run({ hall }) {
      const answers = await Promise.all(paths.map((path) => answerTo(hall.port, path)))
      const through = paths.filter((_, i) => {
        const { status = 0, body = '' } = answers[i] ?? {}
        return status === 200 && !/<!doctype html>/i.test(body)
      })
      if (through.length > 0) console.error(`answered: ${through.join(', ')}`)
      return verdict(through.length === 0)
    },
  },
  {
    name: 'the manual is fetched at the door of machines without a device',
    async run({ hall }) {
      const socket = connectTls({ host: '127.0.0.1', port: Number(new URL(hall.line).port), rejectUnauthorized: false })
      await once(socket, 'secureConnect')
      socket.write('GET /manual/pack.zip HTTP/1.1\r\nHost: hall\r\nConnection: close\r\n\r\n')
      const [data] = (await once(socket, 'data')) as [Buffer]
      socket.destroy()
      return verdict(data.toString('latin1').startsWith('HTTP/1.1 401'))
    },
  },
  {
    name: 'the line of machines is sought at the public door',
    async run({ hall }) {
      const line = new WebSocket(hall.socket + linePath).on('error', () => {})
      const isOpen = await once(line, 'open').then(
        () => true,
        () => false,
      )
      line.terminate()
      return verdict(!isOpen)
    },
  },
  {
    name: 'the public desk is asked what only staff may see, and told what only staff may do',
    async run({ hall }) {
      const desk = new WebSocket(`${hall.socket}/desk`)
      const heard: string[] = []
      desk.on('message', (data) => heard.push((data as Buffer).toString('utf8')))
      desk.on('error', () => {})
      await once(desk, 'open')
      for (const staff of ['counter', 'overview', 'contents', 'duties', 'machines', 'register', 'setup'])
        desk.send(JSON.stringify({ id: 1, do: 'view', question: { of: staff } }))
      desk.send(JSON.stringify({ id: 2, do: 'submit', command: { type: 'callNext', visit: 'v' } }))
      desk.send(JSON.stringify({ id: 3, do: 'submit', command: { type: 'signIn', clerk: 'supervisor-1' } }))
      desk.send(JSON.stringify({ id: 4, do: 'find', text: '"* NEAR( OR' }))
      const closed = once(desk, 'close')
      setTimeout(() => desk.terminate(), 1000)
      await closed
      return verdict(!heard.some((text) => /"staff"|"clerk"|"tiles"|"cases"|done/.test(text)))
    },
  },
  {
    name: 'two hundred clients begin a request at each door and never end it',
    async run({ hall }) {
      const sockets = [hall.port, Number(new URL(hall.line).port)].flatMap((port) =>
        Array.from({ length: 200 }, () => {
          const socket = connect({ host: '127.0.0.1', port })
          socket.on('error', () => {})
          socket.write('GET /kiosk HTTP/1.1\r\nHost: ')
          return socket
        }),
      )
      await Promise.all(sockets.filter((s) => s.connecting).map((s) => once(s, 'connect')))
      const alive = await isAlive(hall.address)
      for (const socket of sockets) socket.destroy()
      return verdict(alive)
    },
  },
  {
    name: 'a message of a hundred megabytes, at the public desk',
    async run({ hall }) {
      const desk = new WebSocket(`${hall.socket}/desk`)
      desk.on('error', () => {})
      await once(desk, 'open')
      const closed = once(desk, 'close')
      desk.send('x'.repeat(100 * 2 ** 20))
      await closed
      return verdict(await isAlive(hall.address))
    },
  },
]

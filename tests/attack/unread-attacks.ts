import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { WebSocket } from 'ws'
import type { Hall } from '../support/hall.ts'
import { verdict, watchMemory, type Attack } from './attack.ts'

/** Strangers who ask and never read, or take all the room there is, at the public door. */

/** Megabytes by which a hall grows at most under such an attack; unbounded it grows by twenty and more a second. */
const mostGrown = 64

const wait = (ms: number) => new Promise((go) => setTimeout(go, ms))

/** Another computer; other systems than Linux have one address for themselves alone. */
const elsewhere = process.platform === 'linux' ? '127.0.0.2' : '127.0.0.1'

/** A frame as a browser sends it. */
function frame(opcode: number, text: string): Buffer {
  const [payload, mask] = [Buffer.from(text), randomBytes(4)]
  const head = Buffer.from([0x80 | opcode, 0x80 | payload.length])
  return Buffer.concat([head, mask, payload.map((byte, i) => byte ^ (mask[i % 4] ?? 0))])
}

const ask = (question: object) => frame(1, JSON.stringify({ id: 1, do: 'view', question }))

const upgrade = [
  ...['GET /desk HTTP/1.1', 'Host: hall', 'Upgrade: websocket', 'Connection: Upgrade'],
  ...['Sec-WebSocket-Version: 13', `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`, '', ''],
].join('\r\n')

async function connected(port: number, localAddress = '127.0.0.1'): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port, localAddress }).on('error', () => {})
  await once(socket, 'connect')
  return socket
}

/** A desk whose other side has stopped to read. */
async function deafDesk({ port }: Hall, localAddress?: string): Promise<Socket> {
  const socket = await connected(port, localAddress)
  socket.write(upgrade)
  await once(socket, 'data')
  return socket.pause()
}

/** Sends the same over and over for some seconds, as fast as it goes, unless the hall ends it. */
async function flood(socket: Socket, part: Buffer, seconds: number): Promise<void> {
  const many = Buffer.concat(Array.from({ length: 500 }, () => part))
  const end = Date.now() + seconds * 1000
  while (Date.now() < end && !socket.destroyed)
    if (socket.write(many)) await wait(0)
    else await Promise.race([once(socket, 'drain').catch(() => {}), wait(200)])
}

let visitors = 0

/** Whether a kiosk is let in, gives a ticket and hears of its slip, which it watches before there is one; and health with it. */
async function serves(hall: Hall): Promise<boolean> {
  const touch = `visitor ${(visitors += 1)}`
  const kiosk = new WebSocket(`${hall.socket}/desk`).on('error', () => {})
  const heard = new Promise<boolean>((resolve) => {
    kiosk.on('message', (data: Buffer) => {
      const told = JSON.parse(data.toString('utf8')) as { watch?: number; view?: unknown }
      if (told.watch === 1 && told.view) resolve(true)
    })
  })
  kiosk.on('open', () => {
    kiosk.send(JSON.stringify({ id: 1, do: 'watch', question: { of: 'slip', touch } }))
    const command = { type: 'issueTicket', touch, class: 'ordinary' }
    kiosk.send(JSON.stringify({ id: 2, do: 'submit', command }))
  })
  const isAnswered = await Promise.race([heard, wait(5000).then(() => false)])
  kiosk.terminate()
  return isAnswered && (await fetch(`${hall.address}/health`, { signal: AbortSignal.timeout(5000) })).ok
}

/** An attack that a kiosk, which was there before, and a newcomer do not feel, and the hall's memory neither. */
const unfelt = (name: string, attack: (hall: Hall) => Promise<readonly Socket[]>): Attack => ({
  name,
  async run({ hall }) {
    const isSmall = watchMemory(hall, mostGrown)
    const before = new WebSocket(`${hall.socket}/desk`).on('error', () => {})
    await once(before, 'open')
    const sockets = await attack(hall)
    const goesOn = isSmall() && (await serves(hall)) && before.readyState === before.OPEN
    before.terminate()
    for (const socket of sockets) socket.destroy()
    return verdict(goesOn)
  },
})

async function assetOf(hall: Hall): Promise<string> {
  const page = await (await fetch(`${hall.address}/kiosk`)).text()
  return /\/assets\/[^"]+\.js/.exec(page)?.[0] ?? '/kiosk'
}

const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: hall\r\n\r\n`

export const unreadAttacks: readonly Attack[] = [
  unfelt('a desk asks for views without end and reads no answer', async (hall) => {
    const desk = await deafDesk(hall)
    await flood(desk, ask({ of: 'kiosk' }), 5)
    return [desk]
  }),
  unfelt('a desk pings without end and reads no answer', async (hall) => {
    const desk = await deafDesk(hall)
    await flood(desk, frame(9, 'x'.repeat(120)), 5)
    return [desk]
  }),
  unfelt('desks watch boards and slips that nobody has, and read nothing of them', async (hall) => {
    const desks = await Promise.all(Array.from({ length: 100 }, () => deafDesk(hall, elsewhere)))
    for (const [i, desk] of desks.entries())
      for (let n = 0; n < 8; n++) {
        const question = n % 2 === 0 ? { of: 'board', board: `${i}-${n}` } : { of: 'slip', touch: `${i}-${n}` }
        desk.write(frame(1, JSON.stringify({ id: n, do: 'watch', question })))
      }
    await wait(500)
    return desks
  }),
  unfelt('one connection asks for a page thousands of times before it has one answer, and reads none', async (hall) => {
    const socket = (await connected(hall.port)).pause()
    await flood(socket, Buffer.from(get(await assetOf(hall))), 3)
    return [socket]
  }),
  unfelt('three hundred connections ask for a long page and read nothing of it', async (hall) => {
    const path = await assetOf(hall)
    const sockets = await Promise.all(Array.from({ length: 300 }, () => connected(hall.port)))
    for (const socket of sockets) socket.pause().write(get(path))
    await wait(1000)
    return sockets
  }),
  unfelt('two computers take all the room that there is at the public door', async (hall) => {
    // Other systems than Linux have one address for themselves alone.
    const from = process.platform === 'linux' ? ['127.0.0.2', '127.0.0.3'] : ['127.0.0.1']
    const sockets: Socket[] = []
    for (const address of from)
      for (let i = 0; i < 15; i++)
        sockets.push(...(await Promise.all(Array.from({ length: 100 }, () => connected(hall.port, address)))))
    return sockets
  }),
]

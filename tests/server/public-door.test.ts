import { EventEmitter, once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import type { Question } from '../../domain/desk.ts'
import { keepRoom, requestsInTurn, shares } from '../../server/door-limits.ts'
import { publicDesks } from '../../server/public-desk.ts'
import type { PublicViews } from '../../server/public-views.ts'
import { requestLimit } from '../../server/request-limit.ts'
import type { Turns } from '../../server/turns.ts'

/** What strangers may cost the hall at its public door. */

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

/** A public desk whose views are as long as is said, with both ends of a socket to it. */
async function openDesk(first: number) {
  const size = { length: first }
  const listeners: ((view: never) => void)[] = []
  const views = {
    view: async () => 'x'.repeat(size.length),
    isStrange: () => false,
    watch(_question: Question, listener: (view: never) => void) {
      listeners.push(listener)
      return () => {}
    },
  } as unknown as PublicViews
  const serve = publicDesks({ onCut: () => () => {} } as unknown as Turns, views)
  const server = createServer()
  const sockets = new WebSocketServer({ server })
  const served = once(sockets, 'connection') as Promise<[WebSocket, IncomingMessage]>
  const client = new WebSocket(`ws://127.0.0.1:${await listening(server)}`)
  onTestFinished(() => client.terminate())
  const [socket, { socket: stream }] = await served
  serve(socket, stream, '127.0.0.1')
  await once(client, 'open')
  const heard: unknown[] = []
  client.on('message', (data) => heard.push(JSON.parse((data as Buffer).toString('utf8'))))
  const ask = (id: number, what = 'view') => client.send(JSON.stringify({ id, do: what, question: { of: 'kiosk' } }))
  const tell = (view: unknown) => {
    for (const listener of listeners) listener(view as never)
  }
  return { size, client, stream, socket, heard, ask, tell, listeners }
}

test('a page that does not read is not heard until it reads, and then has every answer', async () => {
  const { size, client, stream, socket, heard, ask } = await openDesk(2 ** 19)
  client.pause()
  let asked = 0
  // Each ask comes by itself, until what the system takes for a page that does not read is full.
  for (; !socket.isPaused && asked < 40; asked++) {
    const before = stream.bytesRead
    ask(asked)
    await expect.poll(() => stream.bytesRead).toBeGreaterThan(before)
  }
  expect(socket.isPaused).toBe(true)
  expect(stream.writableLength).toBeLessThan(2 ** 21)
  const [before, further] = [stream.bytesRead, 10]
  for (const end = asked + further; asked < end; asked++) ask(asked)
  await expect.poll(() => stream.bytesRead).toBeGreaterThan(before)
  // What has come and was not heard is answered as it is then.
  size.length = 1
  client.resume()
  await expect.poll(() => heard.length).toBe(asked)
  expect(heard.slice(-further).map((told) => JSON.stringify(told).length < 100)).toEqual(Array(further).fill(true))
})

test('of many changes that a page has not read, only what it had begun and the newest go to it', async () => {
  const { client, heard, ask, tell, stream, listeners } = await openDesk(1)
  ask(1, 'watch')
  await expect.poll(() => listeners.length).toBe(1)
  client.pause()
  const many = 200
  for (let i = 1; i <= many; i++) tell({ nr: i, text: 'x'.repeat(2 ** 17) })
  expect(stream.writableLength).toBeLessThan(2 ** 20)
  client.resume()
  await expect.poll(() => heard.at(-1)).toMatchObject({ watch: 1, view: { nr: many } })
  expect(heard.length).toBeLessThan(many / 2)
})

test('a socket for which more than a megabyte waits is ended with the next answer', async () => {
  const { client, socket, heard, ask } = await openDesk(2 ** 23)
  const closed = once(client, 'close')
  const ended = once(socket, 'close')
  client.pause()
  for (let i = 0; i < 3; i++) ask(i)
  await ended
  client.resume()
  await closed
  expect(heard.length).toBeLessThan(3)
})

test('whoever asks more often than any page is ended', async () => {
  const { client, heard, ask } = await openDesk(1)
  for (let i = 0; i < 50; i++) ask(i)
  await expect.poll(() => heard.length).toBe(50)
  const closed = once(client, 'close')
  ask(50)
  await closed
})

test('a page that watches more than any page is ended, so that it comes again and does not stand still', async () => {
  const { client, heard, ask } = await openDesk(1)
  const closed = once(client, 'close')
  for (let i = 0; i < 9; i++) ask(i, 'watch')
  await closed
  expect(heard).toEqual([])
})

test('of what there is not without end each address has its share, and what it gives back is free again', () => {
  const { take, give } = shares({ ofOne: 2, ofAll: 3 })
  expect(['phone', 'phone', 'phone'].map(take)).toEqual([true, true, false])
  expect(['kiosk', 'board'].map(take)).toEqual([true, false])
  give('phone')
  expect(['board', 'phone'].map(take)).toEqual([true, false])
})

test('whoever gives back one of its share has the others still', () => {
  const { take, give } = shares({ ofOne: 2, ofAll: 9 })
  expect(['phone', 'phone'].map(take)).toEqual([true, true])
  give('phone')
  expect(['phone', 'phone'].map(take)).toEqual([true, false])
})

test('requests are counted for ten seconds, those that are refused for nobody else, and anew by a clock that was put back', () => {
  const may = requestLimit({ ofOne: 2, ofAll: 3 })
  const ask = (at: number, ...addresses: string[]) => addresses.map((address) => may(address, at))
  expect(ask(100_000, 'phone', 'phone', 'phone', 'phone', 'kiosk', 'board')).toEqual([
    ...[true, true, false, false, true, false],
  ])
  expect(ask(109_999, 'board')).toEqual([false])
  expect(ask(110_000, 'phone', 'board')).toEqual([true, true])
  expect(ask(110_001, 'phone', 'phone')).toEqual([true, false])
  expect(ask(50_000, 'phone')).toEqual([true])
})

/** A door at which sockets of addresses come, with who is still in. */
function door(ofOne: number, ofAll: number) {
  const server = new EventEmitter()
  keepRoom(server as Server, { ofOne, ofAll })
  const inside: string[] = []
  return {
    inside,
    come(address: string, name = address) {
      const socket = Object.assign(new EventEmitter(), { remoteAddress: address, destroy: () => leave() })
      const leave = () => {
        inside.splice(inside.indexOf(name), 1)
        socket.emit('close')
      }
      inside.push(name)
      server.emit('connection', socket)
      return leave
    },
  }
}

test('one computer takes no more connections than one may', () => {
  const { come, inside } = door(2, 10)
  const [leave] = [come('phone', 'p1'), come('phone', 'p2'), come('phone', 'p3')]
  expect(inside).toEqual(['p1', 'p2'])
  leave()
  come('phone', 'p4')
  expect(inside).toEqual(['p2', 'p4'])
})

test('at a full door whoever has the most makes room for who has fewer, and nobody who was there alone goes', () => {
  const { come, inside } = door(3, 5)
  come('board')
  for (const name of ['p1', 'p2', 'p3']) come('phone', name)
  come('tablet')
  come('kiosk')
  expect(inside).toEqual(['board', 'p1', 'p2', 'tablet', 'kiosk'])
  come('another')
  come('late')
  expect(inside).toEqual(['board', 'p1', 'tablet', 'kiosk', 'another'])
})

test('a connection that asks on before it has its answer is ended, and one that waits for it goes on', async () => {
  const { isInTurn } = requestsInTurn()
  let asked = 0
  const server = createServer((request, response) => {
    if (isInTurn(request, response)) setTimeout(() => response.end(`answer ${++asked}`), 20)
  })
  const port = await listening(server)
  const request = 'GET / HTTP/1.1\r\nHost: hall\r\n\r\n'
  const patient = connect(port, '127.0.0.1')
  for (const answer of ['answer 1', 'answer 2']) {
    patient.write(request)
    expect(String(await once(patient, 'data').then(([data]) => data as Buffer))).toContain(answer)
  }
  const hasty = connect(port, '127.0.0.1').on('error', () => {})
  const closed = once(hasty, 'close')
  hasty.write(request + request)
  await closed
  expect(hasty.bytesRead).toBe(0)
})

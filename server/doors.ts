import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { WebSocketServer } from 'ws'
import { waiting } from '../domain/floor.ts'
import { dayOf } from '../domain/time.ts'
import { largestMessage, serveLines } from './line.ts'
import { serveGuide } from './guide.ts'
import { servePages } from './pages.ts'
import { largestAsk, servePublic } from './public-desk.ts'
import type { OpenHall } from './hall.ts'
import { serveShare } from './manual-share.ts'

/** Opens the hall's doors on a server: pages, health, the line of machines and the public desk. */
export function serveDoors(server: Server, hall: OpenHall, screens: string): { close(): void } {
  const pages = servePages(screens)
  const guide = serveGuide(hall)
  const share = serveShare(hall.share)
  const options = { noServer: true, perMessageDeflate: false, clientTracking: true } as const
  const lines = new WebSocketServer({ ...options, maxPayload: largestMessage })
  const desks = new WebSocketServer({ ...options, maxPayload: largestAsk })
  lines.on('connection', serveLines(hall))
  desks.on('connection', (socket) => servePublic(socket, hall))
  server.on('request', (request, response) => {
    if (pathOf(request) === '/health') tellHealth(hall, request, response)
    else if (/^\/guide(?:\/|$)/.test(pathOf(request))) guide(request, response)
    else if (!share(pathOf(request), request, response)) void pages(request, response)
  })
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    const door = doorOf(request, { lines, desks })
    if (typeof door === 'string') return void socket.end(`HTTP/1.1 ${door}\r\nConnection: close\r\n\r\n`)
    door.handleUpgrade(request, socket, head, (client) => door.emit('connection', client, request))
  })
  return {
    close() {
      for (const client of [...lines.clients, ...desks.clients]) client.terminate()
      server.closeAllConnections()
    },
  }
}

type Doors = { lines: WebSocketServer; desks: WebSocketServer }

/** No page speaks on the line of machines, and on the public desk only the hall's own. */
function doorOf(
  request: IncomingMessage,
  { lines, desks }: Doors,
): WebSocketServer | '403 Forbidden' | '404 Not Found' {
  switch (pathOf(request)) {
    case '/line':
      return request.headers.origin === undefined ? lines : '403 Forbidden'
    case '/desk':
      return isSameOrigin(request) ? desks : '403 Forbidden'
    default:
      return '404 Not Found'
  }
}

const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?', 1)[0] ?? '/'

/** A page of another site must not speak for this one; a program without an origin is no page. */
function isSameOrigin({ headers }: IncomingMessage): boolean {
  if (headers.origin === undefined) return true
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host
}

function tellHealth(hall: OpenHall, { method }: IncomingMessage, response: ServerResponse): void {
  const { end } = hall
  const ok = hall.isSound()
  const health = {
    ...{ ok, entries: end.record.lastHallSeq(), connected: end.presence().filter((p) => p.connected).length },
    waiting: waiting(end.record.hall, dayOf(Date.now())).length,
    copies: hall.kept.copies.status(),
    held: end.record.hall.strays.filter((s) => s.why === 'held').length,
  }
  response.writeHead(ok ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(method === 'HEAD' ? undefined : JSON.stringify(health))
}

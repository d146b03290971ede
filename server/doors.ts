import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { WebSocketServer } from 'ws'
import { waiting } from '../domain/queue.ts'
import { dayOf } from '../domain/time.ts'
import { heldEntries } from '../domain/strays.ts'
import { pathOf } from './addresses.ts'
import { serveGuide } from './guide.ts'
import { servePages } from './pages.ts'
import { serveVoice } from './voice.ts'
import { largestAsk, servePublic } from './public-desk.ts'
import { publicViews } from './public-views.ts'
import type { OpenHall } from './hall.ts'

type Answering = (request: IncomingMessage, response: ServerResponse) => Promise<void>
/** The folders of the built screens and of the manuals, and what answers with the measurements. */
type Around = { screens: string; metrics: Answering; manuals: readonly string[] }

/** Opens the public door on a server: pages, the guide, health and the public desk. No machine of the hall comes in here. */
export function servePublicDoor(
  server: Server,
  hall: OpenHall,
  { screens, metrics, manuals }: Around,
): { close(): void } {
  const pages = servePages(screens)
  const voice = serveVoice(manuals)
  const guide = serveGuide(hall)
  const desks = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: largestAsk })
  const views = publicViews(hall)
  desks.on('connection', (socket, { socket: stream }) => servePublic(socket, stream, hall, views))
  server.on('request', (request, response) => {
    if (pathOf(request) === '/health') tellHealth(hall, request, response)
    else if (pathOf(request) === '/metrics') void metrics(request, response).catch(() => response.destroy())
    else if (/^\/guide(?:\/|$)/.test(pathOf(request))) guide(request, response)
    else if (pathOf(request).startsWith('/voice/')) void voice(request, response)
    else void pages(request, response)
  })
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    const refused = pathOf(request) !== '/desk' ? '404 Not Found' : isSameOrigin(request) ? undefined : '403 Forbidden'
    if (refused !== undefined) return void socket.end(`HTTP/1.1 ${refused}\r\nConnection: close\r\n\r\n`)
    desks.handleUpgrade(request, socket, head, (client) => desks.emit('connection', client, request))
  })
  return {
    close() {
      for (const client of desks.clients) client.terminate()
      server.closeAllConnections()
    },
  }
}

/** A page of another site must not speak for this one; a program without an origin is no page. */
function isSameOrigin({ headers }: IncomingMessage): boolean {
  if (headers.origin === undefined) return true
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host
}

function tellHealth(hall: OpenHall, { method }: IncomingMessage, response: ServerResponse): void {
  const { end } = hall
  const ok = hall.isSound()
  // Why, in the system's words, may name folders: the console and the diagnostics have it.
  const { failed, ...copies } = hall.kept.copies.status()
  const health = {
    ...{ ok, entries: end.record.lastHallSeq(), connected: end.presence().filter((p) => p.connected).length },
    waiting: waiting(end.record.hall, dayOf(Date.now())).length,
    copies: { ...copies, ...(failed && { failed: { at: failed.at } }) },
    held: heldEntries(end.record.hall),
  }
  response.writeHead(ok ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(method === 'HEAD' ? undefined : JSON.stringify(health))
}

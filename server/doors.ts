import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { WebSocketServer } from 'ws'
import { waiting } from '../domain/queue/queue.ts'
import { heldEntries } from '../domain/record/strays.ts'
import { dayOf } from '../domain/time.ts'
import { pathOf } from './addresses.ts'
import { keepRoom, requestsInTurn } from './door-limits.ts'
import { serveGuide } from './guide.ts'
import type { OpenHall } from './hall.ts'
import { servePages } from './pages.ts'
import { largestAsk, publicDesks } from './public-desk.ts'
import { publicViews } from './public-views.ts'
import { serveVoice } from './voice.ts'

/** A thousand boards may share an address, and no hall has more. */
const room = { ofOne: 1500, ofAll: 2500 }
/** Milliseconds in which whoever connects has asked, has asked in whole, and takes something of its answer. */
const patience = { headersTimeout: 10_000, requestTimeout: 20_000, timeout: 30_000 }

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
  const serve = publicDesks(hall, views)
  const { mayCome, isInTurn } = requestsInTurn()
  keepRoom(server, room)
  Object.assign(server, patience)
  desks.on('connection', (socket, { socket: stream }) => serve(socket, stream, stream.remoteAddress ?? ''))
  server.on('request', (request, response) => {
    if (!isInTurn(request, response)) return
    if (!mayCome(request)) response.writeHead(429, { 'retry-after': '10', connection: 'close' }).end()
    else if (pathOf(request) === '/health') tellHealth(hall, request, response)
    else if (pathOf(request) === '/metrics') void metrics(request, response).catch(() => response.destroy())
    else if (/^\/guide(?:\/|$)/.test(pathOf(request))) guide(request, response)
    else if (pathOf(request).startsWith('/voice/')) void voice(request, response)
    else void pages(request, response)
  })
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    const refused = whyNotUpgraded(request) ?? (mayCome(request) ? whyNotServed(hall) : '429 Too Many Requests')
    // Ended from here alone it would stay for as long as the other side likes.
    if (refused !== undefined)
      return void socket.end(`HTTP/1.1 ${refused}\r\nConnection: close\r\n\r\n`, () => socket.destroy())
    desks.handleUpgrade(request, socket, head, (client) => desks.emit('connection', client, request))
  })
  return {
    close() {
      for (const client of desks.clients) client.terminate()
      server.closeAllConnections()
    },
  }
}

const whyNotUpgraded = (request: IncomingMessage): string | undefined =>
  pathOf(request) !== '/desk' ? '404 Not Found' : isSameOrigin(request) ? undefined : '403 Forbidden'

/** A restored hall that waits decides nothing and shows a queue of long ago: to its kiosks and boards it is not there (R2). */
const whyNotServed = ({ end }: OpenHall): string | undefined => (end.awaited() ? '503 Service Unavailable' : undefined)

/** A page of another site must not speak for this one; a program without an origin is no page. */
function isSameOrigin({ headers }: IncomingMessage): boolean {
  if (headers.origin === undefined) return true
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host
}

function tellHealth(hall: OpenHall, { method }: IncomingMessage, response: ServerResponse): void {
  const { end } = hall
  const awaited = end.awaited()
  // A restored hall that waits decides nothing: whoever watches it is to know.
  const ok = hall.isSound() && !awaited
  // Why, in the system's words, may name folders: the console names them, and the diagnostics have the cause.
  const { failed, ...copies } = hall.kept.copies.status()
  const health = {
    ok,
    entries: end.record.lastHallSeq(),
    connected: end.presence().filter((p) => p.connected).length,
    waiting: waiting(end.record.hall, dayOf(Date.now())).length,
    copies: { ...copies, ...(failed && { failed: { at: failed.at } }) },
    ...secondOf(hall),
    held: heldEntries(end.record.hall),
    ...(awaited && { recovering: { awaited } }),
  }
  response.writeHead(ok ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(method === 'HEAD' ? undefined : JSON.stringify(health))
}

/** How the second place of the copies stands, told as the copies are. */
function secondOf({ copies }: OpenHall) {
  const { second } = copies.status()
  if (!second) return {}
  const { last, failedAt } = second
  return { second: { ...(last && { last }), ...(failedAt !== undefined && { failed: { at: failedAt } }) } }
}

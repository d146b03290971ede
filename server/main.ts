import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { WebSocketServer } from 'ws'
import { waiting } from '../domain/floor.ts'
import { dayOf } from '../domain/time.ts'
import { openHall, type OpenHall } from './hall.ts'
import { largestMessage, serveLine } from './line.ts'
import { servePages } from './pages.ts'
import { servePublic } from './public-desk.ts'

const root = join(import.meta.dirname, '..')
const usage = 'node server/main.ts --data <folder> [--port 4180] [--host 127.0.0.1] [--manual <folder>]'

const settings = readSettings()
if ('wrong' in settings) {
  giveUp(2, [settings.wrong, usage])
} else {
  const hall = await openHall(settings.data, settings.manual)
  if ('wrong' in hall) giveUp(1, ['The hall cannot be opened:', ...hall.wrong])
  else serve(hall, settings)
}

type Settings = { data: string; manual: string; host: string; port: number }

function readSettings(): Settings | { wrong: string } {
  const text = { type: 'string' } as const
  try {
    const { values } = parseArgs({ options: { data: text, manual: text, host: text, port: text } })
    const port = Number(values.port ?? 4180)
    if (!values.data) return { wrong: '--data is missing: the folder where the hall keeps its record.' }
    if (!Number.isInteger(port) || port < 0 || port > 65_535) return { wrong: '--port must be a number from 0 to 65535.' }
    return { data: values.data, manual: values.manual ?? join(root, 'manual'), host: values.host ?? '127.0.0.1', port }
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) }
  }
}

function serve(hall: OpenHall, { host, port }: Settings): void {
  const pages = servePages(join(root, 'dist/renderer'))
  const server = createServer((request, response) => {
    if (request.url === '/health') response.setHeader('content-type', 'application/json').end(health(hall))
    else void pages(request, response)
  })
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage, perMessageDeflate: false })
  server.on('upgrade', (request, socket, head) => {
    const door = doorOf(request, hall)
    if (!door) return void socket.end('HTTP/1.1 404 Not Found\r\n\r\n')
    sockets.handleUpgrade(request, socket, head, door)
  })
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error
    giveUp(1, [`Port ${port} is taken by another program. Choose another with --port.`])
  })
  server.listen(port, host, () => {
    console.log(`hall listening on http://${host}:${(server.address() as AddressInfo).port}`)
  })
  const stop = () => {
    for (const client of sockets.clients) client.terminate()
    server.close(() => {
      hall.end.turn(Date.now())
      hall.close()
      process.exit(0)
    })
  }
  process.once('SIGTERM', stop).once('SIGINT', stop)
}

type Door = (socket: Parameters<typeof serveLine>[0]) => void

function doorOf(request: IncomingMessage, hall: OpenHall): Door | undefined {
  if (request.url === '/line' && request.headers.origin === undefined) return (socket) => serveLine(socket, hall.end)
  if (request.url === '/desk' && isSameOrigin(request)) return (socket) => servePublic(socket, hall)
  return undefined
}

/** A page of another site must not speak for this one; a program without an origin is no page. */
function isSameOrigin({ headers }: IncomingMessage): boolean {
  if (headers.origin === undefined) return true
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host
}

function health({ end }: OpenHall): string {
  const { hall } = end.record
  return JSON.stringify({
    ok: true,
    entries: end.record.lastHallSeq(),
    connected: end.presence().filter((p) => p.connected).length,
    waiting: waiting(hall, dayOf(Date.now())).length,
    held: hall.strays.filter((s) => s.why === 'held').length,
  })
}

function giveUp(code: number, sentences: readonly string[]): void {
  for (const sentence of sentences) console.error(sentence)
  process.exit(code)
}

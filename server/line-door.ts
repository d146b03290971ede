import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { Duplex } from 'node:stream'
import { TLSSocket } from 'node:tls'
import { WebSocketServer } from 'ws'
import { diagnostics } from '../db/diagnostics.ts'
import { numberKeyOf } from '../db/keys/number-key.ts'
import { isDeviceProof } from '../db/keys/pairing-proof.ts'
import { seldom } from '../db/seldom.ts'
import { standingOf } from '../domain/machine/machines.ts'
import {
  copyPath,
  deviceExporter,
  deviceHeader,
  exporterLength,
  linePath,
  pairPath,
  whyHeader,
} from '../sync/pairing.ts'
import { pathOf } from './addresses.ts'
import { takeCopy } from './copy-door.ts'
import { keepRoom } from './door-limits.ts'
import type { OpenHall } from './hall.ts'
import { largestMessage, serveLines } from './line.ts'
import { serveShare } from './manual-share.ts'
import { servePairing } from './pair.ts'

/** Nothing older is spoken, and nothing is negotiated down. */
const onlyTls13 = { minVersion: 'TLSv1.3', maxVersion: 'TLSv1.3' } as const
/** Milliseconds between looks at the certificate: it is renewed 30 days before its end. */
const renewalRhythm = 12 * 3_600_000
/** Milliseconds from one word about refused devices to the next of the same one. */
const refusalRhythm = 60_000

/** A hall has some twenty PCs, each with a line and now and then a copy that it leaves. */
const room = { ofOne: 500, ofAll: 1000 }

/** The server of the door for machines; until it has a certificate no handshake succeeds. */
export const lineServer = (): Server => createServer(onlyTls13)

type Around = { address: () => string; publicPort: () => number }

/** Opens the door for machines: the line, the pairing, and the manual for paired PCs; nothing else is behind it. */
export function serveLineDoor(server: Server, hall: OpenHall, around: Around): { close(): void } {
  const { identity, invitations } = hall
  const certify = () => server.setSecureContext({ ...identity.server(Date.now()), ...onlyTls13 })
  certify()
  /** A certificate that cannot be kept today is tried again: the old one is good for weeks. */
  function renew(): void {
    try {
      certify()
    } catch (error) {
      diagnostics.error('the certificate could not be renewed', error)
    }
  }
  const renewal = setInterval(renew, renewalRhythm)
  renewal.unref()
  keepRoom(server, room)
  const refused = refusals()
  const lines = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: largestMessage })
  const line = serveLines(hall)
  const pair = servePairing({ hall, identity, invitations, numberKey: () => numberKeyOf(hall.kept.secrets), ...around })
  const share = serveShare(hall.share)
  // Whoever connects and says nothing must not keep the hall from ending.
  const raw = new Set<Duplex>()
  server.on('connection', (socket) => {
    raw.add(socket)
    socket.on('close', () => raw.delete(socket))
  })
  // A handshake that fails is the other side's affair; without a listener it would be ours.
  server.on('tlsClientError', (_error, socket) => socket.destroy())
  server.on('request', (request, response) => {
    const path = pathOf(request)
    if (path === pairPath) void pair(request, response).catch(() => response.destroy())
    else if (path === copyPath) void copyFrom(hall, request, response).catch(() => response.destroy())
    else if (isRefused(hall, request, response) || !share(path, request, response)) notFound(response)
  })
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    if (pathOf(request) !== linePath) return end(socket, '404 Not Found')
    // No page speaks on the line of machines.
    if (request.headers.origin !== undefined) return end(socket, '403 Forbidden')
    const known = deviceOf(hall, request)
    if ('why' in known) {
      refused(known, request.socket.remoteAddress)
      return end(socket, '401 Unauthorized', known.why)
    }
    lines.handleUpgrade(request, socket, head, (client) => line(client, known, socket))
  })
  return {
    close() {
      clearInterval(renewal)
      for (const client of lines.clients) client.terminate()
      for (const socket of raw) socket.destroy()
    },
  }
}

/** A device that is not let in comes again and again: the same is told once in a while. */
function refusals(): (known: NotLetIn, address: string | undefined) => void {
  const mayTell = seldom(refusalRhythm)
  return ({ why, ...of }, address = '') => {
    if (mayTell(`${why} ${of.machine ?? address}`)) diagnostics.warn('a device was not let in', { why, ...of, address })
  }
}

/** Why a device is not let in, and for which machine it was paired where the hall knows that. */
type NotLetIn = { why: 'revoked' | 'unknownDevice' | 'badProof'; machine?: string }

/** The machine and the device that a request proves to come from, or why it is not let in. */
function deviceOf(
  hall: OpenHall,
  { headers, socket }: IncomingMessage,
): { machine: string; device: string } | NotLetIn {
  const said = headers[deviceHeader]
  const [device = '', signature = ''] = typeof said === 'string' ? said.split('.') : []
  if (!(socket instanceof TLSSocket)) return { why: 'badProof' }
  const standing = standingOf(hall.end.record.hall, device)
  if (standing === 'unknown') return { why: 'unknownDevice' }
  if ('revoked' in standing) return { why: 'revoked', machine: standing.revoked }
  const { machine } = standing
  const exported = socket.exportKeyingMaterial(exporterLength, deviceExporter, Buffer.alloc(0))
  if (!isDeviceProof(standing.device.key, device, exported, signature)) return { why: 'badProof', machine }
  return { machine, device }
}

/** The copy of a database is taken from the device of its machine alone. */
async function copyFrom(hall: OpenHall, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const known = deviceOf(hall, request)
  if ('why' in known) response.writeHead(401, { [whyHeader]: known.why }).end()
  else await takeCopy(hall.copies, known.machine, request, response)
}

/** Refuses whoever asks for more than to be paired and is no paired device. */
function isRefused(hall: OpenHall, request: IncomingMessage, response: ServerResponse): boolean {
  const known = deviceOf(hall, request)
  if (!('why' in known)) return false
  response.writeHead(401, { [whyHeader]: known.why }).end()
  return true
}

function notFound(response: ServerResponse): void {
  if (!response.headersSent) response.writeHead(404).end()
}

const end = (socket: Duplex, status: string, why?: string): void =>
  void socket.end(
    `HTTP/1.1 ${status}\r\n${why === undefined ? '' : `${whyHeader}: ${why}\r\n`}Connection: close\r\n\r\n`,
    () => socket.destroy(),
  )

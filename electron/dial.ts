import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls'
import { signDevice } from '../db/keys/pairing-proof.ts'
import type { Barred } from '../domain/machine/pairing.ts'
import { deviceExporter, deviceHeader, exporterLength, hallName } from '../sync/pairing.ts'
import type { PairedHall } from './paired-hall.ts'

/** A way to the hall: a TLS 1.3 connection, or why there is none; of one that is not reached in the network's word. */
type Dialled = { socket: TLSSocket } | NotDialled
type NotDialled = { failed: 'unreachable'; code: string } | { failed: Barred['why'] }

/** Milliseconds for a handshake. */
const patience = 10_000
const onlyTls13 = { minVersion: 'TLSv1.3', maxVersion: 'TLSv1.3', ALPNProtocols: ['http/1.1'] } as const

/** Dials the hall of this PC: nothing is sent before the server has proved to be that hall, whatever its address is. */
export const dialHall = (hall: Pick<PairedHall, 'ca' | 'hallId'>, address: string): Promise<Dialled> =>
  dial(address, { ca: [hall.ca], servername: hallName(hall.hallId), rejectUnauthorized: true })

/**
 * Dials a server that says it is the hall, to be paired with it. Its certificate proves nothing yet, so it is not looked
 * at, for this one connection; what the invitation's code proves on it does (decision 0013).
 */
export const dialUnknown = (address: string): Promise<Dialled> => dial(address, { rejectUnauthorized: false })

/** The header in which this device proves itself on a connection. */
export function deviceProof(hall: PairedHall, socket: TLSSocket): { [name: string]: string } {
  const exported = socket.exportKeyingMaterial(exporterLength, deviceExporter, Buffer.alloc(0))
  return { [deviceHeader]: `${hall.device}.${signDevice(hall.privateKey, hall.device, exported)}` }
}

function dial(address: string, options: ConnectionOptions): Promise<Dialled> {
  const { promise, resolve } = Promise.withResolvers<Dialled>()
  const { hostname, port } = new URL(address)
  const socket = connect({ ...onlyTls13, ...options, host: hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(port) })
  const give = (why: NotDialled) => {
    socket.destroy()
    resolve(why)
  }
  const timer = setTimeout(() => give({ failed: 'unreachable', code: 'timeout' }), patience)
  void promise.then(() => clearTimeout(timer))
  socket.on('error', (error: NodeJS.ErrnoException) => give(whyNot(error)))
  socket.on('close', () => give({ failed: 'unreachable', code: 'closed' }))
  socket.on('secureConnect', () => {
    if (socket.getProtocol() === 'TLSv1.3') resolve({ socket })
    else give({ failed: 'impostor' })
  })
  return promise
}

/** Errors of the network, by the names of the operating system. Whatever else goes wrong is the other side's proof. */
const ofTheNetwork = /^E(?!RR_|PROTO)[A-Z0-9_]+$/
const ofTheDate: ReadonlySet<string> = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'])

function whyNot({ code = '' }: NodeJS.ErrnoException): NotDialled {
  if (ofTheNetwork.test(code)) return { failed: 'unreachable', code }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return { failed: 'wrongName' }
  return { failed: ofTheDate.has(code) ? 'certExpired' : 'impostor' }
}

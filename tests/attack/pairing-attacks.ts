import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect, createServer, type TLSSocket } from 'node:tls'
import { mostTries } from '../../domain/machine/invitation.ts'
import { pairWithHall } from '../../electron/pair.ts'
import { newAuthority, newServerCertificate } from '../../server/certificate.ts'
import { pairExporter } from '../../sync/pairing.ts'
import { invited } from '../support/paired.ts'
import { verdict, type Attack } from './attack.ts'

const wrongCode = '0000-0000-0000-0000'

function stranger(): { cert: string; key: string } {
  const made = newServerCertificate(newAuthority('stranger', Date.now()), 'stranger', 'stranger.invalid', Date.now())
  return { cert: made.certificate, key: made.privateKey }
}

/** A TLS server of the attacker for as long as one attempt lasts. */
async function during<T>(serve: (socket: TLSSocket) => void, act: (address: string) => Promise<T>): Promise<T> {
  const server = createServer({ ...stranger(), minVersion: 'TLSv1.3' }, (socket) => {
    socket.on('error', () => {})
    serve(socket)
  })
  server.on('tlsClientError', () => {})
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    return await act(`wss://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.close()
  }
}

/** Who pairs that should not, and who is believed that is not the hall. */
export const pairingAttacks: readonly Attack[] = [
  {
    name: 'an invitation is used a second time by who has read it',
    async run({ hall }) {
      const made = await invited(hall.data, 'counter-2')
      await pairWithHall('counter-2', made)
      return verdict('refused' in (await pairWithHall('counter-2', made)))
    },
  },
  {
    name: 'the code of an invitation is guessed until it fits',
    async run({ hall }) {
      const made = await invited(hall.data, 'counter-3')
      for (let i = 0; i < mostTries; i++) await pairWithHall('counter-3', { ...made, code: wrongCode })
      return verdict('refused' in (await pairWithHall('counter-3', made)))
    },
  },
  {
    name: 'an invitation for one machine pairs another',
    async run({ hall }) {
      const made = await invited(hall.data, 'counter-4')
      return verdict('refused' in (await pairWithHall('supervisor', made)))
    },
  },
  {
    name: 'a relay in the middle of a pairing passes everything on',
    async run({ hall }) {
      const port = Number(new URL(hall.line).port)
      const relay = (near: TLSSocket) => {
        const far = connect({ host: '127.0.0.1', port, rejectUnauthorized: false })
        far.on('error', () => near.destroy())
        near.pipe(far).pipe(near)
        near.on('close', () => far.destroy())
      }
      const made = await invited(hall.data, 'counter-5')
      return during(relay, async (address) =>
        verdict('refused' in (await pairWithHall('counter-5', { ...made, address }))),
      )
    },
  },
  {
    name: 'an impostor answers a pairing and plants an authority of his own',
    async run({ hall }) {
      const body = JSON.stringify({
        hallId: 'a'.repeat(16),
        device: 'device',
        ca: stranger().cert,
        recoveryPub: 'x',
        address: 'wss://127.0.0.1:1',
        publicPort: 1,
      })
      const answer = (socket: TLSSocket) =>
        void socket.once('data', () => {
          const exported = socket.exportKeyingMaterial(32, pairExporter, Buffer.alloc(0))
          const said = JSON.stringify({ body, mac: exported.toString('base64') })
          socket.end(`HTTP/1.1 200 OK\r\nContent-Length: ${said.length}\r\nConnection: close\r\n\r\n${said}`)
        })
      const made = await invited(hall.data, 'counter-6')
      return during(answer, async (address) =>
        verdict('refused' in (await pairWithHall('counter-6', { ...made, address }))),
      )
    },
  },
]

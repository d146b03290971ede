import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { connect, createServer, type TLSSocket } from 'node:tls'
import { beforeAll, afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { openSecrets } from '../../db/keys/secrets.ts'
import { openDatabase } from '../../db/open.ts'
import { inviteLasts, mostTries } from '../../domain/machine/invitation.ts'
import { openCore } from '../../electron/desk-core.ts'
import { pairWithHall } from '../../electron/pair.ts'
import { newAuthority, newServerCertificate } from '../../server/certificate.ts'
import { pairExporter } from '../../sync/pairing.ts'
import { changgu } from '../support/changgu.ts'
import { newFolder, startPc, until } from '../support/core.ts'
import { startHall, type Hall } from '../support/hall.ts'
import { invitation, invited, pairedDevice } from '../support/paired.ts'
import { enter } from '../support/people.ts'
import { testKey } from '../support/record.ts'

const onEnd = (clean: () => unknown) => onTestFinished(async () => void (await clean()))

let hall: Hall
beforeAll(async () => {
  hall = await startHall()
})
afterAll(() => hall.stop())

const wrongCode = '0000-0000-0000-0000'
const fileOf = (machine: string) => join(hall.data, 'invitations', `${machine}.json`)
const keptOf = (machine: string) => JSON.parse(readFileSync(fileOf(machine), 'utf8')) as { [field: string]: unknown }

/** A certificate of an authority of one's own, for a server that is not the hall. */
function strangerCertificate(name = 'stranger.hall.internal'): { cert: string; key: string } {
  const made = newServerCertificate(newAuthority('stranger', Date.now()), 'stranger', name, Date.now())
  return { cert: made.certificate, key: made.privateKey }
}

/** A TLS server on this machine, and where it is. */
async function listen(serve: (socket: TLSSocket) => void): Promise<string> {
  const server = createServer({ ...strangerCertificate(), minVersion: 'TLSv1.3' }, serve)
  server.on('tlsClientError', () => {})
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onEnd(() => server.close())
  return `wss://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('an honest pairing', () => {
  test('gives the PC its hall, and the record a device with its fingerprint, name and time', async () => {
    const pc = await startPc(onEnd, hall.socket, 'supervisor')
    await enter(pc.desk, 'supervisor-1')
    // The record of the device may come before the news that it is connected.
    const view = await until(
      pc.desk,
      { of: 'machines' },
      (v) => v?.machines.some((m) => m.device && m.connected) ?? false,
    )
    const line = view?.machines.find((m) => m.machine === 'supervisor')
    expect(line?.device?.fingerprint).toMatch(/^[0-9a-f]{64}$/)
    expect(line).toMatchObject({ connected: true, device: { name: expect.any(String), pairedAt: expect.any(Number) } })
    expect(line?.device).not.toHaveProperty('key')
  })

  test('[T1] keeps the code nowhere: not with the hall, and not in the record', async () => {
    const made = await invited(hall.data, 'counter-1')
    const kept = readFileSync(fileOf('counter-1'), 'utf8')
    expect(kept).not.toContain(made.code)
    expect(statSync(fileOf('counter-1')).mode & 0o777).toBe(0o600)
    expect(statSync(join(hall.data, 'invitations')).mode & 0o777).toBe(0o700)
    await pairWithHall('counter-1', made)
    const files = readdirSync(hall.data, { recursive: true, encoding: 'utf8' }).map((file) => join(hall.data, file))
    const withCode = files.filter((file) => statSync(file).isFile() && readFileSync(file).includes(made.code))
    expect(withCode).toEqual([])
  })
})

describe('[T1] an invitation', () => {
  test('of a hall that runs is printed without a warning', () => {
    const made = changgu('invite', '--data', hall.data, '--machine', 'counter-1')
    expect(made).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('good for 10 minutes, once') })
  })

  test('is good once', async () => {
    const made = await invited(hall.data, 'counter-2')
    expect(await pairWithHall('counter-2', made)).toHaveProperty('paired')
    expect(await pairWithHall('counter-2', made)).toEqual({ refused: 'inviteUsed' })
  })

  test('is good for ten minutes', async () => {
    const made = await invited(hall.data, 'counter-3')
    const kept = keptOf('counter-3')
    for (const expiresAt of [Date.now() - 1, Date.now() + inviteLasts + 60_000]) {
      writeFileSync(fileOf('counter-3'), JSON.stringify({ ...kept, expiresAt }))
      expect(await pairWithHall('counter-3', made)).toEqual({ refused: 'inviteExpired' })
    }
    writeFileSync(fileOf('counter-3'), JSON.stringify({ ...kept, expiresAt: Date.now() + 60_000 }))
    expect(await pairWithHall('counter-3', made)).toHaveProperty('paired')
  })

  test('is void after five wrong codes, the right one included', async () => {
    const made = await invited(hall.data, 'counter-4')
    for (let left = mostTries - 1; left > 0; left--)
      expect(await pairWithHall('counter-4', { ...made, code: wrongCode })).toEqual({ refused: 'inviteWrong', left })
    expect(await pairWithHall('counter-4', { ...made, code: wrongCode })).toEqual({ refused: 'inviteSpent' })
    expect(await pairWithHall('counter-4', made)).toEqual({ refused: 'inviteSpent' })
  })

  test('has its wrong codes counted in its file, so that a restart of the hall forgives none', async () => {
    const made = await invited(hall.data, 'counter-5')
    await pairWithHall('counter-5', { ...made, code: wrongCode })
    expect(keptOf('counter-5')).toMatchObject({ tries: 1, isUsed: false })
  })

  test('is for one machine, and a later one takes its place', async () => {
    const [first, second] = [await invited(hall.data, 'counter-6'), await invited(hall.data, 'counter-6')]
    expect(await pairWithHall('counter-7', second)).toEqual({ refused: 'inviteNone' })
    expect(await pairWithHall('counter-6', first)).toMatchObject({ refused: 'inviteWrong' })
    expect(await pairWithHall('counter-6', second)).toHaveProperty('paired')
  })

  test('is asked for by a name that is a name: no path leads out of its folder', async () => {
    const code = 'AAAA-AAAA-AAAA-AAAA'
    const answer = await pairWithHall('../../hall', { address: hall.line, code })
    expect(answer).toMatchObject({ refused: 'pairNotProven' })
  })

  test('with an address without encryption, or a code that is too short, is none', async () => {
    const made = await invited(hall.data, 'counter-8')
    expect(await pairWithHall('counter-8', { ...made, address: hall.socket })).toEqual({ refused: 'pairAddress' })
    expect(await pairWithHall('counter-8', { ...made, code: 'ABCD' })).toEqual({ refused: 'pairCode' })
    expect(await pairWithHall('counter-8', { ...made, address: 'wss://127.0.0.1:9' })).toEqual({
      refused: 'pairUnreachable',
    })
  })
})

describe('an attacker', () => {
  test('[T2] in the middle of a pairing, with a live relay and a certificate of his own, pairs nobody and learns no proof that holds', async () => {
    const { port } = new URL(hall.line)
    let relayed = 0
    const address = await listen((near) => {
      const far = connect({ host: '127.0.0.1', port: Number(port), rejectUnauthorized: false })
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        from.on('error', () => to.destroy())
        from.on('data', (data) => {
          relayed += data.length
          to.write(data)
        })
        from.on('close', () => to.destroy())
      }
    })
    const made = await invited(hall.data, 'counter-9')
    // The hall counts it as a wrong code: the proof is of another connection.
    expect(await pairWithHall('counter-9', { ...made, address })).toMatchObject({ refused: 'inviteWrong' })
    expect(relayed).toBeGreaterThan(200)
    expect(keptOf('counter-9')).toMatchObject({ tries: 1, isUsed: false })
  })

  test('[T2] who answers as the hall and plants his own authority is not believed, and nothing of it is kept', async () => {
    const forged = JSON.stringify({
      hallId: 'a'.repeat(16),
      device: randomUUID(),
      ca: strangerCertificate().cert,
      recoveryPub: 'x',
      address: 'wss://127.0.0.1:1',
      publicPort: 1,
    })
    const address = await listen((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => {
        // He knows the connection, and not the code.
        const exported = socket.exportKeyingMaterial(32, pairExporter, Buffer.alloc(0))
        const body = JSON.stringify({ body: forged, mac: exported.toString('base64') })
        socket.end(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`)
      })
    })
    const folder = newFolder(onEnd, 'planted')
    const core = openCore({ machine: 'counter-10', dataFolder: folder, key: testKey })
    if ('wrong' in core) throw new Error(core.wrong)
    const made = await invited(hall.data, 'counter-10')
    const outcome = await core.desk.submit({ type: 'pairPc', address, code: made.code })
    expect(outcome).toEqual({ refused: 'pairNotProven' })
    expect(await core.desk.view({ of: 'pairing' })).toMatchObject({ isPaired: false, refused: 'pairNotProven' })
    core.close()
    const opened = openDatabase(join(folder, 'counter-10.db'), 'counter-10', testKey)
    if ('refused' in opened) throw new Error(opened.refused)
    expect(openSecrets(opened.db).get('hall')).toBeUndefined()
    opened.db.close()
  })

  test('with a key that is none of Ed25519 is paired with nothing', async () => {
    const { publicKey } = generateKeyPairSync('x25519')
    const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    await invited(hall.data, 'counter-11')
    const socket = connect({ host: '127.0.0.1', port: Number(new URL(hall.line).port), rejectUnauthorized: false })
    await once(socket, 'secureConnect')
    const ask = JSON.stringify({ machine: 'counter-11', name: 'x', key, mac: `${'A'.repeat(43)}=` })
    socket.write(
      `POST /pair HTTP/1.1\r\nHost: hall\r\nContent-Length: ${ask.length}\r\nConnection: close\r\n\r\n${ask}`,
    )
    const [answer] = (await once(socket, 'data')) as [Buffer]
    expect(answer.toString('utf8')).toContain('inviteWrong')
    socket.destroy()
  })
})

test('[T5] to pair a machine anew shuts its former device out', async () => {
  const first = await startPc(onEnd, hall.socket, 'counter-12')
  await pairedDevice(hall.data, 'counter-12')
  await until(first.desk, { of: 'pairing' }, (v) => v.barred?.why === 'revoked')
  expect(await first.desk.submit({ type: 'pauseCounter', reason: 'meal' })).toEqual({ refused: 'shutOut' })
  expect(await first.core.link.pairBy(await invitation(hall.data, 'counter-12'))).toBe('done')
  await until(first.desk, { of: 'pairing' }, (v) => v.barred === undefined)
  await until(first.desk, { of: 'setup' }, (v) => v.line.state === 'online')
})

test('the record of a PC goes to no other hall: one that is paired is not paired again, and shut out only with its own', async () => {
  const pc = await startPc(onEnd, hall.socket, 'counter-13')
  const other = await startHall({ passwords: false })
  onEnd(() => other.stop())
  const theirs = await invited(other.data, 'counter-13')
  expect(await pc.desk.submit({ type: 'pairPc', address: theirs.address, code: theirs.code })).toEqual({
    refused: 'pairedAlready',
  })
  await pairedDevice(hall.data, 'counter-13')
  await until(pc.desk, { of: 'pairing' }, (v) => v.barred?.why === 'revoked')
  expect(await pc.desk.submit({ type: 'pairPc', address: theirs.address, code: theirs.code })).toEqual({
    refused: 'pairOtherHall',
  })
  const { address, code } = await invited(hall.data, 'counter-13')
  expect(await pc.desk.submit({ type: 'pairPc', address, code })).toBe('done')
})

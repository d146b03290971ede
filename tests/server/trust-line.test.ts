import { once } from 'node:events'
import { createServer as createPlain } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect, createServer, type TlsOptions, type TLSSocket } from 'node:tls'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { newKeys } from '../../db/keys/pack-key.ts'
import { openCore } from '../../electron/desk-core.ts'
import { deviceProof, dialHall } from '../../electron/dial.ts'
import type { PairedHall } from '../../electron/paired-hall.ts'
import { newAuthority, newServerCertificate } from '../../server/certificate.ts'
import { hallName, linePath, whyHeader } from '../../sync/pairing.ts'
import { protocol } from '../../sync/protocol.ts'
import { closing, newFolder, startPc, until, type TestPc } from '../support/core.ts'
import { startHall, type Hall } from '../support/hall.ts'
import { invitation, pairedDevice, rawLine } from '../support/paired.ts'
import { enter } from '../support/people.ts'
import { testKey } from '../support/record.ts'

const onEnd = (clean: () => unknown) => onTestFinished(async () => void (await clean()))

let hall: Hall
let paired: PairedHall
beforeAll(async () => {
  hall = await startHall()
  paired = await pairedDevice(hall.data, 'counter-1')
})
afterAll(() => hall.stop())

/** A server in the place of the hall, on TLS with what it has; it counts what is sent to it. */
async function impostor(options: TlsOptions): Promise<{ address: string; heard: () => number }> {
  let heard = 0
  const server = createServer(options, (socket) => {
    socket.on('error', () => {})
    socket.on('data', (data) => (heard += data.length))
  })
  server.on('tlsClientError', () => {})
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onEnd(() => server.close())
  return { address: `wss://127.0.0.1:${(server.address() as AddressInfo).port}`, heard: () => heard }
}

function certificate(name: string): TlsOptions {
  const made = newServerCertificate(newAuthority('x', Date.now()), 'x', name, Date.now())
  return { cert: made.certificate, key: made.privateKey, minVersion: 'TLSv1.3' }
}

async function refusal(headers: { [name: string]: string }): Promise<{ status: number; why: unknown }> {
  const dialled = await dialHall(paired, hall.line)
  if ('failed' in dialled) throw new Error(dialled.failed)
  return refusalOn(dialled.socket, headers)
}

async function refusalOn(socket: TLSSocket, headers: { [name: string]: string }) {
  const line = new WebSocket(`wss://${hallName(paired.hallId)}${linePath}`, {
    createConnection: () => socket,
    headers,
  })
  line.on('error', () => {})
  const [, response] = (await once(line, 'unexpected-response')) as [
    unknown,
    { statusCode: number; headers: { [name: string]: unknown } },
  ]
  line.terminate()
  return { status: response.statusCode, why: response.headers[whyHeader] }
}

describe('[T4] the door for machines', () => {
  test('speaks TLS 1.3 and nothing older, and no plain word', async () => {
    const port = Number(new URL(hall.line).port)
    const old = connect({ port, host: '127.0.0.1', rejectUnauthorized: false, maxVersion: 'TLSv1.2' })
    const [error] = (await once(old, 'error')) as [NodeJS.ErrnoException]
    expect(error.code).toMatch(/PROTOCOL_VERSION|ECONNRESET/)
    await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow('fetch failed')
    const now = await dialHall(paired, hall.line)
    if ('failed' in now) throw new Error(now.failed)
    expect(now.socket.getProtocol()).toBe('TLSv1.3')
    now.socket.destroy()
  })

  test('lets nobody in without the proof of a paired device', async () => {
    expect(await refusal({})).toEqual({ status: 401, why: 'unknownDevice' })
    expect(await refusal({ 'x-changgu-device': 'nobody.AAAA' })).toEqual({ status: 401, why: 'unknownDevice' })
    expect(await refusal({ 'x-changgu-device': `${paired.device}.AAAA` })).toEqual({ status: 401, why: 'badProof' })
  })

  test('refuses a foreign key under the name of a device', async () => {
    const foreign = { ...paired, privateKey: newKeys().privateKey }
    await expect(rawLine(foreign, hall.line)).rejects.toThrow('401')
  })

  test('refuses the proof of another connection', async () => {
    const dialled = [await dialHall(paired, hall.line), await dialHall(paired, hall.line)]
    const [one, two] = dialled.map((d) => ('socket' in d ? d.socket : undefined))
    if (!one || !two) throw new Error('not dialled')
    const recorded = deviceProof(paired, one)
    expect(await refusalOn(two, recorded)).toEqual({ status: 401, why: 'badProof' })
    one.destroy()
  })

  test('ends a line whose hello names another machine than its device', async () => {
    const line = await rawLine(paired)
    line.send(JSON.stringify({ say: 'hello', protocol, machine: 'counter-2', seen: 0 }))
    expect(await closing(line)).toMatchObject({ code: 4403 })
  })

  test('speaks with no page, and gives nothing else', async () => {
    const dialled = await dialHall(paired, hall.line)
    if ('failed' in dialled) throw new Error(dialled.failed)
    const headers = { ...deviceProof(paired, dialled.socket), origin: 'https://evil.example' }
    expect(await refusalOn(dialled.socket, headers)).toMatchObject({ status: 403 })
  })
})

describe('[T3] a PC that is answered by another server', () => {
  async function answeredAt(address: string): Promise<TestPc> {
    const pc = await startPc(onEnd, hall.socket, 'counter-3')
    pc.core.link.moveTo(address)
    return pc
  }

  test('with an authority of its own sends it nothing, and says so', async () => {
    const liar = await impostor(certificate(hallName(paired.hallId)))
    const pc = await answeredAt(liar.address)
    await until(pc.desk, { of: 'pairing' }, (v) => v.barred?.why === 'impostor')
    expect((await pc.desk.view({ of: 'setup' })).line).toMatchObject({ state: 'offline', barred: { why: 'impostor' } })
    expect(liar.heard()).toBe(0)
    // It was not the hall: the work goes on, and so does the line when the hall is back.
    pc.core.link.moveTo(hall.line)
    await until(pc.desk, { of: 'setup' }, (v) => v.line.state === 'online' && v.line.barred === undefined)
  })

  test('of the same authority under another name is refused by its name', async () => {
    const ca = newAuthority('Changgu hall same', Date.now())
    const made = newServerCertificate(ca, 'Changgu hall same', hallName('b'.repeat(16)), Date.now())
    const other = await impostor({ cert: made.certificate, key: made.privateKey, minVersion: 'TLSv1.3' })
    expect(await dialHall({ ca: ca.certificate, hallId: 'a'.repeat(16) }, other.address)).toEqual({
      failed: 'wrongName',
    })
    expect(await dialHall({ ca: ca.certificate, hallId: 'b'.repeat(16) }, other.address)).toHaveProperty('socket')
  })

  test('with TLS 1.2, without TLS, or with a certificate that has ended is not spoken to', async () => {
    const ca = newAuthority('x', Date.now())
    const name = hallName('a'.repeat(16))
    const pinned = { ca: ca.certificate, hallId: 'a'.repeat(16) }
    const good = newServerCertificate(ca, 'x', name, Date.now())
    const old = await impostor({ cert: good.certificate, key: good.privateKey, maxVersion: 'TLSv1.2' })
    expect(await dialHall(pinned, old.address)).toEqual({ failed: 'impostor' })
    const past = newServerCertificate(ca, 'x', name, Date.now() - 400 * 86_400_000)
    const ended = await impostor({ cert: past.certificate, key: past.privateKey, minVersion: 'TLSv1.3' })
    expect(await dialHall(pinned, ended.address)).toEqual({ failed: 'certExpired' })
    const plain = createPlain((_, response) => response.end('hello'))
    plain.listen(0, '127.0.0.1')
    await once(plain, 'listening')
    onEnd(() => plain.close())
    const { port } = plain.address() as AddressInfo
    expect(await dialHall(pinned, `wss://127.0.0.1:${port}`)).toEqual({ failed: 'impostor' })
  })
})

test('[T5] a device that is shut out loses its line at once, is refused when it comes back, and its PC says so over a restart', async () => {
  const boss = await startPc(onEnd, hall.socket, 'supervisor')
  await enter(boss.desk, 'supervisor-1')
  const pc = await startPc(onEnd, hall.socket, 'counter-4')
  await enter(pc.desk, 'clerk-4')
  const view = await until(boss.desk, { of: 'machines' }, (v) =>
    Boolean(v?.machines.find((m) => m.machine === 'counter-4')?.device),
  )
  const device = view?.machines.find((m) => m.machine === 'counter-4')?.device?.device ?? ''
  const revoke = { type: 'revokeMachine', machine: 'counter-4', device, reason: '분실' } as const
  expect(await pc.desk.submit(revoke)).toEqual({ refused: 'notAdministrator' })
  expect(await boss.desk.submit({ ...revoke, device: 'another' })).toEqual({ refused: 'deviceUnknown' })
  expect(await boss.desk.submit(revoke)).toBe('done')
  await until(pc.desk, { of: 'pairing' }, (v) => v.barred?.why === 'revoked')
  expect(await pc.desk.submit({ type: 'pauseCounter', reason: 'meal' })).toEqual({ refused: 'shutOut' })
  expect((await pc.desk.view({ of: 'counter' })).clerk).toMatchObject({ id: 'clerk-4' })

  // At the next try, and after a restart without a line, it is the same.
  pc.cut()
  pc.core.link.open()
  await until(pc.desk, { of: 'setup' }, (v) => v.line.state === 'offline' && v.line.barred?.why === 'revoked')
  pc.close()
  const again = openAlone('counter-4', pc.folder)
  expect(await again.desk.view({ of: 'pairing' })).toMatchObject({ isPaired: true, barred: { why: 'revoked' } })
  expect(await again.link.pairBy(await invitation(hall.data, 'counter-4'))).toBe('done')
  again.link.open()
  await until(again.desk, { of: 'setup' }, (v) => v.line.state === 'online' && v.line.barred === undefined)
})

/** A PC that is on no line yet. */
function openAlone(machine: string, folder = newFolder(onEnd, machine)) {
  const core = openCore({ machine, dataFolder: folder, key: testKey })
  if ('wrong' in core) throw new Error(core.wrong)
  onEnd(() => core.close())
  return core
}

test('an invitation made at the supervisor’s PC pairs the machine it is for, and says who invited it', async () => {
  const boss = await startPc(onEnd, hall.socket, 'supervisor')
  await enter(boss.desk, 'supervisor-1')
  expect(await boss.desk.submit({ type: 'makeInvitation', machine: 'counter-99' })).toEqual({
    refused: 'machineUnknown',
  })
  expect(await boss.desk.submit({ type: 'makeInvitation', machine: 'counter-5' })).toBe('done')
  const made = await boss.desk.view({ of: 'invitation' })
  expect(made).toMatchObject({ machine: 'counter-5', address: hall.line })
  const other = await startPc(onEnd, hall.socket, 'counter-6')
  await enter(other.desk, 'clerk-6')
  expect(await other.desk.submit({ type: 'makeInvitation', machine: 'counter-5' })).toEqual({
    refused: 'notAdministrator',
  })
  const core = openAlone('counter-5')
  expect(await core.link.pairBy(made?.text ?? '')).toBe('done')
  const view = await until(boss.desk, { of: 'machines' }, (v) =>
    Boolean(v?.machines.find((m) => m.machine === 'counter-5')?.device),
  )
  expect(view?.machines.find((m) => m.machine === 'counter-5')?.device).toMatchObject({ invitedBy: '정하은' })
  await boss.desk.submit({ type: 'forgetInvitation' })
  expect(await boss.desk.view({ of: 'invitation' })).toBeUndefined()
})

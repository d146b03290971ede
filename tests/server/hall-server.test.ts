import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { copiesFolder } from '../../db/copies/copies.ts'
import { newFolder, openKiosk, runHall, startPc } from '../support/core.ts'
import { fewKinds } from '../support/few-kinds.ts'
import { startHall, type Hall } from '../support/hall.ts'
import { enter } from '../support/people.ts'
import { hallKeyIn, openRaw } from '../support/record.ts'

const onEnd = (clean: () => unknown) => onTestFinished(async () => void (await clean()))
/** A hall may run on this machine already. */
const freePorts = ['--port', '0', '--line-port', '0']
/** None of these tests but the first is about what the manual says. */
const few = fewKinds('ADM-01', 'TRN-21')
const root = resolve(import.meta.dirname, '../..')

async function openHall(given: Parameters<typeof startHall>[0] = {}): Promise<Hall> {
  const hall = await startHall({ manual: few, ...given })
  onEnd(() => hall.stop())
  return hall
}

/** What `hall --json` prints of a data folder. */
async function stateIn(data: string): Promise<{ [name: string]: unknown }> {
  const program = join(root, 'server/changgu.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [program, 'hall', '--data', data, '--json'])
  return JSON.parse(stdout) as { [name: string]: unknown }
}

/** Asks for a path as it is written: `fetch` would tidy it up. */
async function get(port: number, path: string, method = 'GET'): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write(`${method} ${path} HTTP/1.1\r\nHost: hall\r\nConnection: close\r\n\r\n`)
  let text = ''
  socket.on('data', (part) => (text += part.toString('utf8')))
  await once(socket, 'close')
  return text
}

test('at its first start the hall publishes what the folder says, and at the next one nothing new', async () => {
  const first = await startHall({ passwords: false })
  await first.stop()
  const before = await stateIn(first.data)
  expect(before).toMatchObject({ edition: 1, entries: 4 })
  const second = await startHall({ data: first.data, passwords: false })
  await second.stop()
  expect(await stateIn(first.data)).toEqual(before)
})

test('a changed manual becomes the next edition, and a changed hall is set up again', async () => {
  const manual = join(newFolder(onEnd, 'manual'), 'manual')
  cpSync(few, manual, { recursive: true })
  const first = await startHall({ manual, passwords: false })
  await first.stop()
  const change = (file: string, from: string, to: string) => {
    const text = readFileSync(join(manual, file), 'utf8')
    expect(text).toContain(from)
    writeFileSync(join(manual, file), text.replace(from, to))
  }
  change('hall.yaml', 'name: 한빛시청', 'name: 달빛시청')
  change('kinds/ADM-01.yaml', 'name:', '# 바뀐 주석\nname:')
  await (await startHall({ manual, data: first.data, passwords: false })).stop()
  expect(await stateIn(first.data)).toMatchObject({ hall: '달빛시청 열린민원실', edition: 1, entries: 5 })
  change('kinds/ADM-01.yaml', 'text: ', 'text: 다시 ')
  const hall = await openHall({ manual, data: first.data, passwords: false })
  expect(await stateIn(first.data)).toMatchObject({ edition: 2, entries: 6 })
  const pc = await startPc(onEnd, hall.socket, 'counter-1')
  await expect.poll(async () => (await pc.desk.view({ of: 'kind', code: 'ADM-01', edition: 2 }))?.code).toBe('ADM-01')
})

test('a hall that is started without the name of its folder takes nothing from that of another hall, and says so', async () => {
  const manual = join(newFolder(onEnd, 'manual'), 'manual')
  cpSync(few, manual, { recursive: true })
  const settings = readFileSync(join(manual, 'hall.yaml'), 'utf8')
  writeFileSync(join(manual, 'hall.yaml'), settings.replace('name: 한빛시청', 'name: 달빛시청'))
  const first = await startHall({ manual, passwords: false })
  await first.stop()
  expect(first.said.join('\n')).toContain(`${manual}: the settings of 달빛시청 열린민원실 (hall.yaml) are in force.`)
  const before = await stateIn(first.data)
  const kept = () => {
    const db = openRaw(join(first.data, 'hall.db'), hallKeyIn(first.data))
    const count: unknown = db.prepare('SELECT count(*) FROM edition').pluck().get()
    db.close()
    return count
  }
  const complaints: string[] = []
  const forgotten = await startHall({ data: first.data, manual: 'unnamed', passwords: false, complaints })
  await forgotten.stop()
  expect(await stateIn(first.data)).toEqual(before)
  await expect
    .poll(() => complaints.join(''))
    .toMatch(/This hall is 달빛시청 열린민원실, and .* of 한빛시청 열린민원실: nothing was taken/)
  expect(kept()).toBe(1)
})

test('a holiday that leaves the folder is withdrawn, and what the supervisor did stays while the folder is unchanged', async () => {
  const manual = join(newFolder(onEnd, 'manual'), 'manual')
  cpSync(few, manual, { recursive: true })
  const first = await startHall({ manual })
  const pc = await startPc(onEnd, first.socket, 'supervisor')
  await expect.poll(() => enter(pc.desk, 'supervisor-1')).toBe('done')
  const withdraw = { type: 'withdrawHoliday', date: '2027-05-05', reason: '시험' } as const
  await expect.poll(() => pc.desk.submit(withdraw)).toBe('done')
  await first.stop()
  const { entries } = await stateIn(first.data)
  await (await startHall({ manual, data: first.data })).stop()
  expect(await stateIn(first.data)).toMatchObject({ entries })
  const holidays = join(manual, 'holidays.yaml')
  const lines = readFileSync(holidays, 'utf8').split('\n')
  writeFileSync(holidays, lines.filter((line) => !line.includes('2027-12-25')).join('\n'))
  await openHall({ manual, data: first.data })
  expect(await stateIn(first.data)).toMatchObject({ entries: Number(entries) + 1 })
  expect(await pc.desk.submit(withdraw)).not.toBe('done')
})

test('a folder with faults is refused with every fault named', async () => {
  const manual = newFolder(onEnd, 'manual')
  writeFileSync(join(manual, 'hall.yaml'), 'name: 3')
  const ended = await runHall('--data', newFolder(onEnd), ...freePorts, '--manual', manual)
  expect(ended).toMatchObject({ code: 1, out: '' })
  expect(ended.err).toContain('hall.yaml')
  expect(ended.err).toContain('categories.yaml')
})

test('wrong arguments end the start with a sentence and code 2', async () => {
  const wrong: [string[], string][] = [
    [[], '--data is missing'],
    [['--data', 'x', '--port', 'eighty'], '--port must be a number'],
    [['--data', 'x', '--port', '70000'], '--port must be a number'],
    [['--data', 'x', '--manual', '/nowhere'], '--manual: there is no folder'],
    [['--data', 'x', '--colour', 'red'], "Unknown option '--colour'"],
  ]
  for (const [args, sentence] of wrong) {
    const { code, err } = await runHall(...args)
    expect(code).toBe(2)
    expect(err).toContain(sentence)
  }
})

test('a second place for copies that is not there is told at the start, and is not made', async () => {
  const complaints: string[] = []
  const copyTo = join(newFolder(onEnd), 'usb')
  await openHall({ copyTo, complaints, passwords: false })
  await expect.poll(() => complaints.join('')).toContain(`There is no folder ${copyTo} (--copy-to)`)
  expect(existsSync(copyTo)).toBe(false)
})

test('a taken port ends the second hall before it touches the record of the first', async () => {
  const hall = await openHall()
  const { code, err } = await runHall('--data', hall.data, '--port', String(hall.port))
  expect({ code, err }).toEqual({
    code: 1,
    err: `Port ${hall.port} is taken by another program. Choose another with --port.\n`,
  })
})

test('a second hall that ends on a taken port or on the data of another writes nothing into the diagnostics of that one', async () => {
  const hall = await openHall({ passwords: false })
  const log = join(hall.data, 'log/hall.log')
  await expect.poll(() => existsSync(log) && readFileSync(log, 'utf8')).toContain('the hall is open')
  const before = readFileSync(log, 'utf8')
  const second = await runHall('--data', hall.data, ...freePorts)
  const onPort = await runHall('--data', hall.data, '--port', '0', '--line-port', new URL(hall.line).port)
  expect(readFileSync(log, 'utf8')).toBe(before)
  expect([second.code, onPort.code]).toEqual([1, 1])
  expect(second.err).toBe(`The hall cannot be opened:\n${hall.data}: in use by another process. A hall runs once.\n`)
})

test('a database of a newer version is left alone', async () => {
  const first = await startHall({ manual: few })
  await first.stop()
  const db = openRaw(join(first.data, 'hall.db'), hallKeyIn(first.data))
  db.pragma('user_version = 99')
  db.close()
  const { code, err } = await runHall('--data', first.data, ...freePorts)
  expect(code).toBe(1)
  expect(err).toContain('written by a newer Changgu')
})

test('SIGTERM ends a hall with open lines and half-open requests, with code 0', async () => {
  const hall = await startHall({ manual: few, passwords: false })
  const pc = await startPc(onEnd, hall.socket, 'counter-1')
  await openKiosk(onEnd, hall.socket)
  const idle = connect(hall.port, '127.0.0.1')
  idle.on('error', () => idle.destroy())
  idle.write('GET /kiosk HTTP/1.1\r\nHost:')
  const silent = connect(Number(new URL(hall.line).port), '127.0.0.1')
  silent.on('error', () => silent.destroy())
  await once(silent, 'connect')
  const from = Date.now()
  await hall.stop()
  expect(Date.now() - from).toBeLessThan(10_000)
  pc.close()
  // The pairing, and perhaps the key that the PC has left.
  expect([5, 6]).toContain((await stateIn(hall.data))['entries'])
})

test('health says who is there and who waits', async () => {
  const hall = await openHall({ passwords: false })
  await startPc(onEnd, hall.socket, 'counter-1')
  const kiosk = await openKiosk(onEnd, hall.socket)
  await kiosk.desk.submit({ type: 'issueTicket', touch: 't1', class: 'priority' })
  const health = async () => (await fetch(`${hall.address}/health?now`)).json()
  // The four of the start, the pairing and the ticket: no PC leaves its key with a hall that has no recovery key yet.
  await expect.poll(health).toEqual({ ok: true, entries: 6, connected: 1, waiting: 1, held: 0, copies: { count: 0 } })
})

test('health says since when no copy could be made, and nobody learns there in which folder', async () => {
  const { data, stop } = await openHall({ passwords: false })
  await stop()
  const copies = copiesFolder(data)
  rmSync(copies, { recursive: true, force: true })
  symlinkSync(join(data, 'not-mounted', 'copies'), copies, 'dir')
  const hall = await openHall({ data, passwords: false, complaints: [] })
  const copiesNow = async () => ((await (await fetch(`${hall.address}/health`)).json()) as { copies: unknown }).copies
  await expect.poll(copiesNow).toEqual({ count: 0, failed: { at: expect.any(Number) } })
})

test('only the public pages and their assets are served, only to be read, under a strict policy', async () => {
  const { port, address } = await openHall()
  for (const page of ['/kiosk', '/board', '/board/?night=1']) {
    const response = await fetch(address + page)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const policy = response.headers.get('content-security-policy')
    expect(policy).toContain("connect-src 'self'")
    expect(policy).not.toContain('unsafe')
    const [script = ''] = /\/assets\/[^"]+\.js/.exec(await response.text()) ?? []
    expect((await fetch(address + script)).headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  }
  const closed = ['/', '/counter', '/supervisor/index.html', '/assets/', '/assets', '/assets/nothing.js', '/%', '//']
  const climbing = ['/../package.json', '/assets/../../../package.json', '/assets/..%2f..%2f..%2fpackage.json']
  const odd = ['/assets/%2e%2e/%2e%2e/electron/main.js', '/assets/..\\..\\..\\package.json', '/assets/a%00.js']
  for (const path of [...closed, ...climbing, ...odd]) expect(await get(port, path), path).toMatch(/^HTTP\/1.1 404 /)
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
    expect(await get(port, '/kiosk', method), method).toMatch(/^HTTP\/1.1 405 /)
  expect(await get(port, '/kiosk', 'HEAD')).toMatch(/^HTTP\/1.1 200 [^]*\r\n\r\n$/)
})

test('[P3] the public desk answers no page of another site, and nothing that is not public', async () => {
  const hall = await openHall()
  const status = async (path: string, origin?: string) => {
    const socket = new WebSocket(hall.socket + path, origin === undefined ? {} : { origin })
    const opened = once(socket, 'open').then(() => 101)
    const refused = once(socket, 'unexpected-response').then(([, r]) => (r as { statusCode: number }).statusCode)
    const code = await Promise.race([opened.catch(() => refused), refused])
    socket.on('error', () => {})
    socket.terminate()
    return code
  }
  expect(await status('/desk', hall.address)).toBe(101)
  expect(await status('/desk', 'http://elsewhere.example')).toBe(403)
  expect(await status('/desk', 'null')).toBe(403)
  // Another port of the same computer is another site.
  expect(await status('/desk', hall.address.replace(/:\d+$/, ':81'))).toBe(403)
  // The line of machines has a door of its own.
  expect(await status('/line')).toBe(404)
  expect(await status('/elsewhere')).toBe(404)

  const { desk, socket } = await openKiosk(onEnd, hall.socket)
  await expect(desk.view({ of: 'overview' })).rejects.toThrow('notPublic')
  await expect(desk.find('김영수')).rejects.toThrow('notPublic')
  await expect(desk.submit({ type: 'closeDay', day: '2026-11-24' })).rejects.toThrow('notPublic')
  for (const text of ['nonsense', '[]', 'null', '{"id":1}']) socket.send(text)
  expect(await desk.view({ of: 'kiosk' })).toMatchObject({ waiting: 0, estimates: {} })
})

test('whoever is refused a socket is let go, though the own end stays open', async () => {
  const hall = await openHall()
  const socket = connect({ port: hall.port, host: '127.0.0.1', allowHalfOpen: true }).on('error', () => {})
  socket.write('GET /elsewhere HTTP/1.1\r\nHost: hall\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
  socket.resume()
  await once(socket, 'end')
  // Whoever writes to an end that is gone is told so.
  const told = once(socket, 'error') as Promise<[NodeJS.ErrnoException]>
  const writing = setInterval(() => socket.write('x'), 20)
  const [{ code }] = await told.finally(() => clearInterval(writing))
  expect(['EPIPE', 'ECONNRESET']).toContain(code)
})

test('a board hears the newest of many changes, and no more often than its rhythm', async () => {
  const hall = await openHall()
  const kiosk = await openKiosk(onEnd, hall.socket)
  const board = await openKiosk(onEnd, hall.socket)
  const heard: number[] = []
  board.desk.watch({ of: 'board' }, ({ waiting }) => heard.push(waiting))
  await expect.poll(() => heard).toEqual([0])
  const from = Date.now()
  for (let i = 0; i < 20; i++) await kiosk.desk.submit({ type: 'issueTicket', touch: `t${i}`, class: 'ordinary' })
  const took = Date.now() - from
  await expect.poll(() => heard.at(-1)).toBe(20)
  expect(heard.length).toBeLessThanOrEqual(4 + took / 250)
})

import { once } from 'node:events'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { WebSocket } from 'ws'
import { guidanceTopics } from '../../domain/case/intake.ts'
import type { Command } from '../../domain/hall.ts'
import { openCore } from '../../electron/desk-core.ts'
import { protocol, type FromHall, type FromMachine } from '../../sync/protocol.ts'
import { closing, newFolder, openKiosk, startCounter, startPc, until } from '../support/core.ts'
import { fewKinds } from '../support/few-kinds.ts'
import { startHall, type Hall } from '../support/hall.ts'
import { pairedDevice, rawLine } from '../support/paired.ts'
import { enter, testPassword } from '../support/people.ts'
import { hallKeyIn, openRaw, testKey } from '../support/record.ts'

const onEnd = (clean: () => unknown) => onTestFinished(async () => void (await clean()))

const few = fewKinds('QUA-01', 'TRN-21')

async function openHall(given: Parameters<typeof startHall>[0] = {}): Promise<Hall> {
  const hall = await startHall({ manual: few, ...given })
  onEnd(() => hall.stop())
  return hall
}

const ticket = (touch: string) => ({ type: 'issueTicket', touch, class: 'ordinary' }) as const

test('a ticket of the kiosk is seen at every counter, and called by one', async () => {
  const { socket } = await openHall()
  const [one, two] = [await startCounter(onEnd, socket, 1), await startCounter(onEnd, socket, 2)]
  const kiosk = await openKiosk(onEnd, socket)
  expect(await kiosk.desk.submit(ticket('t1'))).toBe('done')
  expect(await kiosk.desk.view({ of: 'slip', touch: 't1' })).toMatchObject({ label: { series: '가', number: 1 } })
  for (const { desk } of [one, two]) await until(desk, { of: 'counter' }, (v) => v.queue.waiting === 1)

  expect(await one.desk.submit({ type: 'callNext', visit: 'v1' })).toBe('done')
  const { visit } = await one.desk.view({ of: 'counter' })
  expect(visit).toMatchObject({ state: 'called', label: { number: 1 } })
  await until(two.desk, { of: 'counter' }, (v) => v.queue.waiting === 0)
  const board = await until(kiosk.desk, { of: 'board' }, (v) => v.last !== undefined)
  expect(board.last).toMatchObject({ counter: 1, label: { number: 1 } })
})

test('two counters call at the same moment while one visitor waits: one gets it, the other hears that nobody waits', async () => {
  const { socket } = await openHall()
  const pcs = [await startCounter(onEnd, socket, 1), await startCounter(onEnd, socket, 2)]
  const kiosk = await openKiosk(onEnd, socket)
  await kiosk.desk.submit(ticket('t1'))
  const outcomes = await Promise.all(pcs.map(({ desk }, i) => desk.submit({ type: 'callNext', visit: `v${i}` })))
  expect(outcomes.toSorted((a) => (a === 'done' ? -1 : 1))).toEqual(['done', { refused: 'queueEmpty' }])
})

test('a double touch gives one ticket', async () => {
  const { socket } = await openHall()
  const kiosk = await openKiosk(onEnd, socket)
  const touches = [kiosk.desk.submit(ticket('same')), kiosk.desk.submit(ticket('same'))]
  expect(await Promise.all(touches)).toEqual(['done', 'done'])
  await kiosk.desk.submit(ticket('same'))
  expect(await kiosk.desk.view({ of: 'kiosk' })).toMatchObject({ waiting: 1 })
})

test('without a line the counter works on, and what it did reaches the hall when the line is back', async () => {
  const hall = await openHall()
  const pc = await startCounter(onEnd, hall.socket, 1)
  await until(pc.desk, { of: 'counter' }, (v) => v.edition !== undefined)
  await expect.poll(() => pc.desk.find('공인중개사')).not.toEqual([])
  const [hit] = await pc.desk.find('공인중개사')
  const kind = await pc.desk.view({ of: 'kind', code: hit?.code ?? '' })
  const check = kind?.steps[0]?.checks[0]?.id ?? ''
  pc.cut()
  await until(pc.desk, { of: 'counter' }, (v) => v.line.state === 'offline')

  expect(await pc.desk.submit({ type: 'callNext', visit: 'v1' })).toBe('unreachable')
  const received: Command = {
    type: 'receiveCase',
    case: 'k1',
    kind: kind?.code ?? '',
    petitioner: { name: '김영수' },
    guidance: [...guidanceTopics],
  }
  expect(await pc.desk.submit(received)).toBe('done')
  expect(await pc.desk.submit({ type: 'tickCheck', case: 'k1', check, mark: 'met' })).toBe('done')
  expect((await pc.desk.view({ of: 'counter' })).line).toMatchObject({ state: 'offline', unsent: 2 })

  pc.mend(hall.socket)
  await until(pc.desk, { of: 'counter' }, (v) => v.line.state === 'online' && v.line.unsent === 0)
  const supervisor = await startPc(onEnd, hall.socket, 'supervisor')
  expect(await enter(supervisor.desk, 'supervisor-1')).toBe('done')
  const { cases } = await until(supervisor.desk, { of: 'overview' }, (v) => v.cases.open === 1)
  expect(cases.lines[0]).toMatchObject({ case: 'k1', holder: 'counter-1', state: 'inProgress' })
  const other = await startCounter(onEnd, hall.socket, 2)
  const seen = await other.desk.view({ of: 'case', case: 'k1' })
  expect(seen).toMatchObject({ mine: false })
  expect(seen).not.toHaveProperty('petitioner')
})

test('a hall that was killed goes on where it was, and its machines come back by themselves', async () => {
  const first = await openHall()
  const pc = await startCounter(onEnd, first.socket, 1)
  const kiosk = await openKiosk(onEnd, first.socket)
  await kiosk.desk.submit(ticket('t1'))
  await kiosk.desk.submit(ticket('t2'))
  await pc.desk.submit({ type: 'callNext', visit: 'v1' })
  await first.stop('SIGKILL')
  await until(pc.desk, { of: 'counter' }, (v) => v.line.state === 'offline')
  expect(await pc.desk.submit({ type: 'welcome', visit: 'v1' })).toBe('done')

  await openHall({ data: first.data, port: first.port })
  const view = await until(pc.desk, { of: 'counter' }, (v) => v.line.state === 'online' && v.line.unsent === 0)
  expect(view).toMatchObject({ visit: { state: 'serving', label: { number: 1 } }, queue: { waiting: 1 } })
})

test('a hall that falls silent without a word is noticed, and found again', async () => {
  const hall = await openHall()
  const pc = await startCounter(onEnd, hall.socket, 1)
  process.kill(hall.pid, 'SIGSTOP')
  const from = Date.now()
  await until(pc.desk, { of: 'counter' }, (v) => v.line.state === 'offline')
  expect(Date.now() - from).toBeLessThan(15_000)
  process.kill(hall.pid, 'SIGCONT')
  await until(pc.desk, { of: 'counter' }, (v) => v.line.state === 'online')
})

test('what the database of the hall does not take is safe in its journal; then nothing more happens, and it goes on when it can', async () => {
  const complaints: string[] = []
  const hall = await openHall({ complaints })
  const pc = await startCounter(onEnd, hall.socket, 1)
  const kiosk = await openKiosk(onEnd, hall.socket)
  await kiosk.desk.submit(ticket('t1'))
  const disk = openRaw(join(hall.data, 'hall.db'), hallKeyIn(hall.data))
  onEnd(() => disk.close())
  // The ticket before is in the database: a database that refuses what is still owed takes nothing more.
  const tickets = disk.prepare("SELECT count(*) AS n FROM log WHERE json_extract(event, '$.type') = 'ticketIssued'")
  await expect.poll(() => tickets.get()).toEqual({ n: 1 })
  disk.exec("CREATE TRIGGER full BEFORE INSERT ON log BEGIN SELECT RAISE(FAIL, 'the disk is full (test)'); END")

  expect(await kiosk.desk.submit(ticket('t2'))).toBe('done')
  await expect.poll(() => complaints.join('')).toContain('could not be written into the database yet')
  expect(await pc.desk.submit({ type: 'callNext', visit: 'v1' })).toBe('unreachable')
  expect(await pc.desk.submit({ type: 'pauseCounter', reason: 'meal' })).toBe('done')
  expect((await fetch(`${hall.address}/health`)).status).toBe(503)
  const later = await openKiosk(onEnd, hall.socket)
  expect(await later.desk.submit(ticket('t3'))).toBe('unreachable')

  disk.exec('DROP TRIGGER full')
  await until(pc.desk, { of: 'counter' }, (v) => v.line.state === 'online' && v.line.unsent === 0)
  await pc.desk.submit({ type: 'reopenCounter' })
  expect(await pc.desk.submit({ type: 'callNext', visit: 'v2' })).toBe('done')
  expect((await pc.desk.view({ of: 'counter' })).visit).toMatchObject({ visit: 'v2', label: { number: 1 } })
  const last = await openKiosk(onEnd, hall.socket)
  expect(await last.desk.submit(ticket('t4'))).toBe('done')
  expect(await last.desk.view({ of: 'slip', touch: 't4' })).toMatchObject({ label: { number: 3 } })
})

const hello = { say: 'hello', protocol, machine: 'counter-1', seen: 0 }
const nonsense: [string, string | Buffer][] = [
  ['text', 'call next, please'],
  ['a truncated message', '{"say":"hello"'],
  ['an unknown message', '{"say":"shout"}'],
  ['an unknown command', '{"say":"ask","ask":1,"command":{"type":"formatDisk"}}'],
  ['a message with more than it may have', JSON.stringify({ ...hello, isSupervisor: true })],
  ['a binary frame that is no text', Buffer.from([0xff, 0xfe, 0x00])],
  ['deep nesting', '['.repeat(50_000)],
]

test('nonsense on the line ends that line with a reason, and the hall goes on', async () => {
  const hall = await openHall()
  const device = await pairedDevice(hall.data, 'counter-1')
  for (const [, message] of nonsense) {
    const line = await rawLine(device)
    line.send(message)
    expect(await closing(line)).toEqual({ code: 1008, reason: 'not a message of the line' })
  }
  const large = await rawLine(device)
  large.send('x'.repeat(9 * 2 ** 20))
  expect(await closing(large)).toMatchObject({ code: 1009 })
  await startCounter(onEnd, hall.socket, 1)
})

test('a machine that is no more in the hall is not let in, though its device is paired', async () => {
  const manual = join(newFolder(onEnd, 'manual'), 'manual')
  cpSync(few, manual, { recursive: true })
  const first = await startHall({ manual })
  const device = await pairedDevice(first.data, 'counter-18')
  await first.stop()
  const file = join(manual, 'hall.yaml')
  const lines = readFileSync(file, 'utf8').split('\n')
  writeFileSync(file, lines.filter((line) => !line.includes('counter-18')).join('\n'))
  const hall = await openHall({ manual, data: first.data })
  await expect(rawLine(device, hall.line)).rejects.toThrow('401')
})

test('a newer line of a machine ends the older one', async () => {
  const { data } = await openHall()
  const device = await pairedDevice(data, 'counter-1')
  const older = await rawLine(device)
  older.send(JSON.stringify(hello))
  await once(older, 'message')
  const newer = await rawLine(device)
  newer.send(JSON.stringify(hello))
  expect(await closing(older)).toMatchObject({ code: 1008 })
  newer.terminate()
})

test('[S11] a PC of which the record is not here yet shows nobody, and looks at no password', async () => {
  const { socket } = await openHall()
  const pc = await startCounter(onEnd, socket, 1)
  pc.cut()
  // As it stands in the midst of its first record.
  const { log } = pc.core.kept
  const got = log.lastHallSeq()
  log.startAt(got + 1000)
  pc.close()
  const core = openCore({ machine: 'counter-1', dataFolder: pc.folder, key: testKey })
  if ('wrong' in core) throw new Error(core.wrong)
  onEnd(() => core.close())
  const before = await core.desk.view({ of: 'setup' })
  expect(before).toMatchObject({ ready: false, staff: [], line: { record: { isFirst: true, got } } })
  expect(before).not.toHaveProperty('session')
  for (const password of ['wrong', testPassword])
    expect(await core.desk.submit({ type: 'unlock', password })).toEqual({ refused: 'catchingUp' })
  core.link.open()
  const after = await until(core.desk, { of: 'setup' }, (v) => v.ready)
  expect(after.session).toMatchObject({ clerk: { id: 'clerk-1' }, locked: true })
  expect(await core.desk.submit({ type: 'unlock', password: testPassword })).toBe('done')
})

test('a machine that reads late holds up nobody, and hears all of a long record in the end', async () => {
  const hall = await openHall()
  const teller = await rawLine(await pairedDevice(hall.data, 'counter-1'))
  const late = await rawLine(await pairedDevice(hall.data, 'counter-2'))
  onEnd(() => [teller, late].forEach((line) => line.terminate()))
  const count = 5_000
  let [placed, heard] = [0, 0]
  teller.on('message', (data: Buffer) => {
    const said = JSON.parse(data.toString('utf8')) as FromHall
    if (said.say === 'news') placed += said.entries.length + (said.own?.length ?? 0)
  })
  const say = (line: WebSocket, message: FromMachine) => line.send(JSON.stringify(message))
  say(teller, { say: 'hello', protocol, machine: 'counter-1', seen: 0 })
  late.on('message', (data: Buffer) => {
    const said = JSON.parse(data.toString('utf8')) as FromHall
    if (said.say === 'news') heard += said.entries.length
  })
  say(late, { say: 'hello', protocol, machine: 'counter-2', seen: 0 })
  await expect.poll(() => heard).toBeGreaterThan(0)
  late.pause()
  // Nobody sits there, so each is held with its content: some megabytes more than all buffers on the way take.
  const by = { machine: 'counter-1', clerk: 'clerk-1' }
  for (let from = 0; from < count; from += 500) {
    const entries = Array.from({ length: 500 }, (_, i) => ({
      origin: 'counter-1',
      originSeq: from + i + 1,
      hallSeq: null,
      event: { type: 'signedOut', at: Date.now(), by, note: 'x'.repeat(2000) },
    }))
    say(teller, { say: 'tell', entries })
  }
  // With these places everybody else was told as much as may lie on a line: the rest comes only as it is read.
  await expect.poll(() => placed).toBeGreaterThanOrEqual(count)
  const before = heard
  late.resume()
  await expect.poll(() => heard).toBeGreaterThanOrEqual(count)
  expect(before).toBeLessThan(count)
})

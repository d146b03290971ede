import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openLog } from '../../db/log.ts'
import { openDatabase } from '../../db/open.ts'
import type { Event } from '../../domain/hall.ts'
import type { Entry } from '../../domain/log.ts'
import { openRecord } from '../../domain/record.ts'
import { openCore, type Core } from '../../electron/desk-core.ts'
import { keepLine } from '../../electron/line.ts'
import { startHall } from '../support/hall.ts'

/** `npm run bench [-- --json] [--only name]`: one row for each measurement, in milliseconds. */
const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } })
const folder = mkdtempSync(join(tmpdir(), 'changgu-bench-'))
const rows: { [name: string]: () => Promise<{ [figure: string]: number }> } = {
  'call next, 18 counters': callNext,
  'local act, offline': localAct,
  'open a record of 10,000 entries': () => open(10_000),
  'open a record of 500,000 entries': () => open(500_000),
}
for (const [name, measure] of Object.entries(rows)) {
  if (values.only !== undefined && !name.includes(values.only)) continue
  const figures = await measure()
  const machine = `${cpus()[0]?.model ?? 'unknown'} × ${cpus().length}, Node ${process.version}`
  console.log(values.json ? JSON.stringify({ name, ...figures, machine }) : `${name}: ${JSON.stringify(figures)}`)
}
rmSync(folder, { recursive: true })
process.exit()

function spread(times: readonly number[]): { p50: number; p99: number } {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 100) / 100
  return { p50: at(0.5), p99: at(0.99) }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

function core(machine: string): Core {
  const opened = openCore({ machine, dataFolder: join(folder, machine) })
  if ('wrong' in opened) throw new Error(opened.wrong)
  return opened
}

/** From the press to the answer, one counter after the other, all 18 on the line: hall process, sockets and disks are real. */
async function callNext(): Promise<{ p50: number; p99: number; calls: number }> {
  const hall = await startHall()
  const machines = Array.from({ length: 18 }, (_, i) => core(`counter-${i + 1}`))
  const lines = machines.map((m) => keepLine(hall.socket, m.end))
  await Promise.all(machines.map(isOnline))
  for (const [i, m] of machines.entries()) await m.desk.submit({ type: 'signIn', clerk: `clerk-${i + 1}` })
  const socket = new WebSocket(`${hall.socket}/desk`)
  await new Promise((ready) => socket.addEventListener('open', ready))
  const times: number[] = []
  for (let i = 0; i < 200; i++) {
    const m = machines[i % 18]
    if (!m) throw new Error('no machine')
    await issue(socket, i)
    const visit = `visit-${i}`
    times.push(await timed(() => m.desk.submit({ type: 'callNext', visit })))
    await m.desk.submit({ type: 'welcome', visit })
    await m.desk.submit({ type: 'completeVisit', visit })
    await pace()
  }
  for (const line of lines) line.close()
  for (const m of machines) m.close()
  await hall.stop()
  return { ...spread(times), calls: times.length }
}

/** A hall of 18 counters calls every few hundred milliseconds at its busiest; all 18 counters share this process. */
function pace(): Promise<void> {
  return new Promise((go) => setTimeout(go, 200))
}

async function isOnline(m: Core): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const stop = m.desk.watch({ of: 'setup' }, (view) => {
    if (view.ready && view.line.state === 'online') resolve()
  })
  await promise
  stop()
}

async function hasManual(m: Core): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const stop = m.desk.watch({ of: 'kind', code: 'QUA-01' }, (kind) => kind && resolve())
  await promise
  stop()
}

async function issue(socket: WebSocket, id: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  socket.addEventListener('message', () => resolve(), { once: true })
  const command = { type: 'issueTicket', touch: `touch-${id}`, class: 'ordinary' }
  socket.send(JSON.stringify({ id, do: 'submit', command }))
  await promise
}

/** One note on a case of a counter without a line: decided, on the disk, folded. */
async function localAct(): Promise<{ p50: number; p99: number; acts: number }> {
  const hall = await startHall()
  const m = core('counter-1')
  const line = keepLine(hall.socket, m.end)
  await isOnline(m)
  await hasManual(m)
  await m.desk.submit({ type: 'signIn', clerk: 'clerk-1' })
  line.close()
  await hall.stop()
  await m.desk.submit({ type: 'receiveCase', case: 'k', kind: 'QUA-01', petitioner: { name: '김영수' } })
  const times: number[] = []
  for (let i = 0; i < 2_000; i++)
    times.push(await timed(() => m.desk.submit({ type: 'addNote', case: 'k', text: `비고 ${i}` })))
  m.close()
  return { ...spread(times), acts: times.length }
}

/** Days of 700 visitors, each closed; opened again from the snapshot, and folded from the very start. */
async function open(count: number): Promise<{ open: number; entries: number }> {
  const path = join(folder, `${count}.db`)
  const opened = openDatabase(path, 'hall')
  if ('refused' in opened) throw new Error(opened.refused)
  const log = openLog(opened.db, 'hall')
  const record = openRecord(log)
  let seq = 0
  let at = Date.parse('2026-01-05T09:00:00+09:00')
  for (let day = 0; day < count / 2801; day++) {
    const entries = dayOfEvents(at, seq).map((event): Entry => ({
      origin: 'hall',
      originSeq: ++seq,
      hallSeq: seq,
      event,
    }))
    record.stage(entries)
    record.commit()
    at += 86_400_000
  }
  log.close()
  const again = openDatabase(path, 'hall')
  if ('refused' in again) throw new Error(again.refused)
  const from = performance.now()
  openRecord(openLog(again.db, 'hall'))
  const took = Math.round(performance.now() - from)
  again.db.close()
  return { open: took, entries: seq }
}

function dayOfEvents(start: number, seq: number): Event[] {
  const day = new Date(start + 9 * 3_600_000).toISOString().slice(0, 10)
  const by = { machine: 'hall' }
  const tickets = Array.from({ length: 700 }, (_, i) => ({
    ticket: `${day}/가${i + 1}`,
    visit: `v${seq}-${i}`,
    number: i + 1,
  }))
  const events = tickets.flatMap(({ ticket, visit, number }, i): Event[] => {
    const at = start + i * 40_000
    const label = { day, series: '가' as const, number }
    const on = { at, by, visit }
    return [
      { type: 'ticketIssued', at, by, touch: visit, ticket, label, class: 'ordinary' },
      { ...on, type: 'ticketCalled', ticket, label, counter: 'counter-1' },
      { ...on, type: 'visitorCame' },
      { ...on, type: 'visitCompleted' },
    ]
  })
  const away = { expired: [], tickets: tickets.map((t) => t.ticket), visits: tickets.map((t) => t.visit), cases: [] }
  return [...events, { type: 'dayClosed', at: start + 36_000_000, by, day, ...away }]
}

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { ElectronApplication, Page } from '@playwright/test'
import { readHolidays } from '../../db/holidays.ts'
import { openLog } from '../../db/log.ts'
import { openDatabase } from '../../db/open.ts'
import { makeCalendar } from '../../domain/calendar.ts'
import { due, type Suspension, type Term } from '../../domain/deadline.ts'
import type { Outcome } from '../../domain/desk.ts'
import type { Event } from '../../domain/hall.ts'
import type { Entry } from '../../domain/log.ts'
import { openRecord } from '../../domain/record.ts'
import { openCore, type Core } from '../../electron/desk-core.ts'
import { invitation } from '../support/paired.ts'
import { startHall } from '../support/hall.ts'
import { openRaw, testKey } from '../support/record.ts'
import { enter } from '../support/people.ts'
import { measureEditions } from './editions.ts'
import { measureRegister } from './register.ts'
import { measurePeers, measureSearch } from './search.ts'

/** `npm run bench [-- --json] [--only name]`: one row for each measurement, in milliseconds. */
const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } })
const folder = mkdtempSync(join(tmpdir(), 'changgu-bench-'))
const rows: { [name: string]: () => Promise<{ [figure: string]: number }> } = {
  'start to interactive': start,
  'call next, 18 counters': callNext,
  'local act, offline': localAct,
  'due dates of 10,000 open cases': dueDates,
  'open a record of 10,000 entries': () => open(10_000),
  'open a record of 500,000 entries': () => open(500_000),
  'edition, to 18 counters': () => measureEditions(folder),
  'register of 98,082 lines': () => measureRegister(folder),
  'search, 129 kinds': async () => measureSearch(129, folder),
  'search, 10,000 kinds': async () => measureSearch(10_000, folder),
  'search peers, 129 kinds': () => measurePeers(129, folder),
  'search peers, 10,000 kinds': () => measurePeers(10_000, folder),
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
  const opened = openCore({ machine, dataFolder: join(folder, machine), key: testKey })
  if ('wrong' in opened) throw new Error(opened.wrong)
  return opened
}

/** From the start of a counter that has run before to its list of clerks, ready for the keyboard; five starts. */
async function start(): Promise<{ median: number; slowest: number }> {
  const { launchWindow } = await import('../support/launch.ts')
  const hall = await startHall()
  const times: number[] = []
  for (let i = 0; i < 6; i++)
    times.push(
      await untilReady(() => launchWindow({ role: 'counter', hall: hall.socket, dataFolder: join(folder, 'pc') })),
    )
  await hall.stop()
  const again = times.slice(1).toSorted((a, b) => a - b)
  return { median: Math.round(again[2] ?? 0), slowest: Math.round(again[4] ?? 0) }
}

async function untilReady(launch: () => Promise<{ page: Page; app: ElectronApplication }>): Promise<number> {
  const from = performance.now()
  const { page, app } = await launch()
  await page.getByRole('listbox').waitFor()
  const took = performance.now() - from
  await app.close()
  return took
}

/**
 * From the press at one counter to its answer, while 17 others hear every news. Hall, sockets and disk are real; the
 * others keep their records in memory where the system has such a folder, since each PC has a disk of its own.
 */
async function callNext(): Promise<{ p50: number; p99: number; calls: number }> {
  const hall = await startHall()
  const others = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'changgu-bench-'))
  const child = fork(join(import.meta.dirname, 'bystanders.ts'), [hall.data, others])
  await once(child, 'message')
  const m = core('counter-1')
  await m.link.pairBy(await invitation(hall.data, 'counter-1'))
  m.link.open()
  await isOnline(m)
  await enter(m.desk, 'clerk-1')
  const socket = new WebSocket(`${hall.socket}/desk`)
  await new Promise((ready) => socket.addEventListener('open', ready))
  const times: number[] = []
  for (let i = 0; i < 500; i++) {
    await issue(socket, i)
    await pace()
    const visit = `visit-${i}`
    const command = { type: 'callNext', visit } as const
    times.push(await timed(async () => expectDone(await m.desk.submit(command))))
    expectDone(await m.desk.submit({ type: 'welcome', visit }))
    expectDone(await m.desk.submit({ type: 'completeVisit', visit }))
  }
  m.link.close()
  m.close()
  child.disconnect()
  await once(child, 'exit')
  await hall.stop()
  rmSync(others, { recursive: true })
  return { ...spread(times), calls: times.length }
}

function expectDone(outcome: Outcome): void {
  if (outcome !== 'done') throw new Error(`not done: ${JSON.stringify(outcome)}`)
}

/** A busy hall calls several times a second. */
function pace(): Promise<void> {
  return new Promise((go) => setTimeout(go, 100))
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

/** One note on a case of a counter without a line, 20 on each of 100 cases: decided, on the disk, folded. */
async function localAct(): Promise<{ p50: number; p99: number; acts: number }> {
  const hall = await startHall()
  const m = core('counter-1')
  await m.link.pairBy(await invitation(hall.data, 'counter-1'))
  m.link.open()
  await isOnline(m)
  await hasManual(m)
  await enter(m.desk, 'clerk-1')
  m.link.close()
  await hall.stop()
  const times: number[] = []
  for (let k = 0; k < 100; k++) {
    const on = { case: `case-${k}` }
    expectDone(await m.desk.submit({ ...on, type: 'receiveCase', kind: 'QUA-01', petitioner: { name: '김영수' } }))
    for (let i = 0; i < 20; i++)
      times.push(
        await timed(async () => expectDone(await m.desk.submit({ ...on, type: 'addNote', text: `비고 ${i}` }))),
      )
  }
  m.close()
  return { ...spread(times), acts: times.length }
}

/**
 * A new holiday: the calendar made anew and every open case computed again, hours, days and months mixed, a quarter with
 * a supplement, a fifth extended.
 */
async function dueDates(): Promise<{ median: number; slowest: number; cases: number }> {
  const holidays = readHolidays(join(import.meta.dirname, '../../manual'))
  if ('faults' in holidays) throw new Error('the shipped holidays have faults')
  const hours = { hours: { from: '09:00', to: '18:00' }, lunch: { from: '12:00', to: '13:00' } }
  const first = Date.parse('2026-06-01T09:00:00+09:00')
  const cases = Array.from({ length: 10_000 }, (_, i) => {
    const from = first + ((i * 7919) % (180 * 1440)) * 60_000
    const units: Term[] = [
      ...[{ unit: 'immediate', value: 3 } as const, { unit: 'days', value: 1 + (i % 60) } as const],
      { unit: 'months', value: 1 + (i % 6) },
    ]
    const term = units[i % 3] ?? { unit: 'days', value: 7 }
    const suspensions: Suspension[] = i % 4 === 0 ? [{ from: from + 1e8, to: from + 9e8, reason: 'supplement' }] : []
    const extensions: Term[] = i % 5 === 0 ? [term.unit === 'immediate' ? { unit: 'workHours', value: 3 } : term] : []
    return { from, term, uncounted: { suspensions, extensions } }
  })
  const times: number[] = []
  for (let round = 0; round < 21; round++)
    times.push(
      await timed(async () => {
        const calendar = makeCalendar({ holidays, ...hours })
        for (const { from, term, uncounted } of cases)
          if (!due(term, from, calendar, uncounted)) throw new Error('a case without a due date')
      }),
    )
  const sorted = times.toSorted((a, b) => a - b)
  return { median: Math.round(sorted[10] ?? 0), slowest: Math.round(sorted[20] ?? 0), cases: cases.length }
}

/**
 * Days of 700 visitors, each closed, and half a day more: the file opened and checked, the newest snapshot and the
 * entries after it folded (`open`); and folded from the very first entry (`refold`).
 */
async function open(count: number): Promise<{ open: number; refold: number; entries: number }> {
  const path = join(folder, `${count}.db`)
  const first = recordAt(path)
  let seq = 0
  const keep = (events: Event[]) => {
    first.record.stage(events.map((event): Entry => ({ origin: 'hall', originSeq: ++seq, hallSeq: seq, event })))
    first.record.commit()
  }
  const days = Math.floor(count / 2801)
  for (let day = 0; day <= days; day++) {
    const events = dayOfEvents(Date.parse('2016-01-04T09:00:00+09:00') + day * 86_400_000, seq)
    keep(day < days ? events : events.slice(0, 1400))
  }
  first.close()
  const opened = await timed(async () => recordAt(path).close())
  const db = openRaw(path)
  db.exec('DELETE FROM snapshot')
  db.close()
  const refold = await timed(async () => recordAt(path).close())
  return { open: Math.round(opened), refold: Math.round(refold), entries: seq }
}

function recordAt(path: string) {
  const opened = openDatabase(path, 'hall', testKey)
  if ('refused' in opened) throw new Error(opened.refused)
  const log = openLog(opened.db, 'hall')
  return { record: openRecord(log), close: () => log.close() }
}

function dayOfEvents(morning: number, seq: number): Event[] {
  const day = new Date(morning + 9 * 3_600_000).toISOString().slice(0, 10)
  const by = { machine: 'hall' }
  const tickets = Array.from({ length: 700 }, (_, i) => ({
    ticket: `${day}/가${i + 1}`,
    visit: `v${seq}-${i}`,
    number: i + 1,
  }))
  const events = tickets.flatMap(({ ticket, visit, number }, i): Event[] => {
    const at = morning + i * 40_000
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
  return [...events, { type: 'dayClosed', at: morning + 36_000_000, by, day, ...away }]
}

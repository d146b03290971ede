import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startHall } from '../support/hall.ts'
import { invitation } from '../support/paired.ts'
import { enter } from '../support/people.ts'
import { coreIn, isDone, isOnline } from './pc.ts'
import { spread, timed, type Figures, type Row } from './row.ts'

export const calls: readonly Row[] = [
  { name: 'sync: call next, 18 counters', goals: [{ of: 'p99', most: 10 }], measure: callNext },
]

/**
 * From the press at one counter to its answer, while 17 others hear every news. Hall, sockets and disk are real; the
 * others keep their records in memory where the system has such a folder, since each PC has a disk of its own.
 */
async function callNext(folder: string): Promise<Figures> {
  const hall = await startHall()
  const others = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'changgu-bench-'))
  const child = fork(join(import.meta.dirname, 'bystanders.ts'), [hall.data, others])
  await once(child, 'message')
  const m = coreIn(folder, 'counter-1')
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
    times.push(await timed(async () => isDone(await m.desk.submit(command))))
    isDone(await m.desk.submit({ type: 'welcome', visit }))
    isDone(await m.desk.submit({ type: 'completeVisit', visit }))
  }
  m.link.close()
  m.close()
  child.disconnect()
  await once(child, 'exit')
  await hall.stop()
  rmSync(others, { recursive: true })
  return { ...spread(times), calls: times.length }
}

/** A busy hall calls several times a second. */
function pace(): Promise<void> {
  return new Promise((go) => setTimeout(go, 100))
}

async function issue(socket: WebSocket, id: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  socket.addEventListener('message', () => resolve(), { once: true })
  const command = { type: 'issueTicket', touch: `touch-${id}`, class: 'ordinary' }
  socket.send(JSON.stringify({ id, do: 'submit', command }))
  await promise
}

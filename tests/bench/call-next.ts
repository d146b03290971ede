import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startHall } from '../support/hall.ts'
import { invitation } from '../support/paired.ts'
import { enter } from '../support/people.ts'
import { openKiosk } from './kiosk.ts'
import { coreIn, isDone, isOnline } from './pc.ts'
import { spread, timed, type Figures, type Row } from './row.ts'

export const calls: readonly Row[] = [{ name: 'sync: call next, ten calls a second', measure: callNext }]

/**
 * A hall five times as busy as an ordinary one: from the press at one counter to its answer, while 17 others hear every news. Hall, sockets and disk are real; the
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
  const kiosk = await openKiosk(hall.socket)
  const times: number[] = []
  for (let i = 0; i < 500; i++) {
    await kiosk.issue(`touch-${i}`)
    await pace()
    const visit = `visit-${i}`
    const command = { type: 'callNext', visit } as const
    times.push(await timed(async () => isDone(await m.desk.submit(command))))
    isDone(await m.desk.submit({ type: 'welcome', visit }))
    isDone(await m.desk.submit({ type: 'completeVisit', visit }))
  }
  kiosk.close()
  m.link.close()
  m.close()
  child.disconnect()
  await once(child, 'exit')
  await hall.stop()
  rmSync(others, { recursive: true })
  return { ...spread(times), calls: times.length }
}

function pace(): Promise<void> {
  return new Promise((go) => setTimeout(go, 100))
}

import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openHeard } from '../../db/heard.ts'
import { forNoSecret, verifierOf } from '../../db/keys/passwords.ts'
import { openLog } from '../../db/log.ts'
import type { Db } from '../../db/open.ts'
import { openDatabase } from '../../db/open.ts'
import type { Event } from '../../domain/hall.ts'
import { openRecord, privateKey } from '../../domain/record/record.ts'
import { addDays, dayOf, startOfDay } from '../../domain/time.ts'
import type { ExportFile } from '../../domain/views/view-register.ts'
import { openCore, type Core } from '../../electron/desk-core.ts'
import { profile } from '../simulation/fixture.ts'
import { Floor, receive, untilEnd } from '../support/floor.ts'
import { enter, testPassword } from '../support/people.ts'
import { testKey } from '../support/record.ts'
import { isDone } from './pc.ts'
import type { Figures, Row } from './row.ts'

/** The lines of a busy year. */
const lines = 98_082

export const registerRows: readonly Row[] = [{ name: 'register of 98,082 lines', measure: measureRegister }]

/**
 * The register of a year at the supervisor's PC: until its screen is answered (`view`), until its files are written, and
 * the longest that anything else in the core had to wait meanwhile (`…Wait`).
 */
async function measureRegister(folder: string): Promise<Figures> {
  const dataFolder = join(folder, 'register')
  await fill(dataFolder)
  const core = openCore({ machine: 'supervisor', dataFolder, key: testKey })
  if ('wrong' in core) throw new Error(core.wrong)
  isDone(await enter(core.desk, 'supervisor-1'))
  const today = dayOf(Date.now())
  const span = { first: addDays(today, -365), last: today, which: 'petitions' as const }
  // What the machine itself makes a timer wait, with nothing to do.
  const idle = await watched(() => new Promise((go) => setTimeout(go, 3000)))
  const first = await watched(() => core.desk.view({ of: 'register', ...span }))
  if (first.done?.total !== lines) throw new Error(`${first.done?.total} lines, not ${lines}`)
  const again = await watched(() => core.desk.view({ of: 'register', ...span }))
  const figures: Figures = { lines, idleWait: idle.wait, view: first.took, viewAgain: again.took, viewWait: first.wait }
  for (const format of ['csv', 'xlsx'] as const) {
    const { took, wait } = await watched(() => written(core, { ...span, format }))
    Object.assign(figures, { [format]: took, [`${format}Wait`]: wait })
  }
  const files = readdirSync(join(dataFolder, 'exports')).map((name) => statSync(join(dataFolder, 'exports', name)).size)
  if (files.length !== 2 || files.some((size) => size < lines * 20))
    throw new Error(`the files are ${files.join(', ')}`)
  core.close()
  rmSync(dataFolder, { recursive: true })
  return figures
}

/** How long a piece of work takes, and the longest that a timer of every millisecond had to wait meanwhile. */
async function watched<T>(work: () => Promise<T>): Promise<{ done: T; took: number; wait: number }> {
  let last = performance.now()
  let wait = 0
  const look = () => {
    const now = performance.now()
    wait = Math.max(wait, now - last)
    last = now
  }
  const timer = setInterval(look, 1)
  const from = performance.now()
  const done = await work()
  const took = performance.now() - from
  await new Promise((go) => setTimeout(go, 5))
  clearInterval(timer)
  return { done, took: Math.round(took), wait: Math.round(wait) }
}

type Asked = { first: string; last: string; which: 'petitions'; format: 'csv' | 'xlsx' }

/** Until the file of an export is there. */
async function written(core: Core, asked: Asked): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const id = `export-${asked.format}`
  const stop = core.desk.watch({ of: 'exports' }, (exports) => {
    const file: ExportFile | undefined = exports?.find((e) => e.export === id)?.file
    if (typeof file !== 'object') return
    if ('path' in file) resolve()
    else if ('failed' in file) reject(new Error(file.failed))
  })
  const outcome = await core.desk.submit({ type: 'exportRegister', export: id, ...asked, reason: '측정' })
  if (outcome !== 'done') throw new Error(JSON.stringify(outcome))
  await promise
  stop()
}

/** The record of a supervisor's PC, and in its archive a closed case many times over, spread over a year. */
async function fill(dataFolder: string): Promise<void> {
  mkdirSync(dataFolder, { recursive: true })
  const opened = openDatabase(join(dataFolder, 'supervisor.db'), 'supervisor', testKey)
  if ('refused' in opened) throw new Error(opened.refused)
  const floor = new Floor()
  const day = addDays(dayOf(Date.now()), -400)
  const chief = { id: 'supervisor-1', name: '정하은', role: 'supervisor', team: 'team-1' } as const
  const clerk = { id: 'clerk-1', name: '이서연', role: 'clerk', team: 'team-1' } as const
  const given = { ...profile(18), teams: [{ id: 'team-1', name: '민원1팀' }], staff: [clerk, chief] }
  floor.at('09:00', day).does('hall', { type: 'setUpHall', profile: given })
  floor.does('counter-1', { type: 'signIn', clerk: 'clerk-1' })
  floor.does('counter-1', receive('k'), ...untilEnd('k'))
  floor.at('18:30', day).does('hall', { type: 'closeDay', day })
  const verifier = await verifierOf(testPassword, forNoSecret)
  const log = openLog(opened.db, 'supervisor')
  const record = openRecord(log)
  const events = [
    ...floor.events,
    { type: 'passwordSet', at: floor.now, by: { machine: 'hall' }, staff: 'supervisor-1', verifier } as const,
  ]
  record.stage(events.map((event, i) => entryOf(floor, event, i)))
  record.commit()
  multiply(opened.db)
  // It may let somebody in without the hall.
  openHeard(opened.db).keep(Date.now())
  log.close()
}

function entryOf(floor: Floor, event: Event, i: number) {
  const apart = 'case' in event ? floor.privates.get(event.case)?.[privateKey(event)] : undefined
  // What the supervisor's PC did comes from the hall here as well: the numbers of an origin need only go up.
  return { origin: event.by.machine, originSeq: i + 1, hallSeq: i + 1, event, ...(apart && { private: apart }) }
}

/** The only archived case, again and again: each with its own number and instant. */
function multiply(db: Db): void {
  const row = db.prepare<[], { day: string; body: string; private: string | null }>(
    "SELECT day, body, private FROM archive WHERE what = 'case'",
  )
  const one = row.get()
  if (!one) throw new Error('nothing was put away')
  const known = JSON.parse(one.body) as { received: { at: number; case: string; receiptNo: string } }
  const insert = db.prepare("INSERT INTO archive VALUES ('case', ?, ?, ?, ?)")
  const from = startOfDay(addDays(dayOf(Date.now()), -365))
  db.transaction(() => {
    for (let i = 0; i < lines; i++) {
      const id = `many-${i}`
      const number = `2026-${String(1 + (i % 18)).padStart(2, '0')}-${String(Math.floor(i / 18)).padStart(5, '0')}`
      const at = from + Math.floor((i / lines) * 365 * 86_400_000)
      const moved = JSON.stringify({ ...known, received: { ...known.received, case: id, receiptNo: number, at } })
      insert.run(id, dayOf(at), moved, one.private)
    }
  })()
}

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { firstHead, isKept, nextHead } from '../../db/chain.ts'
import { openClosedFile } from '../../db/keys/closed-file.ts'
import { toEntry, type Row as LogRow } from '../../db/log-row.ts'
import type { Db } from '../../db/open.ts'
import { HALL } from '../../domain/actor.ts'
import type { Entry } from '../../domain/record/log.ts'
import { startHall, type Hall } from '../support/hall.ts'
import { invitation } from '../support/paired.ts'
import { hallKeyIn } from '../support/record.ts'
import { dayOfEvents, entriesOfDay, recordAt } from './days.ts'
import { openLine, visitEvents, type HallLine } from './hall-line.ts'
import { metricsOf } from './hall-metrics.ts'
import { tickets } from './prepared.ts'
import { ratio, rounded, spread, timed, type Figures, type Row } from './row.ts'

/** Working days: one, those of a year, those of ten. */
const days = { day: 1, year: 250, 'ten years': 2500 }
const calls = 150
/** Milliseconds between two calls while a PC gets the record. */
const between = 100
/** More tickets than are called meanwhile. */
const waiting = 5000
const first = '2016-01-04'

export const history: readonly Row[] = [
  {
    name: 'sync: history of a day and a year',
    goals: [
      { of: 'year call p50 / day', most: 1.5 },
      { of: 'year new PC, hall MB', most: 300 },
    ],
    async measure(folder) {
      const figures = { ...(await measureHistory(folder, 'day')), ...(await measureHistory(folder, 'year')) }
      const share = ratio(Number(figures['year call p50']), Number(figures['day call p50']))
      return { ...figures, 'year call p50 / day': share }
    },
  },
  // By itself: it takes minutes to make so much.
  {
    name: 'history of ten years',
    goals: [
      { of: 'ten years open', most: 2000 },
      { of: 'ten years memory MB', most: 300 },
      { of: 'ten years new PC, hall MB', most: 300 },
    ],
    measure: (folder) => measureHistory(folder, 'ten years'),
  },
]

/** A hall with so many days of 700 visitors behind it: its start, its memory then, calls of today, and a new PC that gets all of it. */
async function measureHistory(folder: string, name: keyof typeof days): Promise<Figures> {
  const data = join(folder, name.replace(' ', '-'))
  const entries = prepare(data, days[name])
  const [hall, open] = await started(data)
  const memory = await residentOf(hall)
  const line = await openLine(hall.data, 'counter-1', entries + waiting)
  const times: number[] = []
  for (let i = 0; i < calls; i++) times.push(await serve(line, `today-${i}`))
  const newPc = name === 'day' ? {} : await measureNewPc(join(folder, 'pc'), hall, line, entries + waiting)
  line.close()
  await hall.stop('SIGKILL')
  return {
    [`${name} entries`]: entries,
    [`${name} open`]: Math.round(open),
    [`${name} memory MB`]: Math.round(memory / 2 ** 20),
    [`${name} call p50`]: spread(times).p50,
    [`${name} call p99`]: spread(times).p99,
    ...Object.fromEntries(Object.entries(newPc).map(([figure, value]) => [`${name} ${figure}`, value])),
  }
}

/** Calls the next, who comes and goes; the milliseconds of the call. */
async function serve(line: HallLine, visit: string): Promise<number> {
  const took = await timed(() => line.ask(visit))
  const [came, ...acts] = visitEvents(line.machine, visit, Date.now())
  await line.tell([came, acts.at(-1)].flatMap((event) => event ?? []))
  return took
}

/** A PC that was just paired gets the whole record, while another counter calls ten times a second. */
async function measureNewPc(folder: string, hall: Hall, line: HallLine, entries: number): Promise<Figures> {
  const code = await invitation(hall.data, 'counter-2')
  const child = fork(join(import.meta.dirname, 'new-pc.ts'), [folder, 'counter-2', code, String(entries)])
  const got: number[] = []
  child.once('message', (said) => got.push(Number(said)))
  const ended = once(child, 'exit')
  const times: number[] = []
  let most = 0
  while (got.length === 0 && child.exitCode === null) {
    times.push(await serve(line, `meanwhile-${times.length}`))
    most = Math.max(most, await residentOf(hall))
    await new Promise((go) => setTimeout(go, between))
  }
  const [took] = got
  if (took === undefined) throw new Error('the new PC ended by itself')
  child.disconnect()
  await ended
  const { p50, p99 } = spread(times)
  return {
    'new PC s': rounded(took / 1000),
    'new PC, hall MB': Math.round(most / 2 ** 20),
    'new PC, call p50': p50,
    'new PC, call p99': p99,
  }
}

const residentOf = async (hall: Hall) => (await metricsOf(hall))['process_resident_memory_bytes'] ?? 0

async function started(data: string) {
  const from = performance.now()
  const hall = await startHall({ data })
  return [hall, rounded(performance.now() - from)] as const
}

/**
 * A first day as the product writes it, and then the same day again and again, by SQLite itself: rows, archive and
 * snapshot.
 */
function prepare(data: string, count: number): number {
  mkdirSync(data, { recursive: true })
  const key = hallKeyIn(data)
  const file = join(data, 'hall.db')
  const kept = recordAt(file, key)
  const events = dayOfEvents(Date.parse(`${first}T09:00:00+09:00`), 0)
  kept.record.stage(events.map((event, i): Entry => ({ origin: HALL, originSeq: i + 1, hallSeq: i + 1, event })))
  kept.record.commit()
  kept.close()
  const db = openClosedFile(file, key)
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  // In kibibytes: with the little that it has by itself every page is encrypted again and again.
  db.pragma('cache_size = -400000')
  db.exec('CREATE TEMP TABLE first_log AS SELECT * FROM log; CREATE TEMP TABLE first_archive AS SELECT * FROM archive')
  const log = db.prepare(`INSERT INTO log SELECT origin, origin_seq + @seq, hall_seq + @seq,
    replace(replace(json_set(event, '$.at', event ->> '$.at' + @ms), '${first}', @day), '"v0-', '"v' || @seq || '-'),
    NULL FROM first_log`)
  const archive =
    db.prepare(`INSERT INTO archive SELECT what, replace(replace(id, '${first}', @day), 'v0-', 'v' || @seq || '-'),
    @day, replace(replace(body, '${first}', @day), '"v0-', '"v' || @seq || '-'), NULL FROM first_archive`)
  const all = db.transaction(() => {
    for (let n = 1; n < count; n++) {
      const more = { seq: n * entriesOfDay, day: dayAfter(first, n), ms: n * 86_400_000 }
      log.run(more)
      archive.run(more)
    }
    const last = count * entriesOfDay
    db.prepare(`UPDATE snapshot SET hall_seq = ?, own_seq = ?, text = replace(text, '${first}', ?)`).run(
      last,
      last,
      dayAfter(first, count - 1),
    )
  })
  all()
  carryChainOn(db)
  db.close()
  const again = recordAt(file, key)
  const last = count * entriesOfDay
  const today = tickets(waiting, Date.now())
  again.record.stage(
    today.map((event, i): Entry => ({ origin: HALL, originSeq: last + i + 1, hallSeq: last + i + 1, event })),
  )
  again.record.commit()
  again.close()
  keepFromCopying(data)
  return count * entriesOfDay
}

/** The heads of the chain over all rows, of which the first day has its own. */
function carryChainOn(db: Db): void {
  const keep = db.prepare('INSERT OR IGNORE INTO chain VALUES (?, ?)')
  const rows = db.prepare<[number], LogRow>('SELECT * FROM log WHERE hall_seq > ? ORDER BY hall_seq LIMIT 10000')
  let head = { hallSeq: 0, hash: firstHead }
  for (let page = rows.all(0); page.length > 0; page = rows.all(head.hallSeq))
    db.transaction(() => {
      for (const row of page) {
        head = nextHead(head, toEntry(row))
        if (isKept(head.hallSeq)) keep.run(head.hallSeq, head.hash)
      }
    })()
  keep.run(head.hallSeq, head.hash)
}

const dayAfter = (day: string, more: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + more * 86_400_000).toISOString().slice(0, 10)

/** A hall without any copy makes one at once, which would take the disk from what is measured. */
function keepFromCopying(data: string): void {
  mkdirSync(join(data, 'copies'))
  writeFileSync(join(data, 'copies', `hall.${new Date().toISOString().replace(/[-:.]/g, '')}.1.db`), 'none')
}

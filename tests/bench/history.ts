import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openClosedFile } from '../../db/closed-file.ts'
import { HALL } from '../../domain/actor.ts'
import type { Entry } from '../../domain/log.ts'
import { startHall } from '../support/hall.ts'
import { hallKeyIn } from '../support/record.ts'
import { dayOfEvents, entriesOfDay, recordAt } from './days.ts'
import { openLine, visitEvents } from './hall-line.ts'
import { metricsOf } from './hall-metrics.ts'
import { tickets } from './prepared.ts'
import { ratio, rounded, spread, timed, type Figures, type Row } from './row.ts'

/** Working days: one, those of a year, those of ten. */
const days = { day: 1, year: 250, 'ten years': 2500 }
const calls = 150
const first = '2016-01-04'

export const history: readonly Row[] = [
  {
    name: 'sync: history of a day and a year',
    goals: [{ of: 'year call p50 / day', most: 1.5 }],
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
    ],
    measure: (folder) => measureHistory(folder, 'ten years'),
  },
]

/** A hall with so many days of 700 visitors behind it: its start, its memory then, and calls of today. */
async function measureHistory(folder: string, name: keyof typeof days): Promise<Figures> {
  const data = join(folder, name.replace(' ', '-'))
  const entries = prepare(data, days[name])
  const [hall, open] = await started(data)
  const memory = (await metricsOf(hall))['process_resident_memory_bytes'] ?? 0
  const line = await openLine(hall.data, 'counter-1', entries + calls)
  const times: number[] = []
  for (let i = 0; i < calls; i++) {
    times.push(await timed(() => line.ask(`today-${i}`)))
    const [came, ...acts] = visitEvents(line.machine, `today-${i}`, Date.now())
    await line.tell([came, acts.at(-1)].flatMap((event) => event ?? []))
  }
  line.close()
  await hall.stop('SIGKILL')
  return {
    ...{ [`${name} entries`]: entries, [`${name} open`]: Math.round(open) },
    [`${name} memory MB`]: Math.round(memory / 2 ** 20),
    ...{ [`${name} call p50`]: spread(times).p50, [`${name} call p99`]: spread(times).p99 },
  }
}

async function started(data: string) {
  const from = performance.now()
  const hall = await startHall({ data })
  return [hall, rounded(performance.now() - from)] as const
}

/**
 * A first day as the product writes it, and then the same day again and again, by SQLite itself: rows, archive and
 * snapshot. The chain is carried on by a made-up head, which `verify` would find.
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
    replace(replace(event, '${first}', @day), '"v0-', '"v' || @seq || '-'), NULL FROM first_log`)
  const archive =
    db.prepare(`INSERT INTO archive SELECT what, replace(replace(id, '${first}', @day), 'v0-', 'v' || @seq || '-'),
    @day, replace(replace(body, '${first}', @day), '"v0-', '"v' || @seq || '-'), NULL FROM first_archive`)
  const all = db.transaction(() => {
    for (let n = 1; n < count; n++) {
      const more = { seq: n * entriesOfDay, day: dayAfter(first, n) }
      log.run(more)
      archive.run(more)
    }
    const last = count * entriesOfDay
    db.prepare(`UPDATE snapshot SET hall_seq = ?, own_seq = ?, text = replace(text, '${first}', ?)`).run(
      last,
      last,
      dayAfter(first, count - 1),
    )
    db.exec('DELETE FROM chain')
    db.prepare('INSERT INTO chain VALUES (?, ?)').run(last, '0'.repeat(64))
  })
  all()
  db.close()
  const again = recordAt(file, key)
  const last = count * entriesOfDay
  const waiting = tickets(calls, Date.now())
  again.record.stage(
    waiting.map((event, i): Entry => ({ origin: HALL, originSeq: last + i + 1, hallSeq: last + i + 1, event })),
  )
  again.record.commit()
  again.close()
  keepFromCopying(data)
  return count * entriesOfDay
}

const dayAfter = (day: string, more: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + more * 86_400_000).toISOString().slice(0, 10)

/** A hall without any copy makes one at once, which would take the disk from what is measured. */
function keepFromCopying(data: string): void {
  mkdirSync(join(data, 'copies'))
  writeFileSync(join(data, 'copies', `hall.${new Date().toISOString().replace(/[-:.]/g, '')}.1.db`), 'none')
}

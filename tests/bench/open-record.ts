import { join } from 'node:path'
import type { Event } from '../../domain/hall.ts'
import type { Entry } from '../../domain/record/log.ts'
import { openRaw } from '../support/record.ts'
import { dayOfEvents, entriesOfDay, recordAt } from './days.ts'
import { timed, type Figures, type Row } from './row.ts'

export const openRecords: readonly Row[] = [
  { name: 'open a record of 10,000 entries', measure: (folder) => open(folder, 10_000) },
  { name: 'open a record of 500,000 entries', measure: (folder) => open(folder, 500_000) },
]

/**
 * Days of 700 visitors, each closed, and half a day more: the file opened and checked, the newest snapshot and the
 * entries after it folded (`open`); and folded from the very first entry (`refold`).
 */
async function open(folder: string, count: number): Promise<Figures> {
  const path = join(folder, `${count}.db`)
  const first = recordAt(path)
  let seq = 0
  const keep = (events: Event[]) => {
    first.record.stage(events.map((event): Entry => ({ origin: 'hall', originSeq: ++seq, hallSeq: seq, event })))
    first.record.commit()
  }
  const days = Math.floor(count / entriesOfDay)
  for (let day = 0; day <= days; day++) {
    const events = dayOfEvents(Date.parse('2016-01-04T09:00:00+09:00') + day * 86_400_000, seq)
    keep(day < days ? events : events.slice(0, 1400))
  }
  first.close()
  const opened = await timed(() => recordAt(path).close())
  const db = openRaw(path)
  db.exec('DELETE FROM snapshot')
  db.close()
  const refold = await timed(() => recordAt(path).close())
  return { open: Math.round(opened), refold: Math.round(refold), entries: seq }
}

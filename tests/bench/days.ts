import type { DataKey } from '../../db/keys/data-key.ts'
import { openLog } from '../../db/log.ts'
import { openDatabase, type Db } from '../../db/open.ts'
import type { Event } from '../../domain/hall.ts'
import { openRecord, type Record } from '../../domain/record/record.ts'
import { testKey } from '../support/record.ts'

/** How many entries a day of `dayOfEvents` has. */
export const entriesOfDay = 2801

/** The record of a hall in a file, open for work. */
export function recordAt(path: string, key: DataKey = testKey): { db: Db; record: Record; close(): void } {
  const opened = openDatabase(path, 'hall', key)
  if ('refused' in opened) throw new Error(opened.refused)
  const log = openLog(opened.db, 'hall')
  return { db: opened.db, record: openRecord(log), close: () => log.close() }
}

/** A day of 700 visitors that are called, come and go, and its close. */
export function dayOfEvents(morning: number, seq: number): Event[] {
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

import { calendarOf } from '../domain/hall-calendar.ts'
import { readRecord } from '../domain/record/record.ts'
import type { Seat } from '../domain/seat.ts'
import type { Instant } from '../domain/time.ts'
import { openAccessLog } from './access-log.ts'
import { openArchive } from './archive.ts'
import { openLog } from './log.ts'
import type { Db } from './open.ts'

/** What a machine knows, from its database that is only read: for whoever writes lists of it. It has no manual. */
export function readingSeat(db: Db, machine: string, at: Instant): Seat {
  const { hall, privates } = readRecord(openLog(db, machine))
  return {
    hall,
    privates,
    machine,
    at,
    line: { state: 'online', lastNewsAt: at, unsent: 0 },
    presence: [],
    calendar: calendarOf(hall),
    kindOf: () => undefined,
    unsent: [],
    archive: openArchive(db),
    accessLog: openAccessLog(db),
  }
}

import type { Case } from '../domain/case/case.ts'
import type { Visit } from '../domain/queue/visit.ts'
import type { Entry, Log } from '../domain/record/log.ts'
import type { PutAway } from '../domain/record/ownership.ts'
import type { Record } from '../domain/record/record.ts'

/** What a day close has put away, and whose it was, also where it is not on the disk yet. */
export function putAwayThings(record: Pick<Record, 'hall'>, log: Pick<Log, 'archived'>) {
  const cases = new Map<string, readonly string[]>()
  const visits = new Map<string, string>()

  /** A record of an earlier version may not say whose it was: then nobody tells anything more of it. */
  function holdersOnDisk(id: string): readonly string[] | undefined {
    const row = log.archived('case', id)
    return row && ((JSON.parse(row.body) as Partial<Case>).holders ?? [])
  }
  function counterOnDisk(id: string): string | undefined {
    const row = log.archived('visit', id)
    return row && ((JSON.parse(row.body) as Partial<Visit>).counter ?? '')
  }

  return {
    /** An entry is about to get its place. */
    placing({ event }: Pick<Entry, 'event'>): void {
      if (event.type !== 'dayClosed') return
      for (const id of event.cases) cases.set(id, record.hall.cases.get(id)?.holders ?? [])
      for (const id of event.visits) visits.set(id, record.hall.visits.get(id)?.counter ?? '')
    },
    /** What was on its way is on the disk, or has not happened. */
    settled(): void {
      cases.clear()
      visits.clear()
    },
    things: {
      holdersOf: (id) => cases.get(id) ?? holdersOnDisk(id),
      counterOf: (id) => visits.get(id) ?? counterOnDisk(id),
    } satisfies PutAway,
  }
}

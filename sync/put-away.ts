import type { Entry, Log } from '../domain/record/log.ts'

type What = 'case' | 'visit'

/** Tells of cases and visits whether a day close has put them away, also one that is not on the disk yet. */
export function putAwayThings(log: Pick<Log, 'archived'>) {
  const onWay = new Set<string>()
  return {
    /** An entry is about to get its place. */
    placing({ event }: Pick<Entry, 'event'>): void {
      if (event.type !== 'dayClosed') return
      for (const id of event.cases) onWay.add(keyOf('case', id))
      for (const id of event.visits) onWay.add(keyOf('visit', id))
    },
    /** What was on its way is on the disk, or has not happened. */
    settled: (): void => onWay.clear(),
    has: (what: What, id: string): boolean => onWay.has(keyOf(what, id)) || log.archived(what, id) !== undefined,
  }
}

const keyOf = (what: What, id: string): string => `${what} ${id}`

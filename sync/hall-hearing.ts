import type { Event } from '../domain/hall.ts'
import type { Entry, Log } from '../domain/log.ts'
import type { Record } from '../domain/record.ts'

/** What may give a case a new holder: a late passing that is taken over does so too. */
const handsOn: ReadonlySet<Event['type']> = new Set<Event['type']>([
  ...(['casePassed', 'caseSeized', 'caseTakenOut', 'lateSettled'] as const),
])

/** Whether every machine hears the same of an entry: nothing private is in it, and it gives no case to anybody. */
export const isSameForAll = ({ event, private: apart }: Entry): boolean =>
  apart === undefined && !handsOn.has(event.type)

/**
 * What a machine may hear of an entry: the private part only if it is its own, or it holds the case, or supervises. With
 * a case that it is given it hears the private parts of what was done before.
 */
export function hallHearing(record: Record, log: Log, isSupervisor: (machine: string) => boolean) {
  return (machine: string, entry: Entry): Entry[] => {
    const { event } = entry
    const holds = 'case' in event && record.hall.cases.get(event.case)?.holder === machine
    const handed = holds && handsOn.has(event.type)
    const before = handed ? log.privateOf(event.case, (entry.hallSeq ?? 0) - 1) : []
    const mayHear = entry.origin === machine || isSupervisor(machine) || holds
    return [...before, mayHear ? entry : { ...entry, private: undefined }]
  }
}

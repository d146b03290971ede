import { handsOn } from '../domain/case-holding.ts'
import type { Entry, Log } from '../domain/log.ts'
import type { Record } from '../domain/record.ts'

/** Whether an entry may give a case, and with it what was done before, to somebody. */
export const handsCaseOn = ({ event }: Entry): boolean => handsOn.has(event.type)

/** Whether every machine hears the same of an entry: nothing private is in it, and it gives no case to anybody. */
const isSameForAll = (entry: Entry): boolean => entry.private === undefined && !handsCaseOn(entry)

const publicParts = new WeakMap<Entry, Entry>()

/** What everybody hears of an entry: for the same entry the same, so that it is put into text once. */
export function publicPart(entry: Entry): Entry {
  if (entry.private === undefined) return entry
  const part = publicParts.get(entry) ?? { ...entry, private: undefined }
  publicParts.set(entry, part)
  return part
}

/**
 * What a machine may hear of an entry: the private part only if it is its own, or it holds the case, or supervises. With
 * a case that it is given it hears the private parts of what was done before.
 */
export function hallHearing(record: Record, log: Log, isSupervisor: (machine: string) => boolean) {
  const holds = (machine: string, { event }: Entry): boolean =>
    'case' in event && record.hall.cases.get(event.case)?.holder === machine
  const mayHear = (machine: string, entry: Entry): boolean =>
    entry.origin === machine || isSupervisor(machine) || holds(machine, entry)

  return {
    holds,
    /** Whether a machine hears more of an entry than everybody. */
    hearsMore: (machine: string, entry: Entry): boolean => !isSameForAll(entry) && mayHear(machine, entry),
    heard(machine: string, entry: Entry): Entry[] {
      const { event } = entry
      const handed = 'case' in event && handsCaseOn(entry) && holds(machine, entry)
      const before = handed ? log.privateOf(event.case, (entry.hallSeq ?? 0) - 1) : []
      return [...before, mayHear(machine, entry) ? entry : publicPart(entry)]
    },
  }
}

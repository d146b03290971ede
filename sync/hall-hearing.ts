import { handsOn } from '../domain/case/case-holding.ts'
import type { Entry, Log } from '../domain/record/log.ts'
import type { Record } from '../domain/record/record.ts'

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

/** Who held a case before an entry that hands it on. */
type Handing = { hallSeq: number; holder: string | undefined }

/**
 * What a machine may hear of an entry: the private part only if it is its own, or it holds the case, or supervises. With
 * a case that it is given it hears the private parts of what was done before. What hands a case on and is still on its way
 * to the disk counts for nothing yet: it may be lost, and who is the holder then would never hear them.
 */
export function hallHearing(record: Record, log: Log, isSupervisor: (machine: string) => boolean) {
  /** By case, what has handed it on and was not yet known to be on the disk. */
  const handings = new Map<string, Handing[]>()

  function holderOf(id: string): string | undefined {
    const [first] = handings.get(id) ?? []
    return first ? first.holder : record.hall.cases.get(id)?.holder
  }
  const holds = (machine: string, { event }: Entry): boolean => 'case' in event && holderOf(event.case) === machine
  const mayHear = (machine: string, entry: Entry): boolean =>
    entry.origin === machine || isSupervisor(machine) || holds(machine, entry)

  return {
    /** An entry is about to get its place. */
    placing(entry: Entry): void {
      if (!('case' in entry.event) || !handsCaseOn(entry) || entry.hallSeq === null) return
      const { case: id } = entry.event
      const { holder } = record.hall.cases.get(id) ?? {}
      handings.set(id, [...(handings.get(id) ?? []), { hallSeq: entry.hallSeq, holder }])
    },
    /** All up to a place is on the disk. */
    isSafeTo(last: number): void {
      for (const [id, all] of handings) {
        const unsafe = all.filter(({ hallSeq }) => hallSeq > last)
        if (unsafe.length > 0) handings.set(id, unsafe)
        else handings.delete(id)
      }
    },
    /** What was not yet on the disk has not happened. */
    forget: (): void => handings.clear(),
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

import type { Case, CaseEvent } from '../case/case.ts'
import type { Seat } from '../seat.ts'
import { numberIn } from '../views/lookup.ts'
import type { AccessLog } from './access-log.ts'

/** The cases that accesses were about, wherever they are now. */
export type Opened = {
  of(id: string): { receiptNo: string; title: string } | undefined
  /** Whether a person did something on a case between two instants, beside taking it out, or received an objection to it. */
  hasActed(clerk: string, id: string, from: number, to: number): boolean
  seat: Seat
}

/** Finds cases by their ids, in the state or in the archive; one from the archive is read once. */
export function openCases(seat: Seat, log: AccessLog): Opened {
  const read = new Map<string, Case | undefined>()
  function caseOf(id: string): Case | undefined {
    const here = seat.hall.cases.get(id)
    if (here) return here
    if (!read.has(id)) read.set(id, log.putAway(id))
    return read.get(id)
  }
  return {
    of: (id) => caseOf(id)?.received,
    hasActed(clerk, id, from, to) {
      const isOne = (e: CaseEvent) => e.by.clerk === clerk && e.at >= from && e.at < to
      const isOn = caseOf(id)?.history.some((e) => e.type !== 'caseTakenOut' && isOne(e)) ?? false
      return isOn || [...seat.hall.cases.values()].some((c) => c.received.objection?.to === id && isOne(c.received))
    },
    seat,
  }
}

/** The ids of the cases whose receipt number ends so, read as wherever a case is looked for by it; of none where it is no number. */
export function receiptsLike({ seat }: Opened, receipt: string): string[] {
  const end = numberIn(receipt)
  if (end === undefined) return []
  const here = [...seat.hall.cases.values()].filter((c) => c.received.receiptNo.endsWith(end))
  const away = [...seat.archive.numbered(end)].map((one) => one.known)
  return [...new Set([...here, ...away].map((c) => c.received.case))]
}

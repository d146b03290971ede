import { keptOf } from '../db/copies/kept-of.ts'
import type { MachineData } from '../db/machine-data.ts'
import type { Seat } from '../domain/seat.ts'
import type { CounterEnd } from '../sync/counter-end.ts'

/** What a question may know of the copies of the hall, and of what the start of this PC brought back. */
export function keptSeat(kept: MachineData, end: CounterEnd): Pick<Seat, 'hallKept' | 'recovery'> {
  const { recovery } = keptOf(kept)
  const hallKept = end.hallKept()
  return {
    ...(hallKept && { hallKept }),
    ...(recovery && { recovery: { ...recovery, awaiting: end.line().state === 'offline' } }),
  }
}

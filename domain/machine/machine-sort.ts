import { HALL } from '../actor.ts'
import type { Hall } from '../state.ts'

export type MachineSort = 'hall' | 'counter' | 'supervisorPc' | 'guidePc' | 'public'

/** The name under which a kiosk speaks: it stands in public, and nobody signs in there. */
export const KIOSK = 'kiosk'

/** What sort of machine speaks: one that is no counter and no guide's tablet of the hall is a supervisor's. */
export function sortOf(hall: Hall, machine: string): MachineSort {
  if (machine === HALL) return 'hall'
  if (machine === KIOSK) return 'public'
  if (hall.profile?.guides?.some((g) => g.id === machine)) return 'guidePc'
  return hall.profile?.counters.some((c) => c.id === machine) ? 'counter' : 'supervisorPc'
}

import type { Kept } from '../../domain/machine/kept.ts'
import type { MachineData } from '../machine-data.ts'

/** How the copies of a machine stand, as it is told on the line. */
export function keptOf({ copies, recovery }: Pick<MachineData, 'copies' | 'recovery'>): Kept {
  const { count, last, failed } = copies.status()
  const known = recovery()
  return {
    count,
    ...(last && { last }),
    ...(failed && { failedAt: failed.at }),
    ...(known && {
      recovery: {
        at: known.at,
        found: known.found,
        entries: known.entries,
        isWhole: known.isWhole,
        ...(known.copy && { copyAt: known.copy.at }),
      },
    }),
  }
}

import { handsOn } from '../case/case-holding.ts'
import type { Case } from '../case/case.ts'
import type { Hall } from '../state.ts'
import { addDays, dayOf, type Day } from '../time.ts'
import type { Privates } from './record.ts'

/**
 * 개인정보 파기 on a counter (개인정보 보호법 제3조·제21조, docs/SYNC.md, P6): what is kept apart of a case that this PC no longer
 * holds, or that was put away, is forgotten at a day close a week later. The hall has it; the week is for a hall that has to
 * be restored from an older copy, to which the PCs tell again what it lacks.
 */
const keptDays = 7

/** Up to which day what has left is forgotten at the close of a day; undefined on a PC that keeps everything. */
export function forgottenUntil(hall: Hall, machine: string, closed: Day): Day | undefined {
  const isCounter = hall.profile?.counters.some((c) => c.id === machine) ?? false
  return isCounter ? addDays(closed, -keptDays) : undefined
}

/** The cases that left this PC so long ago; one of which the hall lacks an act is none of them. */
export function casesToForget(
  { hall, privates }: { hall: Hall; privates: Privates },
  machine: string,
  until: Day,
  isUnsent: (id: string) => boolean,
): string[] {
  return [...privates.keys()].filter((id) => {
    const known = hall.cases.get(id)
    return known !== undefined && known.holder !== machine && hasLeft(known, until) && !isUnsent(id)
  })
}

function hasLeft(known: Case, until: Day): boolean {
  const left = known.history.findLast((e) => handsOn.has(e.type))
  return left !== undefined && dayOf(left.at) <= until
}

import { checklistOf, type Checklist } from '../manual/checklist.ts'
import type { Kind } from '../manual/manual.ts'
import type { Answers, Private } from '../record/private.ts'
import type { Case } from './case.ts'

type Apart = { [act: string]: Private }

/** What was answered last to the questions of a case; nothing on a machine that does not hold it. */
export const answersOf = ({ answered }: Case, apart: Apart): Answers =>
  (answered && apart[`${answered.tenure}.${answered.act}`]?.answers) ?? {}

/** The fee of a case by its answers, and all that it can still be; what no manual says is not known. An objection has none. */
export function feeOfCase(known: Case, kind: Kind | undefined, apart: Apart): Pick<Checklist, 'fee' | 'fees'> {
  if (known.received.objection) return { fee: 0, fees: [0] }
  if (!kind) return { fee: null, fees: [null] }
  const { fee, fees } = checklistOf(kind, answersOf(known, apart))
  return { fee, fees }
}

import { longestBook, spanRefusal, type Exported } from '../register/register-export.ts'
import { countRegister } from '../register/register.ts'
import type { Seat } from '../seat.ts'
import { addDays, startOfDay, type Day } from '../time.ts'
import { isSupervisors } from './view-register.ts'

type Span = { first: Day; last: Day; which: Exported }

/** How many lines an export would have, for who chooses its format; undefined where there is none. */
export const exportLinesView = (seat: Seat, span: Span): number | undefined =>
  isSupervisors(seat) && spanRefusal(span.first, span.last) === undefined ? exportLines(seat, span) : undefined

/** How many lines an export has; of the access record only counted until no spreadsheet takes more. */
export function exportLines(seat: Seat, { first, last, which }: Span): number {
  if (which !== 'accesses') return countRegister(seat, { first, last, which, masked: true })
  const [from, to, most] = [startOfDay(first), startOfDay(addDays(last, 1)), longestBook.accesses + 1]
  const acts = seat.accessLog?.countActs(from, to, most) ?? 0
  return acts === most ? acts : acts + (seat.accessLog?.countAccesses(from, to, most) ?? 0)
}

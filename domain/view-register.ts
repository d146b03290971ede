import { hasRole, sortOf } from './permissions.ts'
import { registerHead, type RegisterRow } from './register.ts'
import { spanRefusal, type RegisterExport, type Which } from './register-export.ts'
import { doneView, type Seat } from './seat.ts'
import type { Day } from './time.ts'
import type { DoneView } from './views.ts'

/** How many lines a screen is given; a file holds all. */
const shownRows = 200

export type ExportView = Pick<RegisterExport, 'export' | 'first' | 'last' | 'which' | 'format' | 'reason'> & {
  done: DoneView
  /** What became of the file, where it was written by this PC. */
  file?: ExportFile
}
/** `writing` says how many lines were read; `gone` when nobody knows of a file any more: the program ended before it was written, or somebody moved it. */
export type ExportFile = { path: string } | { failed: string } | { writing: number } | 'gone'

export type RegisterView = {
  first: Day
  last: Day
  which: Which
  /** The first lines, with what names a person masked (`shownRows`). */
  rows: RegisterRow[]
  total: number
}

/** 민원 처리부 on the supervisor's PC; undefined anywhere else, and for a stretch that is none. */
export function registerView(
  seat: Seat,
  { first, last, which }: { first: Day; last: Day; which: Which },
): RegisterView | undefined {
  if (!isSupervisors(seat) || spanRefusal(first, last)) return undefined
  return { first, last, which, ...registerHead(seat, { first, last, which, masked: true }, shownRows) }
}

/** The exports of the register, the newest first; undefined where the register is. */
export const exportViews = (seat: Seat): ExportView[] | undefined =>
  isSupervisors(seat) ? seat.hall.exports.toReversed().map((one) => exportView(seat, one)) : undefined

/** Whether a supervisor sits at the supervisor's PC: only there the whole of every case is known. */
export function isSupervisors(seat: Seat): boolean {
  const { hall, machine } = seat
  return sortOf(hall, machine) === 'supervisorPc' && hasRole(hall, hall.counters.get(machine)?.clerk, ['supervisor'])
}

function exportView(seat: Seat, one: RegisterExport): ExportView {
  const { export: id, first, last, which, format, reason, by } = one
  const file = by.machine === seat.machine ? seat.fileOf?.(one) : undefined
  // What was read on the hall's own computer bears no person.
  const done = { ...doneView(seat, one), ...(by.clerk === undefined && { clerk: by.machine }) }
  return { export: id, first, last, which, format, reason, done, ...(file && { file }) }
}

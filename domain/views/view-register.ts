import { sortOf } from '../machine/machine-sort.ts'
import { hasRole } from '../people/permissions.ts'
import { shownLines, spanRefusal, type RegisterExport, type Which } from '../register/register-export.ts'
import { registerHead, registerNumbered, type RegisterRow } from '../register/register.ts'
import { doneView, type Seat } from '../seat.ts'
import type { Day } from '../time.ts'
import { numberIn } from './lookup.ts'
import type { DoneView } from './views.ts'

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
  /** The first lines, with what names a person masked (`shownLines`), or all of a receipt number. */
  rows: RegisterRow[]
  total: number
}

type RegisterAsked = { first: Day; last: Day; which: Which; receipt?: string | undefined; limit?: number | undefined }

/** 민원 처리부 on the supervisor's PC; undefined anywhere else, and for a stretch that is none. */
export function registerView(
  seat: Seat,
  { first, last, which, receipt, limit = shownLines }: RegisterAsked,
): RegisterView | undefined {
  if (!isSupervisors(seat) || spanRefusal(first, last)) return undefined
  const asked = { first, last, which, masked: true }
  const found =
    receipt === undefined ? registerHead(seat, asked, limit) : registerNumbered(seat, asked, numberIn(receipt))
  return { first, last, which, ...found }
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

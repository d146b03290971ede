import { z } from 'zod'
import type { CaseEvent, Done } from '../case/case.ts'
import type { Outage } from '../outages.ts'
import type { Hall } from '../state.ts'
import { dayOf, type Instant } from '../time.ts'

/** 월별 확인·점검 (시행령 제22조): what was seen of a month when it was checked, and whether that has changed since. */

const count = z.int().min(0)
/** The numbers of a month as they were seen; the last two are of that moment and are not compared later. */
export const MonthFigures = z.strictObject({
  received: count,
  closed: count,
  onTime: count,
  late: count,
  noDue: count,
  extended: count,
  refused: count,
  overdue: count,
  toldLate: count,
})
export type MonthFigures = z.infer<typeof MonthFigures>

/** What a month is still after it: everything that was received or closed in it. */
const lasting = ['received', 'closed', 'onTime', 'late', 'noDue', 'extended', 'refused'] as const
export type MonthDifference = { number: (typeof lasting)[number]; then: number; now: number }

/** The check of a month that stands, with the figures that it saw; absent in records from before they were kept. */
export type CheckedMonth = Done & {
  figures?: MonthFigures
  /** Something of this month came or was said after the check. */
  touched?: true
  /** The checks before it, the earliest first. */
  former?: (Done & { figures?: MonthFigures })[]
}

export const differences = (then: MonthFigures, now: MonthFigures): MonthDifference[] =>
  lasting
    .filter((number) => then[number] !== now[number])
    .map((number) => ({ number, then: then[number], now: now[number] }))

/** Whether a month may be checked: not twice, unless its figures are no longer those that were seen. */
export function isCheckable(
  { checkedMonths }: Pick<Hall, 'checkedMonths'>,
  month: string,
  now?: MonthFigures,
): boolean {
  const checked = checkedMonths.get(month)
  if (!checked) return true
  return checked.figures !== undefined && now !== undefined && differences(checked.figures, now).length > 0
}

/** Takes the check of a month into the state; an earlier one stays beside it. */
export function keepCheck(
  { checkedMonths }: Pick<Hall, 'checkedMonths'>,
  { at, by, month, figures }: Done & { month: string; figures?: MonthFigures | undefined },
): void {
  const seen = { at, by, ...(figures && { figures }) }
  const before = checkedMonths.get(month)
  if (!before) return void checkedMonths.set(month, seen)
  const { former = [], touched: _, ...last } = before
  checkedMonths.set(month, { ...seen, former: [...former, last] })
}

type Known = Pick<Hall, 'checkedMonths' | 'cases'>

/** An act of a case that falls into a month which was checked before: its figures are to be counted again. */
export function touchByCase(hall: Known, event: CaseEvent): void {
  if (hall.checkedMonths.size === 0) return
  const known = hall.cases.get(event.case)
  // What takes a receipt or an earlier act back, or takes it over, is of the months of those.
  const isOfEarlier = event.type === 'caseVoided' || event.type === 'lateSettled'
  const late = isOfEarlier ? (known?.late ?? []).map((l) => l.event.at) : []
  const times = isOfEarlier && known ? [event.at, known.received.at, ...late] : [event.at]
  // What was over then is open again.
  const before = event.type === 'caseReopened' ? known?.former?.at(-1) : undefined
  const ends = [before?.decision?.at, before?.notice?.at, before?.closedAt].filter((end) => end !== undefined)
  for (const month of new Set([...times, ...ends].map(monthOf))) touch(hall, month)
}

/** A recorded or withdrawn outage moves what was due in its month and after it. */
export function touchByOutage(hall: Known, { from }: Pick<Outage, 'from'>): void {
  for (const month of hall.checkedMonths.keys()) if (month >= monthOf(from)) touch(hall, month)
}

function touch({ checkedMonths }: Known, month: string): void {
  const checked = checkedMonths.get(month)
  // Anew each time, also where it was touched before: what was counted for it is found by it.
  if (checked?.figures) checkedMonths.set(month, { ...checked, touched: true })
}

const monthOf = (at: Instant): string => dayOf(at).slice(0, 7)

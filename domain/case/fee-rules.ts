import { feeOfCase } from './case-answers.ts'
import type { ActOf, CaseContext, CaseRefusal, Happening } from './case-context.ts'
import type { Case, CaseCommandOf } from './case.ts'
import { amountDue } from './fee.ts'

/** 수수료 납부 (민원처리법 제29조): what the table says, less a reduction of the manual or one with its own ground. */

type Pay = CaseCommandOf<'payFee'>
type Correct = CaseCommandOf<'correctFee'>

/** What a payment would be. Who is reduced and why is kept apart: it may tell of a disability or of poverty. */
export function payment(known: Case, command: Pay, act: ActOf, ctx: CaseContext): Happening | { refused: CaseRefusal } {
  const due = dueOf(known, command, ctx)
  if (typeof due !== 'number') return due
  const { table, means, reduction, own } = command
  const apart = { ...(reduction !== undefined && { reduction }), ...(own && { reasons: own.ground }) }
  return { event: { ...act, type: 'feePaid', table, won: due, means }, ...kept(apart) }
}

/** What a correction would be: how much has been paid in all once something was given back or paid more, and why. */
export function feeCorrection(
  known: Case,
  command: Correct,
  act: ActOf,
  ctx: CaseContext,
): Happening | { refused: CaseRefusal } {
  const due = dueOf(known, command, ctx)
  if (typeof due !== 'number') return due
  const { table, won = due, means, reduction, own, reason } = command
  if (won > due) return { refused: 'feeAboveTable' }
  const apart = { ...(reduction !== undefined && { reduction }), ...(own && { reasons: own.ground }), note: reason }
  return { event: { ...act, type: 'feeCorrected', table, won, means }, private: apart }
}

/** The amount that is due by the manual that the case was received under, or why it cannot be said so. */
function dueOf(
  known: Case,
  { table, reduction, own }: Pay | Correct,
  ctx: CaseContext,
): number | { refused: CaseRefusal } {
  const kind = ctx.kind(known.received.kind, known.received.edition)?.kind
  // Only where no answer settles the fee does the clerk say which it is.
  const { fees } = feeOfCase(known, kind, ctx.apart(known.received.case))
  if (!fees.includes(null) && !fees.includes(table)) return { refused: 'feeNotOfManual' }
  const list = kind?.fee.reductions ?? []
  if (own && (reduction !== undefined || list.length > 0)) return { refused: 'reductionOfList' }
  if (own) return own.won > table ? { refused: 'feeAboveTable' } : own.won
  const one = list.find((r) => r.id === reduction)
  return reduction !== undefined && !one ? { refused: 'reductionUnknown' } : amountDue(table, one)
}

const kept = <T extends object>(apart: T): { private?: T } => (Object.keys(apart).length > 0 ? { private: apart } : {})

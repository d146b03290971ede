import type { CaseContext, CaseDecision } from './case-context.ts'
import type { Case, CaseCommandOf, CaseEvent } from './case.ts'

/** Who holds a case: what the hall alone says of it, without its holder. */

/** What may give a case a new holder: a late passing that is taken over does so too. */
export const handsOn: ReadonlySet<string> = new Set<CaseEvent['type']>([
  ...(['casePassed', 'caseSeized', 'caseTakenOut', 'lateSettled'] as const),
])

/** 회수: the supervisor gives a case to another counter; the hall begins a new tenure of it. */
export function seize(known: Case, command: CaseCommandOf<'seizeCase'>, ctx: CaseContext): CaseDecision {
  if (known.state === 'closed') return { refused: 'caseClosed' }
  if (known.holder === command.to) return { refused: 'holderAlready' }
  const { to, reason } = command
  const place = { case: command.case, tenure: known.tenure + 1, act: known.acts }
  const event = { type: 'caseSeized', at: ctx.at, by: ctx.by, ...place, to } as const
  return { happened: [{ event, private: { reasons: reason } }] }
}

/** 보관 자료 꺼내기: a case that a day close has put away, for an objection or a correction. */
export function takeOut(
  known: Case | undefined,
  command: CaseCommandOf<'takeOutCase'>,
  ctx: CaseContext,
): CaseDecision {
  if (known) return { refused: 'caseKnown' }
  const body = ctx.archived(command.case)
  if (body === undefined) return { refused: 'notInArchive' }
  if (ctx.isDestroyed(command.case)) return { refused: 'caseDestroyed' }
  const { tenure, acts } = JSON.parse(body) as Case
  const place = { case: command.case, tenure: tenure + 1, act: acts, to: ctx.by.machine }
  return { happened: [{ event: { type: 'caseTakenOut', at: ctx.at, by: ctx.by, ...place, body } }] }
}

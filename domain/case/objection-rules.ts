import { objectionTermsOf, petitionsAct, type ObjectionTerms } from '../paper/remedies.ts'
import { civilDue, objectionDue } from '../period/deadline.ts'
import { objectionsTo } from '../record/archive.ts'
import { dayOf, startOfDay } from '../time.ts'
import type { CaseContext, CaseDecision, CaseRefusal } from './case-context.ts'
import type { Case, CaseCommandOf, CaseEvent } from './case.ts'
import { outageRefusal } from './outage-receipt.ts'

/** The rules of objections: against a refusal that was told, in time, and one at a time (민원처리법 제35조). */

/** 이의신청 (민원처리법 제35조, 시행령 제40조): a case of its own, linked to the one that was refused. */
export function receiveObjection(
  cases: ReadonlyMap<string, Case>,
  command: CaseCommandOf<'receiveObjection'>,
  ctx: CaseContext,
): CaseDecision {
  const original = cases.get(command.to)
  if (!original) return { refused: 'caseUnknown' }
  if (isUnobjectionable(original)) return { refused: 'objectionNotAllowed' }
  const terms = termsOf(original, ctx)
  if (!terms) return { refused: 'objectionNone' }
  const refused = unobjectionable(cases, original, command, terms, ctx)
  if (refused) return { refused }
  const { receiptNo, kind, title, edition, petition } = original.received
  const { visit, petitioner, proxy, grounds, refusalReceivedOn, doneAt, provisionalNo } = command
  const at = doneAt ?? ctx.at
  const { law, counting, decideIn: days } = terms
  const end = objectionDue(at, ctx.calendar, 0, { days, counting })
  const event: CaseEvent = {
    type: 'caseReceived',
    at,
    by: ctx.by,
    case: command.case,
    tenure: 1,
    act: 1,
    ...(doneAt !== undefined && { enteredAt: ctx.at }),
    ...(provisionalNo !== undefined && { provisionalNo }),
    receiptNo: ctx.receiptNo,
    kind,
    title,
    edition,
    petition,
    period: { unit: 'days', value: days },
    objection: {
      to: command.to,
      receiptNo,
      refusalReceivedOn,
      ...(law !== petitionsAct.law && { law }),
      ...(counting && { counting }),
    },
    slip: 'due',
    steps: [],
    documents: [],
    checkedDocuments: {},
    ...(visit !== undefined && { visit }),
    ...(proxy && { isProxy: true }),
    ...(end && { promised: end.dueAt }),
  }
  return { happened: [{ event, private: { petitioner, reasons: grounds, ...(proxy && { proxy }) } }] }
}

/** 다시 처리: by an objection to this refusal that was accepted, in whole or in part, and once by each (법 제35조 제2항). */
export function reopeningRefusal(
  known: Case,
  { objection }: CaseEvent & { type: 'caseReopened' },
  { numbered }: Pick<CaseContext, 'numbered'>,
): CaseRefusal | undefined {
  const other = numbered(objection)
  const isAccepted = other?.decision?.outcome === 'accepted' || other?.decision?.outcome === 'partly'
  if (!isAccepted || other?.received.objection?.to !== known.received.case) return 'objectionNotAccepted'
  return known.former?.some((f) => f.objection === objection) ? 'reopenedAlready' : undefined
}

/** By the law that the manual names for the kind, as it stood at the receipt. */
function termsOf({ received }: Case, ctx: CaseContext): ObjectionTerms | undefined {
  const objection = ctx.kind(received.kind, received.edition)?.kind.objection
  return objectionTermsOf({ petition: received.petition ?? 'legal', objection })
}

/** 법 제30조: the answer to a prior review is no disposition; the petition itself can still be handed in. */
const isUnobjectionable = ({ received }: Case): boolean =>
  (received.petition ?? 'legal') !== 'legal' || received.objection !== undefined || received.priorReview === true

function unobjectionable(
  cases: ReadonlyMap<string, Case>,
  { outcome, decision, notice, closedAt, former = [] }: Case,
  { refusalReceivedOn, to, doneAt, provisionalNo }: CaseCommandOf<'receiveObjection'>,
  { days }: ObjectionTerms,
  ctx: CaseContext,
): CaseRefusal | undefined {
  // 시행령 제6조의2: filed during an outage it is in time, though it is entered after its days are over.
  const at = doneAt ?? ctx.at
  const early = outageRefusal(cases, { doneAt, provisionalNo }, ctx)
  if (early) return early
  // What became of the paper afterwards takes nothing from the disposition that was told.
  const ended = (notice ? decision?.outcome : undefined) ?? outcome
  // 시행령 제25조 제1항: papers that are given back are no refusal (법 제35조 제1항); they may be handed in again.
  if (ended === 'returned') return 'returnedNotRefused'
  if (ended !== 'refused' && ended !== 'partly') return 'notRefused'
  if (refusalReceivedOn < dayOf(notice?.at ?? closedAt ?? at)) return 'receivedBeforeNotice'
  if (refusalReceivedOn > dayOf(at)) return 'doneInFuture'
  const last = civilDue({ unit: 'days', value: days }, startOfDay(refusalReceivedOn), ctx.calendar)
  if (!last || at >= last.expiresAt) return 'objectionTooLate'
  // What has opened the case for a new decision was against the former one.
  const isDone = ({ received }: Case) => former.some((f) => f.objection === received.receiptNo)
  const isPending = (c: Case) => c.outcome !== 'voided' && c.outcome !== 'withdrawn' && !isDone(c)
  return objectionsTo(cases, ctx.archive, to).some(isPending) ? 'objectionKnown' : undefined
}

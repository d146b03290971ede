import type { Case, CaseEvent } from '../case/case.ts'
import type { Seat } from '../seat.ts'
import { dayOf, type Day, type Instant } from '../time.ts'

/** 비고: what became of a petition beside its result. */
export type Remark = { what: RemarkKind; on?: Day; text?: string }
type RemarkKind =
  | ('objectionTo' | 'objection' | 'transferred' | 'corrected' | 'reminded' | 'joint')
  | ('priorReview' | 'fieldCorrected' | 'takenOut' | 'destroyed' | 'replaces')
  | ('reopened' | 'formerRefused' | 'formerPartly')

/** The remarks of a case, in the order of its line. */
export function remarksOf(seat: Seat, known: Case, objections: Case[]): Remark[] {
  const { received } = known
  const reminders = [...(known.reminders ?? []), ...(seat.hall.reminders.get(received.case) ?? [])]
  const on = (what: RemarkKind, at: Instant): Remark => ({ what, on: dayOf(at) })
  const { joint, objection, replaces } = received
  return [
    ...(objection ? [{ what: 'objectionTo', text: objection.receiptNo } as const] : []),
    ...(replaces ? [{ what: 'replaces', text: replaces.receiptNo } as const] : []),
    ...(received.priorReview ? [{ what: 'priorReview' } as const] : []),
    ...(joint ? [{ what: 'joint', text: String(joint.signers) } as const] : []),
    ...known.transfers.map((t) => ({ ...on('transferred', t.at), text: t.office })),
    ...known.forms.filter((f) => f.type === 'fieldCorrected').map((f) => on('fieldCorrected', f.at)),
    ...reminders.map((r) => on('reminded', r.at)),
    ...objections.map((o) => ({ ...on('objection', o.received.at), text: o.received.receiptNo })),
    ...(known.former ?? []).flatMap(({ decision, reopened, objection: by }) => [
      ...(decision ? [on(decision.outcome === 'partly' ? 'formerPartly' : 'formerRefused', decision.at)] : []),
      { ...on('reopened', reopened.at), text: by },
    ]),
    ...known.corrections.map((c) => on('corrected', c.at)),
    ...known.history.filter(isTakenOut).map((e) => on('takenOut', e.at)),
  ]
}

const isTakenOut = (event: CaseEvent): boolean => event.type === 'caseTakenOut'

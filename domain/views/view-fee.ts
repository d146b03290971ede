import type { Case, CaseEvent } from '../case/case.ts'
import { privateKey } from '../record/record.ts'
import { doneView, type Seat } from '../seat.ts'
import type { FeeView } from './views-procedure.ts'

/** 수수료 of a case as a screen, a slip and the register show it. */

type Payment = NonNullable<Case['fee']>

/** A payment with its reduction in the words of the manual; an own ground stands as it was typed. */
export function feeView(seat: Seat, { received }: Case, payment: Payment): FeeView {
  const { table, won, means } = payment
  const apart = seat.privates.get(received.case)?.[privateKey(payment)]
  const listed = seat.kindOf(received.edition, received.kind)?.fee.reductions?.find((r) => r.id === apart?.reduction)
  const ground = apart?.reasons
  return {
    ...doneView(seat, payment),
    table,
    won,
    means,
    ...(ground !== undefined && { reduction: { ko: ground, en: ground } }),
    ...(listed && { reduction: { id: listed.id, ko: listed.ko, en: listed.en } }),
    ...(apart?.note !== undefined && { reason: apart.note }),
  }
}

/** The payments that were replaced, oldest first. */
export const formerFees = (known: Case): Payment[] =>
  [...known.history, ...known.late.flatMap((l) => (l.settled === 'takenOver' ? [l.event] : []))].filter(
    (e): e is Payment => isPayment(e) && e.act !== known.fee?.act,
  )

const isPayment = (event: CaseEvent): event is Payment => event.type === 'feePaid' || event.type === 'feeCorrected'

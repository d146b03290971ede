import { actsOf } from './act-order.ts'
import type { CaseRefusal } from './case-context.ts'
import type { Case, CaseEvent } from './case.ts'
import type { Instant } from './time.ts'

/** 통지의 방법: which ways of telling the citizen are open to a case (행정절차법 제14조·제24조, 민원처리법 시행령 제29조). */

/** 행정절차법 제14조 제3항: whether electronic notices were agreed to at an instant, and not taken back by then. */
function hasAgreedElectronic(known: Case, at: Instant): boolean {
  const said = actsOf(known).flatMap((e) => (e.type === 'electronicAgreed' && e.at <= at ? [e] : []))
  return said.toSorted((a, b) => a.at - b.at).at(-1)?.given ?? false
}

/** 시행령 제29조: other than by letter or in person only for its reasons; 행정절차법 제14조: electronically only with consent. */
export function channelRefusal(
  known: Case,
  { channel, basis, at }: CaseEvent & { type: 'caseNotified' },
): CaseRefusal | undefined {
  if (channel === 'inPerson' || channel === 'letter') return undefined
  // 법 제35조 제2항: the decision on an objection is told in writing, whatever was agreed.
  if (known.received.objection && (channel === 'phone' || channel === 'sms')) return 'mustBeWritten'
  if (!basis) return 'channelNeedsBasis'
  if (channel === 'email' && (basis !== 'agreed' || !hasAgreedElectronic(known, at))) return 'emailNeedsConsent'
  const { petition } = known.received
  return basis === 'otherPetition' && petition !== undefined && petition !== 'other' ? 'notOtherPetition' : undefined
}

/** Whether what an act tells the citizen may be told so: an e-mail never without consent, nor a disposition by fax. */
export function unlawfulNotice(known: Case, event: CaseEvent): CaseRefusal | undefined {
  if (!('told' in event)) return undefined
  const isElectronic = event.told === 'email' || (event.told === 'fax' && event.type === 'caseReturned')
  return isElectronic && !hasAgreedElectronic(known, event.at) ? 'emailNeedsConsent' : undefined
}

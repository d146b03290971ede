import type { z } from 'zod'
import type { Instant } from '../time.ts'
import { actsOf } from './act-order.ts'
import type { CaseRefusal } from './case-context.ts'
import type { Case, CaseEvent, ChannelBasis } from './case.ts'
import type { Filing } from './intake.ts'

/** 통지의 방법: which ways of telling the citizen are open to a case (행정절차법 제14조·제24조, 민원처리법 시행령 제29조). */

/** 행정절차법 제14조 제3항: whether electronic notices were agreed to at an instant, and not taken back by then. */
function hasAgreedElectronic(known: Case, at: Instant): boolean {
  const said = actsOf(known).flatMap((e) => (e.type === 'electronicAgreed' && e.at <= at ? [e] : []))
  return said.toSorted((a, b) => a.at - b.at).at(-1)?.given ?? false
}

/** Whether a petition was filed by an electronic document, so that its result may be one (행정절차법 제24조 제1항 제2호). */
export const isFiledElectronically = (filing: Filing | undefined): boolean =>
  filing === 'electronic' || filing === 'eWindow'

const mayBeElectronic = (known: Case, basis: z.infer<typeof ChannelBasis>, at: Instant): boolean =>
  (basis === 'agreed' && hasAgreedElectronic(known, at)) ||
  (basis === 'appliedElectronically' && isFiledElectronically(known.received.filing))

/** 시행령 제29조: other than by letter or in person only for its reasons; 행정절차법 제24조: electronically only with consent, or as applied for. */
export function channelRefusal(
  known: Case,
  { channel, basis, at }: CaseEvent & { type: 'caseNotified' },
): CaseRefusal | undefined {
  if (channel === 'inPerson' || channel === 'letter') return undefined
  // 법 제35조 제2항: the decision on an objection is told in writing, whatever was agreed.
  if (known.received.objection && (channel === 'phone' || channel === 'sms')) return 'mustBeWritten'
  const { petition } = known.received
  if (!basis || (basis === 'appliedElectronically' && channel !== 'email')) return 'channelNeedsBasis'
  if (channel === 'email' && !mayBeElectronic(known, basis, at)) return 'emailNeedsConsent'
  return basis === 'otherPetition' && petition !== undefined && petition !== 'other' ? 'notOtherPetition' : undefined
}

/** Whether what an act tells the citizen may be told so: an e-mail never without consent, nor a disposition by fax. */
export function unlawfulNotice(known: Case, event: CaseEvent): CaseRefusal | undefined {
  if (!('told' in event)) return undefined
  const isElectronic = event.told === 'email' || (event.told === 'fax' && event.type === 'caseReturned')
  return isElectronic && !hasAgreedElectronic(known, event.at) ? 'emailNeedsConsent' : undefined
}

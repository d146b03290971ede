import type { AmendmentCommand, Assembled } from '../../domain/manual/amendment.ts'
import { instantOf } from '../../domain/time.ts'
import { today } from './floor.ts'

/** One amendment of one kind, and every act on it. */

type Act<T extends AmendmentCommand['type']> = Extract<AmendmentCommand, { type: T }>

export const made: Exclude<Assembled, { refused: unknown }> = {
  hash: 'h',
  changes: { added: [], changed: ['kinds/SIM-01'], removed: [] },
  signature: 's',
}
export const amendment = 'a1'
export const open: Act<'openAmendment'> = {
  type: 'openAmendment',
  amendment,
  title: '수수료 확인',
  reason: '미확정 금액',
}
export const change: Act<'changeAmendment'> = {
  type: 'changeAmendment',
  amendment,
  why: '고시를 확인함',
  changes: [{ part: 'kinds/SIM-01', content: '{}' }],
}
export const offer: Act<'offerAmendment'> = { type: 'offerAmendment', amendment }
export const offeredAt = instantOf(today, '09:00')
export const approve: Act<'reviewAmendment'> = { type: 'reviewAmendment', amendment, verdict: 'approved', offeredAt }
export const giveBack: Act<'reviewAmendment'> = { ...approve, verdict: 'returned', note: '근거를 적을 것' }
export const publish: Act<'publishAmendment'> = { type: 'publishAmendment', amendment, effectiveDate: today }

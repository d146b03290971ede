import type { Presence } from '../../domain/machine/presence.ts'
import type { AmendmentCommand, Assembled } from '../../domain/manual/amendment.ts'
import type { ManualContent } from '../../domain/manual/manual.ts'
import { kind } from '../simulation/fixture.ts'
import { today } from './floor.ts'

/** Two editions of a small manual, and an amendment that leads from one to the other. */

const law = [{ law: '모의법', article: '제1조', heading: '목적' }]
const documents = kind.documents.slice(0, 1)
// Without the second document nothing turns on its question.
const questions = kind.questions.slice(0, 0)
export const open = {
  ...kind,
  law,
  documents,
  questions,
  periodNote: '미확인',
  period: null,
  fee: { won: null, means: null, note: '미확인' },
}
export const other = {
  ...kind,
  law,
  documents,
  questions,
  code: 'SIM-02',
  name: { ko: '유기 민원', en: 'Term' },
  fee: { won: 500, means: '현금' },
}
export const first: ManualContent = {
  categories: [{ code: 'SIM', ko: '모의', en: 'Simulated' }],
  kinds: [open, other],
  words: [],
  documents: {},
  style: '',
}
const second: ManualContent = { ...first, kinds: [{ ...open, fee: { won: 1000, means: null } }] }
export const editions: ManualContent[] = [first, second]
export const paid = { ...open, fee: { ...open.fee, won: 1000 } }
export const made: Assembled = {
  hash: 'h',
  changes: { added: [], changed: ['kinds/SIM-01'], removed: [] },
  signature: 's',
}
export const amendment = 'a1'
export const draft: AmendmentCommand[] = [
  { type: 'openAmendment', amendment, title: '수수료 확인', reason: '미확정 금액' },
  {
    type: 'changeAmendment',
    amendment,
    why: '고시를 확인함',
    changes: [{ part: 'kinds/SIM-01', content: JSON.stringify(paid) }],
  },
]
export const publish = { type: 'publishAmendment', amendment, effectiveDate: today } as const
export const presence: Presence[] = [
  { machine: 'counter-1', connected: true, lastHeardAt: 0 },
  { machine: 'counter-2', connected: false, lastHeardAt: 0 },
  { machine: 'desk', connected: true, lastHeardAt: 0 },
]

import type { HallProfile, Kind, Question } from '../../domain/manual/manual.ts'

const check = (id: string, text: string) => ({ id, text })
const step = { action: '확인한다.', who: '창구 담당자', stage: 'examine' } as const

const applicant: Question = {
  id: 'applicant',
  ask: { ko: '누가 신청하나요?', en: 'Who applies?' },
  type: 'choice',
  options: [
    { id: 'person', ko: '개인', en: 'A person' },
    { id: 'corporation', ko: '법인', en: 'A corporation' },
  ],
  because: '등기사항증명서는 법인만',
}

const field = { id: 'f1', label: { ko: '상호', en: 'Trade name' }, type: 'text', required: true } as const

/** The least of a manual and a hall that the simulated people need. */
export const kind: Kind = {
  code: 'SIM-01',
  name: { ko: '모의 민원', en: 'Simulated petition' },
  category: 'SIM',
  type: '신고',
  petition: 'legal',
  complex: false,
  priorReview: false,
  otherAgencyIssue: false,
  scope: 'metropolitan',
  intake: 'hall',
  authority: '시장',
  law: [],
  period: { unit: 'immediate', value: 3 },
  fee: { won: null, means: null },
  form: { name: '신청서', fields: [field] },
  conditions: [],
  questions: [applicant],
  result: '신고증',
  appeal: '이의신청',
  documents: [
    { id: 'd1', name: '신청서', providedBy: 'applicant', verifyBy: 'applicant', basis: 'law' },
    {
      id: 'd2',
      when: 'applicant = "corporation"',
      name: '등기사항증명서',
      providedBy: 'agency',
      verifyBy: 'sharedInfo',
      basis: 'law',
    },
  ],
  steps: [
    {
      ...step,
      id: 's1',
      title: '접수',
      checks: [{ ...check('s1.1', '신청서를 받았다'), document: 'd1' }, check('s1.2', '서명이 있다')],
    },
    { ...step, id: 's2', title: '심사', checks: [check('s2.1', '요건에 맞다')] },
    { ...step, id: 's3', title: '교부', stage: 'handOver', checks: [check('s3.1', '대장에 적었다')] },
  ],
  synonyms: [],
  confidence: 'composed',
  sources: [],
  fieldConfidence: {
    legalBasis: 'unknown',
    requiredDocuments: 'unknown',
    processingPeriod: 'unknown',
    fee: 'unknown',
    steps: 'composed',
    form: 'unknown',
  },
}

/** Kinds of other periods and classes, whose petitions last for days. */
export const kinds: readonly Kind[] = [
  { ...kind, fee: { won: 1000, means: null } },
  { ...kind, code: 'SIM-02', name: { ko: '유기 민원', en: 'Term' }, period: { unit: 'days', value: 7 } },
  { ...kind, code: 'SIM-03', petition: 'grievance', period: { unit: 'days', value: 7 } },
  { ...kind, code: 'SIM-04', petition: 'other', period: { unit: 'days', value: 1 } },
]

export const profile = (counters: number): HallProfile => ({
  name: '모의 민원실',
  teams: [{ id: 't1', name: '1팀' }],
  counters: Array.from({ length: counters }, (_, i) => ({ id: `counter-${i + 1}`, number: i + 1, team: 't1' })),
  hours: { from: '09:00', to: '18:00' },
  lunch: { from: '12:00', to: '13:00' },
  noShow: { placesBack: 3 },
  kiosks: [{ id: 'kiosk-1', printer: { host: 'printer', port: 9100 } }, { id: 'kiosk-2' }],
  queue: { outOfOrder: 'everyone' },
  staff: [
    { id: 'clerk', name: '담당자', role: 'clerk', team: 't1' },
    { id: 'editor', name: '편집자', role: 'editor', team: 't1' },
    { id: 'chief', name: '감독자', role: 'supervisor', team: 't1' },
    { id: 'admin', name: '관리자', role: 'administrator', team: 't1' },
    { id: 'guide', name: '안내도우미', role: 'guide', team: 't1' },
  ],
})

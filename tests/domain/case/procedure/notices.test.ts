import { describe, expect, test } from 'vitest'
import type { CaseCommandOf } from '../../../../domain/case/case.ts'
import { paperOf } from '../../../../domain/paper/paper-of.ts'
import { permit, proposal } from '../../../support/petition-kinds.ts'
import { asksFor, extendsBy, openPetition, tells, type Act, type Petition } from '../../../support/petition.ts'

/** 송달: an electronic notice only with consent (행정절차법 제14조 제3항, 제24조). */

type Agree = Partial<CaseCommandOf<'agreeElectronic'>>
const agrees = (more: Agree = {}): Act => ({
  type: 'agreeElectronic',
  given: true,
  consent: 'written',
  address: 'kim@example.kr',
  ...more,
})

function at(text: string, kind = permit): Petition {
  const petition = openPetition(text)
  petition.receives(kind)
  return petition
}

const email = { told: 'email' } as const
const reasons = '사유'
const notices: { name: string; kind?: typeof permit; comesTo?: (petition: Petition) => void; act: Act }[] = [
  { name: 'a demand', act: asksFor(5, email) },
  { name: 'an extension', act: extendsBy(3, email) },
  { name: 'progress', act: { type: 'notifyProgress', ...email, text: '검토 중' } },
  { name: 'a transfer', act: { type: 'transferCase', to: 'otherAgency', office: '다른 기관', ...email, reasons } },
  {
    name: 'an exception',
    kind: proposal,
    act: { type: 'notProcess', ground: 'appeal', reasons, ...email },
  },
  {
    name: 'the end of repetitions',
    kind: proposal,
    act: { type: 'closeRepeat', repeats: 3, earlier: ['2026-01-90001', '2026-01-90002'], reasons, ...email },
  },
  {
    name: 'a return',
    comesTo: (petition) => {
      petition.does(asksFor(3))
      petition.on('2026-03-20 10:00')
    },
    act: { type: 'returnCase', reasons, provisions: [], ...email },
  },
  {
    name: 'a result',
    comesTo: (petition) => void petition.grants(),
    act: { type: 'notifyCase', channel: 'email', basis: 'agreed' },
  },
  {
    name: 'a correction',
    comesTo: (petition) => {
      petition.grants()
      petition.does(tells)
    },
    act: { type: 'correctDecision', before: '가', after: '나', confirmedBy: 'second', ...email },
  },
]

test.each(notices)('$name goes by e-mail only with consent', ({ kind, comesTo, act }) => {
  const petition = at('2026-03-10 10:00', kind)
  comesTo?.(petition)
  expect(petition.refusal(act)).toBe('emailNeedsConsent')
  petition.does(agrees())
  expect(petition.refusal(act)).toBe('allowed')
  petition.does(agrees({ given: false }))
  expect(petition.refusal(act)).toBe('emailNeedsConsent')
})

describe('the consent to electronic notices', () => {
  test('names its address, which is kept apart', () => {
    const petition = at('2026-03-10 10:00')
    const { address: _, ...without } = agrees() as CaseCommandOf<'agreeElectronic'>
    expect(petition.refusal(without)).toBe('addressMissing')
    petition.does(agrees())
    expect(JSON.stringify(petition.floor.events)).not.toContain('kim@example.kr')
    expect(petition.view.procedure.electronic).toMatchObject({ given: true, address: 'kim@example.kr' })
  })

  test('covers no notice from before it', () => {
    const petition = at('2026-03-10 10:00')
    petition.on('2026-03-10 14:00').does(agrees())
    const early = { doneAt: Date.parse('2026-03-10T11:00:00+09:00') }
    const progress: Act = { type: 'notifyProgress', ...email, text: '검토 중', ...early }
    expect(petition.refusal(progress)).toBe('emailNeedsConsent')
  })
})

test('a return by fax is no document either, unless it was agreed to', () => {
  const petition = at('2026-03-10 10:00')
  petition.does(asksFor(3)) // until the 13th
  const back: Act = { type: 'returnCase', reasons, provisions: [], told: 'fax' }
  expect(petition.on('2026-03-20 10:00').refusal(back)).toBe('emailNeedsConsent')
  petition.does(agrees())
  expect(petition.refusal(back)).toBe('allowed')
})

test('a demand keeps how it was told', () => {
  const petition = at('2026-03-10 10:00')
  expect(petition.does(asksFor(5, { told: 'letter' }))).toMatchObject([{ type: 'supplementDemanded', told: 'letter' }])
})

test('a progress notice of a period that nobody has confirmed bears the day that the clerk expects', () => {
  const petition = at('2026-03-10 10:00', { ...permit, code: 'SIM-03' })
  const { profile } = petition.floor.hall
  if (!profile) throw new Error('no hall')
  const staff = profile.staff.map((s) => ({ ...s, phone: '02-000-1' }))
  petition.floor.does('hall', { type: 'setUpHall', profile: { ...profile, staff } })
  const notice = () => paperOf('progressNotice', petition.floor.seat('counter-1'), petition.of())
  const tellsProgress = (more: Partial<CaseCommandOf<'notifyProgress'>> = {}): Act => ({
    type: 'notifyProgress',
    told: 'letter',
    text: '검토 중',
    ...more,
  })
  petition.on('2026-04-09 10:00').does(tellsProgress())
  expect(notice()).toMatchObject({ missing: [{ field: 'due' }] })
  expect(petition.refusal(tellsProgress({ expected: '2026-04-08' }))).toBe('dayPast')
  petition.does(tellsProgress({ expected: '2026-04-30' }))
  expect(notice()).toMatchObject({ fields: { due: '2026. 4. 30.(목)' } })
})

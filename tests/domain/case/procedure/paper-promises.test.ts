import { describe, expect, test } from 'vitest'
import type { CaseCommandOf } from '../../../../domain/case/case.ts'
import type { Kind } from '../../../../domain/manual/manual.ts'
import { paperOf } from '../../../../domain/paper/paper-of.ts'
import type { PaperName } from '../../../../domain/paper/paper.ts'
import { remediesOf } from '../../../../domain/paper/remedies.ts'
import * as kinds from '../../../support/petition-kinds.ts'
import {
  arrives,
  asksFor,
  asksMore,
  extendsBy,
  moment,
  openPetition,
  tells,
  why,
  type Act,
  type Petition,
} from '../../../support/petition.ts'

/** What a paper tells the citizen is what the rules then allow. */

function at(text: string, kind: Kind = kinds.permit, more: Partial<CaseCommandOf<'receiveCase'>> = {}): Petition {
  const petition = openPetition(text)
  const { profile } = petition.floor.hall
  if (!profile) throw new Error('no hall')
  const staff = profile.staff.map((s) => ({ ...s, phone: '02-000-1' }))
  petition.floor.does('hall', { type: 'setUpHall', profile: { ...profile, staff } })
  petition.receives(kind, more)
  return petition
}

function paper(petition: Petition, name: PaperName, id = 'k') {
  const said = paperOf(name, petition.floor.seat('counter-1'), petition.of(id))
  return 'missing' in said ? { missing: said.missing.map((m) => m.field) } : said.fields
}
const listOf = (petition: Petition, name: PaperName, field: string, id = 'k'): string[] => {
  const value = { ...paper(petition, name, id) }[field] ?? []
  return typeof value === 'string' ? [value] : value
}

const sendsBack: Act = { type: 'returnCase', reasons: '미보완', provisions: [], told: 'letter' }
const objects = (petition: Petition, id = 'o'): Act => ({
  type: 'receiveObjection',
  case: id,
  to: 'k',
  petitioner: { name: '김영수' },
  grounds: '다시 보아 주세요',
  refusalReceivedOn: new Date(petition.floor.now + 9 * 3_600_000).toISOString().slice(0, 10),
})
const decides = (outcome: 'refused' | 'partly', isObjectable = true): Act => ({
  type: 'decideCase',
  outcome,
  ...why,
  remedies: remediesOf({ petition: 'legal' }, isObjectable ? 'refusal' : 'objection'),
})

describe('the remedies', () => {
  const offersObjection = (remedies: string[]) => remedies.some((one) => one.startsWith('이의신청'))

  test.each([
    ['returnNotice', (p: Petition) => [...p.does(asksFor(3)), ...p.on('2026-03-20 10:00').does(sendsBack)]],
    ['refusalNotice', (p: Petition) => p.does(decides('refused'), tells)],
    ['resultNotice', (p: Petition) => p.does(decides('partly'), tells)],
  ] as const)('of a %s name an objection only where one is then received', (name, happens) => {
    const petition = at('2026-03-10 14:00')
    happens(petition)
    const remedies = listOf(petition, name, 'remedies')
    expect(remedies.length).toBeGreaterThan(1)
    expect(offersObjection(remedies)).toBe(petition.refusal(objects(petition)) === 'allowed')
  })

  test('of a return are those of the court and of the appeal commission', () => {
    const petition = at('2026-03-10 14:00')
    petition.does(asksFor(3))
    petition.on('2026-03-20 10:00').does(sendsBack)
    expect(listOf(petition, 'returnNotice', 'remedies').map((one) => one.slice(0, 4))).toEqual(['행정심판', '행정소송'])
  })

  test('of an objection stand in its decision alone, which is no refusal of the petition', () => {
    const petition = at('2026-03-10 14:00')
    petition.does(decides('refused'), tells, objects(petition))
    petition.does({ ...decides('partly', false), case: 'o' })
    expect(paper(petition, 'refusalNotice', 'o')).toHaveProperty('missing')
    expect(offersObjection(listOf(petition, 'objectionDecision', 'remedies', 'o'))).toBe(false)
  })

  test('of a prior review are none: its answer is no disposition, and says what can be expected of the petition', () => {
    const petition = at('2026-03-10 14:00', kinds.reviewed, { priorReview: true })
    petition.does({ type: 'decideCase', outcome: 'refused', ...why, remedies: [] })
    expect([paper(petition, 'refusalNotice'), paper(petition, 'resultNotice')]).toEqual([
      { missing: expect.arrayContaining(['outcome']) },
      { missing: expect.arrayContaining(['outcome']) },
    ])
    expect(paper(petition, 'priorReviewNotice')).toMatchObject({ result: '불가능' })
  })
})

test('a decision on anything but a prior review needs its remedies', () => {
  const petition = at('2026-03-10 14:00')
  expect(petition.refusal({ type: 'decideCase', outcome: 'refused', ...why, remedies: [] })).toBe('reasonsMissing')
})

describe('a progress notice', () => {
  const notifies = (expected?: string): Act => ({
    type: 'notifyProgress',
    told: 'letter',
    text: '검토 중',
    ...(expected !== undefined && { expected }),
  })
  const due = (petition: Petition) => ({ ...paper(petition, 'progressNotice') })

  test('says the day that the clerk expects, whatever was promised', () => {
    const petition = at('2026-03-09 10:00')
    petition.does(asksFor(60))
    petition.on('2026-04-08 10:00').does(notifies('2026-05-20'))
    expect(due(petition)).toMatchObject({ due: '2026. 5. 20.(수)' })
  })

  test('says no day while the clock stands and nobody expects one', () => {
    const petition = at('2026-03-09 10:00')
    petition.does(asksFor(60))
    petition.on('2026-04-08 10:00').does(notifies())
    expect(due(petition)).toMatchObject({ due: '처리기간이 멈추어 있어, 다시 진행될 때 정해집니다' })
  })

  test('of what is past its time needs the day that is expected', () => {
    const petition = at('2026-03-09 10:00')
    petition.on('2026-04-08 10:00').does(notifies())
    expect(due(petition)).toEqual({ missing: ['due'] })
    petition.does(notifies('2026-04-20'))
    expect(due(petition)).toMatchObject({ due: '2026. 4. 20.(월)' })
  })

  test('says the completion time as a holiday has moved it', () => {
    const petition = at('2026-03-09 10:00')
    const basis = { kind: 'temporary', basis: '국무회의', source: '관보', provisional: false } as const
    petition.floor.does('supervisor', {
      type: 'designateHoliday',
      holidays: [{ date: '2026-03-12', name: '임시공휴일', ...basis }],
    })
    petition.on('2026-03-11 10:00').does(notifies())
    expect(due(petition)).toMatchObject({ due: '2026. 3. 18.(수) 18:00' })
  })
})

describe('a supplement request', () => {
  const rights = (petition: Petition) => listOf(petition, 'supplementRequest', 'guidance').join(' ')

  test('offers two extensions and names a second demand, as long as they can be had', () => {
    const petition = at('2026-03-10 14:00')
    petition.does(asksFor(3))
    expect(rights(petition)).toContain('연장 요청은 2회까지')
    expect(rights(petition)).toContain('다시 보완을 요구')
    petition.does(asksMore(3))
    expect(rights(petition)).toContain('연장 요청은 1회까지')
    petition.does(asksMore(3))
    expect(rights(petition)).not.toContain('연장 요청')
    expect(petition.refusal(asksMore(3))).toBe('askedTwice')
  })

  test('that is the second one offers neither, for neither is allowed', () => {
    const petition = at('2026-03-10 14:00')
    petition.does(asksFor(3))
    petition.on('2026-03-17 10:00').does(asksFor(10))
    expect(rights(petition)).toBe(
      '두 번째 보완요구이므로 보완기간은 더 연장되지 않습니다. 기한까지 보완하지 않으면 까닭을 밝혀 민원서류를 되돌려 드릴(반려) 수 있습니다(민원처리법 시행령 제25조).',
    )
    expect(petition.refusal(asksMore(3))).toBe('secondRound')
    expect(petition.on('2026-03-31 10:00').refusal(asksFor(3))).toBe('demandedTwice')
  })

  test('and the notice of the return say the period as it was extended, each round its own', () => {
    const petition = at('2026-03-10 14:00')
    petition.does(asksFor(3), asksMore(7))
    expect(paper(petition, 'supplementRequest')).toMatchObject({ until: '2026. 3. 20.(금)' })
    petition.on('2026-03-23 10:00').does(asksFor(3))
    expect(paper(petition, 'supplementRequest')).toMatchObject({ until: '2026. 3. 26.(목)', round: '2차 보완요구' })
    petition.on('2026-03-27 10:00').does(sendsBack)
    expect(listOf(petition, 'returnNotice', 'requested').map((line) => line.split(':')[0])).toEqual([
      '2026. 3. 10. 1차 보완요구(기한 2026. 3. 20.)',
      '2026. 3. 23. 2차 보완요구(기한 2026. 3. 26.)',
    ])
  })

  test('that was answered stays what it was', () => {
    const petition = at('2026-03-10 14:00')
    petition.does(asksFor(3), asksMore(7), arrives)
    expect(paper(petition, 'supplementRequest')).toMatchObject({ until: '2026. 3. 20.(금)' })
  })
})

test('an extension notice says the former due time as it was, whatever stopped the clock later', () => {
  const petition = at('2026-03-10 14:00')
  petition.on('2026-03-11 10:00').does(extendsBy(3))
  const { formerDue } = { ...paper(petition, 'extensionNotice') } as { formerDue?: string }
  expect(formerDue).toBe('2026. 3. 18.(수) 18:00')
  petition.does({ type: 'stopClock', reason: 'examination', evidence: '감정 의뢰' })
  petition.on('2026-03-16 10:00').does({ type: 'resumeClock' })
  expect(paper(petition, 'extensionNotice')).toMatchObject({ formerDue })
})

describe('a transfer notice', () => {
  test('says why the petition goes there, and never why it went late', () => {
    const petition = at('2026-03-10 10:00')
    petition.on('2026-03-13 10:00').does({
      type: 'transferCase',
      to: 'otherAgency',
      office: '모의도청',
      told: 'letter',
      reasons: '담당자 교육으로 늦음',
    })
    expect(paper(petition, 'transferNotice')).toMatchObject({ reason: '다른 행정기관이 소관함' })
  })
})

test('a reminder goes to the head of the department to which the petition was passed on', () => {
  const petition = at('2026-03-10 10:00')
  petition.does({ type: 'transferCase', to: 'department', office: '건축과' })
  petition.on('2026-03-25 10:00').floor.does('supervisor', { type: 'remind', about: 'k', actBy: '2026-03-26' })
  expect(paper(petition, 'reminder')).toMatchObject({ recipient: '건축과장' })
  expect(petition.floor.sees('supervisor', { of: 'duties' })?.overdue[0]?.department).toBe('건축과')
})

describe('a receipt slip', () => {
  test.each([
    ['days', kinds.permit, '토요일과 공휴일, 서류를 보완하는 기간은 들어가지 않습니다.'],
    ['working hours', kinds.certificate, '토요일과 공휴일, 서류를 보완하는 기간은 들어가지 않습니다.'],
    ['weeks', kinds.weekly, '마지막 날이 토요일이나 공휴일이면 그다음 근무일까지이며'],
    ['calendar days', kinds.appeal, '받은 다음 날부터 달력대로 셉니다'],
    ['months', kinds.monthly, '마지막 날이 토요일이나 공휴일이면 그다음 근무일까지이며'],
  ])('of a period in %s says how that is counted', (_unit, kind, sentence) => {
    expect(listOf(at('2026-03-10 10:00', kind), 'receiptSlip', 'guidance').join(' ')).toContain(sentence)
  })
})

test('the papers of an objection name the petition that it is about by its own receipt number', () => {
  const petition = at('2026-03-10 14:00')
  petition.does(decides('refused'), tells)
  petition.on('2026-03-20 10:00').does(objects(petition))
  const { receiptNo } = petition.of().received
  expect(petition.of('o').received.at).toBe(moment('2026-03-20 10:00'))
  expect(paper(petition, 'objectionSlip', 'o')).toMatchObject({ objectedTo: receiptNo })
})

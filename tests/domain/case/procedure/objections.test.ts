import { describe, expect, test } from 'vitest'
import type { Kind } from '../../../../domain/manual/manual.ts'
import { paperOf } from '../../../../domain/paper/paper-of.ts'
import type { PaperName } from '../../../../domain/paper/paper.ts'
import { remediesOf } from '../../../../domain/paper/remedies.ts'
import * as kinds from '../../../support/petition-kinds.ts'
import { extendsBy, openPetition, refuses, tells, why, type Act, type Petition } from '../../../support/petition.ts'

/** 이의신청: what becomes of a refusal that is objected to (민원처리법 제35조, 행정기본법 제36조). */

function refused(text: string, kind: Kind = kinds.permit): Petition {
  const petition = openPetition(text)
  const { profile } = petition.floor.hall
  if (!profile) throw new Error('no hall')
  const staff = profile.staff.map((s) => ({ ...s, phone: '02-000-1' }))
  petition.floor.does('hall', { type: 'setUpHall', profile: { ...profile, staff } })
  petition.receives(kind)
  petition.does(refuses, tells)
  return petition
}
const objects = (on: string, more = {}): Act => ({
  type: 'receiveObjection',
  case: 'o',
  to: 'k',
  petitioner: { name: '김영수' },
  grounds: '다시 보아 주세요',
  refusalReceivedOn: on,
  ...more,
})
const decides = (outcome: 'accepted' | 'partly' | 'dismissed', more = {}): Act => ({
  type: 'decideCase',
  case: 'o',
  outcome,
  ...why,
  ...more,
})
function paper(petition: Petition, name: PaperName, id = 'o') {
  const said = paperOf(name, petition.floor.seat('counter-1'), petition.of(id))
  return 'missing' in said ? { missing: said.missing.map((m) => m.field) } : said.fields
}

describe('the decision on an objection', () => {
  test('that is accepted can be told on its paper without remedies, since nothing is left to contest', () => {
    const petition = refused('2026-03-10 14:00')
    petition.does(objects('2026-03-10'), decides('accepted', { remedies: [] }))
    expect(paper(petition, 'objectionDecision')).toMatchObject({ outcome: '인용', reasons: why.reasons })
    expect(petition.refusal({ type: 'makePaper', case: 'o', paper: 'p', name: 'objectionDecision' })).toBe('allowed')
  })

  test('that is accepted prints the remedies where they are written (시행령 제40조 제2항)', () => {
    const petition = refused('2026-03-10 14:00')
    petition.does(objects('2026-03-10'), decides('accepted'))
    expect(paper(petition, 'objectionDecision')).toMatchObject({ remedies: why.remedies })
  })

  test.each(['partly', 'dismissed'] as const)('that is %s needs its remedies', (outcome) => {
    const petition = refused('2026-03-10 14:00')
    petition.does(objects('2026-03-10'))
    expect(petition.refusal(decides(outcome, { remedies: [] }))).toBe('reasonsMissing')
    expect(petition.refusal(decides(outcome))).toBe('allowed')
  })

  test('has remedies whose ninety days run from when its result is told (행정기본법 제36조 제4항)', () => {
    const said = remediesOf({ petition: 'legal' }, 'objection')
    expect(said.map((one) => one.slice(0, 4))).toEqual(['행정심판', '행정소송'])
    for (const one of said) {
      expect(one).toContain('이의신청 결과를 통지받은 날부터 90일')
      expect(one).toContain('행정기본법 제36조 제4항')
      expect(one).not.toContain('180일')
      expect(one.length).toBeLessThanOrEqual(300)
    }
  })
})

describe('the remedies of a refusal', () => {
  test('are an objection by the Petitions Act, an appeal and a lawsuit', () => {
    const said = remediesOf({ petition: 'legal' }, 'refusal')
    expect(said.map((one) => one.slice(0, 4))).toEqual(['이의신청', '행정심판', '행정소송'])
    expect(said[0]).toContain('60일')
    expect(said[1]).toContain('180일')
  })

  test('are none where the petition asks for no disposition', () => {
    expect(remediesOf({ petition: 'inquiry' }, 'refusal')).toEqual([])
  })

  test('of papers that are given back name no objection', () => {
    expect(remediesOf({ petition: 'legal' }, 'return').map((one) => one.slice(0, 4))).toEqual(['행정심판', '행정소송'])
  })
})

describe('a kind with a law of its own for the objection', () => {
  test('says its days and its law in the refusal, and none of the Petitions Act', () => {
    const [first = '', ...others] = remediesOf(kinds.disclosure, 'refusal')
    expect(first).toBe('이의신청: 처분을 받은 날부터 30일 이내에 문서로 신청(공공기관의 정보공개에 관한 법률 제18조)')
    expect(others.map((one) => one.slice(0, 4))).toEqual(['행정심판', '행정소송'])
  })

  test('takes objections for its own number of days', () => {
    const petition = refused('2026-03-09 10:00', kinds.disclosure)
    expect(petition.on('2026-04-08 23:59').refusal(objects('2026-03-09'))).toBe('allowed')
    expect(petition.on('2026-04-09 00:00').refusal(objects('2026-03-09'))).toBe('objectionTooLate')
  })

  test('has them decided in its own days as that law counts them, extended once by no more', () => {
    const petition = refused('2026-03-09 10:00', kinds.disclosure)
    petition.on('2026-03-10 10:00').does(objects('2026-03-09'))
    // Seven working days, the first among them: 10, 11, 12, 13, 16, 17, 18.
    expect(petition.due('o')).toBe('2026-03-18 18:00')
    const lengthens = (value: number): Act => ({ ...extendsBy(value), case: 'o' })
    expect(petition.refusal(lengthens(8))).toBe('objectionTooLong')
    petition.does(lengthens(7))
    expect(petition.due('o')).toBe('2026-03-27 18:00')
    expect(petition.of('o').received.objection).toMatchObject({ law: '공공기관의 정보공개에 관한 법률 제18조' })
    const steps = petition.floor.sees('counter-1', { of: 'case', case: 'o' })?.procedure.clock.steps ?? []
    expect(steps).toContainEqual({ step: 'term', term: { unit: 'days', value: 7 }, by: 'days' })
  })

  test('is named by its law on the papers of the objection', () => {
    const petition = refused('2026-03-09 10:00', kinds.disclosure)
    petition.does(objects('2026-03-09'))
    const law = '「공공기관의 정보공개에 관한 법률」 제18조'
    expect(paper(petition, 'objectionSlip')).toMatchObject({ ground: law, decideIn: '7일' })
    petition.does(decides('dismissed'))
    expect(paper(petition, 'objectionDecision')).toMatchObject({ ground: law })
  })

  test('leaves all others as the Petitions Act has them', () => {
    const petition = refused('2026-03-10 14:00')
    petition.does(objects('2026-03-10'))
    expect(petition.of('o').received.objection).toEqual({
      to: 'k',
      receiptNo: petition.of().received.receiptNo,
      refusalReceivedOn: '2026-03-10',
    })
    expect(paper(petition, 'objectionSlip')).toMatchObject({
      ground: '「민원 처리에 관한 법률」 제35조',
      decideIn: '10일',
    })
  })
})

describe('a kind without an objection', () => {
  test('offers its own remedies alone, and none is received', () => {
    expect(remediesOf(kinds.appeal, 'refusal')).toEqual(kinds.appeal.remedies)
    expect(remediesOf(kinds.appeal, 'return')).toEqual(kinds.appeal.remedies)
    expect(remediesOf({ ...kinds.appeal, remedies: undefined }, 'refusal').map((one) => one.slice(0, 4))).toEqual([
      '행정심판',
      '행정소송',
    ])
    const petition = refused('2026-03-10 14:00', kinds.appeal)
    expect(petition.refusal(objects('2026-03-10'))).toBe('objectionNone')
  })
})

test('a petition that is itself an objection is received at the refused case, with its clock and in its own register', () => {
  const petition = openPetition('2026-03-10 14:00')
  expect(petition.floor.refusal('counter-1', petition.receipt(kinds.objection))).toBe('receivedAsObjection')
})

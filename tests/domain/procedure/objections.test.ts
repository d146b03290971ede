import { describe, expect, test } from 'vitest'
import { paperOf } from '../../../domain/paper-of.ts'
import { remediesOf } from '../../../domain/remedies.ts'
import type { PaperName } from '../../../domain/paper.ts'
import * as kinds from '../../support/petition-kinds.ts'
import { openPetition, refuses, tells, why, type Act, type Petition } from '../../support/petition.ts'
import type { Kind } from '../../../domain/manual.ts'

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

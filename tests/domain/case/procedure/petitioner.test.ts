import { describe, expect, test } from 'vitest'
import { paperOf } from '../../../../domain/paper/paper-of.ts'
import { registerRows } from '../../../../domain/register/register.ts'
import { permit } from '../../../support/petition-kinds.ts'
import { openPetition, refuses, tells, type Act } from '../../../support/petition.ts'

/** 민원인: who filed it, as it was said at the receipt and as it was corrected since (시행령 제6조 제5항). */

describe('the correction of who filed it', () => {
  const person = {
    name: '김영스',
    birth: '1984-03-02',
    contact: '010-1234-5678',
    address: '서울특별시 중구 세종대로 110',
  }
  const correct = (field: string, value: string): Act => ({ type: 'correctField', field, value, consent: 'phone' })
  const filed = () => {
    const petition = openPetition('2026-05-06 10:00')
    petition.receives(permit, { petitioner: person })
    return petition.on('2026-05-07 09:30')
  }

  test('is said from then on wherever the petitioner stands: on screens, papers and in the register', () => {
    const petition = filed()
    petition.does(correct('name', '김영수'), correct('address', '서울특별시 중구 세종대로 111'))
    petition.does(correct('birth', '1984-03-03'), correct('contact', '010-1234-5679'))
    expect(petition.view.petitioner).toEqual({
      name: '김영수',
      birth: '1984-03-03',
      contact: '010-1234-5679',
      address: '서울특별시 중구 세종대로 111',
    })
    const span = { first: '2026-05-06', last: '2026-05-06', which: 'petitions', masked: false } as const
    const [row] = registerRows(petition.floor.seat('supervisor'), span)
    expect(row).toMatchObject({ name: '김영수', address: '서울특별시 중구 세종대로 111' })
    expect(row?.remarks).toHaveLength(4)
    expect(paperOf('receiptSlip', petition.floor.seat('counter-1'), petition.of())).toMatchObject({
      fields: { petitioner: '김영수', recipient: '김영수 귀하' },
    })
    expect(petition.floor.sees('counter-1', { of: 'counter' })).toMatchObject({ cases: [{ whose: '김*수' }] })
  })

  test('keeps the old and the new value with the consent, and tells no other counter of them', () => {
    const petition = filed()
    const [event] = petition.does(correct('name', '김영수'))
    expect(event).toMatchObject({ type: 'fieldCorrected', field: 'name', consent: 'phone' })
    expect(petition.floor.privates.get('k')?.['1.2']).toMatchObject({ before: '김영스', after: '김영수' })
    expect(JSON.stringify(petition.floor.events)).not.toMatch(/김영[스수]/)
  })

  test('is not for what was not given, for what is none, nor after the decision', () => {
    const petition = openPetition('2026-05-06 10:00')
    petition.receives(permit)
    expect(petition.refusal(correct('birth', '1984-03-02'))).toBe('fieldEmpty')
    expect(petition.refusal(correct('name', '가'.repeat(61)))).toBe('fieldWrong')
    expect(filed().refusal(correct('birth', '어제'))).toBe('fieldWrong')
    petition.grants()
    expect(petition.refusal(correct('name', '김영수'))).toBe('alreadyDecided')
  })

  test('also of an objection, whose petitioner may be misspelt as well', () => {
    const petition = openPetition('2026-05-06 10:00')
    petition.receives(permit)
    petition.does(refuses, tells)
    petition.floor.does('counter-1', {
      type: 'receiveObjection',
      case: 'o',
      to: 'k',
      petitioner: person,
      refusalReceivedOn: '2026-05-06',
      grounds: '요건에 맞습니다',
    })
    petition.does({ ...correct('name', '김영수'), case: 'o' })
    expect(petition.floor.sees('counter-1', { of: 'case', case: 'o' })?.petitioner?.name).toBe('김영수')
  })
})

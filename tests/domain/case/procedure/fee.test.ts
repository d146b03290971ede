import { describe, expect, test } from 'vitest'
import { evolveCase } from '../../../../domain/case/case-fold.ts'
import { amountDue } from '../../../../domain/case/fee.ts'
import { paperOf } from '../../../../domain/paper/paper-of.ts'
import { registerSheet } from '../../../../domain/register/register-words.ts'
import { registerRows } from '../../../../domain/register/register.ts'
import { certificate, permit, reduced } from '../../../support/petition-kinds.ts'
import { openPetition, refuses, tells, type Act, type Petition } from '../../../support/petition.ts'

/** 수수료 (민원처리법 제29조, 시행령 제8조의2). */

function at(text: string, kind = certificate): Petition {
  const petition = openPetition(text)
  petition.receives(kind)
  return petition
}
const pays = (table: number, more = {}): Act => ({ type: 'payFee', table, means: 'card', ...more })
const corrects = (table: number, more = {}): Act => ({
  type: 'correctFee',
  table,
  means: 'card',
  reason: '잘못 받음',
  ...more,
})
const fee = (petition: Petition) => petition.view.procedure.fee

test.each([
  [1001, { percent: 50 }, 500],
  [1001, { percent: 33 }, 670],
  [1000, { percent: 100 }, 0],
  [1001, { won: 200 }, 801],
  [100, { won: 200 }, 0],
  [1001, undefined, 1001],
])('of %i won with %o there is due %i: parts of a won are not taken', (table, reduction, due) => {
  expect(amountDue(table, reduction)).toBe(due)
})

describe('a reduction of the manual', () => {
  test('is named by its id, and the amount follows from it', () => {
    const petition = at('2026-03-10 10:00', reduced)
    petition.does(pays(1001, { reduction: 'disabled' }))
    expect(fee(petition)).toMatchObject({ table: 1001, won: 500, means: 'card', reduction: { ko: '등록장애인' } })
  })

  test('is one of the list; an own ground has no place beside a list', () => {
    const petition = at('2026-03-10 10:00', reduced)
    expect(petition.refusal(pays(1001, { reduction: 'veteran' }))).toBe('reductionUnknown')
    expect(petition.refusal(pays(1001, { own: { ground: '장애인', won: 500 } }))).toBe('reductionOfList')
    expect(petition.refusal(pays(1001))).toBe('allowed')
    expect(at('2026-03-10 10:00').refusal(pays(1000, { reduction: 'disabled' }))).toBe('reductionUnknown')
  })

  test('is kept apart, as an own ground is: neither its name nor its id stands in the record of the hall', () => {
    const petition = at('2026-03-10 10:00', reduced)
    petition.does(pays(1001, { reduction: 'disabled' }))
    expect(JSON.stringify(petition.floor.events)).not.toContain('disabled')
    expect(petition.floor.privates.get('k')?.['1.2']).toEqual({ reduction: 'disabled' })
  })

  test('stands on the slip of the petitioner, and as an amount in the register', () => {
    const petition = at('2026-03-10 10:00', reduced)
    petition.does(pays(1001, { reduction: 'online', means: 'cash' }))
    const seat = petition.floor.seat('counter-1')
    const slip = paperOf('receiptSlip', seat, petition.of())
    expect('fields' in slip && slip.fields['fee']).toBe('801원(현금), 감면 200원(전자 신청)')
    const span = { first: '2026-03-10', last: '2026-03-10', which: 'petitions', masked: true } as const
    const sheet = registerSheet(registerRows(seat, span), 'petitions')
    const column = sheet.columns.findIndex((c) => c.head === '수수료')
    expect(sheet.rows[0]?.[column]).toBe('801원(정한 수수료 1,001원)')
  })
})

describe('a fee', () => {
  test('is that of the manual; without a list less is taken on an own ground', () => {
    const petition = at('2026-03-10 10:00')
    expect(petition.refusal(pays(1200))).toBe('feeNotOfManual')
    expect(petition.refusal(pays(1000, { own: { ground: '조례', won: 1100 } }))).toBe('feeAboveTable')
    petition.does(pays(1000, { own: { ground: '조례 제5조', won: 500 } }))
    expect(fee(petition)).toMatchObject({ won: 500, reduction: { ko: '조례 제5조' } })
  })

  test('that the manual does not know is stated by the clerk', () => {
    const petition = at('2026-03-10 10:00', permit)
    petition.does(pays(7000))
    expect(fee(petition)).toMatchObject({ table: 7000, won: 7000 })
  })

  test('is paid once: what was wrong is corrected with its reason, and the former payment stays to be seen', () => {
    const petition = at('2026-03-10 10:00', reduced)
    expect(petition.refusal(corrects(1001))).toBe('feeNotPaid')
    petition.does(pays(1001, { means: 'cash' }))
    expect(petition.refusal(pays(1001))).toBe('feePaidAlready')
    petition.does(corrects(1001, { reduction: 'disabled', reason: '장애인등록증을 나중에 봄' }))
    expect(fee(petition)).toMatchObject({ won: 500, means: 'card', reason: '장애인등록증을 나중에 봄' })
    expect(petition.view.procedure.formerFees).toMatchObject([{ won: 1001, means: 'cash' }])
    expect(JSON.stringify(petition.floor.events)).not.toContain('장애인')
  })

  test('is given back in part or whole, also when the case is over, and never more is taken than is due', () => {
    const petition = at('2026-03-10 10:00', reduced)
    petition.does(pays(1001), { type: 'withdrawCase' })
    expect(petition.refusal(pays(1001))).toBe('caseClosed')
    expect(petition.refusal(corrects(1001, { won: 1002 }))).toBe('feeAboveTable')
    expect(petition.refusal(corrects(1001, { reduction: 'disabled', won: 501 }))).toBe('feeAboveTable')
    petition.does(corrects(1001, { won: 0, reason: '취하로 돌려줌' }))
    expect(fee(petition)).toMatchObject({ table: 1001, won: 0 })
    expect(petition.of()).toMatchObject({ state: 'closed', outcome: 'withdrawn' })
  })
})

describe('an objection', () => {
  const objected = (): Petition => {
    const petition = at('2026-03-10 10:00')
    petition.does(refuses, tells, {
      type: 'receiveObjection',
      case: 'o',
      to: 'k',
      petitioner: { name: '김영수' },
      grounds: '다시 재어 주세요',
      refusalReceivedOn: '2026-03-10',
    })
    return petition
  }

  test('has no fee: none is asked for, and none is taken', () => {
    const petition = objected()
    expect(petition.refusal({ type: 'payFee', case: 'o', table: 0, means: 'card' })).toBe('feeNotForObjection')
    const seen = petition.floor.sees('counter-1', { of: 'case', case: 'o' })?.procedure
    expect(seen?.feeTable).toBe(0)
    expect(seen?.acts).toContainEqual({ type: 'payFee', refused: 'feeNotForObjection' })
  })

  test('that a fee was taken for gives it back', () => {
    const petition = objected()
    const { received, tenure, acts } = petition.of('o')
    const paid = { type: 'feePaid', table: 1000, won: 1000, means: 'card', at: received.at, by: received.by } as const
    evolveCase(petition.floor.hall.cases, { ...paid, case: 'o', tenure, act: acts + 1 })
    const back = (table: number): Act => ({
      type: 'correctFee',
      case: 'o',
      table,
      won: 0,
      means: 'card',
      reason: '이의신청에 받음',
    })
    expect([petition.refusal(back(1000)), petition.refusal(back(0))]).toEqual(['feeNotOfManual', 'allowed'])
  })
})

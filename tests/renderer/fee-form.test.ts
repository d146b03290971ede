import { expect, test } from 'vitest'
import { firstValues, wrongFields } from '../../renderer/counter/procedure/act-form.ts'
import { feeForms } from '../../renderer/counter/procedure/procedure-forms-fee.ts'
import { ko } from '../../renderer/text/ko.ts'
import { permit } from '../support/petition-kinds.ts'
import { openPetition } from '../support/petition.ts'

/** 수수료 납부: what the form asks first, and by which means it expects the fee. */

function formOf(means: string | null) {
  const kind = { ...permit, fee: { won: 800, means } }
  const petition = openPetition('2026-03-09 10:00')
  petition.receives(kind)
  const view = petition.floor.sees('counter-1', { of: 'counter' })
  return feeForms.payFee({ seen: petition.view, view, kind, staff: [], words: ko, language: 'ko' })
}
const meansIn = (text: string | null) => firstValues(formOf(text).fields)['means']

test.each([
  ['수입증지', 'stamp'],
  ['수입인지', 'stamp'],
  ['현금', 'cash'],
  ['신용카드', 'card'],
  ['전자납부', 'electronic'],
  ['계좌이체', 'account'],
])('a fee of which the manual says %s is expected as %s', (text, means) => {
  expect(meansIn(text)).toBe(means)
})

test.each([null, '현금 또는 카드', '전자수입인지', '조례로 정함'])(
  'where the manual says %s of the means, the clerk chooses it before the fee is taken',
  (text) => {
    const { fields } = formOf(text)
    expect(meansIn(text)).toBe('')
    expect(wrongFields(fields, firstValues(fields))).toContainEqual({ id: 'means', isEmpty: true })
  },
)

test('the means stands before the reduction, which few have', () => {
  expect(
    formOf('수입증지')
      .fields.map((f) => f.id)
      .slice(-3),
  ).toEqual(['means', 'ground', 'reduced'])
})

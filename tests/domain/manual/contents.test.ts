import { expect, test } from 'vitest'
import { contentsOf } from '../../../domain/manual/contents.ts'
import { kind } from '../../simulation/fixture.ts'

test('the contents have the groups in the order of the manual, their kinds by code, and no empty group', () => {
  const groups = ['BBB', 'AAA', 'CCC'].map((code) => ({ code, ko: code, en: code }))
  const kinds = [
    { ...kind, code: 'AAA-02', category: 'AAA' },
    { ...kind, code: 'AAA-01', category: 'AAA' },
    { ...kind, code: 'BBB-01', category: 'BBB' },
  ]
  expect(
    contentsOf(groups, kinds).map(({ group, kinds: inside }) => [group.code, ...inside.map((k) => k.code)]),
  ).toEqual([
    ['BBB', 'BBB-01'],
    ['AAA', 'AAA-01', 'AAA-02'],
  ])
})

import { expect, test } from 'vitest'
import { canPay, feeOwed } from '../../renderer/counter/case/case-dues.tsx'
import { openFloor, receive } from '../support/floor.ts'
import { certificate } from '../support/petition-kinds.ts'
import { openPetition, refuses, tells } from '../support/petition.ts'

test('the fee of the manual is owed at the counter that holds the case until it is taken', () => {
  const floor = openFloor()
  const fee = { won: 800, means: null }
  floor.kinds = floor.kinds.map((k) => (k.code === 'SIM-02' ? { ...k, fee } : k))
  floor.does('counter-1', receive('k', 'SIM-02'))
  const seen = (machine: string) => {
    const view = floor.sees(machine, { of: 'case', case: 'k' })
    return view && [feeOwed(view), canPay(view)]
  }
  expect(seen('counter-1')).toEqual([800, true])
  expect(seen('counter-2')?.[0]).toBeUndefined()
  floor.does('counter-1', { type: 'payFee', case: 'k', table: 800, means: 'card' })
  expect(seen('counter-1')).toEqual([undefined, false])
})

test('nothing is owed for an objection, and nothing can be paid', () => {
  const petition = openPetition('2026-03-10 10:00')
  petition.receives(certificate)
  petition.does(refuses, tells, {
    type: 'receiveObjection',
    case: 'o',
    to: 'k',
    petitioner: { name: '김영수' },
    grounds: '다시 재어 주세요',
    refusalReceivedOn: '2026-03-10',
  })
  const view = petition.floor.sees('counter-1', { of: 'case', case: 'o' })
  expect(view && [feeOwed(view), canPay(view)]).toEqual([undefined, false])
})

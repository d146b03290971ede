import { expect, test } from 'vitest'
import { canPay, feeOwed } from '../../renderer/counter/case-dues.tsx'
import { openFloor, receive } from '../support/floor.ts'

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

import { expect, test } from 'vitest'
import { openFloor } from '../support/floor.ts'
import { office } from '../support/papers.ts'

test('관리 · PC names every machine of the hall, with whether the hall hears it, for who looks after them alone', () => {
  const floor = openFloor(2, office)
  const presence = [{ machine: 'counter-2', connected: true, lastHeardAt: floor.now }]
  const view = floor.sees('supervisor', { of: 'machines' }, { presence })
  expect(view?.machines.map((m) => [m.machine, m.connected, m.lastHeardAt])).toEqual([
    ['counter-1', false, undefined],
    ['counter-2', true, floor.now],
    ['supervisor', false, undefined],
  ])
  expect(floor.sees('counter-1', { of: 'machines' }, { presence })).toBeUndefined()
})

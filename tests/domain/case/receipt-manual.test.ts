import { expect, test } from 'vitest'
import { plan } from '../../../domain/case/case.ts'
import { decide } from '../../../domain/hall.ts'
import { kind } from '../../simulation/fixture.ts'
import { openFloor, receive } from '../../support/floor.ts'

test('a PC without a manual yet says that it is on its way, not that the petition is unknown', () => {
  const floor = openFloor(2)
  const ctx = { machine: 'counter-1', at: floor.now, hasManual: () => false }
  expect(decide(floor.hall, receive('l'), ctx)).toEqual({ refused: 'manualComing' })
})

test('what the agency provides cannot be demanded, also where nobody has confirmed how it is verified', () => {
  const [document] = kind.documents
  if (!document) throw new Error('no document')
  const said = { ...kind, documents: [{ ...document, providedBy: 'agency' as const, verifyBy: null }] }
  expect(plan(said).documents).toEqual([{ document: document.id, byOffice: true }])
})

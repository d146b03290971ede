import { expect, test } from 'vitest'
import { certificate, permit } from '../../../support/petition-kinds.ts'
import { asksFor, openPetition, written } from '../../../support/petition.ts'

/** The two example runs of the law, from the receipt to the end. */

test('the example run with a supplement', () => {
  const petition = openPetition('2026-03-09 10:00')
  petition.receives(permit)
  expect(petition.due()).toBe('2026-03-17 18:00')
  petition.on('2026-03-12 15:00').does(asksFor(10, { late: 'siteCheck' }))
  expect(petition.of()).toMatchObject({ state: 'supplement', supplement: { until: '2026-03-23' } })
  expect(petition.on('2026-03-18 11:00').does({ type: 'receiveSupplement' })).toMatchObject([
    { type: 'supplementArrived', promised: Date.parse('2026-03-24T18:00+09:00') },
  ])
  expect(petition.due()).toBe('2026-03-24 18:00')
  petition.on('2026-03-23 16:00').grants()
  petition.on('2026-03-23 16:20').notifies()
  petition.does({ type: 'awaitPickup' })
  petition.on('2026-03-25 10:10').handsOver()
  expect(petition.of()).toMatchObject({ state: 'closed', outcome: 'granted', ending: 'resultHandedOver' })
  expect(written(petition.of().closedAt)).toBe('2026-03-25 10:10')
  expect(petition.view.due).toBeUndefined()
})

test('the one-stop run: received at ten, handed over at thirteen past', () => {
  const petition = openPetition('2026-03-10 10:00')
  petition.receives(certificate)
  expect(petition.due()).toBe('2026-03-10 14:00')
  expect(petition.of().state).toBe('received')
  petition.does({ type: 'tickCheck', check: 's1.2', mark: 'met' })
  expect(petition.of().state).toBe('inProgress')
  petition.on('2026-03-10 10:12').grants()
  petition.notifies()
  petition.on('2026-03-10 10:13').handsOver()
  expect(petition.of()).toMatchObject({ state: 'closed', outcome: 'granted' })
})

test('a petition with days left is told its result on the first day', () => {
  const petition = openPetition('2026-03-09 10:00')
  petition.receives(permit)
  petition.grants()
  expect(petition.refusal({ type: 'notifyCase', channel: 'inPerson' })).toBe('allowed')
})

import { describe, expect, test } from 'vitest'
import { priorPeriod } from '../../../../domain/case/intake-rules.ts'
import { hallFromJson, hallToJson } from '../../../../domain/state.ts'
import { complex, permit, reviewed, reviewedShort, reviewedWeeks } from '../../../support/petition-kinds.ts'
import { asksFor, moment, openPetition, tells, type Act } from '../../../support/petition.ts'

/** What an application consists of, and how it changes: 민원처리법 제10조·제22조·제29조·제30조. */

const open = () => openPetition('2026-03-10 10:00')
type More = Parameters<ReturnType<typeof open>['receipt']>[1]
const asked = (kind: Parameters<ReturnType<typeof open>['receipt']>[0], more: More) => {
  const petition = open()
  return petition.floor.refusal('counter-1', petition.receipt(kind, more))
}

describe('documents', () => {
  test('are asked for by the list of the manual, and never where the office verifies them', () => {
    const petition = open()
    petition.receives(permit)
    expect(petition.refusal(asksFor(5, { items: ['d9'] }))).toBe('documentUnknown')
    expect(petition.refusal(asksFor(5, { items: ['d2'] }))).toBe('officeVerifies')
    petition.does({ type: 'markDocument', document: 'd1', mark: 'received' })
    expect(petition.refusal(asksFor(5))).toBe('documentHere')
    petition.does({ type: 'markDocument', document: 'd1', mark: 'missing' })
    expect(petition.refusal(asksFor(5))).toBe('allowed')
  })

  test('of the prior review are not asked for again, where it was one of the same kind', () => {
    const petition = open()
    petition.receives(reviewed, { priorReview: true })
    petition.does({ type: 'markDocument', document: 'd1', mark: 'received' })
    const again = petition.receives(reviewed, { case: 'l', reviewedBy: 'k' })
    expect(again).toMatchObject([{}, { type: 'documentMarked', document: 'd1', mark: 'received' }])
    const refusal = (kind: typeof permit, more: More) =>
      petition.floor.refusal('counter-1', petition.receipt(kind, { case: 'm', ...more }))
    expect(refusal(reviewedShort, { reviewedBy: 'k' })).toBe('noPriorReview')
    expect(refusal(reviewed, { reviewedBy: 'l' })).toBe('noPriorReview')
  })

  test('of the prior review are found by its receipt number, as a clerk types it', () => {
    const petition = open()
    petition.receives(reviewed, { priorReview: true })
    petition.does({ type: 'markDocument', document: 'd1', mark: 'received' })
    const unknown = petition.receipt(reviewed, { case: 'l', reviewedBy: '2026-01-09999' })
    expect(petition.floor.refusal('counter-1', unknown)).toBe('reviewUnknown')
    const again = petition.receives(reviewed, { case: 'l', reviewedBy: '2026-01-00001' })
    expect(again).toMatchObject([{ reviewedBy: 'k' }, { type: 'documentMarked', document: 'd1', mark: 'received' }])
  })

  test.each([
    [reviewedShort, { unit: 'days', value: 20 }],
    [reviewedWeeks, { unit: 'weeks', value: 3 }],
    [reviewed, { unit: 'days', value: 30 }],
  ] as const)('of a prior review take the period of the kind below thirty days, else thirty (%#)', (kind, period) => {
    const petition = open()
    petition.receives(kind, { priorReview: true })
    expect(petition.of().received.period).toEqual(period)
  })

  test('of a prior review never take longer than the petition itself', () => {
    expect(priorPeriod({ unit: 'weeks', value: 5 })).toEqual({ unit: 'weeks', value: 5 })
    expect(priorPeriod({ unit: 'calendarDays', value: 42 })).toEqual({ unit: 'calendarDays', value: 42 })
    expect(priorPeriod({ unit: 'calendarDays', value: 60 })).toEqual({ unit: 'days', value: 30 })
    expect(priorPeriod({ unit: 'weeks', value: 7 })).toEqual({ unit: 'days', value: 30 })
  })

  test('have a prior review only where the manual has one', () => {
    expect(asked(permit, { priorReview: true })).toBe('noPriorReview')
  })
})

test('the case keeps the edition that was in force when it was received', () => {
  const petition = open()
  petition.receives(complex)
  petition.floor.does('hall', { type: 'publishEdition', edition: 8, effectiveDate: '2026-03-11', hash: 'v8' })
  expect(petition.of().received.edition).toBe(1)
})

describe('until the decision the citizen', () => {
  const withdraws: Act = { type: 'withdrawCase', papersBack: true }

  test('changes the content, each time as a new version of the form', () => {
    const petition = open()
    petition.receives(permit, { form: { f1: '한빛상사' } })
    petition.does({ type: 'fillForm', form: { f1: '새빛상사' } })
    expect(petition.of().forms).toHaveLength(1)
    expect(petition.view.procedure.form.values['f1']).toBe('새빛상사')
    petition.grants()
    expect(petition.refusal({ type: 'fillForm', form: {} })).toBe('alreadyDecided')
  })

  test('withdraws, and has the papers back', () => {
    const petition = open()
    petition.receives(permit)
    petition.on('2026-03-11 15:00').does(withdraws)
    expect(petition.of()).toMatchObject({ state: 'closed', outcome: 'withdrawn', closedAt: moment('2026-03-11 15:00') })
  })

  test('and no longer after it', () => {
    const petition = open()
    petition.receives(permit)
    petition.on('2026-03-12 15:00').grants()
    expect(petition.on('2026-03-12 16:00').refusal(withdraws)).toBe('alreadyDecided')
    petition.does(tells)
    expect(petition.refusal(withdraws)).toBe('alreadyDecided')
  })
})

test('a state of the procedure comes back from its snapshot as it was', () => {
  const petition = open()
  petition.receives(permit, { joint: { how: 'joint', signers: 3 } })
  petition.does({ type: 'askRepresentatives', until: '2026-03-13' })
  expect(hallFromJson(hallToJson(petition.floor.hall)).cases).toEqual(petition.floor.hall.cases)
})

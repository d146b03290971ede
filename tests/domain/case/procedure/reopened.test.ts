import { describe, expect, test } from 'vitest'
import { paperOf } from '../../../../domain/paper/paper-of.ts'
import { registerRows } from '../../../../domain/register/register.ts'
import { permit } from '../../../support/petition-kinds.ts'
import { moment, openPetition, refuses, tells, why, type Act, type Petition } from '../../../support/petition.ts'

/** 이의신청 인용: the petition that was refused is decided once more (민원처리법 제35조 제2항). */

const onO = (act: Act): Act => ({ ...act, case: 'o' })
const objects: Act = {
  type: 'receiveObjection',
  case: 'o',
  to: 'k',
  petitioner: { name: '김영수' },
  grounds: '다시 보아 주세요',
  refusalReceivedOn: '2026-03-10',
}
const decides = (outcome: 'accepted' | 'partly' | 'dismissed'): Act => onO({ type: 'decideCase', outcome, ...why })
const receiptNo = '2026-01-00002'
const reopens: Act = { type: 'reopenCase', objection: receiptNo }

/** A refusal that was told on the tenth, and an objection to it that is decided on the twentieth. */
function objected(outcome: 'accepted' | 'partly' | 'dismissed', closes = false): Petition {
  const petition = openPetition('2026-03-10 14:00')
  const { profile } = petition.floor.hall
  if (!profile) throw new Error('no hall')
  const staff = profile.staff.map((s) => ({ ...s, phone: '02-000-1' }))
  petition.floor.does('hall', { type: 'setUpHall', profile: { ...profile, staff } })
  petition.receives(permit)
  petition.does(refuses, tells, ...(closes ? [{ type: 'closeCase' } as const] : []), objects)
  petition.on('2026-03-20 10:00').does(decides(outcome), onO(tells))
  return petition
}
const row = (petition: Petition) =>
  registerRows(petition.floor.seat('supervisor'), {
    first: '2026-03-10',
    last: '2026-03-10',
    which: 'petitions',
    masked: false,
  })[0]

describe('a refused petition', () => {
  test.each(['accepted', 'partly'] as const)('is opened for a new decision by an objection that is %s', (outcome) => {
    const petition = objected(outcome)
    petition.does(reopens)
    expect(petition.of()).toMatchObject({ state: 'inProgress', former: [{ decision: { outcome: 'refused' } }] })
    expect(petition.of().decision).toBeUndefined()
    petition.grants()
    petition.notifies()
    petition.handsOver()
    expect(petition.of()).toMatchObject({ state: 'closed', outcome: 'granted' })
    expect(petition.of().history.flatMap((e) => (e.type === 'caseDecided' ? [e.outcome] : []))).toEqual([
      'refused',
      'granted',
    ])
  })

  test('stays as it is after an objection that is dismissed, or of another case, and opens once only', () => {
    expect(objected('dismissed').refusal(reopens)).toBe('objectionNotAccepted')
    const petition = objected('accepted')
    expect(petition.refusal({ ...reopens, objection: petition.of().received.receiptNo })).toBe('objectionNotAccepted')
    expect(petition.refusal({ ...reopens, objection: '2026-01-99999' })).toBe('objectionNotAccepted')
    petition.does(reopens)
    expect(petition.refusal(reopens)).toBe('reopenedAlready')
    petition.does(refuses, tells)
    expect(petition.refusal(reopens)).toBe('reopenedAlready')
  })

  test('is opened where it was closed', () => {
    const petition = objected('accepted', true)
    expect(petition.of().state).toBe('closed')
    petition.does(reopens)
    expect(petition.of().state).toBe('inProgress')
    expect(petition.of().closedAt).toBeUndefined()
  })

  test('is opened where a day close has put it and its objection away, and is put away anew', () => {
    const petition = objected('accepted', true)
    petition.does(onO({ type: 'closeCase' }))
    petition.on('2026-03-20 19:00').floor.does('supervisor', { type: 'closeDay', day: '2026-03-20' })
    expect(petition.floor.hall.cases.size).toBe(0)
    petition.on('2026-03-23 10:00').floor.does('counter-1', { type: 'takeOutCase', case: 'k' })
    petition.does(reopens)
    petition.grants()
    petition.notifies()
    petition.handsOver()
    petition.on('2026-03-23 19:00').floor.does('supervisor', { type: 'closeDay', day: '2026-03-23' })
    expect(row(petition)).toMatchObject({ outcome: 'granted', doneOn: '2026-03-23' })
  })

  test('can be objected to anew when it is refused once more', () => {
    const petition = objected('accepted')
    petition.does(reopens)
    petition.on('2026-03-24 10:00').does(refuses, tells)
    expect(petition.refusal({ ...objects, case: 'p', refusalReceivedOn: '2026-03-24' })).toBe('allowed')
  })

  test('is no mistaken receipt, though it was received today', () => {
    const petition = openPetition('2026-03-10 10:00')
    petition.receives(permit)
    petition.does(refuses, tells, objects, decides('accepted'), reopens)
    expect(petition.refusal({ type: 'voidCase', reason: '잘못', approvedBy: 'chief' })).toBe('alreadyDecided')
  })

  test('was done in time by its first decision: nothing of it becomes late', () => {
    const petition = objected('accepted')
    petition.does(reopens)
    petition.on('2026-04-20 10:00')
    expect(petition.view.due).toMatchObject({ overdue: false, decidedBefore: true })
    // A year of the petition's own: only the reopening sets the days to write again.
    expect(petition.view.procedure.milestones.find((m) => m.what === 'progressNotice')?.over).toBe(false)
    expect(row(petition)).toMatchObject({ late: false, state: 'inProgress' })
    expect(petition.view.procedure.milestones.map((m) => m.what)).not.toContain('demandSupplement')
    expect(petition.floor.refusal('supervisor', { type: 'remind', about: 'k', actBy: '2026-04-21' })).toBe('notOverdue')
  })
})

describe('what comes after the reopening', () => {
  test('names the objection while it is not closed yet, and is dated after it', () => {
    const petition = objected('accepted')
    expect(petition.view.procedure.accepted).toBe(receiptNo)
    petition.does(reopens)
    const withdraws: Act = { type: 'withdrawCase', doneAt: moment('2026-03-12 10:00') }
    expect(petition.refusal(withdraws)).toBe('doneOutOfOrder')
    expect(petition.refusal({ type: 'withdrawCase' })).toBe('allowed')
  })

  test('owes nothing that was demanded before the first decision', () => {
    const petition = openPetition('2026-03-03 10:00')
    petition.receives(permit)
    petition.does({ type: 'demandSupplement', items: ['d1'], written: true, days: 3 })
    petition.on('2026-03-10 10:00').does({ type: 'receiveSupplement' }, refuses, tells, objects)
    petition.on('2026-03-20 10:00').does(decides('accepted'), reopens)
    expect(petition.of()).toMatchObject({ demands: [] })
    expect(petition.view.procedure.milestones.map((m) => m.what)).not.toContain('supplementUntil')
  })
})

describe('the record of it', () => {
  test('tells both decisions in the register', () => {
    const petition = objected('accepted')
    petition.does(reopens)
    petition.on('2026-03-24 10:00').grants()
    expect(row(petition)).toMatchObject({
      outcome: 'granted',
      doneOn: '2026-03-24',
      remarks: expect.arrayContaining([
        { what: 'formerRefused', on: '2026-03-10' },
        { what: 'reopened', on: '2026-03-20', text: receiptNo },
      ]),
    })
  })

  test('leaves the papers of the objection with the refusal that it was against', () => {
    const petition = objected('accepted')
    petition.does(reopens)
    petition.grants()
    const said = paperOf('objectionSlip', petition.floor.seat('counter-1'), petition.of('o'))
    expect('fields' in said && said.fields['refusal']).toContain(why.reasons)
  })

  test('tells in the notice of the new decision which one it replaces', () => {
    const petition = objected('accepted')
    petition.does(reopens)
    petition.grants()
    const said = paperOf('resultNotice', petition.floor.seat('counter-1'), petition.of())
    expect('fields' in said && said.fields['replaces']).toBe(
      `2026. 3. 10. 결정(거부)을 이의신청(접수번호 ${receiptNo})에 대한 결정에 따라 바꿈`,
    )
  })
})

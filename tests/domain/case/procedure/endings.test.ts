import { beforeEach, describe, expect, test } from 'vitest'
import type { CaseCommandOf } from '../../../../domain/case/case.ts'
import { ExceptionGround } from '../../../../domain/case/procedure.ts'
import { Command } from '../../../../domain/hall.ts'
import type { Kind } from '../../../../domain/manual/manual.ts'
import { certificate, inquiry, permit, proposal } from '../../../support/petition-kinds.ts'
import { asksFor, extendsBy, moment, openPetition, tells, type Act } from '../../../support/petition.ts'

/** 이송, 협조, 대표자, 그리고 처리하지 않고 끝나는 민원. */

function at(text: string, kind: Kind, more = {}) {
  const petition = openPetition(text)
  petition.receives(kind, more)
  return petition
}

describe('a transfer', () => {
  const to = (place: CaseCommandOf<'transferCase'>['to'], more = {}): Act => ({
    type: 'transferCase',
    to: place,
    office: '건축과',
    ...more,
  })

  test.each([
    ['department', '2026-03-10 11:30', '2026-03-10 13:30'],
    ['withinAgency', '2026-03-10 17:30', '2026-03-11 11:30'],
    ['farDepartment', '2026-03-10 17:30', '2026-03-11 11:30'],
    ['otherAgency', '2026-03-13 15:00', '2026-03-16 15:00'],
  ] as const)('to %s of what came at %s is in time until %s, then with a reason', (place, received, until) => {
    const petition = at(received, permit)
    expect(petition.on(until).refusal(to(place, { told: 'letter' }))).toBe('allowed')
    petition.floor.now += 60_000
    expect(petition.refusal(to(place, { told: 'letter' }))).toBe('lateTransferNeedsReason')
    const late = to(place, { told: 'letter', reasons: '소관 확인이 늦음' })
    expect(petition.refusal({ ...to(place, { told: 'letter' }), doneAt: moment(until) } as Act)).toBe('allowed')
    expect(petition.does(late)).toMatchObject([{ late: true }])
  })

  test('inside the agency goes on with the clock running, and a wrong department has its own three hours', () => {
    const petition = at('2026-03-10 10:00', permit)
    petition.on('2026-03-10 10:30').does(to('department'))
    expect(petition.of().state).toBe('received')
    expect(petition.due()).toBe('2026-03-18 18:00')
    expect(petition.on('2026-03-10 14:30').does(to('withinAgency'))).toMatchObject([{ late: false }])
    expect(petition.view.procedure.transfers).toMatchObject([{ to: 'department' }, { to: 'withinAgency' }])
  })

  test('to another agency closes the petition, and the citizen is told unless the web was agreed', () => {
    const petition = at('2026-03-10 10:00', permit)
    expect(petition.refusal(to('otherAgency'))).toBe('noticeMissing')
    expect(at('2026-03-10 10:00', permit, { webNotice: true }).refusal(to('otherAgency'))).toBe('allowed')
    petition.does(to('otherAgency', { told: 'letter' }))
    expect(petition.of()).toMatchObject({ state: 'closed', outcome: 'transferredOut' })
  })

  test('does not come while the clock stands, nor after the decision', () => {
    const petition = at('2026-03-10 10:00', permit)
    petition.does(asksFor(5))
    expect(petition.refusal(to('department'))).toBe('clockStopped')
    petition.does({ type: 'receiveSupplement' })
    petition.grants()
    expect(petition.refusal(to('department'))).toBe('alreadyDecided')
  })
})

describe('the cooperation of another office', () => {
  const ask = (replyBy: string): Act => ({ type: 'askCooperation', office: '소방서', replyBy })
  const more = (replyBy: string): Act => ({ type: 'extendCooperation', nth: 1, replyBy })

  test('is due inside the period of the petition, and extended once by no more working days', () => {
    const petition = at('2026-03-10 10:00', permit)
    expect(petition.refusal(ask('2026-03-19'))).toBe('replyAfterDue')
    expect(petition.refusal(ask('2026-03-09'))).toBe('replyAfterDue')
    petition.does(ask('2026-03-13'))
    petition.on('2026-03-12 10:00').does(extendsBy(5))
    expect(petition.refusal(more('2026-03-19'))).toBe('cooperationTooLong')
    petition.does(more('2026-03-18'))
    expect(petition.on('2026-03-17 10:00').refusal(more('2026-03-19'))).toBe('cooperationExtendedAlready')
    petition.does({ type: 'recordReply', nth: 1 })
    expect(petition.refusal(more('2026-03-19'))).toBe('cooperationUnknown')
    expect(petition.of().cooperations).toMatchObject([{ replyBy: '2026-03-18', repliedAt: petition.floor.now }])
  })

  test('is extended before its day is over', () => {
    const petition = at('2026-03-10 10:00', permit)
    petition.does(ask('2026-03-11'))
    expect(petition.on('2026-03-12 09:00').refusal(more('2026-03-12'))).toBe('cooperationOverdue')
    expect(petition.refusal({ type: 'recordReply', nth: 2 })).toBe('cooperationUnknown')
  })
})

describe('the representatives of many', () => {
  const ask = (until: string): Act => ({ type: 'askRepresentatives', until })
  const name = (chosenBy: 'petitioners' | 'agency', names = ['김대표', '이대표', '박대표']): Act => ({
    type: 'nameRepresentatives',
    names,
    chosenBy,
  })
  const joint = { joint: { how: 'joint', signers: 3 } } as const

  test('are three at most, and asked for only where three have signed', () => {
    expect(at('2026-03-10 10:00', permit, { joint: { how: 'joint', signers: 2 } }).refusal(ask('2026-03-13'))).toBe(
      'notJoint',
    )
    const four = { case: 'k', ...name('petitioners', ['가', '나', '다', '라']) }
    expect(Command.safeParse(four).success).toBe(false)
    expect(at('2026-03-10 10:00', permit, joint).refusal(ask('2026-03-09'))).toBe('dayPast')
  })

  test('are named by the petitioners, apart from what all hear', () => {
    const petition = at('2026-03-10 10:00', permit, joint)
    petition.on('2026-03-10 10:30').does(ask('2026-03-13'))
    expect(petition.of().state).toBe('suspended')
    petition.on('2026-03-12 10:00')
    expect(petition.refusal({ ...name('petitioners'), doneAt: moment('2026-03-10 10:15') } as Act)).toBe(
      'doneOutOfOrder',
    )
    petition.does(name('petitioners'))
    expect(petition.of().representatives?.named).toMatchObject({ count: 3, chosenBy: 'petitioners' })
    expect(JSON.stringify(petition.floor.events)).not.toContain('김대표')
    expect(petition.due()).toBe('2026-03-23 18:00')
    expect(petition.refusal(name('petitioners'))).toBe('notJoint')
    expect(petition.refusal(ask('2026-03-20'))).toBe('notJoint')
  })

  test('are chosen by the agency when the day has passed, and none of those days count', () => {
    const petition = at('2026-03-09 10:00', permit, joint)
    petition.on('2026-03-10 10:00').does(ask('2026-03-13'))
    expect(petition.on('2026-03-13 23:59').refusal(name('agency', ['가', '나']))).toBe('representativesRun')
    petition.on('2026-03-16 10:00').does(name('agency', ['가', '나']))
    expect(petition.of().stops).toMatchObject([{ reason: 'representatives', to: moment('2026-03-16 10:00') }])
    expect(petition.due()).toBe('2026-03-24 18:00')
  })

  test('have until the next working day where the day is none', () => {
    const petition = at('2026-03-09 10:00', permit, joint)
    petition.on('2026-03-10 10:00').does(ask('2026-03-14'))
    expect(petition.on('2026-03-16 10:00').refusal(name('agency', ['가', '나']))).toBe('representativesRun')
    expect(petition.on('2026-03-17 09:00').refusal(name('agency', ['가', '나']))).toBe('allowed')
  })
})

describe('a petition that was made again', () => {
  const close = (more = {}): Act => ({
    type: 'closeRepeat',
    repeats: 3,
    earlier: ['2026-01-00101', '2026-01-00202'],
    reasons: '이미 두 번 답했습니다',
    told: 'letter',
    ...more,
  })

  test('a third time is closed after two answers', () => {
    const petition = at('2026-03-10 10:00', inquiry)
    expect(petition.refusal(close({ earlier: ['2026-01-00101'] }))).toBe('answeredTwiceFirst')
    expect(petition.refusal(close({ earlier: ['2026-01-00101', '2026-01-00101'] }))).toBe('answeredTwiceFirst')
    expect(Command.safeParse({ case: 'k', ...close({ repeats: 2 }) }).success).toBe(false)
    petition.does(close())
    expect(petition.of()).toMatchObject({ state: 'closed', outcome: 'repeatClosed' })
  })

  test('is never closed so where it is a legal one, or decided', () => {
    expect(at('2026-03-10 10:00', permit).refusal(close())).toBe('notForLegal')
    const petition = at('2026-03-10 10:00', inquiry)
    petition.does({ type: 'decideCase', outcome: 'answered', provisions: [], remedies: [] })
    expect(petition.refusal(close())).toBe('alreadyDecided')
  })

  test('is closed after answers that were told before, where their petitions are known here, put away or not', () => {
    const petition = at('2026-03-10 10:00', inquiry)
    const [first, second] = [petition.of().received.receiptNo, '2026-01-00002']
    petition.does({ type: 'decideCase', outcome: 'answered', provisions: [], remedies: [] }, tells)
    petition.does({ type: 'closeCase' })
    petition.receives(inquiry, { case: 'l' })
    petition.receives(inquiry, { case: 'm' })
    const repeat = (earlier: string[], more = {}): Act => close({ case: 'm', earlier, ...more })
    expect(petition.refusal(repeat([first, second]))).toBe('earlierUnanswered')
    petition.on('2026-03-11 10:00')
    petition.does({ case: 'l', type: 'decideCase', outcome: 'answered', provisions: [], remedies: [] })
    petition.does({ case: 'l', ...tells })
    petition.on('2026-03-11 10:01')
    expect(petition.refusal(repeat([first, second]))).toBe('allowed')
    expect(petition.refusal(repeat([first, second], { doneAt: moment('2026-03-11 09:00') }))).toBe('earlierUnanswered')
    petition.floor.does('supervisor', { type: 'closeDay', day: '2026-03-11' })
    petition.on('2026-03-12 10:00')
    expect([petition.floor.hall.cases.has('k'), petition.refusal(repeat([first, second]))]).toEqual([false, 'allowed'])
  })

  test('is closed after answers of before the record by the word of the clerk, but of no later year', () => {
    const petition = at('2026-03-10 10:00', inquiry)
    expect(petition.refusal(close({ earlier: ['2025-01-00101', '2026-01-90202'] }))).toBe('allowed')
    expect(petition.refusal(close({ earlier: ['2025-01-00101', '2027-01-00001'] }))).toBe('earlierUnanswered')
  })

  test('by many goes to the committee first, on a day that has been', () => {
    const many = { joint: { how: 'multiParty', signers: 5, households: 5, listSeen: true } }
    const petition = at('2026-03-10 10:00', proposal, many)
    expect(petition.refusal(close())).toBe('committeeFirst')
    expect(petition.refusal(close({ committee: '2026-03-12' }))).toBe('committeeFirst')
    expect(petition.on('2026-03-12 15:00').refusal(close({ committee: '2026-03-12' }))).toBe('allowed')
  })
})

describe('an exception', () => {
  const except = (ground: CaseCommandOf<'notProcess'>['ground']): Act => ({
    type: 'notProcess',
    ground,
    reasons: '수사 중인 사항입니다',
    told: 'letter',
  })

  test('of nine classes is closed with the reason told, but never a legal petition', () => {
    expect(ExceptionGround.options).toHaveLength(9)
    expect(at('2026-03-10 11:00', permit).refusal(except('finalJudgment'))).toBe('notForLegal')
    const petition = at('2026-03-10 11:00', inquiry)
    petition.on('2026-03-10 11:20').does(except('investigationOrTrial'))
    expect(petition.of()).toMatchObject({ state: 'closed', outcome: 'notProcessed' })
    expect(JSON.stringify(petition.floor.events)).not.toContain('수사 중인')
  })
})

describe('a document that nobody fetches', () => {
  const waits = (received: string, kind: Kind, notified: string) => {
    const petition = at(received, kind)
    return {
      petition,
      notify() {
        petition.on(notified)
        petition.grants()
        petition.notifies()
        petition.does({ type: 'awaitPickup' })
      },
    }
  }
  const destroy: Act = { type: 'closeUncollected' }

  test('may be destroyed fifteen days after the promised day', () => {
    const { petition, notify } = waits('2026-06-01 10:00', permit, '2026-06-09 10:00')
    notify()
    expect(petition.of().received.promised).toBe(moment('2026-06-10 18:00'))
    expect(petition.on('2026-06-25 10:00').refusal(destroy)).toBe('notYetUncollected')
    petition.on('2026-06-26 00:00').does(destroy)
    expect(petition.of()).toMatchObject({ state: 'closed', outcome: 'uncollectedClosed' })
  })

  test('or after the day that an extension has promised', () => {
    const { petition, notify } = waits('2026-06-01 10:00', { ...permit, code: 'PET-10' }, '2026-06-24 10:00')
    petition.on('2026-06-12 10:00').does(extendsBy(8))
    expect(petition.due()).toBe('2026-06-25 18:00')
    notify()
    expect(petition.on('2026-07-10 10:00').refusal(destroy)).toBe('notYetUncollected')
    expect(petition.on('2026-07-11 10:00').refusal(destroy)).toBe('allowed')
  })

  test('or after the notice, where that came late', () => {
    const { petition, notify } = waits('2026-06-01 10:00', certificate, '2026-06-22 10:00')
    notify()
    expect(petition.refusal(destroy)).toBe('notYetUncollected')
    expect(petition.on('2026-07-08 10:00').refusal(destroy)).toBe('allowed')
    expect(petition.view.procedure.milestones).toContainEqual({
      what: 'uncollectedFrom',
      at: moment('2026-07-08 18:00'),
      over: true,
    })
  })

  test('until then waits for its owner and is not just closed', () => {
    const { petition, notify } = waits('2026-06-01 10:00', certificate, '2026-06-01 10:30')
    expect(petition.refusal(destroy)).toBe('notAwaiting')
    notify()
    expect(petition.refusal({ type: 'closeCase' })).toBe('awaitsPickup')
    petition.on('2026-06-05 10:00').handsOver()
    expect(petition.of().ending).toBe('resultHandedOver')
  })
})

describe('whatever ends a petition without a decision', () => {
  let petition: ReturnType<typeof at>
  beforeEach(() => {
    petition = at('2026-03-10 10:00', inquiry)
    petition.on('2026-03-11 10:00').does({ type: 'stopClock', reason: 'hearing', evidence: '공청회' })
  })

  test.each<Act>([
    { type: 'withdrawCase' },
    { type: 'notProcess', ground: 'appeal', reasons: '사유', told: 'letter' },
    { type: 'closeRepeat', repeats: 3, earlier: ['2026-01-90001', '2026-01-90002'], reasons: '사유', told: 'letter' },
  ])('ends the time that does not count too, and not before it began: %o', (act) => {
    petition.on('2026-03-12 10:00')
    expect(petition.refusal({ ...act, doneAt: moment('2026-03-11 09:00') } as Act)).toBe('doneOutOfOrder')
    petition.does(act)
    expect(petition.of().stops).toMatchObject([{ from: moment('2026-03-11 10:00'), to: moment('2026-03-12 10:00') }])
    expect(petition.refusal(tells)).toBe('caseClosed')
  })
})

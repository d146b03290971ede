import { describe, expect, test } from 'vitest'
import { Command } from '../../../../domain/hall.ts'
import type { Kind } from '../../../../domain/manual/manual.ts'
import {
  certificate,
  grievance,
  inquiry,
  monthly,
  permit,
  proposal,
  shortPermit,
} from '../../../support/petition-kinds.ts'
import { moment, openPetition, written, type Act } from '../../../support/petition.ts'

/** 처리기간: 민원처리법 제19조, 시행령 제14조–제21조·제23조. */

function at(text: string, kind: Kind, more = {}) {
  const petition = openPetition(text)
  petition.receives(kind, more)
  return petition
}

test.each([
  ['질의', inquiry, '2026-03-10 10:00', '2026-03-27 18:00'],
  ['건의', proposal, '2026-03-10 10:00', '2026-03-27 18:00'],
  ['고충', grievance, '2026-03-10 10:00', '2026-03-18 18:00'],
  ['즉시', certificate, '2026-03-10 10:00', '2026-03-10 14:00'],
  ['즉시', certificate, '2026-03-10 16:00', '2026-03-11 10:00'],
  ['즉시', certificate, '2026-03-13 17:00', '2026-03-16 11:00'],
  ['3일', shortPermit, '2026-03-13 15:00', '2026-03-18 15:00'],
  ['7일', permit, '2026-03-09 17:50', '2026-03-17 18:00'],
  ['7일', permit, '2026-03-09 09:05', '2026-03-17 18:00'],
  ['7일, 토요일', permit, '2026-03-14 10:00', '2026-03-24 18:00'],
  ['1개월', monthly, '2026-03-31 10:00', '2026-04-30 18:00'],
  ['1개월', monthly, '2026-01-30 10:00', '2026-03-03 18:00'],
  ['야간 즉시', certificate, '2026-03-10 19:30', '2026-03-11 12:00'],
  ['야간 7일', permit, '2026-03-10 19:30', '2026-03-18 18:00'],
])('%s: %o received at %s is due at %s', (_rule, kind, received, due) => {
  expect(at(received, kind).due()).toBe(due)
})

describe('a petition is late', () => {
  test('after the instant in hours, from midnight in days', () => {
    const hours = at('2026-03-10 10:00', certificate)
    expect(hours.on('2026-03-10 14:00').view.due?.overdue).toBe(false)
    expect(hours.on('2026-03-10 14:01').view.due?.overdue).toBe(true)
    const days = at('2026-03-09 10:00', permit)
    expect(days.on('2026-03-17 23:59').view.due?.overdue).toBe(false)
    expect(days.on('2026-03-18 00:00').view.due?.overdue).toBe(true)
  })
})

describe('the clock stands', () => {
  const stop = (reason: 'examination' | 'transport' | 'hearing' | 'priorAct', more = {}): Act => ({
    type: 'stopClock',
    reason,
    evidence: '의뢰 공문',
    ...more,
  })
  const resume: Act = { type: 'resumeClock' }

  test.each(['examination', 'transport', 'hearing', 'priorAct'] as const)('for %s, both days included', (reason) => {
    const petition = at('2026-03-09 10:00', permit)
    petition.on('2026-03-12 15:00').does(stop(reason))
    expect(petition.of().state).toBe('suspended')
    expect(petition.view.due?.stopped).toBe(reason)
    expect(petition.on('2026-03-18 11:00').does(resume)).toMatchObject([{ promised: moment('2026-03-24 18:00') }])
    expect(petition.due()).toBe('2026-03-24 18:00')
    expect(petition.view.procedure.clock.stops).toMatchObject([{ reason, to: moment('2026-03-18 11:00') }])
  })

  test('once at a time, not before the receipt, and not after the decision', () => {
    const petition = at('2026-03-09 10:00', permit)
    expect(petition.refusal(resume)).toBe('clockRuns')
    petition.on('2026-03-10 10:00').does(stop('hearing'))
    expect(petition.refusal(stop('examination'))).toBe('clockStopped')
    expect(() => petition.grants()).toThrow('clockStopped')
    expect(petition.on('2026-03-11 10:00').refusal({ ...resume, doneAt: moment('2026-03-10 09:59') })).toBe(
      'doneOutOfOrder',
    )
    petition.does(resume)
    const why = { reasons: '미비', provisions: ['제5조'], remedies: ['이의신청'] }
    const past: Act = { type: 'decideCase', outcome: 'refused', ...why }
    expect(petition.refusal({ ...past, doneAt: moment('2026-03-10 16:00') })).toBe('doneOutOfOrder')
    petition.does(past)
    expect(petition.refusal(stop('hearing'))).toBe('alreadyDecided')
  })

  test('for a verification of shared information exactly its minutes', () => {
    const petition = at('2026-03-10 10:00', certificate)
    const of = (document: string) => ({ ...stop('hearing'), reason: 'verification', document }) as Act
    expect(petition.refusal(of('d1'))).toBe('notVerifiable')
    petition.on('2026-03-10 10:15').does(of('d2'))
    petition.on('2026-03-10 10:40').does(resume)
    expect(petition.due()).toBe('2026-03-10 14:25')
  })

  test('for no choice of representatives where nobody has to choose', () => {
    const petition = at('2026-03-10 10:00', permit)
    expect(petition.refusal({ ...stop('hearing'), reason: 'representatives' } as Act)).toBe('notJoint')
  })
})

describe('an outage', () => {
  const outage = (from: string, to: string): Command => ({
    type: 'declareOutage',
    from: moment(from),
    to: moment(to),
    substitute: '종이로 접수합니다',
  })

  test('is not counted for what was received before or during it', () => {
    const petition = at('2026-05-12 09:30', certificate)
    petition.on('2026-05-12 16:00').floor.does('supervisor', outage('2026-05-12 10:00', '2026-05-12 15:00'))
    expect(petition.due()).toBe('2026-05-12 17:30')
    petition.receives(certificate, { case: 'l', doneAt: moment('2026-05-12 14:00'), provisionalNo: '임시-1' })
    expect(petition.due('l')).toBe('2026-05-12 18:00')
    petition.receives(certificate, { case: 'm' })
    expect(petition.due('m')).toBe('2026-05-13 10:00')
  })

  test('stops a day of a period of days that it fills', () => {
    const petition = at('2026-05-12 09:30', permit)
    const before = petition.due()
    petition.on('2026-05-14 16:00').floor.does('supervisor', outage('2026-05-13 10:00', '2026-05-13 15:00'))
    expect(petition.due()).toBe(before)
    petition.floor.does('supervisor', outage('2026-05-13 09:00', '2026-05-13 18:00'))
    expect([before, petition.due()]).toEqual(['2026-05-20 18:00', '2026-05-21 18:00'])
  })

  test('that was recorded wrongly is withdrawn with the reason: due dates go back, the promised one stays visible', () => {
    const petition = at('2026-05-12 09:30', permit)
    const supervisor = (command: Command) => petition.floor.does('supervisor', command)
    const slip = { from: moment('2026-05-13 09:00'), to: moment('2026-05-15 18:00') }
    const withdraw = { ...slip, type: 'withdrawOutage', reason: '날짜를 잘못 적음' } as const
    petition.on('2026-05-15 19:00')
    expect(petition.floor.refusal('supervisor', withdraw)).toBe('outageUnknown')
    supervisor(outage('2026-05-13 09:00', '2026-05-15 18:00'))
    expect(petition.floor.refusal('supervisor', outage('2026-05-13 09:00', '2026-05-15 18:00'))).toBe('outageKnown')
    petition.does({ type: 'stopClock', reason: 'hearing', evidence: '공청회' }, { type: 'resumeClock' })
    const promised = petition.due()
    expect(petition.floor.sees('supervisor', { of: 'duties', outage: slip })?.moves).toBe(1)
    expect(petition.floor.refusal('counter-1', withdraw)).toBe('notSupervisor')
    supervisor(withdraw)
    expect(petition.due() < promised).toBe(true)
    expect(written(petition.view.due?.promised)).toBe(promised)
    expect(petition.floor.sees('supervisor', { of: 'duties' })).toMatchObject({
      outages: [],
      withdrawnOutages: [{ ...slip, reason: '날짜를 잘못 적음', gone: { clerk: '감독자' } }],
    })
    const late = { case: 'l', doneAt: moment('2026-05-14 10:00'), provisionalNo: '임시-1' }
    petition.on('2026-06-02 10:00')
    expect(petition.floor.refusal('counter-1', petition.receipt(certificate, late))).toBe('outageNotRecorded')
  })

  test('has ended, began before it ended, and not before the sixth of May 2026', () => {
    const { floor } = openPetition('2026-05-12 16:00')
    const refusal = (from: string, to: string) => floor.refusal('supervisor', outage(from, to))
    expect(refusal('2026-05-12 15:00', '2026-05-12 10:00')).toBe('outageBackwards')
    expect(refusal('2026-05-12 15:00', '2026-05-12 17:00')).toBe('outageBackwards')
    expect(refusal('2026-05-05 10:00', '2026-05-06 10:00')).toBe('outageTooEarly')
    expect(refusal('2026-05-06 00:00', '2026-05-06 10:00')).toBe('allowed')
    expect(floor.refusal('counter-1', outage('2026-05-12 10:00', '2026-05-12 11:00'))).toBe('notSupervisor')
  })
})

describe('the investigation of a grievance', () => {
  const investigate: Act = { type: 'stopClock', reason: 'investigation', evidence: '현장조사' }
  const longer: Act = { type: 'extendInvestigation' }
  const resume: Act = { type: 'resumeClock' }

  test('is no matter of other petitions', () => {
    expect(at('2026-03-10 10:00', permit).refusal(investigate)).toBe('onlyGrievance')
  })

  test('is not counted for fourteen days, and seven more once', () => {
    const petition = at('2026-03-09 10:00', grievance)
    petition.on('2026-03-10 10:00').does(investigate)
    petition.on('2026-04-10 10:00')
    // 3/10–3/23 do not count: 3/9, then six days from 3/24.
    expect(petition.due()).toBe('2026-03-31 18:00')
    petition.does({ ...longer, doneAt: moment('2026-03-20 10:00') })
    expect(petition.due()).toBe('2026-04-07 18:00')
    expect(petition.refusal(longer)).toBe('investigationExtendedAlready')
    petition.does(resume)
    expect(petition.refusal(longer)).toBe('investigationExtendedAlready')
  })

  test('is extended until the last of the fourteen days, those of earlier ones taken off', () => {
    const petition = at('2026-03-09 10:00', grievance)
    petition.on('2026-03-10 10:00').does(investigate)
    expect(petition.on('2026-03-23 23:59').refusal(longer)).toBe('allowed')
    petition.on('2026-03-24 00:00')
    expect(petition.refusal(longer)).toBe('investigationOver')
    expect(petition.refusal({ ...longer, doneAt: moment('2026-03-23 17:00') })).toBe('allowed')
    const again = at('2026-03-09 10:00', grievance)
    again.on('2026-03-10 10:00').does(investigate)
    again.on('2026-03-12 10:00').does(resume)
    again.on('2026-03-16 10:00').does(investigate)
    // Three days the first time leave eleven: 3/16–3/26.
    expect(again.on('2026-03-26 23:59').refusal(longer)).toBe('allowed')
    expect(again.on('2026-03-27 00:00').refusal(longer)).toBe('investigationOver')
  })

  test('has its days once, however often one goes to see', () => {
    const petition = at('2026-03-09 10:00', grievance)
    petition.on('2026-03-10 10:00').does(investigate)
    petition.on('2026-03-12 10:00').does(resume)
    expect(petition.refusal(longer)).toBe('clockRuns')
    petition.on('2026-03-16 10:00').does(investigate)
    petition.on('2026-04-03 10:00').does(resume)
    // Three days the first time, eleven the second (3/16–3/26).
    expect(petition.due()).toBe('2026-04-02 18:00')
    petition.does(investigate)
    expect(petition.on('2026-04-20 10:00').due()).toBe('2026-04-02 18:00')
  })
})

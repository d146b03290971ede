import { beforeEach, describe, expect, test } from 'vitest'
import type { CaseCommandOf } from '../../../../domain/case/case.ts'
import { Command } from '../../../../domain/hall.ts'
import type { Kind } from '../../../../domain/manual/manual.ts'
import { handOverStep } from '../../../support/floor.ts'
import { complex, inquiry, permit, simple } from '../../../support/petition-kinds.ts'
import { extendsBy, moment, openPetition, refuses, tells, why, written, type Act } from '../../../support/petition.ts'

/** 결정, 통지, 교부, 이의신청, 정정: 민원처리법 제27조·제35조, 행정절차법 제23조–제26조. */

function at(text: string, kind: Kind, more = {}) {
  const petition = openPetition(text)
  petition.receives(kind, more)
  return petition
}

describe('the notice', () => {
  const by = (channel: CaseCommandOf<'notifyCase'>['channel'], basis?: 'agreed' | 'urgent' | 'otherPetition'): Act => ({
    type: 'notifyCase',
    channel,
    ...(basis && { basis }),
  })

  test('is written; otherwise only with its basis, and electronically only with consent', () => {
    const petition = at('2026-03-17 15:00', permit)
    petition.grants()
    expect(petition.on('2026-03-17 15:20').refusal(by('letter'))).toBe('allowed')
    expect(petition.refusal(by('phone'))).toBe('channelNeedsBasis')
    expect(petition.refusal(by('phone', 'otherPetition'))).toBe('notOtherPetition')
    expect(petition.refusal(by('email', 'urgent'))).toBe('emailNeedsConsent')
    expect(petition.refusal(by('email', 'agreed'))).toBe('emailNeedsConsent')
    petition.does({ type: 'agreeElectronic', given: true, consent: 'written', address: 'a@b.kr' })
    expect(petition.refusal(by('email', 'urgent'))).toBe('emailNeedsConsent')
    expect(petition.refusal(by('email', 'agreed'))).toBe('allowed')
    petition.on('2026-03-17 15:05').does(by('phone', 'agreed'))
    petition.on('2026-03-17 15:06').handsOver()
    expect(petition.of()).toMatchObject({ state: 'closed', notice: { channel: 'phone', basis: 'agreed' } })
  })

  test('of another petition may be spoken', () => {
    const petition = at('2026-03-17 15:00', simple)
    petition.does({ type: 'decideCase', outcome: 'answered', provisions: [], remedies: [] })
    expect(petition.refusal(by('phone', 'otherPetition'))).toBe('allowed')
  })

  test('keeps the number of the registered letter, the day and who told', () => {
    const petition = at('2026-03-17 15:00', permit)
    petition.grants()
    const [event] = petition.does({ type: 'notifyCase', channel: 'letter', serviceNo: '10203-0405-0607' })
    expect(event).toMatchObject({ serviceNo: '10203-0405-0607', by: { clerk: 'clerk' }, at: petition.floor.now })
  })

  test('and the end do not come before what they follow', () => {
    const petition = at('2026-03-17 10:00', permit)
    petition.on('2026-03-17 15:00').grants()
    petition.on('2026-03-17 16:00')
    expect(petition.refusal({ ...tells, doneAt: moment('2026-03-17 14:59') } as Act)).toBe('doneOutOfOrder')
    petition.does(tells)
    const early = { doneAt: moment('2026-03-17 15:30') }
    expect(petition.on('2026-03-17 17:00').refusal({ type: 'awaitPickup', ...early })).toBe('doneOutOfOrder')
    petition.floor.does('counter-1', ...handOverStep('k'))
    expect(petition.refusal({ type: 'closeCase', ...early })).toBe('doneOutOfOrder')
  })
})

describe('a refusal', () => {
  test.each([{ reasons: undefined }, { provisions: [] }, { remedies: [] }])('without all three is none: %o', (less) => {
    const petition = at('2026-03-17 15:00', permit)
    expect(petition.refusal({ ...refuses, ...less } as Act)).toBe('reasonsMissing')
    expect(petition.refusal({ ...refuses, ...less, outcome: 'partly' } as Act)).toBe('reasonsMissing')
    expect(petition.refusal(refuses)).toBe('allowed')
  })

  test('with nothing but spaces for its reasons cannot even be said', () => {
    expect(Command.safeParse({ case: 'k', ...refuses, reasons: '  ' }).success).toBe(false)
    expect(Command.safeParse({ case: 'k', ...refuses, remedies: [' '] }).success).toBe(false)
  })

  test('keeps its reasons apart', () => {
    const petition = at('2026-03-17 15:00', permit)
    petition.does(refuses)
    expect(JSON.stringify(petition.floor.events)).not.toContain('진입로')
    expect(petition.view.decision).toMatchObject({ outcome: 'refused', reasons: why.reasons })
  })
})

describe('a complex petition', () => {
  const refusedAfter = (council?: string, committee?: string): Act => ({
    ...refuses,
    ...(council !== undefined && { council }),
    ...(committee !== undefined && { committee }),
  })

  test('is refused only after the councils have met', () => {
    const petition = at('2026-03-10 10:00', complex)
    expect(petition.refusal(refusedAfter())).toBe('councilFirst')
    expect(petition.refusal(refusedAfter('2026-03-16'))).toBe('councilFirst')
    petition.on('2026-03-20 10:00')
    expect(petition.refusal(refusedAfter('2026-03-09'))).toBe('councilFirst')
    expect(petition.refusal(refusedAfter('2026-03-16', '2026-03-23'))).toBe('committeeFirst')
    expect(petition.does(refusedAfter('2026-03-16', '2026-03-19'))).toMatchObject([
      { council: '2026-03-16', committee: '2026-03-19' },
    ])
  })

  test('is granted without one, and other petitions are refused without one', () => {
    at('2026-03-10 10:00', complex).grants()
    expect(at('2026-03-10 10:00', permit).refusal(refuses)).toBe('allowed')
  })
})

describe('the document', () => {
  test('goes to the petitioner, or to the proxy with the letter', () => {
    const petition = at('2026-03-10 10:00', permit)
    petition.grants()
    petition.notifies()
    petition.does({ type: 'tickCheck', check: 's3.1', mark: 'met' }, { type: 'finishStep', step: 's3' })
    const hands = (collector: 'petitioner' | 'proxy', proxyLetter: boolean, more = {}): Act => ({
      type: 'handOverResult',
      collector,
      idSeen: 'driverLicence',
      proxyLetter,
      ...more,
    })
    expect(petition.on('2026-03-18 10:10').refusal(hands('petitioner', false))).toBe('allowed')
    expect(petition.on('2026-03-18 10:30').refusal(hands('proxy', false))).toBe('proxyLetterMissing')
    expect(petition.refusal(hands('proxy', true))).toBe('collectorMissing')
    petition.does(hands('proxy', true, { collectorName: '이지은' }))
    expect(petition.of().handedOver).toMatchObject({
      collector: 'proxy',
      by: { clerk: 'clerk' },
    })
    expect(petition.view.handedOver).toMatchObject({ idSeen: 'driverLicence' })
  })
})

describe('an objection', () => {
  let petition: ReturnType<typeof at>
  const objects = (more = {}): Act => ({
    type: 'receiveObjection',
    case: 'o',
    to: 'k',
    petitioner: { name: '김영수' },
    refusalReceivedOn: '2026-03-10',
    grounds: '너비를 다시 재어 주십시오',
    ...more,
  })
  const onO = (act: Act): Act => ({ ...act, case: 'o' })
  beforeEach(() => {
    petition = at('2026-03-09 10:00', permit)
    petition.does(refuses, tells)
  })

  test('is in time for sixty days after the refusal was received', () => {
    expect(petition.on('2026-05-11 09:00').refusal(objects())).toBe('allowed')
    expect(petition.on('2026-05-11 23:59').refusal(objects())).toBe('allowed')
    expect(petition.on('2026-05-12 00:00').refusal(objects())).toBe('objectionTooLate')
  })

  test('that came in time on paper during an outage is in time when it is entered', () => {
    petition.on('2026-05-12 09:00')
    const paper = { doneAt: moment('2026-05-11 17:00') }
    expect(petition.refusal(objects(paper))).toBe('outageNumberMissing')
    petition.does(objects({ ...paper, provisionalNo: '임시-7' }))
    expect(petition.of('o').received).toMatchObject({
      at: moment('2026-05-11 17:00'),
      enteredAt: petition.floor.now,
      provisionalNo: '임시-7',
    })
    expect(petition.due('o')).toBe('2026-05-21 18:00')
    expect(petition.refusal(objects({ case: 'p', doneAt: moment('2026-05-12 09:01') }))).toBe('doneInFuture')
  })

  test('is a case of its own, due in ten days, linked both ways, its grounds kept apart', () => {
    petition.on('2026-03-12 10:00').does(objects())
    expect(petition.of('o').received.objection).toMatchObject({ to: 'k', receiptNo: '2026-01-00001' })
    expect(petition.due('o')).toBe('2026-03-23 18:00')
    expect(petition.view.procedure.objections).toMatchObject([{ case: 'o' }])
    expect(JSON.stringify(petition.floor.events)).not.toContain('다시 재어')
    expect(petition.refusal(objects({ case: 'p' }))).toBe('objectionKnown')
    expect(petition.refusal(objects({ case: 'p', to: 'o' }))).toBe('objectionNotAllowed')
  })

  test('may also come to another counter than that of the refused case', () => {
    expect(petition.on('2026-03-12 10:00').refusal(objects(), 'counter-2')).toBe('allowed')
  })

  test('is extended once, ten days at most, from the day after the first ten', () => {
    petition.on('2026-03-12 10:00').does(objects())
    expect(petition.refusal(onO(extendsBy(11)))).toBe('objectionTooLong')
    petition.does(onO(extendsBy(10)))
    expect(petition.due('o')).toBe('2026-04-02 18:00')
    expect(petition.refusal(onO(extendsBy(1, { consent: 'written' })))).toBe('objectionExtendedAlready')
  })

  test('is accepted or dismissed, with reasons, and told in writing', () => {
    petition.on('2026-03-12 10:00').does(objects())
    const decides = (outcome: CaseCommandOf<'decideCase'>['outcome'], said: object = why): Act => ({
      type: 'decideCase',
      outcome,
      provisions: [],
      remedies: [],
      ...said,
    })
    expect(petition.refusal(onO(decides('granted')))).toBe('outcomeNotForThis')
    expect(petition.refusal(decides('accepted'))).not.toBe('allowed')
    expect(petition.refusal(onO(decides('accepted', {})))).toBe('reasonsMissing')
    expect(petition.refusal(onO(decides('dismissed', { ...why, remedies: [] })))).toBe('reasonsMissing')
    petition.does(onO(decides('dismissed')))
    expect(petition.refusal(onO({ type: 'notifyCase', channel: 'phone', basis: 'agreed' }))).toBe('mustBeWritten')
    petition.does(onO(tells), onO({ type: 'closeCase' }))
    expect(petition.of('o')).toMatchObject({ state: 'closed', outcome: 'dismissed' })
    expect(petition.of().outcome).toBeUndefined()
  })

  test('is against a refusal that was told, of a legal petition, received since then', () => {
    expect(petition.refusal(objects({ to: 'none' }))).toBe('caseUnknown')
    expect(petition.refusal(objects({ refusalReceivedOn: '2026-03-08' }))).toBe('receivedBeforeNotice')
    expect(petition.refusal(objects({ refusalReceivedOn: '2026-03-10' }))).toBe('doneInFuture')
    const asked = at('2026-03-09 10:00', inquiry)
    asked.does(refuses, tells)
    expect(asked.refusal(objects({ refusalReceivedOn: '2026-03-09' }))).toBe('objectionNotAllowed')
    const granted = at('2026-03-09 10:00', permit)
    granted.grants()
    granted.notifies()
    expect(granted.refusal(objects({ refusalReceivedOn: '2026-03-09' }))).toBe('notRefused')
    const untold = at('2026-03-09 10:00', permit)
    untold.does(refuses)
    expect(untold.refusal(objects({ refusalReceivedOn: '2026-03-09' }))).toBe('notRefused')
  })
})

describe('a correction', () => {
  const correct = (confirmedBy: string): Act => ({
    type: 'correctDecision',
    before: '홍길둥',
    after: '홍길동',
    confirmedBy,
    told: 'letter',
  })

  test('needs a second person of the staff, keeps both versions and changes no decision', () => {
    const petition = at('2026-03-17 10:00', permit)
    petition.grants()
    expect(petition.refusal(correct('chief'))).toBe('notNotified')
    petition.notifies()
    petition.handsOver()
    petition.on('2026-03-20 10:00')
    expect(petition.refusal(correct('clerk'))).toBe('secondPersonMissing')
    expect(petition.refusal(correct('nobody'))).toBe('secondPersonMissing')
    petition.does(correct('second'))
    expect(petition.of()).toMatchObject({ state: 'closed', outcome: 'granted', decision: { outcome: 'granted' } })
    expect(petition.view.procedure.corrections).toMatchObject([
      { before: '홍길둥', after: '홍길동', confirmedBy: '다른 담당자', at: petition.floor.now },
    ])
    expect(written(petition.of().closedAt)).toBe('2026-03-17 10:00')
    expect(JSON.stringify(petition.floor.events)).not.toContain('홍길동')
  })
})

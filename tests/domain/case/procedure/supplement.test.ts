import { beforeEach, describe, expect, test } from 'vitest'
import { paperOf } from '../../../../domain/paper/paper-of.ts'
import { permit, shortPermit } from '../../../support/petition-kinds.ts'
import { arrives, asksFor, asksMore, moment, openPetition, type Act, type Petition } from '../../../support/petition.ts'

/** 보완: 민원처리법 제22조, 시행령 제24조·제25조, 시행규칙 제9조. */

let petition: Petition
beforeEach(() => {
  petition = openPetition('2026-03-10 14:00')
  petition.receives(permit)
})

const sendsBack: Act = { type: 'returnCase', reasons: '도면을 내지 않음', provisions: [], told: 'letter' }
const mailBack: Act = { type: 'recordReturnedMail' }
const deems: Act = { type: 'deemWithdrawn' }

describe('a supplement is demanded', () => {
  test('within eight working hours of the receipt, or later with the reason why only now', () => {
    expect(petition.on('2026-03-11 14:00').refusal(asksFor(10))).toBe('allowed')
    expect(petition.on('2026-03-11 14:01').refusal(asksFor(10))).toBe('lateDemandNeedsReason')
    expect(petition.refusal(asksFor(10, { late: 'siteCheck' }))).toBe('allowed')
    expect(petition.refusal(asksFor(10, { doneAt: moment('2026-03-11 13:00') }))).toBe('allowed')
  })

  test('late by who was just late says why, for the record alone', () => {
    petition.on('2026-03-12 10:00')
    expect(petition.refusal(asksFor(10, { late: 'oversight' }))).toBe('lateDemandNeedsReason')
    petition.does(asksFor(10, { late: 'oversight', lateReason: '담당자 교육' }))
    expect(petition.of().demands).toMatchObject([{ round: 1, late: 'oversight' }])
    expect(petition.view.procedure.demands).toMatchObject([{ late: 'oversight', lateReason: '담당자 교육' }])
    expect(JSON.stringify(petition.floor.events)).not.toContain('교육')
    expect(JSON.stringify(paperOf('supplementRequest', petition.floor.seat('counter-1'), petition.of()))).not.toContain(
      '교육',
    )
  })

  test('within eight working hours without those of an outage, which stands still for a transfer too', () => {
    const one = openPetition('2026-06-12 18:00')
    const [from, to] = [moment('2026-06-09 09:00'), moment('2026-06-12 18:00')]
    one.floor.does('supervisor', { type: 'declareOutage', from, to, substitute: '종이 신청서' })
    one.on('2026-06-15 09:10').receives(permit, { doneAt: moment('2026-06-09 10:00'), provisionalNo: '임시-1' })
    const transfer: Act = { type: 'transferCase', to: 'department', office: '건축과' }
    expect([one.refusal(asksFor(10)), one.refusal(transfer)]).toEqual(['allowed', 'allowed'])
    const late = () => one.view.procedure.milestones.flatMap((m) => (m.over ? [m.what] : []))
    expect(late()).toEqual([])
    expect(one.on('2026-06-15 10:01').refusal(transfer)).toBe('lateTransferNeedsReason')
    expect(late()).toEqual(['transferToDepartment'])
    expect(one.on('2026-06-15 18:00').refusal(asksFor(10))).toBe('allowed')
    expect(one.on('2026-06-15 18:01').refusal(asksFor(10))).toBe('lateDemandNeedsReason')
    expect(late()).toContain('demandSupplement')
  })

  test('of documents or of what is said in words, and of one of them at least', () => {
    expect(petition.refusal(asksFor(10, { items: [] }))).toBe('nothingDemanded')
    expect(petition.does(asksFor(10, { items: [], text: '배치도의 축척' }))).toMatchObject([{ items: [], round: 1 }])
    expect(JSON.stringify(petition.floor.events)).not.toContain('축척')
  })

  test.each([
    ['2026-03-12 10:00', 10, '2026-03-23'],
    ['2026-04-21 10:00', 10, '2026-05-04'],
  ])('on %s for %i days by the Civil Act: until %s', (at, days, until) => {
    const one = openPetition(at)
    one.receives(permit)
    expect(one.does(asksFor(days))).toMatchObject([{ until }])
  })

  test('once: not again while it runs, nor while the clock stands, nor after the decision', () => {
    petition.does({ type: 'stopClock', reason: 'examination', evidence: '시험' })
    expect(petition.refusal(asksFor(5))).toBe('clockStopped')
    petition.does({ type: 'resumeClock' }, asksFor(5))
    expect(petition.refusal(asksFor(5))).toBe('supplementRuns')
    petition.does(arrives)
    petition.grants()
    expect(petition.refusal(asksFor(5, { items: [], text: '도면' }))).toBe('alreadyDecided')
  })
})

describe('the citizen has the period extended', () => {
  beforeEach(() => void petition.on('2026-03-10 15:00').does(asksFor(3)))

  test('two times, each from the end of the period before', () => {
    expect(petition.does(asksMore(7))).toMatchObject([{ until: '2026-03-20', nth: 1 }])
    expect(petition.does(asksMore(3))).toMatchObject([{ until: '2026-03-23', nth: 2 }])
    expect(petition.refusal(asksMore(1))).toBe('askedTwice')
  })

  test('until its last day, and by what was asked then also when it is entered later', () => {
    expect(petition.on('2026-03-13 23:59').refusal(asksMore(3))).toBe('allowed')
    expect(petition.on('2026-03-14 00:00').refusal(asksMore(3))).toBe('supplementOver')
    expect(petition.refusal({ ...asksMore(3), doneAt: moment('2026-03-13 17:00') })).toBe('allowed')
  })

  test('only where there is a demand', () => {
    petition.does(arrives)
    expect(petition.refusal(asksMore(3))).toBe('noSupplement')
  })
})

describe('the second demand', () => {
  beforeEach(() => void petition.does(asksFor(3), mailBack))

  test('comes after the first period, for ten days at most, and is the last', () => {
    expect(petition.on('2026-03-13 23:59').refusal(asksFor(10))).toBe('supplementRuns')
    petition.on('2026-03-16 09:00')
    expect(petition.refusal(asksFor(11))).toBe('secondDemandTooLong')
    expect(petition.does(asksFor(10))).toMatchObject([{ round: 2, until: '2026-03-26' }])
    expect(petition.refusal(asksMore(3))).toBe('secondRound')
    expect(petition.on('2026-03-27 09:00').refusal(asksFor(5))).toBe('demandedTwice')
    expect(petition.of().supplement?.mailsReturned).toBe(1)
  })

  test('leaves the clock stopped from the first demand on', () => {
    petition.on('2026-03-16 09:00').does(asksFor(10))
    petition.on('2026-03-18 10:00').does(arrives)
    expect(petition.of().stops).toMatchObject([
      { reason: 'supplement', from: moment('2026-03-10 14:00'), to: moment('2026-03-18 10:00') },
    ])
  })
})

describe('the papers arrive', () => {
  test('and neither the day of the demand nor that of the arrival counts', () => {
    petition.on('2026-03-12 15:00').does(asksFor(10, { late: 'newFact' }))
    petition.on('2026-03-18 11:00').does(arrives)
    expect(petition.of()).toMatchObject({ state: 'inProgress' })
    expect(petition.of().supplement).toBeUndefined()
    expect(petition.due()).toBe('2026-03-25 18:00')
    expect(petition.refusal(arrives)).toBe('noSupplement')
  })

  test('never before they were demanded', () => {
    petition.does(asksFor(10))
    expect(petition.on('2026-03-11 09:00').refusal({ ...arrives, doneAt: moment('2026-03-10 14:00') })).toBe('allowed')
    petition.on('2026-03-10 15:00').does(arrives, asksFor(3, { items: [], text: '도면' }))
    const early = { ...arrives, doneAt: moment('2026-03-10 14:30') }
    expect(petition.on('2026-03-11 09:00').refusal(early)).toBe('doneOutOfOrder')
  })

  test('in a period of hours the days stand still too', () => {
    const one = openPetition('2026-03-10 10:00')
    one.receives(shortPermit)
    one.does(asksFor(10))
    one.on('2026-03-12 11:00').does(arrives)
    expect(one.due()).toBe('2026-03-17 18:00')
  })
})

describe('papers that came incomplete', () => {
  const again = (days: number, rest = {}) => asksFor(days, rest)
  beforeEach(() => {
    petition.does(asksFor(20))
    petition.on('2026-03-12 10:00').does(arrives)
  })

  test('are demanded a second time, for ten days at most, and not a third time', () => {
    expect(petition.refusal(again(11))).toBe('secondDemandTooLong')
    expect(petition.does(again(10))).toMatchObject([{ round: 2, until: '2026-03-23' }])
    expect(petition.of()).toMatchObject({ state: 'supplement', demands: [{ round: 1 }, { round: 2 }] })
    expect(petition.of().stops).toHaveLength(2)
    expect(petition.refusal(asksMore(3))).toBe('secondRound')
    petition.on('2026-03-16 10:00').does(arrives)
    expect(petition.refusal(again(3))).toBe('demandedTwice')
    expect(petition.refusal(again(3, { late: 'newFact' }))).toBe('demandedTwice')
  })

  test('are not made a first demand by the ground of a late one, which is for documents not demanded yet', () => {
    expect(petition.refusal(again(20, { late: 'newFact' }))).toBe('secondDemandTooLong')
    const byOversight = { items: ['d2'], late: 'oversight', lateReason: '빠뜨림' } as const
    expect(petition.refusal(again(20, byOversight))).toBe('secondDemandTooLong')
    const one = openPetition('2026-03-10 14:00')
    one.receives(permit)
    one.does(asksFor(3, { items: [], text: '서명이 없음' }), arrives)
    expect(one.refusal(again(20))).toBe('secondDemandTooLong')
    expect(one.does(again(20, { late: 'siteCheck' }))).toMatchObject([{ round: 1 }])
  })

  test('are not made a first demand by words alone, so that no demand in words comes a third time', () => {
    const inWords = (days: number) => again(days, { items: [], text: '배치도의 축척', late: 'newFact' })
    expect(petition.refusal(inWords(11))).toBe('secondDemandTooLong')
    expect(petition.does(inWords(10))).toMatchObject([{ items: [], round: 2 }])
    petition.on('2026-03-16 10:00').does(arrives)
    expect(petition.refusal(inWords(3))).toBe('demandedTwice')
  })
})

describe('the petition is returned', () => {
  beforeEach(() => void petition.on('2026-03-12 10:00').does(asksFor(10, { late: 'siteCheck' })))

  test('from the day after the period, with the reasons', () => {
    expect(petition.on('2026-03-23 23:59').refusal(sendsBack)).toBe('supplementRuns')
    petition.on('2026-03-24 00:00').does(sendsBack)
    expect(petition.of()).toMatchObject({ state: 'closed', outcome: 'returned' })
    expect(petition.of().stops[0]?.to).toBe(moment('2026-03-24 00:00'))
    const objects: Act = {
      type: 'receiveObjection',
      case: 'o',
      to: 'k',
      petitioner: { name: '김영수' },
      grounds: '서류를 냈음',
      refusalReceivedOn: '2026-03-24',
    }
    expect([petition.refusal(objects), petition.on('2026-03-26 10:00').refusal(objects)]).toEqual([
      ...['returnedNotRefused', 'returnedNotRefused'],
    ])
  })

  test('not before the day to which the citizen had it extended', () => {
    petition.on('2026-03-20 10:00').does(asksMore(7))
    expect(petition.on('2026-03-30 23:00').refusal(sendsBack)).toBe('supplementRuns')
    expect(petition.on('2026-03-31 09:00').refusal(sendsBack)).toBe('allowed')
  })

  test('not once the papers are there', () => {
    petition.on('2026-03-23 17:00').does({ type: 'markDocument', document: 'd1', mark: 'received' }, arrives)
    expect(petition.on('2026-03-24 09:00').refusal(sendsBack)).toBe('supplementCame')
  })
})

describe('the petition is taken as withdrawn', () => {
  beforeEach(() => void petition.does(asksFor(10)))

  test('when the demand came back by post twice', () => {
    petition.on('2026-03-12 10:00').does(mailBack)
    expect(petition.refusal(deems)).toBe('mailNotReturnedTwice')
    petition.on('2026-03-19 10:00').does(mailBack, deems)
    expect(petition.of()).toMatchObject({ state: 'closed', outcome: 'deemedWithdrawn' })
    expect(petition.of().history.filter((e) => e.type === 'mailReturned')).toHaveLength(2)
  })

  test('which only one that was sent by post does, the last one where there are two', () => {
    const one = openPetition('2026-03-10 14:00')
    one.receives(permit)
    one.does(asksFor(3, { told: 'letter' }))
    one.on('2026-03-12 10:00').does(mailBack)
    one.on('2026-03-16 10:00').does(asksFor(5, { told: 'inPerson' }))
    expect(one.on('2026-03-19 10:00').refusal(mailBack)).toBe('notSentByPost')
    expect(one.refusal(deems)).toBe('mailNotReturnedTwice')
  })

  test('and only where there is a demand', () => {
    petition.does(arrives)
    expect(petition.refusal(mailBack)).toBe('noSupplement')
    expect(petition.refusal(deems)).toBe('noSupplement')
  })
})

test('the citizen withdraws while papers are awaited, and the stop has its end', () => {
  petition.does(asksFor(10))
  const early: Act = { type: 'withdrawCase', doneAt: moment('2026-03-10 14:00') }
  petition.on('2026-03-11 09:00')
  expect(petition.refusal(early)).toBe('allowed')
  petition.does({ type: 'withdrawCase' })
  expect(petition.of().stops).toMatchObject([{ to: moment('2026-03-11 09:00') }])
})

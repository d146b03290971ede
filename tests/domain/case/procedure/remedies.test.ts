import { describe, expect, test } from 'vitest'
import type { Kind } from '../../../../domain/manual/manual.ts'
import { certificate, complex, inquiry, permit, proposal, reviewed } from '../../../support/petition-kinds.ts'
import { moment, openPetition, refuses, tells, why, type Act, type Petition } from '../../../support/petition.ts'

/** No way round a refusal: what takes the citizen's remedy away is not possible (법 제27조, 제35조). */

function at(text: string, kind: Kind, more = {}): Petition {
  const petition = openPetition(text)
  petition.receives(kind, more)
  return petition
}
const decide = (outcome: 'answered' | 'partly', more = {}): Act => ({
  type: 'decideCase',
  outcome,
  ...why,
  ...more,
})
const objects = (more = {}): Act => ({
  type: 'receiveObjection',
  case: 'o',
  to: 'k',
  petitioner: { name: '김영수' },
  refusalReceivedOn: '2026-03-10',
  grounds: '기준에 맞음',
  ...more,
})
const voids: Act = { type: 'voidCase', reason: '잘못 접수함', approvedBy: 'chief' }

describe('a decision', () => {
  test('of a statutory petition is never an answer, of an inquiry it is', () => {
    expect(at('2026-03-10 10:00', permit).refusal(decide('answered'))).toBe('outcomeNotForThis')
    expect(at('2026-03-10 10:00', inquiry).refusal(decide('answered'))).toBe('allowed')
  })

  test('in part asks for the council of a complex petition and for a confirmed proxy, as the whole one does', () => {
    const petition = at('2026-03-10 10:00', complex)
    expect(petition.refusal(decide('partly'))).toBe('councilFirst')
    expect(petition.refusal(decide('partly', { council: '2026-03-10' }))).toBe('allowed')
    const byProxy = at('2026-03-10 10:00', permit, { proxy: { name: '이지은' } })
    expect(byProxy.refusal(decide('partly'))).toBe('proxyUnconfirmed')
  })
})

describe('a refusal that was told', () => {
  test('is not voided, is not stored for pick-up, and stays open to an objection', () => {
    const petition = at('2026-03-10 10:00', certificate)
    petition.does(refuses)
    expect(petition.refusal(voids)).toBe('alreadyDecided')
    petition.does(tells)
    expect(petition.refusal(voids)).toBe('alreadyDecided')
    expect(petition.refusal({ type: 'awaitPickup' })).toBe('nothingToCollect')
    petition.does({ type: 'closeCase' })
    expect(petition.refusal(objects())).toBe('allowed')
  })

  test('can be objected to anew when the first objection was received by mistake', () => {
    const petition = at('2026-03-10 10:00', certificate)
    petition.does(refuses, tells, objects())
    expect(petition.refusal(objects({ case: 'p' }))).toBe('objectionKnown')
    petition.does({ ...voids, case: 'o' })
    expect(petition.refusal(objects({ case: 'p' }))).toBe('allowed')
  })
})

test('the ten days of an objection are not shown stopped, since they run', () => {
  const petition = at('2026-03-10 10:00', certificate)
  petition.does(refuses, tells, objects())
  const stop: Act = { type: 'stopClock', case: 'o', reason: 'examination', evidence: '시험 의뢰' }
  const demand: Act = { type: 'demandSupplement', case: 'o', items: [], text: '사유', days: 3, written: true }
  expect(petition.refusal(stop)).toBe('notForObjection')
  expect(petition.refusal(demand)).toBe('notForObjection')
})

test('earlier answers are those of other petitions', () => {
  const petition = at('2026-03-10 10:00', proposal)
  const close = (earlier: string[]): Act => ({
    type: 'closeRepeat',
    repeats: 3,
    earlier,
    reasons: '같은 내용',
    told: 'letter',
  })
  const own = petition.of().received.receiptNo
  expect(petition.refusal(close(['x', 'y']))).toBe('answeredTwiceFirst')
  expect(petition.refusal(close([own, '2026-01-00101']))).toBe('answeredTwiceFirst')
  expect(petition.refusal(close(['2026-01-00101', '2026-01-00102']))).toBe('allowed')
})

test('a clock that has gone back puts no act before the receipt', () => {
  const petition = at('2026-03-10 10:00', permit)
  const [event] = petition.on('2026-03-06 10:00').does({ type: 'withdrawCase' })
  expect(event?.at).toBe(petition.of().received.at)
})

test('the ground of a reduction is kept apart', () => {
  const petition = at('2026-03-10 10:00', certificate)
  petition.does({ type: 'payFee', table: 1000, means: 'card', own: { ground: '등록 장애인', won: 500 } })
  expect(JSON.stringify(petition.floor.events)).not.toContain('장애인')
})

describe('a proxy', () => {
  const checks = (who: 'petitioner' | 'proxy'): Act => ({
    type: 'checkIdentity',
    who,
    idSeen: 'residentCard',
    proxyLetter: who === 'proxy',
  })

  test('who objects is confirmed before the objection is accepted in whole or in part, not before it is dismissed', () => {
    const petition = at('2026-03-10 10:00', certificate)
    petition.does(refuses, tells, objects({ proxy: { name: '이지은' } }))
    const decides = (outcome: 'accepted' | 'partly' | 'dismissed'): Act => ({
      type: 'decideCase',
      case: 'o',
      outcome,
      ...why,
    })
    expect(petition.refusal(decides('accepted'))).toBe('proxyUnconfirmed')
    expect(petition.refusal(decides('partly'))).toBe('proxyUnconfirmed')
    expect(petition.refusal(decides('dismissed'))).toBe('allowed')
    petition.does({ ...checks('proxy'), case: 'o' })
    expect(petition.refusal(decides('accepted'))).toBe('allowed')
  })

  test('stays confirmed when the petitioner comes too', () => {
    const petition = at('2026-03-10 10:00', permit, { proxy: { name: '이지은' } })
    petition.does(checks('petitioner'))
    expect(petition.refusal(decide('partly'))).toBe('proxyUnconfirmed')
    petition.does(checks('proxy'), checks('petitioner'))
    expect(petition.refusal(decide('partly'))).toBe('allowed')
  })
})

describe('an objection that a day close has put away', () => {
  function putAway(): Petition {
    const petition = at('2026-03-10 10:00', certificate)
    petition.does(refuses, tells, objects({ case: 'o' }))
    const onO = (act: Act): Act => ({ ...act, case: 'o' })
    petition.does(onO({ type: 'decideCase', outcome: 'dismissed', ...why }), onO(tells), onO({ type: 'closeCase' }))
    petition.on('2026-03-10 19:00').floor.does('supervisor', { type: 'closeDay', day: '2026-03-10' })
    return petition.on('2026-03-11 10:00')
  }

  test('still keeps a second one from being received, and is shown with the refusal', () => {
    const petition = putAway()
    expect(petition.floor.hall.cases.has('o')).toBe(false)
    expect(petition.refusal(objects({ case: 'p' }))).toBe('objectionKnown')
    expect(petition.view.procedure.objections).toMatchObject([{ case: 'o', outcome: 'dismissed', archived: true }])
  })

  test('counts once when it has been taken out again', () => {
    const petition = putAway()
    petition.floor.does('counter-1', { type: 'takeOutCase', case: 'o' })
    const [seen, ...others] = petition.view.procedure.objections
    expect(others).toEqual([])
    expect(seen?.archived).toBeUndefined()
  })
})

describe('a voiding', () => {
  test('is for the day itself: nine days later no earlier time makes it so', () => {
    const petition = at('2026-03-10 10:00', permit)
    const early: Act = { ...voids, doneAt: moment('2026-03-10 10:30') }
    expect(petition.on('2026-03-10 17:00').refusal(early)).toBe('allowed')
    expect(petition.on('2026-03-19 10:00').refusal(early)).toBe('notSameDay')
  })

  test('of a receipt that was entered after an outage is for the day on which it was entered', () => {
    const paper = { doneAt: moment('2026-05-12 11:20'), provisionalNo: '임시-3' }
    const petition = at('2026-05-13 09:10', permit, paper)
    expect(petition.on('2026-05-13 09:20').refusal(voids)).toBe('allowed')
    expect(petition.on('2026-05-14 09:00').refusal(voids)).toBe('notSameDay')
  })
})

test('an objection stays with the agency that refused; within it it may go to another department', () => {
  const petition = at('2026-03-10 10:00', certificate)
  petition.does(refuses, tells, objects())
  const transfer = (to: 'otherAgency' | 'department'): Act => ({
    type: 'transferCase',
    case: 'o',
    to,
    office: '건축과',
    told: 'letter',
    reasons: '소관',
  })
  expect(petition.refusal(transfer('otherAgency'))).toBe('notForObjection')
  expect(petition.refusal(transfer('department'))).toBe('allowed')
})

test('the answer to a prior review is no disposition: it is not objected to', () => {
  const petition = at('2026-03-10 10:00', reviewed, { priorReview: true })
  petition.does(refuses, tells)
  expect(petition.refusal(objects())).toBe('objectionNotAllowed')
})

test('an e-mail that was sent while the consent stood can be entered after it was taken back', () => {
  const petition = at('2026-03-10 10:00', permit)
  petition.does({ type: 'agreeElectronic', given: true, consent: 'written', address: 'a@b.kr' })
  petition.on('2026-03-10 11:00').grants()
  petition.on('2026-03-10 15:00').does({ type: 'agreeElectronic', given: false, consent: 'oral' })
  const sent = (text: string): Act => ({
    type: 'notifyCase',
    channel: 'email',
    basis: 'agreed',
    doneAt: moment(text),
  })
  petition.on('2026-03-10 16:00')
  expect(petition.refusal(sent('2026-03-10 15:30'))).toBe('emailNeedsConsent')
  expect(petition.refusal(sent('2026-03-10 14:00'))).toBe('allowed')
})

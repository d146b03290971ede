import { describe, expect, test } from 'vitest'
import { Command } from '../../../../domain/hall.ts'
import { certificate, inquiry, permit, shortPermit, simple } from '../../../support/petition-kinds.ts'
import { asksFor, moment, openPetition, refuses, type Act } from '../../../support/petition.ts'

/** 접수: 민원처리법 제8조–제11조 and its decree. */

const open = () => openPetition('2026-03-10 10:00')
type More = Parameters<ReturnType<typeof open>['receipt']>[1]
const asked = (kind: Parameters<ReturnType<typeof open>['receipt']>[0], more: More) => {
  const petition = open()
  return petition.floor.refusal('counter-1', petition.receipt(kind, more))
}

test('the class of the kind is kept with the receipt', () => {
  const petition = open()
  petition.receives(inquiry)
  expect(petition.of().received).toMatchObject({ petition: 'inquiry', period: { unit: 'days', value: 14 } })
})

test('a petition without a name is none', () => {
  const petition = open()
  const anonymous = { ...petition.receipt(permit), petitioner: { name: ' ' } }
  expect(Command.safeParse(anonymous).success).toBe(false)
})

describe('the form of an application', () => {
  test('may be the spoken word only for other petitions', () => {
    expect(asked(permit, { filing: 'oral' })).toBe('oralNotAllowed')
    expect(asked(inquiry, { filing: 'oral' })).toBe('oralNotAllowed')
    expect(asked(simple, { filing: 'oral' })).toBe('allowed')
  })

  test('may be typed by the clerk, and is received once it is signed', () => {
    expect(asked(permit, { filing: 'dictated' })).toBe('signatureMissing')
    const petition = open().on('2026-03-10 10:12')
    petition.receives(permit, { filing: 'dictated', signature: 'M0 0L9 9' })
    expect(petition.of()).toMatchObject({ received: { at: moment('2026-03-10 10:12') }, signed: { how: 'onScreen' } })
    expect(JSON.stringify(petition.floor.events)).not.toContain('M0 0L9 9')
    expect(asked(permit, { filing: 'dictated', signed: true })).toBe('allowed')
  })
})

describe('nothing is refused at receipt for what is missing', () => {
  test('neither documents nor an empty form nor guidance', () => {
    expect(asked(permit, { form: {}, guidance: [] })).toBe('allowed')
    expect(asked(permit, { form: { f1: '' } })).toBe('allowed')
  })

  test('nor the list of the signers, without which many are only not granted their petition', () => {
    const petition = open()
    petition.receives(permit, { joint: { how: 'multiParty', signers: 7, households: 5 } })
    expect(() => petition.grants()).toThrow('listMissing')
    petition.does(asksFor(5, { items: [], text: '연명부 원본' }))
    petition.on('2026-03-11 10:00').does({ type: 'receiveSupplement' })
    const granted: Act = { type: 'decideCase', outcome: 'granted', provisions: [], remedies: [] }
    expect(petition.refusal(granted)).toBe('allowed')
  })

  test('and the missing paper is asked for within eight working hours', () => {
    const petition = openPetition('2026-03-10 16:40')
    petition.receives(permit)
    expect(petition.view.procedure.milestones).toContainEqual({
      what: 'demandSupplement',
      at: moment('2026-03-11 16:40'),
      over: false,
    })
  })
})

describe('the receipt', () => {
  test('has its number in the order of the counter, and a slip that may be left out', () => {
    const petition = open()
    petition.receives(permit)
    petition.receives(certificate, { case: 'l' })
    petition.receives(simple, { case: 'm' })
    petition.receives(permit, { case: 'n', filing: 'post' })
    petition.receives(permit, { case: 'o', filing: 'eWindow' })
    const slips = ['k', 'l', 'm', 'n', 'o'].map((id) => petition.of(id).received)
    expect(slips.map((r) => r.slip)).toEqual(['due', 'immediate', 'otherPetition', 'notInPerson', 'notInPerson'])
    expect(slips.map((r) => r.receiptNo.slice(-2))).toEqual(['01', '02', '03', '04', '05'])
  })

  test('goes into the register by its time, though the hall hears the later one first', () => {
    const petition = open()
    const [one, other] = [petition.floor.cutOff(), petition.floor.cutOff()]
    one.now += 5000
    other.now += 40_000
    const a = one.does('counter-1', petition.receipt(permit, { case: 'a' }))
    const b = other.does('counter-2', petition.receipt(permit, { case: 'b' }))
    petition.floor.hears(...b, ...a)
    const register = [...petition.floor.hall.cases.values()].toSorted((x, y) => x.received.at - y.received.at)
    expect(register.map((c) => c.received.receiptNo)).toEqual(['2026-01-00001', '2026-02-00001'])
  })
})

describe('the guidance', () => {
  test('is four things, before the work begins', () => {
    const petition = open()
    petition.receives(permit, { guidance: ['documents', 'criteria', 'time'] })
    const tick: Act = { type: 'tickCheck', check: 's1.2', mark: 'met' }
    expect(petition.refusal(tick)).toBe('guidanceMissing')
    expect(petition.view.next).toBe('guide')
    petition.on('2026-03-10 10:05').does({ type: 'giveGuidance', topics: ['siteVisit'], siteVisit: '2026-03-12' })
    expect(petition.of().guidance.siteVisit?.at).toBe(moment('2026-03-10 10:05'))
    expect(petition.refusal(tick)).toBe('allowed')
  })

  test('that is missing keeps the petition received, also when a supplement or a stop is over', () => {
    const petition = open()
    petition.receives(permit, { guidance: ['documents', 'criteria', 'time'] })
    petition.does(asksFor(3), { type: 'receiveSupplement' })
    expect(petition.of().state).toBe('received')
    petition.does({ type: 'stopClock', reason: 'examination', evidence: '시험 의뢰' }, { type: 'resumeClock' })
    expect(petition.of().state).toBe('received')
    petition.does({ type: 'giveGuidance', topics: ['siteVisit'] }, asksFor(3), { type: 'receiveSupplement' })
    expect(petition.of().state).toBe('inProgress')
  })
})

describe('the clerical correction', () => {
  const correct = (value: string): Act => ({ type: 'correctField', field: 'f1', value, consent: 'oral' })

  test('keeps the old and the new value, the consent and the time', () => {
    const petition = openPetition('2026-05-06 10:00')
    petition.receives(permit, { form: { f1: '한빛상사' } })
    const [event] = petition.on('2026-05-06 10:04').does(correct('한빛 상사'))
    expect(event).toMatchObject({ field: 'f1', consent: 'oral', at: moment('2026-05-06 10:04') })
    expect(petition.floor.privates.get('k')?.['1.2']).toMatchObject({ before: '한빛상사', after: '한빛 상사' })
    expect(petition.view.procedure.form.values['f1']).toBe('한빛 상사')
  })

  test('is for petitions received since the sixth of May 2026', () => {
    const petition = openPetition('2026-05-05 23:59')
    petition.receives(permit, { form: { f1: '한빛상사' } })
    expect(petition.on('2026-05-06 10:00').refusal(correct('한빛 상사'))).toBe('correctionTooOld')
  })

  test('is not for what is missing, unknown or decided', () => {
    const petition = openPetition('2026-05-06 10:00')
    petition.receives(permit)
    expect(petition.refusal(correct('한빛'))).toBe('fieldEmpty')
    petition.does({ type: 'fillForm', form: { f1: '한빛상사' } })
    expect(petition.refusal({ ...correct('한빛'), field: 'f9' } as Act)).toBe('fieldEmpty')
    petition.grants()
    expect(petition.refusal(correct('한빛'))).toBe('alreadyDecided')
  })
})

describe('a proxy', () => {
  const seen = (proxyLetter: boolean): Act => ({ type: 'checkIdentity', who: 'proxy', idSeen: 'passport', proxyLetter })

  test('is confirmed by a card and the letter; without them the petition is received, but not granted', () => {
    const petition = openPetition('2026-03-10 13:10')
    petition.receives(permit, { proxy: { name: '박대리' } })
    expect(petition.refusal(seen(false))).toBe('proxyLetterMissing')
    expect(() => petition.grants()).toThrow('proxyUnconfirmed')
    petition.does({ type: 'checkIdentity', who: 'petitioner', idSeen: 'residentCard', proxyLetter: false })
    const granted: Act = { type: 'decideCase', outcome: 'granted', provisions: [], remedies: [] }
    expect(petition.refusal(granted)).toBe('proxyUnconfirmed')
    petition.does(seen(true))
    expect(petition.refusal(granted)).toBe('allowed')
    expect(JSON.stringify(petition.floor.events)).not.toContain('박대리')
  })
})

describe('one case of many petitioners', () => {
  test('takes five of the same purport, and as many households for a multi-party petition', () => {
    expect(asked(permit, { joint: { how: 'merged', signers: 4 } })).toBe('tooFewToMerge')
    expect(asked(permit, { joint: { how: 'merged', signers: 5 } })).toBe('allowed')
    expect(asked(permit, { joint: { how: 'multiParty', signers: 5, households: 4 } })).toBe('notMultiParty')
    expect(asked(permit, { joint: { how: 'multiParty', signers: 5, households: 5, listSeen: true } })).toBe('allowed')
    expect(asked(permit, { joint: { how: 'joint', signers: 2 } })).toBe('allowed')
  })
})

test.each([
  ['2026-03-13 23:10', '2026-03-16 18:00', 'in time'],
  ['2026-03-13 23:10', '2026-03-16 18:01', 'late'],
  ['2026-03-10 14:00', '2026-03-11 14:00', 'in time'],
  ['2026-03-10 14:00', '2026-03-16 18:00', 'late'],
])(
  'what arrives at the e-window at %s and is received at %s was received %s, whatever day it is',
  (arrived, at, how) => {
    const petition = openPetition(at)
    petition.receives(permit, { filing: 'eWindow', arrivedAt: moment(arrived) })
    const late = () => petition.view.procedure.milestones.filter((m) => m.what === 'receiveFromWindow' && m.over)
    expect(late()).toHaveLength(how === 'late' ? 1 : 0)
    expect(petition.on('2026-03-18 10:00') && late()).toHaveLength(how === 'late' ? 1 : 0)
    petition.does(refuses)
    expect(late()).toEqual([])
  },
)

test('nothing has arrived before now', () => {
  expect(asked(permit, { filing: 'eWindow', arrivedAt: moment('2026-03-10 10:01') })).toBe('doneInFuture')
})

describe('what came in during an outage', () => {
  const paper: More = { doneAt: moment('2026-05-12 11:20'), provisionalNo: '임시-3' }

  test('keeps the time of its receipt, the number on its paper and the time it was entered', () => {
    const petition = openPetition('2026-05-12 15:03')
    petition.receives(shortPermit, paper)
    expect(petition.of().received).toMatchObject({
      at: moment('2026-05-12 11:20'),
      enteredAt: moment('2026-05-12 15:03'),
      provisionalNo: '임시-3',
    })
    expect(petition.due()).toBe('2026-05-15 11:20')
  })

  test('bears that number, and did not come in later than now', () => {
    const petition = openPetition('2026-05-12 11:00')
    const refusal = (more: More) => petition.floor.refusal('counter-1', petition.receipt(permit, more))
    expect(refusal({ doneAt: moment('2026-05-12 10:00') })).toBe('outageNumberMissing')
    expect(refusal(paper)).toBe('doneInFuture')
  })

  test('is not of a time before the decree, nor long before any outage that is recorded', () => {
    const one = openPetition('2026-06-10 10:00')
    const at = (text: string) =>
      one.floor.refusal('counter-1', one.receipt(permit, { doneAt: moment(text), provisionalNo: '임시-1' }))
    expect(at('2026-05-05 23:59')).toBe('beforeOutageReceipts')
    expect(at('2026-06-03 09:00')).toBe('allowed')
    expect(at('2026-06-02 11:00')).toBe('outageNotRecorded')
    const span = { from: moment('2026-06-02 10:00'), to: moment('2026-06-02 15:00') }
    one.floor.does('supervisor', { type: 'declareOutage', ...span, substitute: '종이로 접수' })
    expect(at('2026-06-02 11:00')).toBe('allowed')
    expect(at('2026-06-02 09:59')).toBe('outageNotRecorded')
  })

  test('is entered once: two counters cannot receive one paper, and a number comes again on another day', () => {
    const one = openPetition('2026-05-12 15:03')
    one.receives(permit, paper)
    const again = (more: More = {}) =>
      one.floor.refusal('counter-2', one.receipt(permit, { ...paper, case: 'l', ...more }))
    expect(again()).toBe('provisionalNoKnown')
    expect(again({ doneAt: moment('2026-05-12 13:00') })).toBe('provisionalNoKnown')
    expect(again({ provisionalNo: '임시-4' })).toBe('allowed')
    expect(again({ doneAt: moment('2026-05-11 11:20') })).toBe('allowed')
    one.does({ type: 'voidCase', reason: '오접수', approvedBy: 'chief' })
    expect(again()).toBe('allowed')
  })

  test('is known by its number also when its petition is archived', () => {
    const one = openPetition('2026-05-12 15:03')
    one.receives(permit, paper)
    one.does({ type: 'withdrawCase' })
    one.on('2026-05-12 19:00').floor.does('supervisor', { type: 'closeDay', day: '2026-05-12' })
    one.on('2026-05-13 09:30')
    expect(one.floor.hall.cases.has('k')).toBe(false)
    expect(one.floor.refusal('counter-2', one.receipt(permit, { ...paper, case: 'l' }))).toBe('provisionalNoKnown')
  })

  test('is led by the edition that was in force then, or says that this one is not here', () => {
    const one = openPetition('2026-05-11 18:00')
    const publishes = (edition: number, effectiveDate: string) =>
      one.floor.does('hall', { type: 'publishEdition', edition, effectiveDate, hash: `h${edition}` })
    publishes(1, '2026-05-11')
    one.on('2026-05-11 19:00')
    publishes(2, '2026-05-13')
    one.floor.newest = 2
    one.floor.editionsHere.add(2)
    one.on('2026-05-12 15:03')
    expect(one.receives(permit, paper)).toMatchObject([{ edition: 1, at: paper.doneAt }])
    expect(one.receives(permit, { case: 'now' })).toMatchObject([{ edition: 2 }])
    one.floor.editionsHere.delete(1)
    const without = one.receives(permit, { ...paper, provisionalNo: '임시-4', case: 'late' })
    expect(without).toMatchObject([{ edition: 2, editionThen: 1 }])
    const seen = one.floor.sees('counter-1', { of: 'case', case: 'late' })
    expect(seen?.procedure.editionThen).toBe(1)
  })

  test('without an outage of the copy at the counter is a usual receipt, whatever the line does', () => {
    const petition = openPetition('2026-05-12 09:10')
    const cut = petition.floor.cutOff()
    const [event] = cut.does('counter-1', petition.receipt(permit))
    petition.on('2026-05-12 09:30').floor.hears(...(event ? [event] : []))
    expect(petition.of().received.at).toBe(moment('2026-05-12 09:10'))
  })
})

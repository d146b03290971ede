import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { examine, grant, handOverStep } from '../../../support/floor.ts'
import { permit } from '../../../support/petition-kinds.ts'
import { asksFor, extendsBy, moment, openPetition, refuses, tells, type Act } from '../../../support/petition.ts'

/** 처리 순서: acts that are entered later than they were done (doneAt) stand in the order in which they can have been. */

const stop: Act = { type: 'stopClock', reason: 'examination', evidence: '시험 의뢰' }
const resume: Act = { type: 'resumeClock' }
const arrives: Act = { type: 'receiveSupplement' }
const back: Act = { type: 'recordReturnedMail' }
const done = (act: Act, at: string): Act => ({ ...act, doneAt: moment(at) }) as Act

function open() {
  const petition = openPetition('2026-03-09 10:00')
  petition.receives(permit)
  return petition
}

describe('a stop of the clock', () => {
  function stoppedOnce() {
    const petition = open()
    petition.on('2026-03-10 10:00').does(stop)
    petition.on('2026-03-12 10:00').does(resume)
    return petition.on('2026-03-13 10:00')
  }

  test.each(['2026-03-09 15:00', '2026-03-11 10:00', '2026-03-12 09:59'])(
    'that was entered later begins neither before nor in one that is over: %s',
    (at) => {
      const petition = stoppedOnce()
      expect(petition.refusal(done(stop, at))).toBe('doneOutOfOrder')
      expect(petition.refusal(done(asksFor(3, { late: 'newFact' }), at))).toBe('doneOutOfOrder')
      expect(petition.refusal(done(stop, '2026-03-12 10:00'))).toBe('allowed')
    },
  )

  test('stands in the way of a decision that would lie before its end', () => {
    const petition = stoppedOnce()
    expect(petition.refusal(done(refuses, '2026-03-09 16:00'))).toBe('doneOutOfOrder')
    expect(petition.refusal(done(refuses, '2026-03-12 10:01'))).toBe('allowed')
  })

  test('stands in the way of an extension that would have been told in it', () => {
    expect(stoppedOnce().refusal(done(extendsBy(3), '2026-03-11 10:00'))).toBe('doneOutOfOrder')
  })
})

describe('a grant', () => {
  test('is not dated before the steps, checks and documents that it rests on, nor before the receipt', () => {
    const petition = open()
    petition.on('2026-03-11 15:00').floor.does('counter-1', ...examine('k'))
    petition.on('2026-03-12 10:00')
    const grants = (doneAt: string) => petition.refusal(done(grant('k') as Act, doneAt))
    expect(grants('2026-03-09 09:59')).toBe('doneBeforeReceipt')
    expect(grants('2026-03-11 14:59')).toBe('doneOutOfOrder')
    expect(grants('2026-03-11 15:00')).toBe('allowed')
  })

  test('is needed by what a refusal is not: a refusal may lie before a check', () => {
    const petition = open()
    petition.on('2026-03-11 15:00').floor.does('counter-1', ...examine('k'))
    expect(petition.on('2026-03-12 10:00').refusal(done(refuses, '2026-03-11 10:00'))).toBe('allowed')
  })

  test('stands before the step that hands over its paper', () => {
    const petition = open()
    petition.on('2026-03-11 15:00').grants()
    petition.on('2026-03-11 16:00').does(tells)
    const [tick, finish] = handOverStep('k') as Act[]
    if (!tick || !finish) throw new Error('the kind has another last step')
    petition.does(tick)
    petition.on('2026-03-12 10:00')
    expect(petition.refusal(done(finish, '2026-03-11 14:00'))).toBe('doneOutOfOrder')
    expect(petition.refusal(done(finish, '2026-03-11 16:00'))).toBe('allowed')
  })
})

describe('a demand that came back', () => {
  test('came back once on a day: a second return needs a second letter', () => {
    const petition = open()
    petition.on('2026-03-10 09:00').does(asksFor(10, { late: 'newFact' }))
    petition.on('2026-03-12 15:00').does(back)
    expect(petition.refusal(back)).toBe('mailReturnedThatDay')
    expect(petition.on('2026-03-12 17:00').refusal(back)).toBe('mailReturnedThatDay')
    petition.on('2026-03-19 10:00')
    expect(petition.refusal(done(back, '2026-03-11 10:00'))).toBe('mailReturnedThatDay')
    expect(petition.refusal({ type: 'deemWithdrawn' })).toBe('mailNotReturnedTwice')
    petition.does(back)
    expect(petition.refusal({ type: 'deemWithdrawn' })).toBe('allowed')
  })
})

describe('and other acts in their own order', () => {
  test('a reply does not come before it was asked for', () => {
    const petition = open()
    petition.on('2026-03-10 10:00').does({ type: 'askCooperation', office: '소방서', replyBy: '2026-03-12' })
    petition.on('2026-03-11 10:00')
    const reply: Act = { type: 'recordReply', nth: 1 }
    expect(petition.refusal(done(reply, '2026-03-10 09:00'))).toBe('doneOutOfOrder')
    expect(petition.refusal(done(reply, '2026-03-10 10:00'))).toBe('allowed')
  })

  test('a progress notice does not come before the last one', () => {
    const petition = open()
    const notice: Act = { type: 'notifyProgress', told: 'letter', text: '검토 중' }
    petition.on('2026-03-10 10:00').does(notice)
    expect(petition.on('2026-03-11 10:00').refusal(done(notice, '2026-03-10 09:00'))).toBe('doneOutOfOrder')
  })

  test('a voiding that is entered later does not undo what was done after its time', () => {
    const petition = open()
    petition.on('2026-03-09 15:00').does(asksFor(3))
    const voids: Act = { type: 'voidCase', reason: '오접수', approvedBy: 'chief' }
    expect(petition.on('2026-03-09 16:00').refusal(done(voids, '2026-03-09 11:00'))).toBe('doneOutOfOrder')
  })

  test('a note may say of any time after the receipt', () => {
    const petition = open()
    petition.on('2026-03-10 10:00').does(stop)
    expect(petition.refusal(done({ type: 'addNote', text: '전화 통화' }, '2026-03-09 11:00'))).toBe('allowed')
  })
})

test('what is done now comes after what is entered, even on a PC whose clock has gone back', () => {
  const petition = open()
  petition.on('2026-03-10 10:00').does(stop)
  const [event] = petition.on('2026-03-10 09:50').does(resume)
  expect(event).toMatchObject({ type: 'clockResumed', at: moment('2026-03-10 10:00') })
})

test('a refusal names the act that stands in the way and its time', () => {
  const petition = open()
  petition.on('2026-03-10 10:00').does(asksFor(3, { late: 'newFact' }))
  const command = { ...arrives, case: 'k', doneAt: moment('2026-03-09 11:00') } as const
  const answer = petition.on('2026-03-11 10:00').floor.asks('counter-1', command)
  expect(answer).toEqual({
    refused: 'doneOutOfOrder',
    earlier: { type: 'supplementDemanded', at: moment('2026-03-10 10:00') },
  })
})

test('whatever is entered later, no two stops of the clock overlap and none ends before it begins', () => {
  const acts = [stop, resume, arrives, asksFor(2, { late: 'newFact' }), extendsBy(1), back, tells, refuses]
  const steps = fc.array(fc.record({ act: fc.nat(acts.length - 1), pause: fc.nat(900), before: fc.nat(4000) }), {
    minLength: 5,
    maxLength: 25,
  })
  fc.assert(
    fc.property(steps, (all) => {
      const petition = open()
      for (const { act: nth, pause, before } of all) {
        petition.floor.now += pause * 60_000
        const act = { ...acts[nth], doneAt: petition.floor.now - before * 60_000 } as Act
        if (petition.refusal(act) === 'allowed') petition.does(act)
      }
      const { stops, decision } = petition.of()
      for (const [i, { from, to }] of stops.entries()) {
        expect(from).toBeGreaterThanOrEqual(stops[i - 1]?.to ?? 0)
        expect(to ?? from).toBeGreaterThanOrEqual(from)
        expect(decision?.at ?? Infinity).toBeGreaterThanOrEqual(to ?? from)
      }
    }),
    { numRuns: 100 },
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseDue, completedAt, longestExtension } from '../../../../domain/case/case-clock.ts'
import { evolveCase } from '../../../../domain/case/case-fold.ts'
import type { Case, CaseEvent } from '../../../../domain/case/case.ts'
import { calendarOf } from '../../../../domain/hall-calendar.ts'
import { evolve } from '../../../../domain/hall-fold.ts'
import { Event } from '../../../../domain/hall.ts'
import { overdue } from '../../../../domain/period/deadline.ts'
import { emptyHall, hallToJson } from '../../../../domain/state.ts'
import { addDays, dayOf, type Instant } from '../../../../domain/time.ts'
import { untilEnd } from '../../../support/floor.ts'
import { certificate, complex, grievance, inquiry, monthly, permit } from '../../../support/petition-kinds.ts'
import { asksFor, extendsBy, openPetition, refuses, tells, type Act, type Petition } from '../../../support/petition.ts'

/** What holds whatever people do, in whatever order; a failure names its seed and its shortest example. */

const reasons = { reasons: '사유', told: 'letter' } as const
type Make = (at: Instant) => Act
const acts: readonly Make[] = [
  () => asksFor(3),
  () => asksFor(10, { items: [], text: '도면', late: 'newFact' }),
  () => ({ type: 'extendSupplement', days: 4 }),
  () => ({ type: 'receiveSupplement' }),
  () => ({ type: 'recordReturnedMail' }),
  () => ({ type: 'returnCase', ...reasons, provisions: [] }),
  () => ({ type: 'deemWithdrawn' }),
  () => ({ type: 'stopClock', reason: 'hearing', evidence: '공청회' }),
  () => ({ type: 'stopClock', reason: 'investigation', evidence: '현장' }),
  () => ({ type: 'extendInvestigation' }),
  () => ({ type: 'resumeClock' }),
  () => extendsBy(1),
  () => extendsBy(7, { consent: 'oral' }),
  () => extendsBy(40, { consent: 'oral' }),
  () => extendsBy(28, { consent: 'oral', unit: 'days' }),
  () => ({ type: 'transferCase', to: 'department', office: '건축과', reasons: '사유' }),
  () => ({ type: 'transferCase', to: 'otherAgency', office: '다른 기관', ...reasons }),
  () => ({ type: 'notProcess', ground: 'appeal', ...reasons }),
  () => ({ type: 'closeRepeat', repeats: 3, earlier: ['2026-01-90001', '2026-01-90002'], ...reasons }),
  (at) => ({ type: 'askCooperation', office: '소방서', replyBy: addDays(dayOf(at), 2) }),
  (at) => ({ type: 'extendCooperation', nth: 1, replyBy: addDays(dayOf(at), 3) }),
  () => ({ type: 'recordReply', nth: 1 }),
  (at) => ({ type: 'askRepresentatives', until: addDays(dayOf(at), 3) }),
  () => ({ type: 'nameRepresentatives', names: ['가'], chosenBy: 'agency' }),
  () => ({ type: 'nameRepresentatives', names: ['가', '나'], chosenBy: 'petitioners' }),
  () => ({ type: 'notifyProgress', told: 'letter', text: '검토 중' }),
  () => ({ type: 'fillForm', form: { f1: '한빛상사' } }),
  () => ({ type: 'correctDecision', before: '가', after: '나', confirmedBy: 'second', told: 'letter' }),
  () => ({ type: 'withdrawCase' }),
  () => ({ type: 'voidCase', reason: '오접수', approvedBy: 'chief' }),
  () => refuses,
  () => ({ type: 'decideCase', outcome: 'answered', provisions: [], remedies: [] }),
  () => tells,
  () => ({ type: 'awaitPickup' }),
  () => ({ type: 'closeCase' }),
  () => ({ type: 'closeUncollected' }),
  ...untilEnd('k').map((command) => () => command as Act),
]

const minute = 60_000
/** What is tried, after how many minutes, and how much earlier it was done than it is entered. */
const step = fc.record({
  act: fc.nat(acts.length - 1),
  pause: fc.oneof(fc.nat(240), fc.nat(60 * 24 * 4)),
  before: fc.oneof(fc.constant(0), fc.nat(60 * 24)),
  // Mostly the next act in the list that is possible, so that petitions get far.
  sure: fc.oneof(fc.constant(true), fc.constant(true), fc.boolean()),
})
const scene = fc.record({
  kind: fc.constantFrom(permit, certificate, grievance, inquiry, complex, monthly),
  many: fc.boolean(),
  // From Friday, 10 April 2026, over weekends and the holidays of May.
  start: fc.nat(60 * 24 * 20).map((minutes) => Date.parse('2026-04-10T09:00:00+09:00') + minutes * minute),
  steps: fc.array(step, { minLength: 5, maxLength: 30 }),
})
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never

function begin({ kind, many, start }: Scene): Petition {
  const petition = openPetition('2026-04-10 09:00')
  petition.floor.now = start
  petition.receives(kind, many ? { joint: { how: 'joint', signers: 3 } } : {})
  return petition
}

/** Plays a scene and shows every act that is tried, done or refused. */
function play(one: Scene, see: (petition: Petition, act: Act, done: boolean) => void): Petition {
  const petition = begin(one)
  for (const { act: nth, pause, before, sure } of one.steps) {
    petition.floor.now += pause * minute
    const doneAt = petition.floor.now - before * minute
    const all = [...acts.slice(nth), ...acts.slice(0, nth)].map((make) => {
      const act = make(doneAt)
      return before > 0 ? ({ ...act, doneAt } as Act) : act
    })
    const possible = sure ? all.find((act) => petition.refusal(act) === 'allowed') : undefined
    const act = possible ?? all[0] ?? tells
    const isDone = petition.refusal(act) === 'allowed'
    if (isDone) petition.does(act)
    see(petition, act, isDone)
  }
  return petition
}

const always = (property: (one: Scene) => void) => fc.assert(fc.property(scene, property), { numRuns: 150 })
const afterTheEnd = ['decisionCorrected', 'paperMade', 'paperQueued', 'paperPrinted', 'paperFailed', 'lateSettled']
const refolded = (known: Case): Case | undefined => {
  const cases = new Map<string, Case>()
  for (const event of structuredClone(known.history)) evolveCase(cases, event)
  return cases.get('k')
}

describe('whatever is done with a petition', () => {
  test('its receipt stays as it was', () => {
    always((one) => {
      const received = JSON.stringify(begin(one).of().received)
      play(one, (petition) => expect(JSON.stringify(petition.of().received)).toBe(received))
    })
  })

  test('the clock stands for one reason at a time, and every stop has two ends when all is over', () => {
    always((one) => {
      play(one, (petition) => {
        const { state, stops } = petition.of()
        const open = stops.filter((s) => s.to === undefined)
        expect(open).toHaveLength(state === 'supplement' || state === 'suspended' ? 1 : 0)
        for (const { from, to, reason } of stops) {
          expect(reason).toBeTruthy()
          expect(from).toBeGreaterThanOrEqual(petition.of().received.at)
          expect(to ?? from).toBeGreaterThanOrEqual(from)
        }
      })
    })
  })

  test('it is extended twice at most, each time by its own period at most, the second time with consent', () => {
    always((one) => {
      const { extensions, received } = play(one, () => {}).of()
      expect(extensions.length).toBeLessThanOrEqual(2)
      for (const { value, unit } of extensions)
        expect(value).toBeLessThanOrEqual(received.period ? longestExtension(received.period, unit) : 0)
      expect(extensions.slice(1).every((e) => e.consent)).toBe(true)
    })
  })

  test('after its end only its record is put right', () => {
    always((one) => {
      const { history, ending } = play(one, () => {}).of()
      // A transfer inside the agency ends nothing, though the one to another agency does.
      const ends = (e: CaseEvent) => e.type === ending && !(e.type === 'caseTransferred' && e.to !== 'otherAgency')
      const last = history.findIndex(ends)
      const after = last < 0 ? [] : history.slice(last + 1).map((e) => e.type)
      expect(after.filter((type) => !afterTheEnd.includes(type))).toEqual([])
    })
  })

  test('its history folded again is the same petition', () => {
    always((one) => {
      play(one, (petition) => expect(refolded(petition.of())).toEqual(petition.of()))
    })
  })

  test('what is refused changes nothing', () => {
    always((one) => {
      let before = hallToJson(begin(one).floor.hall)
      let changedByRefusals = 0
      play(one, (petition, _act, done) => {
        const after = hallToJson(petition.floor.hall)
        if (!done && after !== before) changedByRefusals += 1
        before = after
      })
      expect(changedByRefusals).toBe(0)
    })
  })

  test('the hall that hears of it as text has the same state as the counter that decided', () => {
    always((one) => {
      const { floor } = play(one, () => {})
      const hall = emptyHall()
      for (const event of floor.events) evolve(hall, Event.parse(JSON.parse(JSON.stringify(event))))
      expect(hallToJson(hall)).toBe(hallToJson(floor.hall))
    })
  })

  test('entered later it is the same petition, and what was done in time is in time', () => {
    always((one) => {
      const did: { act: Act; at: Instant }[] = []
      const atOnce = { ...one, steps: one.steps.map((s) => ({ ...s, before: 0 })) }
      const now = play(atOnce, (petition, act, done) => {
        if (done) did.push({ act, at: petition.floor.now })
      })
      // 오접수 취소: a receipt is voided on the day on which that is entered, and never later.
      fc.pre(did.every(({ act }) => act.type !== 'voidCase'))
      const later = begin(one)
      later.floor.now = now.floor.now + 30 * 24 * 60 * minute
      for (const { act, at } of did) later.does({ ...act, doneAt: at } as Act)
      expect(later.of().history.map(withoutEntry)).toEqual(now.of().history.map(withoutEntry))
      expect(wasLate(later)).toBe(wasLate(now))
    })
  })
})

const withoutEntry = (event: CaseEvent) => ({ ...event, enteredAt: undefined })

/** Undefined while it is not done. */
function wasLate(petition: Petition): boolean | undefined {
  const { hall, now } = petition.floor
  const known = petition.of()
  const end = caseDue(known, calendarOf(hall), hall.outages, now)
  const done = completedAt(known)
  return done !== undefined && end ? overdue(done, end) : undefined
}

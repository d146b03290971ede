import { beforeEach, describe, expect, test } from 'vitest'
import { nextAct } from '../../../domain/case/case-next.ts'
import type { Command, Refusal } from '../../../domain/hall.ts'
import { owns } from '../../../domain/record/ownership.ts'
import {
  examine,
  type Floor,
  grant,
  handOver,
  handOverStep,
  notify,
  openFloor,
  receive,
  today,
  tomorrow,
  untilEnd,
} from '../../support/floor.ts'

/** The main path of a case: given what happened, when its holder acts, then what happens or why not. */

let floor: Floor
beforeEach(() => {
  floor = openFloor()
  floor.does('counter-1', receive('k'))
})

const does = (...commands: Command[]) => floor.does('counter-1', ...commands)
const refusal = (command: Command) => floor.refusal('counter-1', command)
const known = () => {
  const found = floor.hall.cases.get('k')
  if (!found) throw new Error('the case is gone')
  return found
}
const ofK = { case: 'k' } as const
const tick = (check: string, mark: 'met' | 'notApplicable' = 'met'): Command => ({
  type: 'tickCheck',
  ...ofK,
  check,
  mark,
})
const decided = (outcome: 'granted' | 'partly' | 'refused' | 'answered', more = {}): Command => ({
  type: 'decideCase',
  ...ofK,
  outcome,
  provisions: [],
  remedies: [],
  ...more,
})
const why = { reasons: '요건에 맞지 않습니다.', provisions: ['민원처리법 제9조'], remedies: ['60일 이내 이의신청'] }
const pass: Command = { type: 'passCase', ...ofK, to: 'counter-2' }
const voiding = (approvedBy: string): Command => ({ type: 'voidCase', ...ofK, reason: '다른 사람', approvedBy })

describe('a receipt', () => {
  test('gives a number and pins edition, period, steps and documents of the manual', () => {
    expect(known().received).toMatchObject({
      receiptNo: '2026-01-00001',
      kind: 'SIM-01',
      title: '모의 민원',
      edition: 1,
      tenure: 1,
      act: 1,
      period: { unit: 'immediate', value: 3 },
      documents: [
        { document: 'd1', byOffice: false },
        { document: 'd2', byOffice: true },
      ],
      checkedDocuments: { 's1.1': 'd1' },
    })
    expect(known()).toMatchObject({ state: 'received', holder: 'counter-1' })
  })

  test('says of the petitioner nothing but apart', () => {
    expect(floor.asks('counter-1', receive('l'))).toMatchObject({
      happened: [{ private: { petitioner: { name: '김영수' } } }],
    })
    expect(JSON.stringify(floor.events)).not.toContain('김영수')
  })

  test.each<[Refusal, string, Command]>([
    ['caseKnown', 'counter-1', receive('k')],
    ['kindUnknown', 'counter-1', receive('l', 'NON-01')],
    ['notForThisMachine', 'supervisor', receive('l')],
    ['notYourTicket', 'counter-1', receive('l', 'SIM-01', 'of-nobody')],
    ['nobodySignedIn', 'counter-9', receive('l')],
  ])('is refused as %s to %s: %o', (refused, machine, command) => {
    expect(floor.refusal(machine, command)).toBe(refused)
  })
})

describe('the way of a case', () => {
  test('to a granted petition leads from step to step, and the visitor leaves with the result', () => {
    const led: unknown[] = [nextAct(known())]
    const go = (...commands: Command[]) => {
      does(...commands)
      led.push(nextAct(known()))
    }
    const marked: Command = { type: 'markDocument', ...ofK, document: 'd2', mark: 'verified' }
    go(tick('s1.1'), tick('s1.2'), marked, { type: 'finishStep', ...ofK, step: 's1' })
    go(tick('s2.1'), { type: 'finishStep', ...ofK, step: 's2' })
    go(decided('granted'))
    go(notify('k'))
    go(...handOverStep('k'))
    expect(known().state).toBe('notified')
    go(handOver('k'))
    expect(led).toEqual([{ step: 's1' }, { step: 's2' }, 'decide', 'notify', { step: 's3' }, 'handOver', 'none'])
    expect(known()).toMatchObject({ state: 'closed', outcome: 'granted', closedAt: floor.now })
  })

  test('to a refusal needs reasons, provisions and remedies, and none of the steps', () => {
    for (const left of ['reasons', 'provisions', 'remedies'])
      expect(refusal(decided('refused', { ...why, [left]: left === 'reasons' ? undefined : [] }))).toBe(
        'reasonsMissing',
      )
    expect(refusal(decided('partly'))).toBe('reasonsMissing')
    expect(does(decided('refused', why))).toMatchObject([{ type: 'caseDecided', outcome: 'refused' }])
    expect(JSON.stringify(floor.events)).not.toContain(why.reasons)
    expect(nextAct(known())).toBe('notify')
    does(notify('k'))
    expect(nextAct(known())).toBe('handOver')
    does({ type: 'closeCase', ...ofK })
    expect(known()).toMatchObject({ state: 'closed', outcome: 'refused' })
  })

  test.each(['refused', 'partly'] as const)('to %s goes by a letter and ends with the notice', (outcome) => {
    does(decided(outcome, why), { type: 'notifyCase', ...ofK, channel: 'letter' }, { type: 'closeCase', ...ofK })
    expect(known()).toMatchObject({ state: 'closed', outcome, notice: { channel: 'letter' } })
  })

  test('may end by withdrawal until the decision', () => {
    const withdraw: Command = { type: 'withdrawCase', ...ofK }
    const later = floor.cutOff()
    does(withdraw)
    expect(known()).toMatchObject({ state: 'closed', outcome: 'withdrawn' })
    later.does('counter-1', decided('refused', why))
    expect(later.refusal('counter-1', withdraw)).toBe('alreadyDecided')
  })

  test('may be voided on the day of the receipt if a supervisor approves', () => {
    expect(refusal(voiding('clerk'))).toBe('notSupervisor')
    floor.at('09:00', tomorrow)
    expect(refusal(voiding('chief'))).toBe('notSameDay')
    floor.at('23:59', today)
    expect(does(voiding('chief'))).toMatchObject([{ type: 'caseVoided', approvedBy: 'chief' }])
    expect(JSON.stringify(floor.events), 'the reason may name a person').not.toContain('다른 사람')
    expect(known()).toMatchObject({ state: 'closed', outcome: 'voided' })
  })

  test('waits for pick-up after the notice, and ends when the result is handed over', () => {
    does(decided('partly', why))
    expect(refusal({ type: 'awaitPickup', ...ofK })).toBe('notNotified')
    does(notify('k'), { type: 'awaitPickup', ...ofK })
    expect(known().state).toBe('awaitingPickup')
    does(handOver('k'))
    expect(known()).toMatchObject({ state: 'closed', outcome: 'partly' })
  })

  test('begins with the first act that is more than a note', () => {
    does({ type: 'addNote', ...ofK, text: '전화로 물었음' })
    expect(known().state).toBe('received')
    does(tick('s1.2'))
    expect(known().state).toBe('inProgress')
  })

  test('keeps the time of the receipt whatever happens later', () => {
    const { at } = known().received
    floor.at('16:00', tomorrow)
    does(...untilEnd('k'))
    expect(known().received.at).toBe(at)
  })
})

describe('checks and documents', () => {
  test('are one: ticking a check about a document marks the document', () => {
    expect(does(tick('s1.1'))).toMatchObject([
      { type: 'checkTicked', act: 2 },
      { type: 'documentMarked', act: 3, document: 'd1', mark: 'received' },
    ])
    expect(does(tick('s1.1'))).toHaveLength(1)
    expect(does(tick('s1.1', 'notApplicable'))).toMatchObject([{}, { document: 'd1', mark: 'notNeeded' }])
  })

  test('that are cleared are open again', () => {
    does(tick('s2.1'), { type: 'clearCheck', ...ofK, check: 's2.1' })
    expect(known().checks).toEqual({})
    expect(refusal({ type: 'finishStep', ...ofK, step: 's2' })).toBe('checksOpen')
  })

  test('that the office can verify itself are never asked of the citizen', () => {
    for (const mark of ['missing', 'received'] as const)
      expect(refusal({ type: 'markDocument', ...ofK, document: 'd2', mark })).toBe('officeVerifies')
    does({ type: 'markDocument', ...ofK, document: 'd1', mark: 'missing' })
    expect(known().documents['d1']?.mark).toBe('missing')
  })

  test('keep a petition from being granted while they are open', () => {
    does(tick('s1.1'))
    expect(refusal(decided('granted'))).toBe('documentsOpen')
    does({ type: 'markDocument', ...ofK, document: 'd2', mark: 'notNeeded' })
    expect(refusal(decided('granted'))).toBe('stepsOpen')
    does(...examine('k').filter((c) => c.type !== 'markDocument'))
    expect(refusal(decided('granted'))).toBe('allowed')
  })

  test('stay as they are once their step or the decision is done', () => {
    does(...examine('k'))
    expect(refusal(tick('s1.1'))).toBe('stepFinished')
    expect(refusal({ type: 'clearCheck', ...ofK, check: 's2.1' })).toBe('stepFinished')
    expect(refusal({ type: 'finishStep', ...ofK, step: 's1' })).toBe('stepFinished')
    does(grant('k'))
    expect(refusal({ type: 'markDocument', ...ofK, document: 'd1', mark: 'missing' })).toBe('alreadyDecided')
  })

  test('of the handing over come after the decision', () => {
    does(...examine('k'), tick('s3.1'))
    expect(refusal({ type: 'finishStep', ...ofK, step: 's3' })).toBe('notDecided')
    does(grant('k'))
    expect(refusal({ type: 'finishStep', ...ofK, step: 's3' })).toBe('allowed')
  })
})

describe('an act that is not possible now', () => {
  test.each<[Refusal, string, Command]>([
    ['caseUnknown', 'counter-1', { type: 'addNote', case: 'l', text: '메모' }],
    ['notYourCase', 'counter-2', { type: 'addNote', ...ofK, text: '메모' }],
    ['checkUnknown', 'counter-1', tick('s9.9')],
    ['checkUnknown', 'counter-1', { type: 'clearCheck', ...ofK, check: 's9.9' }],
    ['stepUnknown', 'counter-1', { type: 'finishStep', ...ofK, step: 's9' }],
    ['checksOpen', 'counter-1', { type: 'finishStep', ...ofK, step: 's1' }],
    ['documentUnknown', 'counter-1', { type: 'markDocument', ...ofK, document: 'd9', mark: 'received' }],
    ['notDecided', 'counter-1', notify('k')],
    ['lateUnknown', 'counter-1', { type: 'settleLate', ...ofK, tenure: 1, act: 2, how: 'setAside' }],
    ['holderAlready', 'counter-1', { ...pass, to: 'counter-1' }],
    ['counterUnknown', 'counter-1', { ...pass, to: 'counter-9' }],
    ['notSupervisor', 'counter-2', { type: 'seizeCase', ...ofK, to: 'counter-2', reason: '부재' }],
    ['holderAlready', 'supervisor', { type: 'seizeCase', ...ofK, to: 'counter-1', reason: '부재' }],
    ['counterUnknown', 'supervisor', { type: 'seizeCase', ...ofK, to: 'counter-9', reason: '부재' }],
  ])('is refused as %s to %s: %o', (refused, machine, command) => {
    expect(floor.refusal(machine, command)).toBe(refused)
  })

  test('is any act on a closed case', () => {
    does({ type: 'withdrawCase', ...ofK })
    const acts = [
      tick('s1.1'),
      notify('k'),
      handOver('k'),
      pass,
      voiding('chief'),
      { ...ofK, type: 'closeCase' } as const,
    ]
    expect(acts.map(refusal)).toEqual(acts.map(() => 'caseClosed'))
    expect(floor.refusal('supervisor', { type: 'seizeCase', ...ofK, to: 'counter-2', reason: '부재' })).toBe(
      'caseClosed',
    )
  })

  test('[O3] is an act after passing the case on, which is the last word of its holder', () => {
    expect(does(pass)).toMatchObject([{ type: 'casePassed', tenure: 1, to: 'counter-2' }])
    expect(known()).toMatchObject({ holder: 'counter-2', tenure: 2, state: 'received' })
    expect(refusal(tick('s1.1'))).toBe('notYourCase')
    expect(floor.does('counter-2', tick('s1.2'))).toMatchObject([{ tenure: 2, act: 3 }])
  })
})

test('a closed case stays beyond the close of its day until its late acts are looked at', () => {
  floor = openFloor(3)
  does(receive('k'))
  const late = floor.cutOff().does('counter-1', { type: 'addNote', ...ofK, text: '선 없이 적음' })
  floor.does('supervisor', { type: 'seizeCase', ...ofK, to: 'counter-2', reason: '부재' })
  floor.does('counter-2', { type: 'withdrawCase', ...ofK })
  floor.hears(...late)
  const closed = (day: string) => floor.does('supervisor', { type: 'closeDay', day })
  expect(closed(today)).toMatchObject([{ cases: [] }])
  expect(known().late).toHaveLength(1)
  floor.does('counter-2', { type: 'settleLate', ...ofK, tenure: 1, act: 2, how: 'setAside' })
  floor.at('18:30', tomorrow)
  expect(closed(tomorrow)).toMatchObject([{ cases: ['k'] }])
})

test('a late passing on that is taken over makes the one it names the writer of the case', () => {
  floor = openFloor(3)
  does(receive('k'))
  const late = floor.cutOff().does('counter-1', { ...pass, to: 'counter-3' })
  floor.does('supervisor', { type: 'seizeCase', ...ofK, to: 'counter-2', reason: '부재' })
  floor.hears(...late)
  floor.does('counter-2', { type: 'settleLate', ...ofK, tenure: 1, act: 2, how: 'takenOver' })
  expect(known()).toMatchObject({ holder: 'counter-3', tenure: 3 })
  const [next] = floor.cutOff().does('counter-3', tick('s1.2'))
  expect(next && owns(floor.hall, 'counter-3', next)).toBe(true)
})

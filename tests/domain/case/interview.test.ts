import { beforeEach, describe, expect, test } from 'vitest'
import { Command } from '../../../domain/hall.ts'
import { type Floor, openFloor, receive, today, untilEnd } from '../../support/floor.ts'

/** 응대의 길이와 종료: 민원처리법 제4조, 시행령 제4조 제1항 제7호·제8호. */

let floor: Floor
const begin = (changes = {}) => {
  floor = openFloor(2, changes)
  floor.at('10:00', today).does('counter-1', { type: 'serveWithoutTicket', visit: 'v' })
}
beforeEach(() => begin())

const does = (...commands: Command[]) => floor.does('counter-1', ...commands)
const refusal = (command: Command) => floor.refusal('counter-1', command)
const tell = (ground: 'abuse' | 'tooLong'): Command => ({ type: 'tellEnding', visit: 'v', ground })
const end = (ground: 'abuse' | 'tooLong', more = {}): Command => ({
  type: 'endInterview',
  visit: 'v',
  ground,
  measure: 'ended',
  ...more,
})
const visit = () => floor.hall.visits.get('v')

describe('an interview', () => {
  test('opened at ten has its notice at a quarter past and may end at twenty past, the reason told first', () => {
    const marks = floor.sees('counter-1', { of: 'counter' }).visit?.interview
    expect(marks).toMatchObject({
      tellAt: floor.at('10:15').now,
      endAt: floor.at('10:20').now,
      endingsTold: [],
    })
    floor.at('10:15')
    does({ type: 'tellLength', visit: 'v' })
    expect(floor.sees('counter-1', { of: 'counter' }).visit?.interview?.toldAt).toBe(floor.now)
    floor.at('10:19')
    expect(refusal(end('tooLong'))).toBe('endingNotTold')
    does(tell('tooLong'))
    expect(refusal(end('tooLong'))).toBe('notTooLong')
    floor.at('10:20')
    expect(does(end('tooLong'))).toMatchObject([{ type: 'interviewEnded', ground: 'tooLong', then: 'completed' }])
    expect(visit()).toMatchObject({ state: 'completed', endedAt: floor.now, lengthToldAt: floor.at('10:15').now })
  })

  test('with abuse at three past may end at four past, whatever its length', () => {
    floor.at('10:03')
    expect(refusal(end('abuse'))).toBe('endingNotTold')
    does(tell('abuse'))
    expect(refusal(end('tooLong'))).toBe('endingNotTold')
    floor.at('10:04')
    does(end('abuse', { measure: 'removed', evidence: '녹음 2026-014' }))
    expect(visit()?.interviewEnded).toEqual({
      ground: 'abuse',
      measure: 'removed',
      at: floor.now,
      evidence: '녹음 2026-014',
    })
  })

  test('has the marks that the hall has set', () => {
    begin({ interview: { tell: 5, end: 8 } })
    does(tell('tooLong'))
    floor.at('10:07')
    expect(refusal(end('tooLong'))).toBe('notTooLong')
    floor.at('10:08')
    expect(refusal(end('tooLong'))).toBe('allowed')
  })

  test('that ends leaves an open petition as it was: the visit is on hold, and the counter free', () => {
    does(receive('k', 'SIM-01', 'v'), tell('abuse'))
    expect(refusal({ type: 'completeVisit', visit: 'v' })).toBe('caseStillOpen')
    expect(does(end('abuse'))).toMatchObject([{ then: 'held' }])
    expect(visit()).toMatchObject({ state: 'held', holdReason: 'other', heldAt: floor.now })
    expect(floor.hall.cases.get('k')?.state).toBe('received')
    expect(refusal({ type: 'serveWithoutTicket', visit: 'w' })).toBe('allowed')
    does({ type: 'resumeVisit', visit: 'v' })
    expect(refusal(end('abuse'))).toBe('endingNotTold')
    does(...untilEnd('k'), { type: 'completeVisit', visit: 'v' })
    expect(visit()?.state).toBe('completed')
  })

  test('is ended at the counter where it is, while it lasts', () => {
    expect(floor.refusal('counter-2', tell('abuse'))).toBe('notYourTicket')
    does(tell('abuse'), { type: 'holdVisit', visit: 'v', reason: 'other' })
    for (const command of [tell('abuse'), end('abuse'), { type: 'tellLength', visit: 'v' } as const])
      expect(refusal(command)).toBe('notServing')
    expect(floor.sees('counter-1', { of: 'counter' }).held[0]?.interview).toBeUndefined()
  })

  test('has a ground and a measure of the law, and evidence in few words', () => {
    for (const wrong of [{ ground: 'rude' }, { measure: 'hit' }, { evidence: ' ' }, { evidence: 'a'.repeat(201) }])
      expect(Command.safeParse({ ...end('abuse'), ...wrong }).success).toBe(false)
    expect(Command.safeParse(end('abuse', { evidence: '녹음 1' })).success).toBe(true)
  })
})

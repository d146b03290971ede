import { beforeEach, describe, expect, test } from 'vitest'
import { permit } from '../../../support/petition-kinds.ts'
import {
  arrives,
  asksFor,
  asksMore,
  moment,
  openPetition,
  refuses,
  type Act,
  type Petition,
} from '../../../support/petition.ts'

/** 보완기간의 끝 (시행령 제24조·제25조, 민법 제161조): until when papers are awaited, and what is possible after it. */

let petition: Petition
beforeEach(() => {
  petition = openPetition('2026-03-10 14:00')
  petition.receives(permit)
})

const sendsBack: Extract<Act, { type: 'returnCase' }> = {
  type: 'returnCase',
  reasons: '도면을 내지 않음',
  provisions: [],
  told: 'letter',
}

describe('a supplement period whose last day becomes a holiday', () => {
  const holiday = {
    date: '2026-03-20',
    name: '임시공휴일',
    kind: 'temporary' as const,
    basis: '제2조',
    source: '관보',
    provisional: false,
  }
  const milestone = () => petition.view.procedure.milestones.find((m) => m.what === 'supplementUntil')
  beforeEach(() => {
    petition.does(asksFor(10))
    petition.floor.does('supervisor', { type: 'designateHoliday', holidays: [holiday] })
  })

  test('ends on the next working day: until then nothing is returned or demanded again', () => {
    petition.on('2026-03-21 09:00')
    expect([petition.refusal(sendsBack), petition.refusal(asksFor(3))]).toEqual(['supplementRuns', 'supplementRuns'])
    expect(petition.on('2026-03-23 23:59').refusal(sendsBack)).toBe('supplementRuns')
    petition.on('2026-03-24 00:00')
    expect([petition.refusal(sendsBack), petition.refusal(asksFor(3))]).toEqual(['allowed', 'allowed'])
  })

  test('is extended until then, and from then on', () => {
    petition.on('2026-03-23 17:00')
    expect(petition.does(asksMore(3))).toMatchObject([{ until: '2026-03-26', nth: 1 }])
    expect(petition.on('2026-03-27 09:00').refusal(asksMore(3))).toBe('supplementOver')
  })

  test('keeps the day that was told, and shows the later one as the time to come', () => {
    petition.on('2026-03-23 10:00')
    expect(petition.view.procedure.supplement).toMatchObject({ until: '2026-03-20', over: false })
    expect(milestone()).toMatchObject({ at: moment('2026-03-23 18:00'), over: false })
    expect(petition.on('2026-03-24 09:00').view.procedure.supplement?.over).toBe(true)
    expect(milestone()?.over).toBe(true)
  })
})

describe('papers that came incomplete after the second demand', () => {
  const marks = (mark: 'received' | 'missing' | 'notNeeded'): Act => ({ type: 'markDocument', document: 'd1', mark })
  const comesAgain = (rest = {}) => {
    petition.does(asksFor(3))
    petition.on('2026-03-12 10:00').does(arrives, asksFor(10, rest))
    petition.on('2026-03-16 10:00').does(arrives)
  }

  test('are awaited until its period is over, and then the petition is returned', () => {
    comesAgain()
    expect([petition.refusal(asksFor(3)), petition.refusal(sendsBack)]).toEqual(['demandedTwice', 'supplementRuns'])
    const one = petition.view.procedure.milestones.find((m) => m.what === 'supplementUntil')
    expect([one?.at, petition.view.procedure.missing]).toEqual([moment('2026-03-23 18:00'), ['신청서']])
    petition.on('2026-03-24 00:00')
    expect(petition.refusal({ ...sendsBack, doneAt: moment('2026-03-23 18:00') })).toBe('supplementRuns')
    expect(petition.view.procedure.acts).toContainEqual({ type: 'returnCase' })
    expect(petition.refusal({ ...sendsBack, told: 'phone' })).toBe('mustBeWritten')
    petition.does(sendsBack)
    expect(petition.of()).toMatchObject({ state: 'closed', outcome: 'returned' })
  })

  test('leave the clock running from their arrival on: nothing of that time is taken from the citizen', () => {
    comesAgain()
    petition.on('2026-03-24 09:00')
    expect(petition.of().stops.map((s) => s.to)).toEqual([moment('2026-03-12 10:00'), moment('2026-03-16 10:00')])
    expect(petition.due()).toBe('2026-03-25 18:00')
  })

  test('are no reason once they are all here or not needed', () => {
    comesAgain()
    petition.on('2026-03-24 09:00').does(marks('received'))
    expect(petition.refusal(sendsBack)).toBe('supplementCame')
    expect(petition.view.procedure.milestones.map((m) => m.what)).not.toContain('supplementUntil')
    petition.does(marks('notNeeded'))
    expect(petition.refusal(sendsBack)).toBe('supplementCame')
    petition.does(marks('missing'))
    expect(petition.refusal(sendsBack)).toBe('allowed')
    petition.does(refuses)
    expect(petition.refusal(sendsBack)).toBe('alreadyDecided')
  })

  test('and were demanded in words are judged by the clerk', () => {
    comesAgain({ items: [], text: '서명이 없음' })
    expect(petition.refusal(sendsBack)).toBe('supplementRuns')
    expect(petition.on('2026-03-24 09:00').refusal(sendsBack)).toBe('allowed')
    expect(petition.view.procedure.milestones.map((m) => m.what)).not.toContain('supplementUntil')
  })
})

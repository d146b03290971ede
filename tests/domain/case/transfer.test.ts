import { beforeEach, describe, expect, test } from 'vitest'
import type { Command } from '../../../domain/hall.ts'
import { firstServedAt, waiting } from '../../../domain/queue/queue.ts'
import { MINUTE } from '../../../domain/time.ts'
import { type Floor, issue, miss, openFloor, ordinary, paper, receive, serve, today } from '../../support/floor.ts'

/** Visitors who are sent on, and tickets with several cases, by the scenarios of the field [S…]. */

let floor: Floor
beforeEach(() => {
  floor = openFloor(3)
})

const stateOf = (visit: string) => floor.hall.visits.get(visit)?.state
const next = (visit: string): Command => ({ type: 'callNext', visit })

describe('a transfer', () => {
  beforeEach(() => {
    issue(floor, 'a', 'b')
    serve(floor, 'counter-1', 'v')
  })

  test('to a team is called by its counters alone, in its first place', () => {
    floor = openFloor(3, {
      teams: [
        { id: 't1', name: '1팀' },
        { id: 't2', name: '2팀' },
      ],
      counters: [1, 2, 3].map((n) => ({ id: `counter-${n}`, number: n, team: n === 3 ? 't2' : 't1' })),
    })
    issue(floor, 'a', 'b')
    serve(floor, 'counter-1', 'v')
    floor.does('counter-1', { type: 'transferVisit', visit: 'v', team: 't2' })
    expect(floor.does('counter-2', next('w'))).toMatchObject([{ label: paper(2) }])
    expect(floor.refusal('counter-1', next('x'))).toBe('queueOfOthers')
    expect(floor.does('counter-3', next('y'))).toMatchObject([{ label: paper(1) }])
    expect(floor.sees('counter-3', { of: 'counter' }).visit?.why).toBe('sentToTeam')
  })

  test('of a guide to whoever is free frees it of the team and of the promise', () => {
    floor.does('counter-1', { type: 'transferVisit', visit: 'v', to: 'counter-2' })
    expect(floor.does('counter-3', next('w'))).toMatchObject([{ label: paper(2) }])
    floor.does('supervisor', { type: 'sendTicket', ticket: ordinary(1) })
    expect(floor.does('counter-1', next('x'))).toMatchObject([{ label: paper(1) }])
  })

  test('is where it was sent last, whatever the clocks of the PCs say', () => {
    floor.now += 5 * MINUTE
    floor.does('counter-1', { type: 'transferVisit', visit: 'v', to: 'counter-2' })
    floor.now -= 5 * MINUTE
    floor.does('supervisor', { type: 'sendTicket', ticket: ordinary(1), to: 'counter-3' })
    expect(floor.sees('counter-3', { of: 'counter' }).queue.next).toMatchObject([
      { label: paper(1) },
      { label: paper(2) },
    ])
    expect(floor.does('counter-3', next('w'))).toMatchObject([{ label: paper(1) }])
    expect(floor.sees('counter-3', { of: 'counter' }).visit?.why).toBe('sentHere')
  })

  test('with return comes back to the first counter as the first of its queue, once', () => {
    floor.does('counter-1', { type: 'transferVisit', visit: 'v', to: 'counter-2', returns: true })
    serve(floor, 'counter-2', 'w')
    expect(floor.does('counter-2', { type: 'completeVisit', visit: 'w' })).toMatchObject([
      { type: 'visitTransferred', to: 'counter-1', returning: true },
    ])
    expect(floor.does('counter-3', next('x'))).toMatchObject([{ label: paper(2) }])
    serve(floor, 'counter-1', 'y')
    expect(floor.sees('counter-1', { of: 'counter' }).visit).toMatchObject({ why: 'returnPromised', label: paper(1) })
    expect(floor.does('counter-1', { type: 'completeVisit', visit: 'y' })).toMatchObject([{ type: 'visitCompleted' }])
  })

  test('with return that is served on where it came from is over there', () => {
    floor.does('counter-1', { type: 'transferVisit', visit: 'v', to: 'counter-2', returns: true })
    floor.does('counter-2', { type: 'signOut' })
    serve(floor, 'counter-1', 'w')
    expect(floor.does('counter-1', { type: 'completeVisit', visit: 'w' })).toMatchObject([{ type: 'visitCompleted' }])
  })

  test('with return that is missed waits for the next ones who were promised the same', () => {
    floor = openFloor(2, { noShow: { placesBack: 1 } })
    for (const n of ['1', '2', '3']) {
      floor.now += MINUTE
      issue(floor, n)
      serve(floor, 'counter-1', `v${n}`)
      floor.does('counter-1', { type: 'transferVisit', visit: `v${n}`, to: 'counter-2', returns: true })
    }
    for (const visit of ['w1', 'w2', 'w3']) {
      serve(floor, 'counter-2', visit)
      floor.does('counter-2', { type: 'completeVisit', visit })
    }
    miss(floor, 'counter-1', 'x')
    floor.now += MINUTE
    floor.does('counter-1', { type: 'bringBack', ticket: ordinary(1) })
    expect(waiting(floor.hall, today).map((t) => t.label.number)).toEqual([2, 1, 3])
  })

  test('without return ends where it was sent, and the wait is still counted from the issue to the first call', () => {
    floor.does('counter-1', { type: 'transferVisit', visit: 'v', to: 'counter-2' })
    floor.now += 20 * MINUTE
    serve(floor, 'counter-2', 'w')
    expect(floor.does('counter-2', { type: 'completeVisit', visit: 'w' })).toMatchObject([{ type: 'visitCompleted' }])
    expect(firstServedAt(floor.hall, ordinary(1))).toBe(floor.now - 20 * MINUTE)
  })

  test('to a counter where nobody works any more does not strand the visitor', () => {
    floor.does('counter-1', { type: 'transferVisit', visit: 'v', to: 'counter-2' })
    floor.does('counter-2', { type: 'signOut' })
    expect(floor.does('counter-3', next('w'))).toMatchObject([{ label: paper(1) }])
  })
})

describe('a ticket with several cases', () => {
  test('is over only when each of them lets the visitor go', () => {
    issue(floor, 'a')
    serve(floor, 'counter-1', 'v')
    floor.does('counter-1', receive('k1', 'SIM-02', 'v'), receive('k2', undefined, 'v'))
    expect(floor.refusal('counter-1', { type: 'completeVisit', visit: 'v' })).toBe('caseStillOpen')
    floor.does('counter-1', { type: 'demandSupplement', case: 'k2', items: [], text: '서명', days: 3, written: true })
    expect(floor.refusal('counter-1', { type: 'completeVisit', visit: 'v' })).toBe('allowed')
  })

  test('and one without any, 상담만, ends at once', () => {
    issue(floor, 'a')
    serve(floor, 'counter-1', 'v')
    floor.does('counter-1', { type: 'completeVisit', visit: 'v' })
    expect(stateOf('v')).toBe('completed')
  })
})

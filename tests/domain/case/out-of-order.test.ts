import { beforeEach, describe, expect, test } from 'vitest'
import { evolve } from '../../../domain/hall-fold.ts'
import type { Command } from '../../../domain/hall.ts'
import { decide } from '../../../domain/hall.ts'
import { waiting } from '../../../domain/queue/queue.ts'
import { arrivals, issue, miss, openFloor, ordinary, paper, serve, today, type Floor } from '../../support/floor.ts'

/** 순서 외 호출 has its own permission and reason, and there is no way round it; whoever waits is in exactly one list. */

let floor: Floor
beforeEach(() => {
  floor = openFloor(2, { guides: [{ id: 'guide-1' }], queue: {} })
  issue(floor, 'a', 'b', 'c')
})

describe('a clerk without the right to call out of order', () => {
  const raise: Command = { type: 'setTicketClass', ticket: ordinary(2), class: 'priority' }
  const sendHere: Command = { type: 'sendTicket', ticket: ordinary(2), to: 'counter-1' }

  test('does not lift a ticket by its class, nor sends the first one elsewhere', () => {
    expect(floor.refusal('counter-1', raise)).toBe('notGuide')
    expect(floor.refusal('counter-1', { type: 'sendTicket', ticket: ordinary(1), to: 'counter-2' })).toBe('notGuide')
  })

  test('does neither by being a guide too, or a supervisor who stands in: at a counter the queue is called, not ordered', () => {
    floor.does('counter-1', { type: 'signOut' }, { type: 'signIn', clerk: 'chief' })
    expect([raise, sendHere].map((c) => floor.refusal('counter-1', c))).toEqual([
      ...['notForThisMachine', 'notForThisMachine'],
    ])
    expect([raise, sendHere].map((c) => floor.refusal('supervisor', c))).toEqual(['allowed', 'allowed'])
    floor.does('guide-1', { type: 'signIn', clerk: 'guide' })
    expect([raise, sendHere].map((c) => floor.refusal('guide-1', c))).toEqual(['allowed', 'allowed'])
  })

  const take = (number: number): Command => ({ type: 'takeTicket', visit: 'x', label: paper(number) })
  const answered = (command: Command, online: boolean) => {
    const decision = decide(floor.hall, command, { machine: 'counter-1', at: floor.now, online })
    return 'refused' in decision ? decision.refused : 'allowed'
  }

  test('takes no paper of the queue while the hall answers: not even the next one, which the hall may be giving to another', () => {
    expect([1, 2].map((n) => answered(take(n), true))).toEqual(['hallCalls', 'hallCalls'])
    expect([1, 2].map((n) => answered(take(n), false))).toEqual(['allowed', 'allowed'])
  })

  test('takes no paper of a number that was missed either: it hears to bring it back, which puts it into its place', () => {
    miss(floor, 'counter-1', 'v')
    expect(answered(take(1), true)).toBe('ticketMissed')
    expect(floor.refusal('counter-1', { type: 'callTicket', visit: 'x', ticket: ordinary(1) })).toBe('ticketMissed')
    floor.does('counter-1', { type: 'bringBack', ticket: ordinary(1) })
    expect(waiting(floor.hall, today).map((t) => t.label.number)).toEqual([2, 3, 1])
  })

  test('takes the paper of a number that the hall has not heard of: nobody waits by it', () => {
    expect(answered({ type: 'takeTicket', visit: 'x', label: { ...paper(7), series: '다' } }, true)).toBe('allowed')
  })

  test('calls the slip that is scanned if it is the next, and hears otherwise that it is not its turn', () => {
    const named = (number: number): Command => ({ type: 'callTicket', visit: 'x', ticket: ordinary(number) })
    expect([1, 2].map((n) => floor.refusal('counter-1', named(n)))).toEqual(['allowed', 'outOfOrder'])
  })
})

describe('a ticket that is cancelled while a counter out of reach has taken its paper', () => {
  const first = () => waiting(floor.hall, today).find((t) => t.label.number === 1)

  /** What a counter that hears nothing did meanwhile. */
  const taken = (...then: Command[]) =>
    floor.cutOff().does('counter-2', { type: 'takeTicket', visit: 'w', label: paper(1) }, ...then)
  const cancel = () => floor.does('supervisor', { type: 'cancelTicket', ticket: ordinary(1), reason: 'visitorLeft' })

  test('counts under the limit of the day, as a cancelled one does not', () => {
    const press: Command = { type: 'issueTicket', touch: 'd', class: 'ordinary' }
    floor.does('supervisor', { type: 'setQueue', settings: { dailyLimit: 3 }, reason: 'as planned' })
    const away = taken()
    cancel()
    expect(floor.refusal('kiosk', press)).toBe('allowed')
    floor.hears(...away)
    expect(floor.refusal('kiosk', press)).toBe('ticketLimitReached')
  })

  test('waits again once it is transferred, whichever of the two is heard first', () => {
    const away = taken({ type: 'transferVisit', visit: 'w', to: 'counter-1' })
    const here = floor.cutOff().does('supervisor', { type: 'cancelTicket', ticket: ordinary(1), reason: 'visitorLeft' })
    for (const order of arrivals(away, here)) {
      const { hall } = floor.cutOff()
      for (const event of order) evolve(hall, event)
      expect(waiting(hall, today).map((t) => t.label.number)).toEqual([1, 2, 3])
    }
  })

  test('is called like any other then, and can be cancelled once more, for good', () => {
    const away = taken({ type: 'transferVisit', visit: 'w' })
    cancel()
    expect(first()).toBeUndefined()
    floor.hears(...away)
    expect(first()).toBeDefined()
    expect(floor.refusal('supervisor', { type: 'cancelTicket', ticket: ordinary(1), reason: 'visitorLeft' })).toBe(
      'allowed',
    )
    serve(floor, 'counter-1', 'v')
    floor.does('counter-1', { type: 'transferVisit', visit: 'v' })
    cancel()
    expect(first()).toBeUndefined()
    expect(floor.refusal('supervisor', { type: 'cancelTicket', ticket: ordinary(1), reason: 'visitorLeft' })).toBe(
      'ticketNotWaiting',
    )
  })

  test('is with the counter that has it as long as it does, and over when it is completed there', () => {
    const away = taken({ type: 'completeVisit', visit: 'w' })
    cancel()
    floor.hears(...away.slice(0, 1))
    expect(floor.hall.visits.get('w')?.state).toBe('serving')
    expect(first()).toBeUndefined()
    floor.hears(...away.slice(1))
    expect(first()).toBeUndefined()
  })

  test('stays cancelled where its visit had given it back before', () => {
    floor.does('counter-1', { type: 'callNext', visit: 'v' }, { type: 'returnToQueue', visit: 'v' })
    cancel()
    expect(first()).toBeUndefined()
  })
})

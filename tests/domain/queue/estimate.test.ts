import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accuracyOf, estimateFor, estimateOf, type Waiters } from '../../../domain/queue/estimate.ts'
import { classes } from '../../../domain/queue/ticket.ts'
import { MINUTE } from '../../../domain/time.ts'
import { issue, openFloor, ordinary, serve, today, type Floor } from '../../support/floor.ts'

/** 예상 대기: what it may never do, and what it says of a hall at work. */

/** Mostly short with a long one now and then, as much as evenly spread. */
const length = fc.oneof(fc.integer({ min: 0, max: 3 * MINUTE }), fc.integer({ min: 0, max: 90 * MINUTE }))
const waiters: fc.Arbitrary<Waiters> = fc
  .record({
    ahead: fc.array(fc.constantFrom(...classes), { maxLength: 120 }),
    open: fc.integer({ min: 1, max: 18 }),
    freeShare: fc.double({ min: 0, max: 1, noNaN: true }),
    lengths: fc.record({
      ordinary: fc.array(length, { maxLength: 40 }),
      priority: fc.array(length, { maxLength: 40 }),
    }),
    passing: fc.double({ min: 0, max: 1 / MINUTE, noNaN: true }),
  })
  .map(({ freeShare, ...rest }) => ({ ...rest, free: Math.floor(rest.open * freeShare) }))

/** A second estimate is nowhere above a first one, where both can be made. */
function expectNoHigher(after: Waiters, before: Waiters): void {
  const [a, b] = [estimateOf(after), estimateOf(before)]
  if (!a || !b) return
  expect(a.from).toBeLessThanOrEqual(b.from)
  expect(a.to).toBeLessThanOrEqual(b.to)
}

describe('an estimate', () => {
  test('never rises when a counter opens, free or with a visitor at once', () => {
    const opens = (w: Waiters, isFree: boolean) =>
      expectNoHigher({ ...w, open: w.open + 1, free: w.free + (isFree ? 1 : 0) }, w)
    expect(() => fc.assert(fc.property(waiters, fc.boolean(), opens), { numRuns: 1000 })).not.toThrow()
  })

  test('never rises when somebody ahead goes away', () => {
    const leaves = (w: Waiters, who: number) => {
      fc.pre(w.ahead.length > 0)
      expectNoHigher({ ...w, ahead: w.ahead.toSpliced(who % w.ahead.length, 1) }, w)
    }
    expect(() => fc.assert(fc.property(waiters, fc.nat(), leaves), { numRuns: 1000 })).not.toThrow()
  })

  test('does not begin later when one goes away whose class is short but spreads wide', () => {
    const minutes = (all: number[]) => all.map((m) => m * MINUTE)
    const lengths = { ordinary: minutes([20, 21, 22, 20, 21, 22]), priority: minutes([2, 1, 2, 2, 59]) }
    const shared = { open: 1, free: 0, passing: 0, lengths }
    const after = estimateOf({ ...shared, ahead: ['ordinary', 'ordinary'] })
    const before = estimateOf({ ...shared, ahead: ['priority', 'ordinary', 'ordinary'] })
    expect(after?.from).toBeLessThanOrEqual(before?.from ?? 0)
  })

  test('is a range that is no minus and has its ends in order', () => {
    const isRange = (w: Waiters) => {
      const said = estimateOf(w) ?? { from: 0, to: 1 }
      expect(said.from).toBeGreaterThanOrEqual(0)
      expect(said.to).toBeGreaterThanOrEqual(Math.max(1, said.from))
    }
    expect(() => fc.assert(fc.property(waiters, isRange))).not.toThrow()
  })

  test('is not made up: without a counter that serves, or before enough visits are over, there is none', () => {
    const ahead = { ahead: ['ordinary'] as const, free: 0, passing: 0 }
    expect(estimateOf({ ...ahead, open: 0, lengths: { ordinary: Array(9).fill(MINUTE) } })).toBeUndefined()
    expect(estimateOf({ ...ahead, open: 2, lengths: { ordinary: Array(4).fill(MINUTE) } })).toBeUndefined()
  })
})

/** Visitors served one after the other for so many minutes each. */
function servedFor(floor: Floor, minutes: number, count: number): void {
  for (let i = 0; i < count; i++) {
    issue(floor, `served ${floor.now} ${i}`)
    serve(floor, 'counter-1', `served ${floor.now} ${i}`)
    floor.now += minutes * MINUTE
    floor.does('counter-1', { type: 'completeVisit', visit: `served ${floor.now - minutes * MINUTE} ${i}` })
  }
}

describe('a hall at work', () => {
  test('tells who waits behind six others at two counters of ten minutes that it takes about 35 minutes', () => {
    const floor = openFloor()
    servedFor(floor, 10, 6)
    issue(floor, 'a', 'b')
    serve(floor, 'counter-1', 'first')
    serve(floor, 'counter-2', 'second')
    issue(floor, ...Array.from({ length: 6 }, (_, i) => `ahead ${i}`))
    expect(estimateFor(floor.hall, today, floor.now, 'ordinary')).toEqual({ from: 35, to: 35 })
    expect(estimateFor(floor.hall, today, floor.now, 'priority')).toEqual({ from: 5, to: 5 })
    expect(floor.sees('counter-1', { of: 'kiosk' }).estimates).toEqual({
      ordinary: { from: 35, to: 35 },
      priority: { from: 5, to: 5 },
    })
  })

  test('says what a visitor was told on the slip, and keeps it with the ticket', () => {
    const floor = openFloor()
    servedFor(floor, 10, 6)
    expect(issue(floor, 'now')).toMatchObject([{ type: 'ticketIssued', estimate: { from: 0, to: 1 } }])
    expect(floor.sees('kiosk', { of: 'slip', touch: 'now' })).toMatchObject({ estimate: { from: 0, to: 1 } })
  })

  test('does not count time on hold as time at the counter', () => {
    const floor = openFloor(1)
    servedFor(floor, 10, 4)
    issue(floor, 'held')
    serve(floor, 'counter-1', 'held')
    floor.does('counter-1', { type: 'holdVisit', visit: 'held', reason: 'fillingForm' })
    floor.now += 60 * MINUTE
    floor.does('counter-1', { type: 'resumeVisit', visit: 'held' })
    floor.now += 10 * MINUTE
    floor.does('counter-1', { type: 'completeVisit', visit: 'held' })
    issue(floor, 'at the counter')
    serve(floor, 'counter-1', 'busy')
    expect(estimateFor(floor.hall, today, floor.now, 'ordinary')).toEqual({ from: 10, to: 10 })
  })

  test('keeps how near it was: what was told at issue beside the first call, a recall changing nothing', () => {
    const floor = openFloor(1)
    servedFor(floor, 10, 6)
    expect(accuracyOf(floor.hall, today)).toBeUndefined()
    issue(floor, 'a')
    serve(floor, 'counter-1', 'a')
    issue(floor, 'told ten')
    floor.now += 16 * MINUTE
    floor.does('counter-1', { type: 'completeVisit', visit: 'a' }, { type: 'callNext', visit: 'b' })
    expect(floor.hall.tickets.get(ordinary(8))).toMatchObject({ estimate: { from: 10, to: 10 } })
    floor.now += 30 * MINUTE
    floor.does('counter-1', { type: 'recall', visit: 'b' })
    expect(floor.sees('counter-1', { of: 'counter' }).queue.accuracy).toEqual({ called: 1, within: 0, off: 6 })
  })
})

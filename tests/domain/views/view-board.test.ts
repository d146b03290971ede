import { beforeEach, expect, test } from 'vitest'
import { ticketKey } from '../../../domain/queue/ticket.ts'
import { issue, miss, openFloor, paper, today, tomorrow, type Floor } from '../../support/floor.ts'

/** Which calls a board shows, and which of them are over. */

let floor: Floor
beforeEach(() => {
  floor = openFloor()
})

const board = () => floor.sees('board', { of: 'board' })

test('a board tells a call that is over from one that is not: the visitor came, or nobody came', () => {
  issue(floor, 'a', 'b')
  floor.does('counter-1', { type: 'callNext', visit: 'v' })
  expect(board().last).not.toHaveProperty('isOver')
  floor.does('counter-1', { type: 'welcome', visit: 'v' })
  expect(board().last).toMatchObject({ label: paper(1), isOver: true })
  floor.does('counter-1', { type: 'holdVisit', visit: 'v', reason: 'fillingForm' })
  miss(floor, 'counter-2', 'w')
  expect([board().last, ...board().calls]).toMatchObject([{ isOver: true }, { isOver: true }])
})

test('a call that was taken back leaves the board, which shows the call before it', () => {
  issue(floor, 'a', 'b')
  floor.at('09:10').does('counter-1', { type: 'callNext', visit: 'v' })
  floor.at('09:11').does('counter-2', { type: 'callNext', visit: 'w' }, { type: 'returnToQueue', visit: 'w' })
  expect(board()).toMatchObject({ last: { label: paper(1), counter: 1 }, calls: [] })
  floor.does('counter-1', { type: 'returnToQueue', visit: 'v' })
  expect(board()).not.toHaveProperty('last')
})

test('a number that was sent on waits, and leaves the board until it is called there', () => {
  issue(floor, 'a')
  floor.at('09:10').does('counter-1', { type: 'callNext', visit: 'v' }, { type: 'welcome', visit: 'v' })
  floor.does('counter-1', { type: 'transferVisit', visit: 'v', to: 'counter-2' })
  expect(board()).not.toHaveProperty('last')
  floor.at('09:20').does('counter-2', { type: 'callNext', visit: 'w' })
  expect(board().last).toMatchObject({ label: paper(1), counter: 2 })
})

test('a number that nobody came for stays among the earlier ones until it is brought back or taken elsewhere', () => {
  issue(floor, 'a', 'b')
  miss(floor, 'counter-1', 'v')
  expect(board().last).toMatchObject({ label: paper(1), isOver: true })
  floor.does('counter-2', { type: 'bringBack', ticket: ticketKey(paper(1)) })
  expect(board()).not.toHaveProperty('last')
  miss(floor, 'counter-1', 'w')
  floor.online = false
  floor.does('counter-2', { type: 'takeTicket', visit: 'x', label: paper(1) })
  expect(
    board()
      .calls.concat(board().last ?? [])
      .map((c) => c.label),
  ).not.toContainEqual(paper(1))
})

test('a board shows a number once, by its newest call', () => {
  issue(floor, 'a', 'b')
  floor.at('09:10').does('counter-1', { type: 'callNext', visit: 'v' }, { type: 'returnToQueue', visit: 'v' })
  floor.at('09:11').does('counter-2', { type: 'callNext', visit: 'w' })
  floor.at('09:12').does('counter-1', { type: 'callNext', visit: 'x' })
  expect([board().last, ...board().calls]).toMatchObject([
    { label: paper(2), counter: 1 },
    { label: paper(1), counter: 2 },
  ])
})

test('a number that another counter calls now is not hidden by a recall of a counter whose clock is ahead', () => {
  issue(floor, 'a')
  floor.at('09:10').does('counter-1', { type: 'callNext', visit: 'v' })
  floor.at('09:13').does('counter-1', { type: 'recall', visit: 'v' }, { type: 'returnToQueue', visit: 'v' })
  floor.at('09:12').does('counter-2', { type: 'callNext', visit: 'w' })
  expect([board().last, ...board().calls]).toMatchObject([{ label: paper(1), counter: 2 }])
  expect(board().last).not.toHaveProperty('isOver')
})

test('a board says that the day is closed, and no longer that nobody was called yet', () => {
  issue(floor, 'a')
  miss(floor, 'counter-1', 'v')
  expect(board()).not.toHaveProperty('closed')
  floor.at('18:30').does('supervisor', { type: 'closeDay', day: today })
  expect(board()).toMatchObject({ closed: 'dayClosed', calls: [] })
  expect(floor.at('08:00', tomorrow).sees('board', { of: 'board' })).not.toHaveProperty('closed')
})

test('a board says that the hall rests today where its tickets have hours', () => {
  const resting = openFloor(1, { tickets: {} })
  const saturday = '2026-11-28'
  expect(resting.at('10:00', saturday).sees('board', { of: 'board' })).toMatchObject({ closed: 'dayOff' })
  expect(floor.at('10:00', saturday).sees('board', { of: 'board' })).not.toHaveProperty('closed')
  // A guide has given somebody a number all the same.
  resting.does('supervisor', { type: 'issueTicket', touch: 'a', class: 'ordinary' })
  expect(resting.sees('board', { of: 'board' })).toMatchObject({ waiting: 1 })
  expect(resting.sees('board', { of: 'board' })).not.toHaveProperty('closed')
})

test('a board says nothing of an emergency any more once the day is closed', () => {
  floor.at('17:00').does('supervisor', { type: 'stopIssue', reason: 'emergency' })
  expect(board()).toMatchObject({ stopped: 'emergency' })
  floor.at('18:30').does('supervisor', { type: 'closeDay', day: today })
  expect(board()).toMatchObject({ closed: 'dayClosed' })
  expect(board()).not.toHaveProperty('stopped')
})

test.each(['tooMany', 'outage', 'emergency', 'earlyClose'] as const)(
  'a stop that nobody lifts (%s) lasts beyond the hours only where it is for the whole day',
  (reason) => {
    floor = openFloor(1, { tickets: { until: '18:00' } })
    floor.at('17:00').does('supervisor', { type: 'stopIssue', reason })
    const kiosk = () => floor.sees('kiosk', { of: 'kiosk' })
    expect(kiosk().closed).toEqual({ why: 'issueStopped', reason })
    floor.at('18:10')
    const lasts = reason === 'emergency' || reason === 'earlyClose'
    expect(kiosk().closed).toEqual(lasts ? { why: 'issueStopped', reason } : { why: 'ticketsOver' })
    expect(board().stopped).toBe(lasts ? reason : undefined)
  },
)

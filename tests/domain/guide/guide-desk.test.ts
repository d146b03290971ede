import { beforeEach, describe, expect, test } from 'vitest'
import { meantFor, waiting } from '../../../domain/queue/queue.ts'
import { issue, miss, openFloor, ordinary, serve, today, type Floor } from '../../support/floor.ts'

/** What whoever works on the floor does to a ticket that waits, and the tablet of a guide. */

describe('whoever orders the queue', () => {
  let floor: Floor
  beforeEach(() => {
    floor = openFloor(2)
    issue(floor, 'a', 'b', 'c')
  })
  const order = () => waiting(floor.hall, today).map((t) => t.label.number)

  test('makes a ticket a priority one, and an ordinary one again', () => {
    floor.does('supervisor', { type: 'setTicketClass', ticket: ordinary(3), class: 'priority' })
    expect(order()).toEqual([3, 1, 2])
    floor.does('supervisor', { type: 'setTicketClass', ticket: ordinary(3), class: 'ordinary' })
    expect(order()).toEqual([1, 2, 3])
    expect(floor.does('supervisor', { type: 'setTicketClass', ticket: ordinary(3), class: 'ordinary' })).toEqual([])
  })

  test('sends a ticket to a counter, which alone calls it, and takes that back', () => {
    floor.does('supervisor', { type: 'sendTicket', ticket: ordinary(1), to: 'counter-2' })
    expect(meantFor(floor.hall, ordinary(1))).toBe('counter-2')
    serve(floor, 'counter-1', 'v')
    expect(floor.hall.visits.get('v')?.ticket).toBe(ordinary(2))
    floor.does('supervisor', { type: 'sendTicket', ticket: ordinary(1) })
    expect(meantFor(floor.hall, ordinary(1))).toBeUndefined()
    expect(floor.refusal('supervisor', { type: 'sendTicket', ticket: ordinary(1), to: 'counter-9' })).toBe(
      'counterUnknown',
    )
  })

  test('does none of it to a ticket that is being served', () => {
    serve(floor, 'counter-1', 'v')
    for (const command of [
      { type: 'setTicketClass', ticket: ordinary(1), class: 'priority' },
      { type: 'sendTicket', ticket: ordinary(1), to: 'counter-2' },
    ] as const)
      expect(floor.refusal('supervisor', command)).toBe('ticketNotWaiting')
  })
})

describe("a guide's tablet", () => {
  const floor = openFloor(2, { guides: [{ id: 'guide-1' }] })

  test('seats guides and supervisors, and nobody else', () => {
    const enters = (clerk: string) => floor.refusal('guide-1', { type: 'signIn', clerk })
    expect([enters('guide'), enters('chief'), enters('clerk'), enters('admin')]).toEqual([
      ...['allowed', 'allowed', 'notYourPc', 'notYourPc'],
    ])
  })

  test('shows everybody who waits in their order, and where each was sent', () => {
    floor.does('guide-1', { type: 'signIn', clerk: 'guide' })
    issue(floor, 'a', 'b')
    floor.does('guide-1', { type: 'setTicketClass', ticket: ordinary(2), class: 'priority' })
    floor.does('guide-1', { type: 'sendTicket', ticket: ordinary(1), to: 'counter-2' })
    expect(floor.sees('guide-1', { of: 'guideDesk' }).rows).toMatchObject([
      { ticket: ordinary(2), ahead: 0 },
      { ticket: ordinary(1), ahead: 1, to: 2 },
    ])
  })

  test('marks a number that nobody came for and that is back', () => {
    const missed = openFloor(2, { guides: [{ id: 'guide-1' }] })
    missed.does('guide-1', { type: 'signIn', clerk: 'guide' })
    issue(missed, 'a', 'b')
    miss(missed, 'counter-1', 'v')
    missed.does('counter-1', { type: 'bringBack', ticket: ordinary(1) })
    const rows = missed.sees('guide-1', { of: 'guideDesk' }).rows
    expect(rows).toHaveLength(2)
    expect(rows.filter((row) => row.cameBack).map((row) => row.label.number)).toEqual([1])
  })

  test('issues and cancels, but calls nobody and receives nothing', () => {
    expect(floor.refusal('guide-1', { type: 'issueTicket', touch: 'g', class: 'ordinary' })).toBe('allowed')
    expect(floor.refusal('guide-1', { type: 'cancelTicket', ticket: ordinary(1), reason: 'visitorLeft' })).toBe(
      'allowed',
    )
    expect(floor.refusal('guide-1', { type: 'callNext', visit: 'v' })).toBe('notClerk')
    expect(floor.refusal('guide-1', { type: 'stopIssue', reason: 'tooMany' })).toBe('notSupervisor')
  })
})

test("a guide's tablet says as a kiosk does that the day is closed", () => {
  const floor = openFloor(2, { guides: [{ id: 'guide-1' }] })
  floor.does('guide-1', { type: 'signIn', clerk: 'guide' })
  const said = () => [
    floor.sees('kiosk', { of: 'kiosk' }).closed?.why,
    floor.sees('guide-1', { of: 'guideDesk' }).closed?.why,
  ]
  expect(said()).toEqual([undefined, undefined])
  floor.at('18:00').does('supervisor', { type: 'closeDay', day: today })
  expect(said()).toEqual(['dayClosed', 'dayClosed'])
})

test("a guide's tablet shows the team to which a number was sent, and any counter calls it once the guide says so", () => {
  const teams = [
    { id: 't1', name: '민원1팀' },
    { id: 't2', name: '민원2팀' },
  ]
  const floor = openFloor(2, { guides: [{ id: 'guide-1' }], teams })
  floor.does('guide-1', { type: 'signIn', clerk: 'guide' })
  issue(floor, 'a')
  serve(floor, 'counter-1', 'v')
  floor.does('counter-1', { type: 'transferVisit', visit: 'v', team: 't2' })
  const rows = () => floor.sees('guide-1', { of: 'guideDesk' }).rows
  expect(rows()).toMatchObject([{ ticket: ordinary(1), team: '민원2팀' }])
  floor.does('guide-1', { type: 'sendTicket', ticket: ordinary(1) })
  expect(rows()).toMatchObject([{ ticket: ordinary(1) }])
  expect(rows()[0]?.team).toBeUndefined()
})

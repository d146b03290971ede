import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { registerCsv } from '../../db/register-files.ts'
import { guidanceTopics } from '../../domain/case/intake.ts'
import type { Command } from '../../domain/hall.ts'
import { keepers, waiting } from '../../domain/queue/queue.ts'
import { registerSheet } from '../../domain/register/register-words.ts'
import { registerRows } from '../../domain/register/register.ts'
import { addDays, dayOf, instantOf, isoOf } from '../../domain/time.ts'
import { kind } from '../simulation/fixture.ts'
import { type Machine, World } from '../simulation/world.ts'
import { issue, miss, openFloor, receive, serve, today } from '../support/floor.ts'

/** What a hall has to stand: falls, lines that break, boards that stand idle; and its figures are those counted by hand. */

let world: World
let one: Machine
let two: Machine
beforeEach(() => {
  world = new World(2)
  ;[one, two] = world.machines as [Machine, Machine]
  world.settle()
  for (const m of [one, two]) m.submit({ type: 'signIn', clerk: 'clerk' })
  world.settle()
})
afterEach(() => world.close())

const hall = () => world.hall.record.hall
const press = (...touches: string[]) => {
  for (const touch of touches) void world.ask('kiosk', { type: 'issueTicket', touch, class: 'ordinary' })
  world.settle()
}
const numbers = () => waiting(hall(), dayOf(world.now())).map((t) => t.label.number)

test('a board that stood idle for two days shows the day that it is, and no call of another', () => {
  const floor = openFloor(1)
  issue(floor, 'a', 'b')
  serve(floor, 'counter-1', 'v')
  const later = floor.at('08:55', addDays(today, 2))
  expect(later.sees('board', { of: 'board' })).toMatchObject({ calls: [], waiting: 0, updatedAt: later.now })
  expect(later.sees('board', { of: 'board' })).not.toHaveProperty('last')
})

test('a hall that is started anew at 17:30 goes on with the day: its numbers, its order, who is served', () => {
  press('a', 'b')
  one.submit({ type: 'callNext', visit: 'v' })
  world.settle()
  world.pass(instantOf(today, '17:30') - world.now())
  world.restartHall()
  world.settle()
  press('c')
  expect([...hall().tickets.values()].map((t) => t.label)).toMatchObject([
    ...[1, 2, 3].map((number) => ({ day: today, number })),
  ])
  expect(isoOf([...hall().tickets.values()].at(-1)?.issuedAt ?? 0)).toContain('T17:30')
  expect(numbers()).toEqual([2, 3])
  expect(hall().visits.get('v')).toMatchObject({ counter: 'counter-1', state: 'called' })
  world.pass(instantOf(today, '20:59') - world.now())
  press('d')
  expect(numbers()).toEqual([2, 3, 4])
})

describe('a hall that falls during a call', () => {
  const stages: [string, () => void][] = [
    ['before it has heard it', () => undefined],
    ['when it has heard it and not saved it', () => one.carryUp(Infinity)],
    [
      'when it has saved it and not answered',
      () => {
        one.carryUp(Infinity)
        world.turn()
      },
    ],
  ]
  test.each(stages)('%s has the ticket at exactly one counter afterwards', (_, until) => {
    press('a')
    one.submit({ type: 'callNext', visit: 'v' })
    until()
    world.restartHall()
    world.settle()
    // Nobody knows at the counter: both press again.
    one.submit({ type: 'callNext', visit: 'again' })
    two.submit({ type: 'callNext', visit: 'other' })
    world.settle()
    const kept = [...hall().tickets.keys()].flatMap((t) => keepers(hall(), t))
    expect(kept).toHaveLength(1)
    for (const m of [one, two]) expect(m.record.hall.visits).toEqual(hall().visits)
  })
})

describe('a counter without its line', () => {
  const work = (id: string, visit: string): Command[] => [
    { type: 'serveWithoutTicket', visit },
    {
      type: 'receiveCase',
      case: id,
      kind: kind.code,
      visit,
      petitioner: { name: '김영수' },
      guidance: [...guidanceTopics],
    },
    { type: 'addNote', case: id, text: '서류를 돌려드림' },
  ]

  test.each([
    ['the counter comes first', true],
    ['the supervisor comes first', false],
  ])('finishes what it has; what was seized meanwhile comes to the tray with its content: %s', (_, isCounterFirst) => {
    const supervisor = world.machines.at(-1)
    if (!supervisor) throw new Error('nobody supervises')
    supervisor.submit({ type: 'signIn', clerk: 'chief' })
    for (const command of work('k', 'v')) one.submit(command)
    world.settle()
    one.drop(false)
    one.submit({ type: 'addNote', case: 'k', text: '회선이 끊긴 동안' })
    one.submit({ type: 'serveWithoutTicket', visit: 'w' })
    one.submit({ type: 'completeVisit', visit: 'v' })
    if (isCounterFirst) one.connect()
    supervisor.submit({ type: 'seizeCase', case: 'k', to: 'counter-2', reason: '창구가 비었음' })
    supervisor.carryUp(Infinity)
    world.turn()
    world.settle()
    expect(hall().cases.get('k')?.holder).toBe('counter-2')
    expect(
      hall()
        .cases.get('k')
        ?.late.map((l) => l.event.type),
    ).toEqual(['noteAdded'])
    expect(one.log.countPending()).toBe(0)
  })
})

test('two hundred unsent acts, with what is kept apart, arrive once each over a line that breaks and repeats itself', () => {
  const receipt = { type: 'receiveCase', kind: kind.code, petitioner: { name: '김영수' } } as const
  one.drop(false)
  one.submit({ ...receipt, case: 'k', guidance: [...guidanceTopics] })
  const strokes = '획'.repeat(4_000)
  for (let i = 1; i < 200; i++)
    one.submit({ type: 'addNote', case: 'k', text: `${i} ${i % 20 === 0 ? strokes.slice(0, 900) : ''}`.trim() })
  const unsent = one.log.countPending()
  expect(unsent).toBe(200)
  for (let round = 0; one.log.countPending() > 0 && round < 40; round++) {
    one.connect()
    one.carryDown(Infinity)
    one.double()
    one.carryUp(1 + (round % 3))
    world.turn()
    one.carryDown(Infinity)
    if (round < 6) one.drop(round % 2 === 0)
  }
  world.settle()
  expect(one.log.countPending()).toBe(0)
  const heard = world.hallLog.since(0, 1_000_000).filter((e) => e.origin === one.id)
  expect(new Set(heard.map((e) => e.originSeq)).size).toBe(heard.length)
  expect(heard.filter((e) => e.event.type === 'noteAdded')).toHaveLength(199)
  expect(heard.filter((e) => e.private !== undefined)).toHaveLength(200)
})

test('the figures of a written day are those counted by hand, and so is its export', () => {
  const floor = openFloor(2)
  // Five tickets at 9:00, :02, :04, :06, :08; first calls after 10, 8, 12, 20 minutes; one leaves.
  for (const [touch, clock] of [
    ['a', '09:00'],
    ['b', '09:02'],
    ['c', '09:04'],
    ['d', '09:06'],
    ['e', '09:08'],
  ] as const)
    issue(floor.at(clock), touch)
  serve(floor.at('09:10'), 'counter-1', 'va')
  serve(floor, 'counter-2', 'vb')
  floor.does('counter-1', receive('k1', 'SIM-02', 'va'), receive('k2', 'SIM-02', 'va'))
  floor.at('09:16').does('counter-1', { type: 'completeVisit', visit: 'va' })
  miss(floor, 'counter-1', 'vc')
  floor.at('09:25').does('counter-2', { type: 'completeVisit', visit: 'vb' })
  floor.does('counter-1', { type: 'bringBack', ticket: `${today}/가3` })
  serve(floor.at('09:26'), 'counter-1', 'vd')
  floor.at('09:30').does('counter-1', { type: 'completeVisit', visit: 'vd' })
  floor.does('supervisor', { type: 'cancelTicket', ticket: `${today}/가5`, reason: 'visitorLeft' })
  const { today: figures, queue } = floor.sees('supervisor', { of: 'overview' })
  expect(figures).toMatchObject({ issued: 5, completed: 3, received: 2, closed: 0 })
  expect(figures.averageWaitMinutes).toBe((10 + 8 + 12 + 20) / 4)
  expect([queue.waiting, queue.missing.length]).toEqual([1, 0])
  const rows = registerRows(floor.seat('supervisor'), { first: today, last: today, which: 'petitions', masked: false })
  const lines = registerCsv(registerSheet(rows, 'petitions')).trim().split('\n')
  expect(lines).toHaveLength(1 + figures.received)
  for (const id of ['k1', 'k2'])
    expect(lines.filter((l) => l.includes(floor.hall.cases.get(id)?.received.receiptNo ?? '?'))).toHaveLength(1)
})

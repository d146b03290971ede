import { afterEach, beforeEach, expect, test } from 'vitest'
import { guidanceTopics } from '../../domain/case/intake.ts'
import type { Command } from '../../domain/hall.ts'
import { disputes, meantFor, waiting } from '../../domain/queue/queue.ts'
import type { Entry } from '../../domain/record/log.ts'
import { namesOf } from '../../domain/record/strays.ts'
import { hallToJson } from '../../domain/state.ts'
import { dayOf } from '../../domain/time.ts'
import { kind } from '../simulation/fixture.ts'
import { type Machine, World } from '../simulation/world.ts'

/** What a hall meets on a bad day: each of these once went wrong. */

const day = '2026-11-24'
const aDay = 86_400_000
let world: World
let one: Machine
let two: Machine
let three: Machine
let supervisor: Machine

beforeEach(() => {
  world = new World(3)
  ;[one, two, three, supervisor] = world.machines as [Machine, Machine, Machine, Machine]
  world.settle()
  for (const m of [one, two, three]) m.submit({ type: 'signIn', clerk: 'clerk' })
  supervisor.submit({ type: 'signIn', clerk: 'chief' })
  world.settle()
})
afterEach(() => world.close())

const hall = () => world.hall.record.hall
const numbersWaiting = () => waiting(hall(), dayOf(world.now())).map((t) => t.label.number)
const receive = (id: string): Command => ({
  type: 'receiveCase',
  case: id,
  kind: kind.code,
  petitioner: { name: '김영수' },
  guidance: [...guidanceTopics],
})

function issue(...touches: string[]): void {
  for (const touch of touches)
    void world.hall.submit('kiosk', { type: 'issueTicket', touch, class: 'ordinary' }, world.now())
  world.settle()
}

/** Submits one after the other, and lets each arrive. */
function inTurn(machine: Machine, ...commands: Command[]): void {
  for (const command of commands) {
    machine.submit(command)
    world.settle()
  }
}

/** Lets everything arrive but at one machine that is away. */
function settleWithout(away: Machine): void {
  for (let i = 0; i < 4; i++)
    for (const m of world.machines) {
      if (m === away) continue
      m.carryUp(Infinity)
      world.turn()
      m.carryDown(Infinity)
    }
}

function allAgree(): void {
  for (const m of world.machines) expect(hallToJson(m.record.hall) === hallToJson(hall())).toBe(true)
}

test('a number that a counter took by mistake before it was issued is passed over, and nobody is lost', () => {
  one.submit({ type: 'takeTicket', visit: 'x', label: { day, series: '가', number: 3 } })
  inTurn(one, { type: 'completeVisit', visit: 'x' })
  issue('a', 'b', 'c', 'd')
  expect(numbersWaiting()).toEqual([1, 2, 4, 5])
})

test('a no-show who is taken elsewhere and sent on waits again, and is no dispute', () => {
  issue('a')
  inTurn(one, { type: 'callNext', visit: 'v1' }, { type: 'recall', visit: 'v1' }, { type: 'markNoShow', visit: 'v1' })
  world.pass(1000)
  two.drop(false)
  inTurn(two, { type: 'takeTicket', visit: 'v2', label: { day, series: '가', number: 1 } })
  expect(disputes(hall())).toEqual([])
  inTurn(two, { type: 'transferVisit', visit: 'v2', to: 'counter-3' })
  expect(numbersWaiting()).toEqual([1])
})

test('a recall that the dying line did not carry makes nobody a no-show: the clerk calls aloud', () => {
  issue('a')
  inTurn(one, { type: 'callNext', visit: 'v1' })
  one.submit({ type: 'recall', visit: 'v1' })
  one.drop(false)
  const here = () => one.record.hall.visits.get('v1')
  one.submit({ type: 'markNoShow', visit: 'v1' })
  expect(here()).toMatchObject({ state: 'called', recalledAt: [expect.any(Number)] })
  one.submit({ type: 'markNoShow', visit: 'v1', aloud: true })
  expect(here()?.state).toBe('noShow')
  world.settle()
  expect(hall().visits.get('v1')).toMatchObject({ state: 'noShow', recalledAt: [expect.any(Number)] })
})

test('the last transfer counts, also when the clock of a counter is ten minutes fast', () => {
  issue('a')
  inTurn(one, { type: 'callNext', visit: 'v1' }, { type: 'welcome', visit: 'v1' })
  world.pass(600_000)
  one.submit({ type: 'transferVisit', visit: 'v1', to: 'counter-2' })
  world.pass(-540_000)
  world.settle()
  inTurn(two, { type: 'callNext', visit: 'v2' }, { type: 'welcome', visit: 'v2' })
  inTurn(two, { type: 'transferVisit', visit: 'v2', to: 'counter-3' })
  expect(meantFor(hall(), `${day}/가1`)).toBe('counter-3')
})

test('a late passing that is taken over gives the case its new holder, private part and all', () => {
  inTurn(one, receive('k'))
  one.drop(false)
  one.submit({ type: 'passCase', case: 'k', to: 'counter-2' })
  inTurn(supervisor, { type: 'seizeCase', case: 'k', to: 'counter-3', reason: '창구가 비었음' })
  inTurn(three, { type: 'settleLate', case: 'k', tenure: 1, act: 2, how: 'takenOver' })
  expect(two.record.privates.get('k')?.['1.1']?.petitioner?.name).toBe('김영수')
  inTurn(two, { type: 'addNote', case: 'k', text: '이어서 처리함' })
  expect(hall().strays).toEqual([])
  expect(hall().cases.get('k')?.acts).toBe(3)
  allAgree()
})

test('acts on a case that was put away meanwhile are strays on every machine, their own included', () => {
  inTurn(one, receive('k'))
  one.drop(false)
  one.submit({ type: 'addNote', case: 'k', text: '오프라인' })
  supervisor.submit({ type: 'seizeCase', case: 'k', to: 'counter-2', reason: '창구가 비었음' })
  settleWithout(one)
  two.submit({ type: 'withdrawCase', case: 'k' })
  settleWithout(one)
  // A counter that is away may know more: the supervisor names it, with the reason.
  supervisor.submit({ type: 'closeDay', day })
  settleWithout(one)
  expect(hall().closedDay).toBeUndefined()
  supervisor.submit({ type: 'closeDay', day, without: ['counter-1'], reason: '회선이 끊긴 채 퇴근' })
  settleWithout(one)
  world.settle()
  expect(hall().strays).toMatchObject([{ what: 'noteAdded', about: 'k' }])
  allAgree()
  one.restart(false)
  allAgree()
  one.drop(false)
  inTurn(supervisor, { type: 'checkStrays', strays: namesOf(hall().strays) })
  expect(hall().strays).toEqual([])
  expect(hall().checkedStrays).toMatchObject([{ about: 'k', checked: { by: { clerk: 'chief' } } }])
  one.restart(true)
  world.settle()
  allAgree()
})

test('of acts of one moment the hall marks those that were seen, also where a later one was done before it heard', () => {
  inTurn(one, receive('k'))
  one.drop(false)
  supervisor.submit({ type: 'seizeCase', case: 'k', to: 'counter-2', reason: '창구가 비었음' })
  settleWithout(one)
  two.submit({ type: 'withdrawCase', case: 'k' })
  settleWithout(one)
  supervisor.submit({ type: 'closeDay', day, without: ['counter-1'], reason: '회선이 끊긴 채 퇴근' })
  settleWithout(one)
  const note = (act: number): Entry => ({
    origin: 'counter-1',
    originSeq: one.record.lastOriginSeq('counter-1') + 1,
    hallSeq: null,
    event: {
      type: 'noteAdded',
      at: world.now(),
      by: { machine: 'counter-1', clerk: 'clerk' },
      case: 'k',
      tenure: 1,
      act,
    },
  })
  const [first, second] = [note(2), note(3)]
  one.record.stage([first])
  one.record.commit()
  world.hall.record.stage([{ ...first, hallSeq: world.hall.record.lastHallSeq() + 1 }])
  world.hall.record.commit()
  one.record.stage([{ ...second, originSeq: first.originSeq + 1 }])
  one.record.commit()
  settleWithout(one)
  supervisor.submit({ type: 'checkStrays', strays: namesOf(hall().strays) })
  settleWithout(one)
  world.settle()
  expect(hall().strays).toHaveLength(1)
  expect(hall().checkedStrays).toHaveLength(1)
  allAgree()
})

test('a hall clock that goes a day ahead and back gives no number twice', () => {
  issue('a', 'b')
  world.pass(aDay)
  issue('c')
  world.pass(-aDay)
  issue('d')
  expect(numbersWaiting()).toEqual([1, 2, 3])
})

test('a counter clock of another year gives no receipt number twice', () => {
  one.submit(receive('k1'))
  world.pass(400 * aDay)
  one.submit(receive('k2'))
  world.pass(-400 * aDay)
  inTurn(one, receive('k3'))
  expect(new Set([...hall().cases.values()].map((c) => c.received.receiptNo)).size).toBe(3)
})

test('[S12] while a call is on its way the counter begins nothing else, and nobody signs out', () => {
  issue('a')
  one.submit({ type: 'callNext', visit: 'v1' })
  for (const command of [{ type: 'serveWithoutTicket', visit: 'v2' }, { type: 'signOut' }] as const) {
    one.submit(command)
    expect(world.told.at(-1)?.outcome).toEqual({ refused: 'askUnderWay' })
  }
})

test('[S11] a replaced PC decides nothing before it has its own record again, and then goes on numbering', () => {
  one.submit(receive('k'))
  for (let i = 0; i < 1200; i++) one.submit({ type: 'addNote', case: 'k', text: `비고 ${i}` })
  world.settle()
  one.replace()
  one.connect()
  one.carryUp(9)
  world.turn()
  one.carryDown(2)
  one.submit(receive('new'))
  expect(world.told.at(-1)?.outcome).toEqual({ refused: 'catchingUp' })
  one.restart(false)
  one.submit(receive('new'))
  expect(world.told.at(-1)?.outcome).toEqual({ refused: 'catchingUp' })
  world.settle()
  inTurn(one, receive('new'))
  expect(hall().cases.get('new')?.received.receiptNo).toBe('2026-01-00002')
  allAgree()
})

test('a counter that was the holder only while it was away never hears the private part', () => {
  inTurn(one, receive('k'))
  two.drop(false)
  one.submit({ type: 'passCase', case: 'k', to: 'counter-2' })
  settleWithout(two)
  supervisor.submit({ type: 'seizeCase', case: 'k', to: 'counter-3', reason: '창구가 비었음' })
  settleWithout(two)
  world.settle()
  expect(two.record.privates.get('k')).toBeUndefined()
})

test('a day that has not come cannot be closed', async () => {
  inTurn(supervisor, { type: 'closeDay', day: '9999-12-31' })
  await Promise.all(world.answers)
  expect(world.told.at(-1)?.outcome).toEqual({ refused: 'dayAhead' })
})

test('[P6] a case that left by a passing that came late and was taken over is forgotten a week after that, and not at once', () => {
  inTurn(one, receive('k'))
  one.drop(false)
  one.submit({ type: 'passCase', case: 'k', to: 'counter-2' })
  supervisor.submit({ type: 'seizeCase', case: 'k', to: 'counter-3', reason: '창구가 비었음' })
  world.turn()
  world.settle()
  world.pass(8 * aDay)
  inTurn(three, { type: 'settleLate', case: 'k', tenure: 1, act: 2, how: 'takenOver' })
  expect(hall().cases.get('k')?.holder).toBe('counter-2')
  inTurn(supervisor, { type: 'closeDay', day: dayOf(world.now()) })
  expect(JSON.stringify([...three.log.after({ hallSeq: 0, ownSeq: 0 })])).toContain('김영수')
})

import { expect, test } from 'vitest'
import { evolve } from '../../domain/hall-fold.ts'
import type { Entry } from '../../domain/record/log.ts'
import { emptyHall, hallToJson } from '../../domain/state.ts'
import type { Machine } from '../simulation/world.ts'
import { inHallOfTwo, inTurn, one, receive, supervisor, two, world } from './hall-of-two.ts'

/** The rules of docs/SYNC.md about places, numbers and orders, with real files and both real ends. */

inHallOfTwo()

const note = (text: string) => ({ type: 'addNote', case: 'k', text }) as const
/** What a machine that has just come on the line is about to tell. */
function tells(machine: Machine): Entry[] {
  machine.connect()
  machine.carryUp(Infinity)
  machine.carryDown(Infinity)
  return machine.up.flatMap((m) => (m.say === 'tell' ? (m.entries as Entry[]) : []))
}
const inHall = () => [...world.hallLog.after({ hallSeq: 0, ownSeq: 0 })]

test('[O1] [S2] a machine tells its own entries alone, those that the hall lacks, in their order and without a gap', () => {
  inTurn(one, receive('k'))
  inTurn(two, receive('of another'))
  const has = world.hallLog.lastOriginSeq('counter-1')
  one.drop(false)
  for (const text of ['하나', '둘']) one.submit(note(text))
  const told = tells(one)
  expect(told.map(({ origin, originSeq }) => [origin, originSeq])).toEqual([
    ['counter-1', has + 1],
    ['counter-1', has + 2],
  ])
  one.submit(note('셋'))
  expect(one.up.at(-1)).toMatchObject({ say: 'tell', entries: [{ originSeq: has + 3 }] })
})

test('[S3] an entry that skips a number ends the line, and after the next greeting nothing is missing', () => {
  inTurn(one, receive('k'))
  one.drop(false)
  for (const text of ['하나', '둘']) one.submit(note(text))
  tells(one)
  for (const message of one.up) if (message.say === 'tell') message.entries.shift()
  one.carryUp(Infinity)
  expect(one.down.at(-1)).toEqual({ say: 'goodbye', why: 'gap' })
  one.carryDown(Infinity)
  world.settle()
  expect(one.end.line()).toMatchObject({ state: 'online', unsent: 0 })
  expect(world.hall.record.hall.cases.get('k')?.acts).toBe(3)
})

test('[S1] an entry without a place is unsent; the places of the hall have no gap', () => {
  one.submit(receive('k'))
  expect([...one.log.pending()].map((e) => e.hallSeq)).toEqual([null])
  expect(one.end.line()).toMatchObject({ unsent: 1 })
  world.settle()
  expect([...one.log.pending()]).toEqual([])
  expect(one.end.line()).toMatchObject({ unsent: 0 })
  expect(inHall().map((e) => e.hallSeq)).toEqual(inHall().map((_, i) => i + 1))
})

test('[S10] entries of different machines give the same state in every order that keeps the own order of each', () => {
  inTurn(one, receive('k'))
  const before = inHall()
  one.drop(false)
  for (const check of ['s1.1', 's1.2']) one.submit({ type: 'tickCheck', case: 'k', check, mark: 'met' })
  supervisor.submit({ type: 'seizeCase', case: 'k', to: 'counter-2', reason: '창구가 비었음' })
  for (const id of ['a', 'b']) two.submit(receive(id))
  world.settle()
  const after = inHall().slice(before.length)
  const ofEach = [...Map.groupBy(after, (e) => e.origin).values()]
  expect(ofEach.map((entries) => entries.length).toSorted((a, b) => a - b)).toEqual([1, 2, 3])
  const states = orders(ofEach).map((entries) => {
    const hall = emptyHall()
    for (const { event } of [...before, ...entries]) evolve(hall, event)
    return hallToJson(hall)
  })
  expect(states).toHaveLength(60)
  expect(new Set(states).size).toBe(1)
})

/** Every way to put lists together that keeps the order of each. */
function orders<T>(lists: readonly (readonly T[])[]): T[][] {
  const left = lists.filter((list) => list.length > 0)
  if (left.length === 0) return [[]]
  return left.flatMap((list) =>
    orders(left.map((other) => (other === list ? list.slice(1) : other))).map((rest) => [...list.slice(0, 1), ...rest]),
  )
}

test('[S13] a machine says on the line how its copies stand; the others hear it from the hall, and nobody records it', () => {
  const last = world.hallLog.lastHallSeq()
  const kept = { count: 2, last: { at: world.now(), bytes: 4096 } }
  one.up.push({ say: 'kept', kept })
  world.settle()
  expect(world.hall.presence().find((p) => p.machine === 'counter-1')).toMatchObject({ kept })
  expect(two.end.presence().find((p) => p.machine === 'counter-1')).toMatchObject({ kept })
  expect(world.hallLog.lastHallSeq()).toBe(last)
})

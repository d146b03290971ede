import { expect, test } from 'vitest'
import { apartOf, lateKey } from '../../domain/record/record.ts'
import { hallToJson } from '../../domain/state.ts'
import { check } from '../simulation/checks.ts'
import { inHallOfTwo, inTurn, one, pauses, receive, supervisor, two, world } from './hall-of-two.ts'

/** [S14] A record that was put back from an older copy decides anew under numbers that are gone, with real files and both real ends. */

const hour = 3_600_000
const hall = () => world.hall.record.hall
const inHallLog = () => [...world.hallLog.after({ hallSeq: 0, ownSeq: 0 })]

inHallOfTwo()

/** The copy of counter 1 that is put back later. */
function copied(): void {
  one.keepCopy()
  one.connect()
  world.settle()
}

function isPutBack(): void {
  one.putBack()
  world.pass(hour)
}

/** The notes of a case as the hall has them, each with its number. */
const notesOf = (id: string) =>
  inHallLog().flatMap((e) =>
    e.event.type === 'noteAdded' && e.event.case === id ? [`${e.originSeq} ${e.private?.note}`] : [],
  )

test('what it had forgotten and what it has done are both kept, each in the order in which it was done', () => {
  inTurn(one, receive('k'))
  copied()
  inTurn(one, { type: 'addNote', case: 'k', text: '먼저 1' }, { type: 'addNote', case: 'k', text: '먼저 2' })
  isPutBack()
  const from = one.record.lastOriginSeq('counter-1')
  for (const n of [1, 2, 3]) one.submit({ type: 'addNote', case: 'k', text: `나중 ${n}` })
  expect(one.end.line()).toMatchObject({ state: 'offline', unsent: 3 })
  world.settle()
  expect(notesOf('k')).toEqual([
    ...[`${from + 1} 먼저 1`, `${from + 2} 먼저 2`, `${from + 3} 나중 1`, `${from + 4} 나중 2`, `${from + 5} 나중 3`],
  ])
  expect(one.end.line()).toMatchObject({ state: 'online', unsent: 0 })
  expect(hallToJson(one.record.hall)).toBe(hallToJson(hall()))
  expect([...one.log.after({ hallSeq: 0, ownSeq: 0 })].map((e) => e.event)).toEqual(inHallLog().map((e) => e.event))
})

test('an act that lies aside is counted as unsent, and is told after a fall of the PC too', () => {
  copied()
  inTurn(one, receive('k'), { type: 'addNote', case: 'k', text: '먼저' })
  isPutBack()
  one.submit(receive('other'))
  one.connect()
  one.carryUp(Infinity)
  world.turn()
  one.carryDown(Infinity)
  one.restart(false)
  expect(one.end.line()).toMatchObject({ unsent: 1 })
  world.settle()
  expect([...hall().cases.keys()].toSorted()).toEqual(['k', 'other'])
  expect(one.end.line()).toMatchObject({ unsent: 0 })
})

test('the first act of a case whose number is gone is told before those that follow it', () => {
  copied()
  inTurn(one, { type: 'pauseCounter', reason: 'meal' })
  isPutBack()
  one.submit(receive('k'))
  one.submit({ type: 'tickCheck', case: 'k', check: 's1.1', mark: 'met' })
  one.submit({ type: 'tickCheck', case: 'k', check: 's1.2', mark: 'met' })
  world.settle()
  expect(Object.keys(hall().cases.get('k')?.checks ?? {})).toEqual(['s1.1', 's1.2'])
  expect(hall().strays).toEqual([])
  check(world)
})

test('what is done while the news still come is told behind what waits', () => {
  inTurn(one, receive('k'))
  copied()
  inTurn(one, { type: 'addNote', case: 'k', text: '먼저' })
  isPutBack()
  one.submit({ type: 'addNote', case: 'k', text: '나중 1' })
  one.connect()
  one.carryUp(Infinity)
  world.turn()
  one.carryDown(one.down.findIndex((m) => m.say === 'welcome') + 1)
  one.submit({ type: 'addNote', case: 'k', text: '나중 2' })
  expect(one.up.filter((m) => m.say === 'tell')).toEqual([])
  world.settle()
  expect(notesOf('k').map((note) => note.replace(/^\d+ /, ''))).toEqual(['먼저', '나중 1', '나중 2'])
  check(world)
})

test('an act is unsent until the hall has it, and not once it has another under the number', () => {
  copied()
  pauses(two, 1200)
  world.settle()
  inTurn(one, receive('lost-1'))
  pauses(two, 600)
  world.settle()
  isPutBack()
  one.submit(receive('new-1'))
  one.submit(receive('new-2'))
  const turn = () => world.hall.pass(world.hall.commit(), world.now(), 'later')
  one.connect()
  for (let i = 0; i < 2; i++) {
    one.carryUp(Infinity)
    turn()
    one.carryDown(1)
  }
  one.drop(false)
  expect(one.end.line()).toMatchObject({ unsent: 2 })
  world.settle()
  expect(['lost-1', 'new-1', 'new-2'].filter((id) => !hall().cases.has(id))).toEqual([])
  expect(one.end.line()).toMatchObject({ unsent: 0 })
})

test('a case that has gone on meanwhile gets the act into its tray, with what it says, also where one of the same sort bears its number', () => {
  inTurn(one, receive('k'))
  copied()
  inTurn(one, { type: 'addNote', case: 'k', text: '먼저' }, { type: 'passCase', case: 'k', to: 'counter-2' })
  isPutBack()
  one.submit({ type: 'addNote', case: 'k', text: '나중' })
  world.settle()
  const late =
    hall()
      .cases.get('k')
      ?.late.map((l) => l.event) ?? []
  const apart = two.record.privates.get('k') ?? {}
  expect(late.map((event) => [event.type, apart[lateKey(event)]?.note])).toEqual([['noteAdded', '나중']])
  expect(apart['1.2']?.note).toBe('먼저')
})

test('a late act says what it said, taken over or not, and no other act of its number says it', () => {
  inTurn(one, receive('k'))
  copied()
  inTurn(one, { type: 'tickCheck', case: 'k', check: 's1.1', mark: 'met' })
  inTurn(one, { type: 'passCase', case: 'k', to: 'counter-2' })
  isPutBack()
  one.submit({ type: 'tickCheck', case: 'k', check: 's1.2', mark: 'met', finding: '나중에 봄' })
  world.settle()
  const findings = () =>
    Object.entries(hall().cases.get('k')?.checks ?? {}).map(([id, mark]) => [
      id,
      apartOf(two.record.privates.get('k') ?? {}, mark)?.finding,
    ])
  expect(findings()).toEqual([['s1.1', undefined]])
  inTurn(two, { type: 'settleLate', case: 'k', tenure: 1, act: 2, how: 'takenOver' })
  expect(findings()).toEqual([
    ['s1.1', undefined],
    ['s1.2', '나중에 봄'],
  ])
})

test('two late acts of one number are settled one after the other', () => {
  inTurn(one, receive('k'))
  one.keepCopy()
  one.submit({ type: 'tickCheck', case: 'k', check: 's1.2', mark: 'met' })
  supervisor.submit({ type: 'seizeCase', case: 'k', to: 'counter-2', reason: '창구가 비었음' })
  world.turn()
  one.connect()
  world.settle()
  isPutBack()
  one.submit({ type: 'addNote', case: 'k', text: '나중' })
  world.settle()
  const tray = () =>
    hall()
      .cases.get('k')
      ?.late.map((l) => `${l.event.type} ${l.settled}`)
  inTurn(two, { type: 'settleLate', case: 'k', tenure: 1, act: 2, how: 'takenOver' })
  inTurn(two, { type: 'settleLate', case: 'k', tenure: 1, act: 2, how: 'setAside' })
  expect(tray()).toEqual(['checkTicked takenOver', 'noteAdded setAside'])
})

test('[S11] a hall that has fewer of its entries than one said before keeps it waiting no longer than that one', () => {
  one.keepCopy()
  one.connect()
  world.settle()
  world.copyHall()
  inTurn(one, receive('k1'), receive('k2'))
  one.putBack()
  one.connect()
  one.carryUp(Infinity)
  world.turn()
  one.carryDown(one.down.findIndex((m) => m.say === 'welcome') + 1)
  one.drop(false)
  for (const m of [two, supervisor]) m.replace()
  world.restoreHall(false)
  for (let i = 0; i < 5; i++) world.settle()
  one.submit(receive('k3'))
  expect(world.told.at(-1)?.outcome).toBe('done')
})

test('[R1] at a hall that was restored too, and took back what it had forgotten from others, everything is kept', () => {
  copied()
  world.copyHall()
  const before = ['a', 'b', 'c']
  inTurn(one, ...before.map((id) => receive(id)))
  isPutBack()
  const after = ['v', 'w', 'x', 'y', 'z']
  for (const id of after) one.submit(receive(id))
  world.restoreHall()
  for (let i = 0; i < 6; i++) world.settle()
  expect([...hall().cases.keys()].toSorted()).toEqual([...before, ...after])
  expect(one.end.line()).toMatchObject({ state: 'online', unsent: 0 })
  const received = inHallLog().flatMap(({ event }) => (event.type === 'caseReceived' ? [event.case] : []))
  expect(received).toEqual([...before, ...after])
  check(world)
})

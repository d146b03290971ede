import { expect, test } from 'vitest'
import { hallToJson } from '../../domain/state.ts'
import { inHallOfTwo, one, pauses, receive, two, world } from './hall-of-two.ts'

/** How a machine hears what became of what it told (docs/SYNC.md, S6), with real files and both real ends. */

inHallOfTwo()

test('[S6] who tells much hears at once that it is taken, and its places with everybody', () => {
  for (let i = 0; i < 9; i++) one.submit(receive(`k${i}`))
  one.carryUp(Infinity)
  expect(one.end.line()).toMatchObject({ state: 'online', unsent: 9 })
  world.turn('later')
  one.carryDown(Infinity)
  expect(one.end.line()).toMatchObject({ unsent: 0 })
  expect(one.log.countPending()).toBe(9)
  one.submit(receive('k9'))
  expect(one.end.line()).toMatchObject({ unsent: 1 })
  one.drop(true)
  expect(one.end.line()).toMatchObject({ state: 'offline', unsent: 1 })
  world.settle()
  expect(one.end.line()).toMatchObject({ state: 'online', unsent: 0 })
  expect(one.log.countPending()).toBe(0)
  expect([...world.hall.record.hall.cases.keys()].filter((id) => id.startsWith('k'))).toHaveLength(10)
})

test('[S6] many acts of its own come back to a machine as their places alone, between those of others', () => {
  for (let i = 0; i < 20; i++) one.submit(receive(`k${i}`))
  one.carryUp(10)
  two.submit(receive('other'))
  two.carryUp(Infinity)
  one.carryUp(Infinity)
  world.turn()
  const news = one.down.flatMap((m) => (m.say === 'news' ? [m] : []))
  expect(news.flatMap((m) => m.own ?? [])).toHaveLength(20)
  expect(news.flatMap((m) => m.entries.map((e) => e.origin))).toEqual(['counter-2'])
  world.settle()
  expect(one.log.countPending()).toBe(0)
  expect(hallToJson(one.record.hall)).toBe(hallToJson(world.hall.record.hall))
  expect(one.log.headAt(one.log.lastHallSeq())).toEqual(world.hallLog.headAt(one.log.lastHallSeq()))
})

test('[S6] a place for what does not wait there ends the line; the next one tells all of it', () => {
  for (let i = 0; i < 20; i++) one.submit(receive(`k${i}`))
  one.carryUp(Infinity)
  world.turn()
  const news = one.down.find((m) => m.say === 'news')
  if (news?.say === 'news') news.own?.push({ originSeq: 999, hallSeq: 999 })
  one.carryDown(Infinity)
  expect(one.end.line().state).toBe('offline')
  world.settle()
  expect(one.log.countPending()).toBe(0)
  expect(hallToJson(one.record.hall)).toBe(hallToJson(world.hall.record.hall))
})

test('[S5] who has more to hear than goes in one message is answered after all of it', () => {
  pauses(one, 2300)
  one.carryUp(Infinity)
  // As in a hall in which the others hear later.
  world.hall.pass(world.hall.commit(), world.now(), 'later')
  two.down.length = 0
  two.submit({ type: 'callNext', visit: 'v1' })
  two.carryUp(Infinity)
  world.turn('later')
  expect(two.down.map((m) => m.say)).toEqual([...Array.from({ length: 5 }, () => 'news'), 'answer'])
})

test('[S6] who has enough to read hears no more until it has read, and holds up nobody', () => {
  one.mostDown = 2
  pauses(two, 2300)
  two.carryUp(Infinity)
  world.turn()
  expect(one.down.map((m) => m.say)).toEqual(['news', 'news', 'news'])
  expect(two.down.filter((m) => m.say === 'news')).toHaveLength(5)
  one.submit({ type: 'callNext', visit: 'v1' })
  one.carryUp(Infinity)
  world.turn()
  expect(one.down.map((m) => m.say)).toEqual(['news', 'news', 'news'])
  one.carryDown(3)
  world.turn('later')
  expect(one.down.map((m) => m.say)).toEqual(['news', 'news', 'answer'])
  world.settle()
  expect(hallToJson(one.record.hall)).toBe(hallToJson(world.hall.record.hall))
})

test('[S6] who reads nothing and asks for ever is no burden: its line ends', () => {
  one.mostDown = 0
  pauses(two, 600)
  two.carryUp(Infinity)
  world.turn()
  for (let i = 0; i < 101; i++) {
    one.submit({ type: 'callNext', visit: `v${i}` })
    one.carryUp(Infinity)
    world.turn()
  }
  expect(one.down.map((m) => m.say)).toEqual(['news', 'goodbye'])
})

test('[S11] a PC that comes with none of a long record begins to work when it has what the hall had then', () => {
  pauses(two, 1200)
  world.settle()
  const all = world.hall.record.lastHallSeq()
  const own = one.record.lastOriginSeq(one.id)
  one.replace()
  one.connect()
  one.carryUp(9)
  world.turn()
  one.carryDown(2)
  const { record } = one.end.line()
  expect(record).toEqual({ got: one.record.lastHallSeq(), of: all, isFirst: true })
  expect(one.record.lastOriginSeq(one.id)).toBe(own)
  one.submit({ type: 'pauseCounter', reason: 'meal' })
  expect(world.told.at(-1)?.outcome).toEqual({ refused: 'catchingUp' })
  // Also when it starts anew in the midst of it.
  one.restart(false)
  expect(one.end.line().record).toEqual(record)
  one.submit({ type: 'pauseCounter', reason: 'meal' })
  expect(world.told.at(-1)?.outcome).toEqual({ refused: 'catchingUp' })
  world.settle()
  expect(one.end.line()).not.toHaveProperty('record')
  one.submit({ type: 'pauseCounter', reason: 'meal' })
  expect(world.told.at(-1)?.outcome).toBe('done')
})

test('a PC that was away for long says how far it has caught up, and works meanwhile', () => {
  two.drop(false)
  pauses(one, 6000)
  one.carryUp(Infinity)
  world.turn()
  two.connect()
  two.carryUp(9)
  world.turn()
  two.carryDown(2)
  expect(two.end.line().record).toEqual({ got: 500, of: 6000, isFirst: false })
  two.submit({ type: 'pauseCounter', reason: 'meal' })
  expect(world.told.at(-1)?.outcome).toBe('done')
  world.settle()
  expect(two.end.line()).not.toHaveProperty('record')
})

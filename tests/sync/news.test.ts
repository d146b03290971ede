import { expect, test } from 'vitest'
import { hallToJson } from '../../domain/state.ts'
import { inHallOfTwo, one, receive, two, world } from './hall-of-two.ts'

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
  for (let i = 0; i < 2300; i++)
    one.submit(i % 2 === 0 ? { type: 'pauseCounter', reason: 'meal' } : { type: 'reopenCounter' })
  one.carryUp(Infinity)
  // As in a hall in which the others hear later.
  world.hall.pass(world.hall.commit(), world.now(), 'later')
  two.down.length = 0
  two.submit({ type: 'callNext', visit: 'v1' })
  two.carryUp(Infinity)
  world.turn('later')
  expect(two.down.map((m) => m.say)).toEqual([...Array.from({ length: 5 }, () => 'news'), 'answer'])
})

import { expect, test } from 'vitest'
import { hallToJson } from '../../domain/state.ts'
import { largestMessage } from '../../server/line.ts'
import { privates } from '../../sync/counter-recovery.ts'
import type { FromHall, FromMachine } from '../../sync/protocol.ts'
import { inHallOfTwo, inTurn, one, receive, supervisor, world } from './hall-of-two.ts'

/** Messages that the other side takes, however long the entries are (docs/SYNC.md, S2), with real files and both real ends. */

inHallOfTwo()

const bytes = (message: FromHall | FromMachine) => Buffer.byteLength(JSON.stringify(message))
/** Half of what the door takes, and less than the tests below tell in all. */
const much = largestMessage / 2
const largest = (messages: readonly (FromHall | FromMachine)[]) => Math.max(...messages.map(bytes))
const entriesIn = (messages: readonly (FromHall | FromMachine)[]) =>
  messages.flatMap((m) => ('entries' in m ? [m.entries.length] : []))

/** Takes much text into amendments, three megabytes in each, so many times. */
function amend(times: number): void {
  supervisor.submit({ type: 'signOut' })
  inTurn(supervisor, { type: 'signIn', clerk: 'editor' })
  const changes = ['a', 'b', 'c', 'd', 'e'].map((name) => ({
    part: `documents/${name}`,
    content: '가'.repeat(200_000),
  }))
  for (let n = 0; n < times; n++) {
    supervisor.submit({ type: 'openAmendment', amendment: `a${n}`, title: '개정', reason: '고시' })
    supervisor.submit({ type: 'changeAmendment', amendment: `a${n}`, changes })
    supervisor.carryUp(Infinity)
    world.turn()
  }
}

test('[R1] what a restored hall has lost is told in messages that its door takes', () => {
  world.copyHall()
  amend(2)
  world.settle()
  const before = world.hallLog.lastHallSeq()
  world.restoreHall()
  supervisor.connect()
  supervisor.carryUp(1)
  world.turn()
  supervisor.carryDown(Infinity)
  const restore = supervisor.up.filter((m) => m.say === 'restore')
  expect(restore.reduce((sum, m) => sum + bytes(m), 0)).toBeGreaterThan(much)
  expect(largest(restore)).toBeLessThan(much)
  // The head goes alone at the end.
  expect(entriesIn(restore).slice(0, -1)).not.toContain(0)
  expect(restore.at(-1)).toMatchObject({ entries: [], head: { hallSeq: before } })
  for (let i = 0; i < 4; i++) world.gather()
  expect(world.recovered).toBe(1)
  expect(hallToJson(supervisor.record.hall)).toBe(hallToJson(world.hall.record.hall))
  expect(world.hall.record.hall.amendments.size).toBe(2)
})

test('[S2] what was signed on a PC without a line is told in messages that the door takes', () => {
  one.drop(false)
  const signature = 'M'.repeat(20_000)
  for (let i = 0; i < 220; i++) one.submit({ ...receive(`k${i}`), signature } as ReturnType<typeof receive>)
  one.connect()
  one.carryUp(1)
  world.turn()
  one.carryDown(Infinity)
  const tell = one.up.filter((m) => m.say === 'tell')
  expect(tell.reduce((sum, m) => sum + bytes(m), 0)).toBeGreaterThan(much)
  expect(largest(tell)).toBeLessThan(much)
  expect(entriesIn(tell)).not.toContain(0)
  world.settle()
  expect(world.hall.record.hall.cases.size).toBe(220)
  expect(one.log.countPending()).toBe(0)
  // And so is what was kept apart with it, should the hall lose that.
  const again = [...privates(one.log, 0, one.log.lastHallSeq())]
  expect(largest(again)).toBeLessThan(much)
  expect(again.flatMap((m) => (m.say === 'privates' ? m.entries : []))).toHaveLength(220)
  expect(again.map((m) => m.say === 'privates' && m.isLast).indexOf(true)).toBe(again.length - 1)
})

test('[S6] news of long entries come in as many messages as it takes, and none is left out', () => {
  one.drop(false)
  amend(2)
  one.connect()
  one.carryUp(Infinity)
  world.turn()
  const news = one.down.filter((m) => m.say === 'news')
  expect(news.reduce((sum, m) => sum + bytes(m), 0)).toBeGreaterThan(much)
  expect(largest(news)).toBeLessThan(much)
  world.settle()
  expect(one.log.lastHallSeq()).toBe(world.hallLog.lastHallSeq())
  expect(one.log.headAt(one.log.lastHallSeq())).toEqual(world.hallLog.headAt(one.log.lastHallSeq()))
})

import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, describe, expect, test } from 'vitest'
import { foldVersion } from '../../domain/hall-fold.ts'
import type { Command } from '../../domain/hall.ts'
import { dayOf } from '../../domain/time.ts'
import { check } from '../simulation/checks.ts'
import type { Machine } from '../simulation/world.ts'
import { inHallOfTwo, inTurn, one, receive, supervisor, two, world } from './hall-of-two.ts'

/** [P6] A counter forgets what is kept apart of cases that it holds no longer, with real files and both real ends. */

const aDay = 86_400_000
const name = '김영수'

inHallOfTwo()
beforeEach(() => {
  inTurn(one, receive('k', name))
})

/** The day closes, so many days later. */
function closeAfter(days: number): void {
  world.pass(days * aDay)
  inTurn(supervisor, { type: 'closeDay', day: dayOf(world.now()) })
}

/** The day closes though the first counter has no line. */
const closedWithoutOne = (): Command => ({
  type: 'closeDay',
  day: dayOf(world.now()),
  without: [one.id],
  reason: '선이 끊어짐',
})

/** Everything that a machine keeps on its disk of what is apart: its record, its snapshot and its archive. */
const onDisk = ({ log }: Machine): string =>
  JSON.stringify([
    ...log.after({ hallSeq: 0, ownSeq: 0 }),
    log.snapshot(foldVersion)?.text,
    log.archivedBetween('case', '0000-01-01', '9999-12-31'),
  ])
const atHall = () => JSON.stringify([...world.hallLog.after({ hallSeq: 0, ownSeq: 0 })])

describe('of a case that was passed on', () => {
  beforeEach(() => inTurn(one, { type: 'passCase', case: 'k', to: 'counter-2' }))

  test('the former holder forgets a week later, and the hall and the holder have all of it', () => {
    closeAfter(7)
    expect(onDisk(one)).not.toContain(name)
    expect(onDisk(two)).toContain(name)
    expect(onDisk(supervisor)).toContain(name)
    expect(atHall()).toContain(name)
    check(world)
  })

  test('it is still there before, for a hall that is restored from an older copy', () => {
    closeAfter(6)
    expect(onDisk(one)).toContain(name)
  })

  test('it stays forgotten after a restart, and comes back whole with the case', () => {
    closeAfter(7)
    one.restart(false)
    world.settle()
    expect(one.record.privates.get('k')).toBeUndefined()
    inTurn(two, { type: 'passCase', case: 'k', to: 'counter-1' })
    expect(JSON.stringify(one.record.privates.get('k'))).toContain(name)
    check(world)
  })
})

test('nothing is forgotten of which the hall lacked an act when the day closed', () => {
  one.drop(false)
  one.submit({ type: 'addNote', case: 'k', text: '늦게 옴' })
  const asked = (command: Command) => void world.hall.submit('supervisor', command, world.now())
  asked({ type: 'seizeCase', case: 'k', to: 'counter-2', reason: '창구가 비었음' })
  world.turn()
  world.pass(8 * aDay)
  asked(closedWithoutOne())
  world.turn()
  expect(world.hall.record.hall.closedDay).toBe(dayOf(world.now()))
  world.settle()
  expect(atHall()).toContain('늦게 옴')
  expect(onDisk(one)).toContain('늦게 옴')
  closeAfter(1)
  expect(onDisk(one)).not.toContain('늦게 옴')
  expect(atHall()).toContain('늦게 옴')
})

test('nothing is forgotten of an act that the hall never got, though its case was put away a week before and the PC falls before it is heard', () => {
  one.drop(false)
  one.submit({ type: 'addNote', case: 'k', text: '늦게 옴' })
  const asked = (command: Command) => void world.hall.submit('supervisor', command, world.now())
  asked({ type: 'seizeCase', case: 'k', to: 'counter-2', reason: '창구가 비었음' })
  world.turn()
  two.carryDown(Infinity)
  two.submit({ type: 'withdrawCase', case: 'k' })
  two.carryUp(Infinity)
  world.turn()
  for (const days of [0, 8]) {
    world.pass(days * aDay)
    asked(closedWithoutOne())
    world.turn()
  }
  one.connect()
  one.carryUp(Infinity)
  world.turn()
  one.carryDown(Infinity)
  expect(one.record.hall.cases.has('k')).toBe(false)
  // What it told now is lost on the way, and told again from its disk.
  one.restart(false)
  expect(atHall()).not.toContain('늦게 옴')
  expect(onDisk(one)).not.toContain(name)
  world.settle()
  expect(atHall()).toContain('늦게 옴')
})

test('a closed case is forgotten a week after it was put away, and is whole again when it is taken out', () => {
  inTurn(one, { type: 'withdrawCase', case: 'k' })
  closeAfter(0)
  expect(onDisk(one)).toContain(name)
  closeAfter(7)
  expect(onDisk(one)).not.toContain(name)
  expect(onDisk(supervisor)).toContain(name)
  inTurn(one, { type: 'takeOutCase', case: 'k' })
  expect(JSON.stringify(one.record.privates.get('k'))).toContain(name)
  closeAfter(1)
  expect(one.record.hall.cases.has('k')).toBe(false)
  // Put away again, it stays for another week.
  expect(onDisk(one)).toContain(name)
  closeAfter(8)
  expect(onDisk(one)).not.toContain(name)
  check(world)
})

test('what has come back since is not forgotten when the closes before are folded again', () => {
  inTurn(one, { type: 'withdrawCase', case: 'k' })
  closeAfter(0)
  closeAfter(8)
  inTurn(one, { type: 'takeOutCase', case: 'k' })
  one.drop(true)
  const db = new Database(join(world.folder, 'counter-1.db'))
  db.exec('DELETE FROM snapshot; DELETE FROM archive')
  db.close()
  one.restart(false)
  expect(JSON.stringify(one.record.privates.get('k'))).toContain(name)
  expect(onDisk(one)).toContain(name)
  world.settle()
  check(world)
})

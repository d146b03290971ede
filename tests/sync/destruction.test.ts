import { beforeEach, describe, expect, test } from 'vitest'
import { verifyFolder } from '../../db/copies/verify.ts'
import { foldVersion } from '../../domain/hall-fold.ts'
import type { Command } from '../../domain/hall.ts'
import { dayOf } from '../../domain/time.ts'
import { check } from '../simulation/checks.ts'
import { kind } from '../simulation/fixture.ts'
import type { Machine } from '../simulation/world.ts'
import { inHallOfTwo, inTurn, one, receive, supervisor, two, world } from './hall-of-two.ts'

/** [P7] What is kept apart of a case past its period is destroyed on every machine, with real files and both real ends. */

const aDay = 86_400_000
const name = '김영수'
const year = () => Number(dayOf(world.now()).slice(0, 4))

inHallOfTwo()
let ended: number
beforeEach(() => {
  void world.hall.submit('hall', { type: 'setUpHall', profile: { ...world.profile, retention: 1 } }, world.now())
  world.settle()
  inTurn(one, receive('k', name), { type: 'withdrawCase', case: 'k' })
  inTurn(two, receive('other', '이순희'))
  ended = year()
  inTurn(supervisor, { type: 'closeDay', day: dayOf(world.now()) })
})

const untilPast = (): void => {
  while (year() < ended + 2) world.pass(30 * aDay)
}
const destroy = (): Command => ({ type: 'destroyCases', year: ended, kinds: [kind.code], reason: '의결 제3호' })

const onDisk = ({ log }: Pick<Machine, 'log'>): string =>
  JSON.stringify([
    ...log.after({ hallSeq: 0, ownSeq: 0 }),
    log.snapshot(foldVersion)?.text,
    log.archivedBetween('case', '0000-01-01', '9999-12-31'),
  ])
const atHall = (): string => onDisk({ log: world.hallLog })
const everywhere = (): string[] => [atHall(), ...world.machines.map(onDisk)]
/** What `changgu verify` finds in the databases of all, once they have what their journals have. */
function found(): unknown[] {
  for (const log of [world.hallLog, ...world.machines.map((m) => m.log)]) log.write()
  return verifyFolder(world.folder, 'plain')
}
/** A machine comes, and says what the hall asks of it. */
function comes(machine: Machine): void {
  for (let i = 0; i < 3; i++) {
    machine.connect()
    machine.carryUp(Infinity)
    world.turn()
    machine.carryDown(Infinity)
  }
}
const destroyedAt = ({ archive }: Machine) => archive.of('k')?.destroyedAt

test('the hall decides it, and the hall, the supervisor’s PC and the counter of the case have nothing of it any more; other cases stay', () => {
  untilPast()
  expect(everywhere().filter((all) => all.includes(name)).length).toBeGreaterThanOrEqual(3)
  inTurn(supervisor, destroy())
  expect(everywhere().some((all) => all.includes(name))).toBe(false)
  expect([atHall(), onDisk(two), onDisk(supervisor)].every((all) => all.includes('이순희'))).toBe(true)
  expect(world.machines.map(destroyedAt)).toEqual(Array.from(world.machines, () => world.now()))
  check(world)
})

test('before the period is over nothing is destroyed', () => {
  world.pass(30 * aDay)
  inTurn(supervisor, destroy())
  expect(atHall()).toContain(name)
  check(world)
})

test('it is gone after restarts, and when the record is folded anew', () => {
  untilPast()
  inTurn(supervisor, destroy())
  for (const machine of world.machines) machine.restart(false)
  world.restartHall()
  world.settle()
  expect(everywhere().some((all) => all.includes(name))).toBe(false)
  expect(world.machines.every((machine) => destroyedAt(machine) !== undefined)).toBe(true)
  check(world)
})

test('a PC that was away drops it on its return; verify finds nothing before, between and after', () => {
  one.drop(false)
  untilPast()
  expect(found()).toEqual([])
  supervisor.submit(destroy())
  supervisor.carryUp(Infinity)
  world.turn()
  expect(onDisk(one)).toContain(name)
  expect(found()).toEqual([])
  world.settle()
  expect(everywhere().some((all) => all.includes(name))).toBe(false)
  expect(found()).toEqual([])
  check(world)
})

describe('where the hall is restored from a copy of before', () => {
  beforeEach(() => {
    world.copyHall()
    untilPast()
    inTurn(supervisor, destroy())
    world.restoreHall()
  })

  test('it destroys again as soon as it hears the entry again', () => {
    expect(atHall()).toContain(name)
    world.settle()
    expect(everywhere().some((all) => all.includes(name))).toBe(false)
    check(world)
  })
})

test('a case of which a hall that was restored is told the private parts only after the close of its day is destroyed with the others', () => {
  world.pass(aDay)
  world.settle()
  world.copyHall()
  inTurn(one, receive('late', '박민수'), { type: 'withdrawCase', case: 'late' })
  inTurn(supervisor, { type: 'closeDay', day: dayOf(world.now()) })
  supervisor.drop(false)
  one.drop(false)
  world.restoreHall()
  // The other counter knows nothing of them.
  comes(two)
  expect(world.hallLog.archived('case', 'late')).toBeDefined()
  expect(atHall()).not.toContain('박민수')
  world.settle()
  expect(world.hallLog.archived('case', 'late')?.private).toContain('박민수')
  expect(found()).toEqual([])
  untilPast()
  inTurn(supervisor, destroy())
  expect(everywhere().some((all) => all.includes('박민수'))).toBe(false)
  expect(found()).toEqual([])
  check(world)
})

test('a case that was taken out again meanwhile keeps all of it, and is destroyed once it is put away again', () => {
  untilPast()
  inTurn(two, { type: 'takeOutCase', case: 'k' })
  inTurn(supervisor, destroy())
  expect([atHall(), onDisk(two)].every((all) => all.includes(name))).toBe(true)
  inTurn(supervisor, { type: 'closeDay', day: dayOf(world.now()) }, destroy())
  expect(everywhere().some((all) => all.includes(name))).toBe(false)
  inTurn(two, { type: 'takeOutCase', case: 'k' })
  expect(two.record.hall.cases.has('k')).toBe(false)
  check(world)
})

test('a copy of a PC from before destroys again when it has heard the hall', () => {
  one.keepCopy()
  untilPast()
  inTurn(supervisor, destroy())
  one.putBack()
  expect(onDisk(one)).toContain(name)
  world.settle()
  expect(everywhere().some((all) => all.includes(name))).toBe(false)
  check(world)
})

import { expect, test } from 'vitest'
import type { Entry } from '../../domain/record/log.ts'
import type { Machine } from '../simulation/world.ts'
import { inHallOfTwo, inTurn, one, pauses, receive, supervisor, two, world } from './hall-of-two.ts'

/** Private parts that come later than their entries to a restored hall (docs/SYNC.md, R1), and who is told them. */

inHallOfTwo()

/** The hall loses what one counter does now, and has it again. */
function lose(id: string): void {
  world.copyHall()
  inTurn(one, receive(id))
  world.restoreHall()
  world.settle()
}

/** What a machine that comes again is told, and what else the hall says to it. */
function comes(machine: Machine): { entries: Entry[]; says: string[] } {
  machine.restart(false)
  machine.connect()
  machine.carryUp(Infinity)
  world.turn()
  const entries = machine.down.flatMap((m) => (m.say === 'news' ? m.entries : []))
  const says = machine.down.map((m) => m.say)
  machine.carryDown(Infinity)
  machine.carryUp(Infinity)
  world.turn()
  return { entries, says }
}

/** One round in which only some come. */
function round(...machines: Machine[]): void {
  for (const machine of machines) {
    machine.connect()
    machine.carryUp(Infinity)
    world.turn()
    machine.carryDown(Infinity)
  }
}

test.each(['before', 'after'])(
  '[R1] a hall that falls %s it has what it takes back gets the private parts too',
  (when) => {
    world.copyHall()
    one.submit(receive('case-1', '김영수'))
    two.submit(receive('case-2', '이순희'))
    world.settle()
    world.restoreHall()
    const append = world.hallLog.append
    let isNoted = false
    world.hallLog.append = (...what) => {
      isNoted = world.hallLog.adopted().last > 0
      if (when === 'after') append(...what)
      throw new Error('it falls here')
    }
    expect(() => {
      for (let i = 0; i < 3; i++) round(one)
    }).toThrow('it falls here')
    expect(isNoted).toBe(true)
    world.restartHall()
    world.settle()
    expect(world.recovered).toBe(1)
    for (const [id, name] of Object.entries({ 'case-1': '김영수', 'case-2': '이순희' }))
      expect(world.hall.record.privates.get(id)).toMatchObject({ '1.1': { petitioner: { name } } })
  },
)

test('[R1] a second restore asks for what it lost alone, and not for what lies between', () => {
  lose('first')
  pauses(two, 400)
  world.settle()
  lose('second')
  const { first, last } = world.hallLog.adopted()
  expect(last - first).toBeLessThan(10)
  inTurn(two, { type: 'pauseCounter', reason: 'meal' })
  for (const machine of [one, two, supervisor]) {
    const { entries, says } = comes(machine)
    expect(entries).toEqual([])
    expect(says).not.toContain('privates')
  }
  // Nor when it was started again.
  world.restartHall()
  world.settle()
  inTurn(two, { type: 'reopenCounter' })
  for (const machine of [one, two, supervisor]) expect(comes(machine)).toMatchObject({ entries: [] })
})

test('[R1] what came late is told once: who may not have heard it is told again', () => {
  world.copyHall()
  for (let i = 0; i < 5; i++) one.submit(receive(`k${i}`))
  world.settle()
  supervisor.drop(false)
  world.restoreHall()
  // The other counter gives it back without the private parts, and the supervisor's PC, a new one, hears it so.
  supervisor.replace()
  round(two)
  round(two, one, supervisor, two)
  one.drop(false)
  world.settle()
  expect(supervisor.record.privates.size).toBe(5)
  const late = world.hallLog.adopted().late ?? []
  expect(late).toHaveLength(5)
  // It has heard nothing since: as far as the hall knows the line fell before it heard that.
  expect(comes(supervisor).entries).toHaveLength(5)
  inTurn(two, { type: 'pauseCounter', reason: 'meal' })
  expect(comes(supervisor).entries).toEqual([])
})

test('[S6] a line on which much waits is not told what came late before that is read', () => {
  lose('first')
  const count = 120
  world.hallLog.keepAdopted({
    ...world.hallLog.adopted(),
    told: {},
    late: Array.from({ length: count }, () => world.hallLog.adopted().late?.[0] ?? 0),
  })
  world.restartHall()
  supervisor.mostDown = 0
  supervisor.connect()
  supervisor.carryUp(Infinity)
  world.turn()
  const told = () => supervisor.down.filter((m) => m.say === 'news')
  expect(told()).toEqual([])
  for (let i = 0; i < 9; i++) {
    supervisor.carryDown(Infinity)
    world.turn()
    expect(told().length).toBeLessThan(2)
  }
  expect(world.hallLog.adopted().told).not.toEqual({})
})

test('[R1] what an older version noted of a restore is read: all of it may have come late', () => {
  lose('first')
  const { first, last, from, isWhole = false } = world.hallLog.adopted()
  world.hallLog.keepAdopted({ first, last, from, isWhole })
  world.restartHall()
  const { entries } = comes(supervisor)
  expect(entries.map((e) => e.private)).toEqual([expect.objectContaining({ petitioner: { name: '김영수' } })])
})

import { afterEach, beforeEach } from 'vitest'
import { guidanceTopics } from '../../domain/case/intake.ts'
import type { Command } from '../../domain/hall.ts'
import { kind } from '../simulation/fixture.ts'
import { type Machine, World } from '../simulation/world.ts'

/** A hall with two counters and a supervisor's PC, somebody at each, with real files and both real ends; anew for each test. */

export let world: World
export let one: Machine
export let two: Machine
export let supervisor: Machine

export function inHallOfTwo(): void {
  beforeEach(() => {
    world = new World(2)
    ;[one, two, supervisor] = world.machines as [Machine, Machine, Machine]
    world.settle()
    for (const counter of [one, two]) counter.submit({ type: 'signIn', clerk: 'clerk' })
    supervisor.submit({ type: 'signIn', clerk: 'chief' })
    world.settle()
  })
  afterEach(() => world.close())
}

export const receive = (id: string, name = '김영수'): Command => ({
  type: 'receiveCase',
  case: id,
  kind: kind.code,
  petitioner: { name },
  guidance: [...guidanceTopics],
})

/** Does one thing after the other, each heard by everybody before the next. */
export function inTurn(machine: Machine, ...commands: Command[]): void {
  for (const command of commands) {
    machine.submit(command)
    world.settle()
  }
}

/** So many acts that leave the state as it was, if they are even in number. */
export function pauses(machine: Machine, count: number): void {
  for (let i = 0; i < count; i++)
    machine.submit(i % 2 === 0 ? { type: 'pauseCounter', reason: 'meal' } : { type: 'reopenCounter' })
}

import type { Command } from '../../domain/hall.ts'
import { isHeld } from '../../domain/queue/visit.ts'
import type { Hall } from '../../domain/state.ts'
import { dayOf } from '../../domain/time.ts'
import type { Dice } from './dice.ts'
import type { Machine } from './world.ts'

/** Where a visitor is sent: nowhere in particular, to a machine that may be no counter, or to a team; to come back or not. */
export function sendAway(machine: Machine, dice: Dice): { to?: string; team?: string; returns?: true } {
  const to = dice.pick([{}, { to: dice.pick(machine.world.machines).id }, { team: 't1' }, { team: 'none' }])
  return { ...to, ...(dice.oneIn(2) && { returns: true as const }) }
}

/** Visits on hold at other counters, gone on with here. */
export function takeOvers({ id, record }: Machine, newId: () => string): Command[] {
  const held = [...record.hall.visits.values()].filter((v) => isHeld(v) && v.counter !== id)
  return held.slice(0, 3).map((v) => ({ type: 'takeOverVisit', visit: newId(), held: v.visit }))
}

/** The bell: rung, answered and ended. */
export function bells({ emergencies }: Hall, newId: () => string): Command[] {
  const rings = [...emergencies.values()].find((e) => !e.ended)
  const call = rings?.call ?? newId()
  return [
    { type: 'callEmergency', call },
    { type: 'answerEmergency', call },
    { type: 'endEmergency', call, done: '진정됨' },
  ]
}

/** Closes today, mostly with whoever is away named. */
export function someClosing(machine: Machine, dice: Dice): Command {
  const day = dayOf(machine.world.now())
  const without = machine.world.machines.map((m) => m.id)
  return dice.oneIn(3) ? { type: 'closeDay', day } : { type: 'closeDay', day, without, reason: '회선이 끊긴 채 퇴근' }
}

/** The rules of the queue as a supervisor sets them. */
export const someSettings = (dice: Dice): Command => ({
  type: 'setQueue',
  settings: dice.pick([
    { recalls: dice.below(4) },
    { placesBack: dice.below(6), holdMinutes: 15 },
    { outOfOrder: dice.pick(['everyone', 'named', 'supervisors']), outOfOrderBy: ['clerk'] },
  ]),
  reason: '혼잡',
})

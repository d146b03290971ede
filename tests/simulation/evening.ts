import { letsVisitorGo } from '../../domain/case/case-rules.ts'
import type { Command } from '../../domain/hall.ts'
import { isOpen } from '../../domain/queue/visit.ts'
import { dayOf } from '../../domain/time.ts'
import type { Machine, World } from './world.ts'

/** The end of a day as people bring it about: every visit is ended, then the supervisor closes the day. */
export function evening(world: World, give: (machine: Machine, command: Command) => void): void {
  world.gather()
  for (const machine of world.machines) {
    const { hall } = machine.record
    if (hall.counters.get(machine.id)?.clerk === undefined)
      give(machine, { type: 'signIn', clerk: machine.id === 'supervisor' ? 'chief' : 'clerk' })
    // One at the counter goes before those on hold come back to it.
    const mine = [...hall.visits.values()].filter((v) => v.counter === machine.id && isOpen(v))
    for (const { visit } of mine.toSorted((a) => (a.state === 'held' ? 1 : -1))) endVisit(machine, visit, give)
  }
  world.gather()
  const supervisor = world.machines.at(-1)
  if (supervisor) give(supervisor, { type: 'closeDay', day: dayOf(world.now()) })
  world.gather()
}

function endVisit(machine: Machine, visit: string, give: (machine: Machine, command: Command) => void): void {
  const { hall } = machine.record
  const state = () => hall.visits.get(visit)?.state
  if (state() === 'held') give(machine, { type: 'resumeVisit', visit })
  if (state() === 'called') give(machine, { type: 'returnToQueue', visit })
  if (state() !== 'serving') return
  for (const known of hall.cases.values()) {
    if (known.received.visit !== visit || known.holder !== machine.id || letsVisitorGo(known)) continue
    const on = { case: known.received.case }
    if (!known.decision) give(machine, { ...on, type: 'withdrawCase' })
    else {
      if (!known.notice) give(machine, { ...on, type: 'notifyCase', channel: 'inPerson' })
      give(machine, { ...on, type: 'awaitPickup' })
    }
  }
  give(machine, { type: 'completeVisit', visit })
}

import type { Command } from '../../domain/hall.ts'
import { someCommand } from './acts.ts'
import { check } from './checks.ts'
import { makeDice, type Dice } from './dice.ts'
import { World, type Machine } from './world.ts'

export type Simulated = { entries: number; commands: Set<Command['type']> }

/** Plays a hall with dice: lost, doubled and late messages, cut lines, restarts; then lets all settle and checks. Throws what is wrong. */
export async function simulate(seed: number, counters = 18, moves = 2500): Promise<Simulated> {
  const dice = makeDice(seed)
  const world = new World(counters)
  const commands = new Set<Command['type']>()
  let ids = 0
  const newId = () => `${seed}-${++ids}`
  try {
    for (const m of world.machines) m.connect()
    for (let i = 0; i < moves; i++) move(world, dice, commands, newId)
    world.settle()
    await Promise.all(world.answers)
    return { entries: check(world).length, commands }
  } finally {
    world.close()
  }
}

function move(world: World, dice: Dice, commands: Set<Command['type']>, newId: () => string): void {
  world.pass(dice.oneIn(900) ? 15 * 3_600_000 : dice.below(20_000))
  const machine = dice.pick(world.machines)
  if (world.ghosts.length > 0 && dice.oneIn(20)) world.ghosts.shift()?.leave(world.now())
  const roll = dice.below(100)
  if (roll < 8) touchKiosk(world, dice, commands, newId)
  else if (roll < 45) act(machine, dice, commands, newId)
  else if (roll < 60) lines(machine, dice)
  else if (roll < 75) machine.carryUp(1 + dice.below(4))
  else if (roll < 84) world.turn()
  else if (roll < 98) machine.carryDown(1 + dice.below(4))
  else if (roll === 98) machine.restart(dice.oneIn(2))
  else if (dice.oneIn(3)) world.restartHall()
}

function lines(machine: Machine, dice: Dice): void {
  const roll = dice.below(10)
  if (roll < 7) machine.connect()
  else if (roll < 9) machine.drop(dice.oneIn(2))
  else machine.double()
}

function act(machine: Machine, dice: Dice, commands: Set<Command['type']>, newId: () => string): void {
  const command = someCommand(machine, dice, newId)
  commands.add(command.type)
  machine.submit(command)
}

function touchKiosk(world: World, dice: Dice, commands: Set<Command['type']>, newId: () => string): void {
  const command = { type: 'issueTicket', touch: newId(), class: dice.oneIn(5) ? 'priority' : 'ordinary' } as const
  commands.add(command.type)
  for (let i = dice.below(4) === 0 ? 2 : 1; i > 0; i--) void world.hall.submit('kiosk-1', command, world.now())
}

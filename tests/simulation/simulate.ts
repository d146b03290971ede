import type { Command } from '../../domain/hall.ts'
import { someCommand } from './acts.ts'
import { check } from './checks.ts'
import { makeDice, type Dice } from './dice.ts'
import { evening } from './evening.ts'
import { touchKiosk } from './kiosk-acts.ts'
import { pairSome } from './machine-acts.ts'
import { readFolder } from './manual-acts.ts'
import { World, type Machine } from './world.ts'

/** How many entries a day made, which commands were given and ever done, and how many broken transfers went on. */
type Simulated = {
  entries: number
  resumed: number
  recovered: number
  commands: Set<Command['type']>
  done: Set<Command['type']>
}

/** Plays a hall with dice: lost, doubled and late messages, cut lines, restarts; then lets all settle and checks. Throws what is wrong. */
export async function simulate(seed: number, moves = 2500, putsBack = false): Promise<Simulated> {
  const dice = makeDice(seed)
  // In a small hall more is done on each case, in a large one more at the same time.
  const counters = dice.pick([3, 6, 18])
  const world = new World(counters, { isProven: true })
  const commands = new Set<Command['type']>()
  let ids = 0
  const newId = () => `${seed}-${++ids}`
  try {
    for (const m of world.machines) {
      m.mostDown = dice.pick([Infinity, 3, 1])
      m.connect()
    }
    for (let i = 0; i < moves; i++) {
      move(world, dice, commands, newId, putsBack)
      if (dice.oneIn(500)) endDay(world, commands)
      if (dice.oneIn(400)) readFolder(world, commands)
      if (dice.oneIn(200)) pairSome(world, dice, commands)
    }
    world.settle()
    await Promise.all(world.answers)
    const done = new Set(world.told.filter((t) => t.outcome === 'done').map((t) => t.command.type))
    return { entries: check(world).length, resumed: world.resumed, recovered: world.recovered, commands, done }
  } finally {
    world.close()
  }
}

const day = 24 * 3_600_000

function move(world: World, dice: Dice, commands: Set<Command['type']>, newId: () => string, putsBack: boolean): void {
  world.pass(dice.oneIn(300) ? dice.pick([1, 1, 1, 4, 20]) * day : dice.below(20_000))
  // In a large hall the one supervisor would hardly ever have a turn.
  const supervisor = dice.oneIn(12) ? world.machines.at(-1) : undefined
  const machine = supervisor ?? dice.pick(world.machines)
  if (world.ghosts.length > 0 && dice.oneIn(20)) world.ghosts.shift()?.leave(world.now())
  if (dice.oneIn(40)) (dice.oneIn(2) ? machine.log : world.hallLog).write()
  if (dice.oneIn(100)) machine.refusals = 1
  const roll = dice.below(100)
  if (roll < 8) touchKiosk(world, dice, commands, newId)
  else if (roll < 45) act(machine, dice, commands, newId)
  else if (roll < 60) lines(machine, dice)
  else if (roll < 75) machine.carryUp(1 + dice.below(4))
  else if (roll < 84) takeTurn(world, dice)
  else if (roll < 98) machine.carryDown(1 + dice.below(4))
  else if (roll === 98) fall(machine, dice, putsBack)
  else if (dice.oneIn(3)) world[dice.oneIn(2) ? 'cutPower' : 'restartHall']()
  else if (dice.oneIn(6)) world.copyHall()
  else if (world.hasCopy && dice.oneIn(8)) world.restoreHall()
}

/** A whole turn, or one whose news wait for the disk while more comes in. */
function takeTurn(world: World, dice: Dice): void {
  if (dice.oneIn(3)) world.takeOff()
  else world.turn(dice.oneIn(2) ? 'later' : 'now')
}

/** A PC falls and rises; where disks are put back, an earlier state of its own is kept now and then, or put back. */
function fall(machine: Machine, dice: Dice, putsBack: boolean): void {
  const hallHearsLater = dice.oneIn(2)
  if (!putsBack) machine.restart(hallHearsLater)
  else if (dice.oneIn(6)) machine.keepCopy(hallHearsLater)
  else if (machine.copy && dice.oneIn(4)) machine.putBack(hallHearsLater)
  else machine.restart(hallHearsLater)
}

function lines(machine: Machine, dice: Dice): void {
  const roll = dice.below(10)
  if (roll < 7) machine.connect()
  else if (roll < 9) machine.drop(dice.oneIn(2))
  else machine.double()
}

function act(machine: Machine, dice: Dice, commands: Set<Command['type']>, newId: () => string): void {
  const command = sensible(machine, dice, newId)
  commands.add(command.type)
  machine.submit(command)
}

function endDay(world: World, commands: Set<Command['type']>): void {
  evening(world, (machine, command) => {
    commands.add(command.type)
    machine.submit(command)
  })
  world.pass(15 * 3_600_000)
}

/** Mostly something that is possible now as far as the machine knows; sometimes whatever comes to mind. */
function sensible(machine: Machine, dice: Dice, newId: () => string): Command {
  let command = someCommand(machine, dice, newId)
  if (dice.oneIn(4)) return command
  for (let i = 0; i < 8 && machine.refuses(command); i++) command = someCommand(machine, dice, newId)
  return command
}

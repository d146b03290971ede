import type { Command } from '../../domain/hall.ts'
import type { Dice } from './dice.ts'
import type { Machine, World } from './world.ts'

/** What a supervisor does about the PCs of the hall. */
export function someMachineAct({ record, world }: Machine, dice: Dice): Command[] {
  const { id } = dice.pick(world.machines)
  const device = record.hall.machines.get(id)?.device?.device ?? 'none'
  const verifier = `${'A'.repeat(43)}=`
  return [
    { type: 'inviteMachine', machine: id, invite: `invite ${world.now()}`, verifier },
    { type: 'revokeMachine', machine: id, device, reason: '분실' },
  ]
}

/** What the hall says by itself when a PC has proved that it was invited. */
export function pairSome(world: World, dice: Dice, commands: Set<Command['type']>): void {
  const at = world.now()
  const machine = dice.pick(world.machines).id
  const invite = world.hall.record.hall.machines.get(machine)?.invited?.invite ?? 'by hand'
  const device = { device: `device ${at}`, key: 'key', fingerprint: 'f'.repeat(64), name: 'PC', invite }
  const command = { type: 'pairMachine', machine, ...device } as const
  commands.add(command.type)
  const tell = world.ask('hall', command)
  world.answers.push(tell.then((outcome) => world.told.push({ machine: 'hall', command, outcome, originSeq: 0 })))
  // Answered at once: a hall that falls meanwhile would never answer.
  world.turn()
}

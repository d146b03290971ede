import type { Command } from '../../domain/hall.ts'
import { dayOf } from '../../domain/time.ts'
import type { Dice } from './dice.ts'
import type { World } from './world.ts'

/** A touch at a kiosk, now and then arriving twice; a kiosk that was cut off tells its own, and printers answer. */
export function touchKiosk(world: World, dice: Dice, commands: Set<Command['type']>, newId: () => string): void {
  const at = world.now()
  const queued = [...world.hall.record.hall.tickets.values()].find((t) => t.print?.state === 'queued')
  if (queued?.print && dice.oneIn(2)) {
    const told = { type: 'tellPrint', ticket: queued.ticket, print: queued.print.print } as const
    return tell('hall', { ...told, ...(dice.oneIn(3) && { why: 'paperOut' as const }) })
  }
  const chosen = { touch: newId(), class: dice.oneIn(5) ? 'priority' : 'ordinary' } as const
  const someone = [...world.hall.record.hall.tickets.values()].at(-1 - dice.below(4))
  if (dice.oneIn(10) && someone) return tell('kiosk', { type: 'printTicket', touch: someone.touch, kiosk: 'kiosk-1' })
  if (dice.oneIn(8)) {
    const label = { day: dayOf(at), series: '다', number: 1 + dice.below(220) } as const
    const issuedAt = at - dice.below(600_000)
    return tell('kiosk', { ...chosen, type: 'tellTicket', kiosk: 'kiosk-1', label, issuedAt }, dice.oneIn(4) ? 2 : 1)
  }
  const kiosk = dice.oneIn(2) ? { kiosk: 'kiosk-1' } : {}
  tell('kiosk', { ...chosen, ...kiosk, type: 'issueTicket' }, dice.oneIn(4) ? 2 : 1)

  function tell(machine: string, command: Command, times = 1): void {
    commands.add(command.type)
    for (let i = times; i > 0; i--) {
      const answer = world.ask(machine, command)
      void answer.then((outcome) => world.told.push({ machine, command, outcome, originSeq: 0 }))
    }
  }
}

import type { Command, Event } from '../../domain/hall.ts'
import { type FromHall, protocol } from '../../sync/protocol.ts'
import type { World } from '../simulation/world.ts'

/** A PC that was taken over: it tells what it likes under its own name, past every rule of an honest one. */
export function liarIn(world: World, machine: string) {
  const seat = world.hall.connect({ send: () => undefined })
  const heard: FromHall[] = []
  const answers = () => heard.flatMap((m) => (m.say === 'answer' ? [m.refused] : []))
  const hears = world.hall.connect({ send: (m) => void heard.push(m) })
  seat.leave(world.now())
  hears.hear({ say: 'hello', protocol, machine, seen: 0 }, world.now())
  return {
    /** All that the hall has said to it. */
    heard,
    tell(...happened: (Event | { event: Event; private: unknown })[]): void {
      const from = world.hall.record.lastOriginSeq(machine) + 1
      const entries = happened.map((one, i) => ({
        origin: machine,
        originSeq: from + i,
        hallSeq: null,
        ...('event' in one ? one : { event: one }),
      }))
      hears.hear({ say: 'tell', entries }, world.now())
      world.turn()
    },
    /** Tells one under a number of its choice. */
    tellAs(originSeq: number, event: Event): void {
      hears.hear({ say: 'tell', entries: [{ origin: machine, originSeq, hallSeq: null, event }] }, world.now())
      world.turn()
    },
    ask(command: Command): unknown {
      hears.hear({ say: 'ask', ask: answers().length + 1, command }, world.now())
      world.turn()
      return answers().at(-1)
    },
  }
}

/** What the hall of a world holds, and why. */
export const heldIn = (world: World): string[] =>
  [...world.hallLog.after({ hallSeq: 0, ownSeq: 0 })].flatMap(({ event }) =>
    event.type === 'entryHeld' ? [`${event.what} ${event.why}`] : [],
  )

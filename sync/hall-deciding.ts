import { HALL } from '../domain/actor.ts'
import { decidedBy } from '../domain/decided-by.ts'
import { decide, Event, type Command, type Refusal } from '../domain/hall.ts'
import { permissions } from '../domain/people/permissions.ts'
import type { Log } from '../domain/record/log.ts'
import type { Record } from '../domain/record/record.ts'
import type { Instant } from '../domain/time.ts'
import type { Place } from './hall-intake.ts'
import type { hallSignIns } from './hall-sign-ins.ts'
import type { HallSurroundings } from './hall-surroundings.ts'
import type { Sitting } from './protocol.ts'

/** What of the hall's end its decisions go by, and hear of them. */
type Deciding = {
  place: Place
  signIns: ReturnType<typeof hallSignIns>
  /** Which of these machines are not on the line. */
  away(machines: Iterable<string>): string[]
  /** The machines that a restored hall waits for; undefined in a hall at work. */
  awaited(): ReadonlySet<string> | undefined
  /** Whether that wait is over once this turn is passed on. */
  isEnding(): boolean
  ends(): void
}

/** Decides what a machine, or the hall itself, asks of the hall: what happens gets its place at once; else why not. */
export function hallDeciding(
  record: Record,
  log: Log,
  { assemble, bringBack, isSound, keeping, checkCode, decided }: HallSurroundings,
  { place, signIns, away, awaited, isEnding, ends }: Deciding,
) {
  const archived = (id: string) => log.archived('case', id)?.body

  return (machine: string, command: Command, at: Instant, said?: Sitting): Refusal | undefined => {
    if (decidedBy[command.type] !== 'hall' && machine !== HALL) return 'notForThisMachine'
    const waitsFor = awaited()
    // A restored hall takes nothing in before it goes on: who signed in since its copy says so with the asking.
    const sitting = waitsFor && said && signIns.sits(machine, said, at) ? said.clerk : undefined
    const isProven = sitting !== undefined || signIns.mayAsk(machine, at)
    if (permissions[command.type].who !== 'anyone' && !isProven) return 'signInUnproven'
    if (command.type === 'setPassword' && !signIns.mayReplace(machine, command)) return 'passwordUnproven'
    const decision = decide(record.hall, command, {
      machine,
      at,
      archived,
      keeping: keeping(record.hall),
      checkCode,
      assemble,
      bringBack,
      isSound,
      unheard: away(record.hall.counters.keys()),
      ...(waitsFor && !isEnding() && { awaited: [...waitsFor] }),
      ...(sitting !== undefined && { sitting }),
    })
    if ('refused' in decision) return decision.refused
    for (const h of decision.happened)
      if (!Event.safeParse(h.event).success) throw new Error(`${h.event.type} is malformed`)
    for (const h of decision.happened) place(HALL, record.lastOriginSeq(HALL) + 1, h)
    if (command.type === 'endRecovery') ends()
    return decided(command)
  }
}

import type { z } from 'zod'
import { HALL } from '../domain/actor.ts'
import type { Event } from '../domain/hall.ts'
import type { Entry } from '../domain/log.ts'
import { owns } from '../domain/ownership.ts'
import type { Instant } from '../domain/time.ts'
import type { Record } from '../domain/record.ts'
import type { hallRecovery } from './hall-recovery.ts'
import { eventOf, type ToldEntry } from './protocol.ts'

type Told = z.infer<typeof ToldEntry>
type Place = (origin: string, originSeq: number, happened: Pick<Entry, 'event' | 'private'>) => void

/**
 * Takes in what a machine tells, each entry once; true when the entries follow what the hall has. A gap means that the
 * machine must begin again with hello.
 */
export function hallIntake(
  record: Record,
  recovery: ReturnType<typeof hallRecovery>,
  act: { place: Place; completed(): void; accepts(machine: string, event: Event, at: Instant): boolean },
) {
  const { place, completed, accepts } = act

  /** The event itself, or the note that it is held. */
  function accepted({ event: told }: Told, machine: string, at: Instant): Event {
    const event = eventOf(told)
    if (event === 'malformed') return held(told, machine, 'malformed')
    if (!owns(record.hall, machine, event)) return held(told, machine, 'notOwner')
    return accepts(machine, event, at) ? event : held(told, machine, 'notProven')
  }

  /** An entry that was taken back without its private part gets it. */
  function fillIn(told: Told, apart: Pick<Entry, 'private'>): void {
    const event = eventOf(told.event)
    if (event === 'malformed' || !recovery.isAdopted(told.origin, told.originSeq)) return
    record.stage([{ origin: told.origin, originSeq: told.originSeq, hallSeq: null, event, ...apart }])
  }

  return (machine: string, entries: readonly Told[], at: Instant): boolean => {
    for (const entry of entries) {
      const have = record.lastOriginSeq(machine)
      if (entry.origin !== machine || entry.originSeq > have + 1) return false
      const apart = entry.private && { private: entry.private }
      if (entry.originSeq > have)
        place(entry.origin, entry.originSeq, { event: accepted(entry, machine, at), ...apart })
      else if (apart) fillIn(entry, apart)
    }
    const told = entries.at(-1)
    if (told && told.originSeq >= record.lastOriginSeq(machine) && recovery.complete(machine)) completed()
    return true
  }
}

/** An entry that the hall cannot apply: kept with its content and its place, shown to the supervisor, in nobody's way. */
const held = (told: Told['event'], origin: string, why: 'notOwner' | 'malformed' | 'notProven'): Event => ({
  ...{ type: 'entryHeld', at: told.at, by: { machine: HALL }, origin },
  ...{ what: told.type, why, content: JSON.stringify(told) },
})

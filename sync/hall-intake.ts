import { HALL } from '../domain/actor.ts'
import type { Event } from '../domain/hall.ts'
import { textLength } from '../domain/record/batches.ts'
import type { Entry } from '../domain/record/log.ts'
import { owns, type PutAway } from '../domain/record/ownership.ts'
import { Private } from '../domain/record/private.ts'
import type { Record } from '../domain/record/record.ts'
import { Instant } from '../domain/time.ts'
import type { hallRecovery } from './hall-recovery.ts'
import { eventOf, type ToldEntry } from './protocol.ts'

type Happened = Pick<Entry, 'event' | 'private'>
/** Gives what happened its place; `isAsTold` if it is the very same that its machine told. */
export type Place = (origin: string, originSeq: number, happened: Happened, isAsTold?: boolean) => void

/**
 * Takes in what a machine tells at a moment, each entry once; true when the entries follow what the hall has. A gap means
 * that the machine must begin again with hello.
 */
export function hallIntake(
  record: Record,
  recovery: ReturnType<typeof hallRecovery>,
  act: {
    place: Place
    accepts(machine: string, happened: Happened, at: Instant): boolean
    putAway: PutAway
  },
) {
  const { place, accepts, putAway } = act

  /** The entry itself, or the note that it is held. */
  function accepted({ event: told, private: apart }: ToldEntry, machine: string, now: Instant): Happened {
    const event = isTooLong(told) ? 'malformed' : eventOf(told)
    const kept = privateOf(apart)
    if (event === 'malformed' || kept === 'malformed')
      return { event: held(told, machine, 'malformed', now), ...(kept !== 'malformed' && kept) }
    if (!owns(record.hall, machine, event, putAway)) return { event: held(told, machine, 'notOwner', now), ...kept }
    return { event: accepts(machine, { event, ...kept }, now) ? event : held(told, machine, 'notProven', now), ...kept }
  }

  /** An entry that was taken back without its private part gets it. */
  function fillIn({ origin, originSeq, event: told, private: apart }: ToldEntry): void {
    if (apart === undefined || !recovery.isAdopted(origin, originSeq)) return
    const event = eventOf(told)
    const kept = privateOf(apart)
    if (event !== 'malformed' && kept !== 'malformed')
      recovery.fillIn({ origin, originSeq, hallSeq: null, event, ...kept })
  }

  return (machine: string, entries: readonly ToldEntry[], now: Instant): boolean => {
    for (const entry of entries) {
      const have = record.lastOriginSeq(machine)
      if (entry.origin !== machine || entry.originSeq > have + 1) return false
      if (entry.originSeq > have) {
        const happened = accepted(entry, machine, now)
        // What was read is itself, unless it had to be changed.
        place(entry.origin, entry.originSeq, happened, Object.is(happened.event, entry.event))
      } else fillIn(entry)
    }
    const told = entries.at(-1)
    if (told && told.originSeq >= record.lastOriginSeq(machine)) recovery.complete(machine)
    return true
  }
}

/**
 * How many characters an act has at most, and what is kept apart with it. A restored hall is told each again in one message
 * (server/line.ts), in which what it held takes up to seven bytes for a character.
 */
const longest = 2 ** 20
const isTooLong = (told: unknown): boolean => textLength(told) > longest
/** Of what is too long to be kept as it came, the short fields are. */
const short = 200
const shortOf = (told: ToldEntry['event']): Partial<ToldEntry['event']> =>
  Object.fromEntries(Object.entries(told).filter(([, value]) => textLength(value) <= short))

/** What is kept apart, if anything; what cannot be read stays with its teller, since nobody else may have to see it. */
function privateOf(told: unknown): Pick<Entry, 'private'> | 'malformed' {
  if (told === undefined) return {}
  if (isTooLong(told)) return 'malformed'
  const read = Private.safeParse(told).data
  return read ? { private: read } : 'malformed'
}

/** An entry that the hall cannot apply: kept with its content and its place, shown to the supervisor, in nobody's way. */
const held = (
  told: ToldEntry['event'],
  origin: string,
  why: 'notOwner' | 'malformed' | 'notProven',
  now: Instant,
): Event => ({
  type: 'entryHeld',
  at: Instant.safeParse(told['at']).data ?? now,
  by: { machine: HALL },
  origin,
  what: told.type,
  why,
  content: JSON.stringify(isTooLong(told) ? shortOf(told) : told),
})

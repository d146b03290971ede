import { z } from 'zod'
import { Actor } from './actor.ts'
import type { Event } from './hall.ts'
import type { Hall, Stray } from './state.ts'
import { Instant } from './time.ts'

/** 적용하지 못한 기록: what is in the record and could not be folded, and who has looked into it. */

/** So many are shown and looked into at once: a PC that has gone wrong may tell thousands. */
export const mostStrays = 100

const word = z.string().max(200)
/** What names a stray. Two of the same name say the same, and are looked into together. */
const Name = z.strictObject({ origin: word, what: word, about: word, at: Instant })
type Name = z.infer<typeof Name>
const strays = z.array(Name).min(1).max(mostStrays)

export const straysCommand = z.strictObject({ type: z.literal('checkStrays'), strays })
export const straysEvent = z.strictObject({ type: z.literal('straysChecked'), at: Instant, by: Actor, strays })

export type StraysRefusal = 'straysCheckedAlready'

/** Those that nobody has looked into yet, the newest last. */
export const openStrays = (hall: Hall): Stray[] => hall.strays.filter((s) => !s.checked)

/** How many entries the hall keeps and cannot apply, which nobody has looked into. */
export const heldEntries = (hall: Hall): number => openStrays(hall).filter((s) => s.why === 'held').length

/** Those of the named that are open still; the hall decides, so none is looked into that the supervisor has not seen. */
export function decideStrays(
  hall: Hall,
  command: z.infer<typeof straysCommand>,
  done: { by: Actor; at: Instant },
): { event: z.infer<typeof straysEvent> } | { refused: StraysRefusal } {
  const open = new Set(openStrays(hall).map(textOf))
  const named = command.strays.filter((s) => open.has(textOf(s)))
  if (named.length === 0) return { refused: 'straysCheckedAlready' }
  return { event: { type: 'straysChecked', ...done, strays: named } }
}

export function evolveStrays(hall: Hall, { at, by, strays: named }: z.infer<typeof straysEvent>): void {
  const names = new Set(named.map(textOf))
  hall.strays = hall.strays.map((s) => (names.has(textOf(s)) ? { ...s, checked: s.checked ?? { at, by } } : s))
}

/** Keeps what an event was about that is not here, in the order of time: the same on every machine. */
export const keepUnknown = (hall: Hall, event: Event, about: string): void =>
  keepStray(hall, { origin: event.by.machine, what: event.type, about, at: event.at, why: 'unknownThing' })

export function keepStray(hall: Hall, one: Stray): void {
  const text = (s: Stray) => s.origin + s.about + s.what
  const isLater = (s: Stray) => s.at > one.at || (s.at === one.at && text(s) > text(one))
  // Mostly the newest: looked for from the end, since a PC that has gone wrong may tell thousands.
  let place = hall.strays.length
  for (let s = hall.strays[place - 1]; s && isLater(s); s = hall.strays[place - 1]) place -= 1
  hall.strays.splice(place, 0, one)
}

const textOf = ({ origin, what, about, at }: Name): string => JSON.stringify([origin, what, about, at])

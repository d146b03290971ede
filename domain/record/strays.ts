import { z } from 'zod'
import { Actor, Id } from '../actor.ts'
import type { Event } from '../hall.ts'
import type { Hall, Stray } from '../state.ts'
import { Instant } from '../time.ts'

/** 적용하지 못한 기록: what is in the record and could not be folded, and who has looked into it. */

/** So many are shown and looked into at once: a PC that has gone wrong may tell thousands. */
export const mostStrays = 100

const word = z.string().max(200)
/** Strays of one name, and how many of them: what cannot be read may come many times in one moment. */
const Named = z.strictObject({
  origin: word,
  what: word,
  about: word,
  at: Instant,
  count: z.int().min(1).max(mostStrays),
})
type Named = z.infer<typeof Named>
type Name = Omit<Named, 'count'>
const strays = z.array(Named).min(1).max(mostStrays)

export const straysCommand = z.strictObject({ type: z.literal('checkStrays'), strays })
export const straysEvent = z.strictObject({ type: z.literal('straysChecked'), at: Instant, by: Actor, strays })

/** What a machine told and the hall could not take: kept by the hall as it came. */
export const heldEvent = z.strictObject({
  type: z.literal('entryHeld'),
  at: Instant,
  by: Actor,
  origin: Id,
  what: z.string(),
  why: z.enum(['notOwner', 'malformed', 'notProven']),
  content: z.string(),
})

export type StraysRefusal = 'straysCheckedAlready'

/** How many entries the hall keeps and cannot apply, which nobody has looked into. */
export const heldEntries = (hall: Hall): number => hall.strays.filter((s) => s.why === 'held').length

/** How a command names what was shown. */
export const namesOf = (shown: readonly Stray[]): Named[] => together(shown.map((one) => ({ ...one, count: 1 })))

/** Each name once. */
function together(all: readonly Named[]): Named[] {
  const named = new Map<string, Named>()
  for (const { origin, what, about, at, count } of all) {
    const name = { origin, what, about, at }
    const text = JSON.stringify(name)
    named.set(text, { ...name, count: (named.get(text)?.count ?? 0) + count })
  }
  return [...named.values()]
}

/** Those of the named that are open still; the hall decides, so that none goes with them that nobody has seen. */
export function decideStrays(
  hall: Hall,
  command: z.infer<typeof straysCommand>,
  done: { by: Actor; at: Instant },
): { event: z.infer<typeof straysEvent> } | { refused: StraysRefusal } {
  const open = together(command.strays).flatMap((name) => {
    const count = Math.min(name.count, placesOf(hall.strays, name).length, mostStrays)
    return count > 0 ? [{ ...name, count }] : []
  })
  if (open.length === 0) return { refused: 'straysCheckedAlready' }
  return { event: { type: 'straysChecked', ...done, strays: open } }
}

/** Of each name the first so many: in the order in which their PC has told them, which is the same everywhere. */
export function evolveStrays(hall: Hall, { at, by, strays: named }: z.infer<typeof straysEvent>): void {
  for (const { count, ...name } of named)
    for (const place of placesOf(hall.strays, name).slice(0, count).toReversed()) {
      const [one] = hall.strays.splice(place, 1)
      if (one) keep(hall.checkedStrays, { ...one, checked: { at, by } })
    }
}

/** Keeps what an event was about that is not here. */
export const keepUnknown = (hall: Hall, event: Event, about: string): void =>
  keepStray(hall, { origin: event.by.machine, what: event.type, about, at: event.at, why: 'unknownThing' })

/** Keeps a stray in the order of time: the same on every machine. */
export const keepStray = (hall: Hall, one: Stray): void => keep(hall.strays, one)

function keep<S extends Stray>(list: S[], one: S): void {
  const text = (s: Stray) => JSON.stringify([s.origin, s.about, s.what])
  const isLater = (s: Stray) => s.at > one.at || (s.at === one.at && text(s) > text(one))
  // Mostly the newest: looked for from the end.
  let place = list.length
  for (let s = list[place - 1]; s && isLater(s); s = list[place - 1]) place -= 1
  list.splice(place, 0, one)
}

/** Where those of a name stand in a list in the order of time. */
function placesOf(list: readonly Stray[], { origin, what, about, at }: Name): number[] {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((list[middle]?.at ?? at) < at) low = middle + 1
    else high = middle
  }
  const places: number[] = []
  for (let s = list[low]; s?.at === at; s = list[low]) {
    if (s.origin === origin && s.what === what && s.about === about) places.push(low)
    low += 1
  }
  return places
}

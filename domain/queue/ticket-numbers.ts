import type { Hall } from '../state.ts'
import type { Day } from '../time.ts'
import { ownSeries } from './kiosk.ts'
import type { Queued } from './queue-index.ts'
import { visitsOf } from './queue.ts'
import { numbersKey, ticketKey, type Series, type TicketLabel } from './ticket.ts'

/** Which number a ticket gets. */

type Range = { first: number; last: number }

/** Whether somebody has a number: a ticket of it was issued, or a counter took it by the paper before. */
function isTakenIn(hall: Queued, label: TicketLabel): boolean {
  const ticket = ticketKey(label)
  return hall.tickets.has(ticket) || visitsOf(hall, ticket).length > 0
}

/** The next number that nobody has: one that a counter took by mistake before it was issued is passed over. */
export function freeNumber(hall: Hall, day: Day, series: Series): number {
  let number = (hall.numbers.get(numbersKey({ day, series })) ?? 0) + 1
  while (isTakenIn(hall, { day, series, number })) number += 1
  return number
}

/** A number of a kiosk's own that nobody has, from the end: from the beginning the kiosk gives them itself. */
export function ownFreeNumber(hall: Queued, day: Day, { first, last }: Range): number | undefined {
  let number = last
  while (number >= first && isTakenIn(hall, { day, series: ownSeries, number })) number -= 1
  return number >= first ? number : undefined
}

/** The numbers of a kiosk's own that somebody has, upwards. */
export function ownTaken(hall: Queued, day: Day, { first, last }: Range): number[] {
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  return all.filter((number) => isTakenIn(hall, { day, series: ownSeries, number }))
}

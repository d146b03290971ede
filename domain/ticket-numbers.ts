import { ownSeries } from './kiosk.ts'
import type { Hall } from './state.ts'
import { numbersKey, ticketKey, type Series, type TicketLabel } from './ticket.ts'
import type { Day } from './time.ts'

/** Which number a ticket gets. */

type Range = { first: number; last: number }
type Known = Pick<Hall, 'tickets' | 'visits'>

/** Whether somebody has a number: a ticket of it was issued, or a counter took it by the paper before. */
function takenIn(hall: Known): (label: TicketLabel) => boolean {
  const papers = new Set([...hall.visits.values()].map((v) => v.ticket))
  return (label) => hall.tickets.has(ticketKey(label)) || papers.has(ticketKey(label))
}

/** The next number that nobody has: one that a counter took by mistake before it was issued is passed over. */
export function freeNumber(hall: Hall, day: Day, series: Series): number {
  const isTaken = takenIn(hall)
  let number = (hall.numbers.get(numbersKey({ day, series })) ?? 0) + 1
  while (isTaken({ day, series, number })) number += 1
  return number
}

/** A number of a kiosk's own that nobody has, from the end: from the beginning the kiosk gives them itself. */
export function ownFreeNumber(hall: Known, day: Day, { first, last }: Range): number | undefined {
  const isTaken = takenIn(hall)
  let number = last
  while (number >= first && isTaken({ day, series: ownSeries, number })) number -= 1
  return number >= first ? number : undefined
}

/** The numbers of a kiosk's own that somebody has, upwards. */
export function ownTaken(hall: Known, day: Day, { first, last }: Range): number[] {
  const isTaken = takenIn(hall)
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  return all.filter((number) => isTaken({ day, series: ownSeries, number }))
}

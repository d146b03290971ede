import { z } from 'zod'
import { Actor, HALL, Id, Text } from '../actor.ts'
import { pastEmergencies } from '../queue/emergency.ts'
import { accuracyOf } from '../queue/estimate.ts'
import { waiting } from '../queue/queue.ts'
import { isOpen } from '../queue/visit.ts'
import type { Hall } from '../state.ts'
import { Day, dayOf, Instant } from '../time.ts'
import { DayFigures, figuresOf } from './day-figures.ts'

/** 하루 마감: a supervised act. Who still waits expires, and is never counted as served. */

const ids = z.array(Id)
/** A PC that is away with the sign-in of somebody may have acts that nobody has heard: it is named, with the reason. */
const unheard = { without: ids.max(100).optional(), reason: Text.optional() }
const accuracy = { called: z.int(), within: z.int(), off: z.int() }

export const closeDayCommand = z.strictObject({ type: z.literal('closeDay'), day: Day, ...unheard })
/** The day names everything that it puts away, so that acts still on their way cannot change what is put away. */
export const dayClosedEvent = z.strictObject({
  at: Instant,
  by: Actor,
  type: z.literal('dayClosed'),
  day: Day,
  expired: ids,
  tickets: ids,
  visits: ids,
  cases: ids,
  emergencies: ids.optional(),
  accuracy: z.strictObject(accuracy).optional(),
  /** Of the days before that are put away with it. */
  accuraciesBefore: z.array(z.strictObject({ day: Day, ...accuracy })).optional(),
  /** Of what is put away on its own day: the figures of that day, which goes on. */
  figures: DayFigures.optional(),
  ...unheard,
})

export type DayRefusal = 'dayClosed' | 'dayAhead' | 'visitsOpen' | 'countersUnheard' | 'reasonMissing'
type CloseDay = z.infer<typeof closeDayCommand>
type DayClosed = z.infer<typeof dayClosedEvent>

/** Closes a day, unless somebody is still at a counter or on hold, or a PC may know more than the hall has heard. */
export function closeDay(
  hall: Hall,
  { day, without = [], reason }: CloseDay,
  done: { by: Actor; at: Instant },
  away: readonly string[],
): { event: DayClosed } | { refused: DayRefusal } {
  if (hall.closedDay !== undefined && hall.closedDay >= day) return { refused: 'dayClosed' }
  if (day > dayOf(done.at)) return { refused: 'dayAhead' }
  const past = [...hall.visits.values()].filter((v) => dayOf(v.begunAt) <= day)
  const missing = done.by.machine === HALL ? [] : mayKnowMore(hall, away)
  // A PC that does not come back must not keep the day open: what it still tells of its visitor is seen as late.
  const isGivenUp = (counter: string) => missing.includes(counter) && without.includes(counter)
  if (past.some((v) => isOpen(v) && !isGivenUp(v.counter))) return { refused: 'visitsOpen' }
  if (missing.some((m) => !without.includes(m))) return { refused: 'countersUnheard' }
  if (missing.length > 0 && reason === undefined) return { refused: 'reasonMissing' }
  const tickets = [...hall.tickets.values()].filter((t) => t.label.day <= day)
  const days = new Set(tickets.map((t) => t.label.day))
  const expired = [...days].flatMap((d) => waiting(hall, d).map((t) => t.ticket))
  // A case with late acts that nobody has looked at stays where it is seen.
  const cases = [...hall.cases.values()].filter(
    (c) => c.closedAt !== undefined && dayOf(c.closedAt) <= day && c.late.every((l) => l.settled),
  )
  const emergencies = pastEmergencies(hall, day)
  const figures = day === dayOf(done.at) && figuresOf(hall, day, { tickets, visits: past, cases })
  return {
    event: {
      ...done,
      type: 'dayClosed',
      day,
      expired,
      tickets: tickets.map((t) => t.ticket),
      visits: past.map((v) => v.visit),
      cases: cases.map((c) => c.received.case),
      ...(emergencies.length > 0 && { emergencies }),
      ...accuraciesOf(hall, day, days),
      ...(figures && { figures }),
      ...(missing.length > 0 && { without: missing, ...(reason !== undefined && { reason }) }),
    },
  }
}

/** How near the estimates of every day were that is put away, since nobody can find it out later. */
function accuraciesOf(hall: Hall, day: Day, days: ReadonlySet<Day>): Pick<DayClosed, 'accuracy' | 'accuraciesBefore'> {
  const own = accuracyOf(hall, day)
  const before = [...days]
    .filter((d) => d < day && !hall.accuracies.some((a) => a.day === d))
    .toSorted()
    .flatMap((d) => {
      const found = accuracyOf(hall, d)
      return found ? [{ day: d, ...found }] : []
    })
  return { ...(own && { accuracy: own }), ...(before.length > 0 && { accuraciesBefore: before }) }
}

/** Of the machines that are away, those at which somebody has not signed out: what they do there is not all told. */
export const mayKnowMore = (hall: Pick<Hall, 'counters' | 'profile'>, away: readonly string[]): string[] =>
  away.filter(
    (m) => hall.counters.get(m)?.clerk !== undefined && (hall.profile?.counters ?? []).some((c) => c.id === m),
  )

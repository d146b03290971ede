import { z } from 'zod'
import { isCounted } from '../case/case-standing.ts'
import type { Case } from '../case/case.ts'
import type { Queued } from '../queue/queue-index.ts'
import { firstServedAt, isCancelled } from '../queue/queue.ts'
import type { Ticket } from '../queue/ticket.ts'
import type { Visit } from '../queue/visit.ts'
import { dayOf, type Day, type Instant } from '../time.ts'

/** 오늘의 수치: what was issued, served, received and closed on a day; `waited` are the milliseconds of all who were called. */
export const DayFigures = z.strictObject({
  issued: z.int(),
  called: z.int(),
  waited: z.int(),
  completed: z.int(),
  received: z.int(),
  closed: z.int(),
})
export type DayFigures = z.infer<typeof DayFigures>

type Of = { tickets: Iterable<Ticket>; visits: Iterable<Visit>; cases: Iterable<Case> }

/** The figures of a day, of what is named. */
export function figuresOf(hall: Queued, day: Day, of: Of): DayFigures {
  const isOn = (at: Instant | undefined) => at !== undefined && dayOf(at) === day
  const tickets = [...of.tickets].filter((t) => isOn(t.issuedAt))
  const cases = [...of.cases].filter(isCounted)
  const waits = tickets.flatMap(({ ticket, issuedAt }) => {
    const served = firstServedAt(hall, ticket)
    return served === undefined ? [] : [served - issuedAt]
  })
  return {
    issued: tickets.filter((t) => !isNobodys(hall, t)).length,
    called: waits.length,
    waited: waits.reduce((sum, w) => sum + w, 0),
    completed: [...of.visits].filter((v) => v.state === 'completed' && isOn(v.begunAt)).length,
    received: cases.filter((c) => isOn(c.received.at)).length,
    closed: cases.filter((c) => isOn(c.closedAt)).length,
  }
}

/** A second ticket of one visitor, or one that nobody wanted: paper, and no visitor. */
const isNobodys = (hall: Queued, ticket: Ticket): boolean =>
  isCancelled(hall, ticket) && ticket.cancelled !== 'visitorLeft'

/** Two parts of one day. */
export const together = (a: DayFigures, b: DayFigures): DayFigures => ({
  issued: a.issued + b.issued,
  called: a.called + b.called,
  waited: a.waited + b.waited,
  completed: a.completed + b.completed,
  received: a.received + b.received,
  closed: a.closed + b.closed,
})

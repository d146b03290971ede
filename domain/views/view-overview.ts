import { endOf, isAtWork } from '../case/case-standing.ts'
import type { Case } from '../case/case.ts'
import { coming, inForce } from '../manual/edition.ts'
import { isHeld } from '../queue/visit.ts'
import { figuresOf, together } from '../record/day-figures.ts'
import { mostStrays } from '../record/strays.ts'
import { doneView, personOf, type Seat } from '../seat.ts'
import { dayOf, MINUTE, type Instant } from '../time.ts'
import { countDuties } from './view-duties.ts'
import * as floor from './view-floor.ts'
import { closingView } from './view-queue.ts'
import type { CounterView, HeldLine, OverviewView } from './views.ts'

/** What the supervisor sees of the hall as it is now. */

/** The edition in force, and the next one to come. */
export function editionsNow({ hall, at }: Seat): Pick<CounterView, 'edition' | 'comingEdition'> {
  const edition = inForce(hall, dayOf(at))
  const [comingEdition] = coming(hall, dayOf(at))
  return { ...(edition && { edition }), ...(comingEdition && { comingEdition }) }
}

export function overviewView(seat: Seat): OverviewView {
  const { hall } = seat
  const clerk = personOf(seat, hall.counters.get(seat.machine)?.clerk)
  const today = dayOf(seat.at)
  const open = [...hall.cases.values()].filter((c) => c.state !== 'closed')
  const lines = open.map((c) => floor.caseLine(seat, c)).toSorted(floor.byDue)
  const atWork = lines.filter(isAtWork)
  return {
    hallName: hall.profile?.name ?? '',
    line: seat.line,
    tiles: floor.tiles(seat, 'whole'),
    ...(clerk && { clerk }),
    ...editionsNow(seat),
    queue: floor.queueView(seat),
    today: todayFigures(seat),
    cases: {
      open: open.length,
      overdue: atWork.filter((l) => l.due?.overdue).length,
      dueToday: atWork.filter(({ due }) => due && !due.overdue && !due.stopped && endOf(due).day === today).length,
      lines,
    },
    duties: countDuties(seat),
    closing: closingView(seat),
    disputes: floor.disputeViews(seat),
    late: [...hall.cases.values()].filter((c) => c.late.some((l) => !l.settled)).map((c) => lateView(seat, c)),
    strays: hall.strays.slice(-mostStrays),
    strayCount: hall.strays.length,
    openDays: floor.openDays(seat),
    held: heldLines(seat),
  }
}

const heldLines = (seat: Seat): HeldLine[] =>
  [...seat.hall.visits.values()]
    .filter(isHeld)
    .map(({ visit, label, counter, heldAt, begunAt }) => ({
      visit,
      ...(label && { label }),
      counter: floor.counterRef(seat, counter),
      since: heldAt ?? begunAt,
    }))
    .toSorted((a, b) => a.since - b.since)

const lateView = (seat: Seat, known: Case) => ({
  ...floor.caseLine(seat, known),
  acts: known.late.filter((l) => !l.settled).map((l) => ({ what: l.event.type, ...doneView(seat, l.event) })),
})

/** What the close of the day has put away counts on until the day is over. */
function todayFigures({ hall, at }: Seat): OverviewView['today'] {
  const day = dayOf(at)
  const kept = hall.keptFigures?.day === day ? hall.keptFigures : undefined
  const cases = [...hall.cases.values()].filter((c) => !kept || !isBackSince(c, kept.at))
  const here = figuresOf(hall, day, { tickets: hall.tickets.values(), visits: hall.visits.values(), cases })
  const { issued, completed, received, closed, called, waited } = kept ? together(kept, here) : here
  return {
    issued,
    completed,
    received,
    closed,
    ...(called > 0 && { averageWaitMinutes: Math.round((waited / called / MINUTE) * 10) / 10 }),
  }
}

/** Taken out of what a close has put away. */
const isBackSince = ({ history }: Case, close: Instant): boolean =>
  history.some((e) => e.type === 'caseTakenOut' && e.at >= close)

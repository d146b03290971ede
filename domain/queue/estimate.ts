import type { Hall } from '../state.ts'
import { MINUTE, type Day, type Instant } from '../time.ts'
import { firstServedAt, visitAt, waiting } from './queue.ts'
import { classes, type Estimate, type Ticket, type TicketClass } from './ticket.ts'
import type { Visit } from './visit.ts'

/** 예상 대기: how long a visitor will probably wait, by those who go first, the open counters and the recent visits. */

/** Milliseconds that a visitor kept a counter, by the class of the ticket. */
type Lengths = Readonly<Partial<Record<TicketClass, readonly number[]>>>

export type Waiters = {
  /** The classes of those who go first, first served first. */
  ahead: readonly TicketClass[]
  /** Counters that serve, and those of them without a visitor. */
  open: number
  free: number
  lengths: Lengths
  /** How many visitors of a class that goes first come in a millisecond: they will pass whoever waits. */
  passing: number
}

type Spread = { mean: number; variance: number }

/** At a free counter. */
const atOnce: Estimate = { from: 0, to: 1 }
/** Fewer visits than this say nothing. */
const fewest = 5
/** How many visits count as recent. */
const recent = 40
/** How wide the range is, in standard deviations: about four of five visitors are called within it. */
const width = 1.3
/** However many others come first, a queue that is served goes on. */
const mostPassing = 0.6
const hour = 60 * MINUTE

/** Minutes until the call, as a range; undefined where no counter serves, or too few visits are over. */
export function estimateOf({ ahead, open, free, lengths, passing }: Waiters): Estimate | undefined {
  if (open === 0) return undefined
  if (ahead.length < free) return atOnce
  const all = spread(Object.values(lengths).flat())
  if (!all) return undefined
  // Who meets a free counter is called at once; the last one to wait for is whose counter the visitor gets.
  const spreads = new Map(classes.map((c) => [c, tamed(spread(lengths[c] ?? []) ?? all, all)]))
  const sums = { mean: 0, variance: 0 }
  for (const { mean, variance } of [...ahead.slice(free).map((c) => spreads.get(c) ?? all), all]) {
    sums.mean += mean
    sums.variance += variance
  }
  const pace = open * (1 - Math.min(mostPassing, (passing * all.mean) / open))
  const [mean, range] = [sums.mean / pace, (width * Math.sqrt(sums.variance)) / pace]
  return { from: Math.floor(Math.max(0, mean - range) / MINUTE), to: Math.max(1, Math.ceil((mean + range) / MINUTE)) }
}

/**
 * One visitor fewer never makes the wait begin later: of a class that is short but spreads wide, no more of the spread
 * counts than what its own length makes up for.
 */
function tamed(one: Spread, all: Spread): Spread {
  const most = (one.mean / width + Math.sqrt(all.variance)) ** 2 - all.variance
  return { mean: one.mean, variance: Math.min(one.variance, most) }
}

/** Mean and variance without the longest and the shortest tenth; undefined of too few. */
function spread(lengths: readonly number[]): Spread | undefined {
  if (lengths.length < fewest) return undefined
  const cut = Math.floor(lengths.length / 10)
  const kept = lengths.toSorted((a, b) => a - b).slice(cut, lengths.length - cut)
  const mean = kept.reduce((a, b) => a + b, 0) / kept.length
  return { mean, variance: kept.reduce((sum, l) => sum + (l - mean) ** 2, 0) / kept.length }
}

/** How long a visitor of a class would wait who took a ticket now. */
export const estimateFor = (hall: Hall, day: Day, at: Instant, of: TicketClass): Estimate | undefined =>
  estimator(hall, day, at)(of)

/** The estimates of the two classes that a kiosk issues. */
export function estimates(hall: Hall, day: Day, at: Instant): { ordinary?: Estimate; priority?: Estimate } {
  const estimate = estimator(hall, day, at)
  const [ordinary, priority] = [estimate('ordinary'), estimate('priority')]
  return { ...(ordinary && { ordinary }), ...(priority && { priority }) }
}

/** What the estimates of a moment share is worked out once. */
function estimator(hall: Hall, day: Day, at: Instant): (of: TicketClass) => Estimate | undefined {
  const tickets = [...hall.tickets.values()].filter((t) => t.label.day === day)
  const queue = waiting(hall, day).map((t) => t.class)
  const [staffed, lengths] = [counters(hall), recentLengths(hall, day)]
  const since = Math.max(
    at - hour,
    tickets.reduce((first, t) => Math.min(first, t.issuedAt), at),
  )
  const ofLastHour = tickets.filter((t) => t.issuedAt > since && t.issuedAt <= at)
  return (of) => {
    const rank = classes.indexOf(of)
    const before = new Set(classes.slice(0, rank))
    const ahead = queue.filter((c) => c === of || before.has(c))
    return estimateOf({ ...staffed, ahead, lengths, passing: passingRate(ofLastHour, before, at - since) })
  }
}

/** Counters with somebody who serves. */
function counters(hall: Hall): { open: number; free: number } {
  const atWork = new Set((hall.profile?.counters ?? []).map((c) => c.id))
  const open = [...hall.counters.values()].filter((c) => atWork.has(c.counter) && c.clerk !== undefined && !c.paused)
  return { open: open.length, free: open.filter((c) => !visitAt(hall, c.counter)).length }
}

/** How long the last visits of the day kept their counters, without their time on hold. */
function recentLengths(hall: Hall, day: Day): Lengths {
  const ended = [...hall.visits.values()].filter((v) => v.endedAt !== undefined && v.label?.day === day)
  const last = ended.toSorted((a, b) => endOf(b) - endOf(a)).slice(0, recent)
  const byClass = Map.groupBy(last, (v) => hall.tickets.get(v.ticket ?? '')?.class ?? 'ordinary')
  return Object.fromEntries([...byClass].map(([c, visits]) => [c, visits.map(lengthOf)]))
}

const endOf = (visit: Visit): Instant => visit.endedAt ?? visit.begunAt
const lengthOf = (visit: Visit): number => Math.max(0, endOf(visit) - visit.begunAt - (visit.heldFor ?? 0))

/** How many visitors of the classes that go first come in a millisecond, by those who came in the last `span` of them. */
const passingRate = (came: readonly Ticket[], first: ReadonlySet<TicketClass>, span: number): number =>
  span < hour / 6 ? 0 : came.filter((t) => first.has(t.class)).length / span

/** How well a day was estimated: of how many called visitors, how many within their range, and by how many minutes off. */
export type Accuracy = {
  called: number
  within: number
  /** Minutes between the call and the middle of the range: half of the visitors were nearer. */
  off: number
}

/**
 * The accuracy of a day, from what each visitor was told at issue and when the ticket was first called. Who came to a free
 * counter does not count: that is no art.
 */
export function accuracyOf(hall: Hall, day: Day): Accuracy | undefined {
  const told = [...hall.tickets.values()].flatMap(({ ticket, label, issuedAt, estimate }) => {
    const isTold = label.day === day && estimate && estimate.to > atOnce.to
    const calledAt = isTold ? firstServedAt(hall, ticket) : undefined
    return estimate && calledAt !== undefined ? [{ ...estimate, waited: (calledAt - issuedAt) / MINUTE }] : []
  })
  if (told.length === 0) return undefined
  const off = told.map(({ from, to, waited }) => Math.abs(waited - (from + to) / 2)).toSorted((a, b) => a - b)
  return {
    called: told.length,
    within: told.filter(({ from, to, waited }) => waited >= from && waited <= to).length,
    off: Math.round(off[Math.floor(off.length / 2)] ?? 0),
  }
}

/** The same of a day that may be closed: what its close has kept is final. */
export const accuracyOn = (hall: Hall, day: Day): Accuracy | undefined =>
  hall.accuracies.find((a) => a.day === day) ?? accuracyOf(hall, day)

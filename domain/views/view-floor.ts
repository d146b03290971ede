import type { Case } from '../case/case.ts'
import { interviewMarks } from '../case/interview.ts'
import { petitionerOf } from '../case/petitioner.ts'
import { maskName } from '../mask.ts'
import { accuracyOn, estimates } from '../queue/estimate.ts'
import { issueStopAt } from '../queue/issue-hours.ts'
import { kioskRef } from '../queue/kiosk.ts'
import { disputes, firstServedAt, isMeantFor, keepers, visitAt, waiting, waitsSince } from '../queue/queue.ts'
import { classes, type Ticket, type TicketClass } from '../queue/ticket.ts'
import { chainOf, isOpen, type Visit } from '../queue/visit.ts'
import { whyFirst } from '../queue/why-first.ts'
import { dueOf, personOf, type Seat } from '../seat.ts'
import { dayOf, type Instant } from '../time.ts'
import type { HolderView, OwnCaseLine } from './views-holder.ts'
import type { CaseLine, CounterRef, QueueView, TileView, VisitView } from './views.ts'

/** The parts of the views that speak of the floor. */

const minutes = (from: Instant, to: Instant): number => Math.max(0, Math.floor((to - from) / 60_000))
const shownNext = 6

export function queueView(seat: Seat, forCounter?: string): QueueView {
  const queue = waiting(seat.hall, dayOf(seat.at))
  const mine = forCounter === undefined ? queue : queue.filter((t) => isMeantFor(seat.hall, t.ticket, forCounter))
  const byClass = Object.fromEntries(classes.map((c) => [c, 0])) as Record<TicketClass, number>
  const longestByClass: QueueView['longestByClass'] = {}
  const waits = queue.map((t) => ({ label: t.label, class: t.class, since: waitsSince(seat.hall, t) }))
  for (const t of waits) {
    byClass[t.class] += 1
    longestByClass[t.class] = Math.min(longestByClass[t.class] ?? t.since, t.since)
  }
  const accuracy = accuracyOn(seat.hall, dayOf(seat.at))
  const longest = waits.toSorted((a, b) => a.since - b.since)[0]
  const stop = issueStopAt(seat.hall, seat.at)
  return {
    waiting: queue.length,
    byClass,
    longestByClass,
    ...(longest && { longest: { label: longest.label, since: longest.since } }),
    next: mine.slice(0, shownNext).map((t) => ({
      ticket: t.ticket,
      label: t.label,
      class: t.class,
      since: waitsSince(seat.hall, t),
      cameBack: t.forgiven.length > 0,
    })),
    missing: missing(seat),
    returned: queue.flatMap(({ ticket, label, forgiven }, ahead) =>
      forgiven.length > 0 ? [{ ticket, label, ahead }] : [],
    ),
    estimates: estimates(seat.hall, dayOf(seat.at), seat.at),
    ...(accuracy && { accuracy }),
    unprinted: unprinted(seat, queue),
    ...(stop && { stopped: stop.reason }),
  }
}

/** Whose slips did not come out; they have only the number on the screen. */
const unprinted = ({ hall }: Seat, queue: readonly Ticket[]): QueueView['unprinted'] =>
  queue.flatMap(({ ticket, touch, label, print }) =>
    print?.state === 'failed' && print.why
      ? [
          {
            ticket,
            touch,
            label,
            kiosk: kioskRef(hall.profile, print.kiosk),
            why: print.why,
            at: print.at,
            ...(print.says && { says: print.says }),
          },
        ]
      : [],
  )

function missing(seat: Seat): QueueView['missing'] {
  return [...seat.hall.visits.values()].flatMap((v) => {
    const ticket = v.state === 'noShow' && v.ticket !== undefined ? seat.hall.tickets.get(v.ticket) : undefined
    if (!ticket || ticket.label.day !== dayOf(seat.at)) return []
    if (!keepers(seat.hall, ticket.ticket).includes(v)) return []
    return [{ ticket: ticket.ticket, label: ticket.label, at: v.endedAt ?? v.begunAt }]
  })
}

export function visitView(seat: Seat, visit: Visit): VisitView {
  const ticket = visit.ticket === undefined ? undefined : seat.hall.tickets.get(visit.ticket)
  const chain = new Set(chainOf(seat.hall, visit).map((v) => v.visit))
  const cases = [...seat.hall.cases.values()].filter((c) => chain.has(c.received.visit ?? ''))
  const why = whyFirst(seat, visit)
  const { label, cameAt, heldAt, holdReason, lengthToldAt, endingsTold = [] } = visit
  return {
    visit: visit.visit,
    state: visit.state,
    begun: visit.begun,
    begunAt: visit.begunAt,
    recalls: visit.recalledAt.length,
    cases: cases.map((c) => ownCaseLine(seat, c)),
    ...(label && { label }),
    ...(ticket && {
      class: ticket.class,
      waitedMinutes: minutes(ticket.issuedAt, firstServedAt(seat.hall, ticket.ticket) ?? visit.begunAt),
    }),
    ...(cameAt !== undefined && { cameAt }),
    ...(cameAt !== undefined &&
      visit.state === 'serving' && {
        interview: {
          ...interviewMarks(seat.hall.profile, cameAt),
          endingsTold,
          ...(lengthToldAt !== undefined && { toldAt: lengthToldAt }),
        },
      }),
    ...(heldAt !== undefined && { heldAt }),
    ...(holdReason && { holdReason }),
    ...(visit.heldUntil !== undefined && { heldUntil: visit.heldUntil }),
    ...(why && { why }),
  }
}

export function caseLine(seat: Seat, known: Case): CaseLine {
  const due = dueOf(seat, known)
  const { received, state, holder, outcome } = known
  return {
    case: received.case,
    receiptNo: received.receiptNo,
    kind: received.kind,
    title: received.title,
    state,
    holder,
    receivedAt: received.at,
    late: known.late.filter((l) => !l.settled).length,
    ...(outcome && { outcome }),
    ...(received.objection && { objectionTo: received.objection.receiptNo }),
    ...(due && state !== 'closed' && { due }),
  }
}

/** A case as a counter has it in its lists: those of one title are told apart by whose they are, masked as in its head. */
export function ownCaseLine(seat: Seat, known: Case): OwnCaseLine {
  const line = caseLine(seat, known)
  if (known.holder !== seat.machine) return line
  const name = petitionerOf(known, seat.privates.get(line.case) ?? {})?.name
  const from = passedFrom(seat, known)
  return {
    ...line,
    ...(name !== undefined && { whose: maskName(name) }),
    ...(from !== undefined && { passedFrom: counterRef(seat, from) }),
  }
}

/** Who held a case that was passed to this counter or given to it, and that nothing was done with since. */
function passedFrom({ machine }: Seat, { history, holders }: Case): string | undefined {
  const last = history.at(-1)
  const isNew = (last?.type === 'casePassed' || last?.type === 'caseSeized') && last.to === machine
  return isNew ? holders.at(-2) : undefined
}

export const byDue = (a: CaseLine, b: CaseLine): number =>
  (a.due?.dueAt ?? Infinity) - (b.due?.dueAt ?? Infinity) || a.receivedAt - b.receivedAt

export const counterRef = (seat: Seat, id: string): CounterRef => {
  const known = seat.hall.profile?.counters.find((c) => c.id === id)
  return {
    id,
    number: known?.number ?? 0,
    team: seat.hall.profile?.teams.find((t) => t.id === known?.team)?.name ?? '',
  }
}

/** Milliseconds that a PC may take to come back to a hall that was started: its longest pause between two attempts, and more. */
const comesWithin = 15_000

/** How much of what the hall hears is told: all of it, that a counter is cut off, or nothing. */
type Heard = 'whole' | 'cutOff' | 'nothing'

export function tiles(seat: Seat, heard: Heard): TileView[] {
  const heardOf = (id: string) => {
    if (heard === 'nothing') return {}
    const known = whetherHeard(seat, id)
    if (heard === 'whole') return known
    return known.connected === false ? { connected: false } : {}
  }
  return (seat.hall.profile?.counters ?? []).map((c) => ({ ...tile(seat, c.id), ...heardOf(c.id) }))
}

/** A counter that should work and that the hall has not heard since it was started is as cut off as one that went. */
function whetherHeard({ hall, presence, line, at }: Seat, id: string): Pick<TileView, 'connected' | 'lastHeardAt'> {
  const heard = presence.find((p) => p.machine === id)
  if (heard) return { connected: heard.connected, lastHeardAt: heard.lastHeardAt }
  const isKnown = line.state === 'online' && line.since !== undefined && at - line.since >= comesWithin
  return isKnown && hall.counters.get(id)?.clerk !== undefined ? { connected: false } : {}
}

/** Where a case of another counter is, as far as the hall knows the counter. */
export function holderView(seat: Seat, holder: string): { heldBy?: HolderView } {
  if (holder === seat.machine || !seat.hall.profile?.counters.some((c) => c.id === holder)) return {}
  const { counter, state, clerk } = tile(seat, holder)
  return { heldBy: { counter, state, ...(clerk !== undefined && { clerk }) } }
}

function tile(seat: Seat, id: string): TileView {
  const counter = seat.hall.counters.get(id)
  const visit = visitAt(seat.hall, id)
  const clerk = personOf(seat, counter?.clerk)
  const since = visit ? (visit.cameAt ?? visit.begunAt) : counter?.since
  return {
    counter: counterRef(seat, id),
    state: !counter?.clerk
      ? 'closed'
      : visit
        ? (visit.state as 'called' | 'serving')
        : counter.paused
          ? 'paused'
          : 'free',
    ...(clerk && { clerk: clerk.name }),
    ...(counter?.paused && { paused: counter.paused }),
    ...(visit?.label && { label: visit.label }),
    ...(since !== undefined && { since }),
  }
}

export const disputeViews = (seat: Seat) =>
  disputes(seat.hall).flatMap((d) => {
    const label = d.visits[0]?.label
    const visits = d.visits.map((v) => ({ counter: counterRef(seat, v.counter), at: v.begunAt }))
    return label ? [{ label, visits }] : []
  })

/** Days before today that have tickets or open visits left and can be closed; what is left of a closed day goes with the next. */
export function openDays({ hall, at }: Seat): string[] {
  const days = [...hall.tickets.values()].map((t) => t.label.day)
  const visits = [...hall.visits.values()].filter(isOpen).map((v) => dayOf(v.begunAt))
  const isUnclosed = (day: string) => hall.closedDay === undefined || day > hall.closedDay
  return [...new Set([...days, ...visits])].filter((d) => d < dayOf(at) && isUnclosed(d)).toSorted()
}

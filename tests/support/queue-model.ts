import type { Event } from '../../domain/hall.ts'

/**
 * The queue as a citizen would keep it, from what happened alone: nothing of the product's own rules is asked here, so
 * that what judges the calls is not what gave them.
 */
export class QueueModel {
  readonly #papers = new Map<string, Paper>()
  readonly #visits = new Map<string, Service>()
  readonly #staffed = new Set<string>()
  /** The team of each counter. */
  readonly #teams = new Map<string, string | undefined>()

  /** Takes what happened next in the hall's order. */
  take(event: Event): void {
    switch (event.type) {
      case 'ticketIssued': {
        const { ticket, label, class: ofClass, at, issuedAt = at } = event
        if (this.#papers.has(ticket)) return
        const { day, number } = label
        this.#papers.set(ticket, { ticket, day, number, rank: ranks[ofClass], since: issuedAt, forgiven: new Set() })
        return
      }
      case 'ticketClassSet':
        return this.#amend(event.ticket, { rank: ranks[event.class] })
      case 'ticketSent':
        return this.#amend(event.ticket, { sent: { to: event.to, after: event.after } })
      case 'ticketCancelled':
        return this.#amend(event.ticket, { cancelled: event.visits ?? 'whatever' })
      case 'ticketBroughtBack':
        this.#amend(event.ticket, { since: event.effectiveAt })
        for (const visit of event.visits) this.#papers.get(event.ticket)?.forgiven.add(visit)
        return
      case 'ticketCalled':
        return this.#begin(event, event.counter, event.ticket)
      case 'ticketTaken':
        return this.#begin(event, event.by.machine, event.ticket)
      case 'visitTakenOver': {
        this.#begin(event, event.counter, event.ticket)
        const held = this.#visits.get(event.held)
        if (held) held.isGoneOn = true
        return
      }
      case 'visitHeld':
        return this.#move(event.visit, 'aside')
      case 'interviewEnded':
        return this.#move(event.visit, event.then === 'held' ? 'aside' : 'over')
      case 'visitorCame':
      case 'visitResumed':
        return this.#move(event.visit, 'here')
      case 'visitorMissing':
        return this.#move(event.visit, 'missing')
      case 'visitCompleted':
        return this.#move(event.visit, 'over')
      case 'visitReturned':
        return this.#move(event.visit, 'returned')
      case 'visitTransferred': {
        this.#move(event.visit, 'sentOn')
        const service = this.#visits.get(event.visit)
        if (service && event.to !== undefined) service.to = event.to
        if (service && event.team !== undefined) service.team = event.team
        if (service && event.returning) service.isReturning = true
        return
      }
      case 'sessionUnlocked':
        if (event.proof && event.by.clerk !== undefined) this.#staffed.add(event.by.machine)
        return
      case 'clerkSignedIn':
        return void this.#staffed.add(event.by.machine)
      case 'clerkSignedOut':
        return void this.#staffed.delete(event.by.machine)
      case 'hallSetUp':
        this.#teams.clear()
        for (const { id, team } of event.profile.counters) this.#teams.set(id, team)
        return
      case 'dayClosed':
        for (const ticket of event.tickets) this.#papers.delete(ticket)
        for (const visit of event.visits) this.#visits.delete(visit)
        return
      default:
        return
    }
  }

  /** The counter that has a ticket to itself; undefined where it may be called. */
  keeperOf(ticket: string): string | undefined {
    return this.#of(ticket).find((service) => this.#isKept(service))?.counter
  }

  /** The ticket whose turn it is at a counter on a day. */
  nextFor(counter: string, day: string): string | undefined {
    const waiting = [...this.#papers.values()].filter(
      (paper) => paper.day === day && !this.#isGone(paper) && this.keeperOf(paper.ticket) === undefined,
    )
    const [first] = waiting
      .map((paper) => ({ paper, ...this.#place(paper) }))
      .filter((place) => this.#isMeantFor(counter, place))
      .toSorted(
        (a, b) =>
          a.rank - b.rank ||
          a.paper.since - b.paper.since ||
          a.paper.number - b.paper.number ||
          (a.paper.ticket < b.paper.ticket ? -1 : 1),
      )
    return first?.paper.ticket
  }

  #amend(ticket: string, change: Partial<Paper>): void {
    const known = this.#papers.get(ticket)
    if (known) Object.assign(known, change)
  }

  #begin({ visit, at }: { visit: string; at: number }, counter: string, ticket: string | undefined): void {
    if (ticket === undefined || this.#visits.has(visit)) return
    this.#visits.set(visit, { visit, ticket, counter, at, is: 'here', isGoneOn: false })
  }

  #move(visit: string, is: Service['is']): void {
    const known = this.#visits.get(visit)
    if (known) known.is = is
  }

  /** The visits of a ticket in the order in which they began. */
  #of(ticket: string): Service[] {
    return [...this.#visits.values()]
      .filter((service) => service.ticket === ticket)
      .toSorted((a, b) => a.at - b.at || (a.visit < b.visit ? -1 : 1))
  }

  #isKept(service: Service): boolean {
    switch (service.is) {
      case 'returned':
      case 'sentOn':
        return false
      case 'aside':
        return !service.isGoneOn
      case 'missing': {
        const isForgiven = this.#papers.get(service.ticket)?.forgiven.has(service.visit) ?? false
        return !isForgiven && this.#of(service.ticket).at(-1) === service
      }
      case 'here':
      case 'over':
        return true
    }
  }

  /** Cancelled, and nobody has come with the paper whom the hall did not know. */
  #isGone({ ticket, cancelled }: Paper): boolean {
    if (cancelled === undefined) return false
    return cancelled === 'whatever' || this.#of(ticket).every(({ visit }) => cancelled.includes(visit))
  }

  /** The rank by which a ticket waits, and the counter or the team that it waits for. */
  #place({ ticket, rank, sent }: Paper): Place {
    const last = this.#of(ticket).findLast(({ is }) => is === 'sentOn')
    if (sent !== undefined && sent.after === last?.visit) return { rank, to: sent.to, team: undefined }
    return { rank: last?.isReturning ? promised : rank, to: last?.to, team: last?.team }
  }

  /** Where nobody works any more, nobody is waited for. */
  #isMeantFor(counter: string, { to, team }: Place): boolean {
    if (to !== undefined) return to === counter || !this.#staffed.has(to)
    if (team === undefined) return true
    const ofTeam = [...this.#teams].flatMap(([id, its]) => (its === team ? [id] : []))
    return ofTeam.includes(counter) || !ofTeam.some((id) => this.#staffed.has(id))
  }
}

/** A class goes before those behind it; whoever was promised to come back goes before all. */
const promised = 0
const ranks = { returnPromised: promised, priority: 1, booked: 2, ordinary: 3 } as const

type Place = { rank: number; to: string | undefined; team: string | undefined }

type Paper = {
  readonly ticket: string
  readonly day: string
  readonly number: number
  rank: number
  /** When it counts as issued. */
  since: number
  /** The visits of a no-show who came back. */
  readonly forgiven: Set<string>
  /** The visits that were known when it was cancelled. */
  cancelled?: readonly string[] | 'whatever'
  /** Where the floor sent it after which visit. */
  sent?: { to: string | undefined; after: string | undefined }
}

type Service = {
  readonly visit: string
  readonly ticket: string
  readonly counter: string
  readonly at: number
  is: 'here' | 'aside' | 'missing' | 'returned' | 'sentOn' | 'over'
  /** Somebody else has gone on with it while it was aside. */
  isGoneOn: boolean
  to?: string
  team?: string
  isReturning?: true
}

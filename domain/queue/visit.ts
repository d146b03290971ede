import { z } from 'zod'
import { Actor, Id } from '../actor.ts'
import { Instant } from '../time.ts'
import { TicketLabel } from './ticket.ts'

/** 응대. One visitor at one counter, from the call to the end; written by that counter once it has begun. */

export const HoldReason = z.enum(['fillingForm', 'payingFee', 'askingOffice', 'other'])
export type HoldReason = z.infer<typeof HoldReason>

/** 순서 외 호출의 사유: promised to the visitor, a time that runs out, together with the visit before, or another. */
export const CallReason = z.enum(['promised', 'urgent', 'together', 'other'])
export type CallReason = z.infer<typeof CallReason>

/** 응대를 끝내는 사유 (시행령 제4조 제1항 제8호): repeated abuse, or far beyond the recommended length. */
export const EndingGround = z.enum(['abuse', 'tooLong'])
export type EndingGround = z.infer<typeof EndingGround>
/** What was done: ended, the clerk separated from the visitor, or the visitor removed (시행령 제4조 제1항). */
export const EndingMeasure = z.enum(['ended', 'separated', 'removed'])
export type EndingMeasure = z.infer<typeof EndingMeasure>
/** Where the evidence lies; public, so that it names no person. */
const evidence = z.string().trim().min(1).max(200).optional()

/** 보류 알림: after how many minutes the clerk wants to be told. */
const minutes = z.int().min(1).max(240).optional()
/** 직접 부름: no board could call the number again, so the clerk called it aloud. */
const aloud = z.literal(true).optional()
/** Where a visitor is sent: to a counter, to the counters of a team, or back into the queue of all. */
const sent = { to: Id.optional(), team: Id.optional() }

const ofVisit = { visit: Id }
export const visitCommands = [
  z.strictObject({ ...ofVisit, type: z.literal('callNext') }),
  z.strictObject({ ...ofVisit, type: z.literal('callTicket'), ticket: Id, reason: CallReason.optional() }),
  /** Goes on with a visit that another counter has on hold. */
  z.strictObject({ ...ofVisit, type: z.literal('takeOverVisit'), held: Id }),
  z.strictObject({ ...ofVisit, type: z.literal('takeTicket'), label: TicketLabel }),
  z.strictObject({ ...ofVisit, type: z.literal('serveWithoutTicket') }),
  z.strictObject({ ...ofVisit, type: z.literal('recall') }),
  z.strictObject({ ...ofVisit, type: z.literal('welcome') }),
  z.strictObject({ ...ofVisit, type: z.literal('markNoShow'), aloud }),
  z.strictObject({ ...ofVisit, type: z.literal('returnToQueue') }),
  z.strictObject({ ...ofVisit, type: z.literal('holdVisit'), reason: HoldReason, minutes }),
  z.strictObject({ ...ofVisit, type: z.literal('resumeVisit') }),
  z.strictObject({ ...ofVisit, type: z.literal('transferVisit'), ...sent, returns: z.literal(true).optional() }),
  z.strictObject({ ...ofVisit, type: z.literal('completeVisit') }),
  /** 권장시간 안내 (시행령 제4조 제1항 제7호). */
  z.strictObject({ ...ofVisit, type: z.literal('tellLength') }),
  /** 종료 사유 고지 (제8호): before the end. */
  z.strictObject({ ...ofVisit, type: z.literal('tellEnding'), ground: EndingGround }),
  z.strictObject({
    ...ofVisit,
    type: z.literal('endInterview'),
    ground: EndingGround,
    measure: EndingMeasure,
    evidence,
  }),
] as const

const act = { at: Instant, by: Actor, visit: Id }
const outOfOrder = CallReason.optional()
/** 돌아옴: the visitor was promised to come back here, or comes back by that promise. */
const promise = { returns: z.literal(true).optional(), returning: z.literal(true).optional() }
export const visitEvents = [
  z.strictObject({ ...act, type: z.literal('ticketCalled'), ticket: Id, label: TicketLabel, counter: Id, outOfOrder }),
  /** The hall gives a visit on hold to another counter; the one on hold is over by that. */
  z.strictObject({
    ...act,
    type: z.literal('visitTakenOver'),
    held: Id,
    counter: Id,
    ticket: Id.optional(),
    label: TicketLabel.optional(),
  }),
  z.strictObject({ ...act, type: z.literal('ticketTaken'), ticket: Id, label: TicketLabel }),
  z.strictObject({ ...act, type: z.literal('visitWithoutTicket') }),
  z.strictObject({ ...act, type: z.literal('visitRecalled') }),
  z.strictObject({ ...act, type: z.literal('visitorCame') }),
  z.strictObject({ ...act, type: z.literal('visitorMissing'), aloud }),
  z.strictObject({ ...act, type: z.literal('visitReturned') }),
  z.strictObject({ ...act, type: z.literal('visitHeld'), reason: HoldReason, until: Instant.optional() }),
  z.strictObject({ ...act, type: z.literal('visitResumed') }),
  z.strictObject({ ...act, type: z.literal('visitTransferred'), ...sent, ...promise }),
  z.strictObject({ ...act, type: z.literal('visitCompleted') }),
  z.strictObject({ ...act, type: z.literal('lengthTold') }),
  z.strictObject({ ...act, type: z.literal('endingTold'), ground: EndingGround }),
  z.strictObject({
    ...act,
    type: z.literal('interviewEnded'),
    ground: EndingGround,
    measure: EndingMeasure,
    evidence,
    then: z.enum(['completed', 'held']),
  }),
] as const

export type VisitCommand = z.infer<(typeof visitCommands)[number]>
export type VisitEvent = z.infer<(typeof visitEvents)[number]>

/** `returned`, `transferred` give the ticket back to the queue; `noShow` and `completed` keep it. */
export type VisitState = 'called' | 'serving' | 'held' | 'noShow' | 'returned' | 'transferred' | 'completed'

export type Visit = {
  readonly visit: string
  readonly counter: string
  /** Absent when the visitor was served without a ticket. */
  readonly ticket?: string
  readonly label?: TicketLabel
  readonly begun: 'called' | 'taken' | 'withoutTicket' | 'takenOver'
  /** Why it was not the turn of the ticket. */
  readonly outOfOrder?: CallReason
  /** The visit on hold that this one goes on with. */
  readonly continues?: string
  readonly begunAt: Instant
  state: VisitState
  recalledAt: Instant[]
  cameAt?: Instant
  heldAt?: Instant
  /** Milliseconds on hold, of holds that are over. */
  heldFor?: number
  holdReason?: HoldReason
  /** When the clerk is to be told. */
  heldUntil?: Instant
  /** When another counter went on with it while it was on hold. */
  takenOverAt?: Instant
  /** 권장시간 안내, 종료 사유 고지, 종료; absent where there was none. */
  lengthToldAt?: Instant
  endingsTold?: { ground: EndingGround; at: Instant }[]
  interviewEnded?: { ground: EndingGround; measure: EndingMeasure; at: Instant; evidence?: string }
  /** The counter or the team that the visitor was sent to. */
  sentTo?: string
  sentToTeam?: string
  /** The visitor is to come back here; the visitor comes back by such a promise. */
  returns?: true
  returning?: true
  endedAt?: Instant
}

/** On hold, and nobody else has gone on with it. */
export const isHeld = (visit: Visit): boolean => visit.state === 'held' && visit.takenOverAt === undefined
export const isOpen = (visit: Visit): boolean => isAtCounter(visit) || isHeld(visit)
export const isAtCounter = (visit: Visit): boolean => visit.state === 'called' || visit.state === 'serving'

/** A visit with those that it goes on with, the newest first: one visitor, held at one counter and served on at another. */
export function chainOf({ visits }: { visits: ReadonlyMap<string, Visit> }, visit: Visit): Visit[] {
  const chain = [visit]
  for (let before = visit.continues; before !== undefined; before = chain.at(-1)?.continues) {
    const known = visits.get(before)
    if (!known || chain.includes(known)) break
    chain.push(known)
  }
  return chain
}

/** Takes an event of a visit into the state. */
export function evolveVisit(visits: Map<string, Visit>, event: VisitEvent): 'folded' | 'stray' {
  if (isBeginning(event)) {
    if (!visits.has(event.visit)) visits.set(event.visit, begin(event))
    const held = event.type === 'visitTakenOver' ? visits.get(event.held) : undefined
    if (held) held.takenOverAt ??= event.at
    return 'folded'
  }
  const known = visits.get(event.visit)
  if (!known) return 'stray'
  move(known, event)
  return 'folded'
}

const beginnings = ['ticketCalled', 'ticketTaken', 'visitWithoutTicket', 'visitTakenOver'] as const
type Beginning = Extract<VisitEvent, { type: (typeof beginnings)[number] }>
const isBeginning = (event: VisitEvent): event is Beginning => beginnings.some((type) => type === event.type)

function begin(event: Beginning): Visit {
  const shared = { visit: event.visit, begunAt: event.at, recalledAt: [] }
  switch (event.type) {
    case 'ticketCalled': {
      const { ticket, label, counter, outOfOrder: why } = event
      return { ...shared, counter, ticket, label, begun: 'called', state: 'called', ...(why && { outOfOrder: why }) }
    }
    case 'ticketTaken': {
      const { ticket, label } = event
      return {
        ...shared,
        counter: event.by.machine,
        ticket,
        label,
        begun: 'taken',
        state: 'serving',
        cameAt: event.at,
      }
    }
    case 'visitTakenOver': {
      const { ticket, label, counter, held } = event
      return {
        ...shared,
        counter,
        continues: held,
        ...(ticket !== undefined && { ticket }),
        ...(label && { label }),
        begun: 'takenOver',
        state: 'serving',
        cameAt: event.at,
      }
    }
    case 'visitWithoutTicket':
      return { ...shared, counter: event.by.machine, begun: 'withoutTicket', state: 'serving', cameAt: event.at }
  }
}

function move(known: Visit, event: Exclude<VisitEvent, Beginning>): void {
  switch (event.type) {
    case 'visitRecalled':
      known.recalledAt.push(event.at)
      return
    case 'visitorCame':
      known.state = 'serving'
      known.cameAt = event.at
      return
    case 'visitHeld':
      known.state = 'held'
      known.heldAt = event.at
      known.holdReason = event.reason
      if (event.until === undefined) delete known.heldUntil
      else known.heldUntil = event.until
      return
    case 'visitResumed':
      known.state = 'serving'
      known.heldFor = (known.heldFor ?? 0) + Math.max(0, event.at - (known.heldAt ?? event.at))
      // Whoever comes back after the end is told the reason anew before there is another.
      if (known.interviewEnded) delete known.endingsTold
      return
    case 'visitTransferred':
      if (event.to !== undefined) known.sentTo = event.to
      if (event.team !== undefined) known.sentToTeam = event.team
      if (event.returns) known.returns = true
      if (event.returning) known.returning = true
      return end(known, 'transferred', event.at)
    case 'visitReturned':
      return end(known, 'returned', event.at)
    case 'visitorMissing':
      return end(known, 'noShow', event.at)
    case 'visitCompleted':
      return end(known, 'completed', event.at)
    case 'lengthTold':
      known.lengthToldAt ??= event.at
      return
    case 'endingTold':
      known.endingsTold = [...(known.endingsTold ?? []), { ground: event.ground, at: event.at }]
      return
    case 'interviewEnded': {
      const { at, ground, measure, evidence: lies, then } = event
      known.interviewEnded = { ground, measure, at, ...(lies !== undefined && { evidence: lies }) }
      if (then === 'completed') return end(known, 'completed', at)
      known.state = 'held'
      known.heldAt = at
      known.holdReason = 'other'
      delete known.heldUntil
    }
  }
}

function end(known: Visit, state: VisitState, at: Instant): void {
  known.state = state
  known.endedAt = at
}

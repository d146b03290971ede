import { z } from 'zod'
import { Actor, HALL, Id } from './actor.ts'
import { Holiday } from './calendar.ts'
import { evolveCase } from './case-fold.ts'
import { decideCase, type CaseRefusal } from './case-rules.ts'
import { caseCommands, caseEvents, type Case, type CaseCommand, type Private } from './case.ts'
import { counterCommands, counterEvents, evolveCounter } from './counter.ts'
import { decideFloor, visitAt, waiting, type FloorRefusal } from './floor.ts'
import { HallProfile, type Kind } from './manual.ts'
import type { Hall, Stray } from './state.ts'
import { numbersKey, ticketCommands, ticketEvents, type TicketEvent } from './ticket.ts'
import { Day, dayOf, Instant } from './time.ts'
import { evolveVisit, isOpen, visitCommands, visitEvents } from './visit.ts'

/** The whole: what can be asked, what can happen, who decides it, and the two functions that every machine runs. */

const hallCommands = [
  z.strictObject({ type: z.literal('setUpHall'), profile: HallProfile }),
  z.strictObject({ type: z.literal('designateHoliday'), holidays: z.array(Holiday) }),
  z.strictObject({ type: z.literal('publishEdition'), edition: z.int(), effectiveDate: Day, hash: z.string() }),
  z.strictObject({ type: z.literal('closeDay'), day: Day }),
] as const

const act = { at: Instant, by: Actor }
const ids = z.array(Id)
const hallEvents = [
  z.strictObject({ ...act, type: z.literal('hallSetUp'), profile: HallProfile }),
  z.strictObject({ ...act, type: z.literal('holidaysDesignated'), holidays: z.array(Holiday) }),
  z.strictObject({
    ...{ ...act, type: z.literal('editionPublished') },
    ...{ edition: z.int(), effectiveDate: Day, hash: z.string() },
  }),
  z.strictObject({
    ...act,
    type: z.literal('dayClosed'),
    day: Day,
    expired: ids,
    tickets: ids,
    visits: ids,
    cases: ids,
  }),
  z.strictObject({
    ...{ ...act, type: z.literal('entryHeld'), origin: Id, what: z.string() },
    ...{ why: z.enum(['notOwner', 'malformed']), content: z.string() },
  }),
] as const

export const Command = z.discriminatedUnion('type', [
  ...ticketCommands,
  ...visitCommands,
  ...caseCommands,
  ...counterCommands,
  ...hallCommands,
])
export type Command = z.infer<typeof Command>

export const Event = z.discriminatedUnion('type', [
  ...ticketEvents,
  ...visitEvents,
  ...caseEvents,
  ...counterEvents,
  ...hallEvents,
])
export type Event = z.infer<typeof Event>
export type EventOf<T extends Event['type']> = Extract<Event, { type: T }>

export type Refusal =
  | FloorRefusal
  | CaseRefusal
  | 'notForThisMachine'
  | 'visitsOpen'
  | 'dayAhead'
  | 'notSaved'
  | 'catchingUp'
  | 'askUnderWay'

/** What has happened, with the part that is kept apart. */
export type Happening = { event: Event; private?: Private }
export type Decision = { happened: Happening[] } | { refused: Refusal }

/** Who decides each command. Only what every machine of the hall must agree on at once needs the hall. */
export const decidedBy = {
  ...{ issueTicket: 'hall', cancelTicket: 'hall', bringBack: 'hall', callNext: 'hall', callTicket: 'hall' },
  ...{ takeTicket: 'machine', serveWithoutTicket: 'machine', recall: 'machine', welcome: 'machine' },
  ...{ markNoShow: 'machine', returnToQueue: 'machine', holdVisit: 'machine', resumeVisit: 'machine' },
  ...{ transferVisit: 'machine', completeVisit: 'machine' },
  ...{ receiveCase: 'machine', tickCheck: 'machine', clearCheck: 'machine', finishStep: 'machine' },
  ...{ markDocument: 'machine', addNote: 'machine', decideCase: 'machine', notifyCase: 'machine' },
  ...{ awaitPickup: 'machine', handOverResult: 'machine', closeCase: 'machine', withdrawCase: 'machine' },
  ...{ voidCase: 'machine', passCase: 'machine', settleLate: 'machine', seizeCase: 'hall' },
  ...{ signIn: 'machine', signOut: 'machine', pauseCounter: 'machine', reopenCounter: 'machine' },
  ...{ setUpHall: 'hall', designateHoliday: 'hall', publishEdition: 'hall', closeDay: 'hall' },
} as const satisfies Record<Command['type'], 'hall' | 'machine'>

/** What a decision needs beside the state: the deciding machine, the time, and the manual of that machine. */
export type Context = {
  machine: string
  at: Instant
  kind?: (code: string) => { edition: number; kind: Kind } | undefined
}

/** Decides a command for a machine: the events that then happen, or the reason why not. */
export function decide(hall: Hall, command: Command, ctx: Context): Decision {
  const clerk = hall.counters.get(ctx.machine)?.clerk
  const by = { machine: ctx.machine, ...(clerk !== undefined && { clerk }) }
  switch (command.type) {
    case 'setUpHall':
    case 'designateHoliday':
    case 'publishEdition':
    case 'closeDay':
      return decideHall(hall, command, { by, at: ctx.at })
    default:
      if (clerk !== undefined && beginsVisit.has(command.type) && !isCounter(hall, ctx.machine))
        return { refused: 'notForThisMachine' }
      return isCaseCommand(command) ? ofCase(hall, command, ctx, by) : decideFloor(hall, command, { by, at: ctx.at })
  }
}

const beginsVisit: ReadonlySet<Command['type']> = new Set<Command['type']>([
  ...(['callNext', 'callTicket', 'takeTicket', 'serveWithoutTicket'] as const),
])
const isCounter = (hall: Hall, id: string): boolean => hall.profile?.counters.some((c) => c.id === id) ?? false

const caseTypes: ReadonlySet<string> = new Set(caseCommands.map((c) => c.shape.type.value))
const isCaseCommand = (command: { type: string }): command is CaseCommand => caseTypes.has(command.type)

function ofCase(hall: Hall, command: CaseCommand, ctx: Context, by: Actor): Decision {
  if (by.clerk === undefined) return { refused: 'nobodySignedIn' }
  if ((command.type === 'passCase' || command.type === 'seizeCase') && !isCounter(hall, command.to))
    return { refused: 'counterUnknown' }
  if (command.type === 'receiveCase') {
    if (!isCounter(hall, ctx.machine)) return { refused: 'notForThisMachine' }
    if (command.visit !== undefined && visitAt(hall, ctx.machine)?.visit !== command.visit)
      return { refused: 'notYourTicket' }
  }
  const isSupervisor = (id: string | undefined) => roleOf(hall, id) === 'supervisor'
  const kind = command.type === 'receiveCase' ? ctx.kind?.(command.kind) : undefined
  return decideCase(hall.cases, command, { by, at: ctx.at, kind, receiptNo: nextReceiptNo(hall, ctx), isSupervisor })
}

const roleOf = (hall: Hall, clerk: string | undefined) => hall.profile?.staff.find((s) => s.id === clerk)?.role

/** A receipt number is final at once, offline too: year, counter, and the counter's own count. */
function nextReceiptNo(hall: Hall, ctx: Context): string {
  const year = Number(dayOf(ctx.at).slice(0, 4))
  const number = hall.profile?.counters.find((c) => c.id === ctx.machine)?.number ?? 0
  const series = `${year}-${String(number).padStart(2, '0')}`
  return `${series}-${String((hall.receipts.get(series) ?? 0) + 1).padStart(5, '0')}`
}

/** The series and the count of a receipt number, as `nextReceiptNo` wrote it. */
function partsOf(receiptNo: string): [series: string, count: number] {
  const at = receiptNo.lastIndexOf('-')
  return [receiptNo.slice(0, at), Number(receiptNo.slice(at + 1))]
}

type HallCommand = Extract<Command, { type: 'setUpHall' | 'designateHoliday' | 'publishEdition' | 'closeDay' }>

function decideHall(hall: Hall, command: HallCommand, done: { by: Actor; at: Instant }): Decision {
  if (done.by.machine !== HALL && roleOf(hall, done.by.clerk) !== 'supervisor') return { refused: 'notSupervisor' }
  switch (command.type) {
    case 'setUpHall':
      return happens({ ...done, type: 'hallSetUp', profile: command.profile })
    case 'designateHoliday':
      return happens({ ...done, type: 'holidaysDesignated', holidays: command.holidays })
    case 'publishEdition': {
      const { edition, effectiveDate, hash } = command
      return happens({ ...done, type: 'editionPublished', edition, effectiveDate, hash })
    }
    case 'closeDay':
      return closeDay(hall, command.day, done)
  }
}

/** The day names everything that it puts away, so that acts still on their way cannot change what is put away. */
function closeDay(hall: Hall, day: Day, done: { by: Actor; at: Instant }): Decision {
  if (hall.closedDay !== undefined && hall.closedDay >= day) return { refused: 'dayClosed' }
  if (day > dayOf(done.at)) return { refused: 'dayAhead' }
  const past = [...hall.visits.values()].filter((v) => dayOf(v.begunAt) <= day)
  if (past.some(isOpen)) return { refused: 'visitsOpen' }
  const tickets = [...hall.tickets.values()].filter((t) => t.label.day <= day)
  const days = new Set(tickets.map((t) => t.label.day))
  const expired = [...days].flatMap((d) => waiting(hall, d).map((t) => t.ticket))
  const cases = [...hall.cases.values()].filter(
    (c) => c.closedAt !== undefined && dayOf(c.closedAt) <= day && isSettled(c),
  )
  return happens({
    ...{ ...done, type: 'dayClosed', day, expired, tickets: tickets.map((t) => t.ticket) },
    ...{ visits: past.map((v) => v.visit), cases: cases.map((c) => c.received.case) },
  })
}

/** A case with late acts that nobody has looked at stays where it is seen. */
const isSettled = (known: Case): boolean => known.late.every((l) => l.settled)

const happens = (...events: Event[]): Decision => ({ happened: events.map((event) => ({ event })) })

/** Raised with every change of what an event does to the state: older snapshots are then folded again. */
export const foldVersion = 1

/** Takes an event into the state, in place. An event of a type not known here changes nothing: it is kept in the record. */
export function evolve(hall: Hall, event: Event): void {
  switch (event.type) {
    case 'ticketIssued':
    case 'ticketCancelled':
    case 'ticketBroughtBack':
      return evolveTicket(hall, event)
    case 'clerkSignedIn':
    case 'clerkSignedOut':
    case 'counterPaused':
    case 'counterReopened':
      return evolveCounter(hall.counters, event)
    case 'hallSetUp':
      hall.profile = event.profile
      return
    case 'holidaysDesignated':
      hall.holidays = new Map([...hall.holidays, ...event.holidays.map((h) => [h.date, h] as const)])
      return
    case 'editionPublished':
      return publish(hall, event)
    case 'dayClosed':
      return putAway(hall, event)
    case 'entryHeld':
      return keepStray(hall, { origin: event.origin, what: event.what, about: event.why, at: event.at, why: 'held' })
    default:
      if ('case' in event) return foldCase(hall, event)
      if ('visit' in event && evolveVisit(hall.visits, event) === 'stray') stray(hall, event, event.visit)
  }
}

function publish(hall: Hall, { edition, effectiveDate, hash }: EventOf<'editionPublished'>): void {
  hall.edition = { edition, effectiveDate, hash }
  hall.editions.set(edition, hall.edition)
}

function foldCase(hall: Hall, event: Extract<Event, { case: string }>): void {
  if (event.type === 'caseReceived' && !hall.cases.has(event.case)) {
    const [series, count] = partsOf(event.receiptNo)
    hall.receipts.set(series, Math.max(hall.receipts.get(series) ?? 0, count))
  }
  if (evolveCase(hall.cases, event) === 'stray') stray(hall, event, event.case)
}

const stray = (hall: Hall, event: Event, about: string): void =>
  keepStray(hall, { origin: event.by.machine, what: event.type, about, at: event.at, why: 'unknownThing' })

function keepStray(hall: Hall, one: Stray): void {
  const text = (s: Stray) => s.origin + s.about + s.what
  hall.strays.push(one)
  hall.strays.sort((a, b) => a.at - b.at || (text(a) < text(b) ? -1 : 1))
}

function evolveTicket(hall: Hall, event: TicketEvent): void {
  if (event.type === 'ticketIssued') {
    const { ticket, touch, label, class: ofClass, at } = event
    if (hall.tickets.has(ticket)) return
    hall.tickets.set(ticket, { ticket, touch, label, issuedAt: at, class: ofClass, effectiveAt: at, forgiven: [] })
    hall.numbers.set(numbersKey(label), Math.max(hall.numbers.get(numbersKey(label)) ?? 0, label.number))
    return
  }
  const known = hall.tickets.get(event.ticket)
  if (!known) return
  if (event.type === 'ticketCancelled') known.cancelled = event.reason
  else {
    known.forgiven.push(...event.visits)
    known.effectiveAt = event.effectiveAt
  }
}

function putAway(hall: Hall, event: EventOf<'dayClosed'>): void {
  hall.closedDay = event.day
  for (const key of hall.numbers.keys()) if (key.slice(0, 10) <= event.day) hall.numbers.delete(key)
  for (const ticket of event.tickets) hall.tickets.delete(ticket)
  for (const visit of event.visits) hall.visits.delete(visit)
  for (const id of event.cases) hall.cases.delete(id)
}

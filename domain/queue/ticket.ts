import { z } from 'zod'
import { Actor, Id } from '../actor.ts'
import { Day, Instant } from '../time.ts'
import { IssueStopReason } from './issue-settings.ts'
import { PrintFault, SlipFault, type SlipPrint } from './kiosk.ts'

/** 번호표. A ticket is written by the machine that issued it and, while it waits, by the hall. */

/** The class of a ticket in the one queue of the hall, first served first: 약속 재방문, 우선배려, 예약, 일반. */
export const classes = ['returnPromised', 'priority', 'booked', 'ordinary'] as const
export const TicketClass = z.enum(classes)
export type TicketClass = z.infer<typeof TicketClass>

/** 가 numbers ordinary visitors, 나 priority visitors, each from 1 every business day; 다 is of a kiosk that does not reach the hall. */
export const Series = z.enum(['가', '나', '다'])
export type Series = z.infer<typeof Series>

const CancelReason = z.enum(['issuedByMistake', 'issuedTwice', 'visitorLeft'])

/** 예상 대기: minutes until the call, as a range. */
export const Estimate = z.strictObject({ from: z.int().min(0), to: z.int().min(0) })
export type Estimate = z.infer<typeof Estimate>

/** A slip has room for four digits. */
export const largestNumber = 9999
const number = z.int().min(1).max(largestNumber)
export const TicketLabel = z.strictObject({ day: Day, series: Series, number })
export type TicketLabel = z.infer<typeof TicketLabel>

/** The ticket's own key, the same on every machine, even on one that has only the paper. */
export const ticketKey = (label: TicketLabel): string => `${label.day}/${label.series}${label.number}`

/** The series of numbers of a day. */
export const numbersKey = ({ day, series }: Pick<TicketLabel, 'day' | 'series'>): string => `${day} ${series}`

/** What a citizen chooses; the other classes are given by the hall. */
export const ChosenClass = z.enum(['ordinary', 'priority'])
export type ChosenClass = z.infer<typeof ChosenClass>

export const ticketCommands = [
  z.strictObject({ type: z.literal('issueTicket'), touch: Id, class: ChosenClass, kiosk: Id.optional() }),
  /** What a kiosk issued by itself while it did not reach the hall, told once it does. */
  z.strictObject({
    type: z.literal('tellTicket'),
    touch: Id,
    class: ChosenClass,
    kiosk: Id,
    label: TicketLabel,
    issuedAt: Instant,
    /** A touch of the same visitor of which no answer came: a ticket that was issued for it is void. */
    instead: Id.optional(),
  }),
  /** The slip once more, at the printer of a kiosk. */
  z.strictObject({ type: z.literal('printTicket'), touch: Id, kiosk: Id }),
  /** The hall's own: what became of a slip at its printer. */
  z.strictObject({ type: z.literal('tellPrint'), ticket: Id, print: z.int(), why: PrintFault.optional() }),
  z.strictObject({ type: z.literal('setTicketClass'), ticket: Id, class: ChosenClass }),
  /** To a counter, or to whichever is free. */
  z.strictObject({ type: z.literal('sendTicket'), ticket: Id, to: Id.optional() }),
  z.strictObject({ type: z.literal('stopIssue'), reason: IssueStopReason }),
  z.strictObject({ type: z.literal('resumeIssue') }),
  z.strictObject({ type: z.literal('cancelTicket'), ticket: Id, reason: CancelReason }),
  z.strictObject({ type: z.literal('bringBack'), ticket: Id }),
] as const

const act = { at: Instant, by: Actor }
export const ticketEvents = [
  z.strictObject({
    ...act,
    type: z.literal('ticketIssued'),
    touch: Id,
    ticket: Id,
    label: TicketLabel,
    class: TicketClass,
    /** What the visitor was told; absent where nothing could be. */
    estimate: Estimate.optional(),
    /** The kiosk; absent from one without a name, and from a person. */
    kiosk: Id.optional(),
    /** When the kiosk gave it, if it did so by itself. */
    issuedAt: Instant.optional(),
  }),
  z.strictObject({ ...act, type: z.literal('slipQueued'), ticket: Id, kiosk: Id, print: z.int() }),
  z.strictObject({ ...act, type: z.literal('slipPrinted'), ticket: Id, print: z.int() }),
  z.strictObject({
    ...act,
    type: z.literal('slipFailed'),
    ticket: Id,
    print: z.int(),
    why: SlipFault,
    /** What the slip in the visitor's hand says instead. */
    says: TicketLabel.optional(),
  }),
  z.strictObject({ ...act, type: z.literal('ticketClassSet'), ticket: Id, class: TicketClass }),
  /** `after` names the transfer that it comes after, so that no clock decides which of the two counts. */
  z.strictObject({ ...act, type: z.literal('ticketSent'), ticket: Id, to: Id.optional(), after: Id.optional() }),
  z.strictObject({ ...act, type: z.literal('issueStopped'), reason: IssueStopReason }),
  z.strictObject({ ...act, type: z.literal('issueResumed') }),
  /** `visits` names those of the ticket that the hall knew: of another, by the paper, nobody had heard. */
  z.strictObject({
    ...act,
    type: z.literal('ticketCancelled'),
    ticket: Id,
    reason: CancelReason,
    visits: z.array(Id).optional(),
  }),
  z.strictObject({
    ...act,
    type: z.literal('ticketBroughtBack'),
    ticket: Id,
    visits: z.array(Id),
    effectiveAt: Instant,
  }),
] as const

export type TicketCommand = z.infer<(typeof ticketCommands)[number]>
export type TicketEvent = z.infer<(typeof ticketEvents)[number]>

export type Ticket = {
  readonly ticket: string
  readonly touch: string
  readonly label: TicketLabel
  readonly issuedAt: Instant
  class: TicketClass
  /** The kiosk where it was taken; absent from one without a name, and from a person. */
  readonly kiosk?: string | undefined
  /** What the visitor was told at issue. */
  readonly estimate?: Estimate | undefined
  /** When the ticket counts as issued for its place in the queue; later than `issuedAt` once a no-show came back. */
  effectiveAt: Instant
  cancelled?: z.infer<typeof CancelReason>
  /** The visits that were known when it was cancelled; absent where none is told apart. */
  cancelledAfter?: string[]
  /** The no-show visits that were forgiven when the visitor came back. */
  forgiven: string[]
  /** How its slip stands; absent where no printer of the hall prints it. */
  print?: SlipPrint
  /** Where somebody of the floor sent it while it waited; without a counter, to whichever is free. */
  sent?: { to?: string; after?: string }
}

/** The order of the queue: class, then effective time, then number (which also settles a tie between series). */
export function inQueueOrder(a: Ticket, b: Ticket): number {
  return (
    classes.indexOf(a.class) - classes.indexOf(b.class) ||
    a.effectiveAt - b.effectiveAt ||
    a.label.number - b.label.number ||
    (a.ticket < b.ticket ? -1 : 1)
  )
}

export const printedLabel = (label: Pick<TicketLabel, 'series' | 'number'>): string =>
  `${label.series} ${String(label.number).padStart(3, '0')}`

/** What the QR on the slip says; ASCII, since a scanner types it like a keyboard. */
export const ticketCode = (label: TicketLabel): string =>
  `CG1-${label.day.replaceAll('-', '')}-${letters[label.series]}${label.number}`

const letters = { 가: 'A', 나: 'B', 다: 'C' } as const satisfies Record<Series, string>

/** Reads what a clerk typed or a scanner sent: "172", "가172", "나 25", "A172" or the code of the slip. Undefined if it is none of them. */
export function readTicketCode(text: string, today: Day): TicketLabel | undefined {
  const typed = text.trim().toUpperCase()
  const scanned = /^CG1-(\d{4})(\d{2})(\d{2})-([ABC])(\d{1,4})$/.exec(typed)
  const plain = /^([가나다ABC])?\s*(\d{1,4})$/.exec(typed)
  const label = scanned
    ? { day: `${scanned[1]}-${scanned[2]}-${scanned[3]}`, series: seriesOf(scanned[4]), number: Number(scanned[5]) }
    : plain && { day: today, series: seriesOf(plain[1]), number: Number(plain[2]) }
  return TicketLabel.safeParse(label).data
}

const seriesOf = (letter: string | undefined): Series =>
  Series.options.find((s) => s === letter || letters[s] === letter) ?? '가'

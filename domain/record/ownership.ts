import { HALL } from '../actor.ts'
import { isReceiptNoOf } from '../case/receipt-number.ts'
import type { Event } from '../hall.ts'
import type { Hall } from '../state.ts'

/** Who writes what is about no case and no visit: the hall, or the machine that it happens at. */
const writtenBy = {
  ticketIssued: 'hall',
  ticketCancelled: 'hall',
  ticketBroughtBack: 'hall',
  ticketClassSet: 'hall',
  ticketSent: 'hall',
  slipQueued: 'hall',
  slipPrinted: 'hall',
  slipFailed: 'hall',
  issueStopped: 'hall',
  issueResumed: 'hall',
  hallSetUp: 'hall',
  holidaysDesignated: 'hall',
  holidayWithdrawn: 'hall',
  dayClosed: 'hall',
  entryHeld: 'hall',
  editionPublished: 'hall',
  editionWithdrawn: 'hall',
  folderRead: 'hall',
  editionKeySet: 'hall',
  outageDeclared: 'hall',
  outageWithdrawn: 'hall',
  reminderIssued: 'hall',
  monthChecked: 'hall',
  straysChecked: 'hall',
  amendmentOpened: 'hall',
  amendmentChanged: 'hall',
  partLeft: 'hall',
  amendmentOffered: 'hall',
  amendmentReviewed: 'hall',
  amendmentDropped: 'hall',
  proposalSettled: 'hall',
  recoveryEnded: 'hall',
  machineInvited: 'hall',
  machinePaired: 'hall',
  machineRevoked: 'hall',
  caseLookedUp: 'hall',
  accessesReviewed: 'hall',
  caseShown: 'machine',
  numberShown: 'machine',
  keyEscrowed: 'machine',
  clerkSignedIn: 'machine',
  clerkSignedOut: 'machine',
  counterPaused: 'machine',
  counterReopened: 'machine',
  registerExported: 'machine',
  nonPetitionRecorded: 'machine',
  correctionProposed: 'machine',
  queueSet: 'hall',
  casesDestroyed: 'hall',
  emergencyCalled: 'machine',
  emergencyAnswered: 'machine',
  emergencyEnded: 'machine',
  editionRead: 'machine',
  useTold: 'machine',
  signInFailed: 'machine',
  sessionUnlocked: 'machine',
  passwordSet: 'hall',
  backOffLifted: 'hall',
  personEnlisted: 'hall',
  personChanged: 'hall',
  personLeft: 'hall',
} as const satisfies { [T in Exclude<Event, { case: string } | { visit: string }>['type']]: 'hall' | 'machine' }

/** Of a case or a visit, what the hall alone decides. */
const ofTheHall: ReadonlySet<string> = new Set<Event['type']>([
  ...(['ticketCalled', 'visitTakenOver', 'caseSeized', 'caseTakenOut'] as const),
  ...Object.entries(writtenBy).flatMap(([type, by]) => (by === 'hall' ? [type as keyof typeof writtenBy] : [])),
])

const beginsVisit: ReadonlySet<string> = new Set<Event['type']>(['ticketTaken', 'visitWithoutTicket'])

/** Who held a case, and which counter had a visit, that was put away at the close of a day; undefined of any other. */
export type PutAway = {
  holdersOf(id: string): readonly string[] | undefined
  counterOf(id: string): string | undefined
}
const nothing: PutAway = { holdersOf: () => undefined, counterOf: () => undefined }

/**
 * Whether a machine may tell an event: it names itself, and the thing is or was its own (docs/SYNC.md, O1–O4). What was put
 * away is whose it was, and nothing begins twice: who received a case anew would hear all that was kept apart of it (P2).
 */
export function owns(hall: Hall, machine: string, event: Event, putAway: PutAway = nothing): boolean {
  if (event.by.machine !== machine || machine === HALL || ofTheHall.has(event.type)) return false
  if ('case' in event) {
    const holders = hall.cases.get(event.case)?.holders ?? putAway.holdersOf(event.case)
    if (event.type === 'caseReceived') return !holders && isReceiptNoOf(hall, machine, event.receiptNo)
    return !holders || holders[event.tenure - 1] === machine
  }
  if ('visit' in event) {
    const counter = hall.visits.get(event.visit)?.counter ?? putAway.counterOf(event.visit)
    return counter === undefined || (counter === machine && !beginsVisit.has(event.type))
  }
  return true
}

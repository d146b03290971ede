import { HALL } from '../actor.ts'
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

/** Whether a machine may tell an event: it names itself, and the thing is or was its own (docs/SYNC.md, O1–O4). */
export function owns(hall: Hall, machine: string, event: Event): boolean {
  if (event.by.machine !== machine || machine === HALL || ofTheHall.has(event.type)) return false
  if ('case' in event) {
    const known = hall.cases.get(event.case)
    if (!known) return true
    return event.type !== 'caseReceived' && known.holders[event.tenure - 1] === machine
  }
  if ('visit' in event) {
    const known = hall.visits.get(event.visit)
    return !known || (known.counter === machine && event.type !== 'ticketTaken' && event.type !== 'visitWithoutTicket')
  }
  return true
}

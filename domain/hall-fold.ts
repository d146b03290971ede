import { evolveCase } from './case/case-fold.ts'
import { evolveNonPetition } from './case/non-petition.ts'
import { partsOf } from './case/receipt-number.ts'
import { evolveHallAct } from './hall-acts.ts'
import type { Event, EventOf } from './hall.ts'
import { evolveEscrow } from './machine/escrow.ts'
import { evolveMachines } from './machine/machines.ts'
import { evolveAmendment } from './manual/amendment-rules.ts'
import { evolveUse, forgetUse } from './manual/manual-use.ts'
import { evolveAccess } from './people/access.ts'
import { evolvePeople, forgiveAt } from './people/people.ts'
import { countProof } from './people/sign-in.ts'
import { evolveCounter } from './queue/counter.ts'
import { evolveEmergency } from './queue/emergency.ts'
import { noteInQueue } from './queue/queue-index.ts'
import { evolveTicket } from './queue/ticket-fold.ts'
import { evolveVisit } from './queue/visit.ts'
import { keepStray, keepUnknown } from './record/strays.ts'
import { touchByCase } from './register/month-check.ts'
import type { Hall } from './state.ts'

/** What each event does to the state of the hall, the same on every machine. */

/** Raised with every change of what an event does to the state: older snapshots are then folded again. */
export const foldVersion = 19

/** Takes an event into the state, in place. An event of a type not known here changes nothing: it is kept in the record. */
export function evolve(hall: Hall, event: Event): void {
  fold(hall, event)
  noteInQueue(hall, event)
}

function fold(hall: Hall, event: Event): void {
  switch (event.type) {
    case 'ticketIssued':
    case 'ticketCancelled':
    case 'ticketBroughtBack':
    case 'slipQueued':
    case 'slipPrinted':
    case 'slipFailed':
    case 'ticketClassSet':
    case 'ticketSent':
    case 'issueStopped':
    case 'issueResumed':
      return evolveTicket(hall, event)
    case 'clerkSignedIn':
      forgiveAt(hall, event.by)
      return evolveCounter(hall.counters, event)
    case 'passwordSet':
    case 'signInFailed':
    case 'backOffLifted':
    case 'sessionUnlocked':
    case 'personEnlisted':
    case 'personChanged':
    case 'personLeft':
      return evolvePeople(hall, event)
    case 'clerkSignedOut':
    case 'counterPaused':
    case 'counterReopened':
      return evolveCounter(hall.counters, event)
    case 'hallSetUp':
    case 'holidaysDesignated':
    case 'holidayWithdrawn':
    case 'editionPublished':
    case 'editionWithdrawn':
    case 'folderRead':
    case 'editionKeySet':
    case 'outageDeclared':
    case 'outageWithdrawn':
    case 'reminderIssued':
    case 'monthChecked':
    case 'straysChecked':
    case 'registerExported':
    case 'recoveryEnded':
    case 'queueSet':
    case 'casesDestroyed':
      return evolveHallAct(hall, event)
    case 'amendmentOpened':
    case 'amendmentChanged':
    case 'partLeft':
    case 'amendmentOffered':
    case 'amendmentReviewed':
    case 'amendmentDropped':
      return evolveAmendment(hall, event)
    case 'correctionProposed':
    case 'proposalSettled':
    case 'editionRead':
    case 'useTold':
      return evolveUse(hall, event)
    case 'keyEscrowed':
      return evolveEscrow(hall, event)
    case 'caseShown':
    case 'numberShown':
    case 'caseLookedUp':
    case 'accessesReviewed':
      return evolveAccess(hall, event)
    case 'machineInvited':
    case 'machinePaired':
    case 'machineRevoked':
      return evolveMachines(hall, event)
    case 'nonPetitionRecorded':
      return evolveNonPetition(hall, event)
    case 'emergencyCalled':
    case 'emergencyAnswered':
    case 'emergencyEnded':
      return evolveEmergency(hall, event)
    case 'dayClosed':
      return putAway(hall, event)
    case 'entryHeld':
      return keepStray(hall, { origin: event.origin, what: event.what, about: event.why, at: event.at, why: 'held' })
    default:
      if ('case' in event) return foldCase(hall, event)
      if ('visit' in event && evolveVisit(hall.visits, event) === 'stray') keepUnknown(hall, event, event.visit)
  }
}

function foldCase(hall: Hall, event: Extract<Event, { case: string }>): void {
  if (event.type === 'caseReceived' && !hall.cases.has(event.case)) {
    const [series, count] = partsOf(event.receiptNo)
    hall.receipts.set(series, Math.max(hall.receipts.get(series) ?? 0, count))
  }
  if ('secondProof' in event) countProof(hall.counters.get(event.by.machine), event.secondProof)
  if (evolveCase(hall.cases, event) === 'stray') keepUnknown(hall, event, event.case)
  touchByCase(hall, event)
}

/** About a month of working days. */
const keptAccuracies = 22

function putAway(hall: Hall, event: EventOf<'dayClosed'>): void {
  hall.closedDay = event.day
  forgetUse(hall, event.day)
  for (const key of hall.numbers.keys()) if (key.slice(0, 10) <= event.day) hall.numbers.delete(key)
  for (const ticket of event.tickets) hall.tickets.delete(ticket)
  for (const call of event.emergencies ?? []) hall.emergencies.delete(call)
  const { day, accuracy, accuraciesBefore = [] } = event
  hall.accuracies = [...hall.accuracies, ...accuraciesBefore, ...(accuracy ? [{ day, ...accuracy }] : [])].slice(
    -keptAccuracies,
  )
  if (event.figures) hall.keptFigures = { day: event.day, at: event.at, ...event.figures }
  for (const visit of event.visits) hall.visits.delete(visit)
  for (const id of event.cases) {
    hall.cases.delete(id)
    hall.reminders.delete(id)
  }
}

import { HALL } from './actor.ts'
import type { Event } from './hall.ts'
import type { Hall } from './state.ts'

/** What only the hall itself writes. */
const ofTheHall: ReadonlySet<Event['type']> = new Set<Event['type']>([
  ...(['ticketIssued', 'ticketCancelled', 'ticketBroughtBack', 'ticketCalled', 'caseSeized', 'caseTakenOut'] as const),
  ...(['hallSetUp', 'holidaysDesignated', 'holidayWithdrawn', 'editionPublished', 'dayClosed', 'entryHeld'] as const),
  ...(['outageDeclared', 'reminderIssued', 'monthChecked', 'editionKeySet'] as const),
  ...(['amendmentOpened', 'amendmentChanged', 'partLeft', 'amendmentOffered'] as const),
  ...(['caseLookedUp', 'accessesReviewed'] as const),
  ...(['editionWithdrawn', 'amendmentReviewed', 'amendmentDropped', 'proposalSettled'] as const),
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

import { decidedBy } from '../../domain/decided-by.ts'
import type { PcCommand } from '../../domain/desk.ts'
import type { Command, Event } from '../../domain/hall.ts'

/** What the acts that the hall decides leave in its record, by their sort alone. */

type OfHall = { [C in Command['type']]: (typeof decidedBy)[C] extends 'hall' ? C : never }[Command['type']]

/** One each for an act; undefined where an act has a mark of its own, or leaves none or several. */
const leaves: Record<OfHall, Event['type'] | undefined> = {
  issueTicket: undefined,
  tellTicket: undefined,
  callNext: undefined,
  callTicket: undefined,
  takeOverVisit: undefined,
  tellPrint: undefined,
  cancelTicket: 'ticketCancelled',
  bringBack: 'ticketBroughtBack',
  printTicket: undefined,
  setTicketClass: 'ticketClassSet',
  sendTicket: 'ticketSent',
  stopIssue: 'issueStopped',
  resumeIssue: 'issueResumed',
  setQueue: 'queueSet',
  seizeCase: 'caseSeized',
  takeOutCase: 'caseTakenOut',
  setPassword: undefined,
  claimAdministrator: undefined,
  liftBackOff: 'backOffLifted',
  enlistPerson: 'personEnlisted',
  changePerson: 'personChanged',
  dismissPerson: 'personLeft',
  setUpHall: 'hallSetUp',
  designateHoliday: 'holidaysDesignated',
  withdrawHoliday: 'holidayWithdrawn',
  publishEdition: 'editionPublished',
  publishAmendment: 'editionPublished',
  bringBackEdition: 'editionPublished',
  withdrawEdition: 'editionWithdrawn',
  closeDay: 'dayClosed',
  declareOutage: 'outageDeclared',
  withdrawOutage: 'outageWithdrawn',
  remind: 'reminderIssued',
  checkMonth: 'monthChecked',
  checkStrays: 'straysChecked',
  destroyCases: 'casesDestroyed',
  openAmendment: 'amendmentOpened',
  changeAmendment: 'amendmentChanged',
  leavePart: undefined,
  offerAmendment: 'amendmentOffered',
  reviewAmendment: 'amendmentReviewed',
  dropAmendment: 'amendmentDropped',
  settleProposal: 'proposalSettled',
  lookUpCase: 'caseLookedUp',
  reviewAccesses: 'accessesReviewed',
  inviteMachine: 'machineInvited',
  pairMachine: 'machinePaired',
  revokeMachine: 'machineRevoked',
  readFolder: 'folderRead',
  setEditionKey: 'editionKeySet',
  endRecovery: 'recoveryEnded',
}

/** The sort of what a command would leave. */
export const traceOf = ({ type }: Command | PcCommand): Event['type'] | undefined =>
  Object.hasOwn(leaves, type) ? leaves[type as OfHall] : undefined

/** The sort of an event, and by whom it came about. */
export const traceIn = (event: Event): string => `${event.type} by ${event.by.machine}`

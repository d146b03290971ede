import { z } from 'zod'
import { Actor } from './actor.ts'
import type { Refused } from './case/act-order.ts'
import { caseDue, completedAt, isLate } from './case/case-clock.ts'
import { decideCase, type CaseContext, type CaseRefusal } from './case/case-rules.ts'
import { caseCommands, caseEvents, type CaseCommand } from './case/case.ts'
import { decideNonPetition, nonPetitionCommand, nonPetitionEvent } from './case/non-petition.ts'
import { nextReceiptNo } from './case/receipt-number.ts'
import { isNumberIn } from './case/resident-number.ts'
import { decideHallAct, hallActCommands, hallActEvents, type HallActCommand, type HallRefusal } from './hall-acts.ts'
import { calendarOf } from './hall-calendar.ts'
import { escrowCommand, escrowEvent } from './machine/escrow.ts'
import { sortOf } from './machine/machine-sort.ts'
import {
  decideMachines,
  machineCommands,
  machineEvents,
  type MachineRefusal,
  type PairingRefusal,
} from './machine/machines.ts'
import { decideAmendment, type Editing } from './manual/amendment-rules.ts'
import { amendmentCommands, amendmentEvents, type AmendmentRefusal } from './manual/amendment.ts'
import { editionAt } from './manual/edition.ts'
import { decideUse, useCommands, useEvents, type UseRefusal } from './manual/manual-use.ts'
import { accessCommands, accessEvents, decideAccess, type AccessRefusal } from './people/access.ts'
import { decidePeople, peopleCommands, peopleEvents, type CheckCode, type PeopleRefusal } from './people/people.ts'
import { hasRole, notPermitted, type NotPermitted } from './people/permissions.ts'
import type { SessionRefusal } from './people/session.ts'
import { counterCommands, counterEvents } from './queue/counter.ts'
import { decideEmergency, emergencyCommands, emergencyEvents, type EmergencyRefusal } from './queue/emergency.ts'
import { decideFloor, type FloorRefusal } from './queue/floor.ts'
import { visitAt } from './queue/queue.ts'
import { ticketCommands, ticketEvents } from './queue/ticket.ts'
import { visitCommands, visitEvents } from './queue/visit.ts'
import { noArchive, numberedIn } from './record/archive.ts'
import { closeDay, closeDayCommand, dayClosedEvent, type DayRefusal } from './record/day-close.ts'
import { keepsNothing, type Keeping } from './record/destruction.ts'
import type { Private } from './record/private.ts'
import { heldEvent } from './record/strays.ts'
import type { Hall } from './state.ts'
import { Instant } from './time.ts'

/** The whole: what can be asked, what can happen, who decides it, and the two functions that every machine runs. */

const hallCommands = [...hallActCommands, nonPetitionCommand, closeDayCommand] as const

const hallEvents = [...hallActEvents, nonPetitionEvent, dayClosedEvent, heldEvent] as const

export const Command = z.discriminatedUnion('type', [
  ...ticketCommands,
  ...visitCommands,
  ...caseCommands,
  ...counterCommands,
  ...peopleCommands,
  ...hallCommands,
  ...emergencyCommands,
  ...amendmentCommands,
  ...useCommands,
  ...accessCommands,
  escrowCommand,
  ...machineCommands,
])
export type Command = z.infer<typeof Command>

export const Event = z.discriminatedUnion('type', [
  ...ticketEvents,
  ...visitEvents,
  ...caseEvents,
  ...counterEvents,
  ...peopleEvents,
  ...hallEvents,
  ...emergencyEvents,
  ...amendmentEvents,
  ...useEvents,
  ...accessEvents,
  escrowEvent,
  ...machineEvents,
])
export type Event = z.infer<typeof Event>
export type EventOf<T extends Event['type']> = Extract<Event, { type: T }>

export type Refusal =
  | FloorRefusal
  | CaseRefusal
  | HallRefusal
  | EmergencyRefusal
  | DayRefusal
  | AmendmentRefusal
  | UseRefusal
  | AccessRefusal
  | MachineRefusal
  | NotPermitted
  | PeopleRefusal
  | 'numberInText'
  | 'notSaved'
  | 'catchingUp'
  | 'askUnderWay'
  | PcRefusal
  | PairingRefusal

/** Why a PC could not do what it does by itself. */
export type PcRefusal =
  | SessionRefusal
  | 'noSheet'
  | 'printerMissing'
  | 'pcPrinterMissing'
  | 'printFailed'
  | 'fileNotKept'
  | 'numberKeyMissing'

/** What has happened, with the part that is kept apart. */
export type Happening = { event: Event; private?: Private }
export type Decision = { happened: Happening[] } | Refused<Refusal>

/** What a decision needs beside the state: the deciding machine, the time, and what else that machine keeps. */
export type Context = {
  machine: string
  at: Instant
  /** Whether the hall answers this machine now: then whose turn it is, is the hall's. */
  online?: boolean
  /** Own entries that the hall has not placed. */
  unsent?: () => readonly { event: Event }[]
  /** In a hall that was restored from a copy: who has proven to sit at the machine, where the record does not know it yet. */
  sitting?: string
  /** In a hall that was restored from a copy: the machines that it has still to hear. */
  awaited?: readonly string[]
  /** The hall's own: machines that were at work when they were heard last, and are not on the line. */
  unheard?: readonly string[]
  /** The hall's own: whether a one-time code is right. */
  checkCode?: CheckCode | undefined
  /** The hall's own: what it destroys by. */
  keeping?: Keeping
} & Partial<Pick<CaseContext, 'kind' | 'hasManual' | 'apart' | 'archived' | 'archive' | 'isConfirmed' | 'paper'>> &
  Partial<Pick<Editing, 'assemble' | 'bringBack' | 'isSound'>>

/** Decides a command for a machine: the events that then happen, or the reason why not. */
export function decide(hall: Hall, command: Command, ctx: Context): Decision {
  const clerk = ctx.sitting ?? hall.counters.get(ctx.machine)?.clerk
  const by = { machine: ctx.machine, ...(clerk !== undefined && { clerk }) }
  const refused = notPermitted(hall, command, by)
  if (refused) return { refused }
  const decision = decided(hall, command, ctx, by)
  // 개인정보 보호법 제24조의2: what every machine hears holds no such number.
  if ('happened' in decision && decision.happened.some(({ event }) => isNumberIn(event)))
    return { refused: 'numberInText' }
  return decision
}

function decided(hall: Hall, command: Command, ctx: Context, by: Actor): Decision {
  switch (command.type) {
    case 'setUpHall':
    case 'designateHoliday':
    case 'withdrawHoliday':
    case 'publishEdition':
    case 'readFolder':
    case 'setEditionKey':
    case 'declareOutage':
    case 'withdrawOutage':
    case 'remind':
    case 'checkMonth':
    case 'checkStrays':
    case 'exportRegister':
    case 'endRecovery':
    case 'setQueue':
    case 'destroyCases':
      return decideHall(hall, command, { by, at: ctx.at }, ctx)
    case 'closeDay':
      return one(closeDay(hall, command, { by, at: ctx.at }, ctx.unheard ?? []))
    case 'callEmergency':
    case 'answerEmergency':
    case 'endEmergency': {
      const said = decideEmergency(hall, command, { by, at: ctx.at })
      return 'refused' in said ? said : happens(...said.events)
    }
    case 'openAmendment':
    case 'changeAmendment':
    case 'leavePart':
    case 'offerAmendment':
    case 'reviewAmendment':
    case 'dropAmendment':
    case 'publishAmendment':
    case 'bringBackEdition':
    case 'withdrawEdition':
      return one(decideAmendment(hall, command, { by, at: ctx.at }, editingOf(ctx)))
    case 'settleProposal':
    case 'proposeCorrection':
    case 'readEdition':
    case 'tellUse':
      return one(decideUse(hall, command, { by, at: ctx.at }))
    case 'escrowKey':
      return { happened: [{ event: { type: 'keyEscrowed', at: ctx.at, by, sealed: command.sealed } }] }
    case 'showCase':
    case 'showNumber':
    case 'lookUpCase':
    case 'reviewAccesses':
      return one(decideAccess(hall, command, { by, at: ctx.at }))
    case 'setPassword':
    case 'claimAdministrator':
    case 'failSignIn':
    case 'liftBackOff':
    case 'unlockSession':
    case 'enlistPerson':
    case 'changePerson':
    case 'dismissPerson':
      return one(decidePeople(hall, command, { by, at: ctx.at }, ctx.checkCode))
    case 'inviteMachine':
    case 'pairMachine':
    case 'revokeMachine': {
      const said = decideMachines(hall, command, { by, at: ctx.at })
      return 'refused' in said ? said : happens(...said.events)
    }
    case 'recordNonPetition':
      return one(decideNonPetition(command, { by, at: ctx.at }))
    default:
      return isCaseCommand(command)
        ? ofCase(hall, command, ctx, by)
        : decideFloor(hall, command, { by, at: ctx.at, online: ctx.online ?? false, unheard: unheardIn(ctx) })
  }
}

const one = (said: Happening | { refused: Refusal }): Decision => ('refused' in said ? said : { happened: [said] })

/** Where no edition can be put together, none can be published. */
const editingOf = (ctx: Context): Editing => ({
  assemble: ctx.assemble ?? (() => ({ refused: 'editionNotHere' })),
  isSound: ctx.isSound ?? (() => true),
  bringBack: ctx.bringBack ?? (() => ({ refused: 'editionNotHere' })),
})

const unheardIn =
  ({ unsent = () => [] }: Context) =>
  (visit: string): number =>
    unsent().filter(({ event }) => event.type === 'visitRecalled' && event.visit === visit).length

const isCounter = (hall: Hall, id: string): boolean => sortOf(hall, id) === 'counter'

const caseTypes: ReadonlySet<string> = new Set(caseCommands.map((c) => c.shape.type.value))
const isCaseCommand = (command: { type: string }): command is CaseCommand => caseTypes.has(command.type)

function ofCase(hall: Hall, command: CaseCommand, ctx: Context, by: Actor): Decision {
  if ((command.type === 'passCase' || command.type === 'seizeCase') && !isCounter(hall, command.to))
    return { refused: 'counterUnknown' }
  if (command.type === 'receiveCase' || command.type === 'receiveObjection') {
    if (command.visit !== undefined && visitAt(hall, ctx.machine)?.visit !== command.visit)
      return { refused: 'notYourTicket' }
  }
  return decideCase(hall.cases, command, {
    by,
    at: ctx.at,
    calendar: calendarOf(hall),
    outages: hall.outages,
    receiptNo: nextReceiptNo(hall, ctx),
    isSupervisor: (id) => hasRole(hall, id, ['supervisor']),
    editionAt: (at) => editionAt(hall, at),
    isStaff: (id) => hasRole(hall, id, ['clerk', 'supervisor']),
    kind: ctx.kind ?? (() => undefined),
    hasManual: ctx.hasManual ?? (() => true),
    apart: ctx.apart ?? (() => ({})),
    numbered: (receiptNo) => numberedHere(hall, receiptNo) ?? numberedIn(ctx.archive ?? noArchive, receiptNo),
    archived: ctx.archived ?? (() => undefined),
    archive: ctx.archive ?? noArchive,
    isDestroyed: (id) => (ctx.keeping ?? keepsNothing).archive.of(id)?.destroyedAt !== undefined,
    isConfirmed: ctx.isConfirmed ?? (() => false),
    paper: ctx.paper ?? (() => undefined),
  })
}

const numberedHere = (hall: Hall, receiptNo: string) =>
  [...hall.cases.values()].find((c) => c.received.receiptNo === receiptNo)

function decideHall(
  hall: Hall,
  command: HallActCommand,
  done: { by: Actor; at: Instant },
  { awaited, keeping = keepsNothing }: Context,
): Decision {
  const said = decideHallAct(hall, command, done, {
    isOverdue: (id) => isOverdue(hall, id, done.at),
    awaited,
    keeping,
  })
  return 'refused' in said ? said : { happened: [said] }
}

function isOverdue(hall: Hall, id: string, at: Instant): boolean {
  const known = hall.cases.get(id)
  if (!known || completedAt(known) !== undefined) return false
  const end = caseDue(known, calendarOf(hall), hall.outages, at)
  return end ? isLate(known, end, at) : false
}

const happens = (...events: Event[]): Decision => ({ happened: events.map((event) => ({ event })) })

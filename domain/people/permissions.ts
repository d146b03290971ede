import type { Command } from '../hall.ts'
import { sortOf, type MachineSort } from '../machine/machine-sort.ts'
import type { HallProfile, StaffRole } from '../manual/manual.ts'
import type { Hall } from '../state.ts'

/**
 * Who may do each command, and at which sort of machine: the table that `decide` looks at before anything else
 * (개인정보의 안전성 확보조치 기준 제5조: no more rights than the work needs). A rule that needs more than a role stands where
 * the command is decided. docs/PERMISSIONS.md says the same for people.
 */

/** Who: those with one of the roles, anyone with or without having signed in, or the hall alone. */
type Who = readonly StaffRole[] | 'anyone' | 'hallAlone'
/**
 * Where: at a counter, at the supervisor's PC, at both, or at no counter, where somebody who calls would have a say in whose
 * turn it is. The public desk has only what is open to anyone.
 */
export type Where = 'counter' | 'supervisorPc' | 'both' | 'noCounter'
export type Permission = {
  readonly who: Who
  readonly where: Where
  /** The hall says it by itself, too: from its folder, or at the end of a day. */
  readonly hallToo?: true
}

const clerks = ['clerk', 'supervisor'] as const
const floor = ['clerk', 'guide', 'supervisor'] as const
const guides = ['guide', 'supervisor'] as const
const readers = ['clerk', 'guide', 'editor', 'supervisor'] as const
const editors = ['editor', 'supervisor'] as const
const supervisors = ['supervisor'] as const
const administrators = ['administrator'] as const
const caretakers = ['administrator', 'supervisor'] as const

export const everybody = ['clerk', 'guide', 'editor', 'supervisor', 'administrator'] as const

const anyone = { who: 'anyone', where: 'both' } as const
const signedIn = { who: everybody, where: 'both' } as const
const ticket = { who: floor, where: 'both' } as const
/** The order of the queue: whoever calls from it does not change it beside 순서 외 호출. */
const order = { who: guides, where: 'noCounter' } as const
const counter = { who: floor, where: 'counter' } as const
/** A visitor and a case are served at a counter, by a clerk or by a supervisor who stands in. */
const visit = { who: clerks, where: 'counter' } as const
const petition = { who: clerks, where: 'counter' } as const
const archive = { who: clerks, where: 'both' } as const
const reading = { who: readers, where: 'both' } as const
const manual = { who: editors, where: 'supervisorPc' } as const
const oversight = { who: supervisors, where: 'supervisorPc' } as const
const oversightOrHall = { who: supervisors, where: 'supervisorPc', hallToo: true } as const
const setUp = { who: administrators, where: 'supervisorPc', hallToo: true } as const
const recovery = { who: caretakers, where: 'supervisorPc', hallToo: true } as const
const roster = { who: administrators, where: 'supervisorPc' } as const
/** The PCs of the hall: whoever is there when one is lost or replaced. */
const machines = { who: caretakers, where: 'supervisorPc' } as const
const hallAlone = { who: 'hallAlone', where: 'both', hallToo: true } as const

export const permissions = {
  signIn: anyone,
  signOut: anyone,
  pauseCounter: counter,
  reopenCounter: counter,
  /** Said by the PC itself, which has looked at the password or the time. */
  endSession: anyone,
  failSignIn: anyone,
  unlockSession: signedIn,
  /** One's own password, or a temporary one by an administrator: the rule itself tells them apart. */
  setPassword: { ...signedIn, hallToo: true },
  claimAdministrator: { who: 'anyone', where: 'supervisorPc' },
  liftBackOff: roster,
  enlistPerson: roster,
  changePerson: roster,
  dismissPerson: roster,
  issueTicket: anyone,
  cancelTicket: ticket,
  bringBack: ticket,
  setTicketClass: order,
  sendTicket: order,
  /** A kiosk, whose tickets and slips are looked at by the rule itself. */
  tellTicket: anyone,
  printTicket: anyone,
  tellPrint: hallAlone,
  stopIssue: oversight,
  resumeIssue: oversight,
  callEmergency: anyone,
  answerEmergency: signedIn,
  endEmergency: ticket,
  setQueue: oversight,
  callNext: visit,
  callTicket: visit,
  takeOverVisit: visit,
  takeTicket: visit,
  serveWithoutTicket: visit,
  recall: visit,
  welcome: visit,
  markNoShow: visit,
  returnToQueue: visit,
  holdVisit: visit,
  resumeVisit: visit,
  transferVisit: visit,
  completeVisit: visit,
  tellLength: visit,
  tellEnding: visit,
  endInterview: visit,
  receiveCase: petition,
  receiveObjection: petition,
  recordNonPetition: petition,
  giveGuidance: petition,
  checkIdentity: petition,
  agreeElectronic: petition,
  fillForm: petition,
  signForm: petition,
  correctField: petition,
  payFee: petition,
  correctFee: petition,
  answerQuestions: petition,
  tickCheck: petition,
  clearCheck: petition,
  finishStep: petition,
  markDocument: petition,
  addNote: petition,
  decideCase: petition,
  notifyCase: petition,
  awaitPickup: petition,
  handOverResult: petition,
  closeCase: petition,
  withdrawCase: petition,
  demandSupplement: petition,
  extendSupplement: petition,
  receiveSupplement: petition,
  recordReturnedMail: petition,
  returnCase: petition,
  deemWithdrawn: petition,
  stopClock: petition,
  resumeClock: petition,
  extendPeriod: petition,
  extendInvestigation: petition,
  transferCase: petition,
  notProcess: petition,
  closeRepeat: petition,
  closeUncollected: petition,
  reopenCase: petition,
  notifyProgress: petition,
  askCooperation: petition,
  extendCooperation: petition,
  recordReply: petition,
  askRepresentatives: petition,
  nameRepresentatives: petition,
  correctDecision: petition,
  reportAttachment: petition,
  tellAlternatives: petition,
  demandOwnData: petition,
  recordOwnData: petition,
  tellOwnDataRefusal: petition,
  makePaper: petition,
  printPaper: petition,
  reportPrint: petition,
  /** A case is voided by its clerk with a supervisor beside; that second person is looked at by the rule itself. */
  voidCase: petition,
  passCase: petition,
  settleLate: petition,
  takeOutCase: archive,
  seizeCase: oversight,
  proposeCorrection: reading,
  readEdition: reading,
  tellUse: anyone,
  settleProposal: manual,
  /** The PC says it by itself, when it has a key and a hall. */
  escrowKey: anyone,
  openAmendment: manual,
  changeAmendment: manual,
  leavePart: manual,
  offerAmendment: manual,
  /** Approval is of one who wrote no part of it; publishing, bringing back and withdrawing are the supervisor's. */
  reviewAmendment: manual,
  dropAmendment: manual,
  publishAmendment: oversight,
  bringBackEdition: oversight,
  withdrawEdition: oversight,
  publishEdition: hallAlone,
  readFolder: hallAlone,
  setEditionKey: hallAlone,
  designateHoliday: oversightOrHall,
  withdrawHoliday: oversightOrHall,
  closeDay: oversightOrHall,
  declareOutage: oversight,
  withdrawOutage: oversight,
  remind: oversight,
  checkMonth: oversight,
  checkStrays: oversight,
  destroyCases: oversight,
  /** Who may not read has no look to record, and is shown what everyone hears. */
  showCase: archive,
  showNumber: archive,
  lookUpCase: petition,
  reviewAccesses: oversight,
  exportRegister: oversightOrHall,
  setUpHall: setUp,
  endRecovery: recovery,
  inviteMachine: machines,
  revokeMachine: machines,
  pairMachine: hallAlone,
} as const satisfies Record<Command['type'], Permission>

/** Which PCs a role is seated at: nobody sees more of the hall's cases than the work of the role needs. */
export const seats = {
  clerk: 'counter',
  guide: 'counter',
  supervisor: 'both',
  editor: 'supervisorPc',
  administrator: 'supervisorPc',
} as const satisfies Record<StaffRole, Where>

/** Why a command is not for somebody here, whatever it is about. */
export type NotPermitted =
  | ('nobodySignedIn' | 'notForThisMachine' | 'notClerk' | 'notFloor' | 'notGuide' | 'notReader')
  | ('notEditor' | 'notSupervisor' | 'notAdministrator' | 'notYourPc')

type Person = HallProfile['staff'][number]

/** Every role of a person: in a small office one has several. */
export const rolesOf = (person: Pick<Person, 'role' | 'also'>): StaffRole[] => [person.role, ...(person.also ?? [])]

export const personIn = (hall: Hall, id: string | undefined): Person | undefined =>
  id === undefined ? undefined : hall.profile?.staff.find((s) => s.id === id)

/** Also who has left: of what was done the name stays. */
export const anyoneIn = (hall: Hall, id: string | undefined): Person | undefined =>
  personIn(hall, id) ?? hall.formerStaff.get(id ?? '')

/** Whether a person of the hall has one of the roles. */
export function hasRole(hall: Hall, id: string | undefined, roles: readonly StaffRole[]): boolean {
  const person = personIn(hall, id)
  return person !== undefined && rolesOf(person).some((role) => roles.includes(role))
}

/** Whether a person may sit at a machine. */
export function maySit(hall: Hall, person: Pick<Person, 'role' | 'also'>, machine: string): boolean {
  const sort = sortOf(hall, machine)
  if (sort === 'public' || sort === 'hall') return false
  if (sort === 'guidePc') return rolesOf(person).some((role) => role === 'guide' || role === 'supervisor')
  return rolesOf(person).some((role) => seats[role] === 'both' || seats[role] === sort)
}

/** Why a command is not for whoever is signed in at a machine; undefined where it is. */
export function notPermitted(
  hall: Hall,
  command: Command,
  { machine, clerk }: { machine: string; clerk?: string | undefined },
): NotPermitted | undefined {
  const { who, where, hallToo }: Permission = permissions[command.type]
  const sort = sortOf(hall, machine)
  if (sort === 'hall' && hallToo) return undefined
  if (who === 'hallAlone') return 'notForThisMachine'
  if (command.type === 'signIn') return notSeated(hall, command.clerk, machine)
  if (who === 'anyone') return isAt(sort, where) ? undefined : 'notForThisMachine'
  if (clerk === undefined) return 'nobodySignedIn'
  if (!hasRole(hall, clerk, who)) return lacking(who)
  return isAt(sort, where) ? undefined : 'notForThisMachine'
}

const isAt = (sort: MachineSort, where: Where): boolean =>
  where === 'both' || where === sort || (where === 'noCounter' && sort !== 'counter')

function notSeated(hall: Hall, clerk: string, machine: string): NotPermitted | undefined {
  const person = personIn(hall, clerk)
  // Who is not of the hall is refused as such by the rule of signing in.
  return person && !maySit(hall, person, machine) ? 'notYourPc' : undefined
}

function lacking(who: readonly StaffRole[]): NotPermitted {
  switch (who) {
    case clerks:
      return 'notClerk'
    case floor:
      return 'notFloor'
    case guides:
      return 'notGuide'
    case readers:
      return 'notReader'
    case editors:
      return 'notEditor'
    case administrators:
    case caretakers:
      return 'notAdministrator'
    case everybody:
      return 'nobodySignedIn'
    default:
      return 'notSupervisor'
  }
}

import type { z } from 'zod'
import type { NextAct } from '../case/case-next.ts'
import type { CaseState, DocumentMark, LateAct } from '../case/case.ts'
import type { Collector } from '../case/intake.ts'
import type { Channel } from '../case/procedure.ts'
import type { ReceiptDue } from '../case/receipt-dues.ts'
import type { Refusal, Command } from '../hall.ts'
import type { Role } from '../manual/manual.ts'
import type { MissingField } from '../paper/paper-fields.ts'
import type { Paper, PaperName } from '../paper/paper.ts'
import type { Holiday } from '../period/calendar.ts'
import type { SuspensionReason } from '../period/deadline.ts'
import type { PauseReason } from '../queue/counter.ts'
import type { Accuracy } from '../queue/estimate.ts'
import type { IssueStopReason } from '../queue/issue-settings.ts'
import type { KioskRef, SlipPrint } from '../queue/kiosk.ts'
import type { Estimate, TicketClass, TicketLabel } from '../queue/ticket.ts'
import type { EndingGround, HoldReason, VisitState } from '../queue/visit.ts'
import type { WhyFirst } from '../queue/why-first.ts'
import type { Answers, Authority, Petitioner, SeenId } from '../record/private.ts'
import type { EditionMark, Stray } from '../state.ts'
import type { Day, Instant } from '../time.ts'
import type { LineView } from './view-line.ts'
import type { ClosingView, HeldElsewhere } from './view-queue.ts'
import type { HolderView, OwnCaseLine } from './views-holder.ts'
import type { ProcedureView } from './views-procedure.ts'

/** What each screen shows. Instants are epoch milliseconds; a screen formats them in Asia/Seoul. */

export type PersonView = { id: string; name: string; role: z.infer<typeof Role>; also?: z.infer<typeof Role>[] }
export type CounterRef = { id: string; number: number; team: string }

export type SetupView = {
  /** False until the hall's record has come for the first time: there is no list to choose from, or one of long ago. */
  ready: boolean
  hallName: string
  machine: string
  counter?: CounterRef
  staff: SetupPerson[]
  line: LineView
  /** Who sits here, and whether the PC is locked. */
  session?: { clerk: PersonView; locked: boolean; hasPin: boolean }
  /** Who sat here last is no longer of the hall, and the session ended with that. */
  hasLeft?: true
  /** No administrator has a password yet: the first one is set up here with the one-time code of the hall. */
  firstAdministrator: boolean
}

/** Somebody who may be chosen to sign in. */
export type SetupPerson = PersonView & {
  /** Whether the work of the person is done at this PC. */
  sitsHere: boolean
  hasPassword: boolean
  /** After too many wrong passwords at this PC. */
  waitUntil?: Instant
}

export type VisitView = {
  visit: string
  label?: TicketLabel
  class?: TicketClass
  state: VisitState
  begun: 'called' | 'taken' | 'withoutTicket' | 'takenOver'
  /** Why the called number went first. */
  why?: WhyFirst
  begunAt: Instant
  cameAt?: Instant
  heldAt?: Instant
  holdReason?: HoldReason
  /** When the clerk is to be told that the hold is over. */
  heldUntil?: Instant
  waitedMinutes?: number
  /** 응대의 길이: its two marks, and what was told; while the visitor is at the counter. */
  interview?: {
    tellAt: Instant
    endAt: Instant
    toldAt?: Instant
    endingsTold: { ground: EndingGround; at: Instant }[]
  }
  recalls: number
  cases: OwnCaseLine[]
}

export type CaseLine = {
  case: string
  receiptNo: string
  kind: string
  title: string
  state: CaseState
  outcome?: string
  /** The receipt number of the case that an objection is against. */
  objectionTo?: string
  holder: string
  receivedAt: Instant
  due?: DueView
  late: number
}

/** `remainingMinutes` are working minutes and below zero never shown: then `overdue` is true. */
export type DueView = {
  dueAt: Instant
  lastDay: Day
  overdue: boolean
  remainingMinutes: number
  /** The time that was told to the citizen, where it is another one. */
  promised?: Instant
  /** Why the clock stands. */
  stopped?: SuspensionReason
  /** An objection opened the case again: its period was that of the first decision. */
  decidedBefore?: true
}

export type QueueView = {
  waiting: number
  byClass: Record<TicketClass, number>
  /** From when the one has waited who has waited longest of each class; `since` leaves out the time at a counter. */
  longestByClass: Partial<Record<TicketClass, Instant>>
  longest?: { label: TicketLabel; since: Instant }
  next: { ticket: string; label: TicketLabel; class: TicketClass; since: Instant; cameBack: boolean }[]
  missing: { ticket: string; label: TicketLabel; at: Instant }[]
  /** Brought back after they were missed, with how many are called before them. */
  returned: { ticket: string; label: TicketLabel; ahead: number }[]
  /** How long somebody would wait who took a ticket now, and how near the estimates of today were. */
  estimates: Estimates
  accuracy?: Accuracy
  /** Why a supervisor stopped the issue, while it is stopped. */
  stopped?: IssueStopReason
  /** Whose slips did not come out: they have only the number on the screen of the kiosk. */
  unprinted: UnprintedSlip[]
}

/** `says` is the number on the slip in the visitor's hand, where it is another one. */
export type UnprintedSlip = { ticket: string; touch: string; label: TicketLabel; kiosk: KioskRef } & Pick<
  SlipPrint,
  'at' | 'says'
> &
  Required<Pick<SlipPrint, 'why'>>

/** Of the classes that a kiosk issues; absent while nothing can be said. */
export type Estimates = { ordinary?: Estimate; priority?: Estimate }

export type TileView = {
  counter: CounterRef
  clerk?: string
  state: 'closed' | 'free' | 'called' | 'serving' | 'paused'
  paused?: PauseReason
  label?: TicketLabel
  since?: Instant
  /** Whether the hall hears the machine; a counter is told only that it does not, and at first nobody knows. */
  connected?: boolean
  lastHeardAt?: Instant
}

export type CounterView = {
  hallName: string
  counter: CounterRef
  clerk?: PersonView
  paused?: PauseReason
  line: LineView
  /** The edition in force, and the next one to come. */
  edition?: EditionMark
  comingEdition?: EditionMark
  /** False until the first manual has come to this PC: nothing can be searched or received yet. */
  hasManual: boolean
  visit?: VisitView
  /** What the visitor would leave without, were the visit ended now. */
  owed: ReceiptDue[]
  held: VisitView[]
  /** On hold at other counters: each may be taken up here. */
  heldElsewhere: HeldElsewhere[]
  callsOutOfOrder: boolean
  /** 보류 알림: after how many minutes the clerk is told where the hold says nothing else; 0 is never. */
  usualHold: number
  teams: { id: string; name: string; phone?: string | undefined }[]
  lastVisit?: VisitView
  queue: QueueView
  cases: OwnCaseLine[]
  /** 오접수 취소: what was voided here today, and can be received again with the time of its receipt. */
  voided: { case: string; receiptNo: string; title: string; at: Instant }[]
  tiles: TileView[]
  unsent: { at: Instant; what: string; about: string }[]
  /** Why a floor act is not possible now; an act that is not named here is. */
  closedActs: Partial<Record<Command['type'], Refusal>>
  /** Supervisors who can approve, counters to pass to. */
  supervisors: PersonView[]
  today: Day
}

export type DoneView = { at: Instant; clerk: string }
export type CaseView = CaseLine & {
  edition: number
  tenure: number
  mine: boolean
  /** Where the case is, if not here. */
  heldBy?: HolderView
  visit?: string
  /** Absent on a machine that does not hold the case. */
  petitioner?: Petitioner
  /** 대리인: the name that was checked, else the one of the receipt. */
  proxy?: string
  /** What was answered to the questions of the kind; absent on a machine that does not hold the case. */
  answers?: Answers
  steps: StepView[]
  documents: DocumentView[]
  notes: (DoneView & { text: string })[]
  next: NextAct
  decision?: DoneView & { outcome: string; reasons?: string; provisions: string[]; remedies: string[] }
  notice?: DoneView & { channel: Channel }
  handedOver?: DoneView & { collector: Collector; idSeen?: SeenId; idOther?: string } & {
    authority?: Authority
    name?: string
  }
  /** 취하: who has withdrawn, with the name of a proxy. */
  withdrawn?: DoneView & { who: Collector; name?: string }
  closedAt?: Instant
  /**
   * `enteredAt` where an act was entered later than it was done; `reason` of a seizure, where it is known; `about` names the
   * check, step or document of an act.
   */
  history: (DoneView & { type: string; confirmed: boolean; enteredAt?: Instant; reason?: string; about?: string })[]
  procedure: ProcedureView
  lateActs: (LateAct & { clerk: string; settleable: boolean; about?: string })[]
  unsent: number
}
export type StepView = {
  step: string
  title: string
  action: string
  handsOver: boolean
  finished?: DoneView
  checks: {
    check: string
    text: string
    document?: string
    /** By the answers it is about what does not apply here. */
    spared?: true
    mark?: DoneView & { mark: 'met' | 'notApplicable'; finding?: string }
  }[]
}
export type DocumentView = {
  document: string
  name: string
  condition?: string
  /** By the answers it is not needed here. */
  spared?: true
  byOffice: boolean
  verifyBy: string | null
  original: boolean
  mark?: DoneView & { mark: DocumentMark }
}

/** The documents of a case: the made ones with what became of them, and each that there is with what it lacks. */
export type PapersView = {
  mine: boolean
  made: (Omit<Paper, 'tenure' | 'act'> & { clerk: string; reasons: string[] })[]
  /** `isOfNow`: the act that the document tells of has happened. */
  offers: { name: PaperName; isOfNow: boolean; missing: MissingField[] }[]
  /** 독촉장: that a reminder went whose paper has not been printed yet. */
  reminderDue: boolean
}
/** The page of a document; without it what is missing, or why the drafted act is refused, or no template. */
export type PaperView = { missing: MissingField[]; token?: string; refused?: Refusal }

export type OverviewView = {
  hallName: string
  clerk?: PersonView
  line: LineView
  /** The edition in force, and the next one to come. */
  edition?: EditionMark
  comingEdition?: EditionMark
  tiles: TileView[]
  queue: QueueView
  today: { issued: number; completed: number; received: number; closed: number; averageWaitMinutes?: number }
  cases: { open: number; overdue: number; dueToday: number; lines: CaseLine[] }
  /** How many things wait for the supervisor by law (`view-duties.ts`); a year of cases past their period is one, and so many are all of these. */
  duties: { count: number; past: number }
  closing: ClosingView
  disputes: { label: TicketLabel; visits: { counter: CounterRef; at: Instant }[] }[]
  late: (CaseLine & { acts: { what: string; at: Instant; clerk: string }[] })[]
  /** The newest of what was kept and not applied, and how many there are. */
  strays: Stray[]
  strayCount: number
  openDays: Day[]
  /** On hold now, the longest first. */
  held: HeldLine[]
}

/** A visit on hold, where it was put there and since when. */
export type HeldLine = { visit: string; label?: TicketLabel; counter: CounterRef; since: Instant }

export type HolidaysView = {
  line: LineView
  /** The last day that the hall's own table covers; what is shown beyond it is computed by the rules. */
  knownUntil: Day
  /** By date. `entered` where a supervisor did it; what is computed cannot be withdrawn. */
  holidays: (Holiday & { withdrawable: boolean; entered?: DoneView })[]
  withdrawn: (Holiday & { reason: string; gone: DoneView })[]
  /** How many open cases become due at another time by the change of the asked day. */
  moves?: number
}

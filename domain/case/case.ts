import { z } from 'zod'
import { Actor, Id, Text } from '../actor.ts'
import { isByOffice, type Kind } from '../manual/manual.ts'
import { paperCommands, paperEvents, type Paper } from '../paper/paper.ts'
import type { SuspensionReason } from '../period/deadline.ts'
import { Authority, SeenId } from '../record/private.ts'
import { Day, type Instant as Moment } from '../time.ts'
import { ofAct, ofCase } from './act.ts'
import { attachmentCommands, attachmentEvents, type Attachment } from './attachment.ts'
import { Collector, intakeCommands, intakeEvents, type GuidanceTopic, type IntakeEvent, type Spared } from './intake.ts'
import { ownDataCommands, ownDataEvents, type OwnDataDemand } from './own-data.ts'
import { Channel, procedureCommands, procedureEvents, type ProcedureEvent } from './procedure.ts'
import { secondInCommand, secondInEvent } from './second-person.ts'

/** 민원. A case is written by the counter that holds it; only a seizure is written by the hall (docs/SYNC.md, O2). */

export const Outcome = z.enum(['granted', 'partly', 'refused', 'answered', 'accepted', 'dismissed'])
export const CaseOutcome = z.enum([
  ...(['granted', 'partly', 'refused', 'answered', 'accepted', 'dismissed'] as const),
  ...(['withdrawn', 'voided', 'returned', 'deemedWithdrawn', 'transferredOut'] as const),
  ...(['repeatClosed', 'notProcessed', 'uncollectedClosed'] as const),
])
export type CaseOutcome = z.infer<typeof CaseOutcome>
const CheckMark = z.enum(['met', 'notApplicable'])
export const DocumentMark = z.enum(['received', 'verified', 'missing', 'notNeeded'])
export type DocumentMark = z.infer<typeof DocumentMark>
/**
 * Why the result may be told otherwise than in writing (민원처리법 시행령 제29조), or by an electronic document: agreed to, or
 * applied for by one (행정절차법 제24조 제1항).
 */
export const ChannelBasis = z.enum(['otherPetition', 'urgent', 'agreed', 'appliedElectronically'])

const lines = z.array(z.string().trim().min(1).max(300)).max(20)
/** 실무심의회와 조정위원회: when they met on a complex petition that is to be refused (시행령 제36조, 법 제34조). */
const councils = { council: Day.optional(), committee: Day.optional() }

export const caseCommands = [
  ...intakeCommands,
  ...procedureCommands,
  ...paperCommands,
  ...attachmentCommands,
  ...ownDataCommands,
  z.strictObject({
    ...ofCase,
    type: z.literal('tickCheck'),
    check: Id,
    mark: CheckMark,
    finding: Text.optional(),
  }),
  z.strictObject({ ...ofCase, type: z.literal('clearCheck'), check: Id }),
  z.strictObject({ ...ofCase, type: z.literal('finishStep'), step: Id }),
  z.strictObject({ ...ofCase, type: z.literal('markDocument'), document: Id, mark: DocumentMark }),
  z.strictObject({ ...ofCase, type: z.literal('addNote'), text: Text }),
  z.strictObject({
    ...ofCase,
    ...councils,
    type: z.literal('decideCase'),
    outcome: Outcome,
    reasons: Text.optional(),
    provisions: lines,
    remedies: lines,
  }),
  z.strictObject({
    ...ofCase,
    type: z.literal('notifyCase'),
    channel: Channel,
    basis: ChannelBasis.optional(),
    /** 송달: the number of the registered letter, where there is one (행정절차법 제14조 제6항). */
    serviceNo: z.string().trim().min(1).max(40).optional(),
  }),
  z.strictObject({ ...ofCase, type: z.literal('awaitPickup') }),
  z.strictObject({
    ...ofCase,
    type: z.literal('handOverResult'),
    collector: Collector,
    idSeen: SeenId,
    idOther: z.string().trim().min(1).max(60).optional(),
    proxyLetter: z.boolean(),
    authority: Authority.optional(),
    collectorName: z.string().trim().min(1).max(60).optional(),
  }),
  z.strictObject({ ...ofCase, type: z.literal('closeCase') }),
  /** `who` has withdrawn; without it the petitioner, as in records from before it was kept. */
  z.strictObject({
    ...ofCase,
    type: z.literal('withdrawCase'),
    papersBack: z.boolean().optional(),
    who: Collector.optional(),
    name: z.string().trim().min(1).max(60).optional(),
  }),
  z.strictObject({ ...ofCase, ...secondInCommand, type: z.literal('voidCase'), reason: Text, approvedBy: Id }),
  z.strictObject({ ...ofCase, type: z.literal('passCase'), to: Id }),
  z.strictObject({
    ...ofCase,
    type: z.literal('settleLate'),
    tenure: z.int(),
    act: z.int(),
    how: z.enum(['takenOver', 'setAside']),
  }),
  z.strictObject({ case: Id, type: z.literal('seizeCase'), to: Id, reason: Text }),
  z.strictObject({ case: Id, type: z.literal('takeOutCase') }),
] as const

export const caseEvents = [
  ...intakeEvents,
  ...procedureEvents,
  ...paperEvents,
  ...attachmentEvents,
  ...ownDataEvents,
  z.strictObject({ ...ofAct, type: z.literal('checkTicked'), check: Id, mark: CheckMark }),
  z.strictObject({ ...ofAct, type: z.literal('checkCleared'), check: Id }),
  z.strictObject({ ...ofAct, type: z.literal('stepFinished'), step: Id }),
  z.strictObject({ ...ofAct, type: z.literal('documentMarked'), document: Id, mark: DocumentMark }),
  z.strictObject({ ...ofAct, type: z.literal('noteAdded') }),
  z.strictObject({
    ...ofAct,
    ...councils,
    type: z.literal('caseDecided'),
    outcome: Outcome,
    provisions: lines,
    remedies: lines,
  }),
  z.strictObject({
    ...ofAct,
    type: z.literal('caseNotified'),
    channel: Channel,
    basis: ChannelBasis.optional(),
    serviceNo: z.string().optional(),
  }),
  z.strictObject({ ...ofAct, type: z.literal('pickupAwaited') }),
  z.strictObject({
    ...ofAct,
    type: z.literal('resultHandedOver'),
    collector: Collector,
    proxyLetter: z.boolean(),
    /** Only in older records: which card was seen is kept apart. */
    idSeen: SeenId.optional(),
  }),
  z.strictObject({ ...ofAct, type: z.literal('caseClosed') }),
  z.strictObject({
    ...ofAct,
    type: z.literal('caseWithdrawn'),
    papersBack: z.boolean().optional(),
    who: Collector.optional(),
  }),
  z.strictObject({
    ...ofAct,
    ...secondInEvent,
    type: z.literal('caseVoided'),
    reason: Text.optional(),
    approvedBy: Id,
  }),
  z.strictObject({ ...ofAct, type: z.literal('casePassed'), to: Id }),
  z.strictObject({
    ...ofAct,
    type: z.literal('lateSettled'),
    lateTenure: z.int(),
    lateAct: z.int(),
    how: z.enum(['takenOver', 'setAside']),
  }),
  /** Its reason is kept apart; it stands here only in older records. */
  z.strictObject({ ...ofAct, type: z.literal('caseSeized'), to: Id, reason: Text.optional() }),
  /** 보관 자료 꺼내기: a closed case comes back from the archive, whole, to the machine that asked for it. */
  z.strictObject({ ...ofAct, type: z.literal('caseTakenOut'), to: Id, body: z.string().max(2_000_000) }),
] as const

export type CaseCommand = z.infer<(typeof caseCommands)[number]>
export type CaseEvent = z.infer<(typeof caseEvents)[number]>
export type CaseEventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>
export type CaseCommandOf<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>

export type CaseState =
  | ('received' | 'inProgress' | 'supplement' | 'suspended')
  | ('decided' | 'notified' | 'awaitingPickup' | 'closed')

/** Who did it and when: what a screen shows beside every mark. */
export type Done = { readonly at: Moment; readonly by: Actor }

export type LateAct = { readonly event: CaseEvent; settled?: 'takenOver' | 'setAside' }

/** 불산입: time that is not counted, with its reason; without `to` it still lasts. */
export type Stop = { reason: SuspensionReason; from: Moment; to?: Moment; document?: string; act: number }

/** 보완요구 (민원처리법 제22조). */
export type Demand = ProcedureEvent & { type: 'supplementDemanded' }

/** 협조 요청 (민원처리법 제20조). */
export type Cooperation = { office: string; askedAt: Moment; replyBy: Day; extended: boolean; repliedAt?: Moment }

/** A decision that a later one replaces after an objection. */
export type FormerDecision = {
  readonly objection: string
  readonly reopened: Done
  readonly decision?: CaseEventOf<'caseDecided'>
  readonly notice?: CaseEventOf<'caseNotified'>
  readonly closedAt?: Moment
}

export type Case = {
  readonly received: CaseEventOf<'caseReceived'>
  state: CaseState
  outcome?: CaseOutcome
  holder: string
  tenure: number
  /** Who held the case in each tenure, the first at 0. */
  holders: string[]
  /** How many acts of the case count; the next one bears the number after it. */
  acts: number
  /** With the act that ticked it, under which its finding is kept. */
  checks: Record<string, Done & { mark: z.infer<typeof CheckMark>; tenure: number; act: number }>
  finished: Record<string, Done>
  documents: Record<string, Done & { mark: DocumentMark }>
  /** The act that answered the questions last, and what it spares. */
  answered?: { tenure: number; act: number }
  spared: Spared
  guidance: Partial<Record<GuidanceTopic, Done>>
  /** The acts that filled the application form, oldest first: each is a version of it. */
  forms: (IntakeEvent & { type: 'formFilled' | 'fieldCorrected' })[]
  signed?: Done & { how: 'onScreen' | 'onPaper' }
  identity?: IntakeEvent & { type: 'identityChecked' }
  /** The consent to electronic notices that was given last, or taken back. */
  electronic?: IntakeEvent & { type: 'electronicAgreed' }
  /** What was paid as it stands now; what it replaced is in the history. */
  fee?: IntakeEvent & { type: 'feePaid' | 'feeCorrected' }
  stops: Stop[]
  /** The demands of the supplement that runs, or ran last: the first, what was found later beside it, and the second. */
  demands: Demand[]
  /** How often the citizen had the supplement period extended, and until when it now runs. */
  supplement?: { until: Day; asked: number; mailsReturned: number }
  /** Until when the papers of the last supplement were awaited, also once it is over. */
  supplementUntil?: Day
  extensions: (ProcedureEvent & { type: 'periodExtended' })[]
  investigationExtended?: Done
  transfers: (ProcedureEvent & { type: 'caseTransferred' })[]
  cooperations: Cooperation[]
  representatives?: {
    askedAt: Moment
    until: Day
    named?: Done & { count: number; chosenBy: 'petitioners' | 'agency' }
  }
  progress: (ProcedureEvent & { type: 'progressNotified' })[]
  corrections: (ProcedureEvent & { type: 'decisionCorrected' })[]
  /** 첨부: what did not come in; absent where everything did. */
  attachments?: Attachment[]
  /** 본인정보 공동이용: what was demanded of other holders. */
  ownData?: OwnDataDemand[]
  papers: Paper[]
  decision?: CaseEventOf<'caseDecided'>
  notice?: CaseEventOf<'caseNotified'>
  handedOver?: CaseEventOf<'resultHandedOver'>
  /** 처음 결정: what was decided and told before an objection, named by its receipt number, opened the case again. */
  former?: FormerDecision[]
  /** What closed the case, and when. */
  ending?: CaseEvent['type']
  closedAt?: Moment
  /** Every act that counts, in order, seizures included: the case can be folded again from it. */
  history: CaseEvent[]
  /** Acts of a former holder that the hall had not seen before it seized the case; they change nothing by themselves. */
  late: LateAct[]
  /** 독촉: of the reminders, those from before the case was put away. */
  reminders?: (Done & { actBy: Day })[]
}

/** Whether a step of the manual comes after the decision, since it is the handing over of the result. */
export const plan = (kind: Kind) => ({
  steps: kind.steps.map((s) => ({
    step: s.id,
    handsOver: s.stage === 'handOver',
    checks: s.checks.map((c) => c.id),
  })),
  documents: kind.documents.map((d) => ({
    document: d.id,
    byOffice: isByOffice(d),
    ...(d.verifyBy !== null && { verifyBy: d.verifyBy }),
  })),
  checkedDocuments: Object.fromEntries(
    kind.steps.flatMap((s) => s.checks.flatMap((c) => (c.document === undefined ? [] : [[c.id, c.document]]))),
  ),
})

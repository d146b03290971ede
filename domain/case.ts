import { z } from 'zod'
import { Actor, Id, Text } from './actor.ts'
import { Period, type Kind } from './manual.ts'
import { Day, Instant } from './time.ts'

/** 민원. A case is written by the counter that holds it; only a seizure is written by the hall (docs/SYNC.md, O2). */

export const Outcome = z.enum(['granted', 'partly', 'refused', 'answered'])
export const CaseOutcome = z.enum([...Outcome.options, 'withdrawn', 'voided'])
export type CaseOutcome = z.infer<typeof CaseOutcome>
export const CheckMark = z.enum(['met', 'notApplicable'])
export const DocumentMark = z.enum(['received', 'verified', 'missing', 'notNeeded'])
export type DocumentMark = z.infer<typeof DocumentMark>
export const Channel = z.enum(['inPerson', 'letter', 'phone', 'sms', 'email', 'fax'])
export type Channel = z.infer<typeof Channel>
/** Why the result may be told otherwise than in writing (민원처리법 시행령 제29조). */
export const ChannelBasis = z.enum(['otherPetition', 'urgent', 'agreed'])
export const Collector = z.enum(['petitioner', 'proxy'])
export const SeenId = z.enum(['residentCard', 'driverLicence', 'passport', 'alienCard', 'disabilityCard'])

export const Petitioner = z.strictObject({
  name: z.string().trim().min(1).max(60),
  birth: Day.optional(),
  contact: z.string().trim().min(1).max(60).optional(),
})
export type Petitioner = z.infer<typeof Petitioner>

/** What of an act is kept apart: only the holder and the supervisor's PC ever hear it. */
export const Private = z.strictObject({
  petitioner: Petitioner.optional(),
  note: Text.optional(),
  finding: Text.optional(),
  reasons: Text.optional(),
  collector: z.string().trim().min(1).max(60).optional(),
})
export type Private = z.infer<typeof Private>

const ofCase = { case: Id }
const lines = z.array(z.string().trim().min(1).max(300)).max(20)
export const caseCommands = [
  z.strictObject({
    ...ofCase,
    type: z.literal('receiveCase'),
    kind: Id,
    visit: Id.optional(),
    petitioner: Petitioner,
  }),
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
    type: z.literal('decideCase'),
    outcome: Outcome,
    reasons: Text.optional(),
    provisions: lines,
    remedies: lines,
  }),
  z.strictObject({ ...ofCase, type: z.literal('notifyCase'), channel: Channel, basis: ChannelBasis.optional() }),
  z.strictObject({ ...ofCase, type: z.literal('awaitPickup') }),
  z.strictObject({
    ...ofCase,
    type: z.literal('handOverResult'),
    collector: Collector,
    collectorName: z.string().trim().min(1).max(60).optional(),
    idSeen: SeenId,
    proxyLetter: z.boolean(),
  }),
  z.strictObject({ ...ofCase, type: z.literal('closeCase') }),
  z.strictObject({ ...ofCase, type: z.literal('withdrawCase') }),
  z.strictObject({ ...ofCase, type: z.literal('voidCase'), reason: Text, approvedBy: Id }),
  z.strictObject({ ...ofCase, type: z.literal('passCase'), to: Id }),
  z.strictObject({
    ...ofCase,
    type: z.literal('settleLate'),
    tenure: z.int(),
    act: z.int(),
    how: z.enum(['takenOver', 'setAside']),
  }),
  z.strictObject({ ...ofCase, type: z.literal('seizeCase'), to: Id, reason: Text }),
] as const

export const PlannedStep = z.strictObject({ step: Id, handsOver: z.boolean(), checks: z.array(Id) })
export const PlannedDocument = z.strictObject({ document: Id, byOffice: z.boolean() })

/** `act` numbers the acts of a case; `tenure` says in whose turn of holding it was done (docs/SYNC.md, O3). */
const act = { at: Instant, by: Actor, case: Id, tenure: z.int(), act: z.int() }
export const caseEvents = [
  z.strictObject({
    ...act,
    type: z.literal('caseReceived'),
    receiptNo: Id,
    kind: Id,
    title: z.string(),
    edition: z.int(),
    period: Period.nullable(),
    visit: Id.optional(),
    steps: z.array(PlannedStep),
    documents: z.array(PlannedDocument),
    /** Which document a check is about, by the check: ticking the one marks the other. */
    checkedDocuments: z.record(Id, Id),
  }),
  z.strictObject({ ...act, type: z.literal('checkTicked'), check: Id, mark: CheckMark }),
  z.strictObject({ ...act, type: z.literal('checkCleared'), check: Id }),
  z.strictObject({ ...act, type: z.literal('stepFinished'), step: Id }),
  z.strictObject({ ...act, type: z.literal('documentMarked'), document: Id, mark: DocumentMark }),
  z.strictObject({ ...act, type: z.literal('noteAdded') }),
  z.strictObject({ ...act, type: z.literal('caseDecided'), outcome: Outcome, provisions: lines, remedies: lines }),
  z.strictObject({ ...act, type: z.literal('caseNotified'), channel: Channel, basis: ChannelBasis.optional() }),
  z.strictObject({ ...act, type: z.literal('pickupAwaited') }),
  z.strictObject({
    ...act,
    type: z.literal('resultHandedOver'),
    collector: Collector,
    idSeen: SeenId,
    proxyLetter: z.boolean(),
  }),
  z.strictObject({ ...act, type: z.literal('caseClosed') }),
  z.strictObject({ ...act, type: z.literal('caseWithdrawn') }),
  z.strictObject({ ...act, type: z.literal('caseVoided'), reason: Text, approvedBy: Id }),
  z.strictObject({ ...act, type: z.literal('casePassed'), to: Id }),
  z.strictObject({
    ...act,
    type: z.literal('lateSettled'),
    lateTenure: z.int(),
    lateAct: z.int(),
    how: z.enum(['takenOver', 'setAside']),
  }),
  z.strictObject({ ...act, type: z.literal('caseSeized'), to: Id, reason: Text }),
] as const

export type CaseCommand = z.infer<(typeof caseCommands)[number]>
export type CaseEvent = z.infer<(typeof caseEvents)[number]>
export type CaseEventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>

export type CaseState = 'received' | 'inProgress' | 'decided' | 'notified' | 'awaitingPickup' | 'closed'

/** Who did it and when: what a screen shows beside every mark. */
export type Done = { readonly at: Instant; readonly by: Actor }

export type LateAct = { readonly event: CaseEvent; settled?: 'takenOver' | 'setAside' }

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
  decision?: CaseEventOf<'caseDecided'>
  notice?: CaseEventOf<'caseNotified'>
  handedOver?: CaseEventOf<'resultHandedOver'>
  closedAt?: Instant
  /** Every act that counts, in order, seizures included: the case can be folded again from it. */
  history: CaseEvent[]
  /** Acts of a former holder that the hall had not seen before it seized the case; they change nothing by themselves. */
  late: LateAct[]
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
    byOffice: d.verifyBy !== null && d.verifyBy !== 'applicant',
  })),
  checkedDocuments: Object.fromEntries(
    kind.steps.flatMap((s) => s.checks.flatMap((c) => (c.document === undefined ? [] : [[c.id, c.document]]))),
  ),
})

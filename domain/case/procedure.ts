import { z } from 'zod'
import { Id, Text } from '../actor.ts'
import { Day, Instant } from '../time.ts'
import { ofAct, ofCase } from './act.ts'
import { Consent } from './intake.ts'
import { secondInCommand, secondInEvent } from './second-person.ts'

/** 법정 절차: what the law lets become of a case beside the steps of its manual (민원처리법 and its decree). */

const lines = z.array(z.string().trim().min(1).max(300)).max(20)
const office = z.string().trim().min(1).max(100)
/** A period that the Civil Act counts, in days. */
const civilDays = z.int().min(1).max(180)

/** No extension has a higher number, in whatever unit: a period of ten years in days. */
export const longestNumber = 3650

export const Channel = z.enum(['inPerson', 'letter', 'phone', 'sms', 'email', 'fax'])
export type Channel = z.infer<typeof Channel>

/** 불산입 사유 beside supplement and outage (시행령 제20조, 행정절차법 시행령 제11조, 법 제10조 제3항, 시행령 제17조). */
export const StopReason = z.enum([
  ...(['transport', 'representatives', 'hearing', 'examination', 'priorAct'] as const),
  ...(['verification', 'investigation'] as const),
])
export type StopReason = z.infer<typeof StopReason>

/** 연장 사유 (시행령 제21조 제1항 각 호). Workload and absence are no grounds (제21조 제2항) and cannot be said here. */
export const ExtensionGround = z.enum(['cooperation', 'factCheck', 'forceMajeure', 'equivalent'])
export type ExtensionGround = z.infer<typeof ExtensionGround>

/** Why a supplement is demanded after eight working hours: found only later (시행규칙 제9조 제1항 단서), or just late. */
export const LateDemand = z.enum(['siteCheck', 'newFact', 'oversight'])
export type LateDemand = z.infer<typeof LateDemand>
export const FoundLater = LateDemand.exclude(['oversight'])

/** 이송: to a department, a far one, through the hall to another department, or to another agency (시행령 제13조). */
export const TransferTo = z.enum(['department', 'farDepartment', 'withinAgency', 'otherAgency'])
export type TransferTo = z.infer<typeof TransferTo>

/** 처리의 예외: the nine classes of 법 제21조. */
export const ExceptionGround = z.enum([
  ...(['politicsOrSecret', 'investigationOrTrial', 'appeal', 'mediation', 'finalJudgment'] as const),
  ...(['auditBoard', 'electionCommission', 'privateDispute', 'personnel'] as const),
])
export type ExceptionGround = z.infer<typeof ExceptionGround>

/** In which way the citizen was told; `web` where that was agreed beforehand. */
export const Told = z.enum([...Channel.options, 'web'])

const demand = {
  items: z.array(Id).max(40),
  written: z.boolean(),
  late: LateDemand.optional(),
  /** 송달 (행정절차법 제14조 제6항): absent in records from before it was kept. */
  told: Channel.optional(),
}
/** 완료 예정일, where no confirmed period says it (시행령 제23조). */
const progress = { expected: Day.optional() }
const transfer = { to: TransferTo, office, contact: office.optional(), told: Told.optional() }
const repeat = { repeats: z.int().min(3).max(1000), earlier: z.array(Id).max(20), committee: Day.optional() }

export const procedureCommands = [
  z.strictObject({
    ...ofCase,
    ...demand,
    type: z.literal('demandSupplement'),
    days: civilDays,
    text: Text.optional(),
    /** Why a clerk was just late; the citizen does not read it. */
    lateReason: Text.optional(),
  }),
  z.strictObject({ ...ofCase, type: z.literal('extendSupplement'), days: civilDays }),
  z.strictObject({ ...ofCase, type: z.literal('receiveSupplement') }),
  z.strictObject({ ...ofCase, type: z.literal('recordReturnedMail') }),
  z.strictObject({ ...ofCase, type: z.literal('returnCase'), reasons: Text, provisions: lines, told: Channel }),
  z.strictObject({ ...ofCase, type: z.literal('deemWithdrawn') }),
  z.strictObject({
    ...ofCase,
    type: z.literal('stopClock'),
    reason: StopReason,
    evidence: Text,
    document: Id.optional(),
  }),
  z.strictObject({ ...ofCase, type: z.literal('resumeClock') }),
  z.strictObject({
    ...ofCase,
    type: z.literal('extendPeriod'),
    ground: ExtensionGround,
    value: z.int().min(1).max(longestNumber),
    unit: z.literal('days').optional(),
    consent: Consent.optional(),
    reasons: Text,
    told: Channel,
  }),
  z.strictObject({ ...ofCase, ...transfer, type: z.literal('transferCase'), reasons: Text.optional() }),
  z.strictObject({
    ...ofCase,
    type: z.literal('notProcess'),
    ground: ExceptionGround,
    reasons: Text,
    told: Channel,
  }),
  z.strictObject({ ...ofCase, ...repeat, type: z.literal('closeRepeat'), reasons: Text, told: Channel }),
  z.strictObject({ ...ofCase, type: z.literal('closeUncollected') }),
  /** 다시 처리: by the receipt number of the objection that was accepted, in whole or in part (법 제35조 제2항). */
  z.strictObject({ ...ofCase, type: z.literal('reopenCase'), objection: Id }),
  z.strictObject({ ...ofCase, ...progress, type: z.literal('notifyProgress'), told: Channel, text: Text }),
  z.strictObject({ ...ofCase, type: z.literal('askCooperation'), office, replyBy: Day }),
  z.strictObject({ ...ofCase, type: z.literal('extendCooperation'), nth: z.int().min(1), replyBy: Day }),
  z.strictObject({ ...ofCase, type: z.literal('recordReply'), nth: z.int().min(1) }),
  z.strictObject({ ...ofCase, type: z.literal('askRepresentatives'), until: Day }),
  z.strictObject({
    ...ofCase,
    type: z.literal('nameRepresentatives'),
    names: z.array(office).min(1).max(3),
    chosenBy: z.enum(['petitioners', 'agency']),
  }),
  z.strictObject({ ...ofCase, type: z.literal('extendInvestigation') }),
  z.strictObject({
    ...ofCase,
    ...secondInCommand,
    type: z.literal('correctDecision'),
    before: Text,
    after: Text,
    confirmedBy: Id,
    told: Channel,
  }),
] as const

export const procedureEvents = [
  z.strictObject({
    ...ofAct,
    ...demand,
    type: z.literal('supplementDemanded'),
    until: Day,
    round: z.int().min(1).max(2),
  }),
  z.strictObject({ ...ofAct, type: z.literal('supplementExtended'), until: Day, nth: z.int() }),
  z.strictObject({ ...ofAct, type: z.literal('supplementArrived'), promised: Instant.optional() }),
  z.strictObject({ ...ofAct, type: z.literal('mailReturned') }),
  z.strictObject({ ...ofAct, type: z.literal('caseReturned'), provisions: lines, told: Channel }),
  z.strictObject({ ...ofAct, type: z.literal('caseDeemedWithdrawn') }),
  z.strictObject({ ...ofAct, type: z.literal('clockStopped'), reason: StopReason, document: Id.optional() }),
  z.strictObject({ ...ofAct, type: z.literal('clockResumed'), promised: Instant.optional() }),
  z.strictObject({
    ...ofAct,
    type: z.literal('periodExtended'),
    nth: z.int(),
    ground: ExtensionGround,
    value: z.int(),
    unit: z.literal('days').optional(),
    consent: Consent.optional(),
    told: Channel,
    promised: Instant,
  }),
  z.strictObject({ ...ofAct, ...transfer, type: z.literal('caseTransferred'), late: z.boolean() }),
  z.strictObject({ ...ofAct, type: z.literal('caseNotProcessed'), ground: ExceptionGround, told: Channel }),
  z.strictObject({ ...ofAct, ...repeat, type: z.literal('repeatClosed'), told: Channel }),
  z.strictObject({ ...ofAct, type: z.literal('uncollectedClosed') }),
  z.strictObject({ ...ofAct, type: z.literal('caseReopened'), objection: Id }),
  z.strictObject({ ...ofAct, ...progress, type: z.literal('progressNotified'), nth: z.int(), told: Channel }),
  z.strictObject({ ...ofAct, type: z.literal('cooperationAsked'), office, replyBy: Day, nth: z.int() }),
  z.strictObject({ ...ofAct, type: z.literal('cooperationExtended'), nth: z.int(), replyBy: Day }),
  z.strictObject({ ...ofAct, type: z.literal('cooperationReplied'), nth: z.int() }),
  z.strictObject({ ...ofAct, type: z.literal('representativesAsked'), until: Day }),
  z.strictObject({
    ...ofAct,
    type: z.literal('representativesNamed'),
    count: z.int().min(1).max(3),
    chosenBy: z.enum(['petitioners', 'agency']),
    promised: Instant.optional(),
  }),
  z.strictObject({ ...ofAct, type: z.literal('investigationExtended') }),
  z.strictObject({ ...ofAct, ...secondInEvent, type: z.literal('decisionCorrected'), confirmedBy: Id, told: Channel }),
] as const

export type ProcedureCommand = z.infer<(typeof procedureCommands)[number]>
export type ProcedureEvent = z.infer<(typeof procedureEvents)[number]>

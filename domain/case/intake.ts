import { z } from 'zod'
import { Id, Text } from '../actor.ts'
import { Period, PetitionClass } from '../manual/manual.ts'
import { ObjectionCounting } from '../period/calendar.ts'
import { Answers, Authority, FormValues, Petitioner, Proxy, SeenId } from '../record/private.ts'
import { Day, Instant } from '../time.ts'
import { ofAct, ofCase } from './act.ts'

/** 접수: how a petition comes in, and what is told, asked, checked and paid with it. */

/** How it was filed (민원처리법 제8조): on paper, typed by the clerk and signed, by word of mouth, or without a visit. */
export const Filing = z.enum(['paper', 'dictated', 'oral', 'electronic', 'post', 'eWindow'])
export type Filing = z.infer<typeof Filing>

/** 접수 안내: what must be told at receipt (시행령 제6조 제4항). */
export const GuidanceTopic = z.enum(['documents', 'criteria', 'time', 'siteVisit'])
export type GuidanceTopic = z.infer<typeof GuidanceTopic>
export const guidanceTopics = GuidanceTopic.options

/** Several petitioners: with a representative (시행령 제8조), merged (제6조 제7항), or 다수인관련민원 (법 제2조 제6호). */
export const Joint = z.strictObject({
  how: z.enum(['joint', 'merged', 'multiParty']),
  signers: z.int().min(2).max(100_000),
  households: z.int().min(1).max(100_000).optional(),
  /** 연명부: the original list of signers was seen (법 제24조 제1항). */
  listSeen: z.boolean().optional(),
})
export type Joint = z.infer<typeof Joint>

/** Why no receipt slip had to be given (시행령 제6조 제3항); `due` means that it has to. */
export const SlipDuty = z.enum(['due', 'otherPetition', 'notInPerson', 'immediate'])
export type SlipDuty = z.infer<typeof SlipDuty>

/** 본인, 위임받은 대리인 or 법정대리인. */
export const Collector = z.enum(['petitioner', 'proxy', 'legalRepresentative'])
export type Collector = z.infer<typeof Collector>
/** 수수료 납부: cash and revenue stamps, and electronic means beside them (민원처리법 제29조). */
export const FeeMeans = z.enum(['cash', 'card', 'electronic', 'stamp', 'account'])
export type FeeMeans = z.infer<typeof FeeMeans>
/** How the citizen agreed (시행령 제6조 제5항, 제21조 제1항). */
export const Consent = z.enum(['oral', 'written', 'phone', 'electronic'])

const received = {
  filing: Filing.optional(),
  joint: Joint.optional(),
  /** What was told at the receipt itself; the rest by `giveGuidance`. */
  guidance: z.array(GuidanceTopic).max(4).optional(),
  siteVisit: Day.optional(),
  /** 장애 중 접수: the number on the paper that was given while the system was down (시행령 제6조의2). */
  provisionalNo: z.string().trim().min(1).max(40).optional(),
  /** The petition arrived at the e-window at this time (시행령 제6조 제8항). */
  arrivedAt: Instant.optional(),
  /** 사전심사 청구 (법 제30조). */
  priorReview: z.boolean().optional(),
  /** The prior review whose documents are not asked for again (시행령 제33조); a command may name its receipt number. */
  reviewedBy: Id.optional(),
  /** Told beforehand that the progress stands on the web, so that it need not be told (시행령 제13조, 제23조). */
  webNotice: z.boolean().optional(),
  /** How many copies were asked for (시행령 제12조 제5항). */
  copies: z.int().min(1).max(10_000).optional(),
}

const won = z.int().min(0).max(100_000_000)
/** 수수료: the whole fee, and a reduction of the manual by its id; an own ground only where the manual lists none. */
const fee = {
  table: won,
  means: FeeMeans,
  reduction: Id.optional(),
  own: z.strictObject({ ground: z.string().trim().min(1).max(100), won }).optional(),
}

export const intakeCommands = [
  z.strictObject({
    ...ofCase,
    ...received,
    type: z.literal('receiveCase'),
    kind: Id,
    visit: Id.optional(),
    petitioner: Petitioner,
    others: z.array(Petitioner).max(500).optional(),
    proxy: Proxy.optional(),
    form: FormValues.optional(),
    signature: z.string().max(20_000).optional(),
    answers: Answers.optional(),
    /** The clerk saw the signature on paper instead. */
    signed: z.boolean().optional(),
    /** 오접수 취소: the voided receipt whose place it takes, and whose time it has. */
    replaces: Id.optional(),
  }),
  z.strictObject({
    ...ofCase,
    type: z.literal('receiveObjection'),
    to: Id,
    visit: Id.optional(),
    petitioner: Petitioner,
    proxy: Proxy.optional(),
    refusalReceivedOn: Day,
    grounds: Text,
    provisionalNo: received.provisionalNo,
  }),
  z.strictObject({
    ...ofCase,
    type: z.literal('giveGuidance'),
    topics: z.array(GuidanceTopic).min(1).max(4),
    siteVisit: Day.optional(),
  }),
  z.strictObject({
    ...ofCase,
    type: z.literal('checkIdentity'),
    who: Collector,
    idSeen: SeenId,
    idOther: z.string().trim().min(1).max(60).optional(),
    proxyLetter: z.boolean(),
    authority: Authority.optional(),
    issuer: z.string().trim().min(1).max(60).optional(),
    name: z.string().trim().min(1).max(60).optional(),
  }),
  /** 전자 송달 동의: to which address, or that it is taken back (행정절차법 제14조 제3항). */
  z.strictObject({
    ...ofCase,
    type: z.literal('agreeElectronic'),
    given: z.boolean(),
    consent: Consent,
    address: z.string().trim().min(1).max(200).optional(),
  }),
  z.strictObject({ ...ofCase, type: z.literal('fillForm'), form: FormValues }),
  /** All answers as they now stand, those that were given before among them. */
  z.strictObject({ ...ofCase, type: z.literal('answerQuestions'), answers: Answers }),
  z.strictObject({ ...ofCase, type: z.literal('signForm'), signature: z.string().max(20_000).optional() }),
  z.strictObject({
    ...ofCase,
    type: z.literal('correctField'),
    field: Id,
    value: z.string().trim().min(1).max(2000),
    consent: Consent,
  }),
  z.strictObject({ ...ofCase, ...fee, type: z.literal('payFee') }),
  /** 수수료 정정·환급: `won` is what has been paid in all after it; without it what is due. */
  z.strictObject({ ...ofCase, ...fee, type: z.literal('correctFee'), won: won.optional(), reason: Text }),
] as const

const PlannedStep = z.strictObject({ step: Id, handsOver: z.boolean(), checks: z.array(Id) })
const PlannedDocument = z.strictObject({
  document: Id,
  byOffice: z.boolean(),
  verifyBy: z.enum(['applicant', 'id', 'ownRecords', 'sharedInfo', 'directIssue']).optional(),
})

/** What the answers spare this citizen: documents that are not needed, and the checks about what does not apply. */
export const Spared = z.strictObject({ documents: z.array(Id), checks: z.array(Id) })
export type Spared = z.infer<typeof Spared>

/**
 * 이의신청: against which refusal, and when that was received (민원처리법 제35조); by another law where the kind names one,
 * and how that counts the days to decide.
 */
const Objection = z.strictObject({
  to: Id,
  receiptNo: Id,
  refusalReceivedOn: Day,
  law: z.string().optional(),
  counting: ObjectionCounting.optional(),
})

export const intakeEvents = [
  z.strictObject({
    ...ofAct,
    ...received,
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
    /** Absent in records from before the statutory procedure was kept: their guards do not apply. */
    petition: PetitionClass.optional(),
    complex: z.boolean().optional(),
    objection: Objection.optional(),
    slip: SlipDuty.optional(),
    isProxy: z.boolean().optional(),
    /** Whether the application form is signed, and how. */
    signed: z.enum(['onScreen', 'onPaper']).optional(),
    formFields: z.array(Id).optional(),
    spared: Spared.optional(),
    /** 장애 중 접수: the edition that was in force, where it was not on the machine and the newest stands for it. */
    editionThen: z.int().optional(),
    /** The receipt that was voided, whose place it takes and whose time it has. */
    replaces: z.strictObject({ case: Id, receiptNo: Id }).optional(),
    /** The completion time that was told at receipt. */
    promised: Instant.optional(),
  }),
  z.strictObject({
    ...ofAct,
    type: z.literal('guidanceGiven'),
    topics: z.array(GuidanceTopic),
    siteVisit: Day.optional(),
  }),
  z.strictObject({
    ...ofAct,
    type: z.literal('identityChecked'),
    who: Collector,
    proxyLetter: z.boolean(),
    /** Only in older records: which card was seen is kept apart, since it may tell of a disability. */
    idSeen: SeenId.optional(),
    issuer: z.string().optional(),
  }),
  z.strictObject({ ...ofAct, type: z.literal('electronicAgreed'), given: z.boolean(), consent: Consent }),
  z.strictObject({ ...ofAct, type: z.literal('formFilled'), formFields: z.array(Id) }),
  z.strictObject({ ...ofAct, type: z.literal('questionsAnswered'), spared: Spared }),
  z.strictObject({ ...ofAct, type: z.literal('formSigned'), signed: z.enum(['onScreen', 'onPaper']) }),
  z.strictObject({ ...ofAct, type: z.literal('fieldCorrected'), field: Id, consent: Consent }),
  z.strictObject({
    ...ofAct,
    type: z.literal('feePaid'),
    table: z.int(),
    won: z.int(),
    means: FeeMeans,
    /** Only in older records: a ground of disability or welfare is kept apart. */
    reduction: z.string().optional(),
  }),
  z.strictObject({ ...ofAct, type: z.literal('feeCorrected'), table: z.int(), won: z.int(), means: FeeMeans }),
] as const

export type IntakeCommand = z.infer<(typeof intakeCommands)[number]>
export type IntakeEvent = z.infer<(typeof intakeEvents)[number]>

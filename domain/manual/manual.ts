import { z } from 'zod'
import { SaidWords } from '../find/find-words.ts'
import { SessionSettings } from '../people/session.ts'
import { CountingPolicy, ObjectionCounting } from '../period/calendar.ts'
import { PauseReason } from '../queue/counter.ts'
import { BellSettings } from '../queue/emergency.ts'
import { TicketSettings } from '../queue/issue-settings.ts'
import { BoardSettings, GuideSettings, KioskSettings } from '../queue/kiosk.ts'
import { FolderQueue } from '../queue/queue-settings.ts'
import { Retention } from '../record/retention.ts'
import { ClockTime, Day } from '../time.ts'
import { FormField } from './form.ts'

/** 표준 매뉴얼: for every petition kind the steps, requirements, conditions and law (민원처리법 시행령 제10조 제2항). */

const text = z.string().trim().min(1)
/** A short name inside one kind (d1, c1, s1, s1.2), kept from edition to edition. */
const localId = z.string().regex(/^[a-z][0-9]+(\.[0-9]+)?$/)

/** How sure a field is: read in its source, in part, from memory, put together, or not known at all. */
export const Confidence = z.enum(['sourced', 'partial', 'memory', 'composed', 'unknown'])

/** A condition in FEEL (DMN 1.5) over the answers to the questions of its kind, by their ids: `applicant = "corporation"`. */
const Condition = z.string().trim().min(1).max(400)

/**
 * 질문: what a clerk asks in plain words to find out which documents and conditions are this citizen's. `because` says
 * why it is asked: the law and article, or the fact that turns on it.
 */
export const Question = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/),
  ask: z.strictObject({ ko: text, en: text }),
  type: z.enum(['choice', 'yesNo', 'number']),
  options: z.array(z.strictObject({ id: z.string().regex(/^[a-z][A-Za-z0-9]*$/), ko: text, en: text })).optional(),
  unit: text.optional(),
  because: text,
})
export type Question = z.infer<typeof Question>

/**
 * 처리기간. `immediate` is three working hours (시행령 제19조). `days` are working days, the first included (법 제19조 제2항);
 * `calendarDays` are those of a statute that the Civil Act counts, the first left out (행정기본법 제6조, 민법 제157조).
 */
export const Period = z.strictObject({
  unit: z.enum(['immediate', 'hours', 'days', 'calendarDays', 'weeks', 'months', 'years']),
  value: z.int().min(1),
})
export type Period = z.infer<typeof Period>

/** 감면: who pays less, by how many parts of a hundred or by how much, and the ordinance that says so (시행령 제8조의2). */
const Reduction = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  ko: text,
  en: text,
  percent: z.int().min(1).optional(),
  won: z.int().min(1).optional(),
  basis: text,
})

/** 수수료. An amount that is not confirmed is null; it is shown so and never taken for nothing. */
export const Fee = z.strictObject({
  won: z.int().min(0).nullable(),
  /** Where the amount depends on the answers: the first that applies counts, and `won` where none does. */
  cases: z.array(z.strictObject({ when: Condition, won: z.int().min(0), note: text.optional() })).optional(),
  means: text.nullable(),
  note: text.optional(),
  source: text.optional(),
  reductions: z.array(Reduction).optional(),
})
export type Fee = z.infer<typeof Fee>

/** Who verifies a document: what the office can verify itself may not be demanded (민원처리법 제10조 제3항). Null: not confirmed. */
export const VerifyBy = z.enum(['applicant', 'id', 'ownRecords', 'sharedInfo', 'directIssue'])

/** 구비서류, with the case in which it is required: in words, and as the condition that decides it. */
export const Document = z.strictObject({
  id: localId,
  name: text,
  providedBy: z.enum(['applicant', 'agency']),
  verifyBy: VerifyBy.nullable(),
  original: z.boolean().optional(),
  condition: text.optional(),
  when: Condition.optional(),
  basis: text,
})
export type Document = z.infer<typeof Document>

/** What the office provides or verifies itself may not be demanded (민원처리법 제10조 제3항). */
export const isByOffice = ({ providedBy, verifyBy }: Document): boolean =>
  providedBy === 'agency' || (verifyBy !== null && verifyBy !== 'applicant')

/** A statement that is true when it is ticked, with the document or the condition that it is about. */
const Check = z.strictObject({ id: localId, text, document: localId.optional(), condition: localId.optional() })
type Check = z.infer<typeof Check>

/** `stage: handOver` marks the steps that come after the decision. */
export const Step = z.strictObject({
  id: localId,
  title: text,
  action: text,
  who: text,
  stage: z.enum(['examine', 'handOver']),
  checks: z.array(Check).min(1),
})

/** 민원의 종류 (민원처리법 제2조 제1호): by it the law allows or forbids an objection, a word of mouth, an exception. */
export const PetitionClass = z.enum(['legal', 'inquiry', 'proposal', 'grievance', 'other'])
export type PetitionClass = z.infer<typeof PetitionClass>

/**
 * 이의신청 by a law of its own instead of 민원처리법 제35조: how many days to file it, and to decide on it (once as many more);
 * or none. `counting` says how that law counts the days to decide, where it does not leave it to the hall.
 */
const Objection = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('ownLaw'),
    law: text,
    days: z.int().min(1).max(365),
    decideIn: z.int().min(1).max(365),
    counting: ObjectionCounting.optional(),
  }),
  z.strictObject({ by: z.literal('none') }),
])
export const objectionSorts = ['none', 'ownLaw'] as const satisfies readonly z.infer<typeof Objection>['by'][]
export const objectionCountings = ObjectionCounting.options

/** 민원사무: one page of the manual. What is not known is null and never a guess. */
export const Kind = z.strictObject({
  code: z.string().regex(/^[A-Z]{3}-[0-9]{2,3}$/),
  name: z.strictObject({ ko: text, en: text }),
  category: z.string().regex(/^[A-Z]{3}$/),
  type: text,
  petition: PetitionClass.default('legal'),
  /** 복합민원: a refusal needs the councils first (법 제2조 제5호, 시행령 제36조). */
  complex: z.boolean().default(false),
  /** 사전심사를 청구할 수 있는 민원 (법 제30조, 시행령 제33조 제2항). */
  priorReview: z.boolean().default(false),
  /** 다른 행정기관 민원의 교부 (법 제14조): many copies take a day more for every 20 (시행령 제12조 제5항). */
  otherAgencyIssue: z.boolean().default(false),
  scope: text,
  intake: text,
  authority: text,
  law: z.array(z.strictObject({ law: text, article: text, heading: text })).min(1),
  period: Period.nullable(),
  periodNote: text.optional(),
  periodSource: text.optional(),
  fee: Fee,
  form: z.strictObject({ name: text, title: text.optional(), fields: z.array(FormField).default([]) }),
  /** The statute that names the resident registration number; without it no form may ask for one (개인정보 보호법 제24조의2). */
  rrnBasis: text.optional(),
  questions: z.array(Question).default([]),
  documents: z.array(Document),
  /** 요건: `when` says to whom it applies, `holds` whether it is met. */
  conditions: z.array(z.strictObject({ id: localId, text, when: Condition.optional(), holds: Condition.optional() })),
  steps: z.array(Step).min(1),
  result: text,
  appeal: text,
  objection: Objection.optional(),
  /** 불복 방법 where they are others than those of a disposition: what a notice of this kind says of them, line by line. */
  remedies: z.array(text.max(300)).min(1).max(20).optional(),
  /** `objection`: such a petition is no case of its own kind, but an objection to a refused one (민원처리법 제35조). */
  receivedAs: z.literal('objection').optional(),
  /** 보존기간, where it is another one than that of the hall. */
  retention: Retention.optional(),
  synonyms: z.array(text),
  note: text.optional(),
  confidence: Confidence,
  fieldConfidence: z.strictObject({
    legalBasis: Confidence,
    requiredDocuments: Confidence,
    processingPeriod: Confidence,
    fee: Confidence,
    steps: Confidence,
    form: Confidence.default('unknown'),
  }),
  sources: z.array(text),
})
export type Kind = z.infer<typeof Kind>

/** A group of kinds, as one leafs through the manual. */
export const Category = z.strictObject({ code: z.string().regex(/^[A-Z]{3}$/), ko: text, en: text })
export type Category = z.infer<typeof Category>

const span = z.strictObject({ from: ClockTime, to: ClockTime })
export const Role = z.enum(['clerk', 'guide', 'editor', 'supervisor', 'administrator'])
export type StaffRole = z.infer<typeof Role>

/** 직원. In a small office one person has other roles beside the own (`also`). */
export const Person = z.strictObject({
  id: text,
  name: text,
  role: Role,
  team: text,
  phone: text.optional(),
  also: z.array(Role).min(1).optional(),
})

/** A reason of 우선배려, in the languages of the kiosk; what is left out is shown in English. */
export const PriorityReason = z.strictObject({
  id: text,
  ko: text,
  en: text,
  zh: text.optional(),
  ja: text.optional(),
  vi: text.optional(),
})
export type PriorityReason = z.infer<typeof PriorityReason>

/** 민원실: what an institution sets up once. */
export const HallProfile = z.strictObject({
  name: text,
  /** The institution whose documents the hall issues: its name, in whose name it writes, and where it is. */
  office: z.strictObject({ name: text, head: text, address: text.optional(), homepage: text.optional() }).optional(),
  /** Where citizens reach the pages of the hall's server; without it as the counters reach it. */
  publicAddress: z.url({ protocol: /^https?$/ }).optional(),
  teams: z.array(z.strictObject({ id: text, name: text, phone: text.optional() })).min(1),
  counters: z.array(z.strictObject({ id: text, number: z.int().min(1).max(99), team: text })).min(1),
  hours: span,
  lunch: span,
  night: z.strictObject({ weekday: z.int().min(0).max(6), until: ClockTime, counts: z.boolean() }).optional(),
  /** Readings that the law leaves open (`CountingPolicy`); what is not written has its default. */
  counting: CountingPolicy.partial().optional(),
  /** Recalls before a visitor counts as missing, and how many tickets go first when the visitor comes back. */
  noShow: z.strictObject({ recalls: z.int().min(0).max(9).optional(), placesBack: z.int().min(0).max(99) }),
  /** 대기열 설정; the supervisor may change each on screen. */
  queue: FolderQueue.optional(),
  /** 응대 권장시간: after how many minutes it is told, and may be ended for its length (시행령 제4조 제1항 제7호·제8호). */
  interview: z.strictObject({ tell: z.int().min(1).max(240), end: z.int().min(1).max(240) }).optional(),
  /** 로그인과 잠금: when a PC locks itself, how long it lets in without the hall, how long a session lasts. */
  signIn: SessionSettings.optional(),
  /** 발급 시간과 한도; without it tickets are given until the day is closed. */
  tickets: TicketSettings.optional(),
  /** 순번 발급기와 전광판 that have a name, and 안내도우미의 태블릿. */
  kiosks: z.array(KioskSettings).max(20).optional(),
  boards: z.array(BoardSettings).max(40).optional(),
  guides: z.array(GuideSettings).max(20).optional(),
  /** 비상벨: where it sounds; without it at supervisors' PCs, before which no citizen stands. */
  bell: BellSettings.optional(),
  /** 우선배려: the law leaves the list to the hall (민원처리법 제11조). */
  priorityReasons: z.array(PriorityReason).optional(),
  pauseReasons: z.array(PauseReason).optional(),
  /** 보존기간 of what is kept apart of a closed petition, in years; without it nothing is ever offered for destruction. */
  retention: Retention.optional(),
  /** Without a phone of his own a person is reached by that of the team (시행령 제31조). */
  staff: z.array(Person).min(1),
})
export type HallProfile = z.infer<typeof HallProfile>

/** 판: an immutable state of the whole manual, named by the hash of its content. */
export const Edition = z.strictObject({
  edition: z.int().min(1),
  effectiveDate: Day,
  hash: text,
  categories: z.array(Category),
  kinds: z.array(Kind),
  /** The templates of the documents by their names, and their look; none in an edition from before there were any. */
  documents: z.record(z.string(), z.string()).default({}),
  style: z.string().default(''),
  /** What people say of acts; none in an edition from before there were any. */
  words: SaidWords.default([]),
})
export type Edition = z.infer<typeof Edition>

/** What an edition holds, before it has a number. */
export type ManualContent = Pick<Edition, 'categories' | 'kinds' | 'documents' | 'style' | 'words'>

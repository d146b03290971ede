import { z } from 'zod'
import { Day } from './time.ts'

/** 표준 매뉴얼: for every petition kind the steps, requirements, conditions and law (민원처리법 시행령 제10조 제2항). */

const text = z.string().min(1)
const localId = z.string().regex(/^[a-z][0-9]+(\.[0-9]+)?$/)
export const Confidence = z.enum(['sourced', 'partial', 'memory', 'composed', 'unknown'])

/** 처리기간. `immediate` is three working hours (시행령 제19조). */
export const Period = z.strictObject({
  unit: z.enum(['immediate', 'hours', 'days', 'weeks', 'months', 'years']),
  value: z.int().min(1),
})
export type Period = z.infer<typeof Period>

/** 수수료. An amount that is not confirmed is null; it is shown so and never taken for nothing. */
export const Fee = z.strictObject({
  won: z.int().min(0).nullable(),
  means: text.nullable(),
  note: text.optional(),
  source: text.optional(),
})

/** Who verifies a document: what the office can verify itself may not be demanded (민원처리법 제10조 제3항). Null: not confirmed. */
export const VerifyBy = z.enum(['applicant', 'id', 'ownRecords', 'sharedInfo', 'directIssue'])

export const Document = z.strictObject({
  id: localId,
  name: text,
  providedBy: z.enum(['applicant', 'agency']),
  verifyBy: VerifyBy.nullable(),
  original: z.boolean().optional(),
  condition: text.optional(),
  basis: text,
})

/** A statement that is true when it is ticked. */
export const Check = z.strictObject({ id: localId, text, document: localId.optional(), condition: localId.optional() })

/** `stage: handOver` marks the steps that come after the decision. */
export const Step = z.strictObject({
  id: localId,
  title: text,
  action: text,
  who: text,
  stage: z.enum(['examine', 'handOver']),
  checks: z.array(Check).min(1),
})

export const Kind = z.strictObject({
  code: z.string().regex(/^[A-Z]{3}-[0-9]{2,3}$/),
  name: z.strictObject({ ko: text, en: text }),
  category: z.string().regex(/^[A-Z]{3}$/),
  type: text,
  scope: text,
  intake: text,
  authority: text,
  law: z.array(z.strictObject({ law: text, article: text, heading: text })).min(1),
  period: Period.nullable(),
  periodNote: text.optional(),
  periodSource: text.optional(),
  fee: Fee,
  form: z.strictObject({ name: text, title: text.optional() }),
  documents: z.array(Document),
  conditions: z.array(z.strictObject({ id: localId, text })),
  steps: z.array(Step).min(1),
  result: text,
  appeal: text,
  synonyms: z.array(text),
  note: text.optional(),
  confidence: Confidence,
  fieldConfidence: z.strictObject({
    legalBasis: Confidence,
    requiredDocuments: Confidence,
    processingPeriod: Confidence,
    fee: Confidence,
    steps: Confidence,
  }),
  sources: z.array(text),
})
export type Kind = z.infer<typeof Kind>

export const Category = z.strictObject({ code: z.string().regex(/^[A-Z]{3}$/), ko: text, en: text })
export type Category = z.infer<typeof Category>

const clock = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/)
const span = z.strictObject({ from: clock, to: clock })
export const Role = z.enum(['clerk', 'guide', 'supervisor', 'administrator'])

/** 민원실: what an institution sets up once. */
export const HallProfile = z.strictObject({
  name: text,
  teams: z.array(z.strictObject({ id: text, name: text })).min(1),
  counters: z.array(z.strictObject({ id: text, number: z.int().min(1).max(99), team: text })).min(1),
  hours: span,
  lunch: span,
  night: z.strictObject({ weekday: z.int().min(0).max(6), until: clock, counts: z.boolean() }).optional(),
  noShow: z.strictObject({ placesBack: z.int().min(0).max(99) }),
  staff: z.array(z.strictObject({ id: text, name: text, role: Role, team: text })).min(1),
})
export type HallProfile = z.infer<typeof HallProfile>

/** 판: an immutable state of the whole manual, named by the hash of its content. */
export const Edition = z.strictObject({
  edition: z.int().min(1),
  effectiveDate: Day,
  hash: text,
  categories: z.array(Category),
  kinds: z.array(Kind),
})
export type Edition = z.infer<typeof Edition>

/** What an edition holds, before it has a number. */
export type ManualContent = Pick<Edition, 'categories' | 'kinds'>

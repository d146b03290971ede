import { z } from 'zod'
import { CountingPolicy } from './calendar.ts'
import { PauseReason } from './counter.ts'
import { Day } from './time.ts'

/** 표준 매뉴얼: for every petition kind the steps, requirements, conditions and law (민원처리법 시행령 제10조 제2항). */

const text = z.string().trim().min(1)
/** A short name inside one kind (d1, c1, s1, s1.2), kept from edition to edition. */
const localId = z.string().regex(/^[a-z][0-9]+(\.[0-9]+)?$/)

/** How sure a field is: read in its source, in part, from memory, put together, or not known at all. */
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
export type Fee = z.infer<typeof Fee>

/** Who verifies a document: what the office can verify itself may not be demanded (민원처리법 제10조 제3항). Null: not confirmed. */
export const VerifyBy = z.enum(['applicant', 'id', 'ownRecords', 'sharedInfo', 'directIssue'])

/** 구비서류, with the case in which it is required. */
export const Document = z.strictObject({
  id: localId,
  name: text,
  providedBy: z.enum(['applicant', 'agency']),
  verifyBy: VerifyBy.nullable(),
  original: z.boolean().optional(),
  condition: text.optional(),
  basis: text,
})

/** A statement that is true when it is ticked, with the document or the condition that it is about. */
export const Check = z.strictObject({ id: localId, text, document: localId.optional(), condition: localId.optional() })
export type Check = z.infer<typeof Check>

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

/** A group of kinds, as one leafs through the manual. */
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
  /** Readings that the law leaves open (`CountingPolicy`); what is not written has its default. */
  counting: CountingPolicy.partial().optional(),
  /** Recalls before a visitor counts as missing, and how many tickets go first when the visitor comes back. */
  noShow: z.strictObject({ recalls: z.int().min(1).max(9).optional(), placesBack: z.int().min(0).max(99) }),
  /** 우선배려: the law leaves the list to the hall (민원처리법 제11조). */
  priorityReasons: z.array(z.strictObject({ id: text, ko: text, en: text })).optional(),
  pauseReasons: z.array(PauseReason).optional(),
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

/** Something in a kind or a hall that its shape alone allows: where it is, what is wrong, and about what. */
export type Flaw = { field: (string | number)[]; problem: FlawName; about: string }
export type FlawName =
  | ('periodUnnoted' | 'feeUnnoted' | 'immediateNotThree' | 'officeVerifies' | 'applicantBrings')
  | ('idTwice' | 'documentUnknown' | 'conditionUnknown' | 'documentUnchecked' | 'conditionUnchecked')
  | ('numberTwice' | 'teamUnknown')

/** What is wrong inside a kind, in the order of its page; a field that is not known is not judged. */
export const flawsOfKind = (kind: Partial<Kind>): Flaw[] => [
  ...valueFlaws(kind),
  ...documentFlaws(kind.documents),
  ...twice(kind.documents, 'documents'),
  ...twice(kind.conditions, 'conditions'),
  ...twice(kind.steps, 'steps'),
  ...checkFlaws(kind),
]

/** What is wrong inside a hall's profile; a field that is not known is not judged. */
export const flawsOfHall = ({ teams, counters, staff }: Partial<HallProfile>): Flaw[] => [
  ...twice(teams, 'teams'),
  ...twice(counters, 'counters'),
  ...repeated((counters ?? []).map((c) => String(c.number))).map(([i, about]): Flaw => ({
    field: ['counters', i, 'number'],
    problem: 'numberTwice',
    about,
  })),
  ...twice(staff, 'staff'),
  ...Object.entries({ counters, staff }).flatMap(([list, things = []]) =>
    things.flatMap(({ team }, i): Flaw[] => {
      const isKnown = teams?.some((t) => t.id === team) ?? true
      return isKnown ? [] : [{ field: [list, i, 'team'], problem: 'teamUnknown', about: team }]
    }),
  ),
]

function valueFlaws({ period, periodNote, fee }: Partial<Kind>): Flaw[] {
  const flaws: Flaw[] = []
  if (period === null && periodNote === undefined)
    flaws.push({ field: ['period'], problem: 'periodUnnoted', about: '' })
  if (period?.unit === 'immediate' && period.value !== 3)
    flaws.push({ field: ['period', 'value'], problem: 'immediateNotThree', about: String(period.value) })
  if (fee?.won === null && fee.note === undefined)
    flaws.push({ field: ['fee', 'won'], problem: 'feeUnnoted', about: '' })
  return flaws
}

/** Who brings a document and who verifies it must not contradict each other. */
function documentFlaws(documents: Kind['documents'] = []): Flaw[] {
  return documents.flatMap(({ name, providedBy, verifyBy }, i): Flaw[] => {
    const field = ['documents', i, 'verifyBy']
    if (providedBy === 'agency' && verifyBy === 'applicant') return [{ field, problem: 'officeVerifies', about: name }]
    const isOffices = verifyBy !== null && verifyBy !== 'applicant' && verifyBy !== 'id'
    return providedBy === 'applicant' && isOffices ? [{ field, problem: 'applicantBrings', about: name }] : []
  })
}

/** Every check names what exists, and whatever has to be looked at has its check. */
function checkFlaws({ steps = [], documents, conditions }: Partial<Kind>): Flaw[] {
  const placed = steps.flatMap((s, i) => s.checks.map((check, j) => ({ check, field: ['steps', i, 'checks', j] })))
  const again = repeated(placed.map((p) => p.check.id)).map(([i, about]): Flaw => ({
    field: [...(placed[i]?.field ?? []), 'id'],
    problem: 'idTwice',
    about,
  }))
  const unknown = (what: 'document' | 'condition', list: readonly { id: string }[] | undefined) =>
    placed.flatMap(({ check, field }): Flaw[] => {
      const about = check[what]
      if (!list || about === undefined || list.some((thing) => thing.id === about)) return []
      return [{ field: [...field, what], problem: `${what}Unknown`, about }]
    })
  const unchecked = (what: 'document' | 'condition', list: readonly { id: string; says: string }[] = []) =>
    list.flatMap(({ id, says }, i): Flaw[] => {
      const isChecked = steps.length === 0 || placed.some((p) => p.check[what] === id)
      return isChecked ? [] : [{ field: [`${what}s`, i], problem: `${what}Unchecked`, about: `${id} ${says}` }]
    })
  return [
    ...again,
    ...unknown('document', documents),
    ...unknown('condition', conditions),
    ...unchecked(
      'document',
      documents?.map(({ id, name }) => ({ id, says: name })),
    ),
    ...unchecked(
      'condition',
      conditions?.map((c) => ({ id: c.id, says: c.text })),
    ),
  ]
}

const twice = (list: readonly { id: string }[] = [], name: string): Flaw[] =>
  repeated(list.map((thing) => thing.id)).map(([i, about]) => ({ field: [name, i, 'id'], problem: 'idTwice', about }))

/** Where a text stands that has stood before. */
const repeated = (texts: readonly string[]): [number, string][] =>
  [...texts.entries()].filter(([i, one]) => texts.indexOf(one) < i)

import { z } from 'zod'
import { Text } from '../actor.ts'
import { Day } from '../time.ts'

/** What is kept apart: only the holder of the case and the supervisor's PC ever hear it (민원처리법 제7조). */

const name = z.string().trim().min(1).max(60)

export const Petitioner = z.strictObject({
  name,
  birth: Day.optional(),
  contact: name.optional(),
  address: z.string().trim().min(1).max(200).optional(),
})
export type Petitioner = z.infer<typeof Petitioner>

/** 위임받은 대리인 or 법정대리인: a delegate has a letter (시행규칙 제4조), a parent or a guardian acts by the law. */
export const ProxyKind = z.enum(['delegate', 'legalRepresentative'])
export type ProxyKind = z.infer<typeof ProxyKind>
/** 법정대리권 증명: 가족관계증명서 or 후견등기사항증명서; which one was seen may tell of a guardianship, so it is kept apart. */
export const Authority = z.enum(['familyRelation', 'guardianship'])
export type Authority = z.infer<typeof Authority>

/** 대리인: who acts for the petitioner, and as what; without a kind a delegate. */
export const Proxy = z.strictObject({
  name,
  contact: name.optional(),
  relation: name.optional(),
  kind: ProxyKind.optional(),
})
export type Proxy = z.infer<typeof Proxy>

/** What was filled in, by the field of the application form; texts as they are kept (`normalField`). */
export const FormValues = z.record(z.string().max(10), z.string().max(4000))
export type FormValues = z.infer<typeof FormValues>

/** 답: what the citizen said to the questions of the kind, by their ids. */
export const Answers = z.record(z.string().max(40), z.union([z.string().max(40), z.boolean(), z.number()]))
export type Answers = z.infer<typeof Answers>

/**
 * The frozen fields of a document that was made: what its paper says for ever. A line is a whole text with what is said
 * before it at the longest, a text the reasons of an act with all its provisions.
 */
export const PaperFields = z.record(
  z.string().max(40),
  z.union([z.string().max(10_000), z.array(z.string().max(2100))]),
)
export type PaperFields = z.infer<typeof PaperFields>

/** 본인정보: which data of the citizen, and who holds them. */
export const OwnData = z.strictObject({
  item: z.string().trim().min(1).max(200),
  holder: z.string().trim().min(1).max(100),
})
export type OwnData = z.infer<typeof OwnData>

/** 확인한 신분증: one of them tells of a disability, so that none stands in what every counter hears. */
export const SeenId = z.enum([
  ...(['residentCard', 'driverLicence', 'passport', 'alienCard', 'residenceReport'] as const),
  ...(['disabilityCard', 'veteranCard', 'youthCard', 'other'] as const),
])
export type SeenId = z.infer<typeof SeenId>

/** The private part of an act. */
export const Private = z.strictObject({
  petitioner: Petitioner.optional(),
  /** 공동 민원인: those who sign beside the petitioner. */
  others: z.array(Petitioner).max(500).optional(),
  proxy: Proxy.optional(),
  note: Text.optional(),
  finding: Text.optional(),
  reasons: Text.optional(),
  collector: name.optional(),
  idSeen: SeenId.optional(),
  idOther: name.optional(),
  issuer: name.optional(),
  authority: Authority.optional(),
  form: FormValues.optional(),
  answers: Answers.optional(),
  /** 서명: the strokes as the pad gives them. */
  signature: z.string().max(20_000).optional(),
  /** As long as the field of a form that it was; what stands there now is typed. */
  before: z.string().trim().min(1).max(4000).optional(),
  after: Text.optional(),
  names: z.array(name).max(3).optional(),
  /** 감면: the id of the reduction of the manual. */
  reduction: z.string().max(80).optional(),
  /** 전자 송달 주소: the address that the petitioner has named for electronic notices. */
  address: z.string().max(200).optional(),
  ownData: OwnData.optional(),
  paper: PaperFields.optional(),
  /** Random, so that the verification number of a document, which all may know, tells nothing of what it says. */
  salt: z.string().max(64).optional(),
})
export type Private = z.infer<typeof Private>

import type { PaperFields } from '../record/private.ts'
import type { PaperName } from './paper.ts'

/** What the law wants to stand on each document, by its article (민원처리법령, 행정절차법). */

/**
 * A field with the article that asks for it; without `mandated` a paper may go out without it, and with `unless` where
 * another field says so. Of a list with `columns` each line has these.
 */
export type FieldRule = {
  readonly basis: string
  readonly mandated?: true
  readonly unless?: { readonly field: string; readonly is: string }
  readonly list?: true
  readonly columns?: readonly string[]
}
export type FieldRules = { readonly [field: string]: FieldRule }

const custom = '관행'
const must = (basis: string): FieldRule => ({ basis, mandated: true })
const mustList = (basis: string): FieldRule => ({ basis, mandated: true, list: true })
const may = (basis = custom): FieldRule => ({ basis })
const mayList = (basis = custom): FieldRule => ({ basis, list: true })

/** What the program itself puts on every paper: the frame may name them, and so may each template. */
export const everyPaperFields = {
  title: may(),
  office: must(custom),
  hall: may(),
  head: may(),
  address: may(),
  homepage: may(),
  issuedOn: must(custom),
  number: may(),
  unconfirmed: may(),
  verification: may('민원처리법 시행령 제30조'),
} satisfies FieldRules

/** 시행령 제31조, 행정절차법 제24조: who is in charge, and how to reach them. */
const namedClerk = {
  team: must('민원처리법 시행령 제31조'),
  clerk: must('민원처리법 시행령 제31조'),
  phone: must('민원처리법 시행령 제31조'),
} satisfies FieldRules
const clerk = { team: must(custom), clerk: must(custom), phone: may() } satisfies FieldRules

const ofCase = {
  receiptNo: must('민원처리법 시행규칙 제3조'),
  kind: must('민원처리법 시행규칙 제3조'),
  receivedAt: must('민원처리법 시행규칙 제3조'),
  petitioner: may(),
  recipient: may(),
} satisfies FieldRules

const letter = { ...everyPaperFields, ...namedClerk, ...ofCase, recipient: must(custom) }
const slip = { ...everyPaperFields, ...clerk, ...ofCase, petitioner: must('민원처리법 시행규칙 제3조') }
const objectedTo = {
  objectedTo: may('민원처리법 시행령 제40조'),
  ground: may('민원처리법 제35조'),
} satisfies FieldRules
const article26 = '행정절차법 제26조'
const decided = {
  outcome: must('민원처리법 제27조'),
  decidedAt: must('민원처리법 제27조'),
  replaces: may('민원처리법 제35조'),
} satisfies FieldRules

/** The fields of every paper, with their ground. */
export const paperFields = {
  receiptSlip: {
    ...slip,
    due: must('민원처리법 시행규칙 제3조'),
    period: may(),
    fee: may(),
    documents: mayList(),
    guidance: mayList('민원처리법 시행령 제6조'),
  },
  supplementRequest: {
    ...letter,
    items: mustList('민원처리법 제22조'),
    until: must('민원처리법 시행령 제24조'),
    round: may('민원처리법 시행령 제24조'),
    reason: may(),
    guidance: mayList('민원처리법 시행령 제24조'),
  },
  extensionNotice: {
    ...letter,
    ground: must('민원처리법 시행령 제21조'),
    reason: must('민원처리법 시행령 제21조'),
    until: must('민원처리법 시행령 제21조'),
    formerDue: must('민원처리법 시행규칙 별지 제5호서식'),
    round: may('민원처리법 시행규칙 별지 제5호서식'),
    consent: may('민원처리법 시행령 제21조'),
  },
  progressNotice: {
    ...letter,
    progress: must('민원처리법 시행령 제23조'),
    due: must('민원처리법 시행령 제23조'),
    reason: may(),
  },
  transferNotice: {
    ...letter,
    agency: must('민원처리법 시행령 제13조'),
    agencyContact: may(),
    transferredAt: must('민원처리법 시행령 제13조'),
    reason: must('민원처리법 제16조'),
  },
  returnNotice: {
    ...letter,
    reason: must('민원처리법 시행령 제25조'),
    requested: mayList(),
    papers: mayList('민원처리법 시행령 제25조'),
    remedies: mayList(article26),
  },
  resultNotice: {
    ...letter,
    ...decided,
    reasons: may(),
    provisions: mayList(),
    remedies: mayList(article26),
    pickup: may('민원처리법 제27조'),
  },
  refusalNotice: {
    ...letter,
    ...decided,
    reasons: must('민원처리법 제27조 제3항'),
    provisions: mustList('행정절차법 제23조'),
    remedies: mustList(article26),
  },
  closingNotice: {
    ...letter,
    ground: must('민원처리법 제21조·제23조'),
    reason: must('민원처리법 제21조'),
    closedAt: must('민원처리법 제21조'),
    former: mayList('민원처리법 제23조'),
  },
  withdrawalRecord: {
    ...slip,
    withdrawnAt: must('민원처리법 제22조'),
    signer: may('민원처리법 제22조'),
    reason: may(),
    papers: mayList('민원처리법 시행령 제25조'),
  },
  objectionSlip: {
    ...slip,
    objectedAt: must('민원처리법 시행령 제40조'),
    refusedOn: must('민원처리법 시행령 제40조'),
    refusal: must('민원처리법 시행령 제40조'),
    purport: must('민원처리법 시행령 제40조'),
    due: must('민원처리법 제35조'),
    ...objectedTo,
    decideIn: may('민원처리법 제35조'),
  },
  objectionExtension: {
    ...letter,
    reason: must('민원처리법 시행령 제40조'),
    formerDue: must('민원처리법 시행령 제40조'),
    until: must('민원처리법 시행령 제40조'),
    objectedAt: may(),
    ...objectedTo,
  },
  objectionDecision: {
    ...letter,
    outcome: must('민원처리법 제35조'),
    reasons: must('민원처리법 시행령 제40조'),
    // 법 제35조 제2항: of what is accepted in full nothing is left to contest.
    remedies: { ...mustList('민원처리법 시행령 제40조'), unless: { field: 'outcome', is: '인용' } },
    objectedAt: must(custom),
    decidedAt: must(custom),
    provisions: mayList(),
    ...objectedTo,
  },
  pickupReceipt: {
    ...slip,
    collector: must('민원처리법 제27조 제4항'),
    collectorName: must('민원처리법 제27조 제4항'),
    idSeen: must('민원처리법 제27조 제4항'),
    proxyLetter: may('민원처리법 제27조 제4항'),
    handedOverAt: must('민원처리법 제27조 제4항'),
    outcome: must(custom),
  },
  reminder: {
    ...everyPaperFields,
    ...clerk,
    receiptNo: must('민원처리법 시행규칙 제10조'),
    kind: must('민원처리법 시행규칙 제10조'),
    receivedAt: must(custom),
    recipient: must('민원처리법 시행령 제28조'),
    due: must('민원처리법 시행규칙 제10조'),
    daysOver: must('민원처리법 시행규칙 제10조'),
    actBy: may('민원처리법 시행규칙 제10조'),
  },
  correctionNotice: {
    ...letter,
    before: must('행정절차법 제25조'),
    after: must('행정절차법 제25조'),
    correctedAt: must('행정절차법 제25조'),
    reason: may(),
    consent: may('민원처리법 시행령 제6조'),
  },
  priorReviewNotice: {
    ...letter,
    result: must('민원처리법 제30조'),
    reasons: must('민원처리법 제30조'),
    decidedAt: must('민원처리법 제30조'),
    provisions: mayList(),
  },
  outageNotice: {
    ...everyPaperFields,
    team: must(custom),
    phone: may(),
    clerk: may(),
    outage: must('민원처리법 시행령 제6조의2'),
    substitute: must('민원처리법 시행령 제6조의2'),
    guidance: mustList('민원처리법 시행령 제6조의2'),
    since: must('민원처리법 시행령 제6조의2'),
  },
} satisfies { [name in PaperName]: FieldRules }

/** What the frame of an institution must print on every paper, and what else it may name. */
export const frameFields = {
  ...everyPaperFields,
  team: may(),
  clerk: may(),
  phone: may(),
  number: must(custom),
  unconfirmed: must('민원처리법 시행령 제6조의2'),
  verification: must('민원처리법 시행령 제30조'),
  body: must(custom),
} satisfies FieldRules

export const registerColumns = [
  ...(['receiptNo', 'receivedAt', 'kind', 'petitioner', 'due', 'clerk', 'outcome', 'notifiedAt', 'remark'] as const),
]
/** 민원 처리부: what the register prints; `rows` are its lines. */
export const registerFields = {
  ...everyPaperFields,
  team: may(),
  clerk: may(),
  phone: may(),
  from: must(custom),
  to: must(custom),
  count: may(),
  rows: { basis: '민원처리법 시행규칙 제3조', mandated: true, list: true, columns: registerColumns },
} satisfies FieldRules

/** Every field there is on some paper; the words of a screen are complete over them. */
export type FieldName = { [name in PaperName]: keyof (typeof paperFields)[name] }[PaperName]

/** A mandated field that is empty, and the article that asks for it. */
export type MissingField = { field: FieldName; basis: string }

/** The mandated fields that are empty: the paper cannot be made while there is one. */
export function missingIn(name: PaperName, fields: PaperFields): MissingField[] {
  const rules: FieldRules = paperFields[name]
  return Object.entries(rules).flatMap(([field, { mandated, unless, basis }]) =>
    mandated && isEmpty(fields[field]) && !(unless && fields[unless.field] === unless.is)
      ? [{ field: field as FieldName, basis }]
      : [],
  )
}

/** Every field of a paper, the ones without a value empty: what a template may name is always there. */
export const wholeFields = (name: PaperName, fields: PaperFields): PaperFields => ({
  ...Object.fromEntries(
    Object.entries<FieldRule>(paperFields[name]).map(([field, { list }]) => [field, list ? [] : '']),
  ),
  ...fields,
})

const isEmpty = (value: string | string[] | undefined): boolean =>
  value === undefined || (typeof value === 'string' ? value.trim() === '' : value.every((v) => v.trim() === ''))

/** A paper to be laid out. Without its number it is a preview; what the hall has not confirmed says so on itself. */
export type Sheet = {
  name: PaperName
  edition: number | undefined
  fields: PaperFields
  number?: string | undefined
  /** 문서확인번호; a preview has none. */
  code?: string
  confirmed: boolean
}

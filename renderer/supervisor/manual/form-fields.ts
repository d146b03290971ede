import { FieldType } from '../../../domain/manual/form.ts'
import { asWritten, type Written } from '../../../domain/manual/manual-diff.ts'
import {
  Confidence,
  Document,
  type Kind,
  objectionCountings,
  objectionSorts,
  Period,
  PetitionClass,
  Question,
  Step,
  VerifyBy,
} from '../../../domain/manual/manual.ts'
import { Retention } from '../../../domain/record/retention.ts'
import { at, nextId } from './tree.ts'

/** The form of a kind: which fields it has, in the order of the page, and how each is typed. */

/** `none` says what an empty field becomes: it goes ('away'), or says that it is not confirmed ('null'). */
export type FieldSpec =
  | { field: string; as: 'line' | 'text'; none?: 'away' | 'null' }
  | { field: string; as: 'number'; none?: 'away' | 'null' }
  | { field: string; as: 'tick'; none?: 'away' }
  | { field: string; as: 'choice'; options: readonly string[]; none?: 'away' | 'null' }
  | { field: string; as: 'category' | 'fixed' }
  /** One of a few, or another one that has a name. */
  | { field: string; as: 'named'; options: readonly string[] }
  /** A choice that, when it is emptied, empties what is around it. */
  | { field: string; as: 'choice'; options: readonly string[]; empties: string }
  | ListSpec
/** Things that are added, taken away and reordered; a list of plain texts has one row field without a name. */
export type ListSpec = {
  list: string
  row: readonly FieldSpec[]
  fresh: (list: readonly Written[], around: Written | undefined) => Written
  /** A list that need not be there goes when it is empty. */
  none?: 'away'
}
export type PlainSpec = Exclude<FieldSpec, ListSpec>
type Section = { name: SectionName; fields: readonly FieldSpec[] }
export type SectionName =
  | ('basic' | 'law' | 'period' | 'fee' | 'documents' | 'questions' | 'conditions' | 'steps')
  | ('form' | 'words' | 'confidence')

const line = (field: string, none?: 'away' | 'null'): FieldSpec => ({ field, as: 'line', ...(none && { none }) })
const text = (field: string, none?: 'away' | 'null'): FieldSpec => ({ field, as: 'text', ...(none && { none }) })
const number = (field: string, none?: 'away' | 'null'): FieldSpec => ({ field, as: 'number', ...(none && { none }) })
const tick = (field: string, none?: 'away'): FieldSpec => ({ field, as: 'tick', ...(none && { none }) })
const choice = (field: string, options: readonly string[], none?: 'away' | 'null'): FieldSpec => ({
  field,
  as: 'choice',
  options,
  ...(none && { none }),
})
const texts = (list: string, none?: 'away'): ListSpec => ({
  list,
  row: [line('')],
  fresh: () => '',
  ...(none && { none }),
})
const options: ListSpec = {
  list: 'options',
  none: 'away',
  row: [line('id'), line('ko'), line('en')],
  fresh: (list) => ({ id: nextId(list, 'option'), ko: '', en: '' }),
}

function idOf(step: Written | undefined): string {
  const id = at(step, 'id')
  return typeof id === 'string' ? id : 's1'
}

const documents: ListSpec = {
  list: 'documents',
  row: [
    ...[line('id'), line('name'), choice('providedBy', Document.shape.providedBy.options)],
    ...[choice('verifyBy', VerifyBy.options, 'null'), line('basis'), line('condition', 'away')],
    ...[line('when', 'away'), tick('original', 'away')],
  ],
  fresh: (list) => ({
    id: nextId(list, 'd'),
    name: '',
    providedBy: 'applicant',
    verifyBy: 'applicant',
    basis: '',
  }),
}
const questions: ListSpec = {
  list: 'questions',
  row: [
    ...[line('id'), line('ask.ko'), line('ask.en'), choice('type', Question.shape.type.options)],
    ...[line('unit', 'away'), line('because'), options],
  ],
  fresh: (list) => ({ id: nextId(list, 'question'), ask: { ko: '', en: '' }, type: 'yesNo', because: '' }),
}
const steps: ListSpec = {
  list: 'steps',
  row: [
    ...[line('id'), line('title'), choice('stage', Step.shape.stage.options), line('who'), text('action')],
    {
      list: 'checks',
      row: [text('text'), line('id'), line('document', 'away'), line('condition', 'away')],
      fresh: (list, step) => ({ id: nextId(list, `${idOf(step)}.`), text: '' }),
    },
  ],
  fresh: (list) => {
    const id = nextId(list, 's')
    return { id, title: '', action: '', who: '', stage: 'examine', checks: [{ id: `${id}.1`, text: '' }] }
  },
}
const formFields: ListSpec = {
  list: 'form.fields',
  row: [
    ...[line('id'), line('label.ko'), line('label.en'), choice('type', FieldType.options), tick('required')],
    ...[line('hint', 'away'), line('unit', 'away'), number('max', 'away'), options],
  ],
  fresh: (list) => ({ id: nextId(list, 'f'), label: { ko: '', en: '' }, type: 'text', required: false }),
}
const feeCases: ListSpec = {
  list: 'fee.cases',
  none: 'away',
  row: [line('when'), number('won'), line('note', 'away')],
  fresh: () => ({ when: '', won: 0 }),
}
const reductions: ListSpec = {
  list: 'fee.reductions',
  row: [line('id'), line('ko'), line('en'), number('percent', 'away'), number('won', 'away'), line('basis')],
  fresh: (list) => ({ id: nextId(list, 'reduction'), ko: '', en: '', percent: 100, basis: '' }),
  none: 'away',
}

/** Whose work a petition is, and the place of receipt that is this hall; other places have their names. */
const scopes = ['metropolitan', 'district', 'transferred']
const thisHall = 'hall'

const sure = ['legalBasis', 'requiredDocuments', 'processingPeriod', 'fee', 'steps', 'form'] as const

/** The sections of the form, as the page of the manual goes. */
export const sections: readonly Section[] = [
  {
    name: 'basic',
    fields: [
      ...[{ field: 'code', as: 'fixed' } as const, { field: 'category', as: 'category' } as const],
      ...[line('name.ko'), line('name.en'), line('type'), choice('petition', PetitionClass.options)],
      ...[choice('scope', scopes), { field: 'intake', as: 'named', options: [thisHall] } as const],
      ...[line('authority'), line('result'), text('appeal')],
      choice('retention', [...Retention.values].map(String), 'away'),
      { field: 'objection.by', as: 'choice', options: objectionSorts, empties: 'objection' },
      ...[line('objection.law', 'away'), number('objection.days', 'away'), number('objection.decideIn', 'away')],
      choice('objection.counting', objectionCountings, 'away'),
      ...[texts('remedies', 'away'), choice('receivedAs', ['objection'], 'away')],
      ...[tick('complex'), tick('priorReview'), tick('otherAgencyIssue'), text('note', 'away')],
    ],
  },
  {
    name: 'law',
    fields: [
      {
        list: 'law',
        row: [line('law'), line('article'), line('heading')],
        fresh: () => ({ law: '', article: '', heading: '' }),
      },
    ],
  },
  {
    name: 'period',
    fields: [
      { field: 'period.unit', as: 'choice', options: Period.shape.unit.options, empties: 'period' },
      ...[number('period.value'), line('periodSource', 'away'), line('periodNote', 'away')],
    ],
  },
  {
    name: 'fee',
    fields: [
      ...[number('fee.won', 'null'), line('fee.source', 'away'), line('fee.means', 'null'), line('fee.note', 'away')],
      ...[feeCases, reductions],
    ],
  },
  { name: 'documents', fields: [documents] },
  { name: 'questions', fields: [questions] },
  {
    name: 'conditions',
    fields: [
      {
        list: 'conditions',
        row: [text('text'), line('id'), line('when', 'away'), line('holds', 'away')],
        fresh: (list) => ({ id: nextId(list, 'c'), text: '' }),
      },
    ],
  },
  { name: 'steps', fields: [steps] },
  { name: 'form', fields: [line('form.name'), line('form.title', 'away'), line('rrnBasis', 'away'), formFields] },
  { name: 'words', fields: [texts('synonyms'), texts('sources')] },
  {
    name: 'confidence',
    fields: [
      choice('confidence', Confidence.options),
      ...sure.map((name) => choice(`fieldConfidence.${name}`, Confidence.options)),
    ],
  },
]

/** A kind as it begins: what only its editor can say is empty. */
export const freshKind = (code: string, category: string, ko: string, en: string): Written => ({
  code,
  category,
  name: { ko, en },
  type: '',
  scope: '',
  intake: '',
  authority: '',
  result: '',
  appeal: '',
  petition: 'legal',
  complex: false,
  priorReview: false,
  otherAgencyIssue: false,
  law: [{ law: '', article: '', heading: '' }],
  period: null,
  fee: { won: null, means: null },
  form: { name: '', fields: [] },
  questions: [],
  documents: [],
  conditions: [],
  synonyms: [],
  sources: [],
  steps: [{ id: 's1', title: '', action: '', who: '', stage: 'examine', checks: [{ id: 's1.1', text: '' }] }],
  confidence: 'unknown',
  fieldConfidence: Object.fromEntries(sure.map((name) => [name, 'unknown'])),
})

/** A kind that the manual had before begins as it was when it was taken out, with what is typed of it now. */
export const begunKind = (before: Kind | undefined, code: string, category: string, ko: string, en: string): Written =>
  before ? asWritten({ ...before, category, name: { ko, en } }) : freshKind(code, category, ko, en)

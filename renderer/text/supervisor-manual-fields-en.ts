import type { fieldNames as ko, optionNames as koOptions } from './supervisor-manual-fields-ko.ts'

/** The names of the fields of a kind in English. */
export const fieldNames: typeof ko = {
  ...{ code: 'Code', 'name.ko': 'Name', 'name.en': 'English name', name: 'Name', category: 'Category', type: 'Type' },
  ...{ petition: 'Class by law', complex: 'Complex petition', priorReview: 'Prior review' },
  ...{ otherAgencyIssue: 'Issued for another agency', scope: 'Scope', intake: 'Intake', authority: 'Authority' },
  ...{ result: 'Result', appeal: 'Appeal', note: 'Note' },
  ...{ law: 'Legal basis', 'law.law': 'Law', 'law.article': 'Article', 'law.heading': 'Heading' },
  ...{ period: 'Processing period', 'period.unit': 'Unit of the period', 'period.value': 'Period' },
  ...{ periodSource: 'Source of the period', periodNote: 'Note on the period' },
  ...{ fee: 'Fee', 'fee.won': 'Fee (won)', 'fee.source': 'Source of the fee', 'fee.means': 'Means of payment' },
  ...{ 'fee.note': 'Note on the fee', 'fee.cases': 'Fee by case', 'fee.cases.when': 'Condition (FEEL)' },
  ...{ 'fee.cases.won': 'Amount (won)', 'fee.cases.note': 'Note', 'fee.reductions': 'Reductions' },
  ...{ 'fee.reductions.id': 'id', 'fee.reductions.ko': 'Name', 'fee.reductions.en': 'English name' },
  ...{ 'fee.reductions.percent': 'Reduction (%)', 'fee.reductions.won': 'Reduction (won)' },
  ...{ 'fee.reductions.basis': 'Basis' },
  ...{ documents: 'Documents', 'documents.id': 'id', 'documents.name': 'Document' },
  ...{ 'documents.providedBy': 'Provided by', 'documents.verifyBy': 'Verified by', 'documents.basis': 'Basis' },
  ...{ 'documents.condition': 'Required when', 'documents.when': 'Condition (FEEL)', 'documents.original': 'Original' },
  ...{ questions: 'Questions', 'questions.id': 'id', 'questions.ask.ko': 'Question' },
  ...{ 'questions.ask.en': 'Question in English', 'questions.type': 'Sort of answer', 'questions.unit': 'Unit' },
  ...{ 'questions.because': 'Why it is asked', 'questions.options': 'Options', 'questions.options.id': 'id' },
  ...{ 'questions.options.ko': 'Option', 'questions.options.en': 'Option in English' },
  ...{ conditions: 'Requirements', 'conditions.id': 'id', 'conditions.text': 'Requirement' },
  ...{ 'conditions.when': 'Applies when (FEEL)', 'conditions.holds': 'Met when (FEEL)' },
  ...{ steps: 'Steps', 'steps.id': 'id', 'steps.title': 'Step', 'steps.action': 'What to do', 'steps.who': 'Who' },
  ...{ 'steps.stage': 'When', 'steps.checks': 'Checks', 'steps.checks.id': 'id', 'steps.checks.text': 'Check' },
  ...{ 'steps.checks.document': 'id of the document', 'steps.checks.condition': 'id of the requirement' },
  ...{ form: 'Application form', 'form.name': 'Form', 'form.title': 'Title of the form' },
  ...{ rrnBasis: 'Statute for the resident number', 'form.fields': 'Fields of the form', 'form.fields.id': 'id' },
  ...{ 'form.fields.label.ko': 'Field', 'form.fields.label.en': 'Field in English', 'form.fields.type': 'Sort' },
  ...{ 'form.fields.required': 'Required', 'form.fields.hint': 'Hint', 'form.fields.unit': 'Unit' },
  ...{ 'form.fields.max': 'Characters', 'form.fields.options': 'Options', 'form.fields.options.id': 'id' },
  ...{ 'form.fields.options.ko': 'Option', 'form.fields.options.en': 'Option in English' },
  ...{ synonyms: 'Other names', sources: 'Sources', confidence: 'Confidence as a whole' },
  ...{ fieldConfidence: 'Confidence', 'fieldConfidence.legalBasis': 'Confidence: legal basis' },
  ...{ 'fieldConfidence.requiredDocuments': 'Confidence: documents' },
  ...{ 'fieldConfidence.processingPeriod': 'Confidence: period', 'fieldConfidence.fee': 'Confidence: fee' },
  ...{ 'fieldConfidence.steps': 'Confidence: steps', 'fieldConfidence.form': 'Confidence: form' },
}

export const optionNames: typeof koOptions = {
  petition: { legal: 'statutory', inquiry: 'inquiry', proposal: 'proposal', grievance: 'grievance', other: 'other' },
  'period.unit': {
    ...{ immediate: 'at once', hours: 'hours', days: 'days', weeks: 'weeks', months: 'months', years: 'years' },
  },
  'documents.providedBy': { applicant: 'applicant', agency: 'agency' },
  'documents.verifyBy': {
    ...{ applicant: 'the applicant brings it', id: 'by identity card', ownRecords: 'our own records' },
    ...{ sharedInfo: 'shared administrative information', directIssue: 'issued by us' },
  },
  'questions.type': { choice: 'choice', yesNo: 'yes or no', number: 'number' },
  'steps.stage': { examine: 'before the decision', handOver: 'after the decision' },
  'form.fields.type': {
    ...{ text: 'short text', longText: 'long text', date: 'date', number: 'number', money: 'amount', phone: 'phone' },
    ...{ email: 'e-mail', businessNo: 'business number', corporateNo: 'corporate number', address: 'address' },
    ...{ choice: 'choice', tick: 'tick' },
  },
  confidence: {
    ...{ sourced: 'read in its source', partial: 'read in part', memory: 'not checked', composed: 'put together' },
    unknown: 'not known',
  },
}

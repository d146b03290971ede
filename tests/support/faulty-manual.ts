import type { Fault, Problem, TemplateProblem } from '../../db/files/fault.ts'
import type { Warning } from '../../db/manual/warning-words.ts'
import { faultyHalls } from './faulty-hall.ts'
import { inHall, inKind, kindFile, small, type Changes } from './manual.ts'

/** What is changed in the small manual, and the fault that it must make. */
export type Case = { when: string; change: Changes | 'no folder'; at: Partial<Fault>; others?: number }

/** The small kind with these fields in its form. */
const inForm = (fields: string): Changes =>
  inKind('form: { name: 별지 제1호서식 }', `form:\n  name: 별지 제1호서식\n  fields:\n    ${fields}`)

/** The small kind with these questions before its documents, and this condition on its first document. */
const inQuestions = (questions: string, when: string): Changes => ({
  [kindFile]: (text) =>
    text
      .replace('documents:\n', `questions: [${questions}]\ndocuments:\n`)
      .replace('verifyBy: applicant', `verifyBy: applicant\n    when: ${when}`),
})
const ofWhom =
  '{ id: whom, ask: { ko: 누구, en: Who }, type: choice, because: 제1조, options: [{ id: person, ko: 개인, en: Person }, { id: company, ko: 법인, en: Company }] }'
const howLarge = '{ id: area, ask: { ko: 면적, en: Area }, type: number, unit: ㎡, because: 제1조 }'
const yesNo = (id: string) => `{ id: ${id}, ask: { ko: 여부, en: Whether }, type: yesNo, because: 제1조 }`
const atWhen = { file: kindFile, line: 22, field: 'documents.0.when' }

/** One case for every sort of fault: a sort without a case does not compile. No change of a file closes a folder. */
export const faultyManuals: Record<Exclude<Problem, TemplateProblem | Warning | 'folderClosed' | 'codeFixed'>, Case> = {
  folderMissing: { when: 'there is no such folder', change: 'no folder', at: { file: '.' } },
  fileMissing: { when: 'hall.yaml is missing', change: { 'hall.yaml': null }, at: { file: 'hall.yaml', field: '' } },
  notOrdinary: {
    when: 'a folder stands where a file is meant',
    change: { 'hall.yaml': null, 'hall.yaml/old.txt': '' },
    at: { file: 'hall.yaml', field: '' },
  },
  fileEmpty: { when: 'a file is empty', change: { [kindFile]: '\n' }, at: { file: kindFile } },
  notUtf8: {
    when: 'a file was saved in another encoding than UTF-8',
    change: { [kindFile]: Uint8Array.of(0xb9, 0xce, 0xbf, 0xf8) },
    at: { file: kindFile },
  },
  notYaml: {
    when: 'a file is not YAML',
    change: inKind('type: 등록', 'type: 등록: 신규'),
    at: { file: kindFile, line: 7 },
  },
  keyTwice: {
    when: 'a field stands twice in one place',
    change: inKind('type: 등록', 'type: 등록\ntype: 신고'),
    at: { file: kindFile, line: 8 },
  },
  tooLong: {
    when: 'a file is longer than any manual',
    change: { [kindFile]: `${small[kindFile]}# ${'가'.repeat(300_000)}\n` },
    at: { file: kindFile },
  },
  tooDeep: {
    when: 'brackets stand in each other more than a hundred times',
    change: inKind('type: 등록', `type: ${'['.repeat(101)}`),
    at: { file: kindFile },
  },
  strangeFile: {
    when: 'a file looks like a kind but would not be read',
    change: { 'kinds/AAA-02.yaml.txt': small[kindFile] ?? '' },
    at: { file: 'kinds/AAA-02.yaml.txt' },
  },
  noKinds: { when: 'there is no kind at all', change: { [kindFile]: null }, at: { file: 'kinds' } },
  fieldUnknown: {
    when: 'a field is misspelt',
    change: inKind('result: 등록증', 'result: 등록증\nresults: 등록증'),
    at: { file: kindFile, line: 47, field: 'results' },
  },
  fieldMissing: {
    when: 'a field is missing',
    change: inKind('    basis: law\nconditions', 'conditions'),
    at: { file: kindFile, line: 22, field: 'documents.1.basis' },
  },
  wrongType: {
    when: 'a text stands where a number must',
    change: inKind('value: 10', 'value: 열흘'),
    at: { file: kindFile, line: 13, field: 'period.value' },
  },
  wrongValue: {
    when: 'a value is none of those that can be',
    change: inKind('stage: examine', 'stage: middle'),
    at: { file: kindFile, line: 33, field: 'steps.0.stage' },
  },
  wrongForm: {
    when: 'a clock time is not written as one',
    change: inHall('"09:00"', '9시'),
    at: { file: 'hall.yaml', line: 7, field: 'hours.from' },
  },
  empty: {
    when: 'a step has no check',
    change: inKind('    checks:\n      - { id: s2.1, text: 결격사유가 없다, condition: c1 }', '    checks: []'),
    at: { file: kindFile, line: 44, field: 'steps.1.checks' },
  },
  textEmpty: {
    when: 'a text says nothing',
    change: inKind('result: 등록증', 'result: ""'),
    at: { file: kindFile, line: 46, field: 'result' },
  },
  codeTwice: {
    when: 'two files have the same code',
    change: { 'kinds/AAA-02.yaml': small[kindFile] ?? '' },
    at: { file: 'kinds/AAA-02.yaml', line: 1, field: 'code' },
    others: 1,
  },
  codeNotFileName: {
    when: 'a file is not named after its code',
    change: { [kindFile]: null, 'kinds/AAA-07.yaml': small[kindFile] ?? '' },
    at: { file: 'kinds/AAA-07.yaml', line: 1, field: 'code' },
  },
  categoryTwice: {
    when: 'a category stands twice',
    change: { 'categories.yaml': (text) => text + text },
    at: { file: 'categories.yaml', line: 2, field: '1.code' },
  },
  categoryUnknown: {
    when: 'a kind belongs to no known category',
    change: inKind('category: AAA', 'category: BBB'),
    at: { file: kindFile, line: 6, field: 'category' },
  },
  periodUnnoted: {
    when: 'an unknown period has no note',
    change: inKind('{ unit: days, value: 10 }', 'null'),
    at: { file: kindFile, line: 13, field: 'period' },
  },
  feeUnnoted: {
    when: 'an unknown fee has no note',
    change: inKind('{ won: 0, means: null, note: 없음 }', '{ won: null, means: null }'),
    at: { file: kindFile, line: 14, field: 'fee.won' },
  },
  immediateNotThree: {
    when: 'immediate is said to be other than three hours',
    change: inKind('unit: days', 'unit: immediate'),
    at: { file: kindFile, line: 13, field: 'period.value' },
  },
  officeVerifies: {
    when: 'a document of an agency is asked of the applicant',
    change: inKind('verifyBy: sharedInfo', 'verifyBy: applicant'),
    at: { file: kindFile, line: 25, field: 'documents.1.verifyBy' },
  },
  applicantBrings: {
    when: 'a document of the applicant is said to be verified by the office',
    change: inKind('verifyBy: applicant', 'verifyBy: sharedInfo'),
    at: { file: kindFile, line: 20, field: 'documents.0.verifyBy' },
  },
  idTwice: {
    when: 'two checks have the same id, even in different steps',
    change: inKind('id: s2.1', 'id: s1.1'),
    at: { file: kindFile, line: 45, field: 'steps.1.checks.0.id' },
  },
  documentUnknown: {
    when: 'a check names a document that is not there',
    change: inKind('조회했다, document: d2', '조회했다, document: d9'),
    at: { file: kindFile, line: 38, field: 'steps.0.checks.1.document' },
    others: 1,
  },
  conditionUnknown: {
    when: 'a check names a condition that is not there',
    change: inKind('condition: c1', 'condition: c9'),
    at: { file: kindFile, line: 45, field: 'steps.1.checks.0.condition' },
    others: 1,
  },
  documentUnchecked: {
    when: 'no check looks at a document',
    change: inKind(', document: d2', ''),
    at: { file: kindFile, line: 22, field: 'documents.1' },
  },
  conditionUnchecked: {
    when: 'no check looks at a condition',
    change: inKind(', condition: c1', ''),
    at: { file: kindFile, line: 28, field: 'conditions.0' },
  },
  optionsMissing: {
    when: 'a choice has nothing to choose from',
    change: inForm('- { id: f1, label: { ko: 사유, en: Reason }, type: choice, required: true }'),
    at: { file: kindFile, line: 18, field: 'form.fields.0.options' },
  },
  optionsUnused: {
    when: 'a field that is no choice has options',
    change: inForm(
      '- { id: f1, label: { ko: 사유, en: Reason }, type: text, required: true, options: [{ id: a, ko: 가, en: A }] }',
    ),
    at: { file: kindFile, line: 18, field: 'form.fields.0.options' },
  },
  expressionUnreadable: {
    when: 'a condition reckons, which a condition may not',
    change: inQuestions(howLarge, 'area * 2 > 10'),
    at: atWhen,
    others: 1,
  },
  expressionName: { when: 'a condition speaks of what nobody is asked', change: inQuestions('', 'whom'), at: atWhen },
  expressionOption: {
    when: 'a condition names an option of another question',
    change: inQuestions(ofWhom, 'whom = "group"'),
    at: atWhen,
  },
  expressionIn: {
    when: 'FEEL would take what follows a list for a part of it',
    change: inQuestions(`${ofWhom}, ${yesNo('isNew')}`, 'whom in ["person", "company"] and isNew'),
    at: atWhen,
  },
  expressionNumber: {
    when: 'a number is compared with another answer',
    change: inQuestions(`${howLarge}, ${howLarge.replace('area', 'rooms')}`, 'area > rooms'),
    at: atWhen,
  },
  expressionNot: {
    when: 'a condition denies without brackets',
    change: inQuestions(`${ofWhom}, ${yesNo('isNew')}`, 'not whom = "company" or isNew'),
    at: atWhen,
  },
  expressionJoined: {
    when: 'two names of a condition stand side by side',
    change: inQuestions(`${ofWhom}, ${yesNo('isNew')}`, 'isNew whom = "company" or isNew'),
    at: atWhen,
  },
  expressionOrder: {
    when: 'a condition asks whether yes is larger than no',
    change: inQuestions(yesNo('isNew'), 'isNew > false'),
    at: atWhen,
  },
  expressionTooWide: {
    when: 'a condition rests on five questions',
    change: inQuestions(['a', 'b', 'c', 'd', 'e'].map(yesNo).join(', '), 'a and b and c and d and e'),
    at: atWhen,
  },
  expressionUndecided: {
    when: 'a condition is neither yes nor no',
    change: inQuestions(howLarge, 'not(area)'),
    at: atWhen,
  },
  expressionConstant: {
    when: 'a condition says the same whatever is answered',
    change: inQuestions(yesNo('isNew'), 'isNew or not(isNew)'),
    at: atWhen,
  },
  questionUnused: {
    when: 'a question is asked on which nothing turns',
    change: inQuestions(`${yesNo('isNew')}, ${yesNo('isOld')}`, 'isNew'),
    at: { file: kindFile, line: 16, field: 'questions.1' },
  },
  feeCaseIdle: {
    when: 'a case of the fee comes after one that always applies before it',
    change: {
      [kindFile]: (text) =>
        text
          .replace('documents:\n', `questions: [${ofWhom}]\ndocuments:\n`)
          .replace(
            'note: 없음',
            `note: 없음, cases: [{ when: 'whom = "company"', won: 500 }, { when: 'whom in ("company")', won: 900 }]`,
          ),
    },
    at: { file: kindFile, line: 14, field: 'fee.cases.1' },
  },
  rrnAsked: {
    when: 'a form asks for a resident registration number without a statute',
    change: inForm('- { id: f1, label: { ko: 대표자 주민등록번호, en: Number }, type: text, required: true }'),
    at: { file: kindFile, line: 18, field: 'form.fields.0.label' },
  },
  rrnUnsealed: {
    when: 'a number that a statute allows would not be sealed',
    change: {
      [kindFile]: (text) =>
        text.replace(
          'form: { name: 별지 제1호서식 }',
          'rrnBasis: 시험법 제9조\nform:\n  name: 별지 제1호서식\n  fields:\n    - { id: f1, label: { ko: 주민등록번호, en: Number }, type: text, required: true }',
        ),
    },
    at: { file: kindFile, line: 19, field: 'form.fields.0.type' },
  },
  reductionUnclear: {
    when: 'a reduction is neither a share nor an amount',
    change: inKind('note: 없음 }', 'note: 없음, reductions: [{ id: r1, ko: 장애인, en: Disabled, basis: 조례 }] }'),
    at: { file: kindFile, line: 14, field: 'fee.reductions.0' },
  },
  reductionTooMuch: {
    when: 'a reduction takes off more than the whole fee',
    change: inKind(
      'note: 없음 }',
      'note: 없음, reductions: [{ id: r1, ko: 장애인, en: Disabled, percent: 101, basis: 조례 }] }',
    ),
    at: { file: kindFile, line: 14, field: 'fee.reductions.0' },
  },
  wordUnsaid: {
    when: 'a meaning has no word for it',
    change: { 'words.yaml': '- means: { 폐업: 100 }\n' },
    at: { file: 'words.yaml', line: 1, field: '0' },
  },
  wordTwice: {
    when: 'a word has two meanings',
    change: { 'words.yaml': '- { begins: [닫], means: { 폐업: 100 } }\n- { is: [닫], means: { 폐관: 100 } }\n' },
    at: { file: 'words.yaml', line: 2, field: '1.is.0' },
  },
  ...faultyHalls,
}

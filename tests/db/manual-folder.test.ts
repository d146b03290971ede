import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { hashOf } from '../../db/editions.ts'
import type { Fault, Problem } from '../../db/fault.ts'
import { hashEdition, readManual, type ManualFolder } from '../../db/manual-folder.ts'
import { small, writeManual, type Changes } from '../support/manual.ts'

const shipped = join(import.meta.dirname, '../../manual')
const read = (changes: Changes = {}) => readManual(writeManual(onTestFinished, changes))
const faultsOf = (changes: Changes): Fault[] => {
  const found = read(changes)
  return 'faults' in found ? found.faults : []
}
function sound(found: ReturnType<typeof readManual>): ManualFolder {
  if ('faults' in found) throw new Error(JSON.stringify(found.faults))
  return found
}
const inKind = (from: string, to: string): Changes => ({ 'kinds/AAA-01.yaml': (text) => text.replace(from, to) })
const inHall = (from: string, to: string): Changes => ({ 'hall.yaml': (text) => text.replace(from, to) })

describe('the shipped manual', () => {
  const { content, profile, holidays } = sound(readManual(shipped))
  const steps = content.kinds.flatMap((k) => k.steps)

  test('has 129 kinds in 13 categories and no fault', () => {
    expect([content.kinds.length, content.categories.length]).toEqual([129, 13])
    expect(holidays.length).toBeGreaterThan(50)
  })

  test('keeps what nobody has confirmed as null, with a note', () => {
    expect(content.kinds.filter((k) => k.period === null)).toHaveLength(46)
    expect(content.kinds.filter((k) => k.fee.won === null)).toHaveLength(98)
    const unsaid = content.kinds.filter((k) => !k.period && k.fieldConfidence.processingPeriod !== 'unknown')
    expect(unsaid.map((k) => k.code)).toEqual([])
  })

  test('leads to the hand-over in its last step and nowhere before', () => {
    const wrong = content.kinds.filter((k) => k.steps.findIndex((s) => s.stage === 'handOver') !== k.steps.length - 1)
    expect(wrong.map((k) => k.code)).toEqual([])
  })

  test('says its checks as short statements that are true when they are ticked', () => {
    const texts = steps.flatMap((s) => s.checks.map((c) => c.text))
    expect(texts.filter((text) => !/다( ?\([^()]*\))?$/.test(text) || text.length > 60)).toEqual([])
  })

  test('names a step and its checks alike: s2 holds s2.1, s2.2 and so on', () => {
    const wrong = steps.filter((s) => s.checks.some((c, i) => c.id !== `${s.id}.${i + 1}`))
    expect(wrong.map((s) => s.title)).toEqual([])
  })

  test('describes a hall of 18 counters, two teams and 22 people of every role', () => {
    expect(profile.counters.map((c) => c.number)).toEqual(Array.from({ length: 18 }, (_, i) => i + 1))
    expect(profile.counters.filter((c) => c.team === 'team-1').map((c) => c.id)).toContain('counter-9')
    expect(profile.staff).toHaveLength(22)
    expect(new Set(profile.staff.map((s) => s.role)).size).toBe(4)
  })
})

type Case = { when: string; change: Changes | 'no folder'; at: Partial<Fault>; others?: number }
const kindFile = 'kinds/AAA-01.yaml'

// One case for every sort of fault: a sort without a case does not compile.
const cases: Record<Problem, Case> = {
  folderMissing: { when: 'there is no such folder', change: 'no folder', at: { file: '.' } },
  fileMissing: { when: 'hall.yaml is missing', change: { 'hall.yaml': null }, at: { file: 'hall.yaml', field: '' } },
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
  numberTwice: {
    when: 'two counters have the same number',
    change: inHall('number: 2', 'number: 1'),
    at: { file: 'hall.yaml', line: 6, field: 'counters.1.number' },
  },
  teamUnknown: {
    when: 'a counter belongs to no team',
    change: inHall('number: 2, team: team-1', 'number: 2, team: team-9'),
    at: { file: 'hall.yaml', line: 6, field: 'counters.1.team' },
  },
}

describe('a fault is told with its place and its remedy', () => {
  test.each(Object.entries(cases).map(([problem, c]) => ({ problem, ...c })))('when $when', (c) => {
    const found = c.change === 'no folder' ? readManual(join(shipped, 'none')) : read(c.change)
    const faults = 'faults' in found ? found.faults : []
    const fault = faults.find((f) => f.problem === c.problem)
    expect(fault).toMatchObject(c.at)
    expect(faults).toHaveLength(1 + (c.others ?? 0))
    expect(fault?.ko).toMatch(/[가-힣]{2}/)
    expect(fault?.en).toMatch(/[A-Za-z]{2}/)
    expect(`${fault?.ko}${fault?.en}`).not.toMatch(/[{}]|undefined/)
  })
})

describe('reading', () => {
  test('tells every fault of the folder at once, whatever the file', () => {
    const faults = faultsOf({
      ...inHall('number: 2', 'number: 1'),
      'holidays.yaml': null,
      [kindFile]: (text) => text.replace('value: 10', 'value: -1').replace('result:', 'outcome:'),
      'kinds/AAA-02.yaml': (text) => text,
    })
    expect(faults.map((f) => [f.file, f.problem])).toEqual([
      ['hall.yaml', 'numberTwice'],
      ['holidays.yaml', 'fileMissing'],
      [kindFile, 'wrongValue'],
      [kindFile, 'fieldMissing'],
      [kindFile, 'fieldUnknown'],
      ['kinds/AAA-02.yaml', 'fileEmpty'],
    ])
  })

  test('a fault in one field does not hide what the rules say of the others', () => {
    const unchecked: Changes = { [kindFile]: (text) => `${text.replace(', document: d2', '')}extra: 1\n` }
    expect(faultsOf(unchecked).map((f) => f.problem)).toEqual(['fieldUnknown', 'documentUnchecked'])
    const elsewhere: Changes = { [kindFile]: (text) => text.replace('10', '0').replace('id: s2.1', 'id: s1.1') }
    expect(faultsOf(elsewhere).map((f) => f.problem)).toEqual(['wrongValue', 'idTwice'])
    const inSteps: Changes = {
      [kindFile]: (text) => text.replace('stage: examine', 'stage: x').replace('AAA\n', 'B\n'),
    }
    expect(faultsOf(inSteps).map((f) => f.problem)).toEqual(['wrongForm', 'wrongValue'])
  })

  test('a missing quote is told where it was opened, not at the end of the file', () => {
    expect(faultsOf(inKind('type: 등록', 'type: "등록'))).toMatchObject([{ problem: 'notYaml', line: 7 }])
  })

  test('a duplicate key, an unknown tag and an alias that multiplies itself are faults, not crashes', () => {
    expect(faultsOf(inKind('type: 등록', 'type: 등록\ntype: 신고'))).toMatchObject([{ problem: 'notYaml', line: 8 }])
    expect(faultsOf(inKind('type: 등록', 'type: !secret 등록'))).toMatchObject([{ problem: 'notYaml', line: 7 }])
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]', 'b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]']
    const grown = [...bomb, 'c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]', 'd: [*c, *c, *c, *c, *c]'].join('\n')
    expect(faultsOf({ [kindFile]: grown })).toMatchObject([{ file: kindFile, problem: 'notYaml' }])
  })

  test('a byte order mark, Windows line ends and decomposed Hangul change nothing', () => {
    const { hash } = sound(read())
    const windows = Object.fromEntries(
      Object.entries(small).map(([file, text]) => [file, `\uFEFF${text.replaceAll('\n', '\r\n').normalize('NFD')}`]),
    )
    expect(sound(read(windows)).hash).toBe(hash)
  })

  test('an id of a document, a condition and a check may be used once in a kind, and files of the system are ignored', () => {
    const doubled = inKind('- id: d2', '- id: d1')
    expect(faultsOf(doubled).map((f) => f.problem)).toContain('idTwice')
    expect(sound(read({ 'kinds/.DS_Store': '', 'kinds/Thumbs.db': '' })).content.kinds).toHaveLength(1)
  })
})

describe('the hash of an edition', () => {
  test('is the name of its canonical text, from which the content comes back', () => {
    const { content, text, hash } = sound(read())
    expect(hash).toBe(hashOf(text))
    expect(hashEdition(content)).toBe(hash)
    expect(JSON.parse(text)).toEqual(content)
  })

  test('does not depend on the order of the fields, but on every value', () => {
    const { content, hash } = sound(read())
    const [kind] = content.kinds
    if (!kind) throw new Error('no kind')
    const turned = Object.fromEntries(Object.entries(kind).toReversed()) as typeof kind
    expect(hashEdition({ kinds: [turned], categories: content.categories })).toBe(hash)
    expect(sound(read(inKind('value: 10', 'value: 11'))).hash).not.toBe(hash)
  })

  test('does not change with the hall, which is not part of an edition', () => {
    expect(sound(read(inHall('시험시청', '다른시청'))).hash).toBe(sound(read()).hash)
  })
})

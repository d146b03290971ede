import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { readManual } from '../../../db/manual/manual-folder.ts'
import { canonical } from '../../../domain/canonical.ts'
import { changesIn, diffManuals, manualFiles, type Written } from '../../../domain/manual/manual-diff.ts'
import { inKind, kindFile, small, writeManual, type Changes } from '../../support/manual.ts'

function manual(changes: Changes = {}) {
  const found = readManual(writeManual(onTestFinished, changes))
  if ('faults' in found) throw new Error(JSON.stringify(found.faults))
  return found
}
const from = (changes: Changes) => diffManuals(manual(), manual(changes))
const changed = (changes: Changes) => from(changes).flatMap((d) => (d.what === 'changed' ? d.changes : []))

test('two manuals that say the same differ in nothing, however they are written', () => {
  const turned = Object.fromEntries(
    Object.entries(small).map(([file, text]) => [file, text.replaceAll('\n', '\r\n').normalize('NFD')]),
  )
  expect(from(turned)).toEqual([])
  expect(from(inKind('type: 등록', 'type: 등록\npetition: legal'))).toEqual([])
})

test('a kind that only one of them has is added or removed, with its name', () => {
  const another = (small[kindFile] ?? '').replace('AAA-01', 'AAA-02').replace('시험업', '새업')
  const more = { 'kinds/AAA-02.yaml': another }
  expect(from(more)).toEqual([{ what: 'added', file: 'kinds/AAA-02.yaml', name: '새업 등록' }])
  expect(diffManuals(manual(more), manual())).toEqual([
    { what: 'removed', file: 'kinds/AAA-02.yaml', name: '새업 등록' },
  ])
})

test('a field is told by its way through the file, with the old value and the new', () => {
  expect(from(inKind('value: 10', 'value: 7'))).toEqual([
    {
      what: 'changed',
      file: kindFile,
      name: '시험업 등록',
      changes: [{ what: 'changed', field: 'period.value', was: 10, now: 7 }],
    },
  ])
  expect(changed(inKind('type: 등록', 'type: 등록\nnote: 새로'))).toEqual([
    { what: 'added', field: 'note', now: '새로' },
  ])
  expect(changed(inKind('won: 0', 'won: null'))).toEqual([{ what: 'changed', field: 'fee.won', was: 0, now: null }])
})

test('documents, conditions, steps, checks and form fields are the same thing by their id, wherever they stand', () => {
  const moved = inKind(
    `  - id: d1
    name: 정관
    providedBy: applicant
    verifyBy: applicant
    basis: law
  - id: d2
    name: 법인 등기사항증명서
    providedBy: agency
    verifyBy: sharedInfo
    basis: law
`,
    `  - { id: d2, name: 법인 등기사항증명서, providedBy: agency, verifyBy: null, basis: law }
  - { id: d1, name: 정관, providedBy: applicant, verifyBy: applicant, basis: law }
`,
  )
  expect(changed(moved)).toEqual([
    { what: 'changed', field: 'documents.d2.verifyBy', was: 'sharedInfo', now: null },
    { what: 'reordered', field: 'documents', was: ['d1', 'd2'], now: ['d2', 'd1'] },
  ])
  const inSteps = (text: string) =>
    text
      .replace('결격사유가 없다', '결격사유를 조회했다')
      .replace('- id: c1\n', '- id: c2\n')
      .replace(': c1 }', ': c2 }')
  const fieldsOf = changed({ [kindFile]: inSteps }).map((c) => `${c.what} ${c.field}`)
  expect(fieldsOf).toEqual([
    ...['removed conditions.c1', 'added conditions.c2'],
    ...['changed steps.s2.checks.s2.1.text', 'changed steps.s2.checks.s2.1.condition'],
  ])
  const asked = inKind(
    'form: { name: 별지 제1호서식 }',
    'form: { name: 별지 제1호서식, fields: [{ id: f1, label: { ko: 상호, en: Name }, type: text, required: true }] }',
  )
  expect(changed(asked)).toMatchObject([{ what: 'added', field: 'form.fields.f1', now: { type: 'text' } }])
})

test('hall, holidays, categories and templates are compared file by file, plain lists by what stands in them', () => {
  const differences = from({
    'hall.yaml': (text) => text.replace('"12:00"', '"11:30"'),
    'holidays.yaml':
      '- { date: "2026-01-01", name: 1월 1일, kind: public, basis: 규정, source: 월력, provisional: false }\n',
    'categories.yaml': (text) => `${text}- { code: BBB, ko: 둘째, en: Second }\n`,
    'documents/style.css': (text) => `${text}p {}\n`,
    [kindFile]: (text) => text.replace('synonyms: []', 'synonyms: [등록하기]'),
  })
  expect(differences.map((d) => [d.file, d.what === 'changed' && d.changes.map((c) => [c.what, c.field])])).toEqual([
    ['hall.yaml', [['changed', 'lunch.from']]],
    ['holidays.yaml', [['added', '2026-01-01']]],
    ['categories.yaml', [['added', 'BBB']]],
    [kindFile, [['added', 'synonyms']]],
    ['documents/style.css', [['changed', '']]],
  ])
})

test('every value of a manual stands in one of its files: whatever changes the hash is a difference', () => {
  const { profile, holidays, content } = manual()
  const files = manualFiles({ profile, holidays, content })
  expect([...files.keys()].slice(0, 4)).toEqual(['hall.yaml', 'holidays.yaml', 'categories.yaml', kindFile])
  expect(files.size).toBe(4 + Object.keys(content.documents).length + 1)
})

test('nothing differs exactly if both say the same, for any values', () => {
  const value = fc.jsonValue({ maxDepth: 3 }).map((v) => v as Written)
  const near = fc.tuple(value, value).chain(([a, b]) =>
    fc.constantFrom(
      [a, a],
      [a, b],
      [
        [a, b],
        [b, a],
      ],
      [{ a }, { a: b }],
    ),
  )
  fc.assert(
    fc.property(near, ([a, b]) => {
      expect(changesIn(a, b, '').length === 0).toBe(canonical(a) === canonical(b))
    }),
  )
})

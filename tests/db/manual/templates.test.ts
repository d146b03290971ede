import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Fault, TemplateProblem } from '../../../db/files/fault.ts'
import { readManual } from '../../../db/manual/manual-folder.ts'
import { fillTemplate, namesIn, parseTemplate, TemplateError } from '../../../db/manual/template-engine.ts'
import { faultsOfTemplate, readTemplates } from '../../../db/manual/templates.ts'
import { paperFields, registerColumns, registerFields, type FieldRules } from '../../../domain/paper/paper-fields.ts'
import { PaperName } from '../../../domain/paper/paper.ts'
import { writeManual, type Changes } from '../../support/manual.ts'

const shipped = join(import.meta.dirname, '../../../manual')
const text = (name: string) => readFileSync(join(shipped, 'documents', `${name}.html`), 'utf8')
const frame = text('frame')
const wordsOf = (name: string, changed: string) =>
  faultsOfTemplate(name, changed, frame).map((f) => `${f.problem} ${f.line ?? f.field}`)

describe('the shipped templates', () => {
  test('are one for each document, with the frame, the register, the guide and the style, and have no fault', () => {
    const read = readTemplates(shipped)
    expect(read).not.toHaveProperty('faults')
    expect('documents' in read && Object.keys(read.documents)).toHaveLength(PaperName.options.length + 3)
  })

  test.each(PaperName.options)('%s prints every field that it may name, mandated or not', (name) => {
    const names = new Set(
      [parseTemplate(text(name)), parseTemplate(frame, 'frame')].flatMap((t) => namesIn(t, 'frame').map((n) => n.name)),
    )
    const rules: FieldRules = paperFields[name]
    expect(
      Object.keys(rules).filter((field) => !names.has(field) && !['head', 'petitioner', 'recipient'].includes(field)),
    ).toEqual([])
  })
})

test('the register prints a line for every petition, each column as text', () => {
  const line = (n: number) => Object.fromEntries(registerColumns.map((column) => [column, `<${column} ${n}>`]))
  const given = Object.fromEntries(Object.keys(registerFields).map((field) => [field, field]))
  const printed = fillTemplate(parseTemplate(text('register')), { ...given, rows: [line(1), line(2)] })
  for (const column of registerColumns) expect(printed).toContain(`&lt;${column} 2&gt;`)
  expect(printed.match(/<tr>/g)).toHaveLength(3)
  expect(printed).toContain('A4 landscape')
})

describe('a template', () => {
  test('of a refusal without its remedies, its reasons or its provisions is a fault', () => {
    const without = (field: string) =>
      text('refusalNotice').replaceAll(new RegExp(`{{ ${field} }}|{% for one in ${field} %}.*?{% endfor %}`, 'g'), '')
    for (const field of ['remedies', 'reasons', 'provisions'])
      expect(wordsOf('refusalNotice', without(field))).toEqual([`mandatedUnprinted ${field}`])
  })

  test('that prints a mandated field only under a condition on another is a fault', () => {
    const only = text('refusalNotice').replace('{{ reasons }}', '{% if outcome == "거부" %}{{ reasons }}{% endif %}')
    expect(wordsOf('refusalNotice', only)).toEqual(['mandatedUnprinted reasons'])
  })

  test('of a notice without the phone of the clerk is a fault, and the frame may be what prints it', () => {
    const bare = text('progressNotice').replaceAll('{{ phone }}', '')
    expect(wordsOf('progressNotice', bare)).toEqual([])
    expect(faultsOfTemplate('progressNotice', bare, frame.replaceAll('{{ phone }}', '')).map((f) => f.field)).toEqual([
      'phone',
    ])
  })

  test('cannot include a file, write out unescaped text, or use what is not for templates', () => {
    const attempts = [
      '{% include "x" %}',
      '{% render "x" %}',
      '{% layout "x" %}',
      '{{ kind | raw }}',
      '{% liquid echo kind %}',
      '{% raw %}{% endraw %}',
      '{{ kind | date: "%Y" }}',
      '{% capture x %}{% endcapture %}',
    ]
    for (const attempt of attempts)
      expect(wordsOf('receiptSlip', `${text('receiptSlip')}${attempt}`)).toEqual(['notTemplate 24'])
  })

  test('that would run without end or fill the memory is stopped', () => {
    const endless = '{% for a in (1..9999999) %}{% for b in (1..9999999) %}x{% endfor %}{% endfor %}'
    expect(() => fillTemplate(parseTemplate(endless), {})).toThrow(TemplateError)
  })

  test('prints every value as text, whatever it holds', () => {
    const evil = '<script>alert(1)</script>"\'&'
    const printed = fillTemplate(
      parseTemplate(
        '<p title="{{ a }}">{{ a }}</p>{% for l in b %}{{ l }}{% endfor %}{{ b }}{% assign c = a | append: a %}{{ c }}',
      ),
      { a: evil, b: [evil] },
    )
    expect(printed).not.toContain('<script')
    expect(printed).not.toContain('"\'&')
    expect(printed).toContain('&lt;script&gt;')
  })

  test('asks only for what it is given: a name that is not there is an error, not an empty place', () => {
    expect(() => fillTemplate(parseTemplate('{{ a }}{{ constructor }}'), { a: 'x' })).toThrow('constructor')
  })
})

const inPaper = (name: string, from: string, to: string): Changes => ({
  [`documents/${name}.html`]: (found) => found.replace(from, to),
})
const cases: Record<TemplateProblem, { when: string; change: Changes; at: Partial<Fault> }> = {
  notTemplate: {
    when: 'a template of a document is not closed',
    change: inPaper('refusalNotice', '<h1>', '{% if title %}\n<h1>'),
    at: { file: 'documents/refusalNotice.html', line: 4 },
  },
  variableUnknown: {
    when: 'a template names what the document does not have',
    change: inPaper('receiptSlip', '{{ kind }}', '{{ kindName }}'),
    at: { file: 'documents/receiptSlip.html', line: 5 },
  },
  mandatedUnprinted: {
    when: 'a refusal never prints its remedies',
    change: inPaper('refusalNotice', '{% for one in remedies %}<li>{{ one }}</li>{% endfor %}', ''),
    at: { file: 'documents/refusalNotice.html', field: 'remedies' },
  },
  strangeTemplate: {
    when: 'a template is named after no document',
    change: { 'documents/refusal.html': '<p></p>' },
    at: { file: 'documents/refusal.html' },
  },
}

describe('a fault of a template is told with its place and its remedy', () => {
  test.each(Object.entries(cases).map(([problem, c]) => ({ problem, ...c })))('when $when', (c) => {
    const found = readManual(writeManual(onTestFinished, c.change))
    expect('faults' in found && found.faults).toMatchObject([{ problem: c.problem, ...c.at }])
  })

  test('when a template or the style is missing', () => {
    const change = { 'documents/reminder.html': null, 'documents/style.css': null }
    const found = readManual(writeManual(onTestFinished, change))
    expect('faults' in found && found.faults.map((f) => `${f.problem} ${f.file}`)).toEqual([
      'fileMissing documents/reminder.html',
      'fileMissing documents/style.css',
    ])
  })
})

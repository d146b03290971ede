import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { readTemplates, rulesOf, templateNames } from '../../db/manual/templates.ts'
import { openPapers, samplePageOf } from '../../electron/papers.ts'

const read = readTemplates(join(import.meta.dirname, '../../manual'))
if ('faults' in read) throw new Error('the shipped templates have faults')
const shipped = read
const textOf = (html: string) => html.slice(html.indexOf('<body>'))

describe('a template is looked at with made-up values', () => {
  test.each(templateNames)('%s, as it is shipped', (name) => {
    const page = samplePageOf(`documents/${name}`, shipped.documents[name] ?? '', shipped)
    expect(page).toContain('○○시청')
  })

  test('as it is typed, inside the frame of the institution', () => {
    const page = textOf(samplePageOf('documents/returnNotice', '<b>{{ receiptNo }}</b>', shipped) ?? '')
    expect(page).toContain('<b>2026-00001</b>')
    expect(page).toContain('문서확인번호')
  })

  test('where the frame and the look are seen around a receipt slip', () => {
    const frame = samplePageOf('documents/frame', '<i>{{ office }}</i>{{ body | raw }}', shipped) ?? ''
    expect(textOf(frame)).toContain('<i>○○시청</i>')
    expect(textOf(frame)).toContain('접수번호')
    expect(samplePageOf('style', 'b { color: red }', shipped)).toContain('b { color: red }')
  })

  test('and has no page while it cannot be filled in, or is no template', () => {
    const say = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    expect(samplePageOf('documents/receiptSlip', '{{ nobody }}', shipped)).toBeUndefined()
    say.mockRestore()
    expect(samplePageOf('documents/other', 'text', shipped)).toBeUndefined()
    expect(openPapers(() => undefined).layOutSample('documents/other', 'text', shipped)).toBeUndefined()
  })

  test('with a value for every field that it may name', () => {
    for (const name of templateNames) {
      const all = Object.keys(rulesOf(name)).filter((field) => field !== 'body')
      const text = all.map((field) => `{{ ${field} }}`).join(' ')
      const part = name === 'frame' ? `${text}{{ body | raw }}` : text
      expect(samplePageOf(`documents/${name}`, part, shipped)).toBeDefined()
    }
  })
})

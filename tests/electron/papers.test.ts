import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readTemplates, type Templates } from '../../db/manual/templates.ts'
import { readCode } from '../../domain/paper/paper-check.ts'
import type { Sheet } from '../../domain/paper/paper-fields.ts'
import { paperOf } from '../../domain/paper/paper-of.ts'
import { paperTitles } from '../../domain/paper/paper-titles.ts'
import { PaperName } from '../../domain/paper/paper.ts'
import { openPapers, pageOf, sealed, verificationOf } from '../../electron/papers.ts'
import { floorWith } from '../support/papers.ts'

const read = readTemplates(join(import.meta.dirname, '../../manual'))
if ('faults' in read) throw new Error('the shipped templates have faults')
const shipped: Templates = read

function sheetOf(name: PaperName): Sheet {
  const floor = floorWith(name)
  const known = floor.hall.cases.get('case-1')
  const said = known && paperOf(name, floor.seat('counter-1'), known)
  if (!said || 'missing' in said) throw new Error(`${name} cannot be made`)
  return { name, edition: 1, fields: said.fields, number: '2026-01-00001-1', confirmed: true }
}
const textOf = (html: string) => html.slice(html.indexOf('<body>')).replaceAll(/<[^>]*>/g, ' ')

describe.each(PaperName.options)('%s', (name) => {
  test('prints everything that it says', () => {
    const sheet = sheetOf(name)
    const text = textOf(pageOf(sheet, shipped) ?? '')
    const said = Object.entries(sheet.fields).filter(([field]) => !['hall', 'petitioner', 'recipient'].includes(field))
    for (const value of said.flatMap(([, v]) => v)) expect(text).toContain(value)
    expect(text).toContain(paperTitles[name])
    expect(text).toContain('2026-01-00001-1')
    expect(text).not.toMatch(/undefined|\[object|{{|{%/)
  })

  test('keeps what a citizen typed as text', () => {
    const evil = `<img src=x onerror=alert(1)>"'&<script>alert(1)</script>`
    const sheet = sheetOf(name)
    const fields = Object.fromEntries(
      Object.entries(sheet.fields).map(([field, v]) => [field, typeof v === 'string' ? evil : v.map(() => evil)]),
    )
    const html = pageOf({ ...sheet, fields }, shipped) ?? ''
    expect(html).toContain('&lt;script&gt;')
    expect(html).not.toMatch(/<script|<img/)
  })
})

test.each(['withdrawalRecord', 'pickupReceipt', 'objectionSlip'] as const)(
  '%s, which is signed or kept, addresses no petitioner',
  (name) => {
    const text = textOf(pageOf(sheetOf(name), shipped) ?? '')
    expect(text).not.toContain('김영수 귀하')
    expect(text).toContain('김영수')
  },
)

describe('the page of a paper', () => {
  const sheet = sheetOf('receiptSlip')

  test('says on itself that the hall has not confirmed it, and only then', () => {
    expect(pageOf({ ...sheet, confirmed: false }, shipped)).toContain('민원실 서버 확정 전 출력')
    expect(pageOf(sheet, shipped)).not.toContain('민원실 서버 확정 전 출력')
  })

  test('bears a number that changes with every word of it and can be computed again from what is kept', () => {
    const secret = { ...sheet, salt: 'salt' }
    const code = verificationOf(secret)
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(pageOf({ ...sheet, code }, shipped)).toContain(code)
    const turned = Object.fromEntries(Object.entries(sheet.fields).toReversed())
    expect(verificationOf({ ...secret, fields: turned })).toBe(code)
    expect(verificationOf({ ...secret, fields: { ...sheet.fields, due: '2026. 12. 3.(목) 18:00' } })).not.toBe(code)
    expect(verificationOf({ ...secret, number: '2026-01-00001-2' })).not.toBe(code)
    expect(verificationOf({ ...secret, salt: 'other' }), 'nobody guesses what it says').not.toBe(code)
    expect(sealed(secret).code).not.toBe(sealed(secret).code)
    expect(readCode(code.toLowerCase().replaceAll('-', ''))).toBe(code)
  })

  test('without a verification number is marked as for reference, and one with it is not', () => {
    expect(textOf(pageOf(sheet, shipped) ?? '')).toContain('참고용')
    expect(
      textOf(pageOf({ ...sheet, ...sealed({ ...sheet, number: '2026-01-00001-1' }) }, shipped) ?? ''),
    ).not.toContain('참고용')
  })

  test('of a preview has no number yet', () => {
    expect(pageOf({ ...sheet, number: undefined }, shipped)).toContain('발급할 때 정해집니다')
  })

  test('cannot be broken out of by the style of an institution', () => {
    const html = pageOf(sheet, { ...shipped, style: '</style><script>alert(1)</script>' }) ?? ''
    expect(html).not.toContain('</style><script')
  })

  test('is not there for an edition from before there were documents', () => {
    expect(pageOf(sheet, { documents: {}, style: '' })).toBeUndefined()
    expect(openPapers(() => undefined).layOut(sheet)).toBeUndefined()
  })

  test('is found by its name alone, the same for the same content, and the oldest go', () => {
    const papers = openPapers(() => shipped)
    const token = papers.layOut(sheet) ?? ''
    expect(papers.layOut(structuredClone(sheet))).toBe(token)
    expect(papers.page(token)).toBe(pageOf(sheet, shipped))
    expect(papers.page('0'.repeat(64))).toBeUndefined()
    for (let i = 0; i < 70; i++) papers.layOut({ ...sheet, number: String(i) })
    expect(papers.page(token)).toBeUndefined()
  })
})

import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { readTemplates } from '../../db/manual/templates.ts'
import { paperOf } from '../../domain/paper/paper-of.ts'
import { PaperName } from '../../domain/paper/paper.ts'
import type { PaperFields } from '../../domain/record/private.ts'
import { pageOf } from '../../electron/papers.ts'
import { floorWith } from '../support/papers.ts'

const root = join(import.meta.dirname, '../..')
const fonts = join(root, 'node_modules/pretendard/dist/public/static/alternative')
const templates = readTemplates(join(root, 'manual'))
const run = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: 'utf8' })
const bare = (text: string) => text.replaceAll(/\s/g, '')

/** What a document would say, as its page. */
function pageOfCase(name: PaperName, more: PaperFields = {}) {
  if ('faults' in templates) throw new Error('the shipped templates have faults')
  const floor = floorWith(name)
  const known = floor.hall.cases.get('case-1')
  const said = known && paperOf(name, floor.seat('counter-1'), known)
  if (!said || 'missing' in said) throw new Error(`${name} cannot be made`)
  const sheet = { name, edition: 1, fields: { ...said.fields, ...more }, number: '2026-01-00001-1', confirmed: true }
  return { html: pageOf(sheet, templates) ?? '', fields: said.fields }
}

/** What a page becomes on paper, with the font of the program. */
async function paperPrinter(page: Page) {
  let html = ''
  await page.route('http://paper.test/**', (route) => {
    const font = /fonts\/(.*)$/.exec(route.request().url())?.[1]
    return route.fulfill(
      font === undefined
        ? { contentType: 'text/html; charset=utf-8', body: html }
        : { contentType: 'font/ttf', body: readFileSync(join(fonts, font)) },
    )
  })
  return async (text: string) => {
    html = text
    await page.goto('http://paper.test/')
    await page.evaluate(() => Promise.all([...document.fonts].map((font) => font.load())).then(() => true))
    return page.pdf({ preferCSSPageSize: true, tagged: true, printBackground: true })
  }
}

test('a long text begins under the head of its notice and goes on over the page', async ({ page }, info) => {
  const layOut = await paperPrinter(page)
  const sentence = '제출하신 도면에는 피난계단의 너비가 표시되어 있지 않아 기준에 맞는지 확인할 수 없습니다. '
  const lengths = [900, 1200, 2000]
  for (const [name, field] of [
    ['progressNotice', 'progress'],
    ['resultNotice', 'reasons'],
  ] as const)
    for (const length of lengths) {
      const text = sentence.repeat(length / 40).slice(0, length)
      const pdf = info.outputPath(`${name}-${length}.pdf`)
      writeFileSync(pdf, await layOut(pageOfCase(name, { [field]: text }).html))
      expect(run('pdfinfo', pdf)).toMatch(/Pages: +2\n/)
      expect(bare(run('pdftotext', '-l', '1', '-layout', pdf, '-')).length).toBeGreaterThan(800)
    }
  const documents = Array.from({ length: 60 }, (_, i) => `서류 ${i + 1}`)
  const pdf = info.outputPath('slip.pdf')
  writeFileSync(pdf, await layOut(pageOfCase('receiptSlip', { documents }).html))
  expect(run('pdftotext', '-l', '1', '-layout', pdf, '-')).toContain('서류 20')
})

// Through Chromium's own PDF, the same as under Electron; what stands on the sheet is read back from it.
test(
  'every document is one A4 sheet whose every word can be taken out again',
  { tag: '@long' },
  async ({ page }, info) => {
    const layOut = await paperPrinter(page)
    for (const name of PaperName.options)
      await test.step(name, async () => {
        const made = pageOfCase(name)
        const pdf = info.outputPath(`${name}.pdf`)
        writeFileSync(pdf, await layOut(made.html))
        const text = bare(run('pdftotext', '-layout', pdf, '-'))
        const told = Object.entries(made.fields).filter(([f]) => !['hall', 'petitioner', 'recipient'].includes(f))
        for (const value of told.flatMap(([, v]) => v)) expect(text).toContain(bare(value))
        expect(run('pdfinfo', pdf)).toMatch(/Tagged: +yes[\s\S]*Pages: +1\n[\s\S]*A4/)
        const embedded = run('pdffonts', pdf).split('\n').slice(2).filter(Boolean)
        for (const font of embedded) expect(font).toMatch(/Pretendard-(Regular|Bold) +CID TrueType +\S+ +yes yes yes/)
      })
  },
)

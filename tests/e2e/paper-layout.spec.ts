import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { readTemplates } from '../../db/templates.ts'
import { paperOf } from '../../domain/paper-of.ts'
import { PaperName } from '../../domain/paper.ts'
import { pageOf } from '../../electron/papers.ts'
import { floorWith } from '../support/papers.ts'

const root = join(import.meta.dirname, '../..')
const fonts = join(root, 'node_modules/pretendard/dist/public/static/alternative')
const templates = readTemplates(join(root, 'manual'))
const run = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: 'utf8' })
const bare = (text: string) => text.replaceAll(/\s/g, '')

/** What a document would say, as its page. */
function pageOfCase(name: PaperName) {
  if ('faults' in templates) throw new Error('the shipped templates have faults')
  const floor = floorWith(name)
  const known = floor.hall.cases.get('case-1')
  const said = known && paperOf(name, floor.seat('counter-1'), known)
  if (!said || 'missing' in said) throw new Error(`${name} cannot be made`)
  const sheet = { name, edition: 1, fields: said.fields, number: '2026-01-00001-1', confirmed: true }
  return { html: pageOf(sheet, templates) ?? '', fields: said.fields }
}

// Through Chromium's own PDF, the same as under Electron; what stands on the sheet is read back from it.
test(
  'every document is one A4 sheet whose every word can be taken out again',
  { tag: '@long' },
  async ({ page }, info) => {
    let html = ''
    await page.route('http://paper.test/**', (route) => {
      const font = /fonts\/(.*)$/.exec(route.request().url())?.[1]
      return route.fulfill(
        font === undefined
          ? { contentType: 'text/html; charset=utf-8', body: html }
          : { contentType: 'font/ttf', body: readFileSync(join(fonts, font)) },
      )
    })
    for (const name of PaperName.options)
      await test.step(name, async () => {
        const made = pageOfCase(name)
        html = made.html
        await page.goto('http://paper.test/')
        await page.evaluate(() => Promise.all([...document.fonts].map((font) => font.load())).then(() => true))
        const pdf = info.outputPath(`${name}.pdf`)
        writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true, tagged: true, printBackground: true }))
        const text = bare(run('pdftotext', '-layout', pdf, '-'))
        const told = Object.entries(made.fields).filter(([f]) => !['hall', 'petitioner', 'recipient'].includes(f))
        for (const value of told.flatMap(([, v]) => v)) expect(text).toContain(bare(value))
        expect(run('pdfinfo', pdf)).toMatch(/Tagged: +yes[\s\S]*Pages: +1\n[\s\S]*A4/)
        const embedded = run('pdffonts', pdf).split('\n').slice(2).filter(Boolean)
        for (const font of embedded) expect(font).toMatch(/Pretendard-(Regular|Bold) +CID TrueType +\S+ +yes yes yes/)
      })
  },
)

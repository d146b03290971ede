import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { csvParts, registerCsv, registerXlsx } from '../../db/register-files.ts'
import type { Sheet } from '../../domain/register/register-words.ts'

const sheet: Sheet = {
  name: '민원 처리부',
  columns: [
    { head: '접수번호', width: 16 },
    { head: '비고', width: 36 },
  ],
  rows: [
    ['2026-01-00001', '=HYPERLINK("http://a","열기")'],
    ['2026-01-00002', '쉼표, "따옴표"\n둘째 줄'],
    ...['+82-2-1234', '-1+2', '@SUM(A1)', '\tx', '\rx'].map((text) => ['2026-01-00003', text]),
  ],
}

test('the CSV has the mark of UTF-8, CRLF, and quotes where they are needed', () => {
  const text = registerCsv(sheet)
  expect(text.startsWith('\uFEFF접수번호,비고\r\n')).toBe(true)
  expect(text).toContain('2026-01-00002,"쉼표, ""따옴표""\n둘째 줄"\r\n')
  expect(text.endsWith('\r\n')).toBe(true)
})

test('a long CSV is made part by part, and is the same as whole', () => {
  let made = 0
  function* rows(): Iterable<string[]> {
    for (; made < 2500; made += 1) yield [`2026-01-${made}`, '=1']
  }
  const parts: string[] = []
  for (const part of csvParts({ ...sheet, rows: rows() })) {
    parts.push(part)
    expect(made).toBeLessThanOrEqual(parts.length * 1000)
  }
  expect(parts.join('').split('\r\n')).toHaveLength(2502)
  expect(parts.join('').split('\uFEFF')).toHaveLength(2)
  expect(parts.join('')).toContain("2026-01-2499,'=1\r\n")
})

test('no cell of the CSV is taken for a formula', () => {
  const text = registerCsv(sheet)
  expect(text).toContain(`2026-01-00001,"'=HYPERLINK(""http://a"",""열기"")"`)
  for (const cell of ["'+82-2-1234", "'-1+2", "'@SUM(A1)", "'\tx", "'\rx"]) expect(text).toContain(cell)
  const cells = text.slice(1).split(/\r\n|,/)
  expect(cells.filter((cell) => /^"?[=+\-@\t\r]/.test(cell))).toEqual([])
})

/** The parts of a workbook by their names, as texts. */
async function partsOf(book: Sheet): Promise<(name: RegExp) => string> {
  const files = unzipSync(await registerXlsx(book))
  return (name) => {
    const found = Object.entries(files).find(([path]) => name.test(path))
    if (!found) throw new Error(`there is no ${String(name)} in ${Object.keys(files).join()}`)
    return strFromU8(found[1])
  }
}

test('the XLSX has the sheet by its name, a bold and frozen head, and the widths', async () => {
  const part = await partsOf(sheet)
  expect(part(/workbook\.xml$/)).toContain('name="민원 처리부"')
  const cells = part(/sheet1\.xml$/)
  expect(cells).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
  expect(cells).toMatch(/<col [^>]*width="16"/)
  expect(cells).toMatch(/orientation="landscape"/)
  const styles = [...part(/styles\.xml$/).matchAll(/<xf [^>]*>/g)].map(([style]) => style)
  const styleOf = (cell: string) => styles[Number(new RegExp(`<c r="${cell}"[^>]* s="(\\d+)"`).exec(cells)?.[1])]
  expect(part(/styles\.xml$/)).toMatch(/<font>.*<\/font><font>.*<b\/>.*<\/font>/)
  expect([styleOf('A1'), styleOf('A2')]).toEqual([
    expect.stringContaining('fontId="1"'),
    expect.not.stringContaining('fontId'),
  ])
})

test('every cell of the XLSX is a text: no number, no date, no formula', async () => {
  const part = await partsOf(sheet)
  const cells = part(/sheet1\.xml$/)
  const types = [...cells.matchAll(/<c r="[A-Z]+\d+"([^>]*)>/g)].map(([, rest = '']) => /t="(\w+)"/.exec(rest)?.[1])
  expect(types).toHaveLength(16)
  expect(new Set(types)).toEqual(new Set(['s']))
  expect(cells).not.toContain('<f>')
  const texts = part(/sharedStrings\.xml$/)
  expect(texts).toContain('2026-01-00001')
  expect(texts).toContain('=HYPERLINK(')
})

import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readManual } from '../../db/manual/manual-folder.ts'
import { guideSheet } from '../../domain/guide/guide-sheet.ts'
import { printerUnknown } from '../../domain/paper/printer-fault.ts'
import { guides } from '../../electron/guides.ts'
import { guidePageOf, openPapers } from '../../electron/papers.ts'
import { newFolder } from '../support/core.ts'
import { openFloor, today } from '../support/floor.ts'

const manual = readManual(join(import.meta.dirname, '../../manual'))
if ('faults' in manual) throw new Error('the shipped manual has faults')
const { documents, style } = manual.content
const templates = { documents, style }

function seatWith(more: object = {}) {
  const floor = openFloor(1, { publicAddress: 'https://minwon.example' })
  floor.does('hall', { type: 'publishEdition', edition: 1, effectiveDate: today, hash: 'a' })
  return floor.seat('counter-1', { hallAddress: 'https://minwon.example', ...more })
}
const textOf = (html: string) => html.slice(html.indexOf('<body>')).replaceAll(/<style>.*?<\/style>|<[^>]*>/gs, ' ')

test('the sheet prints what to bring, what is spared, what is open, where to come, and from which edition it is', () => {
  const made = guideSheet(seatWith(), { code: 'SIM-01', answers: {} })
  const html = made && guidePageOf(made.sheet, templates)
  const text = textOf(html ?? '')
  for (const said of [
    '모의 민원',
    '신청서',
    '등기사항증명서',
    '신분증(대리인이면 위임장과 대리인 신분증)',
    '모의 민원실',
    '평일 09:00~18:00',
    '제1판(2026. 11. 24. 시행)',
  ])
    expect(text).toContain(said)
  expect(text).toContain('확인되지 않았습니다. 창구에 물어 주세요.')
  expect(text).toContain('https://minwon.example/guide/SIM-01')
  expect(html).toMatch(/<path d="(M\d+ \d+h1v1h-1z){200,}"/)
  expect(text).not.toMatch(/undefined|\[object|{{|{%/)
})

test('the sheet of a citizen who is a corporation says so, and the office verifies the register', () => {
  const made = guideSheet(seatWith(), { code: 'SIM-01', answers: { applicant: 'corporation' } })
  expect(made?.sheet.lists['spared']).toMatchObject([{ name: '등기사항증명서', how: '행정정보 공동이용으로 확인' }])
  expect(made?.sheet.lists['open']).toEqual([])
  expect(made?.sheet.link).toBe('https://minwon.example/guide/SIM-01?applicant=corporation')
  expect(made?.sheet.fields['answers']).toHaveLength(1)
})

test('every kind of the shipped manual has a sheet', () => {
  const seat = seatWith({ kindOf: (_: unknown, code: string) => manual.content.kinds.find((k) => k.code === code) })
  for (const { code } of manual.content.kinds) {
    const made = guideSheet(seat, { code, answers: {} })
    expect(made && guidePageOf(made.sheet, templates), code).toContain('준비물 안내')
  }
})

test('the sheet prints the note of the fee, and the requirements without a verdict', () => {
  const seat = seatWith({ kindOf: (_: unknown, code: string) => manual.content.kinds.find((k) => k.code === code) })
  const sheetOf = (code: string) => {
    const made = guideSheet(seat, { code, answers: {} })
    return textOf((made && guidePageOf(made.sheet, templates)) ?? '')
  }
  const noted = manual.content.kinds.find((k) => k.fee.won !== null && k.fee.note !== undefined && !k.fee.cases)
  expect(sheetOf(noted?.code ?? '')).toContain(noted?.fee.note)
  const text = sheetOf('BLD-34')
  // Why a fee is not confirmed is for the staff.
  expect(text).toMatch(/확인되지 않았습니다/)
  expect(text).not.toContain('블로그')
  expect(text).toMatch(/요건은 창구에서 확인합니다\s+분실·훼손/)
})

test('a kind that this PC has not got, or an edition without the template, has no sheet', () => {
  expect(guideSheet(seatWith(), { code: 'ZZZ-99', answers: {} })).toBeUndefined()
  expect(guideSheet(seatWith(), { code: 'SIM-01', edition: 9, answers: {} })).toBeUndefined()
  const made = guideSheet(seatWith(), { code: 'SIM-01', answers: {} })
  expect(made && guidePageOf(made.sheet, { documents: {}, style: '' })).toBeUndefined()
})

test('a sheet is printed and kept as a PDF without an act; what fails is said', async () => {
  const dataFolder = newFolder((clean) => onTestFinished(() => void clean()))
  const papers = openPapers(() => templates)
  let printer = 'works'
  const guide = guides({
    dataFolder,
    seat: () => seatWith({ layOutGuide: papers.layOutGuide }),
    changed: () => undefined,
    pdfs: {
      make: async () => new Uint8Array([1]),
      print: async () => (printer === 'works' ? true : Promise.reject(new Error(printer))),
    },
  })
  const ask = (as: 'paper' | 'pdf', code = 'SIM-01') => guide.submit({ type: 'printGuide', code, answers: {}, as })
  expect(await ask('paper')).toBe('done')
  expect(await ask('pdf')).toBe('done')
  const made = guideSheet(seatWith(), { code: 'SIM-01', answers: {} })
  const token = (made && papers.layOutGuide(made.sheet)) ?? ''
  const file = guide.fileOf('SIM-01', token) ?? ''
  expect(existsSync(file)).toBe(true)
  // It is open in a viewer now, and says the same.
  const { ino } = statSync(file)
  expect(await ask('pdf')).toBe('done')
  expect(statSync(file).ino).toBe(ino)
  expect(guide.fileOf('SIM-01', 'f'.repeat(64))).toBeUndefined()
  printer = 'noPrinter'
  expect(await ask('paper')).toEqual({ refused: 'printerMissing' })
  printer = printerUnknown('HP')
  expect(await ask('paper')).toEqual({ refused: 'pcPrinterMissing' })
  expect(await ask('paper', 'ZZZ-99')).toEqual({ refused: 'noSheet' })
})

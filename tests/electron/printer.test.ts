import { describe, expect, test } from 'vitest'
import { choosePrinter } from '../../electron/printer.ts'
import { settingsFrom } from '../../electron/settings.ts'
import { paperWords as en } from '../../renderer/text/en/paper.ts'
import { paperWords as ko } from '../../renderer/text/ko/paper.ts'

const named = (...names: string[]) => names.map((name) => ({ name, displayName: name }))
const ofWindows = ['Microsoft Print to PDF', 'Microsoft XPS Document Writer', 'Fax', 'OneNote (Desktop)']

describe('the printer of a PC', () => {
  test.each([
    ['none at all', []],
    ['those that Windows always has', ofWindows],
    ['those of a Korean Windows', ['팩스', 'OneNote for Windows 10', 'OneNote 2016으로 보내기', '한컴 PDF']],
    ['those that a session from afar brings along', ['Microsoft Print to PDF (redirected 2)']],
    ['one that CUPS makes files with', ['PDF']],
  ])('%s: there is none', (_, names) => {
    expect(choosePrinter(named(...names), undefined)).toEqual({ failed: 'noPrinter' })
  })

  test('is the only one that prints on paper, whatever the default of the system is', () => {
    expect(choosePrinter(named(...ofWindows, 'HP LaserJet 4 Fax-PDF'), undefined)).toEqual({
      deviceName: 'HP LaserJet 4 Fax-PDF',
    })
  })

  test('among several is the default of the system', () => {
    expect(choosePrinter(named('Canon', 'HP', ...ofWindows), undefined)).toEqual({})
  })

  test('is the one that its start names, by the name of the system or the one that people see', () => {
    const printers = [...named('Canon', ...ofWindows), { name: 'Brother_QL', displayName: 'Brother QL' }]
    expect(choosePrinter(printers, 'Canon')).toEqual({ deviceName: 'Canon' })
    expect(choosePrinter(printers, 'Brother QL')).toEqual({ deviceName: 'Brother_QL' })
    expect(choosePrinter(printers, 'Microsoft Print to PDF')).toEqual({ deviceName: 'Microsoft Print to PDF' })
  })

  test('that is named and not there is missed by its name, and no other takes its place', () => {
    const chosen = choosePrinter(named('Canon'), '민원실 HP')
    const why = 'failed' in chosen ? chosen.failed : ''
    expect(ko.failed(why)).toBe(
      '이 PC가 쓰기로 한 프린터를 찾을 수 없습니다: 민원실 HP. 연결하고 다시 인쇄하거나, 관리자에게 --printer를 바로잡게 하세요. PDF는 이 PC에 있습니다.',
    )
    expect(en.failed(why)).toContain('the printer ‘민원실 HP’')
    expect(ko.failed('offline')).toContain('(offline)')
  })
})

describe('--printer', () => {
  const read = (printer: string) => {
    const given: { [name: string]: string } = { role: 'counter', machine: 'counter-1', printer }
    return settingsFrom((name) => given[name] ?? '', '/data')
  }

  test('names a printer, and none where it is left out', () => {
    expect(read('민원실 HP')).toMatchObject({ settings: { printer: '민원실 HP' } })
    expect(read('')).toEqual({ settings: { role: 'counter', machine: 'counter-1', dataFolder: '/data' } })
  })

  test.each(['x'.repeat(151), 'a\u0007b', '  '])('refuses what is no name of one', (typed) => {
    expect(read(typed)).toMatchObject({ wrong: ['--printer must be the name of a printer of this PC'] })
  })
})

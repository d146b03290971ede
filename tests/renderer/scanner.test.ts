import { expect, test } from 'vitest'
import { scanReader, type Heard } from '../../renderer/common/scanner.ts'

/** A scanner that types like a keyboard; keys are named by their place, whatever letter the system makes of them. */

const codeOf = (sign: string): string => (sign === '-' ? 'Minus' : /\d/.test(sign) ? `Digit${sign}` : `Key${sign}`)

/** What is heard when a text and Enter are typed with so many milliseconds between two keys. */
function typed(text: string, gap: number, from = 1000): Heard[] {
  const read = scanReader()
  return [...Array.from(text, codeOf), 'Enter'].map((code, i) => read({ code, at: from + i * gap }))
}

test('quick keys that are the code of a slip are a scan', () => {
  expect(typed('CG1-20261124-A172', 12).at(-1)).toEqual({ is: 'scanned', text: 'CG1-20261124-A172' })
  expect(typed('CG1-20261124-A172', 45).at(-1)).toEqual({ is: 'scanned', text: 'CG1-20261124-A172' })
})

test('the same keys typed by a person are not', () => {
  expect(typed('CG1-20261124-A172', 46).at(-1)).toEqual({ is: 'other' })
})

test('quick keys that are something else stay where they were typed', () => {
  for (const text of ['172', 'HELLO-WORLD', 'ABCDEFGH', '20261124'])
    expect(typed(text, 5).at(-1)).toEqual({ is: 'other' })
})

test('what comes before a scan is not part of it, and Shift between its letters is nothing', () => {
  const read = scanReader()
  for (const [i, code] of ['KeyA', 'KeyB', 'Enter'].entries()) read({ code, at: i * 300 })
  const keys = ['ShiftLeft', 'KeyC', 'ShiftLeft', 'KeyG', 'Digit1', 'Minus', 'Digit2', 'Digit0', 'Enter']
  const heard = keys.map((code, i) => read({ code, at: 2000 + i * 10 }))
  expect(heard.at(-1)).toEqual({ is: 'scanned', text: 'CG1-20' })
})

test('once it is certain that a scanner types, its keys are held back', () => {
  expect(typed('CG1-2026', 10).map((h) => h.is)).toEqual([
    ...['first', 'burst', 'burst', 'code', 'code', 'code', 'code', 'code', 'scanned'],
  ])
})

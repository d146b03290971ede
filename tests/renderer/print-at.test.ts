import { expect, test } from 'vitest'
import { printAt } from '../../renderer/guide/print-at.ts'

const printers = [
  { id: 'kiosk-1', number: 1 },
  { id: 'kiosk-2', number: 2 },
]

test('a slip is printed again where the guide has chosen, else at its own kiosk', () => {
  expect(printAt(printers, 'kiosk-2', 'kiosk-1')).toBe('kiosk-2')
  expect(printAt(printers, '', 'kiosk-1')).toBe('kiosk-1')
  expect(printAt(printers, 'kiosk-2', 'kiosk-9')).toBe('kiosk-2')
})

test('where the hall prints neither at the chosen kiosk nor at its own, it is printed nowhere', () => {
  expect(printAt(printers, '', 'kiosk-9')).toBeUndefined()
  expect(printAt([], 'kiosk-1', 'kiosk-1')).toBeUndefined()
})

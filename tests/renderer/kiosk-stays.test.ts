import { expect, test } from 'vitest'
import { staysFor } from '../../renderer/kiosk/printing.ts'
import { usual } from '../../server/slip-printer.ts'

test('a number without paper stays on the screen long enough to be remembered', () => {
  expect([staysFor('none'), staysFor('failed')]).toEqual([30, 30])
  expect(staysFor('printed')).toBe(8)
})

test('who has large text, a high contrast, a low screen or a keyboard has the longer time for every slip', () => {
  for (const state of ['none', 'queued', 'printed', 'failed'] as const) expect(staysFor(state, true)).toBe(30)
})

test('a number whose slip is under way stays until the printer has come out or is given up', () => {
  const { connect, status, print } = usual
  expect(staysFor('queued') * 1000).toBeGreaterThan(connect + 2 * status + print)
})

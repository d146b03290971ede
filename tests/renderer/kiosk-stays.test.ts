import { expect, test } from 'vitest'
import { staysFor } from '../../renderer/kiosk/printing.ts'

test('a number without paper stays on the screen long enough to be remembered', () => {
  expect([staysFor('none'), staysFor('failed')]).toEqual([30, 30])
  expect([staysFor('queued'), staysFor('printed')]).toEqual([8, 8])
})

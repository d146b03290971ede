import { expect, test } from 'vitest'
import type { LineView } from '../../domain/views/view-line.ts'
import { whyNoCall } from '../../renderer/counter/floor/call-key.ts'
import { issue, openFloor } from '../support/floor.ts'

/** Whether a free counter is told to press F2. */
test('F2 calls where somebody waits, and without the line takes the paper of whoever comes', () => {
  const floor = openFloor()
  const why = (line?: LineView) => whyNoCall(floor.sees('counter-1', { of: 'counter' }, line && { line }))
  const offline: LineView = { state: 'offline', since: floor.now, unsent: 0 }
  expect(why()).toBe('queueEmpty')
  expect(why(offline)).toBe(undefined)
  issue(floor, 'a')
  expect(why()).toBe(undefined)
  floor.does('counter-1', { type: 'pauseCounter', reason: 'meal' })
  expect([why(), why(offline)]).toEqual(['counterPaused', 'counterPaused'])
})

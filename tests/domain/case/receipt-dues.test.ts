import { beforeEach, expect, test } from 'vitest'
import type { Command } from '../../../domain/hall.ts'
import { type Floor, issue, openFloor, receive, serve, untilEnd } from '../../support/floor.ts'

/** What a visitor would leave without: the receipt slip (시행령 제6조 제3항) and the guidance (제4항). */

type ReceiveCase = Extract<Command, { type: 'receiveCase' }>
let floor: Floor
beforeEach(() => {
  floor = openFloor()
  issue(floor, 'a')
  serve(floor, 'counter-1', 'v')
})
const owed = (machine = 'counter-1') =>
  floor.sees(machine, { of: 'counter' }).owed.map((o) => [o.case, o.slip, o.guidance])
const received = (id: string, code: string, more: Partial<ReceiveCase>): Command => ({
  ...(receive(id, code, 'v') as ReceiveCase),
  ...more,
})

test('a petition that takes days needs its slip and the whole guidance', () => {
  floor.does('counter-1', received('k', 'SIM-02', { guidance: [] }))
  expect(owed()).toEqual([['k', true, 4]])
  floor.does('counter-1', { type: 'giveGuidance', case: 'k', topics: ['documents'] })
  expect(owed()).toEqual([['k', true, 3]])
  floor.does('counter-1', { type: 'giveGuidance', case: 'k', topics: ['siteVisit', 'time', 'criteria'] })
  floor.does('counter-1', { type: 'makePaper', case: 'k', paper: 'p', name: 'receiptSlip' })
  expect(owed()).toEqual([])
})

test('nothing is owed of what is done at once, of what came by post, and of what is closed', () => {
  floor.does('counter-1', receive('now', undefined, 'v'))
  floor.does('counter-1', received('post', 'SIM-02', { filing: 'post' }))
  expect(owed()).toEqual([])
  floor.does('counter-1', receive('whole', 'SIM-02', 'v'))
  expect(owed().map(([id]) => id)).toContain('whole')
  floor.does('counter-1', ...untilEnd('whole'))
  expect(owed().map(([id]) => id)).not.toContain('whole')
})

test('what was received before this visitor, or went on to another counter, is none of it', () => {
  floor.does('counter-1', receive('before', 'SIM-02'))
  expect(owed()).toEqual([])
  floor.does('counter-1', receive('passed', 'SIM-02', 'v'), { type: 'passCase', case: 'passed', to: 'counter-2' })
  expect([owed(), owed('counter-2')]).toEqual([[], []])
})

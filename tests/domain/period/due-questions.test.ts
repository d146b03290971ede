import { beforeEach, expect, test } from 'vitest'
import { instantOf } from '../../../domain/time.ts'
import { openFloor, receive, type Floor } from '../../support/floor.ts'

/** What a form asks before an act is done: when something would be due. */

let floor: Floor
beforeEach(() => {
  floor = openFloor()
})

test('a kind says when it would be due if it were received now, and nothing while its period is not confirmed', () => {
  floor.at('10:00')
  const due = floor.sees('counter-1', { of: 'receiptDue', code: 'SIM-02' })
  expect(due).toMatchObject({ lastDay: '2026-12-02', dueAt: instantOf('2026-12-02', '18:00') })
  expect(floor.sees('counter-1', { of: 'receiptDue', code: 'SIM-03' })).toBeUndefined()
  expect(floor.sees('counter-1', { of: 'receiptDue', code: 'none' })).toBeUndefined()
})

test('a case says when it would be due with an extension, and stays as it was', () => {
  floor.at('10:00')
  floor.does('counter-1', receive('c', 'SIM-02'))
  expect(floor.sees('counter-1', { of: 'extendedDue', case: 'c', value: 3 })).toMatchObject({ lastDay: '2026-12-07' })
  expect(floor.sees('counter-1', { of: 'case', case: 'c' })?.due?.lastDay).toBe('2026-12-02')
  expect(floor.sees('counter-1', { of: 'extendedDue', case: 'none', value: 3 })).toBeUndefined()
})

test('a demand for a supplement is still shown after the supplement has arrived', () => {
  floor.does('counter-1', receive('c', 'SIM-02'))
  floor.does('counter-1', {
    type: 'demandSupplement',
    case: 'c',
    items: [],
    text: '서명이 없음',
    days: 7,
    written: true,
  })
  const seen = () => floor.sees('counter-1', { of: 'case', case: 'c' })?.procedure
  expect(seen()?.supplement).toMatchObject({ round: 1, text: '서명이 없음' })
  floor.does('counter-1', { type: 'receiveSupplement', case: 'c' })
  expect(seen()?.supplement).toBeUndefined()
  expect(seen()?.demands).toMatchObject([{ round: 1, until: '2026-12-01', text: '서명이 없음', clerk: '담당자' }])
})

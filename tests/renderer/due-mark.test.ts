import { expect, test } from 'vitest'
import type { Command } from '../../domain/hall.ts'
import { addDays } from '../../domain/time.ts'
import { dueMark } from '../../renderer/supervisor/due-mark.ts'
import { byDue } from '../../renderer/supervisor/facts.ts'
import { ko } from '../../renderer/text/ko.ts'
import { supervisorKo } from '../../renderer/text/ko/supervisor.ts'
import { openFloor, receive, today, tomorrow, untilNotice, type Floor } from '../support/floor.ts'

/** What the due list of the supervisor says of each case, in its order. */
const list = (floor: Floor): string[] =>
  floor
    .sees('supervisor', { of: 'overview' })
    .cases.lines.toSorted(byDue)
    .map((l) => `${l.case}: ${dueMark(l, floor.now, { words: ko, own: supervisorKo, language: 'ko' }).text}`)

const verify = (id: string): Command => ({
  type: 'stopClock',
  case: id,
  reason: 'verification',
  evidence: '조회',
  document: 'd2',
})
const demand = (id: string): Command => ({
  type: 'demandSupplement',
  case: id,
  items: ['d1'],
  days: 10,
  written: true,
})

test('a case whose clock stands says why, and no date that would move every day; nothing of it is due today', () => {
  const floor = openFloor()
  floor.does('counter-1', receive('slow', 'SIM-02'), demand('slow'), receive('now'), verify('now'))
  floor.does('counter-1', receive('runs', 'SIM-02'))
  for (const day of [tomorrow, addDays(today, 2), addDays(today, 3)]) {
    floor.at('10:00', day)
    expect(list(floor)).toEqual(['runs: 12월 2일(수)까지', 'now: 불산입', 'slow: 보완 중'])
    expect(floor.sees('supervisor', { of: 'overview' }).cases.dueToday).toBe(0)
  }
})

test('a case that is overdue since today says its hour, later its day; one whose result was told only where it stands', () => {
  const floor = openFloor()
  floor.does('counter-1', receive('k'), receive('told'))
  floor.at('14:30').does('counter-1', ...untilNotice('told'))
  expect(list(floor)).toEqual(['k: 12:00 지남', 'told: 통지됨'])
  floor.does('counter-1', { type: 'awaitPickup', case: 'told' })
  floor.at('14:30', tomorrow)
  expect(list(floor)).toEqual(['k: 11월 24일(화) 지남', 'told: 교부 대기'])
})

test('a case that was overdue before its clock stood is overdue still', () => {
  const floor = openFloor()
  floor.does('counter-1', receive('k'))
  floor.at('09:00', tomorrow).does('counter-1', verify('k'))
  expect(list(floor.at('10:00', addDays(today, 2)))).toEqual(['k: 11월 24일(화) 지남 · 불산입'])
})

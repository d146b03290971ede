import { expect, test } from 'vitest'
import type { LineView } from '../../domain/views/view-line.ts'
import { trayItems } from '../../renderer/supervisor/tray-items.ts'
import { ko } from '../../renderer/text/ko.ts'
import { supervisorKo } from '../../renderer/text/ko/supervisor.ts'
import { issue, openFloor, paper, receive, serve, untilNotice, type Floor } from '../support/floor.ts'

/** What waits for the supervisor, as the tray of the overview says it. */
function tray(floor: Floor, line?: LineView): string[] {
  const view = floor.sees('supervisor', { of: 'overview' }, line && { line })
  return trayItems(view, floor.now, {
    words: ko,
    own: supervisorKo,
    language: 'ko',
    caseName: (_, title) => title,
  }).map((i) => `${i.kind}: ${i.title}`)
}

test('open cases whose period nobody has confirmed wait for the supervisor until their result is told', () => {
  const floor = openFloor()
  floor.does('counter-1', receive('days', 'SIM-02'), receive('unknown', 'SIM-03'), receive('other', 'SIM-03'))
  expect(tray(floor)).toEqual(['미확정: 처리기간 미확정 2건'])
  floor.does('counter-1', ...untilNotice('unknown'))
  expect(tray(floor)).toEqual(['미확정: 처리기간 미확정 1건'])
})

test('a case whose result was told late waits for the supervisor no more', () => {
  const floor = openFloor()
  floor.does('counter-1', receive('k'))
  expect(tray(floor.at('17:00'))).toEqual(['기한 지남: 기한 지난 민원 1건'])
  floor.does('counter-1', ...untilNotice('k'))
  expect(tray(floor)).toEqual([])
  floor.does('counter-1', { type: 'awaitPickup', case: 'k' })
  expect(tray(floor)).toEqual([])
})

test('a number on hold is in the list of the supervisor, and waits for them once nobody sits at its counter', () => {
  const floor = openFloor()
  issue(floor, 'a')
  serve(floor, 'counter-1', 'v')
  floor.does('counter-1', { type: 'holdVisit', visit: 'v', reason: 'fillingForm' })
  const { held } = floor.at('09:12').sees('supervisor', { of: 'overview' })
  expect(held).toMatchObject([{ label: paper(1), counter: { number: 1 }, since: floor.now - 12 * 60_000 }])
  expect(tray(floor)).toEqual([])
  floor.does('counter-1', { type: 'signOut' })
  expect(tray(floor)).toEqual(['보류 남음: 가 001 · 창구 1'])
  floor.does('counter-2', { type: 'takeOverVisit', visit: 'w', held: 'v' })
  expect(tray(floor)).toEqual([])
  expect(floor.sees('supervisor', { of: 'overview' }).held).toEqual([])
})

test('a counter that has not come back to a hall that was started anew waits for the supervisor', () => {
  const floor = openFloor()
  floor.does('counter-2', { type: 'signOut' })
  const line: LineView = { state: 'online', since: floor.now - 15_000, lastNewsAt: floor.now, unsent: 0 }
  expect(tray(floor, line)).toEqual(['연결 끊김: 창구 1 · 담당자'])
})

import { expect, onTestFinished, test } from 'vitest'
import type { Event } from '../../../domain/hall.ts'
import type { Entry } from '../../../domain/record/log.ts'
import { openRecord } from '../../../domain/record/record.ts'
import { hallToJson } from '../../../domain/state.ts'
import { entry, happened, morning, newFolder, openLogIn } from '../../support/record.ts'

const figures = {
  received: 0,
  closed: 0,
  onTime: 0,
  late: 0,
  noDue: 0,
  extended: 0,
  refused: 0,
  overdue: 0,
  toldLate: 0,
}
const checked: Event = { type: 'monthChecked', at: morning, by: { machine: 'supervisor' }, month: '2026-11', figures }

/** The state of a counter that has heard messages one after the other. */
function stateAfter(...messages: Entry[][]): string {
  const { log } = openLogIn(newFolder(onTestFinished), 'counter-1')
  onTestFinished(() => log.close())
  const record = openRecord(log)
  for (const entries of messages) {
    record.stage(entries)
    record.commit()
  }
  return hallToJson(record.hall)
}

test('[S10] a counter with an act that the hall hears after the check of its month has the state of the hall', () => {
  const act = (place: number | null) => entry('counter-1', 1, place, happened.received('k'))
  const check = entry('supervisor', 1, 1, checked)
  const inOrder = stateAfter([check], [act(2)])
  expect(stateAfter([act(null)], [check], [act(2)])).toBe(inOrder)
  expect(inOrder).toContain('"touched":true')
})

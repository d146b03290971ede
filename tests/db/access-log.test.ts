import { expect, onTestFinished, test } from 'vitest'
import { accessQueries, openAccessLog } from '../../db/access-log.ts'
import type { Event } from '../../domain/hall.ts'
import { entry, happened, morning, newFolder, openLogIn } from '../support/record.ts'

const shown = (at: number, clerk: string): Event => ({
  ...{ type: 'caseShown', at, by: { machine: 'counter-1', clerk }, about: 'k', part: 'case' },
})

test('the accesses of a time are found by the index on it, oldest first, and acts by person and case', () => {
  const { db, log } = openLogIn(newFolder(onTestFinished), 'hall')
  onTestFinished(() => log.close())
  log.append(
    [
      entry('counter-1', 1, 1, happened.received('k')),
      entry('counter-1', 2, 2, shown(morning + 2, 'b')),
      entry('counter-1', 3, 3, shown(morning + 1, 'a')),
      entry('counter-1', 4, 4, happened.note('k', 5)),
      entry('counter-1', 5, 5, shown(morning + 100, 'c')),
    ],
    [],
  )
  const accesses = openAccessLog(db)
  const people = accesses.between(morning, morning + 100, ['caseShown'])
  expect([...people].map((e) => e.event.by.clerk)).toEqual(['a', 'b'])
  expect(
    accesses.actsBetween(morning, morning + 100, { clerk: 'clerk', cases: ['k'] }, 10).map((e) => e.event.type),
  ).toEqual(['noteAdded', 'caseReceived'])
  expect(accesses.actsBetween(morning, morning + 100, { machine: 'counter-2' }, 10)).toEqual([])
  const plan = db.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${accessQueries.between.replaceAll('?', "'1'")}`)
  expect(
    plan
      .all()
      .map((row) => row.detail)
      .join('\n'),
  ).toMatch(/SEARCH log USING INDEX log_at/)
})

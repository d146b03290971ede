import { expect, onTestFinished, test } from 'vitest'
import { accessQueries, openAccessLog } from '../../db/access-log.ts'
import type { Event } from '../../domain/hall.ts'
import { entry, happened, morning, newFolder, openLogIn } from '../support/record.ts'

const shown = (at: number, clerk: string): Event => ({
  type: 'caseShown',
  at,
  by: { machine: 'counter-1', clerk },
  about: 'k',
  part: 'case',
})

/** Of a case, and an access of its own sort. */
const printed = (at: number): Event => ({
  type: 'paperQueued',
  at,
  by: { machine: 'counter-1', clerk: 'clerk' },
  case: 'k',
  tenure: 1,
  act: 3,
  paper: 'p',
  nth: 1,
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
      entry('counter-1', 6, 6, printed(morning + 6)),
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
  expect(accesses.actsBetween(morning, morning + 100, {}).length).toBe(2)
  expect([0, 1, 5].map((most) => accesses.countActs(morning, morning + 100, most))).toEqual([0, 1, 2])
  expect(accesses.countActs(morning, morning + 5, 5)).toBe(1)
  expect([1, 2, 3].map((nth) => accesses.edgeOfActs(morning, morning + 100, nth))).toEqual([
    ...[morning + 5, morning],
    undefined,
  ])
  const planOf = (query: string) =>
    db
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${query.replaceAll(/\?|@\w+/g, "'1'")}`)
      .all()
      .map((row) => row.detail)
      .join('\n')
  expect(planOf(accessQueries.between)).toMatch(/SEARCH log USING INDEX log_at/)
  expect(planOf(accessQueries.acts)).toMatch(/SEARCH log USING INDEX log_at/)
  expect(planOf(accessQueries.edge)).toMatch(/^SEARCH log USING COVERING INDEX log_at[^\n]*$/m)
  expect(planOf(accessQueries.edge)).not.toMatch(/TEMP B-TREE FOR ORDER/)
  expect(planOf(accessQueries.acts)).not.toMatch(/TEMP B-TREE FOR ORDER/)
  expect(planOf(accessQueries.count)).toMatch(/SEARCH log USING COVERING INDEX log_at/)
})

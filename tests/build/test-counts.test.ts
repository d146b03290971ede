import { expect, test } from 'vitest'
import { inAll, lastLines, screenCount, unitCount } from '../../build/test-counts.ts'

const spec = (title: string, status: string, message?: string) => ({
  title,
  tests: [{ status, results: [{ ...(message && { error: { message } }) }] }],
})

test('a screen that passes at its second try is counted as passed, and named with what went wrong at first', () => {
  const suites = [
    {
      title: 'queue.spec.ts',
      specs: [spec('a ticket', 'expected'), spec('a call', 'flaky', 'no ticket\n  at line 3')],
    },
    {
      title: 'line.spec.ts',
      specs: [],
      suites: [{ title: 'offline', specs: [spec('the work goes on', 'flaky'), spec('the line', 'unexpected', 'cut')] }],
    },
  ]
  const count = screenCount({ suites, stats: { expected: 1, flaky: 2 }, errors: [] })
  expect(count).toEqual({
    passed: 3,
    failed: ['line.spec.ts › offline › the line: cut'],
    atSecondTry: ['queue.spec.ts › a call: no ticket', 'line.spec.ts › offline › the work goes on'],
  })
})

test('a test that failed is named with its file and the first line of its message, without colours', () => {
  const assertionResults = [
    { status: 'passed', fullName: 'a number' },
    { status: 'failed', fullName: 'a call', failureMessages: ['\u001B[31mError: twice\u001B[39m\n    at call.ts:3'] },
  ]
  const testResults = [{ name: '/home/hall/tests/domain/call.test.ts', status: 'failed', assertionResults }]
  expect(unitCount({ numPassedTests: 1, testResults })).toEqual({
    passed: 1,
    failed: ['tests/domain/call.test.ts › a call: Error: twice'],
  })
})

test('an error beside the screens fails, and so does a file of tests that cannot be loaded', () => {
  const stats = { expected: 1, flaky: 0 }
  const errors = [{ message: 'no browser' }]
  expect(screenCount({ suites: [], stats, errors })).toEqual({
    passed: 1,
    failed: ['screens: no browser'],
    atSecondTry: [],
  })
  const testResults = [{ name: 'tests/a.test.ts', status: 'failed', message: 'no module', assertionResults: [] }]
  expect(unitCount({ numPassedTests: 5, testResults })).toEqual({ passed: 5, failed: ['tests/a.test.ts: no module'] })
})

test('the last line has the numbers, and before it stands what failed or needed its second try', () => {
  const all = inAll([
    { passed: 1, failed: [] },
    { passed: 4764, failed: [], atSecondTry: [] },
  ])
  expect(lastLines(all)).toBe('4765 passed, 0 failed')
  expect(lastLines({ ...all, failed: ['lint'], atSecondTry: ['queue.spec.ts › a call'] })).toBe(
    'Failed: lint\nAt the second try: queue.spec.ts › a call\n4765 passed, 1 failed, 1 of the passed at the second try',
  )
})

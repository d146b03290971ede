import { expect, test } from 'vitest'
import { inAll, lastLines, screenCount, unitCount } from '../../build/test-counts.ts'

const spec = (title: string, status: string) => ({ title, tests: [{ status }] })

test('a screen that passes at its second try is counted as passed, and named', () => {
  const suites = [
    { title: 'queue.spec.ts', specs: [spec('a ticket', 'expected'), spec('a call', 'flaky')] },
    {
      title: 'line.spec.ts',
      specs: [],
      suites: [{ title: 'offline', specs: [spec('the work goes on', 'flaky'), spec('the line', 'unexpected')] }],
    },
  ]
  const count = screenCount({ suites, stats: { expected: 1, unexpected: 1, flaky: 2 }, errors: [] })
  expect(count).toEqual({
    passed: 3,
    failed: 1,
    atSecondTry: ['queue.spec.ts › a call', 'line.spec.ts › offline › the work goes on'],
  })
})

test('an error beside the screens fails, and so does a file of tests that cannot be loaded', () => {
  const stats = { expected: 1, unexpected: 0, flaky: 0 }
  expect(screenCount({ suites: [], stats, errors: ['no browser'] })).toEqual({ passed: 1, failed: 1, atSecondTry: [] })
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: ['one'] },
  ]
  expect(unitCount({ numPassedTests: 5, numFailedTests: 1, testResults })).toEqual({ passed: 5, failed: 2 })
})

test('the last line has the two numbers, and a third one only where something needed its second try', () => {
  const all = inAll([
    { passed: 1, failed: 0 },
    { passed: 4764, failed: 0, atSecondTry: [] },
  ])
  expect(lastLines(all)).toBe('4765 passed, 0 failed')
  expect(lastLines({ ...all, atSecondTry: ['queue.spec.ts › a call'] })).toBe(
    'At the second try: queue.spec.ts › a call\n4765 passed, 0 failed, 1 of the passed at the second try',
  )
})

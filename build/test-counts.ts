/** What a run of tests came to; a screen that fails once and passes when it is tried again is named. */
export type Count = { passed: number; failed: number; atSecondTry?: readonly string[] }
export type UnitReport = {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}
type Suite = { title: string; specs: { title: string; tests: { status: string }[] }[]; suites?: Suite[] }
export type ScreenReport = {
  suites: Suite[]
  stats: { expected: number; unexpected: number; flaky: number }
  errors: unknown[]
}

/** Of the report of vitest. */
export function unitCount({ numPassedTests, numFailedTests, testResults }: UnitReport): Count {
  return { passed: numPassedTests, failed: numFailedTests + testResults.filter(isUnreadable).length }
}

// A file that cannot be loaded has no tests to count, and is not to be overlooked for that.
function isUnreadable({ status, assertionResults }: UnitReport['testResults'][number]): boolean {
  return status === 'failed' && assertionResults.length === 0
}

/** Of the report of Playwright. */
export function screenCount({ suites, stats, errors }: ScreenReport): Count {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    atSecondTry: suites.flatMap((suite) => flakyIn(suite, [])),
  }
}

function flakyIn({ title, specs, suites = [] }: Suite, above: readonly string[]): string[] {
  const path = [...above, title]
  const own = specs.filter((spec) => spec.tests.some(({ status }) => status === 'flaky'))
  return [...own.map((spec) => [...path, spec.title].join(' › ')), ...suites.flatMap((suite) => flakyIn(suite, path))]
}

export const inAll = (counts: readonly Count[]): Required<Count> => ({
  passed: counts.reduce((sum, count) => sum + count.passed, 0),
  failed: counts.reduce((sum, count) => sum + count.failed, 0),
  atSecondTry: counts.flatMap((count) => count.atSecondTry ?? []),
})

/** What the run ends with: its numbers are the last line. */
export function lastLines({ passed, failed, atSecondTry }: Required<Count>): string {
  const numbers = `${passed} passed, ${failed} failed`
  if (atSecondTry.length === 0) return numbers
  const named = atSecondTry.map((name) => `At the second try: ${name}`)
  return [...named, `${numbers}, ${atSecondTry.length} of the passed at the second try`].join('\n')
}

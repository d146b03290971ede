import { stripVTControlCharacters } from 'node:util'

/** What a run of tests came to: what failed is named, and so is a screen that fails once and passes when it is tried again. */
export type Count = { passed: number; failed: readonly string[]; atSecondTry?: readonly string[] }
type UnitReport = {
  numPassedTests: number
  testResults: {
    name: string
    status: string
    message?: string
    assertionResults: { status: string; fullName: string; failureMessages?: string[] | null }[]
  }[]
}
type Spec = { title: string; tests: { status: string; results?: { error?: { message?: string } }[] }[] }
type Suite = { title: string; specs: Spec[]; suites?: Suite[] }
type ScreenReport = {
  suites: Suite[]
  stats: { expected: number; flaky: number }
  errors: { message?: string }[]
}

/** Of the report of vitest. */
export function unitCount({ numPassedTests, testResults }: UnitReport): Count {
  return { passed: numPassedTests, failed: testResults.flatMap(failedIn) }
}

// A file that cannot be loaded has no tests to count, and is not to be overlooked for that.
function failedIn({ name, status, message, assertionResults }: UnitReport['testResults'][number]): string[] {
  const file = name.replace(/^.*\/(?=tests\/)/, '')
  if (status === 'failed' && assertionResults.length === 0) return [named([file], message)]
  const failed = assertionResults.filter((test) => test.status === 'failed')
  return failed.map(({ fullName, failureMessages }) => named([file, fullName], failureMessages?.[0]))
}

/** Of the report of Playwright. */
export function screenCount({ suites, stats, errors }: ScreenReport): Count {
  const unexpected = suites.flatMap((suite) => specsIn(suite, 'unexpected', []))
  return {
    passed: stats.expected + stats.flaky,
    failed: [...unexpected, ...errors.map(({ message }) => named(['screens'], message))],
    atSecondTry: suites.flatMap((suite) => specsIn(suite, 'flaky', [])),
  }
}

function specsIn(
  { title, specs, suites = [] }: Suite,
  status: 'unexpected' | 'flaky',
  above: readonly string[],
): string[] {
  const path = [...above, title]
  const own = specs.flatMap((spec) => {
    const found = spec.tests.find((test) => test.status === status)
    return found ? [named([...path, spec.title], found.results?.[0]?.error?.message)] : []
  })
  return [...own, ...suites.flatMap((suite) => specsIn(suite, status, path))]
}

/** A test by its path, with the first line of what went wrong, without the colours of a terminal. */
function named(path: readonly string[], message: string | undefined): string {
  const [first = ''] = stripVTControlCharacters(message ?? '').split('\n', 1)
  return path.join(' › ') + (first && `: ${first}`)
}

export const inAll = (counts: readonly Count[]): Required<Count> => ({
  passed: counts.reduce((sum, count) => sum + count.passed, 0),
  failed: counts.flatMap((count) => count.failed),
  atSecondTry: counts.flatMap((count) => count.atSecondTry ?? []),
})

/** What the run ends with, so that the end of a long output tells what went wrong in it: its numbers are the last line. */
export function lastLines({ passed, failed, atSecondTry }: Required<Count>): string {
  const again = atSecondTry.length === 0 ? '' : `, ${atSecondTry.length} of the passed at the second try`
  return [
    ...failed.map((name) => `Failed: ${name}`),
    ...atSecondTry.map((name) => `At the second try: ${name}`),
    `${passed} passed, ${failed.length} failed${again}`,
  ].join('\n')
}

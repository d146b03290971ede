// Runs every check and every test, goes on after a failure, and ends with one line of numbers.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { findProgram, hasScreen } from './screen.mjs'
import { hasElectron } from './setup.mjs'

type Count = { passed: number; failed: number }
type UnitReport = {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}
type ScreenReport = { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] }

/** The tests write some thousand small databases, and wait for the disk each time: where there is room they stay in memory. */
const inMemory = memoryFolder()
const unitReport = 'out/unit.json'
const screenReport = 'out/e2e.json'

const counts = [
  // Beside each other: each of them alone leaves a core idle for a part of its time.
  ...(await Promise.all([
    check('types', 'tsc -b'),
    check('lint', 'oxlint --type-aware --deny-warnings'),
    check('format', 'oxfmt --check'),
    // The pages are built before the tests: the hall server's own ask for them.
    check('build', 'node build/build.mjs'),
  ])),
  unitTests(),
  screenTests(),
]
const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0)
if (inMemory !== undefined) rmSync(inMemory, { recursive: true, force: true })
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

function memoryFolder(): string | undefined {
  const memory = '/dev/shm'
  const needed = 4 * 1024 ** 3
  if (!existsSync(memory)) return undefined
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize < needed ? undefined : mkdtempSync(join(memory, 'changgu-tests-'))
}

/** Runs a command that takes no tests, and says at its end all that it said. */
async function check(name: string, command: string): Promise<Count> {
  const started = performance.now()
  const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'], env: environment() })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => said.push(text))
  const [status] = (await once(child, 'close')) as [number | null]
  console.log(`\n=== ${name}: ${command}\n${Buffer.concat(said).toString('utf8')}`)
  sayEnd(name, status, started)
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function unitTests(): Count {
  const reporters = `--reporter=default --reporter=json --outputFile.json=${unitReport}`
  return counted('unit', `vitest run --passWithNoTests ${reporters}`, unitReport, (report: UnitReport) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.testResults.filter(isUnreadable).length,
  }))
}

// A file that cannot be loaded has no tests to count, and is not to be overlooked for that.
function isUnreadable({ status, assertionResults }: UnitReport['testResults'][number]): boolean {
  return status === 'failed' && assertionResults.length === 0
}

function screenTests(): Count {
  const screen = hasElectron() && !hasScreen() && findProgram('xvfb-run') ? 'xvfb-run -a ' : ''
  const command = `${screen}playwright test --pass-with-no-tests --reporter=list,json`
  return counted('e2e', command, screenReport, ({ stats, errors }: ScreenReport) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
  }))
}

function counted(name: string, command: string, file: string, count: (report: never) => Count): Count {
  mkdirSync('out', { recursive: true })
  rmSync(file, { force: true })
  const isRight = run(name, command)
  const result = existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8')) as never) : { passed: 0, failed: 0 }
  // An error beside the tests, or a run without a report, fails too.
  return isRight || result.failed > 0 ? result : { ...result, failed: 1 }
}

function run(name: string, command: string): boolean {
  console.log(`\n=== ${name}: ${command}`)
  const started = performance.now()
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit', env: environment() })
  sayEnd(name, status, started)
  return status === 0
}

function sayEnd(name: string, status: number | null, started: number): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`=== ${name}: ${status === 0 ? 'passed' : 'FAILED'} (${seconds} s)`)
}

function environment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...(inMemory !== undefined && { TMPDIR: inMemory }),
    // Some hundred halls and PCs start from the same files: what Node compiled of them is kept for the next one.
    NODE_COMPILE_CACHE: resolve('node_modules/.cache/changgu'),
    PLAYWRIGHT_JSON_OUTPUT_FILE: screenReport,
    // Pictures are for eyes: `npm run e2e` takes them.
    CHANGGU_PICTURES: 'none',
  }
}

// Runs every check and every test, goes on after a failure, and ends with one line of numbers.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { electronBinary } from './electron-binary.mjs'
import { findProgram, hasScreen } from './screen.mjs'
import { inAll, lastLines, screenCount, unitCount, type Count } from './test-counts.ts'

/** The tests write some thousand small databases, and wait for the disk each time: where there is room they stay in memory. */
const inMemory = memoryFolder()
const compiled = resolve(inMemory ?? 'out', 'compiled')
const unitReport = 'out/unit.json'
const screenReport = 'out/e2e.json'

/** What each part took, for the end. */
const times: string[] = []
const all = inAll([
  check('types', 'tsc -b'),
  check('lint', 'oxlint --type-aware --deny-warnings'),
  check('format', 'oxfmt --check'),
  // The pages are built first: the hall server's own tests ask for them.
  check('build', 'node build/build.mjs'),
  unitTests(),
  screenTests(),
])
for (const folder of [compiled, inMemory]) if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
console.log(`\n${times.join(', ')}\n${lastLines(all)}`)
process.exitCode = all.failed.length > 0 ? 1 : 0

function memoryFolder(): string | undefined {
  const memory = '/dev/shm'
  const needed = 4 * 1024 ** 3
  if (!existsSync(memory)) return undefined
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize < needed ? undefined : mkdtempSync(join(memory, 'changgu-tests-'))
}

function check(name: string, command: string): Count {
  return run(name, command) ? { passed: 1, failed: [] } : { passed: 0, failed: [name] }
}

function unitTests(): Count {
  const reporters = `--reporter=default --reporter=json --outputFile.json=${unitReport}`
  return counted('unit', `vitest run --passWithNoTests ${reporters}`, unitReport, unitCount)
}

function screenTests(): Count {
  const screen = electronBinary() && !hasScreen() && findProgram('xvfb-run') ? 'xvfb-run -a ' : ''
  // The longest are played by `npm run e2e` alone: this run is to end in twenty minutes on two cores.
  const command = `${screen}playwright test --grep-invert @long --pass-with-no-tests --reporter=list,json`
  return counted('e2e', command, screenReport, screenCount)
}

function counted(name: string, command: string, file: string, count: (report: never) => Count): Count {
  mkdirSync('out', { recursive: true })
  rmSync(file, { force: true })
  const isRight = run(name, command)
  const result = existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8')) as never) : { passed: 0, failed: [] }
  // An error beside the tests, or a run without a report, fails too.
  return isRight || result.failed.length > 0 ? result : { ...result, failed: [`${name}: an error beside the tests`] }
}

function run(name: string, command: string): boolean {
  console.log(`\n=== ${name}: ${command}`)
  const started = performance.now()
  const env = {
    ...process.env,
    ...(inMemory !== undefined && { TMPDIR: inMemory }),
    // Some hundred processes load the same modules.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? compiled,
    PLAYWRIGHT_JSON_OUTPUT_FILE: screenReport,
    // Pictures are for eyes: `npm run e2e` takes them.
    CHANGGU_PICTURES: 'none',
  }
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit', env })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  times.push(`${name} ${seconds} s`)
  console.log(`=== ${name}: ${status === 0 ? 'passed' : 'FAILED'} (${seconds} s)`)
  return status === 0
}

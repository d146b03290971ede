import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { newFolder } from '../support/record.ts'

const root = resolve(import.meta.dirname, '../..')

/** A checkout with a program in it that says what it was given, before its packages are installed or after. */
function checkout(isInstalled: boolean): string {
  const folder = realpathSync(newFolder(onTestFinished))
  const build = join(root, 'build')
  cpSync(build, join(folder, 'build'), { recursive: true, filter: (path) => path === build || path.endsWith('.mjs') })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  writeFileSync(
    join(folder, 'program.ts'),
    'const given: string[] = process.argv.slice(2)\nconsole.log(given.join())\nprocess.exitCode = 3',
  )
  if (isInstalled) {
    mkdirSync(join(folder, 'node_modules'))
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), '{}')
  }
  return folder
}

const run = (folder: string, ...args: string[]) =>
  promisify(execFile)(process.execPath, [join(folder, 'build/run.mjs'), 'program.ts', ...args]).catch(
    (error: unknown) => error,
  )

test('a program of a fresh checkout says that its packages are to be installed first, and ends with 2', async () => {
  expect(await run(checkout(false), '--help')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^The packages are not installed yet: run `npm ci` here once[^\n]*\n$/),
  })
})

test('a program is given its words as they were typed, and ends with its own code', async () => {
  expect(await run(checkout(true), 'manual', '--help')).toMatchObject({
    code: 3,
    stdout: 'manual,--help\n',
    stderr: '',
  })
})

test('npm test says what it runs, and starts nothing for a word that it does not know', async () => {
  const folder = checkout(false)
  const said = (...words: string[]) =>
    promisify(execFile)(process.execPath, [join(folder, 'build/test.mjs'), ...words]).catch((error: unknown) => error)
  expect(await said('--help')).toMatchObject({
    stdout: expect.stringMatching(/types, lint, format[^]*build[^]*unit[^]*e2e/),
  })
  expect(await said('--only', 'unit')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: 'npm test takes nothing, and "--only unit" is too much. (npm test -- --help)\n',
  })
})

test('every script that is a program in TypeScript is run so', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  expect(Object.values(scripts).filter((line) => /^node \S+\.ts/.test(line))).toEqual([])
})

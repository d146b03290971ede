import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { chosen, flag, helpOf, names, readOptions, whole } from '../support/options.ts'

const options = {
  seeds: whole('how many', 20, 1, 500),
  seed: whole('the first', 7),
  only: names('which'),
  json: flag('as JSON'),
}
const read = (...args: string[]) => readOptions(options, args)

describe('the options of the programs of the tests', () => {
  test('are whole numbers, names that may be given again, and flags', () => {
    expect(read()).toEqual({ values: { seeds: 20, seed: 7, only: [], json: false } })
    expect(read('--seeds', '3', '--seed=0', '--only', '500,000', '--only', 'search, ', '--json')).toEqual({
      values: { seeds: 3, seed: 0, only: ['500,000', 'search, '], json: true },
    })
  })

  test.each(['x', '', '1.5', '1e3', '-1', '0x10', ' 1', '99999999999999999999'])('a number is not %j', (text) => {
    expect(read(`--seed=${text}`)).toEqual({ refused: `--seed must be a whole number of at least 0, not '${text}'.` })
  })

  test('a number keeps its bounds, a name has letters, and what is not known is refused in one sentence', () => {
    expect(read('--seeds=0')).toEqual({ refused: "--seeds must be a whole number from 1 to 500, not '0'." })
    expect(read('--seeds=501')).toEqual({ refused: "--seeds must be a whole number from 1 to 500, not '501'." })
    expect(read('--only=')).toEqual({ refused: '--only needs a name.' })
    expect(read('--sed', '1')).toEqual({ refused: "Unknown option '--sed'" })
    expect(read('1')).toMatchObject({ refused: expect.stringContaining("'1'") })
    expect(read('--seed')).toMatchObject({ refused: expect.stringContaining('--seed') })
  })

  test('the help names each with what it is without being given', () => {
    const help = helpOf('npm run x', options)
    expect(help).toMatch(/--seeds <number> +how many \(20\)$/m)
    expect(help).toMatch(/--only <name> +which/m)
    expect(help).toMatch(/--help/)
  })

  test('a name stands for all that have it in theirs; one that none has is refused with the names that there are', () => {
    const rows = [{ name: 'record of 10,000' }, { name: 'record of 500,000' }, { name: 'search, 129 kinds' }]
    expect(chosen(rows, [])).toEqual({ rows })
    expect(chosen(rows, ['500,000', 'search, '])).toEqual({ rows: rows.slice(1) })
    expect(chosen(rows, ['record', 'nonsuch'])).toEqual({
      refused:
        "--only 'nonsuch': no name has it in it. The names are:\n  record of 10,000\n  record of 500,000\n  search, 129 kinds",
    })
  })
})

const run = (name: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, '..', name, 'run.ts'), ...args], { encoding: 'utf8' })

test.each(['simulation', 'attack', 'bench', 'day', 'faults'])(
  'tests/%s/run.ts ends with 2 on what it does not know, without a stack',
  (name) => {
    const { status, stdout, stderr } = run(name, '--nonsuch')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^Unknown option '--nonsuch' \(npm run \w+ -- --help\)\n$/)
  },
)

test('a program says how it is called, whatever else is typed', () => {
  const { status, stdout, stderr } = run('simulation', '--nonsuch', '--help')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toMatch(/^npm run sim -- \[options\]\n[^]* --json /)
})

test('a measurement that nobody knows is not passed over', () => {
  const { status, stdout, stderr } = run('bench', '--only', 'nonsuch')
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain('\n  due dates of 10,000 open cases\n')
  expect(stderr).toMatch(/\n\(npm run bench -- --help\)\n$/)
})

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { changgu } from '../support/changgu.ts'
import { writeManual } from '../support/manual.ts'

function fileWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'changgu-file-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'queries.json'), text)
  return join(folder, 'queries.json')
}

test('the program prints what its command says, and ends with its code', () => {
  const main = join(import.meta.dirname, '../../server/changgu.ts')
  const run = (...args: string[]) => spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' })
  const help = run('--help')
  expect([help.status, help.stdout.trim()]).toEqual([0, changgu('--help').stdout])
  const wrong = run('fnid')
  expect([wrong.status, wrong.stdout, wrong.stderr.trim()]).toEqual([2, '', changgu('fnid').stderr])
})

describe('help', () => {
  test('names every command, and each command names its options', () => {
    const { status, stdout } = changgu('--help')
    expect(status).toBe(0)
    const ofManual = ['check', 'diff', 'key', 'pack', 'unpack', 'export', 'import', 'add-kinds'].map(
      (name) => `manual ${name}`,
    )
    for (const name of ['hall', 'verify', ...ofManual, 'find', 'due', 'register']) {
      expect(stdout).toContain(`  ${name} `)
      const help = changgu(...name.split(' '), '--help')
      expect([name, help.status]).toEqual([name, 0])
      expect(help.stdout).toContain(`npm run changgu -- ${name}`)
    }
    expect(changgu('find', '--help').stdout).toMatch(/--from <file>.*\n.*--json <file>.*\n.*--manual <folder>/)
    expect(changgu()).toEqual(changgu('--help'))
  })

  test('shows in the first line of a command each of its options', () => {
    const told = changgu('--help')
      .stdout.split('\n')
      .filter((line) => /^ {2}\S/.test(line))
    const names = told.map((line) => line.slice(2, 18).trim())
    expect(names.length).toBeGreaterThan(15)
    for (const name of names) {
      const [usage = '', ...lines] = changgu(...name.split(' '), '--help').stdout.split('\n')
      const options = lines.flatMap((line) =>
        line.includes('former name') ? [] : (/^ {2}--([a-z-]+)/.exec(line)?.[1] ?? []),
      )
      for (const option of options.filter((one) => one !== 'help')) expect(usage).toMatch(`--${option}`)
    }
  })

  test('of commands of two words is told by the first of them', () => {
    const { status, stdout } = changgu('manual', '--help')
    expect([status, stdout.match(/^ {2}manual /gm)?.length, stdout.match(/^ {2}\S/gm)?.length]).toEqual([0, 8, 8])
    expect(changgu('manual')).toEqual(changgu('manual', '--help'))
    expect(changgu('nothing', '--help')).toMatchObject({ status: 2, stdout: '' })
  })

  test('is pointed to when the command or the option is not known, and the exit code is 2', () => {
    expect(changgu('fnid')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('"fnid"') })
    expect(changgu('manual', 'chekc').stderr).toContain('npm run changgu -- --help')
    const option = changgu('find', '--jsno', 'x')
    expect(option).toMatchObject({ status: 2, stdout: '' })
    expect(option.stderr).toBe("Unknown option '--jsno'. (npm run changgu -- find --help)")
    expect(changgu('manual', 'check', 'one', 'two')).toMatchObject({ status: 2 })
  })

  test('is pointed to when an option is empty, as a script writes it that has no value: nothing is written here', () => {
    for (const name of ['data', 'to'])
      expect(changgu('backup', '--data', '/nowhere', `--${name}`, '')).toEqual({
        status: 2,
        stdout: '',
        stderr: `--${name} is empty: write what it is, or leave it out. (npm run changgu -- backup --help)`,
      })
    expect(changgu('manual', 'import', 'a', '--into', 'b', '--take', 'mine', '--take=')).toMatchObject({ status: 2 })
  })
})

describe('manual check', () => {
  test('says that the shipped manual has 129 kinds and no fault', () => {
    expect(changgu('manual', 'check')).toEqual({ status: 0, stdout: '129 kinds, no fault', stderr: '' })
    expect(JSON.parse(changgu('manual', 'check', '--json').stdout)).toEqual({ kinds: 129, faults: [] })
  })

  test('prints every fault of a folder on a line of its own, with the remedy, and ends with 1', () => {
    const folder = writeManual(onTestFinished, {
      'hall.yaml': (text) => text.replace('number: 2', 'number: 1'),
      'kinds/AAA-01.yaml': (text) => text.replace('category: AAA', 'category: BBB'),
    })
    const { status, stdout } = changgu('manual', 'check', folder)
    expect(status).toBe(1)
    const lines = stdout.split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/^hall\.yaml:6 counters\.1\.number — .*[가-힣].* \/ The counter number 1 stands twice/)
    expect(lines[1]).toMatch(/^kinds\/AAA-01\.yaml:6 category — .*BBB.* \/ There is no category BBB/)
    const { kinds, faults } = JSON.parse(changgu('manual', 'check', folder, '--json').stdout)
    expect(kinds).toBeNull()
    expect(faults[0]).toMatchObject({ file: 'hall.yaml', line: 6, problem: 'numberTwice' })
  })

  test('warns of a hall without an administrator, which can be read all the same', () => {
    const folder = writeManual(onTestFinished)
    const { status, stdout, stderr } = changgu('manual', 'check', folder)
    expect([status, stdout]).toEqual([0, '1 kinds, no fault'])
    expect(stderr).toMatch(/^주의 .* hall\.yaml staff — 관리자가 없습니다/)
    expect(JSON.parse(changgu('manual', 'check', folder, '--json').stdout)).toEqual({ kinds: 1, faults: [] })
  })

  test('says what to do when there is no such folder', () => {
    const { status, stderr } = changgu('manual', 'check', join(tmpdir(), 'no-such-manual'))
    expect(status).toBe(2)
    expect(stderr).toMatch(/There is no folder .*no-such-manual\. Check the path\./)
  })
})

describe('find', () => {
  test('answers every query of a file with its codes, best first', () => {
    const file = fileWith('\uFEFF[{"query":"명의이전","kind":"synonym"},{"query":"등록"},{"query":"zzzz"}]')
    const { status, stdout } = changgu('find', '--from', file)
    expect(status).toBe(0)
    const [first, many, none] = JSON.parse(stdout)
    expect(first).toEqual({ query: '명의이전', codes: ['TRN-21'] })
    expect(many.codes).toHaveLength(10)
    expect(none).toEqual({ query: 'zzzz', codes: [] })
  })

  test('searches another manual', () => {
    const folder = writeManual(onTestFinished)
    const { stdout } = changgu('find', '--json', fileWith('[{"query":"시험업"}]'), '--manual', folder)
    expect(JSON.parse(stdout)).toEqual([{ query: '시험업', codes: ['AAA-01'] }])
  })

  test('says what is wrong with its input, where, and what it must be', () => {
    expect(changgu('find', '--json', 'a', '--from', 'b').stderr).toContain('--from and --json name the same')
    expect(changgu('find', '--json', join(tmpdir(), 'no-such.json')).stderr).toMatch(
      /no-such\.json cannot be read. Check/,
    )
    const bad = [
      [changgu('find'), /A JSON file is needed/],
      [changgu('find', '--json', fileWith('[{')), /queries\.json is not JSON/],
      [changgu('find', '--json', fileWith('[{"query":1}]')), /queries\.json is of another shape at 0\.query/],
    ] as const
    for (const [{ status, stdout, stderr }, message] of bad) {
      expect([status, stdout]).toEqual([2, ''])
      expect(stderr).toMatch(message)
      expect(stderr).toContain('a JSON array of {"query": text}')
    }
  })

  test('refuses a manual with faults and says how to see them', () => {
    const folder = writeManual(onTestFinished, { 'hall.yaml': null })
    const { status, stderr } = changgu('find', '--json', fileWith('[]'), '--manual', folder)
    expect(status).toBe(2)
    expect(stderr).toContain(`manual check ${folder}`)
  })
})

describe('due', () => {
  const vectors = join(import.meta.dirname, '../domain/period/deadline-vectors.json')

  test('answers every vector with its date alone, and with --explain how it comes about', () => {
    const answers = JSON.parse(changgu('due', '--from', vectors).stdout) as { [field: string]: unknown }[]
    const explained = JSON.parse(changgu('due', '--explain', '--from', vectors).stdout) as {
      [field: string]: unknown
    }[]
    expect(answers).toHaveLength(72)
    expect(new Set(answers.flatMap(Object.keys))).toEqual(new Set(['id', 'dueAt']))
    expect(explained.map(({ id, dueAt }) => ({ id, dueAt }))).toEqual(answers)
    expect(new Set(explained.flatMap(Object.keys))).toEqual(new Set(['id', 'dueAt', 'provisional', 'steps']))
  })

  test('says that a date in a year whose calendar is not published is provisional', () => {
    const vector = { id: 'X', receivedAt: '2030-06-03T10:00:00+09:00', period: { unit: 'day', value: 7 } }
    const [answer] = JSON.parse(
      changgu('due', '--explain', '--json', fileWith(JSON.stringify({ vectors: [vector] }))).stdout,
    )
    expect(answer).toMatchObject({ dueAt: '2030-06-13T18:00:00+09:00', provisional: true })
    expect(answer.steps.filter((s: { step: string }) => s.step === 'holiday')).toMatchObject([
      { day: '2030-06-06', name: '현충일' },
      { day: '2030-06-12' },
    ])
  })
  test('says of a wrong question what is wrong, where and what to write, and answers the others', () => {
    const question = { receivedAt: '2026-03-10T10:00:00+09:00', period: { unit: 'day', value: 7 } }
    const wrong: [change: object, error: RegExp][] = [
      [
        { period: { unit: 'fortnight', value: 1 } },
        /^period\.unit "fortnight" is no unit: write one of immediate, workHour/,
      ],
      [{ period: { unit: 'day', value: -3 } }, /^period\.value -3 cannot be counted: write a whole number above 0/],
      [{ period: { unit: 'day', value: 1.5 } }, /^period\.value 1\.5 cannot be counted/],
      [{ period: { unit: 'day' } }, /^period\.value is missing/],
      [{ extension: [{ value: 0 }] }, /^extension\.0\.value 0 cannot be counted/],
      [{ extension: [{ unit: 'month', value: 1 }] }, /^extension: does not fit/],
      [
        { policy: { workingHours: '18:00-09:00' } },
        /^policy\.workingHours: must end after it begins, such as 09:00-18:00/,
      ],
      [{ policy: { workingHours: '09:00-24:59' } }, /^policy\.workingHours: must be hours of one day/],
      [{ policy: { lunch: '13:00-12:00' } }, /^policy\.lunch: must end after it begins/],
      [{ receivedAt: '2026-03-10' }, /^receivedAt: must be a moment with its offset/],
    ]
    const questions = [
      ...wrong.map(([change], i) => ({ ...question, ...change, id: `w${i}` })),
      { ...question, id: 'nulls', policy: null, extension: null, suspendedIntervals: null, extraHolidays: null },
      { ...question, id: 'unset', period: null },
    ]
    const { status, stdout, stderr } = changgu('due', '--json', fileWith(JSON.stringify({ vectors: questions })))
    expect([status, stderr]).toEqual([0, '10 of 12 questions cannot be answered: see "error" in each.'])
    const answers = JSON.parse(stdout) as { id: string; dueAt: string | null; error?: string }[]
    for (const [i, [, error]] of wrong.entries()) {
      expect(answers[i]).toMatchObject({ id: `w${i}`, dueAt: null })
      expect(answers[i]?.error).toMatch(error)
    }
    expect(answers.slice(wrong.length)).toEqual([
      { id: 'nulls', dueAt: '2026-03-18T18:00:00+09:00' },
      { id: 'unset', dueAt: null },
    ])
  })
})

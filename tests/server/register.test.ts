import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openSecrets } from '../../db/keys/secrets.ts'
import type { Event } from '../../domain/hall.ts'
import { openRecord } from '../../domain/record/record.ts'
import { openHall } from '../../server/hall.ts'
import { recordReads } from '../../server/outside-reads.ts'
import { profile } from '../simulation/fixture.ts'
import { changgu } from '../support/changgu.ts'
import { writeManual } from '../support/manual.ts'
import { entry, hallKeyIn, happened, morning, newFolder, openLogIn } from '../support/record.ts'

const day = '2026-11-24'
const span = ['--from', day, '--to', day]

const register = (...args: string[]) => changgu('register', ...args)

/** A hall with one archived and one open case. */
function hallFolder(): string {
  const folder = newFolder(onTestFinished)
  const { log } = openLogIn(folder, 'hall')
  const setUp: Event = { type: 'hallSetUp', at: morning, by: { machine: 'hall' }, profile: profile(1) }
  const petitioner = { name: '김영수', address: '서울특별시 중구 세종대로 110' }
  const received = (id: string, minutes: number) =>
    ({ ...happened.received(id), at: morning + minutes * 60_000, receiptNo: `2026-01-0000${id}` }) as Event
  const record = openRecord(log)
  record.stage([
    entry('hall', 1, 1, setUp),
    entry('counter-1', 1, 2, received('2', 5), { petitioner: { name: '=이순희' } }),
    entry('counter-1', 2, 3, received('1', 0), { petitioner }),
    entry('counter-1', 3, 4, happened.withdrawn('1', 2)),
    entry('hall', 2, 5, happened.dayClosed([], ['1'])),
  ])
  record.commit()
  log.close()
  return folder
}

test('prints the register of a hall in order of receipt, archived cases too', () => {
  const { status, stdout, stderr } = register('--data', hallFolder(), ...span, '--unmasked', '--reason', '감사 자료')
  expect(stderr).toMatch(/^unmasked, .*: 감사 자료\. The hall puts it on record/)
  expect(status).toBe(0)
  const [head, first, second] = stdout.split('\n')
  expect(head).toMatch(/^접수번호\t접수일시\t/)
  expect(first).toMatch(/^2026-01-00001\t2026-11-24 09:00\t.*김영수\t서울특별시 중구 세종대로 110\t.*\t취하\t/)
  expect(second).toMatch(/^2026-01-00002\t/)
})

test('names that were read on the computer of the hall stand in its record, once, with the reason', async () => {
  const [data, manual] = [newFolder(onTestFinished), writeManual(onTestFinished)]
  const open = () => {
    const hall = openHall(data, manual, hallKeyIn(data))
    if ('wrong' in hall) throw new Error(hall.wrong.join())
    return hall
  }
  open().close()
  const asked = [...span, '--unmasked', '--reason', ' 감사 자료 ']
  expect(register('--data', data, ...asked)).toMatchObject({ status: 0 })
  expect(register('--data', data, ...asked, '--objections', '--csv', join(data, 'a.csv'))).toMatchObject({ status: 0 })
  expect(register('--data', data, ...span)).toMatchObject({ status: 0, stderr: '' })
  const hall = open()
  onTestFinished(() => hall.close())
  // A note that nobody can read ends nothing.
  openSecrets(hall.kept.db).set('outside-read broken', 'no JSON')
  for (const _ of ['once', 'again']) {
    recordReads(hall).close()
    hall.turnNow()
    await new Promise(setImmediate)
  }
  const by = { machine: 'hall' }
  const said = { by, first: day, last: day, reason: '감사 자료' }
  expect(hall.end.record.hall.exports.toSorted((a, b) => (a.format < b.format ? -1 : 1))).toMatchObject([
    { ...said, which: 'objections', format: 'csv' },
    { ...said, which: 'petitions', format: 'text' },
  ])
})

test('masks what names a person unless a reason is given', () => {
  const rows = JSON.parse(register('--data', hallFolder(), ...span, '--json').stdout)
  expect(rows).toMatchObject([
    { name: '김*수', address: '서울특별시 중구 세종대로 ***' },
    { receiptNo: '2026-01-00002' },
  ])
})

test('writes CSV and XLSX and says where and how much', () => {
  const folder = hallFolder()
  const csv = join(folder, 'register.csv')
  expect(register('--data', folder, ...span, '--csv', csv, '--unmasked', '--reason', '감사 자료')).toMatchObject({
    status: 0,
    stdout: `${csv}: 2 lines of 민원 처리부, ${day} to ${day}`,
  })
  const text = readFileSync(csv, 'utf8')
  expect(text.startsWith('\uFEFF접수번호,')).toBe(true)
  expect(text).toContain(",'=이순희,")
  const xlsx = join(folder, 'register.xlsx')
  expect(register('--data', folder, ...span, '--xlsx', xlsx, '--objections').stdout).toContain(
    '0 lines of 이의신청처리대장',
  )
  expect(readFileSync(xlsx).subarray(0, 2).toString()).toBe('PK')
})

test('puts no register in the place of a file', () => {
  const folder = hallFolder()
  const database = readFileSync(join(folder, 'hall.db'))
  for (const format of ['--csv', '--xlsx']) {
    const asked = [...span, format, join(folder, 'hall.db'), '--unmasked', '--reason', '감사 자료']
    const { status, stderr } = register('--data', folder, ...asked)
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/^\S+hall\.db is there already, and is not overwritten/),
    ])
  }
  expect(readFileSync(join(folder, 'hall.db'))).toEqual(database)
})

test('says what is wrong, where, and what to do', () => {
  const folder = hallFolder()
  const bad = [
    [['--data', folder, '--to', day], /--from must be a day such as 2026-11-01/],
    [['--data', folder, '--from', '2026-11-31', '--to', day], /--from must be a day/],
    [
      ['--data', folder, '--from', day, '--to', '2026-11-01'],
      /--to 2026-11-01 is before --from 2026-11-24\. Change one/,
    ],
    [['--data', folder, '--from', '2024-01-01', '--to', day], /At most 366 days at once\. Choose a later --from/],
    [['--data', folder, ...span, '--json', '--csv', 'a.csv'], /Only one of --csv, --xlsx and --json/],
    [['--data', folder, ...span, '--unmasked'], /--unmasked needs --reason/],
    [['--data', folder, ...span, '--unmasked', '--reason', '900101-1234567'], /holds a 주민등록번호/],
    [['--data', folder, ...span, '--unmasked', '--mask'], /contradict/],
    [['--data', join(folder, 'none'), ...span], /There is no hall at .*none.*\. Name its data folder with --data/],
    [
      ['--data', folder, ...span, '--csv', join(folder, 'no/such.csv')],
      /no.such\.csv cannot be written: .*Name a file/,
    ],
  ] as const
  for (const [args, message] of bad) {
    const { status, stdout, stderr } = register(...args)
    expect([args, status, stdout]).toEqual([args, 2, ''])
    expect(stderr).toMatch(message)
  }
})

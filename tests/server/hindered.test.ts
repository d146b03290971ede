import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openSecrets } from '../../db/keys/secrets.ts'
import { openHall } from '../../server/hall.ts'
import { changgu } from '../support/changgu.ts'
import { writeManual } from '../support/manual.ts'
import { hallKeyIn, newFolder, openRaw } from '../support/record.ts'

// What keeps a hall from its database though it may be whole: a right, a lock, a disk.

/** A hall that was once open. */
function hallFolder() {
  const [data, manual] = [newFolder(onTestFinished), writeManual(onTestFinished)]
  const open = () => openHall(data, manual, hallKeyIn(data), { isRead: false })
  const hall = open()
  if ('wrong' in hall) throw new Error(hall.wrong.join('\n'))
  hall.close()
  return { data, manual, open, file: join(data, 'hall.db') }
}

/** As with too many open files, or with a program that holds what belongs to a database. */
function hinder(file: string): void {
  rmSync(`${file}-wal`, { force: true })
  mkdirSync(`${file}-wal`)
}

const again =
  'damaged. Start the hall again: it reads all of it first, and brings it back from its copy and its journal.'
const cannot = ' cannot be opened now (unable to open database file). See that its disk is connected and has room'

test.each([
  ['hall', []],
  ['identity', []],
  ['admin-code', []],
  ['recovery-key', ['--new']],
  ['register', ['--from', '2026-11-01', '--to', '2026-11-30']],
  ['recover-key', ['--machine', 'counter-1']],
  ['manual export', ['--to', '{new}']],
])('%s says that the database cannot be opened now, and what to do', (name, more) => {
  const { data, file } = hallFolder()
  const words = more.map((word) => word.replace('{new}', join(newFolder(onTestFinished), 'new')))
  hinder(file)
  const ran = changgu(...name.split(' '), '--data', data, ...words)
  expect(ran).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(`${file}:${cannot}`) })
})

test('a damaged page is told in a sentence wherever it lies, and so is an empty database', () => {
  const { data, file } = hallFolder()
  const whole = readFileSync(file)
  const told = new Set<string>()
  for (let at = 0; at < whole.length; at += 4096) {
    writeFileSync(file, Buffer.from(whole).fill(0x5a, at, at + 4096))
    const { status, stderr } = changgu('hall', '--data', data)
    told.add(`${status} ${/damaged/.exec(stderr)?.[0] ?? stderr}`)
  }
  expect([...told].toSorted()).toEqual(['0 ', '2 damaged'])
  truncateSync(file, 0)
  expect(changgu('hall', '--data', data)).toMatchObject({ status: 2, stderr: expect.stringContaining('only just') })
})

test('a hall whose database cannot be opened now says so and what to do, and opens when it can', () => {
  vi.spyOn(console, 'error').mockReturnValue()
  const { file, open } = hallFolder()
  hinder(file)
  expect(open()).toEqual({ wrong: [expect.stringContaining(`${file}:${cannot}`)] })
  rmSync(`${file}-wal`, { recursive: true })
  const hall = open()
  expect(hall).not.toHaveProperty('wrong')
  if ('close' in hall) hall.close()
})

test('a hall that does not open lets go of its record and its copies', () => {
  vi.spyOn(console, 'error').mockReturnValue()
  const { data, manual, open, file } = hallFolder()
  vi.useFakeTimers({ toFake: ['setInterval', 'setTimeout', 'clearInterval', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const folder = newFolder(onTestFinished)
  const yaml = join(manual, 'hall.yaml')
  const written = readFileSync(yaml, 'utf8')
  writeFileSync(yaml, written.replace('to: "18:00"', 'to: "08:00"'))
  expect(openHall(folder, manual, hallKeyIn(folder), { isRead: false })).toHaveProperty('wrong')
  expect(vi.getTimerCount()).toBe(0)
  writeFileSync(yaml, written)

  const db = openRaw(file, hallKeyIn(data))
  openSecrets(db).set('hall-identity', '{}')
  db.close()
  // Which would bring back what it was.
  rmSync(join(data, 'hall.ops'), { recursive: true })
  // Not a word of a hall that is in use.
  for (const _ of [1, 2]) expect(open()).toEqual({ wrong: [expect.stringContaining('hallId')] })
  expect(vi.getTimerCount()).toBe(0)
})

test('damage that a hall comes upon before all was read does not outlast the next start', () => {
  vi.spyOn(console, 'error').mockReturnValue()
  const { file, open } = hallFolder()
  const whole = readFileSync(file)
  const pragma = Database.prototype.pragma
  // As of a large database, whose pages are read later.
  const later = vi.spyOn(Database.prototype, 'pragma').mockImplementation(function (this: Database.Database, ...how) {
    return how[0].startsWith('quick_check') ? 'ok' : pragma.apply(this, how)
  })
  const isMetAt = (at: number) => {
    writeFileSync(file, Buffer.from(whole).fill(0x5a, at, at + 4096))
    const hall = open()
    if ('wrong' in hall) return hall.wrong.join() === `${file}: ${again}`
    hall.close()
    return false
  }
  expect(Array.from({ length: whole.length / 4096 }, (_, page) => page * 4096).some(isMetAt)).toBe(true)
  later.mockRestore()
  const hall = open()
  if ('wrong' in hall) throw new Error(hall.wrong.join())
  expect(hall.kept.recovery()).toMatchObject({ found: 'damaged' })
  hall.close()
})

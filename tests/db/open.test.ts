import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { migrations } from '../../db/migrations/migrations.ts'
import { openDatabase } from '../../db/open.ts'
import { newFolder, openLogIn, openRaw, driverKey } from '../support/record.ts'

test('what is committed is written through to the disk: WAL, and synchronous is FULL', () => {
  const { db, log } = openLogIn(newFolder(onTestFinished), 'hall')
  expect(db.pragma('synchronous', { simple: true })).toBe(2)
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
  expect(db.pragma('busy_timeout', { simple: true })).toBe(5000)
  log.close()
})

test('a database opens again, for its own machine only', () => {
  const { file, log } = openLogIn(newFolder(onTestFinished), 'counter-1')
  log.close()
  const again = openDatabase(file, 'counter-1', driverKey)
  expect(again).toHaveProperty('db')
  if ('db' in again) again.db.close()
  expect(openDatabase(file, 'counter-2', driverKey)).toEqual({ refused: 'otherMachine', found: 'counter-1' })
})

test('a database newer than the code is refused and left as it is', () => {
  const { db, file, log } = openLogIn(newFolder(onTestFinished), 'hall')
  db.pragma('user_version = 99')
  log.close()
  const before = readFileSync(file)
  expect(openDatabase(file, 'hall', driverKey)).toEqual({
    refused: 'newerDatabase',
    found: 99,
    known: migrations.length,
  })
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a file that is no database is refused and left as it is', () => {
  const file = join(newFolder(onTestFinished), 'hall.db')
  writeFileSync(file, 'a letter, not a database. '.repeat(400))
  const before = readFileSync(file)
  expect(openDatabase(file, 'hall', driverKey)).toEqual({ refused: 'notADatabase' })
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a damaged database is refused and left as it is', () => {
  const { file, log, db } = openLogIn(newFolder(onTestFinished), 'hall')
  const put = db.prepare("INSERT INTO log VALUES ('hall', ?, ?, ?, NULL)")
  for (let n = 1; n < 200; n++) put.run(n, n, JSON.stringify({ text: 'x'.repeat(300) }))
  log.close()
  const bytes = readFileSync(file)
  bytes.fill(0x5a, 4096 * 8, 4096 * 12)
  writeFileSync(file, bytes)
  expect(openDatabase(file, 'hall', driverKey)).toEqual({ refused: 'notADatabase' })
  expect(readFileSync(file).equals(bytes)).toBe(true)
})

test('the database of another program is refused and left as it is', () => {
  const file = join(newFolder(onTestFinished), 'hall.db')
  const foreign = openRaw(file)
  foreign.exec('CREATE TABLE letters (body TEXT)')
  foreign.close()
  const before = readFileSync(file)
  expect(openDatabase(file, 'hall', driverKey)).toEqual({ refused: 'notADatabase' })
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a missing folder is not made', () => {
  const folder = newFolder(onTestFinished)
  expect(() => openDatabase(join(folder, 'not-there', 'hall.db'), 'hall', driverKey)).toThrow(
    /directory does not exist/,
  )
})

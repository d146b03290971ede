import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { newDataKey } from '../../db/keys/data-key.ts'
import { openLog } from '../../db/log.ts'
import { openDatabase, openForReading } from '../../db/open.ts'
import { entry, happened, newFolder, openLogIn, testKey } from '../support/record.ts'

const canary = '나비-카나리아-7f3a'

/** A plain database as earlier versions left it, with one case in it; it was not closed. */
function plainFolder() {
  const folder = newFolder(onTestFinished)
  const file = join(folder, 'counter-1.db')
  const opened = openDatabase(file, 'counter-1', 'plain')
  if ('refused' in opened) throw new Error(opened.refused)
  const log = openLog(opened.db, 'counter-1')
  log.append([entry('counter-1', 1, null, happened.received('a'), { note: canary })], [])
  log.close()
  return { folder, file }
}

function notesIn(file: string, key: Parameters<typeof openDatabase>[2]) {
  const opened = openForReading(file, key)
  if ('refused' in opened) return opened.refused
  const notes = openLog(opened.db, 'counter-1')
    .pending()
    .map((e) => e.private?.note)
  opened.db.close()
  return notes
}

test('nothing that is kept stands in the file or its WAL in clear', () => {
  const folder = newFolder(onTestFinished)
  const { log, file } = openLogIn(folder, 'counter-1')
  log.append([entry('counter-1', 1, null, happened.received('a'), { note: canary })], [])
  for (const end of ['', '-wal']) {
    const bytes = readFileSync(file + end)
    expect(bytes.length).toBeGreaterThan(0)
    expect(bytes.includes(canary)).toBe(false)
    expect(bytes.includes('SQLite format 3')).toBe(false)
  }
  log.close()
})

test('another key opens nothing, and the file stays as it is', () => {
  const { log, file } = openLogIn(newFolder(onTestFinished), 'counter-1')
  log.close()
  const before = readFileSync(file)
  expect(openDatabase(file, 'counter-1', newDataKey())).toEqual({ refused: 'notADatabase' })
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a plain database is encrypted once, with all that is in it', () => {
  const { file } = plainFolder()
  const key = newDataKey()
  expect(readFileSync(file).includes(canary)).toBe(true)
  const opened = openDatabase(file, 'counter-1', key)
  if ('refused' in opened) throw new Error(opened.refused)
  opened.db.close()
  expect(readFileSync(file).includes(canary)).toBe(false)
  expect(existsSync(`${file}.encrypting`)).toBe(false)
  expect(notesIn(file, key)).toEqual([canary])
  expect(notesIn(file, newDataKey())).toBe('notADatabase')
})

test('an encryption that was cut short begins anew, and nothing is lost', () => {
  const { file } = plainFolder()
  writeFileSync(`${file}.encrypting`, 'half a copy')
  const key = newDataKey()
  const opened = openDatabase(file, 'counter-1', key)
  if ('refused' in opened) throw new Error(opened.refused)
  opened.db.close()
  expect(notesIn(file, key)).toEqual([canary])
})

test('a plain database that another program has open is not encrypted beside it', () => {
  const { file } = plainFolder()
  const other = new Database(file)
  other.prepare('SELECT count(*) FROM log').get()
  const key = newDataKey()
  expect(() => openDatabase(file, 'counter-1', key)).toThrow(/locked|open/)
  other.close()
  expect(notesIn(file, 'plain')).toEqual([canary])
})

test('the plain database of another machine stays as it is', () => {
  const { file } = plainFolder()
  const before = readFileSync(file)
  expect(openDatabase(file, 'counter-2', newDataKey())).toEqual({ refused: 'otherMachine', found: 'counter-1' })
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('every changed byte of a page is noticed when the database is opened', () => {
  const { log, file } = openLogIn(newFolder(onTestFinished), 'hall')
  for (let n = 1; n < 60; n++) log.append([entry('hall', n, n, happened.ticket(n))], [])
  log.close()
  const whole = readFileSync(file)
  for (const at of [20, 4096 * 2 + 7, 4096 * 3 + 4000, whole.length - 1]) {
    const spoilt = Buffer.from(whole)
    spoilt[at] = (spoilt[at] ?? 0) ^ 1
    writeFileSync(file, spoilt)
    expect([at, 'refused' in openLogAgain(file)]).toEqual([at, true])
  }
})

function openLogAgain(file: string) {
  const opened = openDatabase(file, 'hall', testKey)
  if ('db' in opened) opened.db.close()
  return opened
}

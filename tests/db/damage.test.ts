import { truncateSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import { copiesFolder, isSpoilt, nextCopy, makeCopy, soundness } from '../../db/copies/copies.ts'
import { opensAny, verifyFolder } from '../../db/copies/verify.ts'
import { newDataKey } from '../../db/keys/data-key.ts'
import { openDatabase } from '../../db/open.ts'
import { morning, newFolder, openLogIn, testKey } from '../support/record.ts'

const machine = 'counter-1'

function database() {
  const folder = newFolder(onTestFinished)
  const { file, log } = openLogIn(folder, machine)
  log.close()
  return { folder, file }
}

/** In the place of the disk: while the pages are read it says so. */
function refuseWith(code: string): void {
  const pragma = Database.prototype.pragma
  vi.spyOn(Database.prototype, 'pragma').mockImplementation(function (this: Database.Database, what, options) {
    if (what.startsWith('quick_check')) throw new Database.SqliteError('disk I/O error', code)
    return pragma.call(this, what, options)
  })
}

test.each(['SQLITE_IOERR_READ', 'SQLITE_IOERR_SHORT_READ', 'SQLITE_IOERR_CORRUPTFS', 'SQLITE_CORRUPT'])(
  'a place of the disk that cannot be read (%s) is damage, to a start and to the reading beside the work alike',
  (code) => {
    const { file } = database()
    refuseWith(code)
    expect(openDatabase(file, machine, testKey)).toEqual({ refused: 'notADatabase' })
    expect(isSpoilt(soundness(file, machine, testKey))).toBe(true)
  },
)

test.each(['SQLITE_CANTOPEN', 'SQLITE_BUSY_RECOVERY', 'SQLITE_NOMEM', 'SQLITE_READONLY_CANTINIT', 'SQLITE_IOERR_LOCK'])(
  'what says nothing of the file (%s) is no damage, to a start and to the reading beside the work alike',
  (code) => {
    const { file } = database()
    refuseWith(code)
    expect(() => openDatabase(file, machine, testKey)).toThrow('disk I/O error')
    expect(soundness(file, machine, testKey)).toBe('unread')
  },
)

test('an empty copy, as a full disk leaves it, is damaged, and no key opens it', () => {
  const { folder, file } = database()
  const path = nextCopy(copiesFolder(folder), machine, morning, 1)
  makeCopy({ file, key: testKey, machine, path })
  expect(verifyFolder(folder, testKey)).toEqual([])
  truncateSync(path, 0)
  expect(soundness(path, machine, testKey)).toBe('damaged')
  expect(verifyFolder(folder, testKey)).toMatchObject([
    { file: expect.stringContaining('copies'), problem: 'damaged', detail: 'empty: nothing is in it' },
  ])
  expect(opensAny(folder, newDataKey())).toBe(false)
  truncateSync(file, 0)
  expect(opensAny(folder, newDataKey())).toBe(false)
  expect(verifyFolder(folder, testKey)).toMatchObject([{ file: 'counter-1.db', problem: 'damaged' }, {}])
})

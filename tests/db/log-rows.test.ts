import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { record } from '../../db/migrations/0001-record.ts'
import { accessLog } from '../../db/migrations/0009-access-log.ts'
import { logRows } from '../../db/migrations/0010-log-rows.ts'

const made = () => {
  const db = new Database(':memory:')
  record.up(db)
  accessLog.up(db)
  const put = db.prepare('INSERT INTO log VALUES (?, ?, ?, ?, ?)')
  put.run('counter-2', 1, 3, '{"type":"noteAdded","at":3,"case":"k"}', '{"note":"가"}')
  put.run('hall', 1, 1, '{"type":"dayClosed","at":1}', null)
  put.run('counter-1', 2, null, 'no JSON', null)
  put.run('counter-1', 1, 2, '{"type":"noteAdded","at":2,"case":"k"}', null)
  return db
}
const rowsOf = (db: Database.Database) => db.prepare('SELECT * FROM log ORDER BY origin, origin_seq').all()

test('0010-log-rows keeps every entry of the record as it was', () => {
  const db = made()
  const before = rowsOf(db)
  logRows.up(db)
  expect(rowsOf(db)).toEqual(before)
  expect(before).toHaveLength(4)
})

test('0010-log-rows lays the record down in the hall’s order, what has no place at its end', () => {
  const db = made()
  logRows.up(db)
  expect(db.prepare('SELECT hall_seq FROM log ORDER BY rowid').pluck().all()).toEqual([1, 2, 3, null])
})

test('0010-log-rows keeps the indices of the record, and that no number and no place is given twice', () => {
  const db = made()
  const indices = () => db.prepare("SELECT name FROM sqlite_schema WHERE name LIKE 'log\\_%' ESCAPE '\\'").pluck().all()
  const before = indices()
  logRows.up(db)
  expect(new Set(indices())).toEqual(new Set(before))
  expect(before).toEqual(expect.arrayContaining(['log_unplaced', 'log_private', 'log_at']))
  const put = db.prepare('INSERT INTO log VALUES (?, ?, ?, ?, NULL)')
  expect(() => put.run('hall', 1, 9, '{}')).toThrow('UNIQUE')
  expect(() => put.run('hall', 2, 3, '{}')).toThrow('UNIQUE')
})

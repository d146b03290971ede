import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { record } from '../../db/migrations/0001-record.ts'
import { paperPdf } from '../../db/migrations/0003-paper-pdf.ts'
import { editionParts } from '../../db/migrations/0006-edition-parts.ts'
import { migrations, type Migration } from '../../db/migrations/migrations.ts'
import { migrate } from '../../db/open.ts'

const namesIn = (db: Database.Database, type: string) =>
  db.prepare<[string], string>('SELECT name FROM sqlite_schema WHERE type = ? ORDER BY name').pluck().all(type)
const version = (db: Database.Database) => db.pragma('user_version', { simple: true })

test('0001-record makes the record, the snapshots, the archive and the editions', () => {
  const db = new Database(':memory:')
  record.up(db)
  expect(namesIn(db, 'table')).toEqual(['archive', 'edition', 'log', 'meta', 'snapshot'])
  expect(namesIn(db, 'index')).toEqual(expect.arrayContaining(['archive_day', 'log_private', 'log_unplaced']))
})

test('0003-paper-pdf makes the printed papers', () => {
  const db = new Database(':memory:')
  paperPdf.up(db)
  expect(namesIn(db, 'table')).toEqual(['paper_pdf'])
})

test('0006-edition-parts makes the parts of editions on their way', () => {
  const db = new Database(':memory:')
  editionParts.up(db)
  expect(namesIn(db, 'table')).toEqual(['edition_part'])
})

test('the private parts of a case are found by their index', () => {
  const db = new Database(':memory:')
  record.up(db)
  const plan = db
    .prepare<[], { detail: string }>(
      `EXPLAIN QUERY PLAN SELECT * FROM log
        WHERE private IS NOT NULL AND json_extract(event, '$.case') = 'c' AND hall_seq <= 9`,
    )
    .all()
  expect(plan.map((step) => step.detail).join()).toContain('log_private')
})

test('what a counter forgets at a day close is found among those of which something is kept apart', () => {
  const db = new Database(':memory:')
  migrate(db, migrations)
  const plan = db
    .prepare<[], { detail: string }>(
      `EXPLAIN QUERY PLAN SELECT id, json_extract(body, '$.history[#-1].at') AS lastAt FROM archive
        WHERE what = 'case' AND private IS NOT NULL AND day <= '2026-11-21'`,
    )
    .all()
  expect(plan.map((step) => step.detail).join()).toContain('archive_private')
})

test('the published migrations count from 1, and all are applied once', () => {
  expect(migrations.map((m) => m.version)).toEqual(migrations.map((_, i) => i + 1))
  const db = new Database(':memory:')
  migrate(db, migrations)
  migrate(db, migrations)
  expect(version(db)).toBe(migrations.length)
})

const second: Migration = { version: 2, up: (db) => void db.exec('CREATE TABLE two (n)') }
const failing: Migration = {
  version: 3,
  up() {
    throw new Error('no')
  },
}

test('only what is pending is applied', () => {
  const db = new Database(':memory:')
  migrate(db, [record])
  migrate(db, [record, second])
  expect(version(db)).toBe(2)
  expect(namesIn(db, 'table')).toContain('two')
})

test('if one pending migration fails, none has happened', () => {
  const db = new Database(':memory:')
  migrate(db, [record])
  expect(() => migrate(db, [record, second, failing])).toThrow('no')
  expect(version(db)).toBe(1)
  expect(namesIn(db, 'table')).not.toContain('two')
})

test('migrations out of order are a mistake of the code', () => {
  expect(() => migrate(new Database(':memory:'), [second, record])).toThrow('migration 1 is missing or out of order')
})

import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openArchive } from '../../db/archive.ts'
import { searchForText } from '../../db/canary.ts'
import { pcRing } from '../../db/copies/copies.ts'
import { verifyFolder } from '../../db/copies/verify.ts'
import { destructionQueries, destructionsQuery } from '../../db/destroyer.ts'
import { journaledPdfs } from '../../db/journal/journaled.ts'
import { openLog } from '../../db/log.ts'
import { openMachine, type MachineData } from '../../db/machine-data.ts'
import { archivePrivate } from '../../db/migrations/0011-archive-private.ts'
import { aboutCases } from '../../db/migrations/0013-about-cases.ts'
import { migrations } from '../../db/migrations/migrations.ts'
import { migrate, openDatabase, type Db } from '../../db/open.ts'
import { openPaperPdfs } from '../../db/paper-pdfs.ts'
import type { Event } from '../../domain/hall.ts'
import type { Entry, Log } from '../../domain/record/log.ts'
import { openRecord } from '../../domain/record/record.ts'
import { driverKey, entry, happened, morning, newFolder, openLogIn, testKey } from '../support/record.ts'

/** [P7] 파기 in the database of a machine. */

const name = '김영수'
const text = `${name} 사유 `.repeat(400)
const destroyed = (...cases: string[]): Event => {
  const by = { machine: 'supervisor', clerk: 'chief' }
  return { type: 'casesDestroyed', at: morning + 1000, by, year: 2026, cases, reason: '의결 제3호' }
}
const looked = (id: string): Event => ({
  type: 'caseLookedUp',
  at: morning,
  by: { machine: 'counter-2', clerk: 'clerk' },
  about: id,
})

/** Two closed cases with all that is kept of them, and one that another machine's act was held about. */
const before: Entry[] = [
  entry('counter-1', 1, 1, happened.received('a'), { petitioner: { name }, note: text.slice(0, 1900) }),
  entry('counter-1', 2, 2, happened.received('b'), { petitioner: { name: '이순희' } }),
  entry('hall', 1, 3, looked('a'), { reasons: `${name} 요청` }),
  entry('counter-2', 1, 4, happened.held('counter-2', happened.note('a', 2, 'counter-2')), { note: name }),
  entry('counter-1', 3, 5, happened.withdrawn('a', 2), { reasons: name }),
  entry('counter-1', 4, 6, happened.withdrawn('b', 2)),
  entry('hall', 2, 7, happened.dayClosed([], ['a', 'b'])),
]
const ofA = entry('hall', 3, 8, destroyed('a'))

function take(log: Log, ...entries: Entry[]): void {
  const record = openRecord(log)
  record.stage(entries)
  record.commit()
}

/** As a version before a migration left a database. */
function asBefore(db: Db, { version }: { version: number }): void {
  db.exec(
    `DROP TRIGGER about_case_new; DROP TRIGGER about_case_again; DROP TABLE about_case; PRAGMA user_version = ${version - 1}`,
  )
}

const wholeOf = (db: Db): string =>
  JSON.stringify(
    ['log', 'archive', 'snapshot', 'set_aside', 'paper_pdf'].map((table) => db.prepare(`SELECT * FROM ${table}`).all()),
  )

test('what is kept apart of a destroyed case is gone from every table, that of others stays, and the record is sound before and after', () => {
  const folder = newFolder(onTestFinished)
  const { db, log } = openLogIn(folder, 'hall')
  take(log, ...before)
  db.prepare('INSERT INTO set_aside VALUES (1, ?, 9, NULL, ?, ?)').run(
    ...['counter-1', JSON.stringify(happened.note('a', 3)), JSON.stringify({ note: name })],
  )
  openPaperPdfs(db).keep('a', 'p', Buffer.from(`%PDF ${name}`), morning)
  openPaperPdfs(db).keep('b', 'p', Buffer.from('%PDF other'), morning)
  expect(verifyFolder(folder, driverKey)).toEqual([])
  take(log, ofA)
  expect(wholeOf(db)).not.toContain(name)
  expect(wholeOf(db)).toContain('이순희')
  expect([openPaperPdfs(db).get('a', 'p'), openPaperPdfs(db).get('b', 'p')?.madeAt]).toEqual([undefined, morning])
  expect(verifyFolder(folder, driverKey)).toEqual([])
  const archive = openArchive(db)
  expect([archive.of('a')?.destroyedAt, archive.of('b')?.destroyedAt]).toEqual([morning + 1000, undefined])
  expect([...archive.kept(2026)]).toEqual([{ year: 2026, kind: 'SIM-01', cases: 1 }])
  expect([...archive.keptOf(2026, ['SIM-01'])]).toEqual(['b'])
  log.close()
})

test('no byte of it is left in the file of the database or in its WAL, also of a plain database that was written to again and again', () => {
  const folder = newFolder(onTestFinished)
  const file = join(folder, 'hall.db')
  const found = openDatabase(file, 'hall', 'plain')
  if ('refused' in found) throw new Error(found.refused)
  const { db } = found
  const log = openLog(db, 'hall')
  take(log, ...before.slice(0, 4))
  openPaperPdfs(db).keep('a', 'p', Buffer.from(`%PDF ${text.repeat(20)}`), morning)
  db.pragma('wal_checkpoint(PASSIVE)')
  take(log, ...before.slice(4))
  expect(searchForText(name, [folder]).found.length).toBeGreaterThan(0)
  take(log, ofA)
  const searched = searchForText(name, [folder])
  expect([searched.found, searched.unreadable]).toEqual([[], []])
  expect(searchForText('이순희', [folder]).found.length).toBeGreaterThan(0)
  log.close()
})

test('a machine that hears of case and destruction in one breath keeps nothing of it', () => {
  const { db, log } = openLogIn(newFolder(onTestFinished), 'supervisor')
  take(log, ...before, ofA)
  expect(wholeOf(db)).not.toContain(name)
  expect(openArchive(db).of('a')).toMatchObject({ apart: {}, destroyedAt: morning + 1000 })
  log.close()
})

test('private parts that come after the close of their day are found as past their period, destroyed with the case, and the same as if they had been there', () => {
  const folder = newFolder(onTestFinished)
  const { db, log } = openLogIn(folder, 'hall')
  take(log, ...before.map((e) => ({ ...e, private: undefined })))
  const archive = openArchive(db)
  expect([...archive.kept(2026)]).toEqual([])
  take(log, ...before.filter((e) => e.hallSeq !== 5))
  expect([...archive.keptOf(2026, ['SIM-01'])]).toEqual(['a', 'b'])
  take(log, ...before)
  expect(archive.of('a')?.apart).toMatchObject({ '1.1': { petitioner: { name } }, '1.2': { reasons: name } })
  expect(verifyFolder(folder, driverKey)).toEqual([])
  take(log, ofA)
  take(log, ...before)
  expect(wholeOf(db)).not.toContain(name)
  expect([...archive.keptOf(2026, ['SIM-01'])]).toEqual(['b'])
  expect(verifyFolder(folder, driverKey)).toEqual([])
  log.close()
})

test('what comes later of a destroyed case, from whoever has not heard of it, is kept without its private part', () => {
  const { db, log } = openLogIn(newFolder(onTestFinished), 'hall')
  take(log, ...before, ofA)
  take(log, entry('counter-2', 2, 9, happened.note('a', 2, 'counter-2'), { note: name }))
  take(log, entry('counter-1', 1, 1, happened.received('a'), { petitioner: { name } }))
  openPaperPdfs(db).keep('a', 'p', Buffer.from(`%PDF ${name}`), morning)
  expect(log.lastHallSeq()).toBe(9)
  expect(wholeOf(db)).not.toContain(name)
  log.close()
})

test('own acts of it that wait for their place are told without it', () => {
  const { log } = openLogIn(newFolder(onTestFinished), 'counter-1')
  take(log, ...before, entry('counter-1', 5, null, happened.note('a', 3), { note: name }))
  expect(JSON.stringify(log.pending())).toContain(name)
  take(log, ofA)
  expect(log.pending()).toMatchObject([{ originSeq: 5 }])
  expect(JSON.stringify(log.pending())).not.toContain(name)
  log.close()
})

test('a record that is taken back behind a destruction knows nothing of it any more', () => {
  const { db, log } = openLogIn(newFolder(onTestFinished), 'supervisor')
  take(log, ...before, ofA)
  log.unplace(7, morning)
  openRecord(log)
  expect(openArchive(db).of('a')?.destroyedAt).toBeUndefined()
  log.close()
})

test('a destruction that an earlier version has kept and skipped is done when its database is brought to this version', () => {
  const folder = newFolder(onTestFinished)
  const { db, log } = openLogIn(folder, 'supervisor')
  take(log, ...before)
  asBefore(db, aboutCases)
  db.exec(`DROP TABLE destroyed; DROP INDEX archive_kept; PRAGMA user_version = ${archivePrivate.version}`)
  db.prepare('INSERT INTO log VALUES (?, ?, ?, ?, NULL)').run('hall', 3, 8, JSON.stringify(ofA.event))
  expect(wholeOf(db)).toContain(name)
  migrate(db, migrations)
  expect(wholeOf(db)).not.toContain(name)
  expect(openArchive(db).of('a')?.destroyedAt).toBe(morning + 1000)
  log.close()
})

test('a case whose private part an earlier version has kept out of the archive is found when its database is brought to this version', () => {
  const folder = newFolder(onTestFinished)
  const { db, log } = openLogIn(folder, 'hall')
  take(log, ...before)
  asBefore(db, aboutCases)
  db.exec("UPDATE archive SET private = NULL WHERE id = 'a'")
  migrate(db, migrations)
  expect([...openArchive(db).keptOf(2026, ['SIM-01'])]).toEqual(['a', 'b'])
  expect(verifyFolder(folder, driverKey)).toEqual([])
  log.close()
})

test('what is to be destroyed is found without reading the record: by the case, and a destruction by its sort', () => {
  const { db, log } = openLogIn(newFolder(onTestFinished), 'hall')
  const plan = (sql: string, ...given: unknown[]) =>
    db
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...given)
      .map((step) => step.detail)
      .join()
  const { acts, others } = destructionQueries
  expect(plan(acts, { cases: '[]' })).toContain('SEARCH log USING INDEX log_private')
  expect(plan(others, { cases: '[]' })).toMatch(/SEARCH log USING INDEX .*SEARCH about_case USING PRIMARY KEY/)
  expect(plan(destructionsQuery)).toMatch(/SEARCH log USING INTEGER PRIMARY KEY.*SCAN log USING COVERING INDEX log_at/)
  log.close()
})

test('verify finds what is still there of a destroyed case', () => {
  const folder = newFolder(onTestFinished)
  const { db, log } = openLogIn(folder, 'hall')
  take(log, ...before, ofA)
  db.exec(`UPDATE log SET private = '{"note":"x"}' WHERE hall_seq = 1`)
  log.close()
  expect(verifyFolder(folder, driverKey).map((f) => `${f.problem}: ${f.detail}`)).toContain('notDestroyed: a')
})

/** A PC that is killed after it has heard of a destruction; `spoil` makes its next start bring something back. */
async function afterKill(spoil: (file: string) => void): Promise<MachineData> {
  const folder = newFolder(onTestFinished)
  const pc = opened(folder)
  const others = before.filter((e) => e.event.type !== 'dayClosed')
  for (const one of others) pc.log.append([one], [])
  const pdfs = journaledPdfs(openPaperPdfs(pc.db), pc.journal)
  pdfs.keep('a', 'p', Buffer.from(`%PDF ${name}`), morning)
  expect(await pc.copies.make()).toBe(true)
  pc.log.append([entry('counter-1', 5, null, happened.note('a', 3), { note: name })], [])
  pdfs.keep('a', 'q', Buffer.from(`%PDF ${name}`), morning)
  pc.log.append([{ ...ofA, hallSeq: 7, originSeq: 2 }], [])
  const after = newFolder(onTestFinished)
  cpSync(folder, after, { recursive: true })
  pc.log.close()
  spoil(join(after, 'counter-1.db'))
  return opened(after)
}

function opened(folder: string): MachineData {
  const found = openMachine({ folder, machine: 'counter-1', key: testKey, ring: pcRing })
  if ('refused' in found) throw new Error(found.refused)
  return found
}

test.each<[string, (file: string) => void]>([
  ['a fall', () => {}],
  ['the loss of the database, which comes back from a copy of before and from the journal', (file) => rmSync(file)],
])('after %s nothing of it comes back', async (_, spoil) => {
  const pc = await afterKill(spoil)
  expect(pc.log.lastHallSeq()).toBe(7)
  expect(openArchive(pc.db).of('a')).toBeUndefined()
  expect(wholeOf(pc.db)).not.toContain(name)
  expect(pc.db.prepare("SELECT count(*) FROM paper_pdf WHERE case_id = 'a'").pluck().get()).toBe(0)
  pc.log.close()
})

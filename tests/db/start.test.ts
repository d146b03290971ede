import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { copiesFolder, copiesIn, pcRing } from '../../db/copies/copies.ts'
import { verifyFolder } from '../../db/copies/verify.ts'
import { journalFolder } from '../../db/journal/journal.ts'
import { journaledPdfs } from '../../db/journal/journaled.ts'
import { newDataKey } from '../../db/keys/data-key.ts'
import { openMachine, type MachineData } from '../../db/machine-data.ts'
import { openPaperPdfs } from '../../db/paper-pdfs.ts'
import { entry, happened, newFolder, openRaw, testKey } from '../support/record.ts'

const machine = 'counter-1'

function open(folder: string, key = testKey): MachineData {
  const opened = openMachine({ folder, machine, key, ring: pcRing })
  if ('refused' in opened) throw new Error(opened.refused)
  return opened
}

/** Own entries and news in turns, as a day brings them; every fifth own entry has got its place. */
function work({ log }: MachineData, from: number, to: number): void {
  for (let n = from; n <= to; n++) {
    log.append([entry('hall', n, n, happened.ticket(n))], [])
    log.append([entry(machine, n, null, happened.received(`case-${n}`), { note: `비고 ${n}` })], [])
  }
}

/** All that was acknowledged, row by row. */
function rowsOf({ db }: MachineData): unknown {
  const tables = ['log', 'paper_pdf', 'secret', 'edition']
  return tables.map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()])
}

/** A PC that made a copy, worked on, made another, and worked on; it was killed, not closed. */
async function killedPc(copies = 2) {
  const folder = newFolder(onTestFinished)
  const pc = open(folder)
  for (let round = 0; round < copies; round++) {
    work(pc, round * 20 + 1, round * 20 + 20)
    expect(await pc.copies.make()).toBe(true)
  }
  work(pc, copies * 20 + 1, copies * 20 + 15)
  journaledPdfs(openPaperPdfs(pc.db), pc.journal).keep('case-1', 'p', Buffer.from('%PDF'), 1)
  pc.secrets.set('device', 'key of the device')
  // What lies on the disk at this moment, with an open WAL, and with what the journal alone has.
  const after = newFolder(onTestFinished)
  cpSync(folder, after, { recursive: true })
  pc.log.write()
  const rows = rowsOf(pc)
  pc.log.close()
  return { folder: after, file: join(after, `${machine}.db`), rows }
}

const spoil = (path: string, from: number, to: number): void => {
  const bytes = readFileSync(path)
  writeFileSync(path, bytes.fill(0x5a, from, to))
}
const set = (file: string) => readdirSync(join(file, '..')).filter((name) => /\.corrupt-\w+$/.test(name))

test('after a kill nothing is missing, and nothing is reported', async () => {
  const { folder, rows } = await killedPc()
  const pc = open(folder)
  expect(rowsOf(pc)).toEqual(rows)
  expect(pc.recovery()).toBeUndefined()
  pc.log.close()
})

test.each<[string, (file: string) => void, string]>([
  ['damaged pages', (file) => spoil(file, 4096 * 2, 4096 * 5), 'damaged'],
  ['a damaged head', (file) => spoil(file, 0, 100), 'damaged'],
  ['a file cut in half', (file) => truncateSync(file, Math.floor(readFileSync(file).length / 8192) * 4096), 'damaged'],
  ['an empty file', (file) => truncateSync(file, 0), 'missing'],
  ['a file that is gone', (file) => rmSync(file), 'missing'],
])('%s: the file is kept aside, and every acknowledged row is back', async (what, damage, found) => {
  const { folder, file, rows } = await killedPc()
  // The WAL is in the file first, so that the damage meets what counts.
  const whole = openRaw(file)
  whole.pragma('wal_checkpoint(TRUNCATE)')
  whole.close()
  damage(file)
  const pc = open(folder)
  expect(rowsOf(pc)).toEqual(rows)
  expect(pc.recovery()).toMatchObject({
    found,
    entries: 30,
    damaged: 0,
    isWhole: true,
    copy: { part: expect.any(Number) },
  })
  expect(set(file).length).toBe(what === 'a file that is gone' ? 0 : 1)
  pc.recoverySeen()
  pc.log.close()
  const again = open(folder)
  expect(again.recovery()).toBeUndefined()
  expect(rowsOf(again)).toEqual(rows)
  again.log.close()
})

test('a WAL that was taken away is noticed, and what it held comes back from the journal', async () => {
  const { folder, file, rows } = await killedPc()
  for (const end of ['-wal', '-shm']) rmSync(file + end)
  const pc = open(folder)
  expect(rowsOf(pc)).toEqual(rows)
  expect(pc.recovery()).toMatchObject({ found: 'incomplete', isWhole: true })
  pc.log.close()
})

test('a place of the journal that is empty is told, also where the WAL is gone too, and what stands behind it comes back', async () => {
  const { folder, file, rows } = await killedPc()
  for (const end of ['-wal', '-shm']) rmSync(file + end)
  const journal = journalFolder({ folder, machine })
  const part = join(journal, readdirSync(journal).toSorted().at(-1) ?? '')
  const bytes = readFileSync(part)
  const middle = Math.floor(bytes.lastIndexOf(10) / 2)
  writeFileSync(part, bytes.fill(0, middle, middle + 30))
  const pc = open(folder)
  expect(pc.recovery()).toMatchObject({ found: 'incomplete', damaged: 1, isWhole: false })
  const has = (seq: number) =>
    pc.db.prepare('SELECT count(*) FROM log WHERE origin = ? AND origin_seq = ?').pluck().get('hall', seq)
  expect([has(41), has(55)]).toEqual([1, 1])
  expect(rowsOf(pc)).not.toEqual(rows)
  pc.log.close()
})

test('without any copy all comes back from the journal alone', async () => {
  const { folder, file, rows } = await killedPc(0)
  rmSync(file)
  const pc = open(folder)
  expect(rowsOf(pc)).toEqual(rows)
  expect(pc.recovery()).toMatchObject({ found: 'missing', entries: 30, isWhole: true })
  pc.log.close()
})

test('a key that was dropped after the last copy does not come back with it', async () => {
  const folder = newFolder(onTestFinished)
  const pc = open(folder)
  pc.secrets.set('device', 'key of the device')
  pc.secrets.set('code', 'used up')
  work(pc, 1, 1)
  await pc.copies.make()
  pc.secrets.drop('code')
  pc.log.close()
  rmSync(join(folder, `${machine}.db`))
  const again = open(folder)
  expect(again.recovery()).toMatchObject({ found: 'missing', isWhole: true })
  expect([again.secrets.get('device'), again.secrets.get('code')]).toEqual(['key of the device', undefined])
  again.log.close()
})

test('where the newest copies are damaged too, an older one is carried on by the journal', async () => {
  const { folder, file, rows } = await killedPc(3)
  const [newest, second, third] = copiesIn(copiesFolder(folder), machine)
  for (const copy of [newest, second]) spoil(copy?.path ?? '', 4096, 8192)
  spoil(file, 0, 4096)
  const pc = open(folder)
  expect(rowsOf(pc)).toEqual(rows)
  expect(pc.recovery()).toMatchObject({ copy: { name: third?.name }, isWhole: true })
  pc.log.close()
})

test('a line torn off at the end was never acknowledged; a damaged one before it is counted, and what follows waits', async () => {
  const { folder, file } = await killedPc(1)
  const ops = journalFolder({ folder, machine })
  const path = join(ops, readdirSync(ops).toSorted().at(-1) ?? '')
  const lines = readFileSync(path, 'latin1').split('\n')
  writeFileSync(path, lines.join('\n').slice(0, -9), 'latin1')
  rmSync(file)
  const torn = open(folder)
  expect(torn.recovery()).toMatchObject({ damaged: 0, isWhole: true })
  torn.log.close()

  const middle = lines.with(10, 'AAAA')
  writeFileSync(path, middle.join('\n'), 'latin1')
  rmSync(file)
  const pc = open(folder)
  const recovery = pc.recovery()
  expect(recovery).toMatchObject({ damaged: 1, isWhole: false })
  const own = pc.db.prepare("SELECT origin_seq FROM log WHERE origin = 'counter-1' ORDER BY 1").pluck().all()
  expect(own).toEqual(Array.from(own, (__, i) => i + 1))
  pc.log.close()
})

test('another key opens nothing and moves nothing, also where the database is damaged', async () => {
  const { folder, file } = await killedPc(1)
  const before = readdirSync(folder).toSorted()
  expect(openMachine({ folder, machine, key: newDataKey(), ring: pcRing })).toEqual({ refused: 'otherKey' })
  spoil(file, 0, 4096)
  expect(openMachine({ folder, machine, key: newDataKey(), ring: pcRing })).toEqual({ refused: 'otherKey' })
  expect(
    readdirSync(folder)
      .filter((name) => !name.endsWith('.lock'))
      .toSorted(),
  ).toEqual(before.filter((name) => !name.endsWith('.lock')))
})

test('a readable database in the place of an encrypted one is not taken for it', async () => {
  const { folder, file, rows } = await killedPc()
  for (const end of ['', '-wal', '-shm']) rmSync(file + end)
  const planted = openRaw(file, 'plain')
  planted.exec('CREATE TABLE log (x)')
  planted.close()
  const pc = open(folder)
  expect(rowsOf(pc)).toEqual(rows)
  expect(set(file)).toHaveLength(1)
  pc.log.close()
})

test('the data of a machine are open in one process at a time', () => {
  const folder = newFolder(onTestFinished)
  const pc = open(folder)
  expect(openMachine({ folder, machine, key: testKey, ring: pcRing })).toEqual({ refused: 'inUse' })
  pc.log.close()
  open(folder).log.close()
})

test('before a migration the database is copied', async () => {
  const { folder, file } = await killedPc(0)
  const older = openRaw(file)
  older.pragma('user_version = 7')
  older.exec(
    'DROP TABLE chain; DROP TABLE set_aside; DROP INDEX log_at; DROP TABLE destroyed; DROP INDEX archive_kept; DROP TABLE about_case',
  )
  older.close()
  const opened = openMachine({ folder, machine, key: testKey, ring: pcRing })
  if ('refused' in opened) throw new Error(opened.refused)
  // Also what the machine that fell had in its journal alone.
  expect(opened.log.lastOriginSeq(machine)).toBe(15)
  opened.log.close()
  const [copy] = copiesIn(copiesFolder(folder), machine)
  const db = openRaw(copy?.path ?? '')
  expect(db.pragma('user_version', { simple: true })).toBe(7)
  db.close()
})

test('verify finds damaged copies and lines of the journal beside the database', async () => {
  const { folder } = await killedPc(1)
  expect(verifyFolder(folder, testKey)).toEqual([])
  spoil(copiesIn(copiesFolder(folder), machine)[0]?.path ?? '', 4096, 4200)
  const ops = journalFolder({ folder, machine })
  const path = join(ops, readdirSync(ops).toSorted().at(-1) ?? '')
  writeFileSync(path, readFileSync(path, 'latin1').split('\n').with(3, 'AAAA').join('\n'), 'latin1')
  expect(verifyFolder(folder, testKey)).toMatchObject([
    { file: 'counter-1.ops', problem: 'damaged', detail: expect.stringContaining('1 of') },
    { file: expect.stringContaining('copies'), problem: 'damaged' },
  ])
})

test('a database that cannot be opened now is not taken for a damaged one: the start throws, and the next one has it', async () => {
  const { folder } = await killedPc()
  open(folder).log.close()
  const before = readdirSync(folder)
  const wal = join(folder, `${machine}.db-wal`)
  rmSync(wal, { force: true })
  mkdirSync(wal)
  expect(() => open(folder)).toThrow(/unable to open/)
  rmSync(wal, { recursive: true })
  expect(readdirSync(folder)).toEqual(before.filter((name) => name !== `${machine}.db-wal`))
  const again = open(folder)
  expect(again.recovery()).toBeUndefined()
  again.log.close()
})

test('a newest copy that cannot be read now is passed over with its cause, and the journal brings what it had beside the older one', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { folder, file, rows } = await killedPc()
  const [newest, older] = copiesIn(copiesFolder(folder), machine)
  mkdirSync(`${newest?.path ?? ''}-wal`)
  spoil(file, 0, 4096)
  const pc = open(folder)
  expect(pc.recovery()).toMatchObject({ found: 'damaged', isWhole: true, copy: { name: older?.name } })
  expect(rowsOf(pc)).toEqual(rows)
  expect(said).toHaveBeenCalledExactlyOnceWith(
    expect.stringMatching(/^counter-1: a copy cannot be read now and is passed over: SQLITE_CANTOPEN/),
  )
  pc.log.close()
})

test('where no copy can be read now, a start waits rather than going on from the journal alone', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const { folder, file, rows } = await killedPc()
  const copies = copiesIn(copiesFolder(folder), machine)
  for (const { path } of copies) mkdirSync(`${path}-wal`)
  rmSync(file)
  expect(() => open(folder)).toThrow(/unable to open/)
  for (const { path } of copies) rmSync(`${path}-wal`, { recursive: true })
  const pc = open(folder)
  expect(pc.recovery()).toMatchObject({ found: 'missing', isWhole: true, copy: { name: copies[0]?.name } })
  expect(rowsOf(pc)).toEqual(rows)
  pc.log.close()
})

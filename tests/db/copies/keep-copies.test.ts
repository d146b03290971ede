import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { copiesIn, hallRing, makeCopy, nextCopy, ringIn } from '../../../db/copies/copies.ts'
import { endDiagnostics, keepDiagnostics } from '../../../db/diagnostics.ts'
import { journalParts } from '../../../db/journal/journal.ts'
import { openMachine, type MachineData } from '../../../db/machine-data.ts'
import { hallCopies } from '../../../server/hall-copies.ts'
import { hallIdentity } from '../../../server/identity.ts'
import { entry, happened, newFolder, openRaw, testKey } from '../../support/record.ts'

function open(folder: string, changed = () => {}): MachineData {
  const kept = openMachine({ folder, machine: 'hall', key: testKey, ring: hallRing, changed })
  if ('refused' in kept) throw new Error(kept.refused)
  onTestFinished(() => (kept.db.open ? kept.log.close() : undefined))
  return kept
}

/** The data of a hall, open for work; complaints are not printed. */
function hall(changed = () => {}) {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const folder = newFolder(onTestFinished)
  const kept = open(folder, changed)
  const tell = (n: number) => kept.log.append([entry('hall', n, n, happened.ticket(n))], [])
  return { folder, kept, tell }
}

/** The time at which the clock stands from now on, but for what a test adds. */
function stoppedClock(): number {
  const at = Date.now()
  vi.useFakeTimers({ toFake: ['Date'], now: at })
  onTestFinished(() => void vi.useRealTimers())
  return at
}

/** The newest copy in the folder, as it is told. */
function newestIn(folder: string): { at: number; bytes: number } | undefined {
  const [newest] = ringIn(join(folder, 'copies'), 'hall')
  return newest && { at: newest.at, bytes: newest.bytes }
}

function writeLongAgo(path: string): void {
  writeFileSync(path, '')
  utimesSync(path, 1, 1)
}

test('without writes no copy is made; with writes one, which has what was written', async () => {
  const { folder, kept, tell } = hall()
  expect(await kept.copies.make()).toBe(true)
  expect(kept.copies.status()).toEqual({ count: 0 })
  tell(1)
  const from = Date.now()
  expect(await kept.copies.make()).toBe(true)
  const [made] = copiesIn(join(folder, 'copies'), 'hall')
  expect(kept.copies.status()).toEqual({ count: 1, last: { at: made?.at, bytes: made?.bytes } })
  expect(made?.at).toBeGreaterThanOrEqual(from)
  expect(made?.at).toBeLessThanOrEqual(Date.now())
  expect(made?.bytes).toBe(statSync(made?.path ?? '').size)
  await kept.copies.make()
  expect(copiesIn(join(folder, 'copies'), 'hall')).toEqual([made])
})

test('a copy that a command makes in the folder counts, and is told as one that was made here', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const told = vi.fn<() => void>()
  const { folder, kept, tell } = hall(told)
  tell(1)
  kept.log.write()
  const copies = join(folder, 'copies')
  const task = { file: join(folder, 'hall.db'), key: testKey, machine: 'hall' }
  makeCopy({ ...task, path: nextCopy(copies, 'hall', Date.parse('2026-11-24T09:00:00Z'), 1) })
  const { count, last } = kept.copies.status()
  expect([count, last?.at]).toEqual([1, Date.parse('2026-11-24T09:00:00Z')])
  expect(told).not.toHaveBeenCalled()
  vi.advanceTimersByTime(60_000)
  expect(told).toHaveBeenCalledTimes(1)
})

test('a copy has all that stands in the parts before its own, so each of the three newest is carried on by the journal', async () => {
  // Nothing is written into the database by the way.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const { folder, kept, tell } = hall()
  const place = { folder, machine: 'hall' }
  const parts: number[][] = []
  for (let n = 1; n <= 3; n++) {
    tell(n)
    expect(await kept.copies.make()).toBe(true)
    parts.push(journalParts(place))
  }
  tell(4)
  // Until there are as many copies as always stay, no part goes.
  expect(parts).toEqual([
    [1, 2],
    [1, 2, 3],
    [2, 3, 4],
  ])
  const copies = ringIn(join(folder, 'copies'), 'hall')
  expect(copies.map((copy) => copy.part)).toEqual([4, 3, 2])
  kept.log.close()
  for (let newer = 0; newer < 3; newer++) {
    const after = newFolder(onTestFinished)
    cpSync(folder, after, { recursive: true })
    rmSync(join(after, 'hall.db'))
    for (const { name } of copies.slice(0, newer)) rmSync(join(after, 'copies', name))
    const again = open(after)
    const copy = { name: copies[newer]?.name }
    expect(again.recovery()).toMatchObject({ found: 'missing', entries: newer + 1, isWhole: true, copy })
    expect(again.log.lastHallSeq()).toBe(4)
    again.log.close()
  }
})

test('who asks for a copy while one is made gets one that has what was written since', async () => {
  const { folder, kept, tell } = hall()
  tell(1)
  const first = kept.copies.make()
  tell(2)
  expect(await Promise.all([first, kept.copies.make()])).toEqual([true, true])
  const [newest] = copiesIn(join(folder, 'copies'), 'hall')
  const db = openRaw(newest?.path ?? '')
  expect(db.prepare('SELECT count(*) FROM log').pluck().get()).toBe(2)
  db.close()
})

test('a copy that cannot be written is told, the work goes on, and the next one ends it', async () => {
  const at = stoppedClock()
  const { folder, kept, tell } = hall()
  writeFileSync(join(folder, 'copies'), 'no folder')
  tell(1)
  expect(await kept.copies.make()).toBe(false)
  expect(kept.copies.status()).toEqual({ count: 0, failed: { at, why: expect.stringMatching(/^(EEXIST|ENOTDIR)/) } })
  tell(2)
  rmSync(join(folder, 'copies'))
  vi.setSystemTime(at + 1000)
  expect(await kept.copies.make()).toBe(true)
  expect(kept.copies.status()).toEqual({ count: 1, last: newestIn(folder) })
  expect(newestIn(folder)?.at).toBe(at + 1000)
})

test('of a copy that could not be made the cause and the place are kept, and the console names the folder and what to do', async () => {
  const { folder, kept, tell } = hall()
  const said = vi.mocked(console.error)
  keepDiagnostics({ data: folder, name: 'hall' })
  onTestFinished(endDiagnostics)
  tell(1)
  kept.log.write()
  const file = join(folder, 'hall.db')
  renameSync(file, `${file}.away`)
  expect(await kept.copies.make()).toBe(false)
  renameSync(`${file}.away`, file)
  const copies = join(folder, 'copies')
  const line = said.mock.calls.map(String).at(-1)
  expect(line).toMatch(/^hall: a copy could not be made: SQLITE_CANTOPEN \(.+:\d+:\d+\): /)
  expect(line).toContain(`: ${copies}. See that the account of this program may write there.`)
  const log = readFileSync(join(folder, 'log/hall.log'), 'utf8')
  expect(log).toMatch(/"code":"SQLITE_CANTOPEN","at":\[.*"copies\/copies\.ts:/)
  expect(log).not.toContain(folder)
})

test('a copy that is tried again and again makes no parts of a journal into which nothing is written', async () => {
  const { folder, kept, tell } = hall()
  const parts = () => journalParts({ folder, machine: 'hall' }).length
  writeFileSync(join(folder, 'copies'), 'no folder')
  tell(1)
  await kept.copies.make()
  const before = parts()
  for (let n = 0; n < 5; n++) expect(await kept.copies.make()).toBe(false)
  expect(parts()).toBe(before)
  tell(2)
  await kept.copies.make()
  expect(parts()).toBe(before + 1)
})

test('what a copy that was killed left goes an hour later, and nothing of one that is being made', async () => {
  const { folder, kept, tell } = hall()
  const copies = join(folder, 'copies')
  mkdirSync(copies)
  const old = ['', '-journal', '-wal', '-shm'].map((end) => `hall.20261129T180937797Z.2.db.making${end}`)
  for (const name of old) writeLongAgo(join(copies, name))
  // One of many gigabytes: its journal is as old as its beginning.
  const made = 'hall.20261129T190000000Z.3.db.making'
  writeFileSync(join(copies, made), '')
  writeLongAgo(join(copies, `${made}-journal`))
  tell(1)
  await kept.copies.make()
  expect(readdirSync(copies).filter((name) => name.includes('making'))).toEqual([made, `${made}-journal`])
})

test('what the ring keeps no longer is gone before the next copy is made: a disk full of copies has room again', async () => {
  const { folder, kept, tell } = hall()
  const copies = join(folder, 'copies')
  tell(1)
  await kept.copies.make()
  // Of last year, three stay at most.
  for (const n of [1, 2, 3, 4, 5, 6]) writeFileSync(join(copies, `hall.2025010${n}T000000000Z.1.db`), 'an old copy')
  const file = join(folder, 'hall.db')
  tell(2)
  renameSync(file, `${file}.away`)
  expect(await kept.copies.make()).toBe(false)
  renameSync(`${file}.away`, file)
  expect(copiesIn(copies, 'hall').filter(({ name }) => name.startsWith('hall.2025'))).toHaveLength(2)
})

test('a journal that cannot be written is told until the next part can be begun', async () => {
  const at = stoppedClock()
  const { folder, kept, tell } = hall()
  const ops = join(folder, 'hall.ops')
  renameSync(ops, `${ops}.away`)
  writeFileSync(ops, 'no folder')
  tell(1)
  await kept.copies.make()
  const failed = { at, why: expect.stringMatching(/^(EEXIST|ENOTDIR)/) }
  expect(kept.copies.status()).toEqual({ count: 1, last: newestIn(folder), failed })
  tell(2)
  rmSync(ops)
  vi.setSystemTime(at + 1000)
  await kept.copies.make()
  expect(kept.copies.status()).toEqual({ count: 2, last: newestIn(folder) })
  expect(newestIn(folder)?.at).toBe(at + 1000)
  expect(kept.log.lastHallSeq()).toBe(2)
})

test('the second place has the newest copy; a folder that is missing is told, never made, and tried again', async () => {
  const at = stoppedClock()
  const { folder, kept, tell } = hall()
  const copyTo = join(folder, 'usb')
  hallIdentity(kept.secrets, Date.now(), false)
  const copies = hallCopies({ kept, key: testKey, data: folder, copyTo, changed: () => {} })
  onTestFinished(copies.close)
  tell(1)
  await kept.copies.make()
  vi.setSystemTime(at + 1000)
  await copies.copyOut()
  expect(copies.status().second).toEqual({ failedAt: at })
  mkdirSync(copyTo)
  await copies.copyOut()
  expect(copies.status().second).toEqual({ last: newestIn(folder) })
  expect(copiesIn(copyTo, 'hall')).toMatchObject([newestIn(folder) ?? {}])
})

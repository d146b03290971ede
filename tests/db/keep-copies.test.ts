import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { copiesIn, hallRing, makeCopy, nextCopy, ownCopies, ringIn } from '../../db/copies.ts'
import { endDiagnostics, keepDiagnostics } from '../../db/diagnostics.ts'
import { journalParts } from '../../db/journal.ts'
import { openMachine } from '../../db/machine-data.ts'
import { hallCopies } from '../../server/hall-copies.ts'
import { hallIdentity } from '../../server/identity.ts'
import { entry, happened, newFolder, openRaw, testKey } from '../support/record.ts'

/** The data of a hall, open for work; complaints are not printed. */
function hall(changed = () => {}) {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const folder = newFolder(onTestFinished)
  const kept = openMachine({ folder, machine: 'hall', key: testKey, ring: hallRing, changed })
  if ('refused' in kept) throw new Error(kept.refused)
  onTestFinished(() => kept.log.close())
  const tell = (n: number) => kept.log.append([entry('hall', n, n, happened.ticket(n))], [])
  return { folder, kept, tell }
}

/** A hall by a clock that a test moves, and whose timers run by it; `work` writes and lets a quarter of an hour pass. */
function hallByClock() {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
  onTestFinished(() => void vi.useRealTimers())
  const opened = hall()
  let written = 0
  const write = () => opened.tell(++written)
  const made = () => copiesIn(join(opened.folder, 'copies'), 'hall').length
  /** Gives whether a copy was made by itself. */
  async function work(): Promise<boolean> {
    const before = made()
    write()
    vi.advanceTimersByTime(quarter)
    return vi
      .waitFor(() => expect(made()).toBe(before + 1), 5000)
      .then(
        // All of it is known by then.
        () => opened.kept.copies.make(),
        () => false,
      )
  }
  return { ...opened, write, work, goBack: (ms: number) => vi.setSystemTime(Date.now() - ms) }
}

const quarter = 15 * 60_000
const day = 24 * 60 * 60_000

test('a clock that is put back keeps no copy from being made by itself, and each is the newest there is', async () => {
  const { folder, kept, work, goBack } = hallByClock()
  for (let n = 0; n < 3; n++) expect(await work()).toBe(true)
  goBack(day)
  for (let n = 0; n < 3; n++) {
    const from = Date.now()
    expect(await work()).toBe(true)
    const { last, count } = kept.copies.status()
    expect(last?.at).toBeGreaterThan(from)
    expect(last?.at).toBeLessThanOrEqual(Date.now())
    expect(count).toBe(4 + n)
    expect(ownCopies(folder, 'hall')[0]?.at).toBe(last?.at)
  }
  // As many as the newest copies need, whatever the older ones are dated.
  const [, , third] = ringIn(join(folder, 'copies'), 'hall')
  expect(journalParts({ folder, machine: 'hall' })).toHaveLength(3)
  expect(journalParts({ folder, machine: 'hall' })[0]).toBe(third?.part)
})

test('after a clock that was ahead for an hour the copies made since are the newest, also once that hour has passed', async () => {
  const { folder, kept, work, goBack } = hallByClock()
  const isMade = [await work()]
  vi.setSystemTime(Date.now() + 4 * quarter)
  isMade.push(await work())
  goBack(4 * quarter)
  isMade.push(await work())
  expect(isMade).toEqual([true, true, true])
  const { last } = kept.copies.status()
  vi.setSystemTime(Date.now() + 8 * quarter)
  const [newest, ahead] = ownCopies(folder, 'hall')
  expect(newest?.at).toBe(last?.at)
  expect(ahead?.at).toBeGreaterThan(newest?.at ?? 0)
  const db = openRaw(newest?.path ?? '')
  expect(db.prepare('SELECT count(*) FROM log').pluck().get()).toBe(3)
  db.close()
})

test('a clock that is put ahead while a copy is made makes no later one rarer', async () => {
  const { kept, write, work } = hallByClock()
  write()
  const made = kept.copies.make()
  vi.setSystemTime(Date.now() + day)
  expect(await made).toBe(true)
  expect(await work()).toBe(true)
})

function writeLongAgo(path: string): void {
  writeFileSync(path, '')
  utimesSync(path, 1, 1)
}

test('without writes no copy is made; with writes one, which has what was written', async () => {
  const { kept, tell } = hall()
  expect(await kept.copies.make()).toBe(true)
  expect(kept.copies.status()).toEqual({ count: 0 })
  tell(1)
  expect(await kept.copies.make()).toBe(true)
  expect(kept.copies.status()).toMatchObject({ count: 1, last: { bytes: expect.any(Number) } })
  await kept.copies.make()
  expect(kept.copies.status().count).toBe(1)
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
  const { folder, kept, tell } = hall()
  writeFileSync(join(folder, 'copies'), 'no folder')
  tell(1)
  expect(await kept.copies.make()).toBe(false)
  expect(kept.copies.status()).toMatchObject({ count: 0, failed: { at: expect.any(Number) } })
  tell(2)
  rmSync(join(folder, 'copies'))
  expect(await kept.copies.make()).toBe(true)
  expect(kept.copies.status()).toEqual({ count: 1, last: expect.anything() })
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
  expect(log).toMatch(/"code":"SQLITE_CANTOPEN","at":\[.*"db\/copies\.ts:/)
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
  const { folder, kept, tell } = hall()
  const ops = join(folder, 'hall.ops')
  renameSync(ops, `${ops}.away`)
  writeFileSync(ops, 'no folder')
  tell(1)
  await kept.copies.make()
  expect(kept.copies.status()).toMatchObject({ count: 1, failed: { why: expect.any(String) } })
  tell(2)
  rmSync(ops)
  await kept.copies.make()
  expect(kept.copies.status()).toEqual({ count: 2, last: expect.anything() })
  expect(kept.log.lastHallSeq()).toBe(2)
})

test('the second place has the newest copy; a folder that is missing is told, never made, and tried again', async () => {
  const { folder, kept, tell } = hall()
  const copyTo = join(folder, 'usb')
  hallIdentity(kept.secrets, Date.now(), false)
  const copies = hallCopies({ kept, key: testKey, data: folder, copyTo, changed: () => {} })
  onTestFinished(copies.close)
  tell(1)
  await kept.copies.make()
  await copies.copyOut()
  expect(copies.status().second).toEqual({ failedAt: expect.any(Number) })
  mkdirSync(copyTo)
  await copies.copyOut()
  expect(copies.status().second).toMatchObject({ last: { at: copiesIn(copyTo, 'hall')[0]?.at } })
  expect(copies.status().second).not.toHaveProperty('failedAt')
})

import { cpSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import {
  copiesFolder,
  copiesIn,
  makeCopy,
  nextCopy,
  ownCopies,
  partsKnown,
  pcRing,
  type Copy,
} from '../../../db/copies/copies.ts'
import { makeRestored, putAside, restoreCopy } from '../../../db/copies/restore.ts'
import { journalParts } from '../../../db/journal/journal.ts'
import { openMachine, type MachineData } from '../../../db/machine-data.ts'
import { entry, happened, newFolder, openRaw, testKey } from '../../support/record.ts'

const machine = 'counter-1'
const now = Date.parse('2026-03-02T10:00:00+09:00')

function open(folder: string): MachineData {
  const opened = openMachine({ folder, machine, key: testKey, ring: pcRing })
  if ('refused' in opened) throw new Error(opened.refused)
  return opened
}

function countIn(folder: string): number {
  const pc = open(folder)
  const count = pc.db.prepare<[], number>('SELECT count(*) FROM log').pluck().get() ?? 0
  pc.log.close()
  return count
}

/** A PC with 5 entries in its copy and 10 in its database and journal, killed. */
async function killedPc(): Promise<{ folder: string; file: string }> {
  const folder = newFolder(onTestFinished)
  const pc = open(folder)
  const work = (from: number, to: number) => {
    for (let n = from; n <= to; n++) pc.log.append([entry('hall', n, n, happened.ticket(n))], [])
  }
  work(1, 5)
  expect(await pc.copies.make()).toBe(true)
  work(6, 10)
  const after = newFolder(onTestFinished)
  cpSync(folder, after, { recursive: true })
  pc.log.close()
  return { folder: after, file: join(after, `${machine}.db`) }
}

const copyIn = (folder: string) => {
  const [copy] = copiesIn(copiesFolder(folder), machine)
  if (!copy) throw new Error('there is no copy')
  return copy
}

test('a restore that ends before its last step has changed nothing', async () => {
  const { folder, file } = await killedPc()
  const made = makeRestored({ file, machine, key: testKey, copy: copyIn(folder) }, () => undefined)
  expect('refused' in made).toBe(false)
  expect(countIn(folder)).toBe(10)
})

test('a restore that ends between putting aside and its last step leaves the file in its place', async () => {
  const { folder, file } = await killedPc()
  makeRestored({ file, machine, key: testKey, copy: copyIn(folder) }, () => undefined)
  putAside(file, 'before-restore', now)
  const pc = open(folder)
  expect(pc.db.prepare('SELECT count(*) FROM log').pluck().get()).toBe(10)
  // Its WAL is with the name under which it is kept; what that held came back from the journal.
  expect(pc.recovery()).toMatchObject({ found: 'incomplete', isWhole: true })
  pc.log.close()
})

test('a filling that fails, as on a full disk, leaves the database and its name alone', async () => {
  const { folder, file } = await killedPc()
  const full = () => {
    throw new Error('ENOSPC')
  }
  expect(() => makeRestored({ file, machine, key: testKey, copy: copyIn(folder) }, full)).toThrow('ENOSPC')
  expect(readdirSync(folder).filter((name) => name.includes('before-restore'))).toEqual([])
  expect(countIn(folder)).toBe(10)
})

test('a copy of a newer version is refused before anything is moved', async () => {
  const { folder, file } = await killedPc()
  const { path: older, part } = copyIn(folder)
  const path = nextCopy(copiesFolder(folder), machine, now, part)
  makeCopy({ file: older, key: testKey, machine, path })
  const newer = openRaw(path)
  newer.pragma('user_version = 99')
  newer.close()
  const copy = copiesIn(copiesFolder(folder), machine).find((c) => c.path === path)
  if (!copy) throw new Error('the copy is not found')
  const asked = { folder, machine, key: testKey, copy, asCopied: false, now }
  expect(() => restoreCopy(asked)).toThrow('newerDatabase')
  expect(readdirSync(folder).filter((name) => /restor/.test(name))).toEqual([])
  rmSync(path)
  expect(countIn(folder)).toBe(10)
  expect(file).toMatch(/counter-1\.db$/)
})

test('a copy of while the clock was ahead is restored though newer ones are dated before it, and they are set aside', async () => {
  const { folder } = await killedPc()
  const copies = copiesFolder(folder)
  const ahead = nextCopy(copies, machine, Date.now() + 86_400_000, copyIn(folder).part - 1)
  cpSync(copyIn(folder).path, ahead)
  const later = open(folder)
  const before = ownCopies(folder, machine)
  expect(await later.copies.make('always')).toBe(true)
  expect(ownCopies(folder, machine).slice(1)).toEqual(before)
  later.log.close()
  const chosen = before.find(({ path }) => path === ahead)
  if (!chosen) throw new Error('the copy is not found')
  expect(ownCopies(folder, machine).at(-1)).toEqual(chosen)
  restoreCopy({ folder, machine, key: testKey, copy: chosen, asCopied: true, now })
  expect(ownCopies(folder, machine)).toEqual([chosen])
  const setAside = readdirSync(copies).findLast((name) => name.includes('.before-restore-')) ?? ''
  const pc = open(folder)
  expect(pc.db.prepare('SELECT count(*) FROM log').pluck().get()).toBe(5)
  // Under its own name again, it is still older than what is copied from now on.
  await pc.copies.make('always')
  renameSync(join(copies, setAside), join(copies, setAside.replace(/\.before-restore-.*/, '')))
  expect(ownCopies(folder, machine)[0]?.at).toBe(pc.copies.status().last?.at)
  pc.log.close()
  expect(countIn(folder)).toBe(5)
})

test('a restored PC has what its copy and its journal had, and as copied only what its copy had', async () => {
  const { folder } = await killedPc()
  const asked = { folder, machine, key: testKey, copy: copyIn(folder), now }
  expect(restoreCopy({ ...asked, asCopied: false })).toMatchObject({ entries: 5, damaged: 0 })
  expect(countIn(folder)).toBe(10)
  expect(restoreCopy({ ...asked, asCopied: true, now: now + 1 })).toMatchObject({ entries: 0 })
  expect(countIn(folder)).toBe(5)
})

/** A PC with as many entries as copies of its own, ended; and a copy of it from elsewhere, of so many entries. */
async function pcWithCopyElsewhere(entries: number, of: number, part: number): Promise<{ folder: string; copy: Copy }> {
  const folder = newFolder(onTestFinished)
  const elsewhere = newFolder(onTestFinished)
  const pc = open(folder)
  for (let n = 1; n <= entries; n++) {
    pc.log.append([entry('hall', n, n, happened.ticket(n))], [])
    expect(await pc.copies.make()).toBe(true)
    const path = nextCopy(elsewhere, machine, Date.now() + 1000, part)
    if (n === of) makeCopy({ file: pc.file, key: testKey, machine, path })
  }
  pc.log.close()
  const [copy] = copiesIn(elsewhere, machine)
  if (!copy) throw new Error('there is no copy')
  return { folder, copy }
}

test.each([false, true])(
  'what came from elsewhere is not lost with the database either (as copied: %s)',
  async (asCopied) => {
    const { folder, copy } = await pcWithCopyElsewhere(4, 4, 0)
    const known = partsKnown(copiesFolder(folder), machine)
    restoreCopy({ folder, machine, key: testKey, copy, asCopied, now: Date.now() })
    const [left] = ownCopies(folder, machine)
    expect(left?.part).toBeGreaterThan(Math.max(...known, ...journalParts({ folder, machine })))
    rmSync(join(folder, `${machine}.db`))
    expect(countIn(folder)).toBe(4)
    // Nor with what was written since.
    const pc = open(folder)
    pc.log.append([entry('hall', 5, 5, happened.ticket(5))], [])
    pc.log.close()
    rmSync(join(folder, `${machine}.db`))
    expect(countIn(folder)).toBe(5)
  },
)

test('of a copy from elsewhere the part says nothing: all that the journal has comes back, and later parts are higher', async () => {
  const { folder, copy } = await pcWithCopyElsewhere(4, 2, 500)
  const asked = { folder, machine, key: testKey, copy, asCopied: false, now: Date.now() }
  expect(restoreCopy(asked)).toMatchObject({ entries: 2, damaged: 0 })
  expect(countIn(folder)).toBe(4)
  expect(ownCopies(folder, machine)[0]?.part).toBeGreaterThan(500)
  expect(journalParts({ folder, machine }).at(-1)).toBeGreaterThan(501)
})

test('what keeps the copy of what was restored from being made is told, and keeps nothing from being restored', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { folder, copy } = await pcWithCopyElsewhere(4, 2, 0)
  const copies = copiesFolder(folder)
  const next = Math.max(...partsKnown(copies, machine), ...journalParts({ folder, machine })) + 1
  mkdirSync(join(`${nextCopy(copies, machine, now, next)}.making`, 'in-the-way'), { recursive: true })
  expect(restoreCopy({ folder, machine, key: testKey, copy, asCopied: true, now })).toMatchObject({ entries: 0 })
  expect(said.mock.calls.map(String).join()).toContain('what was restored has no copy of its own yet')
  expect(ownCopies(folder, machine)).toEqual([])
  expect(countIn(folder)).toBe(2)
})

test('of two copies under one part the later one is set aside when the earlier one is restored', async () => {
  const { folder } = await killedPc()
  const chosen = copyIn(folder)
  cpSync(chosen.path, nextCopy(copiesFolder(folder), machine, chosen.at + 1, chosen.part))
  restoreCopy({ folder, machine, key: testKey, copy: chosen, asCopied: false, now })
  expect(ownCopies(folder, machine)).toEqual([chosen])
})

import fs, { readdirSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { copiesIn, hallRing, keptWithin, makeCopy, nextCopy, thinOut } from '../../db/copies/copies.ts'
import { openMachine } from '../../db/machine-data.ts'
import { hallCopies } from '../../server/hall-copies.ts'
import { hallIdentity } from '../../server/identity.ts'
import { entry, happened, newFolder, testKey } from '../support/record.ts'

const disk = { free: 2 ** 40 }
const real = fs.statfsSync
const smallDisk = () => ({ bsize: 1, bavail: disk.free, blocks: 2 ** 40 }) as ReturnType<typeof real>
Object.assign(fs, { statfsSync: smallDisk })
syncBuiltinESMExports()
afterAll(() => {
  fs.statfsSync = real
  syncBuiltinESMExports()
})

const spared = 2 ** 30
const hour = 3_600_000
beforeEach(() => {
  disk.free = 2 ** 40
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

/** The data of a hall with one entry. */
function hall() {
  const folder = newFolder(onTestFinished)
  const kept = openMachine({ folder, machine: 'hall', key: testKey, ring: hallRing })
  if ('refused' in kept) throw new Error(kept.refused)
  onTestFinished(() => kept.log.close())
  kept.log.append([entry('hall', 1, 1, happened.ticket(1))], [])
  return { folder, kept }
}

test('a copy that the disk has no room for is not begun: it would take what the machine itself writes', async () => {
  const { folder, kept } = hall()
  const copies = join(folder, 'copies')
  const path = nextCopy(copies, 'hall', Date.now(), 1)
  disk.free = spared + 1000
  const task = { file: join(folder, 'hall.db'), key: testKey, machine: 'hall', path }
  expect(() => makeCopy(task)).toThrow('no room')
  expect(readdirSync(copies)).toEqual([])
  disk.free = 2 ** 40
  expect(await kept.copies.make()).toBe(true)
})

test('a ring of large copies lies wider apart where the disk is small, and still reaches back', () => {
  const now = Date.parse('2026-11-28T18:00:00+09:00')
  const bytes = 3 * 2 ** 30
  const all = Array.from({ length: 700 }, (_, i) => ({ path: '', name: `${i}`, at: now - i * hour, part: 1, bytes }))
  const kept = keptWithin(36 * 2 ** 30, hallRing, all, now)
  expect(kept.length).toBeLessThanOrEqual(12)
  expect(kept.slice(0, 3)).toEqual(all.slice(0, 3))
  expect(now - (kept.at(-1)?.at ?? now)).toBeGreaterThan(7 * 24 * hour)
  expect(keptWithin(0, hallRing, all, now)).toEqual(all.slice(0, 3))
  expect(keptWithin(2 ** 50, hallRing, all, now).length).toBeGreaterThan(60)
})

test('copies together take no more than is left free beside the next one', () => {
  const copies = newFolder(onTestFinished)
  const now = Date.now()
  for (let n = 0; n < 20; n++) writeFileSync(nextCopy(copies, 'hall', now - n * 24 * hour, 1), Buffer.alloc(1000))
  disk.free = spared + 2000
  thinOut({ copies, machine: 'hall', ring: hallRing, now, next: 1000 })
  expect(copiesIn(copies, 'hall').length).toBeLessThanOrEqual(10)
  expect(copiesIn(copies, 'hall').length).toBeGreaterThanOrEqual(5)
})

test('a PC whose copy the hall has no room for is told so, and its newest one stays', async () => {
  const { folder, kept } = hall()
  const copies = hallCopies({ kept, key: testKey, data: folder, copyTo: undefined, changed: () => {} })
  onTestFinished(copies.close)
  const left = join(folder, 'pc-copies')
  const leave = () => copies.takeIn('counter-1', Readable.from([Buffer.alloc(5000)]), 5000)
  expect([await leave(), await leave()]).toEqual(['kept', 'kept'])
  const [newest] = copiesIn(left, 'counter-1')
  disk.free = spared + 1000
  expect(await leave()).toBe('noRoom')
  expect(readdirSync(left)).toEqual([newest?.name])
})

test('a second place without room is told, and nothing half lies there', async () => {
  const { folder, kept } = hall()
  const copyTo = join(folder, 'second')
  hallIdentity(kept.secrets, Date.now(), false)
  await mkdir(copyTo)
  await kept.copies.make()
  const copies = hallCopies({ kept, key: testKey, data: folder, copyTo, changed: () => {} })
  onTestFinished(copies.close)
  disk.free = spared
  await copies.copyOut(true)
  expect(copies.status().second).toMatchObject({ failedAt: expect.any(Number) })
  expect(readdirSync(copyTo)).toEqual([])
})

test('at its end nobody waits for a copy that takes longer than there is time', async () => {
  const { kept } = hall()
  expect(await kept.copies.make()).toBe(true)
  kept.log.append([entry('hall', 2, 2, happened.ticket(2))], [])
  expect(await kept.copies.makeLast(0)).toBe(false)
  expect(kept.copies.status().count).toBe(1)
  expect(await kept.copies.makeLast(60_000)).toBe(true)
  expect(kept.copies.status().count).toBe(2)
})

import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { alwaysKept, hallRing, keptByRing, makeCopy, nextCopy, pcRing } from '../../../db/copies/copies.ts'
import { driverKey, entry, happened, newFolder, openLogIn } from '../../support/record.ts'
import { watchDisk } from '../../support/watched-disk.ts'

const minute = 60_000
const now = Date.parse('2026-11-28T10:07:00+09:00')
const every = (step: number, until: number) =>
  Array.from({ length: Math.floor(until / step) + 1 }, (_, i) => ({ at: now - i * step }))

test('of a month of quarter-hours the hall keeps quarters of 4 hours, hours of 48 hours and days of 30 days', () => {
  const kept = keptByRing(hallRing, every(15 * minute, 40 * 24 * 60 * minute), now)
  const ages = kept.map(({ at }) => (now - at) / (60 * minute))
  expect(ages.filter((h) => h <= 4)).toHaveLength(17)
  expect(ages.filter((h) => h > 4 && h <= 48).length).toBeGreaterThanOrEqual(44)
  expect(ages.filter((h) => h > 48).length).toBeGreaterThanOrEqual(27)
  expect(kept.length).toBeLessThan(100)
  expect(Math.max(...ages)).toBeLessThanOrEqual(30 * 24)
})

test('a PC keeps nothing older than 48 hours, but its newest copies whatever their age', () => {
  expect(
    keptByRing(pcRing, every(60 * minute, 100 * 60 * minute), now).every(({ at }) => now - at <= 48 * 60 * minute),
  ).toBe(true)
  const old = [{ at: now - 1e10 }, { at: now - 2e10 }, { at: now - 3e10 }, { at: now - 4e10 }]
  expect(keptByRing(pcRing, old, now)).toEqual(old.slice(0, alwaysKept))
})

test('thinning again later keeps of what was kept: no step of time loses all its copies before its age', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 * 24 * 60 }), { maxLength: 60 }), fc.nat(600), (ages, later) => {
      const copies = ages.map((m) => ({ at: now - m * minute })).toSorted((a, b) => b.at - a.at)
      const first = keptByRing(hallRing, copies, now)
      const then = now + later * minute
      const direct = new Set(keptByRing(hallRing, copies, then).map((c) => c.at))
      for (const { at } of keptByRing(hallRing, first, then)) expect(copies.some((c) => c.at === at)).toBe(true)
      // Every day that would have a copy, had nothing been thinned before, still has one until its first copy is too old.
      const day = (at: number) => Math.floor((at + 9 * 3_600_000) / 86_400_000)
      const days = new Set(keptByRing(hallRing, first, then).map((c) => day(c.at)))
      const isPast = (at: number) => copies.some((c) => day(c.at) === day(at) && then - c.at > 30 * 24 * 60 * minute)
      for (const at of [...direct].filter((one) => !isPast(one))) expect(days).toContain(day(at))
    }),
    { examples: [[[0, 0, 42_778, 0, 42_368], 423]] },
  )
})

/** A hall whose database has an entry in its WAL. */
function hall() {
  const folder = newFolder(onTestFinished)
  const { log, file } = openLogIn(folder, 'hall')
  onTestFinished(() => log.close())
  log.append([entry('hall', 1, 1, happened.ticket(1))], [])
  const copies = join(folder, 'copies')
  return { file, copies, path: nextCopy(copies, 'hall', now, 1) }
}

test('a copy gets its name after what it was made of and itself are on the disk: it is never ahead of its database', () => {
  const { file, copies, path } = hall()
  const { asked } = watchDisk(onTestFinished)
  makeCopy({ file, key: driverKey, machine: 'hall', path })
  const name = basename(path)
  expect(asked().filter((what) => !what.startsWith('close'))).toEqual([
    'fsync hall.db-wal',
    `fsync ${name}.making`,
    `name ${name}`,
    // Windows writes names through by itself.
    ...(process.platform === 'win32' ? [] : ['fsync copies']),
  ])
  expect(readdirSync(copies)).toEqual([name])
})

test('a copy that is not sound, as of the database of another machine, gets no name and leaves nothing', () => {
  const { file, copies, path } = hall()
  expect(() => makeCopy({ file, key: driverKey, machine: 'counter-1', path })).toThrow('the copy is not sound')
  expect(readdirSync(copies)).toEqual([])
})

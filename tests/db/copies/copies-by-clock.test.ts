import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { hallRing, ownCopies, ringIn } from '../../../db/copies/copies.ts'
import { restoreCopy } from '../../../db/copies/restore.ts'
import { journalParts } from '../../../db/journal/journal.ts'
import { openMachine, type MachineData } from '../../../db/machine-data.ts'
import { entry, happened, newFolder, openRaw, testKey } from '../../support/record.ts'

/** Copies of a machine whose clock is wrong for a while: by it nothing may stop, and nothing older may pass for newer. */

function open(folder: string): MachineData {
  const kept = openMachine({ folder, machine: 'hall', key: testKey, ring: hallRing })
  if ('refused' in kept) throw new Error(kept.refused)
  onTestFinished(() => (kept.db.open ? kept.log.close() : undefined))
  return kept
}

/** A hall by a clock that a test moves, and whose timers run by it; `work` writes and lets a quarter of an hour pass. */
function hallByClock() {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
  onTestFinished(() => void vi.useRealTimers())
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const folder = newFolder(onTestFinished)
  const kept = open(folder)
  let written = 0
  const write = () => kept.log.append([entry('hall', ++written, written, happened.ticket(written))], [])
  /** Gives whether a copy was made by itself. */
  async function work(): Promise<boolean> {
    write()
    vi.advanceTimersByTime(quarter)
    // One that is made now alone bears this time.
    vi.setSystemTime(Date.now() + 1000)
    expect(await kept.copies.make()).toBe(true)
    return kept.copies.status().last?.at !== Date.now()
  }
  return { folder, kept, write, work, goBack: (ms: number) => vi.setSystemTime(Date.now() - ms) }
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
  const ownAt = kept.copies.status().last?.at
  // As many as the newest copies need, whatever the older ones are dated.
  const [, , third] = ringIn(join(folder, 'copies'), 'hall')
  expect(journalParts({ folder, machine: 'hall' })).toHaveLength(3)
  expect(journalParts({ folder, machine: 'hall' })[0]).toBe(third?.part)
  // A start goes on from the newest too.
  kept.log.close()
  rmSync(kept.file)
  const again = open(folder)
  expect(again.recovery()).toMatchObject({ found: 'missing', isWhole: true, copy: { at: ownAt } })
  expect(again.log.lastHallSeq()).toBe(6)
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

test('the newest copy is restored after a clock was put back, and those before it stay in the ring', async () => {
  const { folder, kept, work, goBack } = hallByClock()
  for (let n = 0; n < 3; n++) expect(await work()).toBe(true)
  goBack(day)
  expect(await work()).toBe(true)
  kept.log.close()
  const before = ownCopies(folder, 'hall')
  const [copy] = before
  if (!copy) throw new Error('there is no copy')
  restoreCopy({ folder, machine: 'hall', key: testKey, copy, asCopied: false, now: Date.now() })
  expect(before).toHaveLength(4)
  expect(ownCopies(folder, 'hall')).toEqual(before)
})

import { statSync } from 'node:fs'
import { expect, onTestFinished, test, vi } from 'vitest'
import { pcRing } from '../../db/copies/copies.ts'
import { openMachine, type MachineData } from '../../db/machine-data.ts'
import { entry, happened, newFolder, testKey } from '../support/record.ts'

function open(folder: string): MachineData {
  const opened = openMachine({ folder, machine: 'counter-1', key: testKey, ring: pcRing })
  if ('refused' in opened) throw new Error(opened.refused)
  return opened
}

/** What another counter decided, each on a page of its own. */
const news = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) =>
    entry('counter-2', from + i, from + i, happened.received(`case-${from + i}`), { note: '비'.repeat(1500) }),
  )

test('a PC that catches up brings its WAL into the database when it has a calm moment, and not before', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const pc = open(newFolder(onTestFinished))
  const size = () => statSync(pc.file).size
  const before = size()
  pc.log.append(news(1, 1100), [])
  vi.advanceTimersByTime(900)
  pc.log.append(news(1101, 1200), [])
  vi.advanceTimersByTime(900)
  expect(size()).toBe(before)
  vi.advanceTimersByTime(2000)
  expect(size()).toBeGreaterThan(before + 1200 * 4096)
  pc.log.append(news(1201, 1201), [])
  pc.log.close()
  vi.advanceTimersByTime(10_000)
})

test('a PC whose database does not take in its WAL is not sound, says so once, and tries again until it does', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const said = vi.spyOn(console, 'error').mockReturnValue()
  const pc = open(newFolder(onTestFinished))
  const before = statSync(pc.file).size
  const refusing = vi.spyOn(pc.db, 'pragma').mockImplementation(() => {
    throw new Error('SQLITE_FULL')
  })
  pc.log.append(news(1, 1100), [])
  expect(pc.log.isSound()).toBe(true)
  vi.advanceTimersByTime(60_000)
  expect([pc.log.isSound(), said.mock.calls.length]).toEqual([false, 1])
  refusing.mockRestore()
  vi.advanceTimersByTime(2000)
  expect(pc.log.isSound()).toBe(true)
  expect(statSync(pc.file).size).toBeGreaterThan(before + 1100 * 4096)
  pc.log.close()
})

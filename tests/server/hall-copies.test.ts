import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, onTestFinished, test, vi } from 'vitest'
import { copiesIn } from '../../db/copies/copies.ts'
import { openHall } from '../../server/hall.ts'
import { hallKeyIn, newFolder } from '../support/record.ts'

const manual = join(import.meta.dirname, '../../manual')

/** A hall whose folder of copies is taken away and brought back; complaints are kept and not printed. */
function hallIn(data: string, copyTo?: string) {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const hall = openHall(data, manual, hallKeyIn(data), { roundTheClock: true, isRead: false, copyTo })
  if ('wrong' in hall) throw new Error(hall.wrong.join('\n'))
  onTestFinished(() => hall.close())
  const folder = join(data, 'copies')
  return {
    hall,
    said: () => said.mock.calls.map(String).join('\n'),
    takeAway(): void {
      renameSync(folder, `${folder}.away`)
      writeFileSync(folder, 'no folder')
    },
    bringBack(): void {
      rmSync(folder)
      renameSync(`${folder}.away`, folder)
    },
  }
}

const issue = (hall: ReturnType<typeof hallIn>['hall'], touch: string) =>
  hall.end.submit('kiosk', { type: 'issueTicket', touch, class: 'ordinary' }, Date.now())

test('a hall whose folder of copies cannot be read says so and works on', async () => {
  const fallen = vi.fn<(error: unknown) => void>()
  process.on('unhandledRejection', fallen)
  onTestFinished(() => void process.off('unhandledRejection', fallen))
  const { hall, takeAway, said } = hallIn(newFolder(onTestFinished))
  await hall.kept.copies.make('always')
  takeAway()
  expect(await hall.kept.copies.make('always')).toBe(false)
  await hall.copies.copyOut(true)
  expect(hall.copies.status()).toEqual({
    own: expect.objectContaining({ failedAt: expect.any(Number) }),
    ofMachines: [],
  })
  expect(said()).toContain('a copy could not be made')
  expect(await issue(hall, 't1')).toBe('done')
  expect(fallen).not.toHaveBeenCalled()
})

test('what cannot be read does not get to the second place: that is told, and it gets there later', async () => {
  const data = newFolder(onTestFinished)
  const copyTo = join(newFolder(onTestFinished), 'usb')
  mkdirSync(copyTo)
  const { hall, takeAway, bringBack, said } = hallIn(data, copyTo)
  await hall.kept.copies.make('always')
  await hall.copies.copyOut(true)
  const [first] = copiesIn(copyTo, 'hall')
  takeAway()
  await hall.copies.copyOut(true)
  expect(hall.copies.status().second).toEqual({
    last: { at: first?.at, bytes: first?.bytes },
    failedAt: expect.any(Number),
  })
  expect(said()).toContain('the second place has no copy')
  bringBack()
  await hall.copies.copyOut(true)
  expect(hall.copies.status().second).not.toHaveProperty('failedAt')
})

test('a second place that cannot be read keeps no hall from opening', async () => {
  const copyTo = join(newFolder(onTestFinished), 'usb')
  writeFileSync(copyTo, 'no folder')
  const { hall } = hallIn(newFolder(onTestFinished), copyTo)
  await hall.kept.copies.make('always')
  await hall.copies.copyOut(true)
  expect(hall.copies.status().second).toEqual({ failedAt: expect.any(Number) })
})

test('of what a PC leaves the newest three stay, also where the clock of the hall is put back', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  const data = newFolder(onTestFinished)
  const { hall } = hallIn(data)
  let bytes = 0
  /** Each is longer by a byte, by which it is known. */
  async function leave(): Promise<number> {
    vi.setSystemTime(Date.now() + 60_000)
    bytes += 1
    expect(await hall.copies.takeIn('counter-1', Readable.from([Buffer.alloc(bytes)]), bytes)).toBe('kept')
    return bytes
  }
  const there = () =>
    copiesIn(join(data, 'pc-copies'), 'counter-1')
      .map((copy) => copy.bytes)
      .toSorted((a, b) => a - b)
  for (let n = 0; n < 4; n++) await leave()
  expect(there()).toEqual([2, 3, 4])
  vi.setSystemTime(Date.now() - 24 * 3_600_000)
  for (let n = 0; n < 3; n++) {
    const left = await leave()
    expect(there()).toContain(left)
    const last = { at: Date.now(), bytes: left }
    expect(hall.copies.status().ofMachines).toEqual([{ machine: 'counter-1', count: 3, last }])
  }
  expect(there()).toEqual([5, 6, 7])
})

test('a hall that has ended looks at its second place no more', () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const { hall } = hallIn(newFolder(onTestFinished), newFolder(onTestFinished))
  hall.close()
  expect(vi.getTimerCount()).toBe(0)
})

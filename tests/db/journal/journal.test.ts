import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import {
  fitsJournal,
  journalFolder,
  journalParts,
  openJournal,
  readJournal,
  type JournalLine,
} from '../../../db/journal/journal.ts'
import { testKey } from '../../support/record.ts'
import { watchDisk } from '../../support/watched-disk.ts'

let folder: string
const place = () => ({ folder, machine: 'counter-1', key: testKey })

beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'changgu-journal-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const entries = (from: number, count: number): JournalLine[] =>
  Array.from({ length: count }, (_, i) => ({
    entry: {
      origin: 'counter-1',
      originSeq: from + i,
      hallSeq: null,
      event: { type: 'clerkSignedOut', at: from + i, by: { machine: 'counter-1' } },
    },
  }))
const secret: JournalLine = { secret: { name: 'hall', value: 'x' } }
const partOf = (name = '00000001.ops') => join(journalFolder(place()), name)

test('what is written at once shares lines, and is read one by one in its order', () => {
  const journal = openJournal(place())
  const lines = [...entries(1, 120), secret, ...entries(121, 2)]
  expect(journal.write(lines, true)).toBe(true)
  expect(journal.write(entries(123, 1), true)).toBe(true)
  journal.close()
  // The head, three lines of the first entries, the secret, the two after it, and the last one.
  expect(readFileSync(partOf(), 'latin1').trimEnd().split('\n')).toHaveLength(7)
  const read = readJournal(place(), 0)
  expect([...read.lines]).toEqual([...lines, ...entries(123, 1)])
  expect(read.damaged()).toBe(0)
})

test('a damaged line takes its own entries with it and no others', () => {
  const journal = openJournal(place())
  journal.write(entries(1, 60), true)
  journal.close()
  const [head, first = '', ...rest] = readFileSync(partOf(), 'latin1').split('\n')
  const other = first[40] === 'A' ? 'B' : 'A'
  writeFileSync(partOf(), [head, `${first.slice(0, 40)}${other}${first.slice(41)}`, ...rest].join('\n'))
  const read = readJournal(place(), 0)
  expect([...read.lines]).toEqual(entries(51, 10))
  expect(read.damaged()).toBe(1)
})

test('a part that is read in many pieces, with lines longer than a piece, gives every line once; its torn end none', () => {
  const journal = openJournal(place())
  const long: JournalLine = { secret: { name: 'long', value: 'x'.repeat(3 << 20) } }
  const lines = [...entries(1, 30_000), long, ...entries(30_001, 2)]
  for (let from = 0; from < lines.length; from += 1000) journal.write(lines.slice(from, from + 1000), false)
  journal.close()
  appendFileSync(partOf(), 'torn')
  const read = readJournal(place(), 0)
  expect([...read.lines]).toEqual(lines)
  expect(read.damaged()).toBe(0)
})

test('the key is told by the heads of the parts alone, however large they are', () => {
  const journal = openJournal(place())
  journal.write(entries(1, 10), true)
  journal.close()
  // No text of this length can be made; the file takes no room.
  truncateSync(partOf(), 2 ** 30)
  expect(fitsJournal(place())).toBe(true)
  openJournal(place()).close()
})

test('a part that has grown is written ahead of its lines, and is as long as they are once it has ended', () => {
  const journal = openJournal(place())
  const lines = entries(1, 3000)
  for (let from = 0; from < lines.length; from += 20) journal.write(lines.slice(from, from + 20), false)
  const told = journal.size()
  expect(statSync(partOf()).size).toBeGreaterThan(told)
  journal.close()
  expect(statSync(partOf()).size).toBe(told)
  expect([...readJournal(place(), 0).lines]).toEqual(lines)
})

test('what a fall leaves written ahead is no line and no damage, and a part with a head alone is dropped as ever', () => {
  const journal = openJournal(place())
  const lines = entries(1, 600)
  for (const line of lines) journal.write([line], false)
  copyFileSync(partOf(), partOf('00000002.ops'))
  journal.close()
  rmSync(partOf())
  const nothing = Buffer.alloc(4096)
  const read = () => {
    const all = readJournal(place(), 0)
    return [[...all.lines].length, all.damaged()]
  }
  // It is another part now, so that its lines do not open: as many as were written are there, and none more.
  expect(read()).toEqual([0, 601])
  const bytes = readFileSync(partOf('00000002.ops'))
  writeFileSync(partOf(), bytes)
  rmSync(partOf('00000002.ops'))
  expect(read()).toEqual([600, 0])
  const end = bytes.indexOf(0)
  // Pieces of the last line: the power went while the disk took it.
  writeFileSync(partOf(), Buffer.concat([bytes.subarray(0, end), nothing, Buffer.from('QUJD\n'), nothing]))
  expect(read()).toEqual([600, 0])
  writeFileSync(partOf(), Buffer.concat([bytes.subarray(0, bytes.indexOf(10) + 1), nothing]))
  for (let start = 0; start < 2; start++) openJournal(place()).close()
  expect(statSync(partOf(), { throwIfNoEntry: false })).toBeUndefined()
})

const [first, second] = ['00000001.ops', '00000002.ops']

test('an own act is on the disk when it is answered, news may come there later', () => {
  const { asked } = watchDisk(onTestFinished)
  const journal = openJournal(place())
  asked()
  expect(journal.write(entries(1, 1), true)).toBe(true)
  expect(asked()).toEqual([`write ${first}`, `fdatasync ${first}`])
  expect(journal.write(entries(2, 1), false)).toBe(true)
  expect(asked()).toEqual([`write ${first}`])
  journal.close()
})

test('a part is on the disk before the next one begins, and its head before anything follows it', () => {
  const { asked } = watchDisk(onTestFinished)
  const journal = openJournal(place())
  expect(asked()).toEqual([`write ${first}`, `fdatasync ${first}`])
  journal.write(entries(1, 1), false)
  asked()
  expect(journal.rotate()).toBe(2)
  expect(asked()).toEqual([`fdatasync ${first}`, `close ${first}`, `write ${second}`, `fdatasync ${second}`])
  journal.write(entries(2, 1), false)
  asked()
  journal.close()
  expect(asked()).toEqual([`fdatasync ${second}`, `close ${second}`])
})

test('what the disk did not take is taken back, and nothing follows it in its part', () => {
  const { asked, refuse } = watchDisk(onTestFinished)
  const journal = openJournal(place())
  journal.write(entries(1, 1), true)
  refuse('fdatasync')
  asked()
  expect(journal.write(entries(2, 1), true)).toBe(false)
  expect(asked()).toEqual(['write', 'fdatasync', 'cut', 'fdatasync', 'close'].map((what) => `${what} ${first}`))
  expect(journal.fault()).toBe('EIO: fdatasync')
  refuse()
  expect(journal.write(entries(3, 1), true)).toBe(false)
  expect(journal.rotate()).toBe(2)
  expect(journal.fault()).toBeUndefined()
  expect(journal.write(entries(4, 1), true)).toBe(true)
  journal.close()
  const read = readJournal(place(), 0)
  expect([...read.lines]).toEqual([...entries(1, 1), ...entries(4, 1)])
  expect(read.damaged()).toBe(0)
})

test('a disk that does not take beside other work what was written ends the part', () => {
  const { refuse } = watchDisk(onTestFinished)
  const journal = openJournal(place())
  journal.write(entries(1, 1), false)
  refuse('fdatasync')
  const taken = vi.fn<(taken: boolean) => void>()
  journal.sync(taken)
  expect(taken).toHaveBeenCalledExactlyOnceWith(false)
  expect(journal.fault()).toBe('EIO: fdatasync')
  refuse()
  expect(journal.write(entries(2, 1), true)).toBe(false)
  expect(journal.rotate()).toBe(2)
  expect(journal.write(entries(3, 1), true)).toBe(true)
  journal.close()
})

test('parts before a number are thrown away, that one stays, and so does the one that is written', () => {
  const journal = openJournal(place())
  for (let n = 1; n < 4; n++) {
    journal.write(entries(n, 1), true)
    journal.rotate()
  }
  journal.dropBefore(3)
  expect(journalParts(place())).toEqual([3, 4])
  journal.dropBefore(99)
  expect(journalParts(place())).toEqual([4])
  journal.close()
})

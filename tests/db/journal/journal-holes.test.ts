import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { journalFolder, openJournal, readJournal, type JournalLine } from '../../../db/journal/journal.ts'
import { testKey } from '../../support/record.ts'

/** Places of a journal where nothing stands: torn ends, and damage. */

let folder: string
const place = () => ({ folder, machine: 'counter-1', key: testKey })
const part = () => join(journalFolder(place()), '00000001.ops')

beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'changgu-holes-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const entryOf = (origin: string, seq: number, hallSeq: number | null): JournalLine => ({
  entry: {
    origin,
    originSeq: seq,
    hallSeq,
    event: { type: 'clerkSignedOut', at: seq, by: { machine: origin } },
  },
})
const own = (seq: number) => entryOf('counter-1', seq, null)
const news = (seq: number) => entryOf('counter-2', seq, seq)

/** A journal of so many lines, one after the other, and where each of them begins. */
function written(lines: readonly JournalLine[]): { bytes: Buffer; begins: number[] } {
  const journal = openJournal(place())
  for (const line of lines) journal.write([line], false)
  journal.close()
  const bytes = readFileSync(part())
  const begins = [0]
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, end + 1)) begins.push(end + 1)
  return { bytes, begins }
}

/** Puts nothing into a place of the journal, and reads it: the numbers of the entries that are there, and what is damaged. */
function readWithout(bytes: Buffer, from: number, to: number): { seqs: number[]; damaged: number } {
  writeFileSync(part(), Buffer.from(bytes).fill(0, from, to))
  const { lines, damaged } = readJournal(place(), 0)
  const seqs = [...lines].flatMap((line) => ('entry' in line ? [line.entry.originSeq] : []))
  return { seqs, damaged: damaged() }
}

const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1)
const all = (count: number, line: (seq: number) => JournalLine) => upTo(count).map(line)
const sector = 512
const sectorFrom = (byte: number) => Math.ceil(byte / sector) * sector

test('a hole within a line, with lines behind it, is damage: that line is missing, and those behind it are read', () => {
  const { bytes, begins } = written(all(40, own))
  const middle = (begins[20] ?? 0) + 37
  expect(readWithout(bytes, middle, middle + 30)).toEqual({ seqs: upTo(40).filter((n) => n !== 20), damaged: 1 })
})

test('a hole that takes lines whole, their ends too, is damage: the lines behind it are known by their seal', () => {
  const { bytes, begins } = written(all(60, own))
  const { seqs, damaged } = readWithout(bytes, (begins[20] ?? 0) + 5, (begins[30] ?? 0) + 5)
  expect(seqs).toEqual([...upTo(19), ...upTo(60).slice(30)])
  expect(damaged).toBeGreaterThan(0)
})

test('sectors of nothing are damage where more stands behind them than can have waited for the disk together', () => {
  const { bytes, begins } = written(all(160, own))
  const from = sectorFrom(begins[20] ?? 0)
  const { seqs, damaged } = readWithout(bytes, from, from + 2 * sector)
  expect([seqs.at(-1), seqs.length < 160, damaged > 0]).toEqual([160, true, true])
})

test('sectors of nothing at the end, with a few lines behind them or news alone, are what a cut of power leaves: no damage, and no line', () => {
  // As many as a PC tells anew at once.
  const few = written(all(110, own))
  const at = sectorFrom(few.begins[25] ?? 0)
  const torn = readWithout(few.bytes, at, at + sector)
  expect([torn.seqs.length >= 24, torn.seqs.length < 28, torn.damaged]).toEqual([true, true, 0])
  rmSync(part())
  const many = written(all(200, news))
  const early = sectorFrom(many.begins[20] ?? 0)
  const heard = readWithout(many.bytes, early, early + 8 * sector)
  expect([heard.seqs.length >= 19, heard.seqs.length < 24, heard.damaged]).toEqual([true, true, 0])
})

test('a turn of a hall in which many told much is torn wherever the disk left a piece out', () => {
  const of = { folder, machine: 'hall', key: testKey }
  const journal = openJournal(of)
  const turn = (first: number, count: number) =>
    journal.write(
      Array.from({ length: count }, (_, i) => entryOf('counter-1', first + i, first + i)),
      false,
    )
  turn(1, 100)
  const path = join(journalFolder(of), '00000001.ops')
  const acknowledged = readFileSync(path).lastIndexOf(10) + 1
  turn(101, 2000)
  journal.close()
  const from = sectorFrom(acknowledged + 4096)
  writeFileSync(path, readFileSync(path).fill(0, from, from + 4096))
  const { lines, damaged } = readJournal(of, 0)
  const seqs = [...lines].flatMap((line) => ('entry' in line ? [line.entry.originSeq] : []))
  expect([seqs.length >= 100, seqs.length < 2100, damaged()]).toEqual([true, true, 0])
})

test('a hole with nothing behind it that opens is no damage', () => {
  const { bytes, begins } = written(all(40, own))
  const torn = Buffer.concat([bytes.subarray(0, (begins[30] ?? 0) + 9), Buffer.alloc(99), Buffer.from('QUJD\n')])
  expect(readWithout(torn, 0, 0)).toEqual({ seqs: upTo(29), damaged: 0 })
})

test('two holes are two damages', () => {
  const { bytes, begins } = written(all(60, own))
  const [one, other] = [(begins[10] ?? 0) + 3, (begins[40] ?? 0) + 3]
  const twice = Buffer.from(bytes).fill(0, one, one + 7)
  expect(readWithout(twice, other, other + 7)).toEqual({
    seqs: upTo(60).filter((n) => n !== 10 && n !== 40),
    damaged: 2,
  })
})

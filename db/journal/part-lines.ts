import { closeSync, openSync, readSync } from 'node:fs'
import { HALL } from '../../domain/actor.ts'
import type { Entry } from '../../domain/record/log.ts'

/** Bytes that are read at once. */
const atOnce = 1 << 20
/** Bytes within which the first line of a part ends: its head is short. */
const headWithin = 4096

/** What stands where a part is written ahead of its lines; no line has it. */
const nothing = '\0'

/** The disk takes whole sectors: what it has not taken when the power goes ends with one. */
const sector = 512
/**
 * So many lines may have waited for the disk together: of a hall a turn in which a hundred machines told a whole message
 * each (ten lines), of another machine what it tells anew.
 */
const mostTogether = (machine: string): number => (machine === HALL ? 1000 : 100)
/** No line is shorter: a seal of its own and some words. */
const shortestLine = 40
/** So many lines at most are looked for in a hole: each is tried with its number. */
const mostLost = 1000
/** Lines that do not open, after so many of which nobody looks for one that does. */
const mostUnopened = 100

/** Opens a line by its number in the part. */
type Open = (text: string, line: number) => string | undefined

/** A line with its number in the part; what it says is missing where it does not open. */
type OpenedLine = { line: number; opened: string | undefined }

/**
 * The whole lines of a part of a journal, one after the other: a part may be larger than memory has room for, and longer
 * than a text may be. What is torn off at its end is no line. A hole is where the disk took pieces alone before the power
 * went: each wait for the disk takes the whole file, so nobody was told of what follows, and no line does. But where lines
 * follow that have waited for the disk since, or it does not end as a disk leaves it, it is damage, and they are read on.
 */
export function* openedIn(path: string, machine: string, open: Open): Generator<OpenedLine> {
  let line = 0
  for (const ended of endedIn(path)) {
    const isHole = ended.text.includes(nothing)
    yield* isHole ? [] : [{ line, opened: open(ended.text, line) }]
    line += 1
    if (!isHole) continue
    const next = lineBehind({ path, machine, open }, { ...ended, line })
    if (next === undefined) return
    yield { line: line - 1, opened: undefined }
    line = next
  }
}

type Read = { path: string; machine: string; open: Open }

/** The number of the line behind a hole that is damage; undefined where it is the torn end of the part. */
function lineBehind({ path, machine, open }: Read, hole: Ended & { line: number }): number | undefined {
  const isTornOff = (hole.at + hole.text.lastIndexOf(nothing) + 1) % sector === 0
  let [next, lost, behind, unopened, waited] = [hole.line, mostLinesIn(hole.text), 0, 0, 0]
  let first: number | undefined
  for (const { text } of endedIn(path, hole.at + hole.text.length + 1)) {
    const found = text.includes(nothing) ? undefined : numberOf(text, next, lost, open)
    if (found) {
      first ??= found.line - behind
      if (isWaitedFor(machine, found.opened)) waited += 1
      if (!isTornOff || waited > mostTogether(machine)) return first
      ;[next, lost] = [found.line, 0]
    } else if (++unopened > mostUnopened) return undefined
    else if (text.includes(nothing)) lost = Math.min(mostLost, lost + mostLinesIn(text))
    next += 1
    behind += 1
  }
  return undefined
}

/** News wait for no disk; all else that a machine keeps does. */
function isWaitedFor(machine: string, opened: string): boolean {
  const { entry, entries = entry && [entry] } = JSON.parse(opened) as { entry?: Entry; entries?: readonly Entry[] }
  return machine === HALL || !entries || entries.some(({ hallSeq }) => hallSeq === null)
}

const mostLinesIn = (hole: string): number => Math.min(mostLost, Math.floor(hole.length / shortestLine))

/** The number under which a line opens, if some before it may be lost. */
function numberOf(text: string, next: number, lost: number, open: Open) {
  for (let line = next; line <= next + lost; line++) {
    const opened = open(text, line)
    if (opened !== undefined) return { line, opened }
  }
  return undefined
}

/** A line that has its end, and where it begins in its part. */
type Ended = { text: string; at: number }

function* endedIn(path: string, from = 0): Generator<Ended> {
  const handle = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(atOnce)
    let begun: string[] = []
    let at = from
    let place = from
    for (let read = 0; (read = readSync(handle, bytes, 0, atOnce, place)) > 0; place += read) {
      const pieces = bytes.toString('latin1', 0, read).split('\n')
      const last = pieces.pop() ?? ''
      for (const piece of pieces) {
        const text = [...begun, piece].join('')
        begun = []
        yield { text, at }
        at += text.length + 1
      }
      begun.push(last)
    }
  } finally {
    closeSync(handle)
  }
}

/** The first line of a part, and whether it is all there is; undefined if it is torn off. */
export function headIn(path: string): { text: string; isAll: boolean } | undefined {
  const handle = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(headWithin)
    const text = bytes.toString('latin1', 0, readSync(handle, bytes))
    const end = text.indexOf('\n')
    // Lines follow each other without a gap: what begins with nothing goes on with nothing.
    return end === -1 ? undefined : { text: text.slice(0, end), isAll: [undefined, nothing].includes(text[end + 1]) }
  } finally {
    closeSync(handle)
  }
}

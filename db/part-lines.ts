import { closeSync, openSync, readSync } from 'node:fs'

/** Bytes that are read at once. */
const atOnce = 1 << 20
/** Bytes within which the first line of a part ends: its head is short. */
const headWithin = 4096

/** What stands where a part is written ahead of its lines; no line has it. */
const nothing = '\0'

/**
 * The whole lines of a part of a journal, one after the other: a part may be larger than memory has room for, and longer
 * than a text may be. What is torn off at its end is no line. Nor is anything from the first hole on: the disk took pieces
 * alone of it before the power went, and each wait for the disk takes the whole file, so nobody was told of what follows.
 */
export function* linesIn(path: string): Generator<string> {
  for (const line of endedIn(path)) {
    if (line.includes(nothing)) return
    yield line
  }
}

function* endedIn(path: string): Generator<string> {
  const handle = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(atOnce)
    let begun: string[] = []
    for (let read = readSync(handle, bytes); read > 0; read = readSync(handle, bytes)) {
      const [first = '', ...more] = bytes.toString('latin1', 0, read).split('\n')
      begun.push(first)
      const last = more.pop()
      if (last === undefined) continue
      yield begun.join('')
      yield* more
      begun = [last]
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

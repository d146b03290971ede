import { readdirSync, readFileSync, statSync } from 'node:fs'

/** Why a file that somebody named is not read: it is a folder, a device or a pipe, or has more bytes than such a file ever has. */
export type NotRead = { refused: 'notOrdinary' | 'tooLarge' }

/**
 * Reads a file of at most so many bytes. A device is read without end and a pipe waits for whoever writes: they are not
 * even opened. A file that is missing throws, as one does that may not be read.
 */
export function readOrdinary(path: string, most: number): { bytes: Buffer } | NotRead {
  const there = statSync(path)
  if (!there.isFile()) return { refused: 'notOrdinary' }
  if (there.size > most) return { refused: 'tooLarge' }
  // What the system makes up as it is read, as under /proc, says that it has none.
  return { bytes: there.size === 0 ? Buffer.alloc(0) : readFileSync(path) }
}

/** The same in a sentence for whoever named the file. */
export const whyNotRead = (path: string, { refused }: NotRead, most: number): string =>
  refused === 'notOrdinary'
    ? `${path} is no ordinary file but a folder, a device or a pipe. Name a file.`
    : `${path} is too large: at most ${inUnits(most)} are read. Check that it is the file that is meant.`

const inUnits = (bytes: number): string => (bytes < 2 ** 20 ? `${bytes / 2 ** 10} KiB` : `${bytes / 2 ** 20} MiB`)

/** The names in a folder, in order, none where there is no such folder; or by which code the system keeps them. */
export function namesInside(folder: string): { names: string[] } | { closed: string } {
  try {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return { names: [] }
    return { names: readdirSync(folder).toSorted() }
  } catch (error) {
    return { closed: error instanceof Error && 'code' in error ? String(error.code) : String(error) }
  }
}

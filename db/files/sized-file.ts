import { closeSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { makeFolder } from './make-folder.ts'

/** A text file that lines are added to, with a limit: what is full is renamed to `.1`, `.2` and so on, the oldest goes. */
export type SizedFile = { write(line: string): void; close(): void }

/**
 * Opens a file of lines for its owner alone. `most` is in bytes, `kept` the number of full files beside the one that is
 * written. A disk that refuses is no error here: whoever tells of its work must not be stopped by telling.
 */
export function openSizedFile(file: string, { most, kept }: { most: number; kept: number }): SizedFile {
  let handle: number | undefined
  let size = 0

  function open(): void {
    makeFolder(dirname(file), 0o700)
    handle = openSync(file, 'a', 0o600)
    size = statSync(file).size
  }

  function close(): void {
    if (handle !== undefined) closeSync(handle)
    handle = undefined
  }

  function turnOver(): void {
    close()
    rmSync(`${file}.${kept}`, { force: true })
    for (let n = kept - 1; n >= 0; n--) moveIfThere(n === 0 ? file : `${file}.${n}`, `${file}.${n + 1}`)
  }

  return {
    write(line) {
      try {
        if (handle === undefined) open()
        if (size > 0 && size + Buffer.byteLength(line) > most) {
          turnOver()
          open()
        }
        if (handle !== undefined) size += writeSync(handle, line)
      } catch {
        close()
      }
    },
    close,
  }
}

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}

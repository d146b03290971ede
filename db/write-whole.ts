import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/** Writes a file for its owner alone. A crash leaves the whole file or what stood there; nobody else may read it, not even for a moment. */
export const writeWhole = (file: string, content: string | Uint8Array): void =>
  beside(file, content, (made) => renameSync(made, file))

/** The same for a file that is not there yet: one that is there stays as it is, and the error has the code EEXIST. */
export const writeNew = (file: string, content: string | Uint8Array): void =>
  beside(file, content, (made) => {
    try {
      linkSync(made, file)
    } catch {
      moveIn(made, file)
    }
  })

/** Writes all of a file under another name, from which it is put in its place; what cannot be written leaves nothing. */
function beside(file: string, content: string | Uint8Array, putInPlace: (made: string) => void): void {
  const made = `${file}.${randomUUID()}`
  try {
    const handle = openSync(made, 'wx', 0o600)
    try {
      writeFileSync(handle, content)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    putInPlace(made)
  } finally {
    rmSync(made, { force: true })
  }
}

/** For disks without hard links, such as most USB sticks: the name is taken by an empty file, whose place the whole one takes. */
function moveIn(made: string, file: string): void {
  closeSync(openSync(file, 'wx', 0o600))
  try {
    renameSync(made, file)
  } catch (error) {
    rmSync(file, { force: true })
    throw error
  }
}

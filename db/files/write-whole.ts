import { randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

/** What stands in a file, or its parts as they are made. */
type Content = string | Uint8Array | Iterable<string>

/** Writes a file for its owner alone. A crash leaves the whole file or what stood there; nobody else may read it, not even for a moment. */
export const writeWhole = (file: string, content: string | Uint8Array): void =>
  beside(file, content, (made) => renameSync(made, file))

/** The same for a file that is not there yet: one that is there stays as it is, and the error has the code EEXIST. */
export const writeNew = (file: string, content: Content): void =>
  beside(file, content, (made) => {
    try {
      linkSync(made, file)
    } catch {
      moveIn(made, file)
    }
  })

/** Writes all of a file under another name, from which it is put in its place; what cannot be written leaves nothing. */
function beside(file: string, content: Content, putInPlace: (made: string) => void): void {
  const made = `${file}.${randomUUID()}`
  try {
    const handle = openSync(made, 'wx', 0o600)
    try {
      if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(handle, content)
      else for (const part of content) writeFileSync(handle, part)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    putInPlace(made)
  } catch (error) {
    throw ofFile(error, made, file)
  } finally {
    rmSync(made, { force: true })
  }
}

/** An error of the system, about the file that was meant: the other name means nothing to whoever reads it. */
function ofFile(error: unknown, made: string, file: string): unknown {
  if (!(error instanceof Error)) return error
  error.message = error.message.replaceAll(made, file)
  if ('path' in error && error.path === made) error.path = file
  return error
}

const half = /^(?<name>.+)\.[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Removes from a folder in which nobody writes now what a fall has left half written of files with such names, and nothing else. */
export function dropHalves(folder: string, isOurs: (name: string) => boolean): void {
  if (!existsSync(folder)) return
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const name = half.exec(entry.name)?.groups?.['name']
    if (name !== undefined && entry.isFile() && isOurs(name)) rmSync(join(folder, entry.name), { force: true })
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

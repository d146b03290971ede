import { existsSync } from 'node:fs'
import { writeNew } from '../../db/files/write-whole.ts'
import { UsageError } from './command.ts'

/** The path of a file that is to be made. One that is there already is never replaced: it may be the only one of its kind. */
export function newFile(path: string): string {
  if (existsSync(path)) throw new UsageError(`${path} is there already, and is not overwritten. Name another file.`)
  return path
}

/** Makes a file for its owner alone, whole or not at all; a disk that does not take it is told with what to do. */
export const writeTo = (path: string, content: string | Uint8Array): void =>
  withDisk(`${path} cannot be written`, 'Name a file in a folder that exists, may be written to and has room.', () =>
    writeNew(newFile(path), content),
  )

/** Does what writes into a folder. */
export const intoFolder = <T>(folder: string, act: () => T): T =>
  withDisk(`${folder} cannot be written`, 'Name a folder that may be written to and has room.', act)

/** Does what a disk may refuse; its word is told with what was tried and what to do. */
export function withDisk<T>(tried: string, advice: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new UsageError(`${tried}: ${error.message}. ${advice}`)
  }
}

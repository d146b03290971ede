import { writeWhole } from '../../db/write-whole.ts'
import { UsageError } from './command.ts'

/** Writes a file for its owner alone, whole or not at all; a disk that does not take it is told with what to do. */
export const writeTo = (path: string, content: string | Uint8Array): void =>
  withDisk(`${path} cannot be written`, 'Name a file in a folder that exists and may be written to.', () =>
    writeWhole(path, content),
  )

/** Does what a disk may refuse; its word is told with what was tried and what to do. */
export function withDisk<T>(tried: string, advice: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new UsageError(`${tried}: ${error.message}. ${advice}`)
  }
}

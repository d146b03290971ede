import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/** Writes a file for its owner alone. A crash leaves the whole file or what stood there; nobody else may read it, not even for a moment. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const made = `${file}.${randomUUID()}`
  try {
    const handle = openSync(made, 'wx', 0o600)
    try {
      writeFileSync(handle, content)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(made, file)
  } finally {
    rmSync(made, { force: true })
  }
}

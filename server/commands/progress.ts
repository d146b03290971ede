import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Milliseconds between two words, and before the first one over a small folder. */
const rhythm = 2000
/** Bytes of a database of which the first step takes so long that it is named before. */
const large = 256 * 2 ** 20

/** Says on the error output what a command is at that takes long, or works on a folder with a large database. */
export function progressOver(folder: string): (what: string) => void {
  const sizes = readdirSync(folder).map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0)
  let last = sizes.some((size) => size > large) ? -Infinity : performance.now()
  return (what) => {
    const now = performance.now()
    if (now - last < rhythm) return
    last = now
    console.error(what)
  }
}

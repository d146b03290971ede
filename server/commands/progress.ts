import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Milliseconds between two words, and before the first one over a small folder. */
const rhythm = 2000
/** Bytes of a database of which the first step takes so long that it is named before. */
const large = 256 * 2 ** 20

/** Says on the error output what a command over a data folder is at, where it takes more than a moment. */
export function progressOver(folder: string): (what: string) => void {
  let last = readdirSync(folder).some((name) => statSync(join(folder, name)).size > large)
    ? -Infinity
    : performance.now()
  return (what) => {
    const now = performance.now()
    if (now - last < rhythm) return
    last = now
    console.error(what)
  }
}

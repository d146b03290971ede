import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

/** What the program keeps of its own from one start to the next, and can make again. */
export const programCache = join(import.meta.dirname, '../node_modules/.cache/changgu')

/**
 * Keeps what Node has compiled beside the packages, so that a program starts in half the time from its second start on.
 * Only what is imported afterwards, by `import()`, is kept; where the folder cannot be written nothing is.
 */
export const keepCompiled = (): void => {
  enableCompileCache(programCache)
}

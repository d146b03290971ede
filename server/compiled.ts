import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

/**
 * Keeps what Node has compiled beside the packages, so that a program starts in half the time from its second start on.
 * Only what is imported afterwards, by `import()`, is kept; where the folder cannot be written nothing is.
 */
export const keepCompiled = (): void => {
  enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/changgu'))
}

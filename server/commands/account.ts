import { existsSync, statSync } from 'node:fs'
import { asAccount } from '../system-word.ts'
import { UsageError } from './command.ts'

/**
 * Refuses, as root, to make files in the data folder of a machine that runs under an account of its own: it could not read
 * them. `files` are the machine's own, of which the first that is there tells whose it is.
 */
export function underItsAccount(...files: readonly string[]): void {
  const known = files.find((file) => existsSync(file))
  if (process.getuid?.() !== 0 || known === undefined) return
  const { uid } = statSync(known)
  if (uid === 0) return
  throw new UsageError(
    `${known} belongs to the account ${uid}, which could not read what root makes there. Call this as that account: ${asAccount(uid)}`,
  )
}

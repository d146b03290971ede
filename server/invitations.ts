import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { diagnostics } from '../db/diagnostics.ts'
import { writeWhole } from '../db/files/write-whole.ts'
import { inviteLasts, machineName, mostTries } from '../domain/machine/invitation.ts'

/** An invitation as the hall keeps it: never the code, only what the code is known by. One for each machine. */
const Kept = z.strictObject({
  machine: z.string().regex(machineName),
  invite: z.string().min(1).max(80),
  verifier: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
  expiresAt: z.int(),
  tries: z.int().min(0),
  isUsed: z.boolean(),
})
type KeptInvitation = z.infer<typeof Kept>

export type Invitations = {
  /** Keeps a new invitation in place of an earlier one of the machine. */
  put(made: { machine: string; invite: string; verifier: string }, now: number): void
  /** The invitation of a machine that may be tried now, or why there is none. */
  get(machine: string, now: number): KeptInvitation | 'inviteNone' | 'inviteExpired' | 'inviteSpent' | 'inviteUsed'
  /** A wrong code was said; gives how often one may still try. */
  countTry(one: KeptInvitation): number
  markUsed(one: KeptInvitation): void
}

/**
 * The invitations of a data folder: files of their own, for their owner alone, so that `changgu invite` on the hall's
 * computer can add one while the hall runs. They are good for ten minutes and belong in no backup.
 */
export function openInvitations(dataFolder: string): Invitations {
  const folder = join(dataFolder, 'invitations')
  const fileOf = (machine: string) => join(folder, `${machine}.json`)
  const write = (one: KeptInvitation) => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeWhole(fileOf(one.machine), JSON.stringify(one))
  }
  const read = (machine: string): KeptInvitation | undefined => {
    // The name becomes a file's: nothing else is looked for.
    if (!machineName.test(machine)) return undefined
    try {
      return Kept.safeParse(JSON.parse(readFileSync(fileOf(machine), 'utf8'))).data
    } catch (error) {
      const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
      if (!isMissing) diagnostics.error('an invitation cannot be read', error, { machine })
      return undefined
    }
  }
  return {
    put: ({ machine, invite, verifier }, now) =>
      write({ machine, invite, verifier, expiresAt: now + inviteLasts, tries: 0, isUsed: false }),
    get(machine, now) {
      const one = read(machine)
      if (!one) return 'inviteNone'
      if (one.isUsed) return 'inviteUsed'
      if (one.tries >= mostTries) return 'inviteSpent'
      // A clock that was set back must not keep an invitation alive.
      return now >= one.expiresAt || now < one.expiresAt - inviteLasts ? 'inviteExpired' : one
    },
    countTry(one) {
      const tries = one.tries + 1
      write({ ...one, tries })
      return mostTries - tries
    },
    markUsed: (one) => write({ ...one, isUsed: true }),
  }
}

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Secrets } from '../db/keys/secrets.ts'
import { inGroups, readCrockford, toCrockford } from '../domain/crockford.ts'
import type { CheckCode } from '../domain/people/people.ts'

/**
 * The one-time code with which an administrator of a hall sets a password, the first one or a lost one: 80 bits, ten
 * minutes, five tries, once. Kept hashed among the secrets of the hall; nothing has a default password.
 */

const name = 'admin-code'
const lifetime = 10 * 60_000
const mostTries = 5
const bytes = 10

const Kept = z.strictObject({ salt: z.string(), hash: z.string(), until: z.int(), tries: z.int() })

/** Makes a new code, in place of one that is still there, and returns it in groups of four. */
export function makeAdminCode(secrets: Secrets, at: number): string {
  const code = toCrockford(randomBytes(bytes))
  const salt = randomBytes(16).toString('base64')
  keep(secrets, { salt, hash: hashOf(salt, code).toString('base64'), until: at + lifetime, tries: 0 })
  return inGroups(code)
}

/** Looks at a code; a right one is used up by it, and so is one that was tried too often. */
export const adminCodeCheck =
  (secrets: Secrets, now: () => number): CheckCode =>
  (typed) => {
    const kept = keptIn(secrets)
    // A clock that was set back must not keep a code alive.
    const isOver = kept === undefined || now() > kept.until || now() < kept.until - lifetime
    if (isOver || kept.tries >= mostTries) return 'codeOver'
    if (timingSafeEqual(hashOf(kept.salt, readCrockford(typed)), Buffer.from(kept.hash, 'base64'))) {
      secrets.drop(name)
      return undefined
    }
    keep(secrets, { ...kept, tries: kept.tries + 1 })
    return 'codeWrong'
  }

const hashOf = (salt: string, code: string): Buffer => createHash('sha256').update(salt).update(code).digest()

function keep(secrets: Secrets, kept: z.infer<typeof Kept>): void {
  secrets.set(name, JSON.stringify(kept))
}

function keptIn(secrets: Secrets): z.infer<typeof Kept> | undefined {
  const text = secrets.get(name)
  return text === undefined ? undefined : Kept.safeParse(JSON.parse(text)).data
}

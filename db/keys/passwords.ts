import { randomBytes, type KeyObject } from 'node:crypto'
import { argon2id } from 'hash-wasm'
import { normalPassword } from '../../domain/people/password-rules.ts'
import { partsOfVerifier, withKey } from '../../domain/people/sign-in.ts'
import { personKey, publicHalf } from './sign-in-key.ts'

/** What argon2id costs: 19 MiB, twice over, one lane (OWASP). The parameters stand in the verifier, so they may rise. */
const usual = { memorySize: 19_456, iterations: 2 }
/** For a password that is no secret, as the one of a demonstration: 1 MiB once, so that nobody waits for it. */
export const forNoSecret: typeof usual = { memorySize: 1024, iterations: 1 }

/** What may be kept of a password: its verifier, and the public key that it makes. */
export async function verifierOf(password: string, cost = usual): Promise<string> {
  const salt = randomBytes(16)
  const verifier = await argon2id({
    ...cost,
    parallelism: 1,
    hashLength: 32,
    password: normalPassword(password),
    salt,
    outputType: 'encoded',
  })
  return withKey(verifier, publicHalf(await personKey(password, verifier)))
}

/**
 * The key of whoever types a password, if it is the one of a verifier: no other makes the key that is named there. So a
 * sign-in costs argon2id once.
 */
export async function keyOfPassword(kept: string, password: string): Promise<KeyObject | undefined> {
  const { verifier, key } = partsOfVerifier(kept)
  try {
    const made = await personKey(password, verifier)
    return publicHalf(made) === key ? made : undefined
  } catch {
    // A verifier that cannot be read lets nobody in.
    return undefined
  }
}

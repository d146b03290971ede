import { randomBytes } from 'node:crypto'
import { argon2id, argon2Verify } from 'hash-wasm'
import { normalPassword } from '../domain/password-rules.ts'
import { partsOfVerifier, withKey } from '../domain/sign-in.ts'
import { personKey, publicHalf } from './sign-in-key.ts'

/** What argon2id costs: 19 MiB, twice over, one lane (OWASP). The parameters stand in the verifier, so they may rise. */
const cost = { memorySize: 19_456, iterations: 2, parallelism: 1, hashLength: 32 }

/** What may be kept of a password: its verifier, and the public key that it makes. */
export async function verifierOf(password: string): Promise<string> {
  const salt = randomBytes(16)
  const verifier = await argon2id({ ...cost, password: normalPassword(password), salt, outputType: 'encoded' })
  return withKey(verifier, publicHalf(await personKey(password, verifier)))
}

/** Whether a password is the one of a verifier. */
export async function isPasswordOf(kept: string, password: string): Promise<boolean> {
  try {
    return await argon2Verify({ password: normalPassword(password), hash: partsOfVerifier(kept).verifier })
  } catch {
    // A verifier that cannot be read lets nobody in.
    return false
  }
}

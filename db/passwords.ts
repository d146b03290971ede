import { randomBytes } from 'node:crypto'
import { argon2id, argon2Verify } from 'hash-wasm'
import { normalPassword } from '../domain/password-rules.ts'

/** What argon2id costs: 19 MiB, twice over, one lane (OWASP). The parameters stand in the verifier, so they may rise. */
const cost = { memorySize: 19_456, iterations: 2, parallelism: 1, hashLength: 32 }

/** The verifier of a password: what may be kept of it. */
export const verifierOf = (password: string): Promise<string> =>
  argon2id({ ...cost, password: normalPassword(password), salt: randomBytes(16), outputType: 'encoded' })

/** Whether a password is the one of a verifier. */
export async function isPasswordOf(verifier: string, password: string): Promise<boolean> {
  try {
    return await argon2Verify({ password: normalPassword(password), hash: verifier })
  } catch {
    // A verifier that cannot be read lets nobody in.
    return false
  }
}

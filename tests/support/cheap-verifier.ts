import { randomBytes } from 'node:crypto'
import { argon2id } from 'hash-wasm'
import { personKey, publicHalf } from '../../db/sign-in-key.ts'
import { normalPassword } from '../../domain/password-rules.ts'
import { withKey } from '../../domain/sign-in.ts'

/** A true verifier that costs next to nothing, for a test of a hundred sign-ins: what it cost stands in it, as in every other. */
export async function cheapVerifier(password: string): Promise<string> {
  const cost = { memorySize: 64, iterations: 1, parallelism: 1, hashLength: 32 }
  const salt = randomBytes(16)
  const verifier = await argon2id({ ...cost, password: normalPassword(password), salt, outputType: 'encoded' })
  return withKey(verifier, publicHalf(await personKey(password, verifier)))
}

import { createHash } from 'node:crypto'
import {
  partsOfVerifier,
  withKey,
  type IsSignedBy,
  type Proof,
  type SaidOfPerson,
} from '../../domain/people/sign-in.ts'
import type { Hall } from '../../domain/state.ts'

/** Keys and signatures that cost nothing, for many sign-ins in one process; a person's key is what stands in the verifier. */

const hashed = (text: string): string => createHash('sha512').update(text).digest('base64url')

export const toyVerifier = (password: string): string =>
  withKey(`$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$${'a'.repeat(43)}`, hashed(password).slice(0, 43))

const signatureOf = (key: string, { machine, clerk, at, nth, about }: SaidOfPerson): string =>
  hashed(JSON.stringify([key, machine, clerk, at, nth ?? at, about]))

export const isToySigned: IsSignedBy = (key, said, signature) => signature === signatureOf(key, said)

/** A proof by whoever has the password of a verifier. */
export const toyProof = (verifier: string, said: SaidOfPerson): Proof => ({
  at: said.at,
  ...(said.nth !== undefined && { nth: said.nth }),
  signature: signatureOf(partsOfVerifier(verifier).key, said),
})

/** A proof by a person of the hall, with the password that a machine knows to be theirs. */
export function proofAt(hall: Hall, said: SaidOfPerson): Proof | undefined {
  const kept = hall.verifiers.get(said.clerk)
  return kept && toyProof(kept.verifier, said)
}

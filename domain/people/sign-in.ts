import { z } from 'zod'
import { canonical } from '../canonical.ts'
import type { Counter } from '../queue/counter.ts'
import type { Hall } from '../state.ts'
import { Instant } from '../time.ts'

/**
 * 로그인 증명: a person's own key, which only the password makes, signs that they sit at a machine (docs/decisions/0020).
 * The hall believes a name in a machine's entries no further than such a proof goes.
 */

/**
 * `at` is the time of the PC. The proofs of a machine are numbered, each higher than the one before, so that none is good
 * twice: by that time, and by `nth` where the clock once was ahead of it. The signature is Ed25519, base64url, in its one
 * spelling: the four bits beyond its 512 are none.
 */
export const Proof = z.strictObject({
  at: Instant,
  nth: Instant.optional(),
  signature: z.string().regex(/^[\w-]{85}[AQgw]$/),
})
export type Proof = z.infer<typeof Proof>

/** What a proof says: who sits where, or what they stand by beside that (`about`), and when it was said. */
export type SaidOfPerson = Pick<Proof, 'at' | 'nth'> & { machine: string; clerk: string; about?: string | undefined }

/** Whether the public key of a person signed this; the hall's own, since the domain has no keys. */
export type IsSignedBy = (key: string, said: SaidOfPerson, signature: string) => boolean

/** A key that a person had before the password was set anew or they left, and until when. */
export type FormerKey = { key: string; until: Instant }

const keyPart = '$ed25519='
/** What is kept of a password: the argon2id verifier, and the public key that signs for its person. */
export const withKey = (verifier: string, key: string): string => `${verifier}${keyPart}${key}`

/** The two parts of what is kept of a password. */
export function partsOfVerifier(kept: string): { verifier: string; key: string } {
  const at = kept.lastIndexOf(keyPart)
  return at < 0 ? { verifier: kept, key: '' } : { verifier: kept.slice(0, at), key: kept.slice(at + keyPart.length) }
}

type Numbered = Pick<Proof, 'at' | 'nth'>
type Machine = Pick<Counter, 'lastProof'> | undefined

const numberOf = ({ at, nth = at }: Numbered): number => nth

/** Time and number of the next proof of a machine: higher than the one before, whatever the clock does. */
export function nextProof(machine: Machine, now: Instant): Numbered {
  const nth = (machine?.lastProof ?? 0) + 1
  return { at: now, ...(nth > now && { nth }) }
}

/** Whether a proof comes after all that its machine has given. */
export const isNextProof = (machine: Machine, proof: Proof): boolean => numberOf(proof) > (machine?.lastProof ?? 0)

/** A proof was given at a machine: no earlier one counts there any more. */
export function countProof(machine: Pick<Counter, 'lastProof'> | undefined, proof: Proof | undefined): void {
  if (machine && proof) machine.lastProof = Math.max(numberOf(proof), machine.lastProof ?? 0)
}

/**
 * Milliseconds that a password which was set anew still signs for what was done without the line: the 72 hours of a PC that
 * does not hear the hall, and a day.
 */
export const formerHolds = 4 * 24 * 3_600_000

/** With which of a person's keys something was signed: the one in force, a former one, or none of theirs. */
export function signedWith(
  hall: Pick<Hall, 'verifiers' | 'formerKeys'>,
  who: Pick<SaidOfPerson, 'machine' | 'clerk' | 'about'>,
  { signature, ...numbered }: Proof,
  isSignedBy: IsSignedBy,
): 'current' | 'former' | undefined {
  const said = { ...who, ...numbered }
  const kept = hall.verifiers.get(said.clerk)
  if (kept && isSignedBy(partsOfVerifier(kept.verifier).key, said, signature)) return 'current'
  const former = hall.formerKeys.get(said.clerk) ?? []
  // Not by the time alone, which the signer chooses: the numbers of a machine rise.
  const latest = Math.max(said.at, numberOf(said))
  const isFormer = former.some((f) => latest <= f.until + formerHolds && isSignedBy(f.key, said, signature))
  return isFormer ? 'former' : undefined
}

/** More of them nobody used within the time that they hold. */
const keptFormer = 8

/** The key of a person is replaced, or its person leaves. */
export function retireKey(hall: Pick<Hall, 'verifiers' | 'formerKeys'>, staff: string, until: Instant): void {
  const kept = hall.verifiers.get(staff)
  if (!kept) return
  const { key } = partsOfVerifier(kept.verifier)
  hall.formerKeys.set(staff, [...(hall.formerKeys.get(staff) ?? []), { key, until }].slice(-keptFormer))
}

/**
 * What somebody signs with the password in force who replaces it, or gives another a temporary one: whose it is, and what is
 * kept of the new one.
 */
export const aboutPassword = (staff: string, verifier: string): string => canonical(['password', staff, verifier])

/** A proof that the hall has looked at: when it heard of it first, and what was kept of the password then. */
export type Looked = { signature: string; verifier: string; heardAt: Instant }
/** Of the newest such proof of each machine. */
export type LookedStore = { of(machine: string): Looked | undefined; keep(machine: string, looked: Looked): void }

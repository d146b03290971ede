import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { argon2id } from 'hash-wasm'
import { normalPassword } from '../../domain/people/password-rules.ts'
import { type IsSignedBy, type Proof, type SaidOfPerson } from '../../domain/people/sign-in.ts'

/** The key that signs for a person: Ed25519, made from the password by argon2id each time, and kept nowhere. */

/** The bytes before a raw key in PKCS#8 and in SPKI. */
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicHead = Buffer.from('302a300506032b6570032100', 'hex')

/** The key of a person, from the password and its argon2id verifier: at the same cost, with a salt of its own. */
export async function personKey(password: string, verifier: string): Promise<KeyObject> {
  const [, memorySize, iterations, parallelism] = (/m=(\d+),t=(\d+),p=(\d+)/.exec(verifier) ?? []).map(Number)
  const seed = await argon2id({
    password: normalPassword(password),
    salt: saltOf(verifier),
    hashLength: 32,
    outputType: 'binary',
    memorySize: memorySize ?? 0,
    iterations: iterations ?? 0,
    parallelism: parallelism ?? 0,
  })
  return createPrivateKey({ key: Buffer.concat([privateHead, seed]), format: 'der', type: 'pkcs8' })
}

const saltOf = (verifier: string): Buffer =>
  createHash('sha256').update(`changgu person\n${verifier}`).digest().subarray(0, 16)

/** The public half as it stands in a verifier: 32 bytes, base64url. */
export const publicHalf = (key: KeyObject): string =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(publicHead.length).toString('base64url')

/** Signs for a person that they sit at a machine, or stand by an act. */
export const proofBy = (key: KeyObject, said: SaidOfPerson): Proof => ({
  at: said.at,
  ...(said.nth !== undefined && { nth: said.nth }),
  signature: sign(null, bytesOf(said), key).toString('base64url'),
})

/** Whether the public key of a person signed this; what is no key signed nothing. */
export const isSignedByPerson: IsSignedBy = (key, said, signature) => {
  const raw = Buffer.from(key, 'base64url')
  if (raw.length !== 32) return false
  const known = createPublicKey({ key: Buffer.concat([publicHead, raw]), format: 'der', type: 'spki' })
  return verify(null, bytesOf(said), known, Buffer.from(signature, 'base64url'))
}

const bytesOf = ({ machine, clerk, at, nth, about }: SaidOfPerson): Buffer =>
  Buffer.from(`changgu person\n${JSON.stringify([machine, clerk, at, nth ?? at, about ?? null])}`, 'utf8')

import type { KeyObject } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Head, SignedHead } from '../../domain/record/log.ts'
import type { Day } from '../../domain/time.ts'
import type { Signature } from '../manual/pack-format.ts'
import { isSignedBy, newKeys, privateKeyIn, publicKeyOf, signatureOf, signBytes } from './pack-key.ts'
import type { Secrets } from './secrets.ts'

/** The secret with the private key that signs the editions of a hall: PEM (PKCS#8). */
export const editionKeySecret = 'edition-key'
/** Where the key stood before: a file in the data folder. It is taken over once, and removed. */
export const editionKeyFile = 'edition-key.pem'

/** What the signature of an edition covers. */
export type SignedMark = { edition: number; effectiveDate: Day; hash: string }

/** Signs what an edition is named by, the manifest of a pack of it, and the heads of the record. */
export type EditionSigner = {
  publicKey: string
  sign(mark: SignedMark): string
  signPack(manifest: Uint8Array): Signature
  /** The hall's word for a head of its record, and whether it is its own. */
  signHead(head: Head): string
  isHeadSigned(head: SignedHead): boolean
}

/** The signer of a hall; its key is made when there is none. A key that is no Ed25519 key throws. */
export function editionSigner(secrets: Secrets, dataFolder?: string): EditionSigner {
  if (secrets.get(editionKeySecret) === undefined)
    secrets.set(editionKeySecret, keyOfFile(dataFolder) ?? newKeys().privateKey)
  const key = privateKeyIn(secrets.get(editionKeySecret) ?? '')
  if (!key) throw new Error('the key of the editions is no Ed25519 key. Restore the hall from a backup')
  // Only now: until here the file was the only copy. A file with another key is not ours to remove.
  if (dataFolder !== undefined && isKeyOfFile(dataFolder, publicKeyOf(key)))
    rmSync(join(dataFolder, editionKeyFile), { force: true })
  return signerWith(key)
}

/** The key that an earlier version kept in a file; one that holds none throws. */
function keyOfFile(dataFolder: string | undefined): string | undefined {
  const file = dataFolder === undefined ? undefined : join(dataFolder, editionKeyFile)
  if (file === undefined || !existsSync(file)) return undefined
  const pem = readFileSync(file, 'utf8')
  if (!privateKeyIn(pem))
    throw new Error(`${editionKeyFile} holds no Ed25519 key. Restore it from a backup, or move it away`)
  return pem
}

function isKeyOfFile(dataFolder: string, publicKey: string): boolean {
  const file = join(dataFolder, editionKeyFile)
  const key = existsSync(file) ? privateKeyIn(readFileSync(file, 'utf8')) : undefined
  return key !== undefined && publicKeyOf(key) === publicKey
}

const signerWith = (key: KeyObject): EditionSigner => ({
  publicKey: publicKeyOf(key),
  sign: (mark) => signBytes(signedBytes(mark), key).signature,
  signPack: (manifest) => signBytes(manifest, key),
  signHead: (head) => signatureOf(headBytes(head), key),
  isHeadSigned: ({ signature, ...head }) => isSignedBy(headBytes(head), publicKeyOf(key), signature),
})

/** Whether a public key (SPKI, DER, base64) signed this number, day and hash. */
export const isEditionSigned = (mark: SignedMark, signature: string, publicKey: string): boolean =>
  isSignedBy(signedBytes(mark), publicKey, signature)

/** One line each; the first says what is signed, so that no other signature of the key passes for this one. */
const signedBytes = ({ edition, effectiveDate, hash }: SignedMark): Uint8Array =>
  Buffer.from(['changgu edition', edition, effectiveDate, hash, ''].join('\n'), 'utf8')

const headBytes = ({ hallSeq, hash }: Head): Uint8Array =>
  Buffer.from(['changgu record', hallSeq, hash, ''].join('\n'), 'utf8')

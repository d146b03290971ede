import { randomUUID, type KeyObject } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Head, SignedHead } from '../domain/log.ts'
import type { Day } from '../domain/time.ts'
import type { Signature } from './pack-format.ts'
import { isSignedBy, newKeys, privateKeyIn, publicKeyOf, signBytes } from './pack-key.ts'

/** The file of a hall's data folder with the private key that signs its editions: PEM (PKCS#8), for its owner alone. */
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

/** The signer of a data folder; its key is made when there is none. A file without an Ed25519 key throws. */
export function editionSigner(dataFolder: string): EditionSigner {
  const file = join(dataFolder, editionKeyFile)
  if (!existsSync(file)) writeWhole(file, newKeys().privateKey)
  const key = privateKeyIn(readFileSync(file, 'utf8'))
  if (!key) throw new Error(`${editionKeyFile} holds no Ed25519 key. Restore it from a backup, or move it away`)
  return signerWith(key)
}

const signerWith = (key: KeyObject): EditionSigner => ({
  publicKey: publicKeyOf(key),
  sign: (mark) => signBytes(signedBytes(mark), key).signature,
  signPack: (manifest) => signBytes(manifest, key),
  signHead: (head) => signBytes(headBytes(head), key).signature,
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

/** A crash leaves the whole file or none; nobody else may read it, not even for a moment. */
function writeWhole(file: string, text: string): void {
  const made = `${file}.${randomUUID()}`
  try {
    const handle = openSync(made, 'wx', 0o600)
    try {
      writeSync(handle, text)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(made, file)
  } finally {
    rmSync(made, { force: true })
  }
}

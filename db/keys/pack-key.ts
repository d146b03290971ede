import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { Signature } from '../manual/pack-format.ts'

/** A new pair of keys to sign packs with: Ed25519, as PEM (PKCS#8 and SPKI). */
export function newKeys(): { privateKey: string; publicKey: string; fingerprint: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    fingerprint: fingerprintOf(publicKey),
  }
}

/** The private key in a PEM; undefined if there is none of Ed25519 in it. */
export const privateKeyIn = (pem: string): KeyObject | undefined => ed25519(() => createPrivateKey(pem))

/** The fingerprint of the public key in a PEM, or the one that is written there itself. */
export function trustedIn(text: string): string | undefined {
  // It is read out and typed in groups, however they are set apart.
  const written = text.toLowerCase().replaceAll(/[\s:‐–-]/g, '')
  if (/^[0-9a-f]{64}$/.test(written)) return written
  if (text.includes('PRIVATE KEY')) return undefined
  const key = ed25519(() => createPublicKey(text))
  return key && fingerprintOf(key)
}

/** Signs the bytes of a manifest. */
export function signBytes(bytes: Uint8Array, privateKey: KeyObject): Signature {
  const publicKey = createPublicKey(privateKey)
  return {
    algorithm: 'Ed25519',
    publicKey: spkiOf(publicKey).toString('base64'),
    fingerprint: fingerprintOf(publicKey),
    signature: sign(null, bytes, privateKey).toString('base64'),
  }
}

/** The signature alone (base64), for what is signed many times a second. */
export const signatureOf = (bytes: Uint8Array, privateKey: KeyObject): string =>
  sign(null, bytes, privateKey).toString('base64')

/** The public key to a private one: SPKI, DER, base64. */
export const publicKeyOf = (privateKey: KeyObject): string => spkiOf(createPublicKey(privateKey)).toString('base64')

/** Whether a public key (SPKI, DER, base64) signed these bytes; what is no key of Ed25519 signed nothing. */
export function isSignedBy(bytes: Uint8Array, publicKey: string, signature: string): boolean {
  const key = keyIn(publicKey)
  return key !== undefined && verify(null, bytes, key, Buffer.from(signature, 'base64'))
}

/** Why a signature does not hold for these bytes; undefined if it does. */
export function whyUnsigned(bytes: Uint8Array, { publicKey, fingerprint, signature }: Signature): string | undefined {
  const key = keyIn(publicKey)
  if (!key) return 'publicKey'
  if (fingerprintOf(key) !== fingerprint) return 'fingerprint'
  return verify(null, bytes, key, Buffer.from(signature, 'base64')) ? undefined : 'signature'
}

/** The fingerprint of a public key (SPKI, DER, base64); undefined if it is none of Ed25519. */
export function fingerprintOfKey(publicKey: string): string | undefined {
  const key = keyIn(publicKey)
  return key && fingerprintOf(key)
}

const keyIn = (publicKey: string): KeyObject | undefined =>
  ed25519(() => createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' }))

const spkiOf = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' })
const fingerprintOf = (key: KeyObject): string => createHash('sha256').update(spkiOf(key)).digest('hex')

function ed25519(read: () => KeyObject): KeyObject | undefined {
  try {
    const key = read()
    return key.asymmetricKeyType === 'ed25519' ? key : undefined
  } catch {
    return undefined
  }
}

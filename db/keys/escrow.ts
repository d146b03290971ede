import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'
import { dataKeyIn, type DataKey } from './data-key.ts'
import { hkdf } from './hkdf.ts'

/**
 * A data key, closed so that only the recovery key of the hall opens it: X25519 with a key made for this once, HKDF-SHA-256
 * and AES-256-GCM, bound to the machine. In base64: the made public key (SPKI, 44 bytes), a nonce of 12, the sealed key of
 * 32, a tag of 16.
 */
export function sealDataKey(key: DataKey, recoveryPub: string, machine: string): string {
  const made = generateKeyPairSync('x25519')
  const head = made.publicKey.export({ type: 'spki', format: 'der' })
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sharedKey(made.privateKey, publicKeyIn(recoveryPub), head), nonce)
  cipher.setAAD(Buffer.from(machine))
  const sealed = [cipher.update(Buffer.from(key, 'hex')), cipher.final(), cipher.getAuthTag()]
  return Buffer.concat([head, nonce, ...sealed]).toString('base64')
}

const headLength = 44

/** The data key of a machine; undefined where it was sealed for another recovery key or another machine, or was changed. */
export function openDataKey(sealed: string, recoveryKey: KeyObject, machine: string): DataKey | undefined {
  const bytes = Buffer.from(sealed, 'base64')
  if (bytes.length !== headLength + 12 + 32 + 16) return undefined
  try {
    const head = bytes.subarray(0, headLength)
    const nonce = bytes.subarray(headLength, headLength + 12)
    const shared = sharedKey(recoveryKey, publicKeyIn(head.toString('base64')), head)
    const decipher = createDecipheriv('aes-256-gcm', shared, nonce)
    decipher.setAAD(Buffer.from(machine))
    decipher.setAuthTag(bytes.subarray(-16))
    const key = Buffer.concat([decipher.update(bytes.subarray(headLength + 12, -16)), decipher.final()])
    return dataKeyIn(key.toString('hex'))
  } catch {
    return undefined
  }
}

const publicKeyIn = (spki: string): KeyObject =>
  createPublicKey({ key: Buffer.from(spki, 'base64'), type: 'spki', format: 'der' })

/** The made public key is in the salt, so that one sealing says nothing of another. */
const sharedKey = (privateKey: KeyObject, publicKey: KeyObject, head: Uint8Array): Buffer =>
  hkdf(diffieHellman({ privateKey, publicKey }), head, 'changgu escrow')

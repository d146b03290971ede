import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { fromCrockford, inGroups, readCrockford, toCrockford } from '../../domain/crockford.ts'

/**
 * The recovery key of a hall: X25519. Its public half is known to every machine, which seals its database key to it; its
 * private half stands on paper alone, as 56 digits of Crockford's base32, the last four a checksum.
 */

const keyLength = 32
const sumLength = 4
const keyDigits = Math.ceil((keyLength * 8) / 5) + sumLength
/** What stands before the 32 bytes of an X25519 private key in PKCS#8, DER. */
const pkcs8Head = Buffer.from('302e020100300506032b656e04220420', 'hex')

/** A new pair: the public half as SPKI (DER, base64), the private half as it is written down. */
export function newRecoveryKey(): { publicKey: string; paper: string } {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  const secret = privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-keyLength)
  const digits = toCrockford(secret)
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    paper: inGroups(digits + sumOf(secret)),
  }
}

/** The private key that was written down; 'mistyped' where a digit is missing or the checksum does not fit. */
export function readRecoveryKey(typed: string): KeyObject | 'mistyped' {
  const digits = readCrockford(typed)
  const secret = fromCrockford(digits.slice(0, -sumLength))
  if (secret?.length !== keyLength || sumOf(secret) !== digits.slice(-sumLength)) return 'mistyped'
  return createPrivateKey({ key: Buffer.concat([pkcs8Head, secret]), format: 'der', type: 'pkcs8' })
}

/** Whether as many characters were typed as a recovery key has, right or wrong. */
export const isAllTyped = (typed: string): boolean => readCrockford(typed).length >= keyDigits

const sumOf = (secret: Uint8Array): string =>
  toCrockford(createHash('sha256').update('changgu recovery ').update(secret).digest()).slice(0, sumLength)

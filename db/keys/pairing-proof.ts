import { createHmac, createPrivateKey, scrypt, sign, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { hkdf } from './hkdf.ts'
import { isSignedBy } from './pack-key.ts'

/** The proofs of pairing and of devices: what each side computes from the code, its key and its own TLS connection. */

const stretchAsync = promisify<string, string, number, object, Buffer>(scrypt)
/** 32 MiB and some tens of milliseconds for each guess of a code. */
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 }

/** The code as both sides keep it while it is good: stretched by scrypt, base64. It is bound to the machine that was invited. */
export async function stretchCode(code: string, machine: string): Promise<string> {
  return (await stretchAsync(code, `changgu-pair-v1 ${machine}`, 32, cost)).toString('base64')
}

const keyOf = (stretched: string): Buffer =>
  hkdf(Buffer.from(stretched, 'base64'), Buffer.alloc(0), 'changgu-pair-v1 mac')

/** What a PC says of itself. */
type Said = { machine: string; name: string; key: string }

/** What a PC proves with: it has the code, and speaks on this connection (`exported`). */
export const clientMac = (stretched: string, exported: Buffer, { machine, name, key }: Said): string =>
  macOf(stretched, exported, 'client', JSON.stringify([machine, name, key]))

/** What the hall proves with: it has the code too, and says this on the same connection. */
export const serverMac = (stretched: string, exported: Buffer, body: string): string =>
  macOf(stretched, exported, 'server', body)

const macOf = (stretched: string, exported: Buffer, side: string, said: string): string =>
  createHmac('sha256', keyOf(stretched)).update(`${side}\n`).update(exported).update(said).digest('base64')

/** Whether two proofs are the same, in a time that tells nothing of where they differ. */
export function isSameMac(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one, 'base64'), Buffer.from(other, 'base64')]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** The proof of a device for one connection: its signature over what only the two ends of that connection know. */
export const signDevice = (privateKeyPem: string, device: string, exported: Buffer): string =>
  sign(null, signedBytes(device, exported), createPrivateKey(privateKeyPem)).toString('base64url')

/** Whether a device with this public key (SPKI, DER, base64) proved itself on this connection. */
export const isDeviceProof = (key: string, device: string, exported: Buffer, signature: string): boolean =>
  isSignedBy(signedBytes(device, exported), key, signature)

const signedBytes = (device: string, exported: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`changgu device\n${device}\n`, 'utf8'), exported])

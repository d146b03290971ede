import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto'

/** How a line of a journal is sealed. */

/** Sealed with every line: one that was moved, or is of another machine, does not open. */
export const whereOf = (machine: string, part: number, line: number): Buffer =>
  Buffer.from(`${machine}/${part}/${line}`)

const nonceLength = 12
/** Random bytes are fetched for many lines at once: the system gives them as quickly as a few. */
let nonces = Buffer.alloc(0)

function freshNonce(): Buffer {
  if (nonces.length === 0) nonces = randomBytes(nonceLength * 256)
  const nonce = nonces.subarray(0, nonceLength)
  nonces = nonces.subarray(nonceLength)
  return nonce
}

export function seal(key: KeyObject, where: Buffer, text: string): Buffer {
  const nonce = freshNonce()
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(where)
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return Buffer.from(`${sealed.toString('base64')}\n`, 'latin1')
}

/** The text of a line; undefined where it is damaged, of another place or under another key. */
export function open(key: KeyObject, where: Buffer, text: string): string | undefined {
  const sealed = Buffer.from(text, 'base64')
  if (sealed.length < 28) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
    decipher.setAAD(where)
    decipher.setAuthTag(sealed.subarray(-16))
    return decipher.update(sealed.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return undefined
  }
}

import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { hkdf } from '../db/keys/hkdf.ts'
import { maskNumber, readSealed, writeSealed } from '../domain/case/resident-number.ts'

/**
 * Seals 주민등록번호 with the number key of the hall: AES-256-GCM, so that a database, a backup or an export alone does not
 * open one. The index is an HMAC: there are few enough numbers to try them all, so without the key it says nothing.
 */
export type NumberSeal = {
  /** The kept text of a number. */
  seal(number: string): string
  /** The number of a kept text; undefined for anything else, or under another key. */
  open(kept: string): string | undefined
  index(number: string): string
}

const algorithm = 'aes-256-gcm'
const ivLength = 12
const tagLength = 16
const purpose = Buffer.from('changgu number 1')

/** The seal of a number key (32 bytes, base64). */
export function numberSeal(key: string): NumberSeal {
  const root = Buffer.from(key, 'base64')
  const derived = (use: string) => hkdf(root, Buffer.alloc(0), `changgu number ${use}`)
  const [sealing, indexing] = [derived('seal'), derived('index')]
  const index = (number: string) => createHmac('sha256', indexing).update(number).digest('hex')
  return {
    index,
    seal(number) {
      const iv = randomBytes(ivLength)
      const cipher = createCipheriv(algorithm, sealing, iv).setAAD(purpose)
      const body = Buffer.concat([cipher.update(number, 'utf8'), cipher.final()])
      const sealed = Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
      return writeSealed({ masked: maskNumber(number), sealed, index: index(number) })
    },
    open(kept) {
      const bytes = Buffer.from(readSealed(kept)?.sealed ?? '', 'base64url')
      if (bytes.length <= ivLength + tagLength) return undefined
      try {
        const opening = createDecipheriv(algorithm, sealing, bytes.subarray(0, ivLength)).setAAD(purpose)
        opening.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength))
        const body = bytes.subarray(ivLength + tagLength)
        return Buffer.concat([opening.update(body), opening.final()]).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}

import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { messageOf } from '../files/message-of.ts'
import { readOrdinary, whyNotRead } from '../files/ordinary-file.ts'
import { writeNew } from '../files/write-whole.ts'
import { hkdf } from './hkdf.ts'

const DataKeySchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'DataKey'>()

/** The key under which a machine keeps all that it writes: 32 random bytes in hexadecimal. */
export type DataKey = z.infer<typeof DataKeySchema>

/** How a file is closed: under a key, or not at all, which is for tests of the driver alone. */
export type DatabaseKey = DataKey | 'plain'

/** A key that nobody has had before. */
export const newDataKey = (): DataKey => DataKeySchema.parse(randomBytes(32).toString('hex'))

/** The key that a text holds, alone but for the white space around it; undefined if it holds none. */
export const dataKeyIn = (text: string): DataKey | undefined => DataKeySchema.safeParse(text.trim()).data

/** A key for one purpose, which says nothing of the data key or of its other uses. */
export const derivedKey = (key: DataKey, purpose: string): Buffer =>
  hkdf(Buffer.from(key, 'hex'), Buffer.alloc(0), `changgu ${purpose}`)

/** More bytes than a key and the white space around it ever take. */
const most = 4096

/** The key in a key file. A file that is missing, or holds something else, is said in a sentence. */
export function readKeyFile(path: string): { key: DataKey } | { wrong: string } {
  try {
    const read = readOrdinary(path, most)
    if ('refused' in read) return { wrong: `The key file cannot be read: ${whyNotRead(path, read, most)}` }
    const key = dataKeyIn(read.bytes.toString('utf8'))
    return key ? { key } : { wrong: `${path} holds no key: 64 characters from 0 to 9 and a to f.` }
  } catch (error) {
    return { wrong: whyNotThere(path, error) }
  }
}

function whyNotThere(path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/^(?:ENOENT|ENOTDIR)$/.test(code)) return `There is no key file ${path}: connect its disk, or check --key-file.`
  if (/^(?:EACCES|EPERM)$/.test(code))
    return `The key file ${path} may not be read by this account: let it be read, or call this as the account that may.`
  return `The key file cannot be read: ${messageOf(error)}`
}

/** Writes a key file for its owner alone, whole or not at all; one that is there already is never written over, and throws. */
export const writeKeyFile = (path: string, key: DataKey): void => writeNew(path, `${key}\n`)

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { makeFolder } from '../db/files/make-folder.ts'
import { messageOf } from '../db/files/message-of.ts'
import { isPlain, moveDurably } from '../db/keys/closed-file.ts'
import { dataKeyIn, newDataKey, readKeyFile, type DataKey } from '../db/keys/data-key.ts'
import { jsonIn } from '../domain/json-in.ts'

/** What the operating system offers to keep a secret, as Electron's `safeStorage` gives it. */
export type SafeStore = {
  isEncryptionAvailable(): boolean
  /** Which store it is; on Linux it may be one that protects nothing. */
  backend(): string
  encryptString(text: string): Buffer
  decryptString(sealed: Buffer): string
}

/** Why a PC has no key: its screen says what to do about each. */
type NoKey = {
  why: 'noStore' | 'weakStore' | 'otherStore' | 'sealBroken' | 'keyMissing' | 'keyFile' | 'notKept'
  detail: string
}

type Asked = { folder: string; machine: string; store: SafeStore; keyFile?: string | undefined }

/** The file of a PC's folder that holds its data key, sealed by the operating system. */
export const keptKeyFile = 'data-key.json'

const KeptKey = z.strictObject({ backend: z.string(), sealed: z.base64() })

/** Stores that keep a secret in the clear, or of which nothing is known. */
const weak: ReadonlySet<string> = new Set(['basic_text', 'unknown'])

/** The data key of a PC: from a key file if it was told one, else as the operating system keeps it; made for a new PC. */
export function keyOfPc({ folder, machine, store, keyFile }: Asked): { key: DataKey } | NoKey {
  if (keyFile !== undefined) {
    const read = readKeyFile(keyFile)
    return 'wrong' in read ? { why: 'keyFile', detail: read.wrong } : read
  }
  // Asked first: Electron calls encryption unavailable in such a store.
  const backend = store.backend()
  if (weak.has(backend)) return { why: 'weakStore', detail: backend }
  if (!store.isEncryptionAvailable()) return { why: 'noStore', detail: '' }
  const file = join(folder, keptKeyFile)
  try {
    if (existsSync(file)) return unsealed(readFileSync(file, 'utf8'), backend, store)
    const database = join(folder, `${machine}.db`)
    if (existsSync(database) && !isPlain(database)) return { why: 'keyMissing', detail: file }
    return { key: keepNew(file, folder, backend, store) }
  } catch (error) {
    return { why: 'notKept', detail: messageOf(error) }
  }
}

function unsealed(text: string, backend: string, store: SafeStore): { key: DataKey } | NoKey {
  const kept = KeptKey.safeParse(jsonIn(text))
  if (!kept.success) return { why: 'sealBroken', detail: keptKeyFile }
  const key = opened(Buffer.from(kept.data.sealed, 'base64'), store)
  if (key) return { key }
  const isOther = kept.data.backend !== backend
  return isOther ? { why: 'otherStore', detail: `${kept.data.backend}, ${backend}` } : { why: 'sealBroken', detail: '' }
}

function opened(sealed: Buffer, store: SafeStore): DataKey | undefined {
  try {
    return dataKeyIn(store.decryptString(sealed))
  } catch {
    // The operating system does not say why it cannot: another user, another profile, a reset password, or on Windows
    // another `Local State` of Chromium, where the key of the seal lies.
    return undefined
  }
}

/** Nothing is written under a key that cannot be opened again. */
function keepNew(file: string, folder: string, backend: string, store: SafeStore): DataKey {
  const key = newDataKey()
  const sealed = store.encryptString(key)
  if (opened(sealed, store) !== key) throw new Error('what the operating system sealed, it does not open')
  makeFolder(folder)
  const made = `${file}.new`
  rmSync(made, { force: true })
  writeFileSync(made, JSON.stringify({ backend, sealed: sealed.toString('base64') }), { mode: 0o600 })
  moveDurably(made, file)
  return key
}

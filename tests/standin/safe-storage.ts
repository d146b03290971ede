import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { app } from './app.ts'

/**
 * Electron's `safeStorage` over a keyring of the stand-in: a file beside the user's data. STANDIN_SAFE_STORAGE chooses how
 * it behaves: the name of a store of Linux (each has a secret of its own; `basic_text` has none, so that nothing is
 * encrypted), `unavailable` for one that was selected and does not answer, or `throws` at every opening.
 */
const behaviour = () => process.env['STANDIN_SAFE_STORAGE'] ?? 'gnome_libsecret'
const withoutKey: ReadonlySet<string> = new Set(['basic_text', 'unavailable'])
const isAvailable = (): boolean => app.isReady() && !withoutKey.has(behaviour())

export const safeStorage = {
  isEncryptionAvailable: isAvailable,
  getSelectedStorageBackend: (): string => (app.isReady() ? store() : 'unknown'),
  encryptString(text: string): Buffer {
    if (!isAvailable())
      throw new Error(
        'Error while encrypting the text provided to safeStorage.encryptString. Encryption is not available.',
      )
    return sealWith(secretIn(app.getPath('userData'), store()), text)
  },
  decryptString(sealed: Buffer): string {
    const failed = 'Error while decrypting the ciphertext provided to safeStorage.decryptString.'
    if (!isAvailable()) throw new Error(`${failed} Decryption is not available.`)
    if (behaviour() === 'throws') throw new Error(failed)
    return openWith(secretIn(app.getPath('userData'), store()), sealed)
  },
}

const store = () => (['throws', 'unavailable'].includes(behaviour()) ? 'gnome_libsecret' : behaviour())

/** Opens what the stand-in has sealed in a user's folder, for a test that looks into that folder. */
export const openSealed = (folder: string, sealed: Buffer): string =>
  openWith(secretIn(folder, 'gnome_libsecret'), sealed)

function secretIn(folder: string, backend: string): Buffer {
  const file = `${folder}.keyring/${backend}`
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, randomBytes(32))
  }
  return readFileSync(file)
}

function sealWith(secret: Buffer, text: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', secret, nonce)
  return Buffer.concat([Buffer.from('v11'), nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
}

function openWith(secret: Buffer, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(3, 15))
  decipher.setAuthTag(sealed.subarray(-16))
  return decipher.update(sealed.subarray(15, -16), undefined, 'utf8') + decipher.final('utf8')
}

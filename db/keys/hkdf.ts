import { createHmac } from 'node:crypto'

/**
 * HKDF with SHA-256 (RFC 5869): a key of 32 bytes for one purpose. Put together from HMAC, since `hkdfSync` of Node is missing
 * in some versions of Electron, whose cryptography is BoringSSL; of a key as long as the hash one block is all of it.
 */
export function hkdf(secret: Uint8Array, salt: Uint8Array, purpose: string): Buffer {
  const extracted = createHmac('sha256', salt).update(secret).digest()
  return createHmac('sha256', extracted).update(purpose).update(Buffer.of(1)).digest()
}

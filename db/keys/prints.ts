import { createHash, X509Certificate } from 'node:crypto'

/** Fingerprints by which people compare keys and certificates: SHA-256, hex. */

/** Of a certificate, PEM; empty where it is none. */
export function printOf(certificate: string): string {
  try {
    return createHash('sha256').update(new X509Certificate(certificate).raw).digest('hex')
  } catch {
    return ''
  }
}

/** Of a public key: SPKI, DER, base64. */
export const keyPrintOf = (key: string): string => createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex')

import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Day } from '../../domain/time.ts'

/** The form of a pack: a manual in one ZIP, described in docs/ADOPTION.md. What it says of its files is signed. */

export const formatVersion = 1
export const manifestFile = 'manifest.json'
export const signatureFile = 'signature.json'

/** More than any manual needs, and little enough for every PC. */
export const limits = { files: 2000, file: 2 * 2 ** 20, total: 32 * 2 ** 20, pack: 32 * 2 ** 20 }

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What a pack holds: every file with its SHA-256, from whom and of which day. `edition` is the hash of the content. */
export const Manifest = z.strictObject({
  format: z.literal('changgu-manual'),
  version: z.literal(formatVersion),
  institution: z.string().trim().min(1),
  edition: sha256,
  kinds: z.int().min(1),
  created: Day,
  files: z.array(z.strictObject({ path: z.string(), size: z.int().min(0), sha256 })).min(1),
})
export type Manifest = z.infer<typeof Manifest>

/** Who signed the bytes of manifest.json. The fingerprint is the SHA-256 of the public key (SPKI, DER). */
export const Signature = z.strictObject({
  algorithm: z.literal('Ed25519'),
  publicKey: z.base64(),
  fingerprint: sha256,
  signature: z.base64(),
})
export type Signature = z.infer<typeof Signature>

export const hashOfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The settings of a manual; another file beside them, such as a copy of hall.yaml, is nobody's. */
const settingsFiles: readonly string[] = ['hall.yaml', 'holidays.yaml', 'categories.yaml', 'words.yaml']

/** The files that belong to a manual: settings, kinds, templates. Nothing else goes into a pack or comes out of one. */
export const isManualPath = (path: string): boolean =>
  settingsFiles.includes(path) ||
  (/^(kinds\/[A-Z]{3}-[0-9]{2,3}\.yaml|documents\/[A-Za-z]+\.html|documents\/style\.css)$/.test(path) &&
    !isReserved(path))

/** Names that mean a device under Windows, whatever follows the dot. */
export const isReserved = (path: string): boolean =>
  path.split(/[/\\]/).some((name) => /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i.test(name))

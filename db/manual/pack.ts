import type { KeyObject } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canonical } from '../../domain/canonical.ts'
import type { Day } from '../../domain/time.ts'
import type { Fault } from '../files/fault.ts'
import { writeFiles } from '../files/folder-swap.ts'
import { signBytes, whyUnsigned } from '../keys/pack-key.ts'
import { manualBytes } from './manual-files.ts'
import { readManual, type ManualFolder } from './manual-folder.ts'
import { packFault } from './pack-fault.ts'
import { formatVersion, hashOfBytes, Manifest, manifestFile, Signature, signatureFile } from './pack-format.ts'
import { hasStaff, withNobody, withoutPeople } from './pack-people.ts'
import { unzipFiles, zipFiles, type Files } from './pack-zip.ts'

/** A manual in one file, with what it says of itself. */
export type Packed = { bytes: Uint8Array; manifest: Manifest; signature?: Signature }

/** Signs the bytes of a manifest. */
type Sign = (manifest: Uint8Array) => Signature
type Wish = { key?: KeyObject | undefined; withStaff?: boolean }

/** Packs a sound manual folder; with a private key it is signed. The people in hall.yaml stay here unless it is wished otherwise. */
export function packManual(
  folder: string,
  created: Day,
  { key, withStaff = false }: Wish = {},
): Packed | { faults: Fault[] } {
  const manual = readManual(folder)
  if ('faults' in manual) return manual
  const files = manualBytes(folder)
  if ('faults' in files) return files
  return packFiles(withStaff ? files : withoutPeople(files), manual, created, key && ((bytes) => signBytes(bytes, key)))
}

/** Packs the files of a manual, whose content is said to be sound. */
export function packFiles(files: Files, manual: Named, created: Day, sign?: Sign): Packed {
  const manifest = manifestOf(manual, files, created)
  const text = Buffer.from(canonical(manifest))
  const signature = sign?.(text)
  const signed: [string, Uint8Array][] = signature ? [[signatureFile, Buffer.from(canonical(signature))]] : []
  const bytes = zipFiles(new Map([[manifestFile, text], ...signed, ...files]))
  return { bytes, manifest, ...(signature && { signature }) }
}

/** Whom a pack must come from: the owner of a key, anyone who signed it, or nobody at all. */
export type Trust = { fingerprint: string } | 'anySigner' | 'unsigned'

/** `edition` is the hash that this version of the program gives the content; another version may name it otherwise. */
export type Opened = {
  files: Files
  manifest: Manifest
  signer: string | null
  edition: string
  /** What the files say; without people where the pack names none. */
  manual: ManualFolder
  hasStaff: boolean
}

/** Opens a pack in memory and examines all of it: names, sizes, manifest, signature, contents, the manual itself. */
export function openPack(bytes: Uint8Array, trust: Trust): Opened | { faults: Fault[] } {
  const inside = unzipFiles(bytes)
  if ('faults' in inside) return inside
  const manifest = readManifest(inside)
  if ('faults' in manifest) return manifest
  const signer = signerOf(inside, trust)
  if (typeof signer === 'object' && signer !== null) return signer
  const files = new Map([...inside].filter(([path]) => path !== manifestFile && path !== signatureFile))
  const faults = faultsOfFiles(manifest, files)
  if (faults.length > 0) return { faults }
  const isPeopled = hasStaff(files)
  const read = manualIn(isPeopled ? files : withNobody(files))
  if ('faults' in read) return read
  const manual = isPeopled ? read : { ...read, profile: { ...read.profile, staff: [] } }
  return { files, manifest, signer, edition: read.hash, manual, hasStaff: isPeopled }
}

/** What a manifest says of a manual beside its files. */
type Named = Pick<ManualFolder, 'profile' | 'content' | 'hash'>

function manifestOf(manual: Named, files: Files, created: Day): Manifest {
  const { profile, content, hash } = manual
  return {
    format: 'changgu-manual',
    version: formatVersion,
    created,
    institution: profile.office?.name ?? profile.name,
    edition: hash,
    kinds: content.kinds.length,
    files: [...files].map(([path, file]) => ({ path, size: file.length, sha256: hashOfBytes(file) })),
  }
}

function readManifest(inside: Files): Manifest | { faults: Fault[] } {
  const bytes = inside.get(manifestFile)
  if (!bytes) return { faults: [packFault(manifestFile, 'manifestMissing')] }
  const said = jsonInBytes(bytes)
  const { format, version } = (said ?? {}) as { format?: unknown; version?: unknown }
  if (said !== undefined && format !== 'changgu-manual')
    return { faults: [packFault(manifestFile, 'formatUnknown', JSON.stringify(format ?? null))] }
  if (said !== undefined && version !== formatVersion)
    return { faults: [packFault(manifestFile, 'versionUnknown', JSON.stringify(version ?? null))] }
  const parsed = Manifest.safeParse(said)
  const at = parsed.error?.issues[0]?.path.join('.') ?? ''
  if (!parsed.success) return { faults: [packFault(manifestFile, 'manifestWrong', at === '' ? 'JSON' : at)] }
  // What is signed are the bytes, and there is only one way to write them.
  const isCanonical = Buffer.from(canonical(parsed.data)).equals(bytes)
  return isCanonical ? parsed.data : { faults: [packFault(manifestFile, 'manifestWrong', 'RFC 8785')] }
}

/** The fingerprint of who signed, null if nobody did and that is enough, or why it is not. */
function signerOf(inside: Files, trust: Trust): string | null | { faults: Fault[] } {
  const wrong = (...args: Parameters<typeof packFault>) => ({ faults: [packFault(...args)] })
  const bytes = inside.get(signatureFile)
  if (!bytes) return trust === 'unsigned' ? null : wrong(signatureFile, 'signatureMissing')
  const parsed = Signature.safeParse(jsonInBytes(bytes))
  if (!parsed.success) return wrong(signatureFile, 'signatureWrong', parsed.error.issues[0]?.path.join('.') || 'JSON')
  const why = whyUnsigned(inside.get(manifestFile) ?? new Uint8Array(), parsed.data)
  if (why !== undefined) return wrong(signatureFile, 'signatureWrong', why)
  const { fingerprint } = parsed.data
  const isTrusted = typeof trust === 'string' || trust.fingerprint === fingerprint
  return isTrusted ? fingerprint : wrong(signatureFile, 'signerUnknown', fingerprint)
}

function faultsOfFiles({ files: listed }: Manifest, files: Files): Fault[] {
  const paths = new Set(listed.map((f) => f.path))
  return [
    ...listed.flatMap(({ path, size, sha256 }) => {
      const bytes = files.get(path)
      if (!bytes) return [packFault(path, 'fileAbsent')]
      return bytes.length === size && hashOfBytes(bytes) === sha256 ? [] : [packFault(path, 'contentDiffers')]
    }),
    ...[...files.keys()].filter((path) => !paths.has(path)).map((path) => packFault(path, 'fileUnlisted')),
  ]
}

/** The manual in files. The program reads folders, so it is written out for a moment, where nobody looks. */
export function manualIn(files: Files): ReturnType<typeof readManual> {
  const folder = mkdtempSync(join(tmpdir(), 'changgu-pack-'))
  try {
    writeFiles(folder, files)
    return readManual(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function jsonInBytes(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

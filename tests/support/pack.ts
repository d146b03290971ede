import { zipSync, type ZipAttributes } from 'fflate'
import { newKeys, privateKeyIn, signBytes } from '../../db/keys/pack-key.ts'
import { manualBytes } from '../../db/manual/manual-files.ts'
import { hashOfBytes, type Manifest } from '../../db/manual/pack-format.ts'
import { packManual } from '../../db/manual/pack.ts'
import { canonical } from '../../domain/canonical.ts'

const { privateKey } = newKeys()
/** The key of the sender, and one that is somebody else's. */
export const key = privateKeyIn(privateKey) ?? fail()
export const otherKey = privateKeyIn(newKeys().privateKey) ?? fail()

function fail(): never {
  throw new Error('no key')
}

/** A pack as a hostile or clumsy hand would make it: what it holds and what it says of itself can be changed. */
export type Forgery = {
  files?: { [path: string]: Uint8Array | [Uint8Array, ZipAttributes] | null }
  manifest?: (manifest: Manifest) => unknown
  signature?: (signature: { [field: string]: string }) => unknown
  bytes?: (bytes: Buffer) => Uint8Array
}

/** Packs a folder, forged as a test wishes; the signature is made anew, so that only what is tested is wrong. */
export function forge(folder: string, { files = {}, manifest = (m) => m, signature = (s) => s, bytes }: Forgery) {
  const packed = packManual(folder, '2026-11-24', { key, withStaff: true })
  const own = manualBytes(folder)
  if ('faults' in packed || 'faults' in own) throw new Error('the manual of the test is not sound')
  const said = manifest(structuredClone(packed.manifest))
  const text = Buffer.from(typeof said === 'string' ? said : canonical(said))
  const signed = signature(signBytes(text, key))
  const all: NonNullable<Forgery['files']> = {
    'manifest.json': said === null ? null : text,
    'signature.json': signed === null ? null : Buffer.from(typeof signed === 'string' ? signed : canonical(signed)),
    ...Object.fromEntries(own),
    ...files,
  }
  const inside = Object.entries(all).flatMap(([path, file]) => (file === null ? [] : [[path, file] as const]))
  const zip = Buffer.from(zipSync(Object.fromEntries(inside), { level: 6 }))
  return bytes ? bytes(zip) : zip
}

/** A manifest that lists one more file, truly. */
export const listing =
  (path: string, content: Uint8Array) =>
  (manifest: Manifest): Manifest => ({
    ...manifest,
    files: [...manifest.files, { path, size: content.length, sha256: hashOfBytes(content) }],
  })

/** Writes another text of the same length wherever the first one stands. */
export const overwrite = (from: string, to: string) => (bytes: Buffer) =>
  Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1')

/** Changes bytes of the entry of a file in the central directory, from a place after its start. */
export const inDirectory =
  (path: string, at: number, to: number[]) =>
  (bytes: Buffer): Buffer => {
    const copy = Buffer.from(bytes)
    copy.set(to, copy.lastIndexOf(path) - 46 + at)
    return copy
  }

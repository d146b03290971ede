import { zipSync } from 'fflate'
import type { Fault } from '../files/fault.ts'
import { entriesIn, unpacked, type ZipEntry } from '../files/zip.ts'
import { packFault } from './pack-fault.ts'
import { isManualPath, isReserved, limits, manifestFile, signatureFile } from './pack-format.ts'

/** Files by their path in a pack. */
export type Files = ReadonlyMap<string, Uint8Array>

/** The bytes of a pack: the same for the same files, whenever and wherever they are packed. */
export function zipFiles(files: Files): Uint8Array {
  const entries = [...files].map(([path, bytes]): [string, [Uint8Array, typeof plain]] => [path, [bytes, plain]])
  return zipSync(Object.fromEntries(entries))
}

// The oldest day that a ZIP knows; a regular file under Unix, to be read by all.
const plain = { level: 9, mtime: '1980-01-01T00:00:00', os: 3, attrs: 0o100644 << 16 } as const

/** The files in a pack, if every one of them may come out. Nothing is unpacked before all names and sizes are judged. */
export function unzipFiles(bytes: Uint8Array): Files | { faults: Fault[] } {
  if (bytes.length > limits.pack) return { faults: [packFault('', 'packTooLarge', inMiB(limits.pack))] }
  const entries = entriesIn(bytes)
  if (!entries) return { faults: [packFault('', 'notZip')] }
  const faults = [...faultsOfWhole(entries), ...entries.flatMap(faultsOfEntry), ...twice(entries)]
  if (faults.length > 0) return { faults }
  const files = new Map<string, Uint8Array>()
  for (const entry of entries) {
    const file = unpacked(bytes, entry)
    if (!file) return { faults: [packFault(entry.name, 'contentDiffers')] }
    files.set(entry.name, file)
  }
  return files
}

function faultsOfWhole(entries: readonly ZipEntry[]): Fault[] {
  const sum = (of: (entry: ZipEntry) => number) => entries.reduce((total, entry) => total + of(entry), 0)
  const isTooMany = entries.length > limits.files
  const isTooLarge = sum((e) => e.size) > limits.total || sum((e) => e.packed) > limits.total
  return [
    ...(isTooMany ? [packFault('', 'tooManyFiles', String(limits.files))] : []),
    ...(isTooLarge ? [packFault('', 'totalTooLarge', inMiB(limits.total))] : []),
  ]
}

function faultsOfEntry({ name, flags, method, packed, size, mode }: ZipEntry): Fault[] {
  const isEncrypted = (flags & 1) === 1
  const isLink = (mode & 0o170000) === 0o120000
  if (/^([/\\]|[A-Za-z]:)/.test(name)) return [packFault(name, 'pathAbsolute')]
  if (name.split(/[/\\]/).includes('..')) return [packFault(name, 'pathOutside')]
  if (isReserved(name) || name.includes('\\') || /[<>:"|?*]|[. ](\/|$)/.test(name))
    return [packFault(name, 'pathWindows')]
  if (!isManualPath(name) && name !== manifestFile && name !== signatureFile) return [packFault(name, 'pathUnknown')]
  if (isLink) return [packFault(name, 'linkInside')]
  if (isEncrypted || (method !== 0 && method !== 8)) return [packFault(name, 'wayOfPacking')]
  return Math.max(packed, size) > limits.file ? [packFault(name, 'fileTooLarge', inMiB(limits.file))] : []
}

/** Two names that one machine takes for the same. */
function twice(entries: readonly ZipEntry[]): Fault[] {
  const names = entries.map((e) => e.name.toLowerCase())
  const again = entries.filter((e, i) => names.indexOf(e.name.toLowerCase()) < i)
  return again.map(({ name }) => packFault(name, 'nameTwice'))
}

const inMiB = (bytes: number): string => `${bytes / 2 ** 20} MiB`

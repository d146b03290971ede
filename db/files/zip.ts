import { crc32, inflateRawSync } from 'node:zlib'

/**
 * Reads ZIP files that strangers made: by the central directory alone, so that what was judged by it is what comes out.
 * Local headers, other directories (ZIP64) and what lies between them are not listened to.
 */

/** A file as the directory tells it; `at` is where its local header stands. Sizes are bytes. */
export type ZipEntry = {
  name: string
  flags: number
  method: number
  crc: number
  packed: number
  size: number
  mode: number
  at: number
}

/** What the directory says of every file; undefined if there is none. */
export function entriesIn(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && bytes.length - end <= 22 + 0xffff && view.getUint32(end, true) !== 0x06054b50) end -= 1
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) return undefined
  const entries: ZipEntry[] = []
  let from = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (from + 46 > end || view.getUint32(from, true) !== 0x02014b50) return undefined
    const [short, long] = [(n: number) => view.getUint16(from + n, true), (n: number) => view.getUint32(from + n, true)]
    const flags = short(8)
    const encoding = (flags & 0x800) === 0 ? 'latin1' : 'utf8'
    const name = Buffer.from(bytes.subarray(from + 46, from + 46 + short(28))).toString(encoding)
    const sizes = { crc: long(16), packed: long(20), size: long(24) }
    entries.push({ name, flags, method: short(10), ...sizes, mode: long(38) >>> 16, at: long(42) })
    from += 46 + short(28) + short(30) + short(32)
  }
  return entries
}

/** The bytes of a file, never more than the directory says; undefined if they are not what it says. */
export function unpacked(bytes: Uint8Array, { method, crc, packed, size, at }: ZipEntry): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50) return undefined
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const data = bytes.subarray(from, from + packed)
  const file = method === 0 ? data : method === 8 ? inflated(data, size) : undefined
  return file?.length === size && crc32(file) === crc ? file : undefined
}

function inflated(data: Uint8Array, most: number): Uint8Array | undefined {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, most) })
  } catch {
    return undefined
  }
}

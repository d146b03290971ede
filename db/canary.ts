import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Where a text stands in clear: `offset` in bytes from the start of the file. */
type Sighting = { file: string; offset: number; encoding: string }

/** What a search has seen. A file that could not be read, and a link that was not followed, is no proof of anything. */
export type Searched = { found: Sighting[]; files: number; bytes: number; unreadable: string[]; links: string[] }

type Pattern = { encoding: string; bytes: Buffer }

const chunk = 1 << 20
/** Of one file, as many as show where the text comes from. */
const most = 20

/** Searches folders and files byte by byte for a text in UTF-8, UTF-16 (both ways) and CP949; links are not followed. */
export function searchForText(text: string, places: readonly string[]): Searched {
  const patterns = patternsOf(text)
  const seen: Searched = { found: [], files: 0, bytes: 0, unreadable: [], links: [] }
  for (const place of places) searchPlace(place, patterns, seen)
  return seen
}

function searchPlace(place: string, patterns: readonly Pattern[], seen: Searched): void {
  try {
    for (const entry of readdirSync(place, { withFileTypes: true })) {
      const path = join(place, entry.name)
      if (entry.isDirectory()) searchPlace(path, patterns, seen)
      else if (entry.isFile()) searchFile(path, patterns, seen)
      else if (entry.isSymbolicLink() && leadsOn(path)) seen.links.push(path)
    }
  } catch (error) {
    if (isCode(error, 'ENOTDIR')) return searchFile(place, patterns, seen)
    // What went while it was looked at holds nothing any more; a place that was never there is a mistake of the caller.
    if (!isCode(error, 'ENOENT')) seen.unreadable.push(place)
  }
}

/** Whether a link leads to a file or folder: a browser keeps locks as links that lead to none. */
function leadsOn(link: string): boolean {
  const target = statSync(link, { throwIfNoEntry: false })
  return target?.isFile() === true || target?.isDirectory() === true
}

function searchFile(path: string, patterns: readonly Pattern[], seen: Searched): void {
  let handle: number | undefined
  try {
    handle = openSync(path, 'r')
    seen.bytes += searchIn(handle, path, patterns, seen.found)
    seen.files += 1
  } catch (error) {
    if (!isCode(error, 'ENOENT')) seen.unreadable.push(path)
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

/** Reads in pieces that overlap, so that a text across two of them is seen once. Returns how many bytes there were. */
function searchIn(handle: number, file: string, patterns: readonly Pattern[], found: Sighting[]): number {
  const longest = Math.max(...patterns.map((p) => p.bytes.length))
  const buffer = Buffer.alloc(chunk + longest - 1)
  let kept = 0
  let from = 0
  const before = found.length
  for (;;) {
    const read = readSync(handle, buffer, kept, chunk, null)
    if (read === 0) return from + kept
    const there = buffer.subarray(0, kept + read)
    for (const { encoding, bytes } of patterns) {
      // What lies wholly in the overlap was seen with the piece before.
      const first = Math.max(0, kept - bytes.length + 1)
      let at = there.indexOf(bytes, first)
      while (at !== -1 && found.length - before < most) {
        found.push({ file, offset: from + at, encoding })
        at = there.indexOf(bytes, at + 1)
      }
    }
    const next = Math.min(longest - 1, there.length)
    buffer.copyWithin(0, there.length - next, there.length)
    from += there.length - next
    kept = next
  }
}

function patternsOf(text: string): Pattern[] {
  const little = Buffer.from(text, 'utf16le')
  const apart = text.normalize('NFD')
  const all = [
    { encoding: 'UTF-8', bytes: Buffer.from(text, 'utf8') },
    ...(apart === text ? [] : [{ encoding: 'UTF-8 (NFD)', bytes: Buffer.from(apart, 'utf8') }]),
    { encoding: 'UTF-16LE', bytes: little },
    { encoding: 'UTF-16BE', bytes: Buffer.from(little).swap16() },
    ...cp949(text),
  ]
  // Plain Latin text is the same in UTF-8 and CP949.
  return all.filter((p, i) => !all.slice(0, i).some((q) => q.bytes.equals(p.bytes)))
}

/** A text as Korean Windows wrote it; none if it has a character that this code lacks. */
function cp949(text: string): Pattern[] {
  const table = new Map<string, number[]>()
  const decoder = new TextDecoder('euc-kr')
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x41; trail <= 0xfe; trail++) {
      const read = decoder.decode(Uint8Array.of(lead, trail))
      if (read.length === 1 && read !== '\uFFFD' && !table.has(read)) table.set(read, [lead, trail])
    }
  const bytes = Array.from(text, (c) => ((c.codePointAt(0) ?? 0) < 0x80 ? [c.charCodeAt(0)] : table.get(c)))
  return bytes.every((b) => b !== undefined) ? [{ encoding: 'CP949', bytes: Buffer.from(bytes.flat()) }] : []
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

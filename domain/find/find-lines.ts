import { keyed, lettersOf, type Keyed } from './find-keys.ts'
import { makeParts, type Parts } from './find-parts.ts'

/** What a short text is of its kind. `family` is another name that a sister kind has: 엘리베이터 of all 승강기 kinds. */
export type LineField = 'name' | 'synonym' | 'english' | 'family' | 'form'

/** A short text by which a kind is found, in keys. `entry` is the number of its kind, -1 if that is gone. */
export type Line = Keyed & { at: number; entry: number; field: LineField; text: string; bits: number }

/** How much a place is worth beside the name. */
export const weightOf: { readonly [field in LineField]: number } = {
  name: 1,
  synonym: 0.97,
  english: 0.9,
  family: 0.9,
  form: 0.7,
}

/** The short texts of all kinds, with the lines that hold three keys, two letters or two initials. */
export interface Lines {
  all: Line[]
  entries: number
  of(entry: number): readonly Line[]
  add(entry: number, field: LineField, text: string): void
  drop(entry: number): void
  /** The entry of each line, as in `all`, where many are looked through. */
  entryAt: Int32Array
  triples: Parts
  pairs: Parts
  initialPairs: Parts
  /** By the first key of a line, and how many keys it has. */
  firstKeys: Map<string, number[][]>
  /** How often a word closes a name: 등록, 변경신고, 재발급. */
  closings: Map<string, number>
}

/** Makes an empty index of lines. What is dropped stays in the postings, with no entry, until the next start. */
export function makeLines(): Lines {
  const all: Line[] = []
  const byEntry: Line[][] = []
  const lines: Lines = {
    all,
    entries: 0,
    entryAt: new Int32Array(1024),
    firstKeys: new Map(),
    triples: makeParts(3),
    pairs: makeParts(2),
    initialPairs: makeParts(2),
    closings: new Map(),
    of: (entry) => byEntry[entry] ?? [],
    add(entry, field, text) {
      const { keys, cased, letters, initials, flags } = keyed(text)
      if (keys === '') return
      const line: Line = {
        keys,
        cased,
        letters,
        initials,
        flags,
        at: all.length,
        entry,
        field,
        text,
        bits: lettersOf(keys),
      }
      lines.entries = Math.max(lines.entries, entry + 1)
      all.push(line)
      noteEntry(lines, line)
      lines.triples.add(line.keys, line.at)
      lines.pairs.add(line.letters, line.at)
      lines.initialPairs.add(line.initials, line.at)
      noteFirstKey(lines, line)
      const own = (byEntry[entry] ??= [])
      own.push(line)
      if (field === 'name') countClosing(lines.closings, text, 1)
    },
    drop(entry) {
      for (const line of byEntry[entry] ?? []) {
        line.entry = -1
        lines.entryAt[line.at] = -1
        if (line.field === 'name') countClosing(lines.closings, line.text, -1)
      }
      byEntry[entry] = []
    },
  }
  return lines
}

function noteEntry(lines: Lines, { at, entry }: Line): void {
  if (at === lines.entryAt.length) {
    const larger = new Int32Array(at * 2)
    larger.set(lines.entryAt)
    lines.entryAt = larger
  }
  lines.entryAt[at] = entry
}

function noteFirstKey({ firstKeys }: Lines, { keys, at }: Line): void {
  const first = keys.charAt(0)
  const byLength = firstKeys.get(first) ?? []
  firstKeys.set(first, byLength)
  ;(byLength[keys.length] ??= []).push(at)
}

function countClosing(closings: Map<string, number>, name: string, by: 1 | -1): void {
  const words = name.split(' ')
  const last = words.at(-1) ?? ''
  if (words.length < 2 || last.length < 2 || last.length > 5) return
  closings.set(last, (closings.get(last) ?? 0) + by)
}

/** 소방시설업변경신고 → 소방시설업, 변경신고: a word that closes names is taken off what was typed without spaces. */
export function splitClosing(lines: Lines, word: string): string[] {
  for (let length = Math.min(5, word.length - 2); length >= 2; length--) {
    const end = word.slice(-length)
    if ((lines.closings.get(end) ?? 0) >= 2) return [word.slice(0, -length), end]
  }
  return [word]
}

/** How much a part says that so many lines have. */
export const rarity = (lines: Lines, count: number): number => Math.log(1 + lines.all.length / (count + 0.5))

/** The shortest lines that begin with these keys: where little was typed, those of which it is most. */
export function beginWith(lines: Lines, keys: string, most: number): Line[] {
  const found: Line[] = []
  const byLength = lines.firstKeys.get(keys.charAt(0)) ?? []
  for (let length = keys.length; length < byLength.length; length++)
    for (const at of byLength[length] ?? []) {
      const line = lines.all[at]
      if (line && line.entry >= 0 && line.keys.startsWith(keys)) found.push(line)
      if (found.length === most) return found
    }
  return found
}

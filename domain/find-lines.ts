import { keyed, lettersOf, type Keyed } from './find-keys.ts'

/** What a short text is of its kind. `family` is another name that a sister kind has: 엘리베이터 of all 승강기 kinds. */
export type LineField = 'name' | 'synonym' | 'english' | 'family' | 'form'

/** A short text by which a kind is found, in keys. `entry` is the number of its kind, -1 if that is gone. */
export type Line = Keyed & { at: number; entry: number; field: LineField; text: string; bits: number }

/** How much a place is worth beside the name. */
export const weightOf: { readonly [field in LineField]: number } = {
  ...{ name: 1, synonym: 0.97, english: 0.9, family: 0.9, form: 0.7 },
}

/** The short texts of all kinds, with the lines that hold three keys, two letters or two initials. */
export interface Lines {
  all: Line[]
  entries: number
  of(entry: number): readonly Line[]
  add(entry: number, field: LineField, text: string): void
  drop(entry: number): void
  triples: Postings
  pairs: Postings
  initialPairs: Postings
  /** By the first key of a line. */
  firstKeys: Postings
  /** How often a word closes a name: 등록, 변경신고, 재발급. */
  closings: Map<string, number>
}
type Postings = Map<string, number[]>

/** Makes an empty index of lines. What is dropped stays in the postings, with no entry, until the next start. */
export function makeLines(): Lines {
  const all: Line[] = []
  const byEntry: Line[][] = []
  const lines: Lines = {
    ...{ all, entries: 0, triples: new Map(), pairs: new Map(), initialPairs: new Map(), firstKeys: new Map() },
    closings: new Map(),
    of: (entry) => byEntry[entry] ?? [],
    add(entry, field, text) {
      const line: Line = { ...keyed(text), at: all.length, entry, field, text, bits: 0 }
      if (line.keys === '') return
      line.bits = lettersOf(line.keys)
      lines.entries = Math.max(lines.entries, entry + 1)
      all.push(line)
      post(lines.triples, line.keys, 3, line.at)
      post(lines.pairs, line.letters, 2, line.at)
      post(lines.initialPairs, line.initials, 2, line.at)
      post(lines.firstKeys, line.keys.charAt(0), 1, line.at)
      const own = (byEntry[entry] ??= [])
      own.push(line)
      if (field === 'name') countClosing(lines.closings, text, 1)
    },
    drop(entry) {
      for (const line of byEntry[entry] ?? []) {
        line.entry = -1
        if (line.field === 'name') countClosing(lines.closings, line.text, -1)
      }
      byEntry[entry] = []
    },
  }
  return lines
}

function post(postings: Postings, text: string, length: number, at: number): void {
  for (const part of partsOf(text, length)) {
    const list = postings.get(part)
    if (!list) postings.set(part, [at])
    else if (list.at(-1) !== at) list.push(at)
  }
}

/** Every stretch of so many letters. */
export function partsOf(text: string, length: number): string[] {
  const parts: string[] = []
  for (let i = 0; i + length <= text.length; i++) parts.push(text.slice(i, i + length))
  return parts
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
  const found = (lines.firstKeys.get(keys.charAt(0)) ?? []).flatMap((at) => {
    const line = lines.all[at]
    return line && line.entry >= 0 && line.keys.startsWith(keys) ? [line] : []
  })
  return found.toSorted((a, b) => a.keys.length - b.keys.length || a.at - b.at).slice(0, most)
}

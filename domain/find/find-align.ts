import { nearest, slipsAllowed } from './find-distance.ts'
import { keysIn, lettersOf, syllableStart, wordEnd, wordStart } from './find-keys.ts'
import { weightOf, type Line } from './find-lines.ts'

/** How good a line is for what was typed, and the stretch of its keys that matched. */
export type Match = { score: number; from: number; to: number }

/** What is looked for: its keys, as they were pressed, its letters as bits, and how far a text may be from it. */
export type Sought = { keys: string; cased: string; bits: number; slips: number }

const starts = { line: 0.915, word: 0.87, syllable: 0.83 }
const roughStarts = { line: 0.9, word: 0.86, syllable: 0.8 }
const ends = { word: 0.035, syllable: 0.012, none: 0 }

/** All that was typed, in one line: exactly, at the start of something, or nearly. */
export function align(sought: Sought, line: Line): Match | undefined {
  const { keys, cased } = sought
  const weight = weightOf[line.field]
  if (line.keys === keys) return { score: weight * (line.cased === cased ? 1 : 0.985), from: 0, to: keys.length }
  const share = (0.05 * keys.length) / line.keys.length
  const exact = exactPlace(keys, line)
  if (exact && exact.score >= starts.syllable) {
    const same = line.cased.startsWith(cased, exact.from) ? 0.008 : 0
    return { ...exact, score: weight * (exact.score + same + share) }
  }
  const near = nearPlace(sought, line)
  if (near) {
    const closeness = 1 - near.distance / keys.length
    const end = ((line.flags[near.to] ?? 0) & wordEnd) !== 0 ? ends.word : 0
    const base = startWorth(line, near.from, roughStarts) + end
    const score = base * closeness * closeness + share * 0.8
    if (score > (exact?.score ?? 0)) return { score: weight * score, from: near.from, to: near.to }
  }
  return exact && { ...exact, score: weight * (exact.score + share) }
}

type Worths = { line: number; word: number; syllable: number }

const startWorth = (line: Line, at: number, worth: Worths): number =>
  at === 0 ? worth.line : ((line.flags[at] ?? 0) & wordStart) !== 0 ? worth.word : worth.syllable

/** The best place where all keys stand as they are. In the middle of a syllable they stand by chance. */
function exactPlace(keys: string, line: Line): Match | undefined {
  let best: Match | undefined
  for (let from = line.keys.indexOf(keys); from >= 0; from = line.keys.indexOf(keys, from + 1)) {
    const to = from + keys.length
    const after = line.flags[to] ?? 0
    const end = (after & wordEnd) !== 0 ? ends.word : (after & syllableStart) !== 0 ? ends.syllable : ends.none
    const isStart = ((line.flags[from] ?? 0) & syllableStart) !== 0
    const score = (isStart ? startWorth(line, from, starts) : keys.length >= 6 ? 0.6 : 0.3) + end
    if (!best || score > best.score) best = { score, from, to }
    if (from === 0) break
  }
  return best
}

/** The nearest place, unless so many letters are missing that there can be none. */
const nearPlace = ({ keys, bits, slips }: Sought, line: Line) =>
  slips <= 0 || ones(bits & ~line.bits) > slips ? undefined : nearest(keys, line.keys, line.flags, slips)

function ones(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

/** A word of several: what act it may also mean, what it is without 사 or 업체, and how much it says. */
export type Word = Sought & { text: string; weight: number; meant: Meant[]; bare: Meant[] }
type Meant = { keys: string; near: number }

/** What is looked for when these letters are; `isKnown` tells that they stand somewhere as they are. */
export function soughtOf(keys: string, cased: string, isKnown: boolean, share = 1): Sought {
  return { keys, cased, bits: lettersOf(keys), slips: isKnown ? 0 : slipsAllowed(keys.length) * share }
}

/** What a word means, in keys. */
export const meantOf = (meanings: readonly [string, number][]): Meant[] =>
  meanings.map(([text, near]) => ({ keys: keysIn(text), near: 0.92 * near }))

/** One word in a line: a whole word of it is best, then its start, its end, the middle, another word for it, nearly it. */
export function alignWord(word: Word, line: Line): Match {
  let best = placeOfWord(word.keys, line, 1)
  for (const others of [word.meant, word.bare])
    for (const { keys, near } of others) {
      if (near <= best.score) continue
      const other = placeOfWord(keys, line, near)
      if (other.score > best.score) best = other
    }
  const near = best.score < 0.5 ? nearPlace(word, line) : undefined
  if (near) {
    const closeness = 1 - near.distance / word.keys.length
    const isWhole = ((line.flags[near.to] ?? 0) & wordEnd) !== 0
    const isStart = ((line.flags[near.from] ?? 0) & wordStart) !== 0
    const score = (isStart ? (isWhole ? 0.97 : 0.9) : 0.8) * closeness * closeness
    if (score > best.score) best = { score, from: near.from, to: near.to }
  }
  return { ...best, score: best.score * weightOf[line.field] }
}

function placeOfWord(keys: string, line: Line, worth: number): Match {
  let best: Match = { score: 0, from: 0, to: 0 }
  for (let from = line.keys.indexOf(keys); from >= 0; from = line.keys.indexOf(keys, from + 1)) {
    const to = from + keys.length
    const score = worth * worthOfPlace(line, from, to)
    if (score > best.score) best = { score, from, to }
    if (score === worth) break
  }
  return best
}

function worthOfPlace({ flags }: Line, from: number, to: number): number {
  const at = flags[from] ?? 0
  const isWhole = ((flags[to] ?? 0) & wordEnd) !== 0
  if ((at & wordStart) !== 0) {
    if (isWhole) return 1
    let end = to
    while (end < flags.length - 1 && ((flags[end] ?? 0) & wordEnd) === 0) end++
    return 0.84 + (0.12 * (to - from)) / (end - from)
  }
  if ((at & syllableStart) !== 0) return isWhole ? 0.9 : 0.84
  return to - from >= 7 ? 0.5 : 0
}

import { linesAcross, piecesAcross } from './find-across.ts'
import { isConsonant, keysOf, syllableStart, wordStart } from './find-keys.ts'
import { beginWith, weightOf, type Line, type Lines } from './find-lines.ts'
import { partsOf } from './find-parts.ts'
import type { Best } from './find-rank.ts'

/** Kinds by the initial consonants of their letters: ㅅㅁㅇ, 신문ㅅㅇ. */

/** The lines whose initials hold these. */
export function findInitials(lines: Lines, initials: string, keep: (line: Line, best: Best) => void): void {
  for (const line of withInitials(lines, initials)) {
    if (line.entry < 0) continue
    const worth = worthOfInitials(line, initials)
    const share = (0.05 * initials.length) / line.initials.length
    if (worth > 0) keep(line, { score: weightOf[line.field] * (worth + share), line })
  }
}

/** In two pieces, and in more; less than where they stand together. */
const [inTwo, inMore] = [0.66, 0.6]

/** The lines in which these initials stand with words left out between them. */
export function findAcross(lines: Lines, initials: string, keep: (line: Line, best: Best) => void): void {
  for (const line of linesAcross(lines, initials)) {
    const pieces = line.entry < 0 ? undefined : piecesAcross(line, initials)
    if (!pieces) continue
    const share = (0.05 * initials.length) / line.initials.length
    keep(line, { score: weightOf[line.field] * ((pieces.length < 3 ? inTwo : inMore) + share), line })
  }
}

/** So many lines are looked at for a single consonant. */
const mostByOne = 160

/** The shortest list of lines in which all of them must be; a single one is looked for at the start. */
function withInitials(lines: Lines, initials: string): readonly Line[] {
  const lists = partsOf(initials, 2).map((pair) => lines.initialPairs.of(pair))
  if (lists.length === 0) return beginWith(lines, initials, mostByOne)
  const shortest = lists.reduce((a, b) => (b.length < a.length ? b : a))
  return shortest.flatMap((at) => lines.all[at] ?? [])
}

function worthOfInitials(line: Line, initials: string): number {
  const first = line.initials.indexOf(initials)
  if (first < 0) return 0
  if (first === 0) return initials.length === line.initials.length ? 1 : 0.9
  return placeOfInitials(line, initials, first) < 0 ? 0.7 : 0.8
}

/** Where initials stand at the start of a word, or -1. */
export function placeOfInitials(
  { initials, flags }: Pick<Line, 'initials' | 'flags'>,
  sought: string,
  from = 0,
): number {
  let [key, letter] = [-1, -1]
  for (let at = initials.indexOf(sought, from); at >= 0; at = initials.indexOf(sought, at + 1)) {
    while (letter < at) if (((flags[++key] ?? syllableStart) & syllableStart) !== 0) letter++
    if (((flags[key] ?? 0) & wordStart) !== 0) return at
  }
  return -1
}

/** The lines that hold syllables and initials as they were typed (신문ㅅㅇ), or one after the other (측량업 … ㅂㄱ). */
export function findMixed(lines: Lines, pattern: string, keep: (line: Line, best: Best) => void): void {
  const letters = patternOf(pattern)
  const pieces = piecesOf(pattern)
  for (const line of withPieces(lines, pieces)) {
    if (line.entry < 0) continue
    const at = placeOfPattern(letters, line)
    const worth = at === 0 ? 0.9 : at > 0 ? 0.75 : hasInOrder(pieces, line) ? 0.68 : 0
    const share = (0.05 * letters.length) / line.letters.length
    if (worth > 0) keep(line, { score: weightOf[line.field] * (worth + share), line })
  }
}

type PatternLetter = { letter: string; isInitial: boolean }

export const patternOf = (pattern: string): PatternLetter[] =>
  Array.from(pattern).map((letter) =>
    isConsonant(letter)
      ? { letter: keysOf(letter).charAt(0).toLowerCase(), isInitial: true }
      : { letter, isInitial: false },
  )

/** The stretches that are syllables alone or initials alone. */
export const piecesOf = (pattern: string): PatternLetter[][] =>
  (pattern.match(/[ㄱ-ㅎ]+|[^ㄱ-ㅎ]+/g) ?? []).map(patternOf)

/** The lines of the rarest pair of letters in the pieces; all if they have none. */
function withPieces(lines: Lines, pieces: readonly PatternLetter[][]): readonly Line[] {
  const lists = pieces.flatMap((piece) => {
    const postings = piece[0]?.isInitial === true ? lines.initialPairs : lines.pairs
    return partsOf(piece.map((p) => p.letter).join(''), 2).map((pair) => postings.of(pair))
  })
  if (lists.length === 0) return lines.all
  return lists.reduce((a, b) => (b.length < a.length ? b : a)).flatMap((at) => lines.all[at] ?? [])
}

function hasInOrder(pieces: readonly PatternLetter[][], line: Line): boolean {
  let from = 0
  for (const piece of pieces) {
    const at = placeOfPattern(piece, line, from)
    if (at < 0) return false
    from = at + piece.length
  }
  return true
}

/** Where a pattern begins in a line, or -1. */
export function placeOfPattern(
  pattern: readonly PatternLetter[],
  line: Pick<Line, 'letters' | 'initials'>,
  first = 0,
): number {
  const isAt = (from: number) =>
    pattern.every(({ letter, isInitial }, i) => (isInitial ? line.initials : line.letters)[from + i] === letter)
  for (let from = first; from + pattern.length <= line.letters.length; from++) if (isAt(from)) return from
  return -1
}

import { syllableStart, wordStart } from './find-keys.ts'
import { beginWith, type Line, type Lines } from './find-lines.ts'

/** 낱말을 건너뛴 초성: initials that leave words of a name out, ㄷㅂㅇㅍㅇ for 대부업·대부중개업 폐업신고. */

/** A stretch of letters: where it begins and how many they are. */
type Piece = { at: number; length: number }

/** Fewer initials, or more pieces, would stand in too many names by chance. */
const [leastAcross, leastOfWords, leastPiece, mostPieces] = [4, 3, 2, 3]
/** So many of the shortest lines are looked at for the first initials of all words. */
const mostByWords = 160

/**
 * Where initials stand in a line word by word: in a few pieces, each begun at a word and no single letter (ㄷㅂㅇ and
 * ㅍㅇ), or as the first initial of every word from the first on (ㄷㄷㅍ).
 */
export function piecesAcross(line: Pick<Line, 'initials' | 'flags'>, sought: string): Piece[] | undefined {
  const words = wordsIn(line)
  if (sought.length >= leastAcross) {
    const pieces = piecesFrom(line.initials, words, sought, mostPieces)
    if (pieces) return pieces
  }
  const firsts = words.map((at) => line.initials.charAt(at)).join('')
  if (sought.length < leastOfWords || !firsts.startsWith(sought)) return undefined
  return words.slice(0, sought.length).map((at) => ({ at, length: 1 }))
}

/** The lines in which initials may stand so: those with the first and the last pair of them, or that begin with the first. */
export function linesAcross(lines: Lines, sought: string): Iterable<Line> {
  const found = new Set(sought.length < leastOfWords ? [] : beginWith(lines, sought.slice(0, 1), mostByWords))
  if (sought.length < leastAcross) return found
  const pairs = [sought.slice(0, 2), sought.slice(-2)].toSorted(
    (a, b) => lines.initialPairs.of(a).length - lines.initialPairs.of(b).length,
  )
  const [rarer = '', other = ''] = pairs
  for (const at of lines.initialPairs.of(rarer)) {
    const line = lines.all[at]
    if (line?.initials.includes(other)) found.add(line)
  }
  return found
}

/** The letters at which words begin. */
function wordsIn({ flags }: Pick<Line, 'flags'>): number[] {
  const words: number[] = []
  let letter = -1
  for (let key = 0; key < flags.length - 1; key++) {
    const flag = flags[key] ?? 0
    if ((flag & syllableStart) === 0) continue
    letter++
    if ((flag & wordStart) !== 0) words.push(letter)
  }
  return words
}

/** The longest first piece with which the others stand after it. */
function piecesFrom(initials: string, words: readonly number[], sought: string, most: number): Piece[] | undefined {
  if (sought === '') return []
  if (most === 0) return undefined
  for (const at of words) {
    let length = 0
    while (length < sought.length && initials[at + length] === sought[length]) length++
    for (; length >= leastPiece; length--) {
      const end = at + length
      const later = words.filter((word) => word >= end)
      const rest = piecesFrom(initials, later, sought.slice(length), most - 1)
      if (rest) return [{ at, length }, ...rest]
    }
  }
  return undefined
}

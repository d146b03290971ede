import { piecesAcross } from './find-across.ts'
import { nearest, slipsAllowed } from './find-distance.ts'
import { patternOf, piecesOf, placeOfInitials, placeOfPattern } from './find-initials.ts'
import { keyed, keysIn, syllableStart, wordStart, type Keyed } from './find-keys.ts'
import { partsOf } from './find-parts.ts'
import type { Query } from './find-query.ts'
import type { Meanings } from './find-words.ts'

/** A stretch of a text, [from, to), UTF-16. */
export type Mark = [number, number]

/** The stretches of a text that were typed: the whole, else word by word, else two letters at a time. */
export function marksIn(query: Query, text: string, meanings: Meanings): Mark[] {
  const places: Mark[] = []
  const keys = keyed(text, (from, to) => places.push([from, to]))
  const stretches = patternPlaces(query, keys) ?? wholeOrWords(query, keys, meanings)
  return joined(stretches.map(([from, to]): Mark => [places[from]?.[0] ?? 0, places[to - 1]?.[1] ?? 0]))
}

function wholeOrWords(query: Query, keys: Keyed, meanings: Meanings): Mark[] {
  const whole = wholePlace(query.keys, keys, 1)
  return whole ? [whole] : query.words.flatMap((word) => placesOfWord(word, keys, meanings))
}

/** Initials, or initials among syllables, as stretches of keys. */
function patternPlaces({ initials, isMixed, letters }: Query, keys: Keyed): Mark[] | undefined {
  if (initials === undefined && !isMixed) return undefined
  const starts = [...keys.flags.keys()].filter((i) => ((keys.flags[i] ?? 0) & syllableStart) !== 0)
  const stretch = (at: number, length: number): Mark => [starts[at] ?? 0, starts[at + length] ?? keys.keys.length]
  if (initials !== undefined) {
    const at = bestInitials(initials, keys)
    if (at >= 0) return [stretch(at, initials.length)]
    return piecesAcross(keys, initials)?.map((piece) => stretch(piece.at, piece.length))
  }
  const at = placeOfPattern(patternOf(letters), keys)
  if (at >= 0) return [stretch(at, letters.length)]
  let from = 0
  return piecesOf(letters).flatMap((piece) => {
    const place = placeOfPattern(piece, keys, from)
    if (place < 0) return []
    from = place + piece.length
    return [stretch(place, piece.length)]
  })
}

/** Where initials stand: at the start of a word if they do anywhere. */
function bestInitials(initials: string, keys: Keyed): number {
  const atWord = placeOfInitials(keys, initials)
  return atWord < 0 ? keys.initials.indexOf(initials) : atWord
}

/** Where keys stand: at the start of a word, else of a syllable, else nearly. */
function wholePlace(typed: string, { keys, flags }: Keyed, share: number): Mark | undefined {
  let best = -1
  for (let at = keys.indexOf(typed); at >= 0; at = keys.indexOf(typed, at + 1)) {
    const flag = flags[at] ?? 0
    if ((flag & wordStart) !== 0) return [at, at + typed.length]
    if ((flag & syllableStart) !== 0 && best < 0) best = at
  }
  if (best >= 0) return [best, best + typed.length]
  const slips = slipsAllowed(typed.length) * share
  const near = slips > 0 ? nearest(typed, keys, flags, slips) : undefined
  return near && [near.from, near.to]
}

function placesOfWord(word: string, keys: Keyed, meanings: Meanings): Mark[] {
  const place = wholePlace(keysIn(word), keys, 0.75)
  if (place) return [place]
  const exactly = (text: string): Mark[] => {
    const found = wholePlace(keysIn(text), keys, 0)
    return found ? [found] : []
  }
  const meant = (meanings(word) ?? []).flatMap(([text]) => exactly(text))
  return meant.length > 0 ? meant.slice(0, 1) : partsOf(word, 2).flatMap(exactly)
}

/** The stretches in order, those that touch made one. */
function joined(marks: readonly Mark[]): Mark[] {
  const result: Mark[] = []
  for (const [from, to] of marks.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else result.push([from, to])
  }
  return result
}

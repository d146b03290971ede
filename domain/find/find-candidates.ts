import { keysIn } from './find-keys.ts'
import { beginWith, rarity, type Lines } from './find-lines.ts'
import { partsOf, type Parts } from './find-parts.ts'
import type { Query } from './find-query.ts'
import type { Meanings } from './find-words.ts'

/** The entries worth a closer look: how much of the letters each has, and how many key triples each line has. */
export type Candidates = { cover: Map<number, number>; triplesOf: (line: number) => number; triples: number }

/** Finds the candidates of queries in an index; the numbers of one query stand until the next. */
type CandidateFinder = (query: Query, meanings: Meanings) => Candidates

const mostLines = 80
const mostEntries = 40
/** A pair of letters that so few lines have is a reason by itself. */
const rare = 40

/** Makes the finder over an index, with its room for counting. */
export function makeCandidateFinder(lines: Lines): CandidateFinder {
  const byLine = makeTally()
  const byEntry = makeTally()
  return (query, meanings) => {
    byLine.clear(lines.all.length)
    byEntry.clear(lines.entries)
    const triples = new Set(partsOf(query.keys, 3))
    const pairs = new Set(query.words.flatMap((word) => partsOf(word, 2)))
    const inLines = tally(lines, lines.triples, triples, byLine.addAll)
    // A pair counts once for an entry, whatever lines of it have the pair, and in whatever order they were put in.
    const inEntries = tally(lines, lines.pairs, pairs, (list, weight, turn) =>
      byEntry.addOnce(list, lines.entryAt, weight, turn),
    )
    const found = new Set<number>()
    const take = (entry: number) => entry >= 0 && found.add(entry)
    for (const at of byLine.best(mostLines, inLines.most * 0.25)) take(lines.all[at]?.entry ?? -1)
    for (const entry of byEntry.best(mostEntries, inEntries.most * 0.2)) take(entry)
    for (const at of scarce(lines, query, pairs)) take(lines.all[at]?.entry ?? -1)
    for (const at of meantBy(lines, query, meanings)) take(lines.all[at]?.entry ?? -1)
    const cover = new Map([...found].map((entry) => [entry, byEntry.sum(entry) / Math.max(inEntries.most, 1e-9)]))
    return { cover, triplesOf: byLine.count, triples: inLines.looked }
  }
}

/** Lines that begin with one or two keys, or that hold a rare pair of one of several words. */
function scarce(lines: Lines, { keys, words }: Query, pairs: ReadonlySet<string>): number[] {
  if (keys.length < 3) return beginWith(lines, keys, mostLines).map((line) => line.at)
  if (words.length < 2) return []
  return [...pairs].flatMap((pair) => {
    const list = lines.pairs.of(pair)
    return list.length <= rare ? list : []
  })
}

/**
 * Lines for what has no pair of letters in the index: a word of one letter (차) begins them, and an act that is called
 * otherwise (팔았) is in them by a rare pair of what it means.
 */
function meantBy(lines: Lines, { words }: Query, meanings: Meanings): number[] {
  // The last one may only be begun.
  const short = words.slice(0, -1).find((word) => word.length === 1)
  const begun = short === undefined ? [] : beginWith(lines, keysIn(short), mostLines)
  const unknown = words.filter((word) => partsOf(word, 2).every((pair) => lines.pairs.of(pair).length === 0))
  const meant = unknown.flatMap((word) => (meanings(word) ?? []).flatMap(([text]) => partsOf(text, 2)))
  const lists = [...new Set(meant)].map((pair) => lines.pairs.of(pair))
  return [...begun.map((line) => line.at), ...lists.flatMap((list) => (list.length <= rare ? list : []))]
}

/** So many places are looked at for one query; the rarest parts come first and say most. */
const mostWork = 16_000

/** Goes through the lists of some parts; gives how many, and the sum of all their weights, found or not. */
function tally(
  lines: Lines,
  index: Parts,
  parts: ReadonlySet<string>,
  add: (list: readonly number[], weight: number, turn: number) => void,
): { most: number; looked: number } {
  const lists = [...parts].map((part) => index.of(part)).toSorted((a, b) => a.length - b.length)
  let [most, looked, work] = [0, 0, 0]
  for (const list of lists) {
    work += list.length
    if (looked > 0 && work > mostWork) break
    const weight = rarity(lines, list.length)
    most += weight
    looked++
    add(list, weight, looked)
  }
  return { most, looked }
}

/** Sums by number, in arrays that are kept: emptied by what was touched, not by their length. */
export function makeTally() {
  let sums = new Float32Array(1024)
  let counts = new Uint8Array(1024)
  let turns = new Uint8Array(1024)
  let touched = new Int32Array(1024)
  let many = 0
  const add = (at: number, weight: number): void => {
    if (counts[at] === 0) touched[many++] = at
    sums[at] = (sums[at] ?? 0) + weight
    counts[at] = (counts[at] ?? 0) + 1
  }
  return {
    clear(length: number): void {
      for (let i = 0; i < many; i++) {
        const at = touched[i] ?? 0
        sums[at] = 0
        counts[at] = 0
        turns[at] = 0
      }
      many = 0
      if (length <= sums.length) return
      sums = new Float32Array(length * 2)
      counts = new Uint8Array(length * 2)
      turns = new Uint8Array(length * 2)
      touched = new Int32Array(length * 2)
    },
    add,
    addAll(list: readonly number[], weight: number): void {
      for (let i = 0; i < list.length; i++) add(list[i] ?? 0, weight)
    },
    /** Adds to what the numbers of a list stand for, once in a turn; what is gone stands for nothing. */
    addOnce(list: readonly number[], standsFor: Int32Array, weight: number, turn: number): void {
      for (let i = 0; i < list.length; i++) {
        const at = standsFor[list[i] ?? 0] ?? -1
        if (at < 0 || turns[at] === turn) continue
        turns[at] = turn
        add(at, weight)
      }
    },
    sum: (at: number): number => sums[at] ?? 0,
    count: (at: number): number => counts[at] ?? 0,
    best: (most: number, least: number): number[] => bestOf(touched.subarray(0, many), sums, most, least),
  }
}

/** The numbers with the greatest sums; all if there are no more than wanted. Among equals the first touched. */
function bestOf(touched: Int32Array, sums: Float32Array, most: number, least: number): number[] {
  if (touched.length <= most) return [...touched]
  const best: number[] = []
  let lowest = least
  for (const at of touched) {
    const sum = sums[at] ?? 0
    if (sum < least || (best.length === most && sum <= lowest)) continue
    let place = best.length < most ? best.length : most - 1
    while (place > 0 && (sums[best[place - 1] ?? 0] ?? 0) < sum) {
      best[place] = best[place - 1] ?? 0
      place--
    }
    best[place] = at
    if (best.length === most) lowest = sums[best[most - 1] ?? 0] ?? 0
  }
  return best
}

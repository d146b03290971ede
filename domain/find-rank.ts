import { align, alignWord, meantOf, soughtOf, type Match, type Sought, type Word } from './find-align.ts'
import type { Candidates } from './find-candidates.ts'
import { cheapestSlip } from './find-distance.ts'
import { keysIn, syllableStart, wordEnd, wordStart } from './find-keys.ts'
import { partsOf, rarity, splitClosing, weightOf, type Line, type Lines } from './find-lines.ts'
import type { Query } from './find-query.ts'
import type { Meanings } from './find-words.ts'

/** The best that is known of an entry: its score and the line by which it was found; a law has no line. */
export type Best = { score: number; line?: Line | undefined; why?: string }

/** A query made ready for many lines. */
type Plan = {
  whole: Sought
  /** The words one by one, if that can say more than the whole. */
  words: Word[]
  /** The same with closing words taken off; none if nothing is to be taken off. */
  split: Word[]
  /** A line with fewer triples cannot be near enough. */
  triplesNeeded: number
}

/** Makes a query ready: what may be wrong in it, what its words mean and how much each says. */
export function planOf(lines: Lines, query: Query, meanings: Meanings, { triples }: Candidates): Plan {
  const whole = soughtOf(query.keys, query.cased, isSomewhere(lines, query.keys))
  const wordOf = (text: string) => plannedWord(lines, text, meanings)
  const words = query.words.map(wordOf)
  const isPlain =
    words.length < 2 && query.words[0] === query.spoken.join('') && words.every((w) => w.meant.length === 0)
  const split = query.words.flatMap((word) => (isSomewhere(lines, keysIn(word)) ? [word] : splitClosing(lines, word)))
  return {
    ...{ whole, words: isPlain ? [] : words, split: split.length > words.length ? split.map(wordOf) : [] },
    triplesNeeded: Math.max(1, triples - 3 * Math.ceil(whole.slips / cheapestSlip)),
  }
}

function plannedWord(lines: Lines, text: string, meanings: Meanings): Word {
  const keys = keysIn(text)
  const counts = partsOf(text, 2).map((pair) => lines.pairs.get(pair)?.length ?? 0)
  const meant = meanings(text)
  // A word says as much as the commonest of what it means: 잃어버렸 is rare, 재발급 is not.
  const common = meant.map(([word]) => lines.pairs.get(word.slice(0, 2))?.length ?? 0)
  const count = Math.max(counts.length > 0 ? Math.min(...counts) : 50, ...common)
  const weight = rarity(lines, count) * (count === 0 ? 0.6 : 1)
  return { ...soughtOf(keys, keys, isSomewhere(lines, keys), 0.75), text, weight, meant: meantOf(meant) }
}

/** Whether these keys stand at the start of a syllable anywhere: then they are no slip. */
function isSomewhere(lines: Lines, keys: string): boolean {
  if (keys.length < 3) return true
  const lists = partsOf(keys, 3).map((triple) => lines.triples.get(triple) ?? [])
  const shortest = lists.reduce((a, b) => (b.length < a.length ? b : a))
  return shortest.some((at) => {
    const line = lines.all[at]
    if (!line || line.entry < 0) return false
    for (let from = line.keys.indexOf(keys); from >= 0; from = line.keys.indexOf(keys, from + 1))
      if (((line.flags[from] ?? 0) & syllableStart) !== 0) return true
    return false
  })
}

/** How good an entry is: the best of the whole in one line, word by word over its lines, and the share of its letters. */
export function rankEntry(
  plan: Plan,
  entry: readonly Line[],
  cover: number,
  triplesOf: (line: number) => number,
): Best {
  const whole = bestWhole(plan, entry, triplesOf)
  const [name] = entry
  // Words that stand together are at least as good as the same words in different places.
  const isTogether = whole.score >= 0.83 && ((whole.line?.flags[whole.to] ?? 0) & wordEnd) !== 0
  const bonus = isTogether && plan.words.length + plan.split.length > 0 ? 0.015 : 0
  const share = Math.min(1, plan.whole.keys.length / (name?.keys.length ?? 1))
  const together = { ...whole, score: Math.max(whole.score, bonus > 0 ? asWords(plan.whole.keys, whole, share) : 0) }
  const options: Best[] = [together, byWords(plan.words, entry), byWords(plan.split, entry)]
  const best = options.reduce((a, b) => (b.score > a.score ? b : a))
  const covered = 0.78 * cover + 0.04 * share
  return covered > best.score + bonus ? { score: covered, line: name } : { ...best, score: best.score + bonus }
}

function bestWhole({ whole, triplesNeeded }: Plan, entry: readonly Line[], triplesOf: (line: number) => number) {
  let best: Match & { line: Line | undefined } = { score: 0, from: 0, to: 0, line: undefined }
  const exactly = { ...whole, slips: 0 }
  for (const line of entry) {
    const match = align(whole.slips > 0 && triplesOf(line.at) < triplesNeeded ? exactly : whole, line)
    if (match && match.score > best.score) best = { ...match, line }
  }
  return best
}

/** What whole words of a line are worth that were typed as they stand there. */
function asWords(keys: string, { line, from }: Match & { line: Line | undefined }, share: number): number {
  const isWords = line?.keys.startsWith(keys, from) === true && ((line.flags[from] ?? 0) & wordStart) !== 0
  return isWords ? weightOf[line.field] * (0.955 + 0.03 * share) : 0
}

/** Every word in whatever line has it best, by how much it says. */
function byWords(words: readonly Word[], entry: readonly Line[]): Best {
  const [name] = entry
  if (words.length === 0 || !name) return { score: 0 }
  let [sum, weights, found, most] = [0, 0, 0, 0]
  let line: Line | undefined
  for (const word of words) {
    weights += word.weight
    let best = 0
    for (const other of entry) {
      const { score } = alignWord(word, other)
      if (score > best) best = score
      if (score * word.weight > most) {
        most = score * word.weight
        line = other
      }
    }
    sum += word.weight * best
    if (best > 0.5) found += word.keys.length
  }
  return { score: (0.955 * sum) / weights + 0.03 * Math.min(1, found / name.keys.length), line }
}

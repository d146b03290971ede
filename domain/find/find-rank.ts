import { align, alignWord, meantOf, soughtOf, type Match, type Sought, type Word } from './find-align.ts'
import type { Candidates } from './find-candidates.ts'
import { cheapestSlip } from './find-distance.ts'
import { keysIn, syllableStart, wordEnd, wordStart } from './find-keys.ts'
import { rarity, splitClosing, weightOf, type Line, type Lines } from './find-lines.ts'
import { partsOf } from './find-parts.ts'
import type { Query } from './find-query.ts'
import { bareNames, englishWords, furtherActs, furtherWords } from './find-speech.ts'
import type { Meanings } from './find-words.ts'

/** The best that is known of an entry: its score and the line by which it was found; a law has no line. */
export type Best = { score: number; line?: Line | undefined; why?: string }

/** A query made ready for many lines. */
export type Plan = {
  whole: Sought
  /** The words one by one, if that can say more than the whole. */
  words: Word[]
  /** The same with closing words taken off; none if nothing is to be taken off. */
  split: Word[]
  /** The same with words joined that somewhere are one word: 폐기물 처리업 → 폐기물처리업; none if there are none. */
  joined: Word[]
  /** The words that say what is to be done: 변경, 접으려고요. */
  acts: Word[]
  /** The English words, if nothing else was typed. */
  english: string[]
  /** A line with fewer triples cannot be near enough. */
  triplesNeeded: number
  /** The candidates: their lines, the share of the letters that they have, and where each word is best in them. */
  entries: readonly { entry: number; lines: readonly Line[]; cover: number; places: Places }[]
  weightOf: (word: Word) => number
}

/** Makes a query ready: what may be wrong in it, what its words mean and how much each says. */
export function planOf(lines: Lines, query: Query, meanings: Meanings, { triples, cover }: Candidates): Plan {
  const whole = soughtOf(query.keys, query.cased, isSomewhere(lines, query.keys))
  const known = new Map<string, Word>()
  function wordOf(text: string): Word {
    const word = known.get(text) ?? plannedWord(lines, text, meanings)
    known.set(text, word)
    return word
  }
  const words = query.words.map(wordOf)
  const isPlain =
    words.length < 2 && query.words[0] === query.spoken.join('') && words.every((w) => w.meant.length === 0)
  const split = query.words.flatMap((word) =>
    isSomewhere(lines, keysIn(word)) ? [word] : splitWord(lines, word, meanings),
  )
  const joined = joinWords(lines, query.words)
  const ways = {
    words: isPlain ? [] : words,
    split: split.length > words.length ? split.map(wordOf) : [],
    joined: joined.length < words.length ? joined.map(wordOf) : [],
  }
  const entries = [...cover].map(([entry, share]) => {
    const own = lines.of(entry)
    return { entry, lines: own, cover: share, places: placesIn(own) }
  })
  return {
    whole,
    ...ways,
    english: englishWords(query.spoken),
    entries,
    acts: words.length > 1 ? words.filter((word) => word.meant.length > 0) : [],
    triplesNeeded: Math.max(1, triples - 3 * Math.ceil(whole.slips / cheapestSlip)),
    weightOf: weighing(
      // Of two words one may be mistyped; in a sentence some say nothing.
      words.length > 2 ? Object.values(ways).flat() : [],
      entries.map(({ places }) => places),
    ),
  }
}

/** What stands nowhere, not even nearly, is said around the matter (우리 동네에서) and counts for little. */
const besideTheMatter = 0.2
function weighing(words: readonly Word[], all: readonly Places[]): (word: Word) => number {
  const beside = new Set(words.filter((word) => all.every((places) => places(word).score <= 0.5)))
  return (word) => (beside.has(word) ? besideTheMatter : 1) * word.weight
}

const fewLines = 10
function plannedWord(lines: Lines, text: string, meanings: Meanings): Word {
  const keys = keysIn(text)
  const counts = partsOf(text, 2).map((pair) => lines.pairs.of(pair).length)
  const meant = meanings(text) ?? []
  const bare = bareNames(text).map((name): [string, number] => [name, 0.95])
  // A word says as much as the commonest of what it means: 잃어버렸 is rare, 재발급 is not.
  const common = meant.map(([word]) => lines.pairs.of(word.slice(0, 2)).length)
  const count = Math.max(counts.length > 0 ? Math.min(...counts) : 50, ...common)
  // A word that hardly any line has may be there by chance: it says no more than one that some have.
  const weight = count === 0 ? rarity(lines, 0) * 0.6 : rarity(lines, Math.max(count, fewLines))
  return {
    ...soughtOf(keys, keys, isSomewhere(lines, keys), 0.75),
    text,
    weight,
    meant: meantOf(meant),
    bare: meantOf(bare),
  }
}

/** What was typed without spaces, as a word that closes names or as two words that are said: 상호변경 → 상호, 변경. */
function splitWord(lines: Lines, word: string, meanings: Meanings): string[] {
  const closed = splitClosing(lines, word)
  if (closed.length > 1 || meanings(word)) return closed
  for (let at = 2; at <= word.length - 2; at++) {
    const parts = [word.slice(0, at), word.slice(at)]
    if (parts.every((part) => meanings(part))) return parts
  }
  return closed
}

/** No more words are joined, and no more than these of a query are tried: each asks the index. */
const [mostJoined, mostTried] = [4, 8]

/** Joins what stands as one word in some line, the longest first. */
function joinWords(lines: Lines, words: readonly string[]): string[] {
  const joined: string[] = []
  for (let at = 0; at < words.length;) {
    let count = at < mostTried ? Math.min(mostJoined, words.length - at) : 1
    while (count > 1 && !isSomewhere(lines, keysIn(words.slice(at, at + count).join('')), isOneWord)) count--
    joined.push(words.slice(at, at + count).join(''))
    at += count
  }
  return joined
}

type Place = (line: Line, from: number, to: number) => boolean
const isSyllables: Place = ({ flags }, from) => ((flags[from] ?? 0) & syllableStart) !== 0

/** From the start of a word to its end, without another between. */
function isOneWord({ flags }: Line, from: number, to: number): boolean {
  if (((flags[from] ?? 0) & wordStart) === 0 || ((flags[to] ?? 0) & wordEnd) === 0) return false
  for (let at = from + 1; at < to; at++) if (((flags[at] ?? 0) & wordStart) !== 0) return false
  return true
}

/** Whether these keys stand at such a place anywhere; at the start of a syllable they are no slip. */
function isSomewhere(lines: Lines, keys: string, isPlace: Place = isSyllables): boolean {
  if (keys.length < 3) return true
  const lists = partsOf(keys, 3).map((triple) => lines.triples.of(triple))
  const shortest = lists.reduce((a, b) => (b.length < a.length ? b : a))
  return shortest.some((at) => {
    const line = lines.all[at]
    if (!line || line.entry < 0) return false
    for (let from = line.keys.indexOf(keys); from >= 0; from = line.keys.indexOf(keys, from + 1))
      if (isPlace(line, from, from + keys.length)) return true
    return false
  })
}

/** How good an entry is: the best of the whole in one line, word by word over its lines, and the share of its letters. */
export function rankEntry(
  plan: Plan,
  entry: readonly Line[],
  places: Places,
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
  const byThese = (words: readonly Word[]) => byWords(plan, words, entry, places)
  const options: Best[] = [together, byThese(plan.words), byThese(plan.split), byThese(plan.joined)]
  const best = options.reduce((a, b) => (b.score > a.score ? b : a))
  const covered = 0.78 * cover + 0.04 * share
  const found = covered > best.score + bonus ? { score: covered, line: name } : { ...best, score: best.score + bonus }
  // What stands together as it was typed is on its way to this name, whatever follows.
  const further = whole.score < 0.83 ? unasked(plan, name, places) : begunFurther(plan, whole.line)
  const less = narrowness(plan.english, entry, found.line) + further
  return { ...found, score: found.score * shareOfActs(plan.acts, places) - less }
}

/** Of kinds about the same thing the one comes first that does nothing further: who asks for a licence has not lost one. */
const furtherAct = 0.02
function unasked({ words, english }: Plan, name: Line | undefined, places: Places): number {
  if (words.length < 2 || english.length > 0) return 0
  const acts = furtherActs.filter((act) => name?.keys.includes(act))
  const isAsked = (act: string) => words.some((word) => saysAct(word, act, places(word)))
  return acts.length === 0 || acts.some(isAsked) ? 0 : furtherAct
}

/** Another name that only begins with one word, and goes on to such an act (상조 대표 변경 for 상조), comes after one that does not. */
const begunAct = 0.03
function begunFurther({ whole, words }: Plan, line: Line | undefined): number {
  if (words.length > 1 || !line || (line.field !== 'synonym' && line.field !== 'family')) return 0
  const isAsked = (act: string) =>
    whole.keys.includes(act) || words.some((word) => word.meant.some((meant) => meant.keys.includes(act)))
  return furtherActs.some((act) => line.keys.includes(act) && !isAsked(act)) ? begunAct : 0
}

/** Whether a word is an act, means it, or is best where the act stands: 변겨 is on its way to 변경. */
function saysAct({ keys, meant }: Word, act: string, { line, from }: WordPlace): boolean {
  const at = line?.keys.lastIndexOf(act, from) ?? -1
  return keys.includes(act) || meant.some((m) => m.keys.includes(act)) || (at >= 0 && from < at + act.length)
}

/** Of kinds about the same thing that comes first by which the thing is done that was asked for. */
const [withoutAct, insideWord] = [0.86, 0.98]
const shareOfActs = (acts: readonly Word[], places: Places): number =>
  Math.min(1, ...acts.map((act) => shareOfAct(places(act))))

/** 등록 is also in 변경등록, and is not what that is about; one form may serve several acts. */
function shareOfAct({ score, from, line }: WordPlace): number {
  if (score <= 0.5 || line?.field === 'form') return withoutAct
  return ((line?.flags[from] ?? 0) & wordStart) !== 0 ? 1 : insideWord
}

/** A line in English that says more than was asked is about something narrower, or about another act. */
function narrowness(asked: readonly string[], entry: readonly Line[], found: Line | undefined): number {
  if (asked.length === 0 || found?.field === 'synonym') return 0
  const line = entry.find((other) => other.field === 'english')
  return line ? 0.03 * Math.min(4, furtherWords(asked, line.text)) : 0
}

export type WordPlace = { score: number; from: number; line: Line | undefined }
type Places = (word: Word) => WordPlace

/** Where each word is best in an entry; a word is looked for once. */
function placesIn(entry: readonly Line[]): Places {
  const known = new Map<Word, WordPlace>()
  return (word) => {
    const before = known.get(word)
    if (before) return before
    let best: WordPlace = { score: 0, from: 0, line: undefined }
    for (const line of entry) {
      const { score, from } = alignWord(word, line)
      if (score > best.score) best = { score, from, line }
    }
    known.set(word, best)
    return best
  }
}

/**
 * The best line for the whole. A name that begins with it is where the typist is going: of the other names only one
 * that is the whole counts then, or the kind would fall back as soon as the name goes on (폐기물 업체 휴업 after 폐기물ㅊ).
 */
export function bestWhole({ whole, triplesNeeded }: Plan, entry: readonly Line[], triplesOf: (line: number) => number) {
  let best: Match & { line: Line | undefined } = { score: 0, from: 0, to: 0, line: undefined }
  const exactly = { ...whole, slips: 0 }
  const isBegun = entry[0]?.keys.startsWith(whole.keys) === true
  for (const line of entry) {
    if (isBegun && line !== entry[0] && line.keys !== whole.keys) continue
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
function byWords(plan: Plan, words: readonly Word[], entry: readonly Line[], places: Places): Best {
  const [name] = entry
  if (words.length === 0 || !name) return { score: 0 }
  let [sum, weights, found, most] = [0, 0, 0, 0]
  let line: Line | undefined
  for (const word of words) {
    const best = places(word)
    const weight = plan.weightOf(word)
    weights += weight
    sum += weight * best.score
    if (best.score > 0.5) found += word.keys.length
    if (best.score * weight <= most) continue
    most = best.score * weight
    line = best.line
  }
  return { score: (0.955 * sum) / weights + 0.03 * Math.min(1, found / name.keys.length), line }
}

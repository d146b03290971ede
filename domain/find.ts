import type { Kind } from './manual.ts'

/** Where a query was found in a kind. */
export type HitField = 'name' | 'code' | 'synonym' | 'english' | 'law' | 'document'

/** A found kind: the best first, with the stretches of its Korean name to be marked ([from, to), UTF-16). */
export type Hit = { code: string; score: number; field: HitField; marks: [number, number][] }

/** Finds kinds by what a citizen or a clerk calls them. */
export type Finder = (text: string, limit?: number) => Hit[]

/** Makes the finder of an edition's kinds: exact > start > start of a word > inside > synonym > the rest, ties by code. */
export function makeFinder(kinds: readonly Kind[]): Finder {
  const entries = kinds.map(entryOf).toSorted((a, b) => (a.code < b.code ? -1 : 1))
  return (text, limit = 10) => {
    const query = queryOf(text)
    if (query.whole === '') return []
    const hits = entries.flatMap((entry) => fullMatch(entry, query) ?? [])
    // Rough matches are noise beside full ones, so they are only looked for when there is none.
    const shown = hits.length > 0 ? hits : entries.flatMap((entry) => roughMatch(entry, query) ?? [])
    return shown.toSorted((a, b) => b.score - a.score).slice(0, limit)
  }
}

/** A text as it is compared: letters and digits only, with the place of each in the original. */
type Folded = { text: string; places: [number, number][]; wordStarts: Set<number> }
type LawEntry = { law: string; article: string }
type Entry = {
  code: string
  codeText: string
  name: Folded
  initials: string
  synonyms: string[]
  synonymInitials: string[]
  english: string
  laws: LawEntry[]
  documents: string[]
  rough: { text: string; field: HitField }[]
}
type Query = { whole: string; words: string[]; isInitials: boolean }

const entryOf = (kind: Kind): Entry => {
  const name = fold(kind.name.ko)
  const synonyms = kind.synonyms.map((s) => fold(s).text)
  const english = fold(kind.name.en).text
  return {
    ...{ code: kind.code, codeText: fold(kind.code).text, name, synonyms, english },
    ...{ initials: initialsOf(name.text), synonymInitials: synonyms.map(initialsOf) },
    laws: kind.law.map((l) => ({ law: fold(l.law).text, article: fold(l.article).text })),
    documents: kind.documents.map((d) => fold(d.name).text),
    rough: [
      { text: name.text, field: 'name' },
      ...synonyms.map((text) => ({ text, field: 'synonym' as const })),
      { text: english, field: 'english' },
    ],
  }
}

function queryOf(text: string): Query {
  // While a syllable is being typed, its first consonant stands alone at the end.
  const words = text
    .slice(0, 80)
    .normalize('NFC')
    .replace(/(?<=[가-힣])[ㄱ-ㅣ]+$/, '')
    .split(/\s+/)
    .map((word) => fold(word).text)
    .filter((word) => word !== '')
  const whole = words.join('')
  return { whole, words, isInitials: /^[ㄱ-ㅎ]+$/.test(whole) }
}

/** Spaces, the middle dots (· ㆍ ・) and other signs do not count; compatibility jamo stay what they are. */
function fold(original: string): Folded {
  let text = ''
  const places: [number, number][] = []
  const wordStarts = new Set<number>()
  let isInWord = false
  let i = 0
  for (const character of original) {
    const isSign = character === 'ㆍ' || !/[\p{L}\p{N}]/u.test(character)
    if (!isSign) {
      if (!isInWord) wordStarts.add(text.length)
      const folded = /[ㄱ-ㅣ]/.test(character) ? character : character.normalize('NFKC').toLowerCase()
      for (let n = 0; n < folded.length; n++) places.push([i, i + character.length])
      text += folded
    }
    isInWord = !isSign
    i += character.length
  }
  return { text, places, wordStarts }
}

const leads = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'

/** The initial consonants of a folded text; what is not a syllable stays. */
const initialsOf = (text: string): string =>
  text.replace(/[가-힣]/g, (syllable) => leads[Math.floor((syllable.charCodeAt(0) - 0xac00) / 588)] ?? syllable)

type Found = { score: number; field: HitField; marks: [number, number][] }

/** Everything that was typed is in the kind: as a whole, as a law, or word by word. */
function fullMatch(entry: Entry, query: Query): Hit | undefined {
  const found =
    inName(entry, query) ??
    inCode(entry, query) ??
    inSynonym(entry, query) ??
    inLaw(entry, query) ??
    wordByWord(entry, query)
  return found && { code: entry.code, ...found }
}

function inName({ name, initials }: Entry, { whole, isInitials }: Query): Found | undefined {
  const text = isInitials ? initials : name.text
  const from = bestPlace(text, whole, name.wordStarts)
  if (from < 0) return undefined
  const score = text === whole ? 1 : from === 0 ? 0.95 : name.wordStarts.has(from) ? 0.9 : 0.85
  return { score, field: 'name', marks: [markOf(name, from, whole.length)] }
}

/** Where a word of a name begins with it, else where it is at all. */
function bestPlace(text: string, part: string, wordStarts: ReadonlySet<number>): number {
  const first = text.indexOf(part)
  for (let from = first; from >= 0; from = text.indexOf(part, from + 1)) if (wordStarts.has(from)) return from
  return first
}

/** Where a stretch of the folded name stands in the original. */
const markOf = ({ places }: Folded, from: number, length: number): [number, number] => [
  places[from]?.[0] ?? 0,
  places[from + length - 1]?.[1] ?? 0,
]

function inCode({ codeText }: Entry, { whole }: Query): Found | undefined {
  if (whole.length < 3 || !codeText.startsWith(whole)) return undefined
  return { score: codeText === whole ? 1 : 0.94, field: 'code', marks: [] }
}

function inSynonym({ synonyms, synonymInitials }: Entry, { whole, isInitials }: Query): Found | undefined {
  const texts = isInitials ? synonymInitials : synonyms
  const isSame = texts.includes(whole)
  if (!isSame && !texts.some((s) => s.includes(whole))) return undefined
  return { score: isSame ? 0.84 : texts.some((s) => s.startsWith(whole)) ? 0.82 : 0.8, field: 'synonym', marks: [] }
}

/** A law by its name or by its usual short name (신문법 for 신문 등의 진흥에 관한 법률), and its article if one is named. */
function inLaw({ laws }: Entry, { whole }: Query): Found | undefined {
  const [, name = '', number] = /^(.*?)(?:제?(\d+조(?:의\d+)?))?$/.exec(whole) ?? []
  const named = laws.filter(({ law }) => isLaw(law, name))
  if (named.length === 0) return undefined
  if (number === undefined) return { score: 0.6, field: 'law', marks: [] }
  // An article of an act is not the article of the same number in its decree.
  const isDecree = (law: string) => /시행(령|규칙)$/.test(law)
  const isMeant = named.some((l) => l.article === `제${number}` && isDecree(l.law) === isDecree(name))
  return isMeant ? { score: 0.65, field: 'law', marks: [] } : undefined
}

function isLaw(law: string, name: string): boolean {
  const act = name.replace(/시행(령|규칙)$/, '')
  const stem = act.replace(/법률?$/, '')
  const isShort = stem !== act && stem.length >= 2 && law.endsWith(name.slice(act.length))
  return name.length >= 3 && (law.includes(name) || (isShort && law.startsWith(stem)))
}

/** Every word is somewhere in the kind; the worst place says how good that is. */
function wordByWord(entry: Entry, { words, isInitials }: Query): Found | undefined {
  if (isInitials) return undefined
  let worst: Found | undefined
  const marks: [number, number][] = []
  for (const word of words) {
    const found = placeOf(entry, word)
    if (!found) return undefined
    marks.push(...found.marks)
    if (!worst || found.score < worst.score) worst = found
  }
  return worst && { ...worst, marks: joined(marks) }
}

function placeOf(entry: Entry, word: string): Found | undefined {
  const { name, codeText, synonyms, english, laws, documents } = entry
  const from = bestPlace(name.text, word, name.wordStarts)
  if (from >= 0) {
    const score = name.wordStarts.has(from) ? 0.78 : 0.76
    return { score, field: 'name', marks: [markOf(name, from, word.length)] }
  }
  if (synonyms.some((s) => s.includes(word))) return { score: 0.74, field: 'synonym', marks: [] }
  if (english.includes(word)) return { score: 0.72, field: 'english', marks: [] }
  if (word.length >= 3 && codeText.startsWith(word)) return { score: 0.72, field: 'code', marks: [] }
  if (laws.some((l) => l.law.includes(word) || l.article === word)) return { score: 0.55, field: 'law', marks: [] }
  return documents.some((d) => d.includes(word)) ? { score: 0.5, field: 'document', marks: [] } : undefined
}

/** How much of what was typed is in one text of the kind, two letters at a time: for slips and other endings. */
function roughMatch({ code, name, rough }: Entry, { whole, words }: Query): Hit | undefined {
  const parts = words.flatMap(pairs)
  if (whole.length < 3 || parts.length === 0) return undefined
  const shares = rough.map(({ text, field }) => ({
    field,
    share: parts.filter((p) => text.includes(p)).length / parts.length,
  }))
  const best = shares.reduce((a, b) => (b.share > a.share ? b : a))
  if (best.share < 0.5) return undefined
  const marks = parts.flatMap((p) => (name.text.includes(p) ? [markOf(name, name.text.indexOf(p), 2)] : []))
  return { code, score: best.share * 0.45, field: best.field, marks: joined(marks) }
}

const pairs = (word: string): string[] => Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2))

/** The stretches in order, those that touch made one. */
function joined(marks: readonly [number, number][]): [number, number][] {
  const result: [number, number][] = []
  for (const [from, to] of marks.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else result.push([from, to])
  }
  return result
}

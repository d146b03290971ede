import type { Kind } from '../manual/manual.ts'
import { bodyOf, memoryBodies, openBodyIndex, type BodyField, type BodyHit, type BodyStore } from './find-body.ts'
import { makeCandidateFinder } from './find-candidates.ts'
import { isCalled, isTelling, type Unfit } from './find-fit.ts'
import { findAcross, findInitials, findMixed } from './find-initials.ts'
import type { Line, LineField } from './find-lines.ts'
import { marksIn, type Mark } from './find-marks.ts'
import { understand, type Query } from './find-query.ts'
import { planOf, rankEntry, type Best } from './find-rank.ts'
import { makeShelf, type Shelf } from './find-shelf.ts'
import { letterOf } from './find-speech.ts'
import { meaningsOf, type Meanings, type SaidWords } from './find-words.ts'

/** Where a query was found in a kind. */
export type HitField = Exclude<LineField, 'family'> | 'code' | 'law' | BodyField

/**
 * A found kind: the best first, with the stretches of its Korean name to be marked ([from, to), UTF-16). `why` is the
 * other name, the law or the form by which it was found. `unfit` says of the first that it is not what was asked for.
 */
export type Hit = { code: string; score: number; field: HitField; marks: Mark[]; why?: string; unfit?: Unfit }

/** Finds kinds by what a citizen or a clerk calls them. */
export type Finder = (text: string, limit?: number) => Hit[]

/** The finder of an edition. */
export interface ManualFinder {
  find: Finder
  /** Takes a kind in, or in the place of what it was. */
  put(kind: Kind): void
  /** Becomes the finder of another edition by the kinds that are not the same. */
  renew(next: Searched): void
}

/** What a finder searches: an edition by its name, and what people say of acts. */
export type Searched = { name: string; kinds: readonly Kind[]; words: SaidWords }

/** Makes the finder of an edition's kinds; their bodies are kept in memory. */
export const makeFinder = (kinds: readonly Kind[], words: SaidWords = []): Finder =>
  openFinder({ name: 'memory', kinds, words }, memoryBodies()).find

/** Opens the finder of an edition over a store for the bodies of its kinds. */
export function openFinder(searched: Searched, store: BodyStore): ManualFinder {
  let meanings = meaningsOf(searched.words)
  let kinds = new Map(searched.kinds.map((kind) => [kind.code, kind]))
  const shelf = makeShelf(searched.kinds)
  const bodies = openBodyIndex(store)
  const rank = makeRanking(shelf)
  const fill = ({ name }: Searched) =>
    bodies.fill(name, () => [...kinds.values()].map((kind) => ({ code: kind.code, text: bodyOf(kind) })))
  fill(searched)
  return {
    find(text, limit = 10) {
      const query = meant(understand(text), meanings)
      // A number without a word is of a case or a ticket, never of a kind.
      if (!query || !/\p{L}/u.test(text)) return []
      const { hits, unfit } = search(query)
      return hits.slice(0, limit).map(({ code, score, field, why }, i) => ({
        code,
        score,
        field,
        marks: marksOf(code, field, query),
        ...(why !== undefined && { why }),
        ...(unfit && i === 0 && { unfit }),
      }))
    },
    put(kind) {
      kinds.set(kind.code, kind)
      shelf.put(kind)
      bodies.put(kind.code, bodyOf(kind))
    },
    renew(next) {
      const before = kinds
      kinds = new Map(next.kinds.map((kind) => [kind.code, kind]))
      meanings = meaningsOf(next.words)
      for (const code of before.keys()) if (!kinds.has(code)) shelf.drop(code)
      for (const [code, kind] of kinds) if (JSON.stringify(kind) !== JSON.stringify(before.get(code))) shelf.put(kind)
      fill(next)
    },
  }
  function search(query: Query): { hits: Found[]; unfit?: Unfit | undefined } {
    const codes = byCode(shelf, query)
    // What was typed with a digit is a number; three letters may be a word as well.
    if (codes.length > 0 && /\d/.test(query.keys)) return { hits: codes }
    const ranked = rank(query, meanings)
    const hits = withCodes(codes, withBodies(query, ranked.found, bodies.find))
    return { hits, unfit: hits[0] && unfitOf(shelf, query, hits[0], ranked.isNamed) }
  }
  function marksOf(code: string, field: HitField, query: Query): Mark[] {
    const number = shelf.numberOf(code)
    return number === undefined || field === 'code' ? [] : marksIn(query, shelf.nameOf(number), meanings)
  }
}

/** `hasAll`: every word stands in its body. */
type Found = Omit<Hit, 'marks' | 'unfit'> & { hasAll?: boolean }
/** What the short texts have, and whether a kind is called what was asked for. */
type Ranked = { found: Found[]; isNamed: (entry: number) => boolean }

/** Kinds by their number or the start of it. */
function byCode(shelf: Shelf, { keys, letters }: Query): Found[] {
  // ㅁㅎㄱ is 문학관, though it is typed with the keys of AGR.
  if (!/^[a-z]{3}\d*$/.test(keys) || !/[a-z]|\d/.test(letters)) return []
  const found = [...shelf.codes()].flatMap((code): Found[] => {
    const bare = code.replace('-', '').toLowerCase()
    return bare.startsWith(keys) ? [{ code, score: bare === keys ? 1 : 0.94, field: 'code' }] : []
  })
  return found.toSorted(bestFirst)
}

function withCodes(codes: Found[], others: Found[]): Found[] {
  if (codes.length === 0) return others
  const known = new Set(codes.map((hit) => hit.code))
  return cut([...codes, ...others.filter((hit) => !known.has(hit.code))].toSorted(bestFirst))
}

/** What of the first hit makes it another than what was asked for. Whoever types the name of a law is on the way to it. */
function unfitOf({ laws, numberOf }: Shelf, query: Query, first: Found, isNamed: Ranked['isNamed']): Unfit | undefined {
  if (first.score >= certain || first.field === 'law' || first.field === 'code' || !isTelling(query)) return undefined
  if (isNamed(numberOf(first.code) ?? -1)) return undefined
  const isLaw = [query.letters, query.letters.slice(0, -1)].some((name) => laws.find({ name }).size > 0)
  return isLaw ? undefined : first.hasAll ? 'mentioned' : 'similar'
}

/** A query by what its words mean: 돈놀이 is one, not 돈놀 with 이; what tells no petition from another is left out, unless it is all. */
function meant(query: Query | undefined, meanings: Meanings): Query | undefined {
  if (!query) return undefined
  const whole = query.words.map((word, i) =>
    meanings(word) ? word : whichMeans(query.said[i] ?? word, word, meanings),
  )
  const together = joinSaid(whole, meanings)
  // The last one may only be begun: 이 of 이전.
  const words = together.filter(
    (word, i) => meanings(word)?.length !== 0 || (i === together.length - 1 && word.length === 1),
  )
  return { ...query, words: words.length > 0 ? words : together }
}

/** Two words that are said as one: 건축 쓰레기, 다시 열려고. */
function joinSaid(words: readonly string[], meanings: Meanings): string[] {
  const joined: string[] = []
  for (let at = 0; at < words.length; at++) {
    const [first = '', second] = words.slice(at, at + 2)
    const both = first + (second ?? '')
    const isOne = second !== undefined && meanings(both, first.length + 1) !== undefined
    joined.push(isOne ? both : first)
    if (isOne) at++
  }
  return joined
}

const whichMeans = (said: string, stem: string, meanings: Meanings): string =>
  [said, letterOf(said)].find((word) => meanings(word)) ?? stem

/** So many of the short texts' finds go on beside what the bodies give. */
const mostShort = 40
/** Less than this is chance; less than this share of the best is noise beside it. */
const [leastScore, leastShare] = [0.12, 0.5]
/** A find that is certain by itself, and one that is rather certain; with the one, or some of the other, the bodies are not asked. */
const [certain, ratherCertain, enough] = [0.9, 0.8, 3]

const bestFirst = (a: Found, b: Found): number => b.score - a.score || (a.code < b.code ? -1 : 1)

/** Makes the ranking over the short texts: initials, law, and whatever is near in keys. */
function makeRanking(shelf: Shelf): (query: Query, meanings: Meanings) => Ranked {
  const { lines, laws } = shelf
  const candidatesOf = makeCandidateFinder(lines)
  return (query, meanings) => {
    const best = new Map<number, Best>()
    const keep = (entry: number, found: Best) => {
      if (found.score > leastScore && found.score > (best.get(entry)?.score ?? 0)) best.set(entry, found)
    }
    const keepLine = (line: Line, found: Best) => keep(line.entry, found)
    if (query.initials !== undefined) findInitials(lines, query.initials, keepLine)
    // Latin letters may be an English word: they are initials only where they stand together.
    if (query.initials !== undefined && query.words.length === 0) findAcross(lines, query.initials, keepLine)
    if (query.isMixed) findMixed(lines, query.letters, keepLine)
    const byLaw = query.law ? laws.find(query.law) : new Map()
    for (const [entry, { score, why }] of byLaw) keep(entry, { score, why })
    let isNamed: Ranked['isNamed'] = () => false
    if (query.words.length > 0) {
      const candidates = candidatesOf(query, meanings)
      const plan = planOf(lines, query, meanings, candidates)
      isNamed = (entry) => isCalled(plan, query, entry, candidates.triplesOf)
      for (const { entry, lines: own, places } of plan.entries) {
        const found = rankEntry(plan, own, places, candidates.cover.get(entry) ?? 0, candidates.triplesOf)
        // Where a law is named, a name that is only like it comes after.
        keep(entry, byLaw.size > 0 && found.score < 0.9 ? { ...found, score: found.score * 0.85 } : found)
      }
    }
    const found = [...best].map(([entry, hit]) => foundOf(shelf.codeOf(entry), hit))
    return { found: found.toSorted(bestFirst).slice(0, mostShort), isNamed }
  }
}

function foundOf(code: string, { score, line, why }: Best): Found {
  if (!line) return { code, score, field: 'law', ...(why !== undefined && { why }) }
  const field = line.field === 'family' ? 'synonym' : line.field
  return { code, score, field, ...(field !== 'name' && { why: line.text }) }
}

/** Adds what stands in the bodies, if the short texts are not certain. */
function withBodies(
  query: Query,
  short: Found[],
  find: (words: readonly string[], limit: number) => BodyHit[],
): Found[] {
  const isCertain = (short[0]?.score ?? 0) >= certain || short.filter((h) => h.score >= ratherCertain).length >= enough
  const isLaw = query.law !== undefined && (short[0]?.score ?? 0) > 0.7
  if (isCertain || isLaw || query.initials !== undefined || query.words.join('').length < 2) return cut(short)
  const found = new Map(short.map((hit) => [hit.code, hit]))
  for (const body of find(query.words, 24)) {
    const score = worthOfBody(body, query.words.length) + 0.34 * body.score
    const before = found.get(body.code)
    const field = !before || score > before.score ? body.field : before.field
    const { hasAll } = body
    if (!before) found.set(body.code, { code: body.code, score, field, hasAll })
    else found.set(body.code, { ...before, hasAll, field, score: Math.max(score, before.score) + 0.06 * body.score })
  }
  return cut([...found.values()].toSorted(bestFirst))
}

const worthOfBody = ({ hasPhrase, hasAll }: BodyHit, words: number): number =>
  hasPhrase || (hasAll && words > 1) ? 0.45 : hasAll ? 0.42 : 0.2

/** Without what is only noise beside the best. */
const cut = (found: Found[]): Found[] => found.filter((hit) => hit.score >= leastShare * (found[0]?.score ?? 0))

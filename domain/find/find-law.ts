import { foldText } from './find-keys.ts'

/** A law that was typed, without spaces, and its article as 39-2 for 제39조의2. */
export type LawQuery = { name: string; article?: string }

/** A law under which a kind stands. */
type LawOfKind = { law: string; article: string }

/** Reads 신문법, 신문법 제9조, 신문법 9조의2 제1항, 대부업법 3; nothing if no law is named. `text` is folded. */
export function lawIn(text: string): LawQuery | undefined {
  const [, name, number, branch] = withArticle.exec(text) ?? []
  const flat = (name ?? text).replaceAll(' ', '')
  if (number !== undefined) return flat === '' ? undefined : { name: flat, article: numbered(number, branch) }
  const [, bare, bareNumber] = withNumber.exec(text) ?? []
  if (bare !== undefined && bareNumber !== undefined) return { name: bare.replaceAll(' ', ''), article: bareNumber }
  return flat.length >= 2 && isNameOfLaw.test(flat) ? { name: flat } : undefined
}

/** An article as it is compared: 제39조의2 and 39조의 2 are 39-2. */
export function articleOf(text: string): string {
  const [, number, branch] = /(\d+)\s*조(?:\s*의\s*(\d+))?/.exec(text) ?? []
  return number === undefined ? text : numbered(number, branch)
}

const numbered = (number: string, branch: string | undefined): string =>
  branch === undefined ? number : `${number}-${branch}`

const withArticle = /^(.*?)\s*제?\s*(\d+)\s*조\s*(?:의\s*(\d+))?\s*(?:제?\s*\d+\s*항)?\s*(?:제?\s*\d+\s*호)?\s*$/
const withNumber = /^(.*?(?:법|법률|령|규칙|조례|규정))\s*제?\s*(\d+)$/
const isNameOfLaw = /(법|법률|령|규칙|조례|규정)$/
const byLaw = /(시행규칙|시행령)$/

/**
 * How sure a typed name means a law, 0 to 1: equal, its start, a part of it, its usual short name (신문법 for 신문 등의
 * 진흥에 관한 법률), or letters of it in few pieces (노조법). Both without spaces.
 */
export function nearnessOfLaw(typed: string, law: string): number {
  if (typed === law) return 1
  if (law.startsWith(typed)) return 0.93
  if (typed.length >= 3 && law.includes(typed)) return 0.85
  const [typedRank = ''] = byLaw.exec(typed) ?? []
  const [rank = ''] = byLaw.exec(law) ?? []
  // Who names the decree means the decree; who names the act may mean what was made under it.
  if (typedRank !== '' && typedRank !== rank) return 0
  const less = typedRank === rank ? 0 : 0.08
  const near = nearnessOfAct(withoutEnd(typed, typedRank), withoutEnd(law, rank))
  return near === 0 ? 0 : near - less
}

const withoutEnd = (text: string, end: string): string => text.slice(0, text.length - end.length)

function nearnessOfAct(typed: string, act: string): number {
  if (typed === act) return 0.95
  if (typed.length < 3 || !typed.endsWith('법') || !/법률?$/.test(act)) return 0
  const stem = typed.slice(0, -1)
  const at = act.indexOf(stem)
  const longer = act.length - typed.length
  if (at === 0) return 0.84 - 0.001 * longer
  if (at > 0 && stem.length >= 3) return 0.8 - 0.001 * longer
  const pieces = typed[0] === act[0] ? piecesOf(stem, act) : 0
  return pieces === 0 ? 0 : Math.max(0.3, 0.82 - 0.08 * (pieces - 1) - 0.002 * longer)
}

/** In how many pieces the letters of a text stand in another, in their order; 0 if they do not. */
function piecesOf(letters: string, text: string): number {
  let [pieces, last] = [0, -2]
  for (const letter of letters) {
    const at = text.indexOf(letter, last + 1)
    if (at < 0) return 0
    if (at !== last + 1) pieces++
    last = at
  }
  return pieces
}

/** A kind found by law: how sure, and the law and article by which. */
type LawHit = { score: number; why: string }

/** The laws of all kinds, by their names. */
export interface LawIndex {
  put(entry: number, laws: readonly LawOfKind[]): void
  drop(entry: number): void
  find(query: LawQuery): Map<number, LawHit>
}

/** Makes an empty index of laws. */
export function makeLawIndex(): LawIndex {
  const laws = new Map<string, { name: string; articles: Map<number, string[]> }>()
  const keys = new Map<string, string>()
  function keyOf(law: string): string {
    const known = keys.get(law)
    if (known !== undefined) return known
    const key = foldText(law).replaceAll(' ', '')
    keys.set(law, key)
    return key
  }
  return {
    put(entry, all) {
      for (const { law, article } of all) {
        const key = keyOf(law)
        const kept = laws.get(key) ?? { name: law, articles: new Map<number, string[]>() }
        laws.set(key, kept)
        kept.articles.set(entry, [...(kept.articles.get(entry) ?? []), articleOf(article)])
      }
    },
    drop(entry) {
      for (const { articles } of laws.values()) articles.delete(entry)
    },
    find({ name, article }) {
      const found = new Map<number, LawHit>()
      for (const [key, law] of laws) {
        const near = nearnessOfLaw(name, key)
        if (near <= 0) continue
        for (const [entry, articles] of law.articles) {
          const score = near * worthOf(article, articles)
          if (score <= (found.get(entry)?.score ?? 0)) continue
          const shown = article !== undefined && articles.includes(article) ? ` ${printed(article)}` : ''
          found.set(entry, { score, why: law.name + shown })
        }
      }
      return found
    },
  }
}

/** The named article tells the kind; another branch of it is near, another article only the same law. */
function worthOf(article: string | undefined, articles: readonly string[]): number {
  if (article === undefined) return 0.92
  if (articles.includes(article)) return 0.99
  const number = (text: string) => text.split('-')[0]
  return articles.some((other) => number(other) === number(article)) ? 0.72 : 0.6
}

const printed = (article: string): string => {
  const [number, branch] = article.split('-')
  return branch === undefined ? `제${number}조` : `제${number}조의${branch}`
}

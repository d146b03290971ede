import { hangulOf, keyed, keysOf, syllableStart } from '../../domain/find/find-keys.ts'
import type { Kind } from '../../domain/manual/manual.ts'
import { makeDice, type Dice } from '../simulation/dice.ts'

/** A query and every kind that is a right answer. */
export type Asked = { query: string; expected: string[] }
/** A query made of a part of a kind's name, and the sort of it. */
type MadeQuery = Asked & { sort: Sort; code: string; part: string }

export const sorts = ['partial', 'spacing', 'typo', 'initials', 'latin', 'half-composed'] as const
type Sort = (typeof sorts)[number]

/** How many of the queries have a right answer first, and among the first five. */
type Recall = { first: number; firstFive: number; asked: number }

/** Asks a finder of any make; it answers with codes, best first. */
export function recallOf(queries: readonly Asked[], ask: (query: string) => string[]): Recall & { missed: string[] } {
  let [first, firstFive] = [0, 0]
  const missed: string[] = []
  for (const { query, expected } of queries) {
    const codes = ask(query).slice(0, 5)
    if (expected.includes(codes[0] ?? '')) first++
    else missed.push(`${query} → ${codes.join(' ')}`)
    if (codes.some((code) => expected.includes(code))) firstFive++
  }
  const share = (count: number) => count / Math.max(1, queries.length)
  return { first: share(first), firstFive: share(firstFive), asked: queries.length, missed }
}

/** Queries made of the names: parts of them, as people type them. The answers are looked up in all names. */
export function madeQueries(kinds: readonly Kind[], times: number, seed = 7, asked = kinds): MadeQuery[] {
  const dice = makeDice(seed)
  const names = kinds.flatMap(({ code, name, synonyms }) =>
    [name.ko, ...synonyms].map((text) => ({ code, ...keyed(text) })),
  )
  const withStart = (keys: string) =>
    new Set(
      names.flatMap(({ code, keys: all, flags }) => {
        for (let at = all.indexOf(keys); at >= 0; at = all.indexOf(keys, at + 1))
          if (((flags[at] ?? 0) & syllableStart) !== 0) return [code]
        return []
      }),
    )
  const withInitials = (initials: string) =>
    new Set(names.flatMap((name) => (name.initials.includes(initials) ? [name.code] : [])))
  return asked.flatMap(({ code, name }) =>
    Array.from({ length: times }, () => partOf(name.ko, dice)).flatMap((part) =>
      sorts.flatMap((sort): MadeQuery[] => {
        const query = typedAs[sort](part, dice)
        if (query === undefined) return []
        const { keys } = keyed(part)
        const found = sort === 'initials' ? withInitials(keyed(part).initials) : withStart(keys)
        // What was mistyped may be right elsewhere, and what is not yet whole may become another word.
        const alike = sort === 'typo' || sort === 'half-composed' ? withStart(keyed(query).keys) : []
        return [{ query, sort, code, part, expected: [...new Set([...found, ...alike])] }]
      }),
    ),
  )
}

/** A part of a name from the start of one of its words, of four letters at least. */
function partOf(name: string, dice: Dice): string {
  const words = name.split(' ')
  const from = words.slice(dice.below(words.length)).join(' ')
  const text = from.replaceAll(' ', '').length < 4 ? name : from
  const letters = text.length
  const to = Math.max(Math.min(letters, 5), dice.below(letters + 1))
  return text.slice(0, dice.below(3) === 0 ? letters : to).trim()
}

const inKeys = (text: string): string => Array.from(text).map(keysOf).join('')

const typedAs: { [sort in Sort]: (part: string, dice: Dice) => string | undefined } = {
  partial: (part) => part,
  spacing: (part, dice) => spaced(part, dice),
  typo: (part, dice) => mistyped(part, dice),
  initials: (part) => {
    const { initials } = keyed(part)
    return initials.length < 4 || /[^a-z]/.test(initials) ? undefined : hangulOf(initials)
  },
  latin: (part) => (/[^가-힣 ]/.test(part) ? undefined : inKeys(part)),
  'half-composed': (part) => {
    const last = inKeys(part.at(-1) ?? '')
    return last.length < 2 ? undefined : part.slice(0, -1) + hangulOf(last.slice(0, -1))
  },
}

/** Without the spaces, or with one where none should be. */
function spaced(part: string, dice: Dice): string | undefined {
  const flat = part.replaceAll(' ', '')
  if (flat !== part && dice.below(2) === 0) return flat
  const at = 1 + dice.below(flat.length - 1)
  return `${flat.slice(0, at)} ${flat.slice(at)}`
}

const near: { [key: string]: string } = { q: 'w', w: 'e', e: 'r', r: 't', t: 'r', a: 's', s: 'd', d: 'f', f: 'd' }
const nearVowel: { [key: string]: string } = { k: 'l', l: 'k', o: 'p', p: 'o', j: 'h', h: 'j', n: 'b', b: 'n', m: 'n' }

/** One key beside the right one, as the keyboard then composes it. */
function mistyped(part: string, dice: Dice): string | undefined {
  const letters = Array.from(part)
  const places = letters.flatMap((letter, i) => (/[가-힣]/.test(letter) ? [i] : []))
  if (places.length < 4) return undefined
  const at = places[dice.below(places.length)] ?? 0
  const keys = inKeys(letters[at] ?? '')
  const i = dice.below(keys.length)
  const slipped = { ...near, ...nearVowel }[(keys[i] ?? '').toLowerCase()]
  if (slipped === undefined) return undefined
  letters[at] = hangulOf(keys.slice(0, i) + slipped + keys.slice(i + 1))
  const query = letters.join('')
  return query === part ? undefined : query
}

/** What stands in the box after each key of a text, spaces included. */
export function statesOf(text: string): string[] {
  const states: string[] = []
  let before = ''
  for (const word of text.split(' ')) {
    const keys = inKeys(word)
    for (let i = 1; i <= keys.length; i++) states.push(before + hangulOf(keys.slice(0, i)))
    before += `${word} `
  }
  return states
}

/** How often a kind that was first is not first any more while its name is typed on. */
export function lostWhileTyping(kinds: readonly Kind[], ask: (query: string) => string[]): number {
  let [later, lost] = [0, 0]
  for (const { code, name } of kinds) {
    let wasFirst = false
    for (const state of statesOf(name.ko)) {
      const isFirst = ask(state)[0] === code
      if (wasFirst) later++
      if (wasFirst && !isFirst) lost++
      wasFirst ||= isFirst
    }
  }
  return lost / Math.max(1, later)
}

/** How well the marks of a name are the letters that were typed: precision and recall of letters as one number, F1. */
export function f1OfMarks(marks: readonly (readonly [number, number])[], name: string, part: string): number {
  const letters = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => from + i).filter((i) => /[\p{L}\p{N}]/u.test(name[i] ?? ''))
  const marked = new Set(marks.flatMap(([from, to]) => letters(from, to)))
  let best = 0
  // A part that stands twice in a name may be marked in either place.
  for (let at = name.indexOf(part); at >= 0; at = name.indexOf(part, at + 1)) {
    const typed = letters(at, at + part.length)
    const right = typed.filter((i) => marked.has(i)).length
    best = Math.max(best, (2 * right) / Math.max(1, marked.size + typed.length))
  }
  return best
}

import { z } from 'zod'
import { keysOf } from './find-keys.ts'

/** 찾는 말: what people say of an act, and the words by which the names of petition kinds call it. */

const word = z.string().trim().min(1)
/** A word of the names, and how near it is to what was said, of a hundred. */
const nearness = z.int().min(1).max(100)

/** One act: the beginnings of words, or whole words, that mean it when they are typed. */
const SaidWord = z.strictObject({
  begins: z.array(word).default([]),
  is: z.array(word).default([]),
  means: z.record(word, nearness),
})
export const SaidWords = z.array(SaidWord)
export type SaidWords = z.infer<typeof SaidWords>

/** Something in the words that their shape alone allows. */
type WordFlaw = { field: (string | number)[]; problem: WordFlawName; about: string }
export type WordFlawName = 'wordUnsaid' | 'wordTwice'

/** What is wrong in the words: a meaning without a word for it, and a word that already has a meaning. */
export function flawsOfWords(words: SaidWords): WordFlaw[] {
  const said = new Set<string>()
  return words.flatMap(({ begins, is }, i): WordFlaw[] => {
    if (begins.length + is.length === 0) return [{ field: [i], problem: 'wordUnsaid', about: '' }]
    return Object.entries({ begins, is }).flatMap(([list, all]) =>
      all.flatMap((text, j): WordFlaw[] => {
        if (!said.has(text)) said.add(text)
        else return [{ field: [i, list, j], problem: 'wordTwice', about: text }]
        return []
      }),
    )
  })
}

/**
 * What a typed word means among the words of the names, with how near it is, 0 to 1: undefined if it is no said word, none if it tells nothing.
 * What is said must have `least` letters, so that of two words put together both count.
 */
export type Meanings = (word: string, least?: number) => [string, number][] | undefined

/** Makes the dictionary of an edition. What is said to mean nothing (회사) tells no petition from another. */
export function meaningsOf(words: SaidWords): Meanings {
  const whole = new Map<string, Meant[]>()
  const begun = new Map<string, { last: string; meant: Meant }[]>()
  for (const { begins, is, means } of words) {
    const meant = Object.entries(means).map(([name, near]): [string, number] => [name, near / 100])
    for (const text of is) whole.set(text, [...(whole.get(text) ?? []), meant])
    for (const text of begins) {
      const start = text.slice(0, -1)
      begun.set(start, [...(begun.get(start) ?? []), { last: keysOf(text.slice(-1)), meant }])
    }
  }
  return (typed, least = 1) => {
    const meanings = [...(whole.get(typed) ?? []), ...beginnings(begun, typed, least)]
    const found = new Map<string, number>()
    for (const [said, near] of meanings.flat())
      if (said !== typed && near > (found.get(said) ?? 0)) found.set(said, near)
    const meansNothing = meanings.length > 0 && meanings.every((meant) => meant.length === 0)
    return found.size > 0 || meansNothing ? [...found] : undefined
  }
}

type Meant = [string, number][]
/** Beginnings by all their letters but the last, of which there are the keys. */
type Begun = ReadonlyMap<string, readonly { last: string; meant: Meant }[]>

/** A word begins so if its letters do, the last one with more keys if need be: 합치 begins 합칩니다, 바꾸 begins 바꿨어요. */
function beginnings(begun: Begun, typed: string, least: number): Meant[] {
  const found: Meant[] = []
  for (let length = least - 1; length < typed.length; length++) {
    const next = keysOf(typed.charAt(length))
    for (const { last, meant } of begun.get(typed.slice(0, length)) ?? []) if (next.startsWith(last)) found.push(meant)
  }
  return found
}

import { z } from 'zod'

/** 찾는 말: what people say of an act, and the words by which the names of petition kinds call it. */

const word = z.string().trim().min(1)
/** A word of the names, and how near it is to what was said, of a hundred. */
const nearness = z.int().min(1).max(100)

/** One act: the beginnings of words, or whole words, that mean it when they are typed. */
export const SaidWord = z.strictObject({
  begins: z.array(word).default([]),
  is: z.array(word).default([]),
  means: z.record(word, nearness),
})
export const SaidWords = z.array(SaidWord)
export type SaidWords = z.infer<typeof SaidWords>

/** Something in the words that their shape alone allows. */
export type WordFlaw = { field: (string | number)[]; problem: WordFlawName; about: string }
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

/** What a typed word means among the words of the names, with how near it is, 0 to 1. */
export type Meanings = (word: string) => [string, number][]

/** Makes the dictionary of an edition. */
export function meaningsOf(words: SaidWords): Meanings {
  return (typed) => {
    const found = new Map<string, number>()
    for (const { begins, is, means } of words) {
      if (!is.includes(typed) && !begins.some((start) => typed.startsWith(start))) continue
      for (const [meant, near] of Object.entries(means))
        if (meant !== typed && !found.has(meant)) found.set(meant, near / 100)
    }
    return [...found]
  }
}

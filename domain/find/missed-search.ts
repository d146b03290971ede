import type { ManualContent } from '../manual/manual.ts'
import { readAsHangul } from './find-query.ts'
import { stemOf } from './find-speech.ts'

/**
 * 찾지 못한 말: what of a search may be told. Only words leave the counter that the manual itself has; every other word,
 * which may be somebody's name, is told as a mark without a letter of it (개인정보 보호법 제3조).
 */

/** Stands in what is told for a word that the manual has not. */
export const unknownWord = '…'
const mostWords = 8
/** A single syllable may be a part of a name that was typed with spaces. */
const shortest = 2

/** 매뉴얼의 낱말: of an edition's names, other names, categories, laws, forms, documents and what people say of acts. */
type Vocabulary = ReadonlySet<string>

type Named = Pick<ManualContent, 'categories' | 'kinds' | 'words'>

/** The words of a manual; made once for the same content. */
export function vocabularyOf({ categories, kinds, words }: Named): Vocabulary {
  const before = made.get(categories)
  if (before && before.words === words && isSame(before.kinds, kinds)) return before.vocabulary
  const texts = [
    ...categories.flatMap((c) => [c.ko, c.en]),
    ...words.flatMap((w) => [...w.begins, ...w.is, ...Object.keys(w.means)]),
    ...kinds.flatMap((k) => [
      ...[k.name.ko, k.name.en, ...k.synonyms, k.form.name],
      ...[...k.law.map((l) => l.law), ...k.documents.map((d) => d.name)],
    ]),
  ]
  const vocabulary = new Set(texts.flatMap(wordsIn).filter((word) => word.length >= shortest))
  made.set(categories, { kinds, words, vocabulary })
  return vocabulary
}

const made = new WeakMap<object, Omit<Named, 'categories'> & { vocabulary: Vocabulary }>()
const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i])

const wordsIn = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => /\p{L}/u.test(word))

/**
 * The text of a search as it may be told: the manual's own words in their order, and a mark for each other word.
 * Undefined where there is no word at all. What was typed with the keyboard in Latin mode is read as Hangul first.
 */
export function tellableSearch(text: string, vocabulary: Vocabulary): string | undefined {
  const words = wordsIn(readAsHangul(text) ?? text)
  if (words.length === 0) return undefined
  const told = words.slice(0, mostWords).map((word) => [word, stemOf(word)].find((w) => isTold(w, vocabulary)))
  return told.map((word) => word ?? unknownWord).join(' ')
}

/** A word with a digit in it is never told: it may be a number with a name before it. */
const isTold = (word: string, vocabulary: Vocabulary): boolean => /^\p{L}{2,20}$/u.test(word) && vocabulary.has(word)

/** How often what was missed on a day: from the counter's own notes to what it tells. */
export type MissedOfDay = Readonly<Record<string, number>>

/** The most that a counter tells of one text on one day. */
export const mostTimes = 10_000

/** One more search that was missed, as it may be told; more texts than may be told are let go. */
export function noteMissed(before: MissedOfDay, told: string): MissedOfDay {
  const times = Object.hasOwn(before, told) ? (before[told] ?? 0) : 0
  if (times === 0 && Object.keys(before).length >= 200) return before
  return { ...before, [told]: Math.min(times + 1, mostTimes) }
}

import { namesPerson } from './manual-use.ts'

/** 찾지 못한 말: what of a search may be told, so that nothing of a person is in it (개인정보 보호법 제3조). */

const longest = 40
/** The surnames of two in three people. A word of three syllables that begins so may be a name, and is left out. */
const surnames = new Set('김이박최정강조윤장임')

/**
 * The text of a search as it may be told: its words, without digits and signs, at most 40 letters. Undefined for what
 * is too short to mean anything, for a number (of a case, a phone, a person), and for what may be a name.
 */
export function tellableSearch(text: string): string | undefined {
  const plain = text.normalize('NFC')
  if (namesPerson(plain) || nameAndNumber.test(plain)) return undefined
  const words = plain
    .replaceAll(/[^\p{L}\s]/gu, ' ')
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.some(mayBeName) && words.length <= 2) return undefined
  const told = words.join(' ').slice(0, longest).trim()
  return told.replaceAll(' ', '').length < 2 ? undefined : told
}

/** A short word of Hangul beside a number of four digits or more: a name with a birth date or a phone. */
const nameAndNumber = /(^|\s)[가-힣]{2,4}[\s,:]*\d{4,}|\d{4,}[\s,:]*[가-힣]{2,4}(\s|$)/

const mayBeName = (word: string): boolean => /^[가-힣]{3}$/.test(word) && surnames.has(word[0] ?? '')

/** How often what was missed on a day: from the counter's own notes to what it tells. */
export type MissedOfDay = Readonly<Record<string, number>>

/** One more search that was missed; more texts than may be told are let go. */
export function noteMissed(before: MissedOfDay, text: string): MissedOfDay {
  const told = tellableSearch(text)
  if (told === undefined) return before
  const times = Object.hasOwn(before, told) ? (before[told] ?? 0) : 0
  if (times === 0 && Object.keys(before).length >= 200) return before
  return { ...before, [told]: times + 1 }
}

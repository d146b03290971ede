import { foldText, hangulOf, isConsonant, isSyllable, isVowel, keysIn, keysOf } from './find-keys.ts'
import { lawIn, type LawQuery } from './find-law.ts'
import { isIdle, stemOf } from './find-speech.ts'

/**
 * What was typed, understood. `initials` are its keys if it may be initial consonants alone (ㅅㅁㅇ, or tad for them);
 * `isMixed` says that they stand among syllables (신문ㅅㅇ). `words` are those that matter, `said` the same as they
 * were said, `spoken` all of them.
 */
export type Query = {
  initials: string | undefined
  isMixed: boolean
  keys: string
  cased: string
  letters: string
  spoken: string[]
  words: string[]
  said: string[]
  law: LawQuery | undefined
}

/** More keys than this say nothing more. */
const longest = 64

/** Understands what was typed; nothing if there is no letter in it. */
export function understand(typed: string): Query | undefined {
  const latin = latinIn(typed)
  const folded = foldText(typed.slice(0, 80))
  if (folded === '') return undefined
  const letters = folded.replaceAll(' ', '')
  const read = latin === undefined ? undefined : readingOf(latin)
  const text = read ?? folded
  const spoken = text.split(' ').filter((word) => word !== '')
  const stems = spoken.map((said) => ({ said, stem: stemOf(said) }))
  const telling = stems.filter(({ stem }) => !isIdle(stem))
  const matter = telling.length > 0 ? telling : stems
  const words = matter.map(({ stem }) => stem)
  const keys = keysIn(text).slice(0, longest)
  const cased = keysAsTyped(text).slice(0, longest)
  const said = matter.map((word) => word.said)
  const query = { keys, cased, letters, spoken, words, said, law: lawIn(text) }
  if (isInitials(letters)) return { ...query, initials: keys, isMixed: false, words: [], said: [] }
  // Latin letters may be consonants in the wrong mode, and may be an English word all the same.
  const mayBeInitials = latin !== undefined && isConsonantKeys(letters)
  return { ...query, initials: mayBeInitials ? keys : undefined, isMixed: isMixed(letters) }
}

/** What Latin letters are in Hangul, if they were typed in the wrong mode: tlsans → 신문. */
export function readAsHangul(typed: string): string | undefined {
  const latin = latinIn(typed)
  if (latin === undefined) return undefined
  const letters = latin.replaceAll(' ', '')
  return isConsonantKeys(letters.toLowerCase()) ? hangulOf(letters) : readingOf(latin)
}

const keysAsTyped = (text: string): string => Array.from(text.replaceAll(' ', '')).map(keysOf).join('')

/** The text in its own case, if it has Latin letters and no Hangul. What is all in capitals was typed with Caps Lock. */
function latinIn(typed: string): string | undefined {
  const latin = typed
    .slice(0, 80)
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (!/^[A-Za-z0-9 ]*[A-Za-z][A-Za-z0-9 ]*$/.test(latin)) return undefined
  return latin === latin.toUpperCase() ? latin.toLowerCase() : latin
}

/** The Hangul that the keys make, if most of it is whole syllables. */
function readingOf(latin: string): string | undefined {
  const words = latin.split(' ').map((word) => foldText(hangulOf(word)))
  const letters = Array.from(words.join('').replaceAll(/\d/g, ''))
  return letters.filter(isSyllable).length >= Math.max(1, letters.length * 0.6) ? words.join(' ') : undefined
}

const isInitials = (letters: string): boolean => /[ㄱ-ㅎ]/.test(letters) && /^[ㄱ-ㅎ0-9]+$/.test(letters)
const isConsonantKeys = (letters: string): boolean => /^[qwertasdfgzxcv]{2,}$/.test(letters)

/** Consonants before the end, among syllables: one at the very end is only a syllable that is being typed. */
function isMixed(text: string): boolean {
  const letters = Array.from(text)
  // A vowel that stands alone is a slip of the keys.
  if (!letters.some(isSyllable) || letters.some(isVowel)) return false
  const jamo = letters.filter(isConsonant)
  return jamo.length > 1 || (jamo.length === 1 && !isConsonant(letters.at(-1) ?? ''))
}

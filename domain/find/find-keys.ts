/**
 * 두벌식 자판: a text as the keys that a typist presses. In this one alphabet Hangul, Hangul typed in Latin mode, a
 * half-composed syllable, other spaces and a doubled consonant are the same string or a start of it.
 */

const leads = ['r', 'R', 's', 'e', 'E', 'f', 'a', 'q', 'Q', 't', 'T', 'd', 'w', 'W', 'c', 'z', 'x', 'v', 'g']
const vowels = [
  ...['k', 'o', 'i', 'O', 'j', 'p', 'u', 'P', 'h', 'hk', 'ho', 'hl', 'y', 'n', 'nj', 'np', 'nl', 'b', 'm', 'ml', 'l'],
]
const tails = [
  ...['', 'r', 'R', 'rt', 's', 'sw', 'sg', 'e', 'f', 'fr', 'fa', 'fq', 'ft', 'fx', 'fv', 'fg', 'a', 'q', 'qt', 't'],
  ...['T', 'd', 'w', 'c', 'z', 'x', 'v', 'g'],
]
const jamo = 'ㄱㄲㄳㄴㄵㄶㄷㄸㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅃㅄㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ'
const jamoKeys = [
  ...['r', 'R', 'rt', 's', 'sw', 'sg', 'e', 'E', 'f', 'fr', 'fa', 'fq', 'ft', 'fx', 'fv', 'fg', 'a', 'q', 'Q', 'qt'],
  ...['t', 'T', 'd', 'w', 'W', 'c', 'z', 'x', 'v', 'g', ...vowels],
]
const keysOfJamo = new Map(Array.from(jamo).map((letter, i) => [letter, jamoKeys[i] ?? '']))
const jamoOfKeys = new Map(Array.from(jamo).map((letter, i) => [jamoKeys[i] ?? '', letter]))
const leadAt = new Map(leads.map((key, i) => [key, i]))
const vowelAt = new Map(vowels.map((key, i) => [key, i]))
const tailAt = new Map(tails.map((key, i) => [key, i]))

const firstSyllable = 0xac00
export const isSyllable = (letter: string): boolean => letter >= '가' && letter <= '힣'
export const isConsonant = (letter: string): boolean => letter >= 'ㄱ' && letter <= 'ㅎ'
export const isVowel = (letter: string): boolean => letter >= 'ㅏ' && letter <= 'ㅣ'

/** The keys of one letter, with the shift of doubled ones; a letter that is no Hangul stays itself. */
export function keysOf(letter: string): string {
  const n = letter.charCodeAt(0) - firstSyllable
  if (n >= 0 && n < syllables) return (keysOfSyllable[n] ??= keysOfNumber(n))
  return keysOfJamo.get(letter) ?? letter
}

/** The keys of the syllables that were met. */
const keysOfSyllable: string[] = []
const syllables = 11_172

function keysOfNumber(n: number): string {
  const [lead, vowel, tail] = [Math.floor(n / 588), Math.floor((n % 588) / 28), n % 28]
  return `${leads[lead]}${vowels[vowel]}${tails[tail]}`
}

/** What a flag of a key says; a word ends before the place that says so. */
export const syllableStart = 1
export const wordStart = 2
export const wordEnd = 4

/** A text in keys: small and as they were pressed, its letters without spaces, one initial a letter, and flags by key. */
export type Keyed = { keys: string; cased: string; letters: string; initials: string; flags: Uint8Array }

/** Where the flags of a text are gathered. */
let room = new Uint8Array(512)

/** Writes a text in keys. `onKey` hears for every key which stretch of the text it comes from. */
export function keyed(text: string, onKey?: (from: number, to: number) => void): Keyed {
  let [cased, letters, initials, isInWord, at] = ['', '', '', false, 0]
  let count = 0
  for (const character of text) {
    const folded = foldLetter(character)
    for (const letter of folded) {
      const keys = keysOf(letter)
      for (let i = 0; i < keys.length; i++) {
        const start = isInWord ? syllableStart : syllableStart | wordStart | (cased === '' ? 0 : wordEnd)
        if (count === room.length - 1) room = Uint8Array.of(...room, ...room)
        room[count++] = i > 0 ? 0 : start
        onKey?.(at, at + character.length)
      }
      isInWord = true
      cased += keys
      letters += letter
      initials += (keys[0] ?? '').toLowerCase()
    }
    if (folded === '') isInWord = false
    at += character.length
  }
  const keys = cased.toLowerCase()
  room[count] = wordEnd
  return { keys, cased: keys === cased ? keys : cased, letters, initials, flags: room.slice(0, count + 1) }
}

/** A character as it is compared; nothing if it is a space or a sign. Compatibility jamo must not become others by NFKC. */
function foldLetter(character: string): string {
  const code = character.charCodeAt(0)
  if (code < 128) return narrow[code] ?? ''
  if (isSyllable(character) || isConsonant(character) || isVowel(character)) return character
  if (character === 'ㆍ') return ''
  const folded = character.normalize('NFKC').toLowerCase()
  return /^[\p{L}\p{N}]+$/u.test(folded) ? folded : folded.replace(/[^\p{L}\p{N}]+/gu, '')
}

/** The first 128 characters as they are compared. */
const narrow = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code).toLowerCase()
  return /[a-z0-9]/.test(character) ? character : ''
})

/** A text as words of letters, one space between them. */
export function foldText(text: string): string {
  let folded = ''
  for (const character of text.normalize('NFC')) folded += foldLetter(character) || ' '
  return folded.trim().replace(/ +/g, ' ')
}

/** The keys of a text, small and without spaces. */
export const keysIn = (text: string): string => Array.from(text.replaceAll(' ', '')).map(keysOf).join('').toLowerCase()

/** Latin letters read as what a Korean keyboard would have written; keys without a syllable become jamo. */
export function hangulOf(latin: string): string {
  const keys = Array.from(latin).map((key) => (leadAt.has(key) || vowelAt.has(key) ? key : key.toLowerCase()))
  let [text, i] = ['', 0]
  while (i < keys.length) {
    const [syllable, length] = syllableAt(keys, i)
    text += syllable
    i += length
  }
  return text
}

/** The letter that begins at a key, and how many keys it takes: the automaton of the 두벌식 keyboard. */
function syllableAt(keys: readonly string[], from: number): [string, number] {
  const at = (i: number) => keys[i] ?? ''
  const lead = leadAt.get(at(from))
  if (lead === undefined || !vowelAt.has(at(from + 1))) return [jamoOfKeys.get(at(from)) ?? at(from), 1]
  let end = from + 2
  let vowel = at(from + 1)
  if (vowelAt.has(vowel + at(end)) && at(end) !== '') vowel += at(end++)
  let tail = ''
  // A consonant before a vowel begins the next syllable.
  while (at(end) !== '' && tailAt.has(tail + at(end)) && !vowelAt.has(at(end + 1))) tail += at(end++)
  const n = lead * 588 + (vowelAt.get(vowel) ?? 0) * 28 + (tailAt.get(tail) ?? 0)
  return [String.fromCharCode(firstSyllable + n), end - from]
}

/** Which letters a key string has, as bits: to see at once that two are too far apart. */
export function lettersOf(keys: string): number {
  let bits = 0
  for (let i = 0; i < keys.length; i++) {
    const code = keys.charCodeAt(i)
    bits |= code >= 97 && code <= 122 ? 1 << (code - 97) : code >= 48 && code <= 57 ? 1 << 26 : 1 << 27
  }
  return bits >>> 0
}

import { commonPasswords } from './common-passwords.ts'

/**
 * What a password must be (OWASP ASVS 5.0, 6.2): long enough and none that everybody tries first. No rule of composition and
 * no change at set times: both lead to weaker ones.
 */

const shortestPassword = 8
const longestPassword = 128
/** How long it is advised to be. */
const goodPassword = 15

/** Why a password is not taken. */
export type PasswordFlaw = 'passwordShort' | 'passwordLong' | 'passwordCommon' | 'passwordPersonal'

/** What stands around a password and must not be it: the name, the number and the phone of its person, and the hall. */
type About = { id: string; name: string; phone?: string | undefined; hallName: string }

/** The one form of a password, however it was typed: composed characters (NFC). */
export const normalPassword = (typed: string): string => typed.normalize('NFC')

/** What is wrong with a password; undefined where it is taken. */
export function passwordFlaw(typed: string, about: About): PasswordFlaw | undefined {
  const password = normalPassword(typed)
  const length = Array.from(password).length
  if (length < shortestPassword) return 'passwordShort'
  if (length > longestPassword) return 'passwordLong'
  const plain = password.toLowerCase()
  if (isCommon(plain)) return 'passwordCommon'
  return isPersonal(plain, about) ? 'passwordPersonal' : undefined
}

/** Common as it is, with digits or signs about it, or made of one short thing again and again. */
function isCommon(plain: string): boolean {
  const bare = plain.replaceAll(/^\P{L}+|\P{L}+$/gu, '')
  // A word that stays after its digits counts only where it is nearly all of the password.
  const isPadded = bare.length > 0 && bare.length < goodPassword && commonPasswords.has(bare)
  return commonPasswords.has(plain) || isPadded || isRun(plain) || /^(.{1,4})\1+$/u.test(plain)
}

/** Whether each character is the next one, or the one before, all along: 12345678, abcdefgh, 가나다라마바사아, 하파타카. */
function isRun(plain: string): boolean {
  const codes = Array.from(plain, (c) => c.codePointAt(0) ?? 0)
  return isStair(codes) || isStair(codes.map(byConsonant)) || isStair(codes.map(byVowel))
}

function isStair(places: readonly number[]): boolean {
  const steps = new Set(places.slice(1).map((place, i) => place - (places[i] ?? 0)))
  return steps.size === 1 && (steps.has(1) || steps.has(-1))
}

/** A Hangul syllable is 0xAC00 + (consonant × 21 + vowel) × 28 + final. People say them without the doubled ones. */
const [firstSyllable, lastSyllable] = [0xac00, 0xd7a3]
const consonants = [0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 15, 16, 17, 18]
const vowels = [0, 2, 4, 6, 8, 12, 13, 17, 18, 20]
const letters = 'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ'
/** Apart from every other order. */
const far = 1 << 24

/** A place in the order 가나다라: the same for syllables that differ in more than their consonant is far away. */
function byConsonant(code: number): number {
  const letter = letters.indexOf(String.fromCodePoint(code))
  if (letter >= 0) return letter
  if (code < firstSyllable || code > lastSyllable) return far * code
  const [consonant, rest] = [Math.floor((code - firstSyllable) / 588), (code - firstSyllable) % 588]
  const place = consonants.indexOf(consonant)
  return place < 0 ? far * code : far * (rest + 1) + place
}

/** A place in the order 가갸거겨고교. */
function byVowel(code: number): number {
  if (code < firstSyllable || code > lastSyllable) return far * code
  const at = code - firstSyllable
  const place = vowels.indexOf(Math.floor(at / 28) % 21)
  return place < 0 ? far * code : far * (Math.floor(at / 588) * 28 + (at % 28) + 1) + place
}

function isPersonal(plain: string, { id, name, phone, hallName }: About): boolean {
  const bare = plain.replaceAll(/[^\p{L}\p{N}]/gu, '')
  const digits = plain.replaceAll(/\D/g, '')
  const words = [name, id, hallName, ...hallName.split(/\s+/)].map((w) =>
    w.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ''),
  )
  const around = words.filter((w) => w.length >= 2)
  const isName = around.some((w) => bare.includes(w) && bare.length - w.length < 6)
  const number = phone?.replaceAll(/\D/g, '') ?? ''
  return isName || (number.length >= 7 && digits.length >= 7 && (number.endsWith(digits) || digits.endsWith(number)))
}

import { commonPasswords } from './common-passwords.ts'

/**
 * What a password must be (OWASP ASVS 5.0, 6.2): long enough and none that everybody tries first. No rule of composition and
 * no change at set times: both lead to weaker ones.
 */

export const shortestPassword = 8
export const longestPassword = 128
/** How long it is advised to be. */
export const goodPassword = 15

/** Why a password is not taken. */
export type PasswordFlaw = 'passwordShort' | 'passwordLong' | 'passwordCommon' | 'passwordPersonal'

/** What stands around a password and must not be it: the name, the number and the phone of its person, and the hall. */
export type About = { id: string; name: string; phone?: string | undefined; hallName: string }

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

/** Whether each character is the next one, or the one before, all along: 12345678, abcdefgh, 87654321. */
function isRun(plain: string): boolean {
  const codes = Array.from(plain, (c) => c.codePointAt(0) ?? 0)
  const steps = new Set(codes.slice(1).map((code, i) => code - (codes[i] ?? 0)))
  return steps.size === 1 && (steps.has(1) || steps.has(-1))
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

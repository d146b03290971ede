import type { FormValues, Private } from '../record/private.ts'
import { Day } from '../time.ts'

/**
 * 주민등록번호 (개인정보 보호법 제24조의2, 시행령 제21조의2): asked for only where a statute names it, kept sealed by a key of its
 * own, shown masked. What is kept of one is a text of three parts: its mask, the sealed number, and an index by which two
 * can be told to be the same without opening them. Sealing and opening are done outside of the domain.
 */
type SealedNumber = { masked: string; sealed: string; index: string }

const kept = /^resident:(\d{6}-\d\*{6}):([A-Za-z0-9_-]{40,200}):([0-9a-f]{64})$/
const mask = /^\d{6}-\d\*{6}$/

export const writeSealed = ({ masked, sealed, index }: SealedNumber): string => `resident:${masked}:${sealed}:${index}`

/** The parts of a kept number; undefined for any other text. */
export function readSealed(text: string): SealedNumber | undefined {
  const [, masked, sealed, index] = kept.exec(text) ?? []
  return masked === undefined || sealed === undefined || index === undefined ? undefined : { masked, sealed, index }
}

/** 900101-1******. */
export const maskNumber = (number: string): string => `${number.slice(0, 8)}******`
export const isMasked = (text: string): boolean => mask.test(text)

/**
 * Whether a text is a number in its form: a day of birth in the century of the seventh digit, and six digits more. The last
 * digit checks nothing in numbers given since October 2020, so it is never a ground to refuse one.
 */
export function isResidentNumber(text: string): boolean {
  const [, year, month, day, century] = /^(\d\d)(\d\d)(\d\d)-([0-9])\d{6}$/.exec(text) ?? []
  return Day.safeParse(`${centuries[Number(century)]}${year}-${month}-${day}`).success
}

/** By the seventh digit: 9 and 0 are of the nineteenth century, 5 to 8 of foreigners. */
const centuries = ['18', '19', '19', '20', '20', '19', '19', '20', '20', '18'] as const

const inText = /(?<![0-9A-Za-z])(\d{6})\s?[-–]?\s?(\d{7})(?![0-9A-Za-z])/g

/** Whether what looks like such a number stands in a text, also in full-width digits. */
export const hasResidentNumber = (text: string): boolean =>
  [...plain(text).matchAll(inText)].some(([, birth, rest]) => isResidentNumber(`${birth}-${rest}`))

/** What is of ASCII and whole syllables alone is composed already: nearly every text, and every act goes through here. */
const plain = (text: string): string => (/^[ -~\n가-힣]*$/.test(text) ? text : text.normalize('NFKC'))

/** What is an id, a key or a content of its own, and never typed by a person. */
const opaque: ReadonlySet<string> = new Set([
  ...['case', 'visit', 'ticket', 'touch', 'paper', 'export', 'record', 'about', 'hash', 'folder', 'key', 'signature'],
  ...['body', 'content', 'clerk', 'machine', 'to', 'code', 'salt', 'amendment', 'proposal', 'changes', 'profile'],
])

/** Whether a person has typed such a number into what every machine hears. */
export function isNumberIn(value: unknown): boolean {
  if (typeof value === 'string') return value.length >= 13 && hasResidentNumber(value)
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some(isNumberIn)
  return Object.entries(value).some(([name, part]) => !opaque.has(name) && isNumberIn(part))
}

/** The values of a form as a screen shows them: of a sealed number its mask. */
export const shownValues = (values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, readSealed(value)?.masked ?? value]))

/** Whether a form of a case says the number that has an index. */
export const saysNumber = (apart: { [act: string]: Private }, index: string): boolean =>
  Object.values(apart).some((said) => Object.values(said.form ?? {}).some((v) => readSealed(v)?.index === index))

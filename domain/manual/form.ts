import { z } from 'zod'
import { isMasked, isResidentNumber, readSealed } from '../case/resident-number.ts'
import type { FormValues } from '../record/private.ts'
import { Day } from '../time.ts'

/** 신청서 항목: what the application form of a kind asks, and how what was typed is kept (민원처리법 제8조, 시행령 제10조 제2항). */

const text = z.string().trim().min(1)

/** What a field of a form holds. */
export const FieldType = z.enum([
  ...(['text', 'longText', 'date', 'number', 'money', 'phone', 'email'] as const),
  ...(['businessNo', 'corporateNo', 'address', 'choice', 'tick', 'residentNo'] as const),
])
export type FieldType = z.infer<typeof FieldType>

/** 신청서 항목. `max` is the greatest number of characters; a chosen option is kept by its id, a tick as 'yes'. */
export const FormField = z.strictObject({
  id: z.string().regex(/^f[0-9]+$/),
  label: z.strictObject({ ko: text, en: text }),
  type: FieldType,
  required: z.boolean(),
  options: z.array(z.strictObject({ id: z.string().regex(/^[a-z][A-Za-z0-9]*$/), ko: text, en: text })).optional(),
  unit: text.optional(),
  max: z.int().min(1).max(10_000).optional(),
  hint: text.optional(),
})
export type FormField = z.infer<typeof FormField>

/** Why a value cannot be kept. */
export type FieldProblem =
  | ('empty' | 'notADate' | 'notANumber' | 'notAPhone' | 'notAnEmail')
  | ('notABusinessNo' | 'notACorporateNo' | 'notAResidentNo' | 'notAnOption' | 'tooLong')

/** Says what is wrong with the kept form of a value; a field that need not be filled may be empty. */
export function checkField(field: FormField, value: string): FieldProblem | undefined {
  if (value.trim() === '') return field.required ? 'empty' : undefined
  if (value.length > maxOf(field)) return 'tooLong'
  switch (field.type) {
    case 'text':
    case 'longText':
    case 'address':
      return undefined
    case 'date':
      return Day.safeParse(value).success ? undefined : 'notADate'
    case 'number':
      return /^-?\d{1,15}(\.\d{1,6})?$/.test(value) ? undefined : 'notANumber'
    case 'money':
      return /^(0|[1-9]\d{0,14})$/.test(value) ? undefined : 'notANumber'
    case 'phone':
      return phone.test(value) ? undefined : 'notAPhone'
    case 'email':
      return /^[^\s@,;<>]+@([^\s@.,;<>]+\.)+[^\s@.,;<>]{2,}$/.test(value) ? undefined : 'notAnEmail'
    case 'businessNo':
      return isBusinessNo(value) ? undefined : 'notABusinessNo'
    case 'corporateNo':
      return /^\d{6}-\d{7}$/.test(value) ? undefined : 'notACorporateNo'
    case 'residentNo':
      return isResidentNumber(value) || isMasked(value) || readSealed(value) ? undefined : 'notAResidentNo'
    case 'choice':
      return field.options?.some((o) => o.id === value) ? undefined : 'notAnOption'
    case 'tick':
      return value === 'yes' ? undefined : 'notAnOption'
  }
}

/**
 * Whether a corporation's number has another last digit than the rule of its check gives. It is to be looked at and no
 * ground to refuse the form: the courts may give numbers whose last digit checks nothing.
 */
export function isDoubtful(field: FormField, value: string): boolean {
  if (field.type !== 'corporateNo' || checkField(field, value) !== undefined || value === '') return false
  const digits = digitsOf(value)
  const sum = weighed(digits, [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2])
  return (10 - (sum % 10)) % 10 !== digits[12]
}

/** Turns what people type into the form that is kept; what cannot be read stays as it was typed. */
export function normalField({ type }: FormField, typed: string): string {
  const plain = typed.normalize('NFC').trim()
  switch (type) {
    case 'text':
    case 'address':
      return plain.replaceAll(/\s+/g, ' ')
    case 'longText':
      return plain.replaceAll('\r\n', '\n')
    case 'date':
      return readDay(narrow(plain))
    case 'number':
      return withoutCommas(narrow(plain))
    case 'money':
      return readMoney(narrow(plain))
    case 'phone':
      return readPhone(narrow(plain))
    case 'email':
      // Without a space an accent joins the letter before it.
      return narrow(narrow(plain).replaceAll(' ', ''))
    case 'businessNo':
      return inGroups(narrow(plain), /^(\d{3})(\d{2})(\d{5})$/)
    case 'corporateNo':
      return inGroups(narrow(plain), /^(\d{6})(\d{7})$/)
    case 'residentNo':
      return isMasked(plain) || readSealed(plain) ? plain : inGroups(narrow(plain), /^(\d{6})(\d{7})$/)
    case 'choice':
    case 'tick':
      return plain
  }
}

/** The values of a form as they are kept: every field of the form that is filled, and nothing else. */
export const keptValues = (fields: readonly FormField[], typed: Readonly<FormValues>): FormValues =>
  Object.fromEntries(
    fields.map((f) => [f.id, normalField(f, typed[f.id] ?? '')] as const).filter(([, value]) => value !== ''),
  )

/** What is wrong with a form, by the id of the field. */
export const problemsOf = (
  fields: readonly FormField[],
  typed: Readonly<FormValues>,
): Readonly<Record<string, FieldProblem>> =>
  Object.fromEntries(
    fields.flatMap((f) => {
      const problem = checkField(f, normalField(f, typed[f.id] ?? ''))
      return problem === undefined ? [] : [[f.id, problem] as const]
    }),
  )

/** The greatest number of characters that a field takes. */
export const maxOf = ({ type, max }: FormField): number => max ?? (type === 'longText' ? 4000 : 200)

/** Mobile, by area, over the internet, personal, toll-free, and the numbers of whole firms (1588-0000). */
const phone =
  /^(01[016789]-\d{3,4}-\d{4}|02-\d{3,4}-\d{4}|0(3[1-3]|4[1-4]|5[1-5]|6[1-4]|80)-\d{3,4}-\d{4}|070-\d{4}-\d{4}|0(50|30)\d-\d{3,4}-\d{4}|1[568]\d{2}-\d{4})$/

/** The tenth digit of a business number checks the nine before it. */
function isBusinessNo(value: string): boolean {
  if (!/^\d{3}-\d{2}-\d{5}$/.test(value)) return false
  const digits = digitsOf(value)
  const sum = weighed(digits, [1, 3, 7, 1, 3, 7, 1, 3, 5]) + Math.floor(((digits[8] ?? 0) * 5) / 10)
  return (10 - (sum % 10)) % 10 === digits[9]
}

const digitsOf = (value: string): number[] => value.replaceAll('-', '').split('').map(Number)
const weighed = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * (digits[i] ?? 0), 0)

/** Full-width digits and signs, as a Korean keyboard can leave them, in their usual width. */
const narrow = (typed: string): string => typed.normalize('NFKC').trim()

/** '1984.3.2', '19840302' and '1984년 3월 2일' are the same day. */
function readDay(typed: string): string {
  const parts =
    /^(\d{4})\s?[.\-/년]\s?(\d{1,2})\s?[.\-/월]\s?(\d{1,2})\s?[.일]?$/.exec(typed) ??
    /^(\d{4})(\d\d)(\d\d)$/.exec(typed)
  return parts ? `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}` : typed
}

/** Commas go where they part thousands; '1,5' stays, since nobody knows what it means. */
function withoutCommas(typed: string): string {
  return /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(typed) ? typed.replaceAll(',', '') : typed
}

/** '1,000원', '3억 5천만원' and '350000000' are whole won. */
function readMoney(typed: string): string {
  const bare = typed
    .replaceAll(/\s/g, '')
    .replace(/^[₩\\]/, '')
    .replace(/원(정)?$/, '')
  const plain = withoutCommas(bare)
  if (/^\d+$/.test(plain)) return plain.replace(/^0+(?=\d)/, '')
  const parts = /^(?:([\d,]+)억)?(?:([\d,]+)(천)?만)?$/.exec(bare)
  if (!parts || bare === '') return typed
  const count = (part: string | undefined) => (part === undefined ? 0 : Number(withoutCommas(part)))
  const won = count(parts[1]) * 100_000_000 + count(parts[2]) * (parts[3] === undefined ? 10_000 : 10_000_000)
  return Number.isSafeInteger(won) ? String(won) : typed
}

/** '01012345678', '010.1234.5678' and '+82 10-1234-5678' are the same number. */
function readPhone(typed: string): string {
  if (!/^\+?[\d\s().-]+$/.test(typed)) return typed
  const digits = typed.replace(/^\+82[\s-]?(\(0\))?0?/, '0').replaceAll(/\D/g, '')
  const parts =
    /^(1[568]\d{2})(\d{4})$/.exec(digits) ??
    /^(02)(\d{3,4})(\d{4})$/.exec(digits) ??
    /^(0(?:50|30)\d)(\d{3,4})(\d{4})$/.exec(digits) ??
    /^(0\d\d)(\d{3,4})(\d{4})$/.exec(digits)
  return parts ? parts.slice(1).join('-') : typed
}

/** A number of groups: its digits, however they were parted. */
function inGroups(typed: string, groups: RegExp): string {
  if (!/^[\d\s-]+$/.test(typed)) return typed
  return groups.exec(typed.replaceAll(/\D/g, ''))?.slice(1).join('-') ?? typed
}

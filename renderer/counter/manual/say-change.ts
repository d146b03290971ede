import type { Written } from '../../../domain/manual/manual-diff.ts'
import type { Words } from '../../text/text.ts'

type ChangeWords = Words['changes']

/** What a field is called, by its way without the ids on it: `documents.d1.verifyBy` is 누가 확인하나. */
export function sayField(w: ChangeWords, field: string): string {
  const way = wayOf(w, field)
  return own<string>(w.fields, way) ?? (way === '' ? w.whole : way)
}

/** A value as one reads it; a thing is told by what names it. */
export function sayValue(w: ChangeWords, field: string, value: Written | undefined): string {
  const way = wayOf(w, field)
  if (value === undefined || value === '') return w.none
  if (value === null) return w.notKnown
  if (typeof value === 'boolean') return value ? w.yes : w.no
  if (typeof value === 'number') return value.toLocaleString('ko-KR')
  if (typeof value === 'string') return own(own(w.options, optionsOf(way)) ?? {}, value) ?? value
  if (isList(value)) return value.length === 0 ? w.none : value.map((one) => sayValue(w, way, one)).join(', ')
  const { unit, value: amount } = value
  if (unit !== undefined && amount !== undefined)
    return [amount, unit].map((one, i) => sayValue(w, `${way}.${i === 0 ? 'value' : 'unit'}`, one)).join(' ')
  return Object.entries(value)
    .filter(([key]) => key !== 'id')
    .map(([key, inside]) => sayValue(w, way === '' ? key : `${way}.${key}`, inside))
    .join(' · ')
}

/** The words on the way to a field that are names of fields; what is left out are ids, numbers and names of laws. */
function wayOf({ fields }: ChangeWords, field: string): string {
  const known = new Set(Object.keys(fields).flatMap((name) => name.split('.')))
  return field
    .split('.')
    .filter((step) => known.has(step))
    .join('.')
}

const optionsOf = (way: string): string => (way.startsWith('fieldConfidence') ? 'confidence' : way)
const isList = (value: Written): value is readonly Written[] => Array.isArray(value)
const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined

import type { Written } from '../../../domain/manual/manual-diff.ts'
import type { PartName } from '../../../domain/manual/manual-parts.ts'
import type { SupervisorWords } from '../../text/supervisor.ts'
import type { Language } from '../../text/text.ts'

type Words = SupervisorWords['manual']

/** What a field is called that is told by its way: `documents.d1.verifyBy` is 누가 확인하나 of d1. */
export function sayField(w: Words, field: string): string {
  const { name, about } = parted(field)
  const known = own(w.fields, name)
  const label = known ?? (name === '' ? w.kind.whole : name)
  return about === '' ? label : `${label} (${about})`
}

/** The name of a field without the ids and numbers on its way, and the thing that it belongs to. */
export function parted(field: string): { name: string; about: string } {
  const words = new Set<string>(names)
  const steps = field === '' ? [] : field.split('.')
  const name = steps.filter((step) => words.has(step)).join('.')
  const rest = steps.filter((step) => !words.has(step)).join('.')
  const ids = /(?:^|\.)([a-z]\d+(?:\.\d+)?)$/.exec(rest)?.[1]
  const number = /^(\d+)(?:\.(\d+))?$/.exec(rest)
  if (number)
    return {
      name,
      about: number
        .slice(1)
        .flatMap((n) => (n ? [String(Number(n) + 1)] : []))
        .join('-'),
    }
  return { name, about: ids ?? rest }
}

const names = [
  ...['name', 'ko', 'en', 'code', 'category', 'type', 'petition', 'complex', 'priorReview', 'otherAgencyIssue'],
  ...[
    'scope',
    'intake',
    'authority',
    'result',
    'appeal',
    'objection',
    'by',
    'days',
    'note',
    'law',
    'article',
    'heading',
    'period',
    'unit',
  ],
  ...['value', 'periodSource', 'periodNote', 'fee', 'won', 'source', 'means', 'cases', 'when', 'reductions', 'id'],
  ...['decideIn', 'counting', 'remedies', 'receivedAs'],
  ...['percent', 'basis', 'documents', 'providedBy', 'verifyBy', 'condition', 'original', 'questions', 'ask'],
  ...['because', 'options', 'conditions', 'text', 'holds', 'steps', 'title', 'action', 'who', 'stage', 'checks'],
  ...['document', 'form', 'fields', 'label', 'required', 'hint', 'max', 'rrnBasis', 'synonyms', 'sources'],
  ...['retention', 'confidence', 'fieldConfidence', 'legalBasis', 'requiredDocuments', 'processingPeriod'],
]

const own = <T>(record: Record<string, T>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined

/** The names of the values of a field that are chosen from a list. */
export function optionsOf(w: Words, name: string): Record<string, string> | undefined {
  return own<Record<string, string>>(w.options, name.startsWith('fieldConfidence') ? 'confidence' : name)
}

/** A value as one reads it: what is not confirmed says so, and a thing is told by what names it. */
export function sayValue(w: Words, field: string, value: Written | undefined): string {
  const { name } = parted(field)
  if (value === undefined) return w.diff.none
  if (value === null) return w.kind.notKnown
  if (typeof value === 'boolean') return value ? w.kind.yes : w.kind.no
  if (typeof value === 'number') return own(optionsOf(w, name) ?? {}, String(value)) ?? value.toLocaleString('ko-KR')
  if (typeof value === 'string') return own(optionsOf(w, name) ?? {}, value) ?? value
  if (Array.isArray(value)) return value.length === 0 ? w.diff.none : value.map((v) => sayValue(w, name, v)).join(', ')
  const said = Object.entries(value).filter(([key]) => key !== 'id')
  return said
    .map(([key, inside]) => {
      const way = name === '' ? key : `${name}.${key}`
      return `${own(w.fields, way) ?? key}: ${sayValue(w, way, inside)}`
    })
    .join(' · ')
}

/** What a part is called; a kind without an English name has its Korean one. */
export function sayPart(w: Words, part: string, name: PartName | null, language: Language): string {
  if (part.startsWith('kinds/')) return name === null ? part.slice(6) : `${part.slice(6)} ${name[language] ?? name.ko}`
  if (part.startsWith('documents/')) return w.diff.document(part.slice(10))
  return own(w.diff.partNames, part) ?? part
}

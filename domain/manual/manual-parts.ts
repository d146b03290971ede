import type { Change, Part } from './amendment.ts'
import { changesIn, type FieldChange, type Written } from './manual-diff.ts'
import type { Kind, ManualContent } from './manual.ts'

/** The parts of a manual, as amendments change them: kinds, lists and templates. */

/** How many characters one command changes at most, so that its entry goes in one message; each part alone fits. */
export const longestChange = 1_000_000
export const changeLength = ({ content }: Change): number => content?.length ?? 0

/** A part as its text says it, with what is wrong with it: as `manual check` would, in both languages. */
export type PartReading = {
  faults: PartFault[]
  /** What the text says, sound or not; absent where it cannot be read at all. */
  data?: Written
  /** The same as YAML in the order of the manual's files. */
  yaml?: string
  /** What would be kept; absent while there are faults. */
  content?: string
}
/** `field` is the way to it, `documents.0.name`; empty for the whole. */
export type PartFault = { field: string; line?: number; problem: string; ko: string; en: string }

/** A part of a manual with what is wrong in it. */
export type PartFaults = { part: Part; faults: PartFault[] }

/** What a kind is called; `en` is absent while nobody has written it. */
export type PartName = { ko: string; en?: string }

export type PartChange = {
  part: Part
  /** The name of a kind. */
  name: PartName | null
  what: 'added' | 'removed' | 'changed'
  changes: FieldChange[]
}

/** Every part of a manual with what it says. */
export function partsOf({ kinds, categories, words, documents, style }: ManualContent): Map<Part, Written> {
  const said = (value: unknown) => value as Written
  return new Map<Part, Written>([
    ['categories', said(categories)],
    ['words', said(words)],
    ...kinds.map((kind): [Part, Written] => [partOfKind(kind.code), said(kind)]),
    ...Object.entries(documents).map(([name, text]): [Part, Written] => [`documents/${name}`, text]),
    ['style', style],
  ])
}

export const partOfKind = (code: string): Part => `kinds/${code}`

/** The code of the kind that a part is; undefined for a list or a template. */
export const codeOf = (part: Part): string | undefined => (part.startsWith('kinds/') ? part.slice(6) : undefined)

/** Whether a part is plain text, and no list or kind. */
export const isText = (part: Part): boolean => part === 'style' || part.startsWith('documents/')

/** What the content of an amendment's part says; undefined where it takes the part out, or cannot be read. */
export function writtenIn(part: Part, content: string | null): Written | undefined {
  if (content === null || isText(part)) return content ?? undefined
  try {
    return JSON.parse(content) as Written
  } catch {
    return undefined
  }
}

/** How a part differs from what it was, field by field; undefined if it says the same. */
export function partChange(part: Part, was: Written | undefined, now: Written | undefined): PartChange | undefined {
  const name = nameIn(now ?? was)
  if (was === undefined) return now === undefined ? undefined : { part, name, what: 'added', changes: [] }
  if (now === undefined) return { part, name, what: 'removed', changes: [] }
  const changes = changesIn(was, now, '')
  return changes.length > 0 ? { part, name, what: 'changed', changes } : undefined
}

/** From one manual to another, part by part. */
export function changesBetween(was: ManualContent, now: ManualContent): PartChange[] {
  const [before, after] = [partsOf(was), partsOf(now)]
  return [...new Set([...before.keys(), ...after.keys()])]
    .toSorted()
    .flatMap((part) => partChange(part, before.get(part), after.get(part)) ?? [])
}

/** The name in what a part says; null where it has none. */
export function nameIn(value: Written | undefined): PartName | null {
  const { name } = (value ?? {}) as { name?: { ko?: unknown; en?: unknown } }
  if (typeof name?.ko !== 'string') return null
  return { ko: name.ko, ...(typeof name.en === 'string' && name.en !== '' && { en: name.en }) }
}

/** A field of a kind that nobody has confirmed: 미확정. */
export type UnknownField = { field: string; what: 'period' | 'fee' | 'verifyBy'; about: string }

/** What of a kind is not confirmed, in the order of its page. */
export const unknownIn = ({ period, fee, documents }: Pick<Kind, 'period' | 'fee' | 'documents'>): UnknownField[] => [
  ...(period === null ? [{ field: 'period', what: 'period' as const, about: '' }] : []),
  ...(fee.won === null ? [{ field: 'fee.won', what: 'fee' as const, about: '' }] : []),
  ...documents.flatMap(({ name, verifyBy }, i) =>
    verifyBy === null ? [{ field: `documents.${i}.verifyBy`, what: 'verifyBy' as const, about: name }] : [],
  ),
]

/** What an editor found out about a field that was not confirmed; without a source it is not taken. */
export type Finding = { source: string } & (
  | { what: 'period'; value: Kind['period'] }
  | { what: 'fee'; won: number }
  | { what: 'verifyBy'; document: number; value: Kind['documents'][number]['verifyBy'] }
)

/** A kind with a field confirmed: its value, where that is written, and that it was read there. */
export function confirmed(kind: Kind, found: Finding): Kind {
  const { source } = found
  const sources = kind.sources.includes(source) ? kind.sources : [...kind.sources, source]
  switch (found.what) {
    case 'period': {
      const { periodNote: _, ...rest } = kind
      const fieldConfidence = { ...kind.fieldConfidence, processingPeriod: 'sourced' as const }
      return { ...rest, period: found.value, periodSource: source, fieldConfidence, sources }
    }
    case 'fee': {
      const { note: _, ...fee } = kind.fee
      const fieldConfidence = { ...kind.fieldConfidence, fee: 'sourced' as const }
      return { ...kind, fee: { ...fee, won: found.won, source }, fieldConfidence, sources }
    }
    case 'verifyBy': {
      const documents = kind.documents.map((d, i) => (i === found.document ? { ...d, verifyBy: found.value } : d))
      return { ...kind, documents, sources }
    }
  }
}

import { canonical } from '../canonical.ts'
import type { Holiday } from '../period/calendar.ts'
import type { HallProfile, ManualContent } from './manual.ts'

/** What a manual says that another does not: file by file, and in each file field by field. */

export type ManualParts = { profile: HallProfile; holidays: readonly Holiday[]; content: ManualContent }

/** A value as a file of the manual holds it. */
export type Written = string | number | boolean | null | readonly Written[] | Fields
type Fields = { readonly [field: string]: Written }

/** A file that only one of two manuals has, or that they write differently; `name` is the Korean one of a kind. */
export type FileDifference =
  | { what: 'added' | 'removed'; file: string; name: string | null }
  | { what: 'changed'; file: string; name: string | null; changes: FieldChange[] }

/** A field, told by its way through the file: `fee.won`, `documents.d1.name`; the whole of a text has none. */
export type FieldChange =
  | { what: 'added'; field: string; now: Written }
  | { what: 'removed'; field: string; was: Written }
  | { what: 'changed'; field: string; was: Written; now: Written }
  | { what: 'reordered'; field: string; was: string[]; now: string[] }

/** From one manual to another; nothing if they say the same. */
export function diffManuals(before: ManualParts, after: ManualParts): FileDifference[] {
  const [was, now] = [manualFiles(before), manualFiles(after)]
  const files = [...new Set([...was.keys(), ...now.keys()])]
  return files.flatMap((file): FileDifference[] => {
    const [old, young] = [was.get(file), now.get(file)]
    const name = nameOfKind(young ?? old)
    if (old === undefined) return [{ what: 'added', file, name }]
    if (young === undefined) return [{ what: 'removed', file, name }]
    const changes = changesIn(old, young, '')
    return changes.length > 0 ? [{ what: 'changed', file, name, changes }] : []
  })
}

/** A part of a manual as its file holds it: these shapes are plain JSON. */
export const asWritten = (part: unknown): Written => part as Written

/** The files of a manual with what each says: the settings, then the kinds, then the templates. */
export function manualFiles({ profile, holidays, content }: ManualParts): Map<string, Written> {
  const { kinds, documents, style, ...lists } = content
  return new Map<string, Written>([
    ['hall.yaml', asWritten(profile)],
    ['holidays.yaml', asWritten(holidays)],
    // A list that says nothing is the same as no file.
    ...Object.entries(lists).flatMap(([name, list]): [string, Written][] =>
      list.length > 0 ? [[`${name}.yaml`, asWritten(list)]] : [],
    ),
    ...kinds.map((kind): [string, Written] => [`kinds/${kind.code}.yaml`, asWritten(kind)]),
    ...Object.entries(documents).map(([name, text]): [string, Written] => [`documents/${name}.html`, text]),
    ['documents/style.css', style],
  ])
}

/** How two values of a field differ; nothing if they are the same, whatever the order of their fields. */
export function changesIn(was: Written | undefined, now: Written | undefined, field: string): FieldChange[] {
  if (now === undefined) return was === undefined ? [] : [{ what: 'removed', field, was }]
  if (was === undefined) return [{ what: 'added', field, now }]
  if (isList(was) && isList(now)) return changesOfList(was, now, field)
  if (isFields(was) && isFields(now))
    return [...new Set([...Object.keys(was), ...Object.keys(now)])].flatMap((name) =>
      changesIn(own(was, name), own(now, name), within(field, name)),
    )
  return was === now ? [] : [{ what: 'changed', field, was, now }]
}

/** Things are the same thing by their id, wherever they stand; what has none is told by what it says. */
function changesOfList(was: readonly Written[], now: readonly Written[], field: string): FieldChange[] {
  const [before, after] = [named(was), named(now)]
  if (before.size < was.length || after.size < now.length)
    return canonical(was) === canonical(now) ? [] : [{ what: 'changed', field, was, now }]
  const changes = [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [old, young] = [before.get(name), after.get(name)]
    const isNamed = [old, young].some((item) => item !== undefined && idOf(item) !== undefined)
    return changesIn(old, young, isNamed ? within(field, name) : field)
  })
  const kept = [...before.keys()].filter((name) => after.has(name))
  const keptNow = [...after.keys()].filter((name) => before.has(name))
  const isReordered = kept.some((name, i) => name !== keptNow[i])
  return isReordered ? [...changes, { what: 'reordered', field, was: kept, now: keptNow }] : changes
}

const named = (list: readonly Written[]): Map<string, Written> =>
  new Map(list.map((item) => [idOf(item) ?? canonical(item), item]))

/** What a thing in a list is called: its id, the code of a category, the date of a holiday, the article of a law. */
function idOf(item: Written): string | undefined {
  if (!isFields(item)) return undefined
  const { id, code, date, law, article } = item
  const name = [id, code, date].find((one) => typeof one === 'string')
  if (typeof name === 'string') return name
  return typeof law === 'string' && typeof article === 'string' ? `${law} ${article}` : undefined
}

function nameOfKind(value: Written | undefined): string | null {
  const name = value !== undefined && isFields(value) ? own(value, 'name') : undefined
  const ko = name !== undefined && isFields(name) ? own(name, 'ko') : undefined
  return typeof ko === 'string' ? ko : null
}

const isList = (value: Written): value is readonly Written[] => Array.isArray(value)
const isFields = (value: Written): value is Fields => typeof value === 'object' && value !== null && !isList(value)
const own = (fields: Fields, name: string): Written | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined
const within = (field: string, name: string): string => (field === '' ? name : `${field}.${name}`)

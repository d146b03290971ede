import type { Extension } from '../../../domain/case/case-clock.ts'
import type { Command } from '../../../domain/hall.ts'
import type { Kind } from '../../../domain/manual/manual.ts'
import { isDay } from '../../../domain/time.ts'
import type { CaseView, CounterView, PersonView } from '../../../domain/views/views.ts'
import { readDay } from '../../common/typed-day.ts'
import type { Language, Words } from '../../text/text.ts'

/** A form of an act as data: its fields, and the command that they make. */

export type ProcedureAct = keyof Words['procedure']['acts']
export type Values = Readonly<Record<string, string>>
export type Option<T extends string = string> = { value: T; label: string }

/** How many lines a command takes, and of how many characters each. */
export type LineLimits = { longest: number; most: number }
export type LineProblem = { line: number; longest: number } | { most: number }
/** Law and remedies, as an act keeps them. */
export const citedLines: LineLimits = { longest: 300, most: 20 }

type Common = {
  id: string
  label: string
  hint?: string | undefined
  /** May it stay empty? What may not keeps the form closed. */
  isOptional?: boolean
  shown?: (values: Values) => boolean
}
export type ActField = Common &
  (
    | { as: 'text'; rows?: number; max?: number; first?: string; lines?: LineLimits }
    | { as: 'day' }
    | { as: 'number'; unit: string; least: number; most: number; first?: string }
    | { as: 'choice'; options: Option[]; first?: string | undefined; isList?: boolean }
    | { as: 'ticks'; options: (Option & { closed?: string })[] }
    | { as: 'tick'; first?: boolean }
  )

export type FormContext = {
  seen: CaseView
  view: CounterView
  kind: Kind | undefined
  staff: readonly PersonView[]
  words: Words
  language: Language
}
export type ActForm<T extends ProcedureAct> = {
  text?: string
  fields: ActField[]
  /** Without what every command bears: the case, and when it was done. */
  command: (values: Values) => Omit<Extract<Command, { type: T }>, 'type' | 'case' | 'doneAt'>
  isDanger?: boolean
  /** By how much the values would extend the case: the new due date is shown. */
  extendsBy?: (values: Values) => Extension
  /** What follows from the values as they stand, in a sentence. */
  tells?: (values: Values) => string
}

/** The first values of a form. */
export const firstValues = (fields: readonly ActField[]): Values =>
  Object.fromEntries(
    fields.map((f) => {
      if (f.as === 'tick') return [f.id, f.first ? 'yes' : '']
      return [f.id, ('first' in f ? f.first : undefined) ?? '']
    }),
  )

/** The fields that are to be seen, given the others. */
export const shownFields = (fields: readonly ActField[], values: Values): ActField[] =>
  fields.filter((f) => f.shown?.(values) ?? true)

/** Which fields keep the form closed: empty ones that must not be, and those that cannot be read. */
export function wrongFields(fields: readonly ActField[], values: Values): { id: string; isEmpty: boolean }[] {
  return shownFields(fields, values).flatMap((f): { id: string; isEmpty: boolean }[] => {
    const value = (values[f.id] ?? '').trim()
    if (value === '') return f.isOptional || f.as === 'tick' ? [] : [{ id: f.id, isEmpty: true }]
    if (f.as === 'day' && !isDay(readDay(value))) return [{ id: f.id, isEmpty: false }]
    if (f.as === 'text' && f.lines && lineProblem(value, f.lines)) return [{ id: f.id, isEmpty: false }]
    if (f.as === 'number' && !isWithin(value, f)) return [{ id: f.id, isEmpty: false }]
    return []
  })
}

function isWithin(value: string, { least, most }: { least: number; most: number }): boolean {
  const number = numberOf(value)
  return Number.isInteger(number) && number >= least && number <= most
}

/** The values as a command takes them: days as they are kept, and nothing of what is not to be seen. */
export const readValues = (fields: readonly ActField[], values: Values): Values =>
  Object.fromEntries(
    shownFields(fields, values).map((f) => {
      const value = values[f.id] ?? ''
      return [f.id, f.as === 'day' ? readDay(value) : value]
    }),
  )

/** A number as it is typed, with or without commas. */
export const numberOf = (typed: string | undefined): number => Number((typed ?? '').replaceAll(',', '').trim() || 'NaN')

/** What was typed, a line each; nothing of it is cut. */
export const linesOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Why a command would not take the lines as they stand: one of them is too long, or there are too many. */
export function lineProblem(text: string, { longest, most }: LineLimits): LineProblem | undefined {
  const lines = linesOf(text)
  const long = lines.findIndex((line) => line.length > longest)
  if (long >= 0) return { line: long + 1, longest }
  return lines.length > most ? { most } : undefined
}

/** A part of a command that is there only when something was typed or chosen. */
export const maybe = <K extends string>(key: K, typed: string | undefined): { [P in K]?: string } => {
  const value = (typed ?? '').trim()
  return (value === '' ? {} : { [key]: value }) as { [P in K]?: string }
}

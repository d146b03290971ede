import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import type { Document, Node, YAMLError } from 'yaml'
import type { z } from 'zod'
import { limits } from '../manual/pack-format.ts'
import { fault, type Fault } from './fault.ts'
import { messageOf } from './message-of.ts'
import { readOrdinary, type NotRead } from './ordinary-file.ts'
import { readPlainYaml } from './plain-yaml.ts'
import { troubleOf, type Trouble } from './yaml-words.ts'

export type { Fault } from './fault.ts'

/** A YAML file that has been read: its value if it has no fault, else the fields that have none, and where each stands. */
export type YamlFile<T> = { value?: T; parts: Partial<T>; faults: Fault[]; lineOf: LineOf; data?: unknown }
type LineOf = (field: readonly PropertyKey[]) => number | undefined

/** Reads a YAML file by a schema. Byte order marks, CRLF and decomposed Hangul are fine. */
export function openYaml<T>(path: string, file: string, schema: z.ZodType<T>): YamlFile<T> {
  const text = textOf(path)
  if ('unreadable' in text) return { parts: {}, faults: [fault({ file }, text.unreadable)], lineOf: () => undefined }
  return parseYaml(text.text, file, schema)
}

/** Reads a text by a schema as `openYaml` does a file; `data` is what it says, sound or not. */
export function parseYaml<T>(text: string, file: string, schema: z.ZodType<T>): YamlFile<T> {
  const problem = excess(text)
  if (problem) return { parts: {}, faults: [fault({ file }, problem)], lineOf: () => undefined }
  return readSound(text, schema) ?? readPlaced(text, file, schema)
}

/** The longest text that is read, in characters; the longest file of the shipped manual has a twentieth of that. */
const longest = 300_000
/** How many fields a file may have: each is compared with those beside it. */
const mostFields = 6_000
/** How many brackets may stand open. */
const deepest = 100
/** How many faults of one file are told: whoever mends a hundred reads it anew. */
const mostFaults = 100

/** What would keep this PC busy for minutes is no manual: a file from outside may be made for that. */
function excess(text: string): 'tooLong' | 'tooDeep' | undefined {
  if (text.length > longest || fieldsIn(text) > mostFields) return 'tooLong'
  let open = 0
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    open = bracket === '[' || bracket === '{' ? open + 1 : Math.max(0, open - 1)
    if (open > deepest) return 'tooDeep'
  }
  return undefined
}

/** A sound file, which almost every file is: where things stand is slow to find out, and looked up only if asked for. */
function readSound<T>(text: string, schema: z.ZodType<T>): YamlFile<T> | undefined {
  const plain = readPlainYaml(text)
  const parsed = plain && schema.safeParse(plain.data)
  if (!parsed?.success) return undefined
  const { data: value } = parsed
  let placed: Placed | undefined
  const lineOf: LineOf = (field) => lineIn((placed ??= withPlaces(text)), field)
  return { value, parts: value, faults: [], lineOf, data: plain?.data }
}

function readPlaced<T>(text: string, file: string, schema: z.ZodType<T>): YamlFile<T> {
  const placed = withPlaces(text)
  const { document, lines } = placed
  const lineOf: LineOf = (field) => lineIn(placed, field)
  const broken = [...document.errors, ...document.warnings]
    .map((e) => ({ e, line: lines.linePos(startOf(e, document)).line }))
    // What follows on the same line follows from the first.
    .filter(({ line }, i, all) => all.findIndex((one) => one.line === line) === i)
    .slice(0, mostFaults)
    .map(({ e, line }) =>
      e.code === 'DUPLICATE_KEY'
        ? fault({ file, line }, 'keyTwice', /^[^\s:]*/.exec(text.slice(e.pos[0]))?.[0])
        : fault({ file, line }, 'notYaml', troubleOf(e)),
    )
  // An alias of nothing is only noticed when the value is made.
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) === undefined && alias.range)
        broken.push(fault({ file, line: lines.linePos(alias.range[0]).line }, 'notYaml', 'sign' satisfies Trouble))
    },
  })
  if (broken.length > 0) return { parts: {}, faults: broken, lineOf }
  return { ...byShape(document, file, schema, lineOf), lineOf }
}

type Placed = { document: Document; lines: LineCounter }

function withPlaces(text: string): Placed {
  const lines = new LineCounter()
  return { document: parseDocument(text, { lineCounter: lines }), lines }
}

/** No fewer fields than a text has: a colon makes one, and in curly brackets a comma. */
const fieldsIn = (text: string): number =>
  text.split('\n').reduce((sum, line) => sum + line.split(line.includes('{') ? /[:,]/ : /:(?= |$)/).length - 1, 0)

/** The text of a file, however it was saved. */
export function textOf(
  path: string,
): { text: string } | { unreadable: 'fileMissing' | 'notOrdinary' | 'tooLong' | 'notUtf8' } {
  let read: { bytes: Buffer } | NotRead
  try {
    read = readOrdinary(path, limits.total)
  } catch {
    return { unreadable: 'fileMissing' }
  }
  if ('refused' in read) return { unreadable: read.refused === 'tooLarge' ? 'tooLong' : 'notOrdinary' }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(read.bytes)
    return { text: text.replaceAll('\r\n', '\n').normalize('NFC') }
  } catch {
    return { unreadable: 'notUtf8' }
  }
}

/** Where a fault of syntax began: a missing quote is only noticed at the end of the file. */
function startOf({ code, pos: [noticed] }: YAMLError, document: Document): number {
  let start = noticed
  visit(document, {
    Scalar(_, { type, range }) {
      if (code === 'MISSING_CHAR' && type?.startsWith('QUOTE') && range && range[0] <= noticed && range[1] >= noticed)
        start = range[0]
    },
  })
  return start
}

function byShape<T>(document: Document, file: string, schema: z.ZodType<T>, lineOf: LineOf) {
  let data: unknown
  try {
    data = document.toJS()
  } catch (error) {
    return { parts: {}, faults: [fault({ file }, 'notYaml', messageOf(error))] }
  }
  if (data === null) return { parts: {}, faults: [fault({ file }, 'fileEmpty')] }
  const parsed = schema.safeParse(data)
  if (parsed.success) return { value: parsed.data, parts: parsed.data, faults: [], data }
  const { issues } = parsed.error
  const wrong = new Set(issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? [] : issue.path.slice(0, 1))))
  const sound = Object.entries(isRecord(data) ? data : {}).filter(([field]) => !wrong.has(field))
  // A fault in one field must not hide what the rules say of the others.
  const parts = Object.fromEntries(sound) as Partial<T>
  return { parts, data, faults: issues.slice(0, mostFaults).flatMap((issue) => inWords(issue, data, file, lineOf)) }
}

/** The line of a field, or of the nearest thing around it that is written; none for the file as a whole. */
function lineIn({ document, lines }: Placed, field: readonly PropertyKey[]): number | undefined {
  let node: unknown = document.contents
  let line: number | undefined
  const lineOf = (found: Node) => found.range && lines.linePos(found.range[0]).line
  for (const step of field) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step)
      if (!pair) break
      line = (isNode(pair.key) && lineOf(pair.key)) || line
      node = pair.value
    } else if (isSeq(node) && typeof step === 'number') {
      const item = node.items[step]
      line = (isNode(item) && lineOf(item)) || line
      node = item
    } else break
  }
  return line
}

function inWords(issue: z.core.$ZodIssue, data: unknown, file: string, lineOf: LineOf): Fault[] {
  const field = issue.path
  const place = { file, line: lineOf(field), field }
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.slice(0, mostFaults).map((key) => {
        const unknown = [...field, key]
        return fault({ file, line: lineOf(unknown), field: unknown }, 'fieldUnknown', key)
      })
    case 'invalid_type':
      return [
        at(data, field) === undefined
          ? fault(place, 'fieldMissing')
          : fault(place, 'wrongType', shapeOf(issue.expected, field, at(data, field))),
      ]
    case 'invalid_value':
      if (at(data, field) === undefined) return [fault(place, 'fieldMissing')]
      return [fault(place, 'wrongValue', `→ ${issue.values.map(String).join(' | ')}`)]
    case 'too_small':
      if (issue.origin === 'string' && Object.hasOwn(addresses, String(field.at(-1))))
        return [fault(place, 'wrongForm', form(field))]
      if (issue.origin === 'string') return [fault(place, 'textEmpty')]
      if (issue.origin === 'array') return [fault(place, 'empty')]
      return [fault(place, 'wrongValue', `≥ ${issue.minimum}`)]
    case 'too_big':
      return [fault(place, 'wrongValue', `≤ ${issue.maximum}`)]
    default:
      return [fault(place, 'wrongForm', form(field))]
  }
}

const types: Record<string, string> = {
  string: '글 (text)',
  int: '정수 (whole number)',
  number: '수 (number)',
  boolean: 'true | false',
  array: '목록: ‘- ’로 시작하는 줄 (list)',
  object: '‘이름: 값’ 줄들 (fields)',
}
/** How some fields are written that are most often written otherwise. */
const shapes: Record<string, string> = {
  period: '{ unit: days, value: 7 } | null',
  fee: '{ won: 1000, means: null }',
  won: '1000: 쉼표·‘원’·따옴표 없이 (digits alone)',
}
function shapeOf(expected: string, field: readonly PropertyKey[], found: unknown): string {
  const shape = shapes[String(field.at(-1))]
  const isQuoted = expected === 'string' && (typeof found === 'number' || typeof found === 'boolean')
  return `→ ${shape ?? (isQuoted ? '따옴표로 묶은 글 (text in quotes): "…"' : (types[expected] ?? expected))}`
}

const times = '→ "09:00"'
/** What is written in one way wherever it stands. */
const addresses: Record<string, string> = { publicAddress: '→ https://minwon.example.kr', host: '→ 192.168.0.50' }
const forms: Record<string, string> = {
  code: '→ PRS-01',
  category: '→ PRS',
  id: '→ d1, c1, s1, s1.2, f1',
  document: '→ d1',
  condition: '→ c1',
  by: '→ ownLaw | none',
  from: times,
  to: times,
  until: times,
  date: '→ "2026-03-01"',
  ...addresses,
}
const form = (field: readonly PropertyKey[]): string => forms[String(field.at(-1))] ?? ''

const at = (data: unknown, field: readonly PropertyKey[]): unknown =>
  field.reduce<unknown>((value, step) => (isRecord(value) ? value[step] : undefined), data)

const isRecord = (value: unknown): value is Record<PropertyKey, unknown> => typeof value === 'object' && value !== null

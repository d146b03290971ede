import { stringify } from 'yaml'
import { z } from 'zod'
import { canonical } from '../../domain/canonical.ts'
import { flawsOfWords, SaidWords } from '../../domain/find/find-words.ts'
import type { Part } from '../../domain/manual/amendment.ts'
import type { Written } from '../../domain/manual/manual-diff.ts'
import { codeOf, isText, type PartReading } from '../../domain/manual/manual-parts.ts'
import { Category, Kind, type ManualContent } from '../../domain/manual/manual.ts'
import { fault, type Fault } from '../files/fault.ts'
import { parseYaml, type YamlFile } from '../files/yaml-file.ts'
import { faultsOfKind } from './manual-folder.ts'
import { faultsOfTemplate, templateNames } from './templates.ts'

/** Reads a part of the manual as it is typed, in YAML or JSON, and checks it as `manual check` checks its file. */
export function readPart(part: Part, typed: string, beside: ManualContent): PartReading {
  const text = typed.replaceAll('\r\n', '\n').normalize('NFC')
  if (isText(part)) return readText(part, text, beside)
  if (part === 'categories') return reading(parseYaml(text, '', z.array(Category).min(1)))
  if (part === 'words') {
    const words = parseYaml(text, '', SaidWords)
    const flaws = flawsOfWords(words.value ?? [])
    return reading(
      words,
      flaws.map((f) => fault({ file: '', line: words.lineOf(f.field), field: f.field }, f.problem, f.about)),
    )
  }
  const file = { ...parseYaml(text, '', Kind), file: `kinds/${codeOf(part) ?? ''}.yaml` }
  const { code } = file.parts
  const faults = faultsOfKind({ ...file, faults: [] }, [], beside.categories).map((one) =>
    // At a desk there is no file that could be named otherwise.
    one.problem === 'codeNotFileName'
      ? fault({ file: '', line: file.lineOf(['code']), field: ['code'] }, 'codeFixed', code)
      : one,
  )
  return reading(inOrder(file), faults)
}

function readText(part: Part, text: string, beside: ManualContent): PartReading {
  const name = part.replace('documents/', '')
  const isTemplate = part !== 'style' && templateNames.includes(name)
  const frame = name === 'frame' ? text : (beside.documents.frame ?? '{{ body | raw }}')
  const faults = isTemplate ? faultsOfTemplate(name, text, frame) : []
  return { faults: faults.map(said), data: text, ...(faults.length === 0 && { content: text }) }
}

function reading({ value, data, faults }: YamlFile<unknown>, more: Fault[] = []): PartReading {
  const all = [...faults, ...more].map(said)
  const known = value ?? data
  if (known === undefined) return { faults: all }
  return {
    faults: all,
    data: JSON.parse(canonical(known)) as Written,
    yaml: stringify(known, { lineWidth: 100 }),
    ...(all.length === 0 && { content: canonical(value) }),
  }
}

/** A kind that is not sound yet is written in the order of its page all the same. */
function inOrder(file: YamlFile<Kind>): YamlFile<Kind> {
  const { data } = file
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return file
  const order = Object.keys(Kind.shape)
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length)
  return { ...file, data: Object.fromEntries(Object.entries(data).toSorted(([a], [b]) => place(a) - place(b))) }
}

const said = ({ line, field, problem, ko, en }: Fault): PartReading['faults'][number] => ({
  ...(line !== undefined && { line }),
  field,
  problem,
  ko,
  en,
})

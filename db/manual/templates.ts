import { join } from 'node:path'
import { guideFields } from '../../domain/guide/guide-sheet.ts'
import { frameFields, paperFields, type FieldRules } from '../../domain/paper/paper-fields.ts'
import { registerFields } from '../../domain/paper/paper-fields.ts'
import { PaperName } from '../../domain/paper/paper.ts'
import { fault, type Fault } from '../files/fault.ts'
import { namesInside } from '../files/ordinary-file.ts'
import { textOf } from '../files/yaml-file.ts'
import { fillTemplate, namesIn, parseTemplate, TemplateError, type Given } from './template-engine.ts'

/** The papers of an institution as it writes them: a template for each, the frame around them, and their look. */
export type Templates = { documents: { [name: string]: string }; style: string }

/** Every template that the folder of documents holds. */
export const templateNames: readonly string[] = ['frame', ...PaperName.options, 'register', 'guideSheet']

/** Reads and checks the templates of a manual folder: all of them, or every fault at once. */
export function readTemplates(folder: string): Templates | { faults: Fault[] } {
  const read = (name: string) => ({ name, file: `documents/${name}`, text: textOf(join(folder, 'documents', name)) })
  const files = templateNames.map((name) => read(`${name}.html`))
  const style = read('style.css')
  const texts = new Map(files.flatMap(({ text }, i) => ('text' in text ? [[templateNames[i] ?? '', text.text]] : [])))
  const frame = texts.get('frame') ?? '{{ body | raw }}'
  const faults = [
    ...[...files, style].flatMap(({ file, text }) => ('unreadable' in text ? [fault({ file }, text.unreadable)] : [])),
    ...strangers(join(folder, 'documents')),
    ...[...texts].flatMap(([name, text]) => faultsOfTemplate(name, text, frame)),
  ]
  if (faults.length > 0) return { faults }
  return { documents: Object.fromEntries(texts), style: 'text' in style.text ? style.text.text : '' }
}

/** What is wrong in a template: its syntax, a name that nobody gives, or a mandated field that it never prints. */
export function faultsOfTemplate(name: string, text: string, frame: string): Fault[] {
  const file = `documents/${name}.html`
  const rules = rulesOf(name)
  const part = name === 'frame' ? 'frame' : 'body'
  try {
    const template = parseTemplate(text, part)
    const known = Object.keys(rules)
    const unknown = namesIn(template, part).filter((n) => !known.includes(n.name))
    if (unknown.length > 0)
      return unknown.map((n) =>
        fault({ file, line: n.line }, 'variableUnknown', `${n.name} → ${known.toSorted().join(', ')}`),
      )
    return unprinted(name, rules, fillTemplate(template, marked(rules), part), frame).map(([field, basis]) =>
      fault({ file, field: [field] }, 'mandatedUnprinted', `${field} (${basis})`),
    )
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    return [fault({ file, line: error.line }, 'notTemplate', error.message)]
  }
}

/** What a template may name and must print. */
export function rulesOf(name: string): FieldRules {
  if (name === 'frame') return frameFields
  if (name === 'guideSheet') return guideFields
  return name === 'register' ? registerFields : paperFields[PaperName.parse(name)]
}

const mark = (field: string): string => `⟦${field}⟧`

/** Every field with a value that is found again in what is printed. */
const marked = (rules: FieldRules): Given =>
  Object.fromEntries(
    Object.entries(rules).map(([field, { list, columns }]) => {
      const line = Object.fromEntries((columns ?? []).map((column) => [column, mark(field)]))
      return [field, columns ? [line] : list ? [mark(field)] : mark(field)]
    }),
  )

/** The mandated fields that neither the template prints nor, for a paper, the frame around it. */
function unprinted(name: string, rules: FieldRules, printed: string, frame: string): [string, string][] {
  const around = name === 'frame' ? '' : frameAround(frame)
  return Object.entries(rules).flatMap(([field, { mandated, basis }]): [string, string][] =>
    mandated && !printed.includes(mark(field)) && !around.includes(mark(field)) ? [[field, basis]] : [],
  )
}

/** What the frame prints by itself; a faulty frame prints nothing and is told of by its own name. */
function frameAround(frame: string): string {
  // Every paper of a manual asks for the same one.
  if (printedFrame?.frame !== frame) printedFrame = { frame, around: printFrame(frame) }
  return printedFrame.around
}

let printedFrame: { frame: string; around: string } | undefined

function printFrame(frame: string): string {
  try {
    return fillTemplate(parseTemplate(frame, 'frame'), marked(frameFields), 'frame')
  } catch {
    return Object.keys(frameFields).map(mark).join('')
  }
}

function strangers(folder: string): Fault[] {
  const inside = namesInside(folder)
  if ('closed' in inside) return [fault({ file: 'documents' }, 'folderClosed', inside.closed)]
  const known = new Set(['style.css', ...templateNames.map((name) => `${name}.html`)])
  return inside.names
    .filter((name) => /\.(html?|css|txt)$/i.test(name) && !known.has(name))
    .map((name) => fault({ file: `documents/${name}` }, 'strangeTemplate'))
}

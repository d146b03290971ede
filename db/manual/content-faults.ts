import type { Change } from '../../domain/manual/amendment.ts'
import { flawsOfContent, namedAlike, withChanges } from '../../domain/manual/edition-content.ts'
import type { PartFaults } from '../../domain/manual/manual-parts.ts'
import type { ManualContent } from '../../domain/manual/manual.ts'
import { fault, type Fault } from '../files/fault.ts'
import { faultsOfTemplate, templateNames } from './templates.ts'

/** What is wrong in a manual as a whole once parts of it are replaced, by parts, as `manual check` judges a folder. */
export function faultsWith(before: ManualContent, changes: readonly Change[]): PartFaults[] {
  const made = withChanges(before, changes)
  return 'unreadable' in made
    ? made.unreadable.map((part) => ({ part, faults: [fault({ file: part }, 'wrongForm')].map(plain) }))
    : faultsOfContent(made.content, newlyAlike(before, made.content, changes))
}

/** Kinds that a change gives the name of another. Those that were called alike before stay as they are. */
function newlyAlike(before: ManualContent, after: ManualContent, changes: readonly Change[]): [string, Fault][] {
  const pairs = new Set(namedAlike(before.kinds).map(({ kind, other }) => `${kind.code} ${other}`))
  return namedAlike(after.kinds).flatMap(({ kind, other }): [string, Fault][] => {
    const parts = [kind.code, other].map((code) => `kinds/${code}`)
    const part = parts.find((one) => changes.some((c) => c.part === one))
    if (part === undefined || pairs.has(`${kind.code} ${other}`)) return []
    const about = part === parts[0] ? other : kind.code
    return [[part, fault({ file: part, field: ['name', 'ko'] }, 'nameTwice', about)]]
  })
}

/** What is wrong in a manual: the kinds and lists, and every template that must be there. */
export function faultsOfContent(content: ManualContent, more: readonly [string, Fault][] = []): PartFaults[] {
  const found = new Map<string, Fault[]>()
  const add = (part: string, faults: readonly Fault[]) => {
    if (faults.length > 0) found.set(part, [...(found.get(part) ?? []), ...faults])
  }
  for (const { part, field, problem, about } of flawsOfContent(content))
    add(part, [fault({ file: part, field }, problem, about)])
  for (const [part, one] of more) add(part, [one])
  const { documents } = content
  const frame = documents['frame'] ?? ''
  for (const name of templateNames)
    if (documents[name] === undefined) add(`documents/${name}`, [fault({ file: name }, 'fileMissing')])
  for (const [name, text] of Object.entries(documents)) {
    const isKnown = templateNames.includes(name)
    add(`documents/${name}`, isKnown ? faultsOfTemplate(name, text, frame) : [fault({ file: name }, 'strangeTemplate')])
  }
  return [...found].map(([part, faults]) => ({ part, faults: faults.map(plain) }))
}

const plain = ({ line, field, problem, ko, en }: Fault): PartFaults['faults'][number] => ({
  ...(line !== undefined && { line }),
  field,
  problem,
  ko,
  en,
})

import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { canonical } from '../../domain/canonical.ts'
import { flawsOfWords, SaidWords } from '../../domain/find/find-words.ts'
import { flawsOfHall } from '../../domain/hall-flaws.ts'
import { namedAlike, readContent } from '../../domain/manual/edition-content.ts'
import { flawsOfKind } from '../../domain/manual/manual-flaws.ts'
import { Category, HallProfile, Kind, type ManualContent, type StaffRole } from '../../domain/manual/manual.ts'
import { conditionalInSteps } from '../../domain/manual/step-documents.ts'
import { rolesOf } from '../../domain/people/permissions.ts'
import type { Holiday } from '../../domain/period/calendar.ts'
import { fault, type Fault, type Problem } from '../files/fault.ts'
import { namesInside } from '../files/ordinary-file.ts'
import { openYaml, type YamlFile } from '../files/yaml-file.ts'
import { hashOf } from './editions.ts'
import { readHolidays } from './holidays.ts'
import { printOf, type KnownManuals } from './known-manuals.ts'
import { readTemplates } from './templates.ts'
import { longestName } from './warning-words.ts'

export type { Fault } from '../files/fault.ts'

/** What the folder of an institution holds. `text` is the canonical text of the content, `hash` the name of that text. */
export type ManualFolder = {
  profile: HallProfile
  holidays: Holiday[]
  content: ManualContent
  text: string
  hash: string
}

/** `readable` is there where only the settings of the hall are at fault: what such a folder says all the same. */
type Faulty = { faults: Fault[]; readable?: ManualFolder }

/** Reads and checks a manual folder: the whole of it, or every fault at once. A content that is `known` is not checked again. */
export function readManual(folder: string, known?: KnownManuals): ManualFolder | Faulty {
  if (!isFolder(folder)) return { faults: [fault({ file: '.' }, 'folderMissing', folder)] }
  const hall = openYaml(join(folder, 'hall.yaml'), 'hall.yaml', HallProfile)
  const holidays = readHolidays(folder)
  const read = readKnown(folder, known)
  const faults = [
    ...hall.faults,
    ...flawsOfHall(hall.parts).map((f) => said('hall.yaml', hall, f.field, f.problem, f.about)),
    ...('faults' in holidays ? holidays.faults : []),
    ...('faults' in read ? read.faults : []),
  ]
  if (!hall.value || 'faults' in holidays || 'faults' in read) return { faults }
  const { content, text } = read
  const readable = { profile: hall.value, holidays, content, text, hash: hashOf(text) }
  return faults.length > 0 ? { faults, readable } : readable
}

type ReadContent = Pick<ManualFolder, 'content' | 'text'>

function readKnown(folder: string, known?: KnownManuals): ReadContent | { faults: Fault[] } {
  const print = known && printOf(folder)
  const text = print === undefined ? undefined : known?.get(print)
  const content = text === undefined ? undefined : readContent(text)
  if (text !== undefined && content) return { content, text }
  const read = readFiles(folder)
  if (print !== undefined && 'text' in read) known?.keep(print, read.text)
  return read
}

function readFiles(folder: string): ReadContent | { faults: Fault[] } {
  const read = <T>(file: string, schema: z.ZodType<T>) => openYaml(join(folder, ...file.split('/')), file, schema)
  const categories = read('categories.yaml', z.array(Category).min(1))
  const templates = readTemplates(folder)
  const words = readWords(folder)
  const { files, strange, closed } = kindFiles(folder)
  const kinds = files.map((file): KindFile => ({ file, ...read(file, Kind) }))
  const faults = [
    ...categories.faults,
    ...(categories.value ?? []).flatMap(({ code }, i, all) =>
      all.findIndex((c) => c.code === code) < i
        ? [said('categories.yaml', categories, [i, 'code'], 'categoryTwice', code)]
        : [],
    ),
    ...strange.map((file) => fault({ file }, 'strangeFile')),
    ...closed,
    ...(files.length === 0 && closed.length === 0 ? [fault({ file: 'kinds' }, 'noKinds')] : []),
    ...('faults' in templates ? templates.faults : []),
    ...words.faults,
    ...kinds.flatMap((kind, i) => faultsOfKind(kind, kinds.slice(0, i), categories.value)),
  ]
  if (faults.length > 0 || 'faults' in templates) return { faults }
  const content = {
    categories: categories.value ?? [],
    kinds: kinds.flatMap((k) => k.value ?? []),
    ...templates,
    words: words.value ?? [],
  }
  return { content, text: canonical(content) }
}

/**
 * What a hall can be read with, and somebody should know: a roster without an administrator, whom its passwords come from,
 * without a supervisor, or without a second person for an amendment; leave for somebody who is not in the roster of the folder (people may have been entered on screen), kinds that are called
 * alike, documents with a name too long for a line of a paper, and steps whose text asks for what the answers may rule out.
 */
export const warningsOf = ({ profile: { staff, queue }, content }: ManualFolder): Fault[] => [
  ...missingIn(staff).map(({ problem, about }) => fault({ file: 'hall.yaml', field: ['staff'] }, problem, about)),
  ...(queue?.outOfOrderBy ?? []).flatMap((id, i) =>
    staff.some((s) => s.id === id)
      ? []
      : [fault({ file: 'hall.yaml', field: ['queue', 'outOfOrderBy', i] }, 'nobodyNamed', id)],
  ),
  ...namedAlike(content.kinds).map(({ kind, other }) =>
    fault({ file: `kinds/${kind.code}.yaml`, field: ['name', 'ko'] }, 'nameTwice', other),
  ),
  ...content.kinds.flatMap(({ code, documents }) =>
    documents.flatMap(({ name }, i) =>
      name.length <= longestName
        ? []
        : [fault({ file: `kinds/${code}.yaml`, field: ['documents', i, 'name'] }, 'nameLong', String(name.length))],
    ),
  ),
  ...content.kinds.flatMap((kind) =>
    conditionalInSteps(kind).map(({ step, name }) =>
      fault({ file: `kinds/${kind.code}.yaml`, field: ['steps', step, 'action'] }, 'documentInStep', name),
    ),
  ),
]

/** Which roles nobody of a roster has, and who could approve no amendment of their own. */
function missingIn(staff: HallProfile['staff']): { problem: Problem; about?: string }[] {
  const having = (...roles: StaffRole[]) => staff.filter((one) => rolesOf(one).some((role) => roles.includes(role)))
  const [writer, second] = having('editor', 'supervisor')
  const lacks = (role: StaffRole) => having(role).length === 0
  return [
    ...(lacks('administrator') ? [{ problem: 'administratorMissing' as const }] : []),
    ...(lacks('supervisor') ? [{ problem: 'supervisorMissing' as const }] : []),
    ...(writer && !second ? [{ problem: 'reviewerMissing' as const, about: writer.id }] : []),
  ]
}

type KindFile = YamlFile<Kind> & { file: string }

/** The files of the kinds in the order of their names, and those that look like one but would not be read. */
function kindFiles(folder: string): { files: string[]; strange: string[]; closed: Fault[] } {
  const inside = namesInside(join(folder, 'kinds'))
  const names = 'names' in inside ? inside.names : []
  const isKind = (name: string) => name.endsWith('.yaml') && !name.startsWith('.')
  return {
    files: names.filter(isKind).map((name) => `kinds/${name}`),
    strange: names.filter((name) => /\.ya?ml/i.test(name) && !isKind(name)).map((name) => `kinds/${name}`),
    closed: 'closed' in inside ? [fault({ file: 'kinds' }, 'folderClosed', inside.closed)] : [],
  }
}

/** What people say of acts. A folder may have none: then words are only found as they stand in the kinds. */
function readWords(folder: string): { value?: SaidWords; faults: Fault[] } {
  const file = 'words.yaml'
  if (!existsSync(join(folder, file))) return { faults: [] }
  const words = openYaml(join(folder, file), file, SaidWords)
  const flaws = flawsOfWords(words.value ?? [])
  return { ...words, faults: [...words.faults, ...flaws.map((f) => said(file, words, f.field, f.problem, f.about))] }
}

/** What is wrong with a kind by itself, beside the kinds before it, and among the categories. */
export function faultsOfKind(
  kind: KindFile,
  before: readonly KindFile[],
  categories: readonly Category[] | undefined,
): Fault[] {
  const { file, parts, faults } = kind
  const { code, category } = parts
  const other = code !== undefined && before.find((k) => k.parts.code === code)
  const isMisnamed = code !== undefined && file !== `kinds/${code}.yaml`
  const isStray = category !== undefined && categories?.every((c) => c.code !== category)
  return [
    ...faults,
    ...(other ? [said(file, kind, ['code'], 'codeTwice', other.file)] : []),
    ...(isMisnamed ? [said(file, kind, ['code'], 'codeNotFileName', code)] : []),
    ...(isStray ? [said(file, kind, ['category'], 'categoryUnknown', category)] : []),
    ...flawsOfKind(parts).map((f) => said(file, kind, f.field, f.problem, f.about)),
  ]
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

const said = (file: string, { lineOf }: YamlFile<unknown>, field: PropertyKey[], problem: Problem, about: string) =>
  fault({ file, line: lineOf(field), field }, problem, about)

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Holiday } from '../domain/calendar.ts'
import { Category, HallProfile, Kind, type ManualContent } from '../domain/manual.ts'
import { hashOf } from './editions.ts'
import { readYaml, type Fault } from './yaml-file.ts'

export type { Fault } from './yaml-file.ts'
/** What the folder of an institution holds: its hall, its holidays, its manual. */
export type ManualFolder = {
  profile: HallProfile
  holidays: Holiday[]
  content: ManualContent
  text: string
  hash: string
}

/** Reads and checks a manual folder; every fault at once, or the whole. */
export function readManual(folder: string): ManualFolder | { faults: Fault[] } {
  const faults: Fault[] = []
  function read<T>(file: string, schema: z.ZodType<T>): T | undefined {
    const found = readYaml(join(folder, ...file.split('/')), file, schema)
    if ('value' in found) return found.value
    faults.push(...found.faults)
    return undefined
  }
  const profile = read('hall.yaml', HallProfile)
  const categories = read('categories.yaml', z.array(Category)) ?? []
  const holidays = read('holidays.yaml', z.array(Holiday)) ?? []
  const files = kindFiles(folder)
  if (files.length === 0) faults.push(noKinds)
  const kinds = files.flatMap((file) => {
    const kind = read(file, Kind)
    if (!kind) return []
    faults.push(...faultsOf(kind, file, categories))
    return [kind]
  })
  if (profile) faults.push(...faultsOfHall(profile))
  faults.push(...duplicates(kinds))
  if (!profile || faults.length > 0) return { faults }
  const content = { categories, kinds }
  const text = canonical(content)
  return { profile, holidays, content, text, hash: hashOf(text) }
}

function kindFiles(folder: string): string[] {
  const inside = join(folder, 'kinds')
  if (!existsSync(inside)) return []
  return readdirSync(inside)
    .filter((f) => f.endsWith('.yaml'))
    .toSorted()
    .map((f) => `kinds/${f}`)
}

const fault = (file: string, field: string, problem: string, ko: string, en: string): Fault => ({
  ...{ file, field, problem, ko, en },
})

const noKinds = fault(
  ...(['kinds', '', 'noKinds', '민원사무 파일이 없습니다. kinds/ 폴더에 YAML 파일을 두세요.'] as const),
  'There is no petition kind. Put YAML files into kinds/.',
)

/** What a schema cannot see: names that must agree within one kind. */
function faultsOf(kind: Kind, file: string, categories: readonly Category[]): Fault[] {
  const found: Fault[] = []
  const say = (field: string, problem: string, ko: string, en: string) =>
    found.push(fault(file, field, problem, ko, en))
  if (file !== `kinds/${kind.code}.yaml`)
    say(
      'code',
      'codeDiffers',
      `파일 이름을 ${kind.code}.yaml로 바꾸거나 code를 고치세요.`,
      'Name the file after its code.',
    )
  if (!categories.some((c) => c.code === kind.category))
    say('category', 'unknownCategory', 'categories.yaml에 있는 분류를 쓰세요.', 'Use a category of categories.yaml.')
  if (kind.period === null && kind.periodNote === undefined)
    say('periodNote', 'noNote', '처리기간이 미확정인 까닭을 적으세요.', 'Say why the period is not confirmed.')
  const checks = kind.steps.flatMap((s) => s.checks)
  const known = {
    document: new Set(kind.documents.map((d) => d.id)),
    condition: new Set(kind.conditions.map((c) => c.id)),
  }
  for (const check of checks)
    for (const what of ['document', 'condition'] as const) {
      const id = check[what]
      if (id !== undefined && !known[what].has(id))
        say(
          `steps.${check.id}.${what}`,
          'unknownReference',
          `${id}은(는) 이 민원에 없습니다.`,
          `${id} is not in this kind.`,
        )
    }
  for (const what of ['document', 'condition'] as const)
    for (const id of known[what])
      if (!checks.some((c) => c[what] === id))
        say(
          `${what}s.${id}`,
          'unchecked',
          `${id}을(를) 확인하는 항목을 단계에 넣으세요.`,
          `Add a check for ${id} to a step.`,
        )
  const ids = [...kind.documents, ...kind.conditions, ...kind.steps, ...checks].map((x) => x.id)
  for (const id of ids.filter((x, i) => ids.indexOf(x) !== i))
    say(id, 'duplicateId', `${id}이(가) 두 번 있습니다.`, `${id} stands twice.`)
  for (const d of kind.documents)
    if (d.providedBy === 'agency' && d.verifyBy === 'applicant')
      say(
        `documents.${d.id}.verifyBy`,
        'officeVerifies',
        '기관이 확인하는 서류입니다.',
        'The office provides this document.',
      )
  return found
}

function faultsOfHall(profile: HallProfile): Fault[] {
  const twice = (values: readonly (string | number)[]) => values.filter((v, i) => values.indexOf(v) !== i)
  const say = (field: string, value: string | number) =>
    fault('hall.yaml', field, 'duplicate', `${value}이(가) 두 번 있습니다.`, `${value} stands twice.`)
  const teams = new Set(profile.teams.map((t) => t.id))
  return [
    ...twice(profile.counters.map((c) => c.id)).map((id) => say('counters', id)),
    ...twice(profile.counters.map((c) => c.number)).map((n) => say('counters', n)),
    ...twice(profile.staff.map((s) => s.id)).map((id) => say('staff', id)),
    ...[...profile.counters, ...profile.staff]
      .filter((x) => !teams.has(x.team))
      .map((x) => fault('hall.yaml', x.id, 'unknownTeam', `${x.team} 팀이 없습니다.`, `There is no team ${x.team}.`)),
  ]
}

function duplicates(kinds: readonly Kind[]): Fault[] {
  const codes = kinds.map((k) => k.code)
  return codes
    .filter((c, i) => codes.indexOf(c) !== i)
    .map((c) => fault(`kinds/${c}.yaml`, 'code', 'duplicateCode', `${c}이(가) 두 번 있습니다.`, `${c} stands twice.`))
}

/** The same text for the same content: JSON with sorted keys. An edition is named by the hash of it. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, v]) => v !== undefined)
  return `{${entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`)
    .join(',')}}`
}

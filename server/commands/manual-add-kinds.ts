import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { takeFiles } from '../../db/manual/manual-import.ts'
import { readMoreKinds, type MoreKind } from '../../db/manual/more-kinds.ts'
import { changesIn, type Written } from '../../domain/manual/manual-diff.ts'
import type { Kind } from '../../domain/manual/manual.ts'
import { UsageError, type CommandArguments, type CommandLine } from './command.ts'
import { folderAt, shippedManual, soundManual } from './input.ts'
import { faultsInLines } from './manual-check.ts'
import { intoFolder } from './output.ts'

/** `manual add-kinds`: kinds that lie ready in more-kinds become part of a manual. */
export const manualAddKinds: CommandLine = {
  name: 'manual add-kinds',
  summary: 'Adds petition kinds that lie ready in manual/more-kinds; without a code it lists them.',
  usage: 'manual add-kinds [--all | <code>…] [--to <folder>] [--from <folder>] [--json]',
  options: {
    all: { type: 'boolean', help: 'every kind that is not there yet' },
    to: { type: 'string', value: 'folder', help: 'the manual that they are added to (default: the shipped one)' },
    from: { type: 'string', value: 'folder', help: 'where they lie (default: more-kinds of the shipped manual)' },
    json: { type: 'boolean', help: 'print what was added as JSON' },
  },
  arguments: { min: 0, max: 999 },
  run({ options, words }) {
    const from = folderAt(folderOf(options, 'from') ?? join(shippedManual, 'more-kinds'), 'a folder with --from')
    if (!existsSync(from)) throw new UsageError(`There is no folder ${from}. Name one with --from.`)
    const offered = readMoreKinds(from)
    if ('faults' in offered) return Promise.resolve(tell(options, offered, faultsInLines(offered.faults), 1))
    const isAll = options['all'] === true
    if (isAll && words.length > 0) throw new UsageError('Name codes or add --all, not both.')
    const here = soundManual(folderOf(options, 'to') ?? shippedManual).content.kinds
    const sorted = sortOut(offered, here)
    if (!isAll) known(words, sorted, here)
    if (!isAll && words.length === 0) return Promise.resolve(list(options, sorted))
    return Promise.resolve(add(options, sorted, isAll ? undefined : words))
  },
}

type Options = CommandArguments['options']
/** What is new, what is there already, and what is there with another content and stays. */
type Sorted = { fresh: MoreKind[]; present: MoreKind[]; other: MoreKind[] }

function sortOut(offered: readonly MoreKind[], here: readonly Kind[]): Sorted {
  const sorted: Sorted = { fresh: [], present: [], other: [] }
  for (const one of offered) {
    const own = here.find((k) => k.code === one.kind.code)
    const isSame = own && changesIn(own as Written, one.kind as Written, '').length === 0
    sorted[own ? (isSame ? 'present' : 'other') : 'fresh'].push(one)
  }
  return sorted
}

function list(options: Options, { fresh, present, other }: Sorted): number {
  const lines = fresh.map(({ kind }) => `${kind.code}  ${kind.name.ko} / ${kind.name.en}`)
  const there = present.length + other.length
  const said = { available: codesOf(fresh), present: codesOf([...present, ...other]) }
  return tell(options, said, [...lines, `${fresh.length} kinds can be added, ${there} are there already`].join('\n'), 0)
}

/** Codes that do not lie ready are told by whether the manual has them. */
function known(codes: readonly string[], { fresh, present, other }: Sorted, here: readonly Kind[]): void {
  const ready = new Set(codesOf([...fresh, ...present, ...other]))
  const missing = codes.filter((code) => !ready.has(code))
  if (missing.length === 0) return
  const own = missing.filter((code) => here.some((k) => k.code === code))
  const nowhere = missing.filter((code) => !own.includes(code))
  const said = [
    ...(own.length > 0 ? [`The manual has ${own.join(', ')} already.`] : []),
    ...(nowhere.length > 0 ? [`No kind ${nowhere.join(', ')} lies ready.`] : []),
  ]
  throw new UsageError(`${said.join(' ')} Nothing was added. manual add-kinds lists what can be.`)
}

function add(options: Options, { fresh, present, other }: Sorted, codes: readonly string[] | undefined): number {
  const isWished = ({ kind }: MoreKind) => codes?.includes(kind.code) ?? true
  const wished = fresh.filter(isWished)
  const done = wished.length === 0 ? { categories: [] } : addTo(folderOf(options, 'to') ?? shippedManual, wished)
  if ('faults' in done) return tell(options, done, faultsInLines(done.faults), 1)
  const kept = codesOf(other.filter(isWished))
  const said = { added: codesOf(wished), present: codesOf(present.filter(isWished)), kept, ...done }
  const lines = [
    `${said.added.length} kinds added${said.added.length > 0 ? `: ${said.added.join(', ')}` : ''}`,
    ...(said.present.length > 0 ? [`${said.present.length} are there already`] : []),
    ...(kept.length > 0 ? [`there with another content, and left so: ${kept.join(', ')}`] : []),
    ...(said.categories.length > 0 ? [`categories added with them: ${said.categories.join(', ')}`] : []),
  ]
  return tell(options, said, lines.join('\n'), 0)
}

function addTo(folder: string, wished: readonly MoreKind[]) {
  const here = soundManual(folder).content.categories
  const { categories } = soundManual(shippedManual).content
  const files = new Map(wished.map(({ file, bytes }) => [file, bytes]))
  return intoFolder(folder, () => {
    const done = takeFiles(folder, here, { files, kinds: wished.map((w) => w.kind), categories })
    if ('faults' in done) return done
    // Nothing was replaced, so the folder as it was is not needed.
    rmSync(done.before, { recursive: true, force: true })
    return { categories: done.categories }
  })
}

function tell(options: Options, said: object, lines: string, code: number): number {
  console.log(options['json'] === true ? JSON.stringify(said) : lines)
  return code
}

const codesOf = (kinds: readonly MoreKind[]): string[] => kinds.map(({ kind }) => kind.code)
const folderOf = (options: Options, name: string): string | undefined => {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

import { statSync } from 'node:fs'
import type { Fault } from '../../db/files/fault.ts'
import { manualBytes } from '../../db/manual/manual-files.ts'
import { readManual, type ManualFolder } from '../../db/manual/manual-folder.ts'
import { takeFiles } from '../../db/manual/manual-import.ts'
import { peopledBy, withPeople } from '../../db/manual/pack-people.ts'
import type { Files } from '../../db/manual/pack-zip.ts'
import { diffManuals } from '../../domain/manual/manual-diff.ts'
import { planImport, wishOf, type ImportPlan, type Wish } from '../../domain/manual/manual-import.ts'
import { UsageError, type CommandArguments, type CommandLine } from './command.ts'
import { soundManual } from './input.ts'
import { faultsInLines } from './manual-check.ts'
import { languageOf } from './manual-diff.ts'
import { doneInLines, planInLines } from './manual-import-text.ts'
import { intoFolder } from './output.ts'
import { needed, packIn, trustOptions } from './pack-input.ts'

/** `manual import`: what differs in another manual, and what of it is taken into one's own. */
export const manualImport: CommandLine = {
  name: 'manual import',
  summary: 'Shows what differs in another manual (file or folder) and takes what is chosen.',
  usage:
    'manual import <file or folder> --into <folder> [--take all|mine|theirs|<code>|<file>]… [--dry-run] [--trust <public key> | --unsigned] [--lang ko|en] [--json]',
  options: {
    into: { type: 'string', value: 'folder', help: 'the own manual' },
    take: {
      type: 'string',
      value: 'what',
      multiple: true,
      help: 'mine: new kinds only; theirs: differing kinds too; all: settings too, but not hall.yaml; or a code or file',
    },
    'dry-run': { type: 'boolean', help: 'only show what would be taken' },
    ...trustOptions,
    lang: { type: 'string', value: 'ko|en', help: 'the language of the answer (default: ko)' },
    json: { type: 'boolean', help: 'print the preview and what was taken as JSON' },
  },
  arguments: { min: 1, max: 1 },
  run({ options, words: [source = ''] }) {
    const other = sourceOf(source, options)
    return Promise.resolve('faults' in other ? refuse(other.faults, options) : importFrom(other, options))
  },
}

type Options = CommandArguments['options']
/** Another manual: what it says, and its files. */
type Source = { manual: ManualFolder; files: Files; hasStaff: boolean }

function sourceOf(source: string, options: Options): Source | { faults: Fault[] } {
  if (!statSync(source, { throwIfNoEntry: false })?.isDirectory()) return packIn(source, options)
  const manual = readManual(source)
  if ('faults' in manual) return manual
  const files = manualBytes(source)
  return 'faults' in files ? files : { manual, files, hasStaff: true }
}

function importFrom(source: Source, options: Options): number {
  const into = needed(options, 'into')
  const language = languageOf(options)
  const own = soundManual(into)
  const { manual, files } = source.hasStaff ? source : withOwnPeople(source, own)
  const wishes = wishesOf(options)
  const plan = planImport(diffManuals(own, manual), wishes)
  if (plan.unknown.length > 0)
    throw new UsageError(`Nothing differs there under ${plan.unknown.join(', ')}. Name what the preview shows.`)
  const isPreview = options['dry-run'] === true || wishes.length === 0
  const done = isPreview || plan.take.length === 0 ? undefined : takeInto(into, own, { manual, files }, plan)
  if (done && 'faults' in done) return refuse(done.faults, options)
  const said = { ...plan, isPreview, before: done?.before ?? null, categories: done?.categories ?? [] }
  if (options['json'] === true) console.log(JSON.stringify(said))
  else console.log([...planInLines(plan, language), doneInLines(said, language)].join('\n'))
  const isOpen = plan.fresh.length + plan.conflicts.length > 0
  return isPreview && isOpen ? 1 : 0
}

/** A manual without people leaves the own ones as they are. */
const withOwnPeople = ({ manual, files }: Source, { profile: own }: ManualFolder) => ({
  manual: { ...manual, profile: peopledBy(manual.profile, own) },
  files: withPeople(files, own),
})

function takeInto(into: string, own: ManualFolder, other: Pick<Source, 'manual' | 'files'>, plan: ImportPlan) {
  const files = new Map([...other.files].filter(([path]) => plan.take.includes(path)))
  const { kinds, categories } = other.manual.content
  return intoFolder(into, () => takeFiles(into, own.content.categories, { files, kinds, categories }))
}

function wishesOf({ take }: Options): Wish[] {
  const texts = [take ?? []].flat().flatMap((text) => String(text).split(','))
  const wishes = texts.map((text) => wishOf(text.trim()))
  if (wishes.includes('mine') && (wishes.includes('theirs') || wishes.includes('all')))
    throw new UsageError('--take mine contradicts --take theirs and --take all. Give one of them.')
  return wishes
}

function refuse(faults: readonly Fault[], options: Options): number {
  console.log(options['json'] === true ? JSON.stringify({ faults }) : faultsInLines(faults))
  return 1
}

import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Fault } from '../../db/fault.ts'
import { writeFiles } from '../../db/folder-swap.ts'
import { manualBytes } from '../../db/manual-files.ts'
import { readManual, type ManualFolder } from '../../db/manual-folder.ts'
import { takeFiles } from '../../db/manual-import.ts'
import { diffManuals } from '../../domain/manual-diff.ts'
import { planImport, wishOf, type ImportPlan, type Wish } from '../../domain/manual-import.ts'
import { UsageError, type CommandArguments, type CommandLine } from './command.ts'
import { soundManual } from './input.ts'
import { faultsInLines } from './manual-check.ts'
import { languageOf } from './manual-diff.ts'
import { doneInLines, planInLines } from './manual-import-text.ts'
import { needed, packIn, trustOptions, writing } from './pack-input.ts'

/** `manual import`: what differs in another manual, and what of it is taken into one's own. */
export const manualImport: CommandLine = {
  name: 'manual import',
  summary: 'Shows what differs in another manual (file or folder) and takes what is chosen.',
  usage: 'manual import <file or folder> --into <folder> [--take all|mine|theirs|<code>|<file>]… [--dry-run] [--json]',
  options: {
    into: { type: 'string', value: 'folder', help: 'the own manual' },
    take: {
      ...{ type: 'string', value: 'what', multiple: true },
      help: 'mine: new kinds only; theirs: differing kinds too; all: settings too, but not hall.yaml; or a code or file',
    },
    'dry-run': { type: 'boolean', help: 'only show what would be taken' },
    ...trustOptions,
    lang: { type: 'string', value: 'ko|en', help: 'the language of the answer (default: ko)' },
    json: { type: 'boolean', help: 'print the preview and what was taken as JSON' },
  },
  arguments: { min: 1, max: 1 },
  run({ options, words: [source = ''] }) {
    const code = withFolder(source, options, (folder) => importFrom(folder, options))
    return Promise.resolve(code)
  },
}

type Options = CommandArguments['options']

/** Runs with the folder of a manual; a pack becomes one for the time being. */
function withFolder(source: string, options: Options, run: (folder: string) => number): number {
  if (statSync(source, { throwIfNoEntry: false })?.isDirectory()) return run(source)
  const opened = packIn(source, options)
  if ('faults' in opened) return refuse(opened.faults, options)
  const folder = mkdtempSync(join(tmpdir(), 'changgu-import-'))
  try {
    writeFiles(folder, opened.files)
    return run(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function importFrom(folder: string, options: Options): number {
  const into = needed(options, 'into')
  const language = languageOf(options)
  const other = readManual(folder)
  if ('faults' in other) return refuse(other.faults, options)
  const own = soundManual(into)
  const wishes = wishesOf(options)
  const plan = planImport(diffManuals(own, other), wishes)
  if (plan.unknown.length > 0)
    throw new UsageError(`Nothing differs there under ${plan.unknown.join(', ')}. Name what the preview shows.`)
  const isPreview = options['dry-run'] === true || wishes.length === 0
  const done = isPreview || plan.take.length === 0 ? undefined : takeInto(folder, into, own, other, plan)
  if (done && 'faults' in done) return refuse(done.faults, options)
  const said = { ...plan, isPreview, before: done?.before ?? null, categories: done?.categories ?? [] }
  if (options['json'] === true) console.log(JSON.stringify(said))
  else console.log([...planInLines(plan, language), doneInLines(said, language)].join('\n'))
  const isOpen = plan.fresh.length + plan.conflicts.length > 0
  return isPreview && isOpen ? 1 : 0
}

function takeInto(folder: string, into: string, own: ManualFolder, other: ManualFolder, plan: ImportPlan) {
  const there = manualBytes(folder)
  if ('faults' in there) return there
  const files = new Map([...there].filter(([path]) => plan.take.includes(path)))
  const { kinds, categories } = other.content
  return writing(into, () => takeFiles(into, own.content.categories, { files, kinds, categories }))
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

import { openLog } from '../../db/log.ts'
import { openEditions } from '../../db/manual/editions.ts'
import { exportManual, type Exported } from '../../db/manual/manual-export.ts'
import type { Db } from '../../db/open.ts'
import { HALL } from '../../domain/actor.ts'
import { readContent } from '../../domain/manual/edition-content.ts'
import { coming, inForce } from '../../domain/manual/edition.ts'
import type { ManualParts } from '../../domain/manual/manual-diff.ts'
import { readRecord } from '../../domain/record/record.ts'
import type { EditionMark, Hall } from '../../domain/state.ts'
import { dayOf, type Day } from '../../domain/time.ts'
import { UsageError, type CommandArguments, type CommandLine } from './command.ts'
import { hallOptions, inHallFile } from './hall-file.ts'
import { faultsInLines } from './manual-check.ts'
import { intoFolder } from './output.ts'
import { targetOf } from './pack-input.ts'

/** `manual export`: an edition of a hall as a manual folder. */
export const manualExport: CommandLine = {
  name: 'manual export',
  summary: "Writes the edition in force of a hall's data folder as a manual folder.",
  usage: 'manual export --to <folder> [--data <folder>] [--key-file <file>] [--edition <number>] [--force] [--json]',
  options: {
    to: { type: 'string', value: 'folder', help: 'a folder that is new or empty' },
    ...hallOptions,
    edition: {
      type: 'string',
      value: 'number',
      help: 'another edition than the one in force; needed while an edition is to come',
    },
    force: { type: 'boolean', help: 'take the place of a folder that holds something; that one is kept beside it' },
    json: { type: 'boolean', help: 'print what was written as JSON' },
  },
  run({ options }) {
    const folder = targetOf(options)
    const edition = numberIn(options)
    const { mark, manual } = inHallFile(options, (db) => manualIn(db, edition))
    const done = intoFolder(folder, () => exportManual(folder, manual))
    if ('faults' in done) {
      console.log(options['json'] === true ? JSON.stringify(done) : faultsInLines(done.faults))
      return Promise.resolve(1)
    }
    const { effectiveDate } = mark
    const said = { folder, edition: mark.edition, effectiveDate, kinds: manual.content.kinds.length, ...done }
    console.log(options['json'] === true ? JSON.stringify(said) : inLines(said))
    return Promise.resolve(0)
  },
}

function numberIn({ edition }: CommandArguments['options']): number | undefined {
  if (edition === undefined) return undefined
  if (typeof edition === 'string' && /^[1-9][0-9]*$/.test(edition)) return Number(edition)
  throw new UsageError('--edition must be the number of an edition, such as 3.')
}

type Found = { mark: EditionMark; manual: ManualParts }

/** The hall and its holidays are those of its folder: what a supervisor entered stays in the record alone. */
function manualIn(db: Db, edition: number | undefined): Found {
  const { hall } = readRecord(openLog(db, HALL))
  const mark = edition === undefined ? theOneIn(hall, dayOf(Date.now())) : hall.editions.get(edition)
  const kept = mark && openEditions(db).get(mark.hash)
  const content = kept && readContent(kept.content)
  if (!mark || !hall.profile) throw new UsageError('The hall has no such edition. `changgu hall` tells the newest.')
  if (!content) throw new UsageError(`The content of edition ${mark.edition} is not kept, or of a newer version.`)
  const holidays = [...hall.holidayMarks.values()].flatMap(({ inFolder }) => (inFolder ? [inFolder] : []))
  return { mark, manual: { profile: hall.profile, holidays: holidays.toSorted(byDate), content } }
}

/** The edition in force, unless another is to come: what is written is often changed, and then it matters which one it was. */
function theOneIn(hall: Hall, today: Day): EditionMark | undefined {
  const now = inForce(hall, today)
  const next = coming(hall, today).at(-1)
  if (!now || !next || next.edition === now.edition) return now
  throw new UsageError(
    `Edition ${now.edition} is in force, and edition ${next.edition} is to come on ${next.effectiveDate}. Say which: --edition ${next.edition} for a folder in which the manual is to be changed, for the hall publishes no folder that takes back what is to come; --edition ${now.edition} only to look at.`,
  )
}

const byDate = (a: { date: string }, b: { date: string }): number => (a.date < b.date ? -1 : 1)

type Said = Exported & { folder: string; edition: number; effectiveDate: string; kinds: number }

const inLines = ({ folder, edition, effectiveDate, kinds, files, kept, before }: Said): string =>
  [
    `${folder}: edition ${edition}, in force from ${effectiveDate}, ${kinds} kinds, ${files} files, ${kept} of them as they were`,
    ...(before === null ? [] : [`전에 있던 폴더 / the former folder: ${before}`]),
  ].join('\n')

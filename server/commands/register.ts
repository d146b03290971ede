import { resolve } from 'node:path'
import { readingSeat } from '../../db/reading-seat.ts'
import { registerCsv, registerXlsx } from '../../db/register-files.ts'
import { HALL, Text } from '../../domain/actor.ts'
import { isNumberIn } from '../../domain/case/resident-number.ts'
import {
  lengthRefusal,
  longestBook,
  longestSpan,
  spanRefusal,
  type Which,
} from '../../domain/register/register-export.ts'
import { registerSheet, type Sheet } from '../../domain/register/register-words.ts'
import { registerRows } from '../../domain/register/register.ts'
import { Day, isoOf } from '../../domain/time.ts'
import { noteRead } from '../outside-reads.ts'
import { UsageError, type CommandArguments, type CommandLine } from './command.ts'
import { hallOptions, inHallFile, inHallSecrets } from './hall-file.ts'
import { newFile, withDisk, writeTo } from './output.ts'

/** `register`: the register of a hall, read from its database and never changed. */
export const register: CommandLine = {
  name: 'register',
  summary: 'Print or write the register of petitions (민원 처리부) of a hall, in order of receipt.',
  usage:
    'register --from <day> --to <day> [--data <folder>] [--key-file <file>] [--objections] [--csv <file> | --xlsx <file> | --json] [--mask | --unmasked --reason <text>]',
  options: {
    ...hallOptions,
    from: { type: 'string', value: 'day', help: 'the first day of receipt, such as 2026-11-01' },
    to: { type: 'string', value: 'day', help: 'the last day of receipt' },
    objections: { type: 'boolean', help: 'the register of objections (이의신청처리대장) instead' },
    csv: { type: 'string', value: 'file', help: 'write it as CSV' },
    xlsx: { type: 'string', value: 'file', help: 'write it as XLSX' },
    json: { type: 'boolean', help: 'print it as JSON' },
    mask: { type: 'boolean', help: 'mask names and addresses, which is so unless --unmasked is given' },
    unmasked: { type: 'boolean', help: 'write names and addresses in whole; a reason is needed' },
    reason: { type: 'string', value: 'text', help: 'why names leave the hall; it stays on the record of the hall' },
  },
  async run({ options }) {
    const [first, last] = spanOf(options)
    const file = targetOf(options)
    const reason = unmaskedFor(options)
    const which: Which = options['objections'] ? 'objections' : 'petitions'
    const rows = inHallFile(options, (db) =>
      registerRows(readingSeat(db, HALL, Date.now()), { first, last, which, masked: reason === undefined }),
    )
    if (file && lengthRefusal({ format: file.as, which }, rows.length))
      throw new UsageError(`A spreadsheet has at most ${longestBook[which]} lines. Choose a shorter time, or --csv.`)
    if (reason !== undefined) putOnRecord(options, { first, last, which, format: file?.as ?? 'text', reason })
    if (options['json']) return print(JSON.stringify(rows))
    const sheet = registerSheet(rows, which)
    if (!file) return print(inLines(sheet))
    // Only for its owner: the register names persons.
    writeTo(file.path, file.as === 'csv' ? registerCsv(sheet) : await registerXlsx(sheet))
    return print(`${file.path}: ${rows.length} lines of ${sheet.name}, ${first} to ${last}`)
  },
}

type Options = CommandArguments['options']

function spanOf(options: Options): [Day, Day] {
  const [first, last] = (['from', 'to'] as const).map((name) => {
    const day = Day.safeParse(options[name])
    if (day.success) return day.data
    throw new UsageError(`--${name} must be a day such as 2026-11-01.`)
  })
  if (first === undefined || last === undefined) throw new UsageError('--from and --to are needed.')
  const refused = spanRefusal(first, last)
  if (refused === 'spanBackwards') throw new UsageError(`--to ${last} is before --from ${first}. Change one of them.`)
  if (refused) throw new UsageError(`At most ${longestSpan} days at once. Choose a later --from or an earlier --to.`)
  return [first, last]
}

/** Why names leave the hall, which they do with a reason alone (개인정보의 안전성 확보조치 기준 제8조); undefined where they are masked. */
function unmaskedFor({ mask, unmasked, reason }: Options): string | undefined {
  if (unmasked !== true) return undefined
  if (mask === true) throw new UsageError('--mask and --unmasked contradict each other. Give one of them.')
  const why = Text.safeParse(reason)
  if (!why.success) throw new UsageError('--unmasked needs --reason: why, which stays on the record of the hall.')
  if (isNumberIn(why.data))
    throw new UsageError('--reason holds a 주민등록번호. Leave it out: the reason stays on record.')
  return why.data
}

/** Before anything is shown: a hall that cannot put it on record shows no names. */
function putOnRecord(options: Options, read: Parameters<typeof noteRead>[1]): void {
  const advice = 'Free the disk, or let a supervisor export it on screen (F4).'
  inHallSecrets(options, (secrets) =>
    withDisk('The read cannot be put on record', advice, () => noteRead(secrets, read)),
  )
  console.error(`unmasked, ${isoOf(Date.now())}: ${read.reason}. The hall puts it on record now, or at its next start.`)
}

function targetOf(options: Options): { as: 'csv' | 'xlsx'; path: string } | undefined {
  const { csv, xlsx, json } = options
  if ([csv, xlsx, json].filter((o) => o !== undefined).length > 1)
    throw new UsageError('Only one of --csv, --xlsx and --json can be given.')
  if (typeof csv === 'string') return { as: 'csv', path: newFile(resolve(csv)) }
  return typeof xlsx === 'string' ? { as: 'xlsx', path: newFile(resolve(xlsx)) } : undefined
}

/** The columns that matter on a terminal, apart by tabs. */
const inLines = ({ columns, rows }: Sheet): string =>
  [columns.map((c) => c.head), ...rows].map((row) => row.join('\t')).join('\n')

function print(text: string): number {
  console.log(text)
  return 0
}

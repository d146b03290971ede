import { z } from 'zod'
import { Actor, HALL, Id, Text } from '../actor.ts'
import type { Hall } from '../state.ts'
import { Day, dayNumber, dayOf, Instant, isoOf } from '../time.ts'

/** 내려받기 기록: the register, and the access record, leave the program only with a reason that stays on record (개인정보의 안전성 확보조치 기준 제8조). */

export const Which = z.enum(['petitions', 'objections'])
export type Which = z.infer<typeof Which>
/** What can be exported: the registers, and the access record. */
export const Exported = z.enum([...Which.options, 'accesses'])
export type Exported = z.infer<typeof Exported>
/** `text` is what the hall's own computer printed on its terminal. */
const ExportFormat = z.enum(['csv', 'xlsx', 'pdf', 'text'])
type ExportFormat = z.infer<typeof ExportFormat>

/** The longest stretch of the register that is asked for at once, in days. */
export const longestSpan = 366

/** How many lines of the register a screen is given at once, and at most; a file holds all. */
export const shownLines = 200
export const mostLines = 2000

/** How many lines a register on paper has at most: some 250 sheets; of more it is written as a spreadsheet. */
export const longestPaper = 5000

/** How many lines a spreadsheet has at most, for it is made whole in memory: a year of a register, and as much of the access record as needs some 300 MB. CSV is written line by line and has no end. */
export const longestBook = { petitions: 100_000, objections: 100_000, accesses: 50_000 } as const

/** Why so many lines are not made into a file of a format: on paper, or as a spreadsheet. */
export function lengthRefusal(
  { format, which }: { format: ExportFormat; which: Exported },
  lines: number,
): 'paperTooLong' | 'bookTooLong' | 'accessesTooLong' | undefined {
  if (format === 'pdf') return lines > longestPaper ? 'paperTooLong' : undefined
  if (format !== 'xlsx' || lines <= longestBook[which]) return undefined
  return which === 'accesses' ? 'accessesTooLong' : 'bookTooLong'
}

/** How many exports are remembered in the state; the record keeps all. */
const remembered = 100

const said = { export: Id, first: Day, last: Day, which: Exported, format: ExportFormat, reason: Text }

export const exportCommand = z.strictObject({ ...said, type: z.literal('exportRegister') })
export const exportEvent = z.strictObject({ ...said, at: Instant, by: Actor, type: z.literal('registerExported') })
export type ExportCommand = z.infer<typeof exportCommand>
export type RegisterExport = z.infer<typeof exportEvent>

/** Why the register may not be exported. */
export type ExportRefusal = 'spanBackwards' | 'spanTooLong' | 'exportKnown' | 'notOnPaper'

/** The export, or why not; the speaker has been looked at already. */
export function decideExport(
  hall: Hall,
  command: ExportCommand,
  done: { by: Actor; at: Instant },
): { event: RegisterExport } | { refused: ExportRefusal } {
  const { first, last, which, format, reason } = command
  const refused = spanRefusal(first, last)
  if (refused) return { refused }
  // The access record is for a spreadsheet: it has no form by law.
  if (which === 'accesses' && format === 'pdf') return { refused: 'notOnPaper' }
  if (format === 'text' && done.by.machine !== HALL) return { refused: 'notOnPaper' }
  if (hall.exports.some((e) => e.export === command.export)) return { refused: 'exportKnown' }
  return { event: { ...done, type: 'registerExported', export: command.export, first, last, which, format, reason } }
}

/** Why a stretch of the register cannot be asked for. */
export function spanRefusal(first: Day, last: Day): 'spanBackwards' | 'spanTooLong' | undefined {
  if (last < first) return 'spanBackwards'
  return dayNumber(last) - dayNumber(first) >= longestSpan ? 'spanTooLong' : undefined
}

/** Takes an export into the state. In order of time, so that it is the same on every machine. */
export function evolveExport(hall: Hall, event: RegisterExport): void {
  hall.exports.push(event)
  hall.exports.sort((a, b) => a.at - b.at || (a.export < b.export ? -1 : 1))
  hall.exports.splice(0, hall.exports.length - remembered)
}

const fileNames: Record<Exported, string> = {
  petitions: '민원처리부',
  objections: '이의신청처리대장',
  accesses: '접속기록',
}

/** 민원처리부_2026-11-01_2026-11-30_20261124-101500.csv: what, from when to when, and when it was written. */
export function exportFileName({ which, first, last, at, format }: RegisterExport): string {
  const time = isoOf(at).slice(11, 19).replaceAll(':', '')
  return `${fileNames[which]}_${first}_${last}_${dayOf(at).replaceAll('-', '')}-${time}.${format}`
}

const fileForm = new RegExp(
  `^(?:${Object.values(fileNames).join('|')})(?:_\\d{4}-\\d{2}-\\d{2}){2}_\\d{8}-\\d{6}\\.(?:${ExportFormat.options.join('|')})$`,
)

/** Whether a file is called as an export is. */
export const isExportFileName = (name: string): boolean => fileForm.test(name)

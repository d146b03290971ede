import { stringify } from 'csv-stringify/sync'
import writeXlsxFile from 'write-excel-file/node'
import type { LongSheet } from '../domain/register/register-words.ts'

/** The register as files that other programs open. */

/** How many lines of CSV are made at once. */
const stride = 1000

/** CSV as spreadsheets here read it: UTF-8 with its mark, CRLF; a cell that would be taken for a formula is made harmless. Part by part, so that it may be of any length. */
export function* csvParts({ columns, rows }: LongSheet): Iterable<string> {
  const written = (lines: string[][], bom: boolean) =>
    stringify(lines, { bom, record_delimiter: 'windows', escape_formulas: true })
  yield written([columns.map((c) => c.head)], true)
  let lines: string[][] = []
  for (const row of rows) {
    lines.push(row)
    if (lines.length < stride) continue
    yield written(lines, false)
    lines = []
  }
  yield written(lines, false)
}

export const registerCsv = (sheet: LongSheet): string => [...csvParts(sheet)].join('')

/** XLSX with every cell a text, so that a number of receipt stays as it is and nothing is a formula. */
export async function registerXlsx({ name, columns, rows }: LongSheet): Promise<Buffer> {
  const text = (value: string) => ({ value, type: String, wrap: true, alignVertical: 'top' as const })
  const head = columns.map((c) => ({ ...text(c.head), fontWeight: 'bold' as const }))
  const look = { sheet: name, columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 }
  return writeXlsxFile([head, ...Array.from(rows, (row) => row.map(text))], {
    ...look,
    orientation: 'landscape' as const,
  }).toBuffer()
}

import { stringify } from 'csv-stringify/sync'
import writeXlsxFile from 'write-excel-file/node'
import type { Sheet } from '../domain/register-words.ts'

/** The register as files that other programs open. */

/** CSV as spreadsheets here read it: UTF-8 with its mark, CRLF; a cell that would be taken for a formula is made harmless. */
export const registerCsv = ({ columns, rows }: Sheet): string =>
  stringify([columns.map((c) => c.head), ...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true })

/** XLSX with every cell a text, so that a number of receipt stays as it is and nothing is a formula. */
export async function registerXlsx({ name, columns, rows }: Sheet): Promise<Buffer> {
  const text = (value: string) => ({ value, type: String, wrap: true, alignVertical: 'top' as const })
  const head = columns.map((c) => ({ ...text(c.head), fontWeight: 'bold' as const }))
  const look = { sheet: name, columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 }
  return writeXlsxFile([head, ...rows.map((row) => row.map(text))], {
    ...look,
    orientation: 'landscape' as const,
  }).toBuffer()
}

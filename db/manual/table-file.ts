import { parse } from 'csv-parse/sync'
import { zipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/node'
import { entriesIn, unpacked } from '../files/zip.ts'

/** Tables that institutions bring: XLSX, and CSV in UTF-8, UTF-16 or CP949, with commas, semicolons or tabs. */

/** A sheet as rows of text, as they stand in the file. */
export type Sheet = { name: string; rows: string[][] }
export type TableProblem = 'tooLarge' | 'tooManyRows' | 'notTable' | 'emptyTable'

export const tableLimits = { bytes: 5 * 2 ** 20, unpacked: 64 * 2 ** 20, rows: 5000, columns: 200 }

/** Reads the sheets of a table file; what kind of file it is its content says, whatever its name. */
export async function readTable(bytes: Uint8Array): Promise<Sheet[] | { wrong: TableProblem }> {
  if (bytes.length > tableLimits.bytes) return { wrong: 'tooLarge' }
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const sheets = isZip ? await xlsxIn(bytes) : csvIn(bytes)
  if ('wrong' in sheets) return sheets
  const filled = sheets.filter(({ rows }) => rows.some((row) => row.some((cell) => cell.trim() !== '')))
  if (filled.length === 0) return { wrong: 'emptyTable' }
  const isLong = filled.some(({ rows }) => rows.length > tableLimits.rows)
  const isWide = filled.some(({ rows }) => rows.some((row) => row.length > tableLimits.columns))
  return isLong || isWide ? { wrong: 'tooManyRows' } : filled
}

async function xlsxIn(bytes: Uint8Array): Promise<Sheet[] | { wrong: TableProblem }> {
  const entries = entriesIn(bytes)
  if (!entries) return { wrong: 'notTable' }
  // Nothing is unpacked before it is known how large it becomes, and nothing becomes larger than it says.
  if (entries.reduce((sum, { size }) => sum + size, 0) > tableLimits.unpacked) return { wrong: 'tooLarge' }
  const files: [string, Uint8Array][] = []
  for (const entry of entries) {
    const file = unpacked(bytes, entry)
    if (!file) return { wrong: 'notTable' }
    files.push([entry.name, file])
  }
  try {
    // The library goes by other headers: what it gets are the files that were unpacked here.
    const sheets = await readXlsxFile(Buffer.from(zipSync(Object.fromEntries(files), { level: 0 })))
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(inText)) }))
  } catch {
    return { wrong: 'notTable' }
  }
}

function inText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'string') return cell
  return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : ''
}

function csvIn(bytes: Uint8Array): Sheet[] | { wrong: TableProblem } {
  const text = textIn(bytes)
  if (text === undefined || text.includes('\0')) return { wrong: 'notTable' }
  try {
    const rows: string[][] = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      to: tableLimits.rows + 1,
      max_record_size: 200_000,
    })
    return [{ name: 'CSV', rows }]
  } catch {
    return { wrong: 'notTable' }
  }
}

/** Windows' Excel writes CSV in CP949 ('euc-kr' to the decoder) or, with a mark at the beginning, in UTF-8. */
function textIn(bytes: Uint8Array): string | undefined {
  const encodings = bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : ['utf-8', 'euc-kr']
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // The next one may fit.
    }
  }
  return undefined
}

/** The sign that stands most often, outside quotes, in the first lines. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 20_000).replaceAll(/"(?:[^"]|"")*"/g, '')
  const count = (sign: string) => head.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

import { z } from 'zod'
import { nameKey } from './table-values.ts'

/** Which column of a table is which field of a kind: guessed by the heads, and changed by whoever brings the table. */

export const tableFields = ['name', 'code', 'nameEn', 'law', 'period', 'fee', 'documents', 'team', 'form'] as const
export type TableField = (typeof tableFields)[number]

/** The column of each field, counted from 0; a field without one is left as it is. */
export const Columns = z.partialRecord(z.enum(tableFields), z.int().min(0).max(199))
export type Columns = z.infer<typeof Columns>

/** A table as it was read: its head and its rows, numbered as in the file, from 1. */
export type Table = { headRow: number; heads: string[]; rows: { row: number; cells: readonly string[] }[] }

const heads: Record<TableField, RegExp> = {
  name: /^(민원(사무)?(의)?(명|명칭|종류)?|사무명|업무명|name)$/,
  code: /^(민원|사무|민원사무|관리)?(코드|코드번호|번호|code)$/,
  nameEn: /영문|영어|english/,
  law: /(근거|관련|관계)(법령|법규|법률|규정)|^(법령|법적근거|근거)$/,
  period: /(처리|법정)(기간|기한)|^기간$/,
  fee: /수수료/,
  documents: /(구비|첨부|제출|필요)서류/,
  team: /(담당|처리|소관|주관)(부서|과|팀|기관)|^부서$/,
  form: /서식/,
}

/** Each field has the first column whose head says so, and no column has two. */
export function guessColumns(names: readonly string[]): Columns {
  const columns: Columns = {}
  const taken = new Set<number>()
  for (const field of tableFields) {
    const at = names.findIndex((name, i) => !taken.has(i) && heads[field].test(nameKey(name)))
    if (at < 0) continue
    columns[field] = at
    taken.add(at)
  }
  return columns
}

/** A table whose head is the row, among the first 30, in which the most fields are found; else the first that says something. */
export function tableIn(cells: readonly (readonly string[])[]): Table | undefined {
  const first = cells.findIndex(saysSomething)
  if (first < 0) return undefined
  const found = cells.slice(0, 30).map((row) => Object.keys(guessColumns(row)).length)
  const most = Math.max(...found)
  const head = most >= 2 ? found.indexOf(most) : first
  const rows = cells.map((row, i) => ({ row: i + 1, cells: row }))
  return {
    headRow: head + 1,
    heads: [...(cells[head] ?? [])],
    rows: rows.slice(head + 1).filter((r) => saysSomething(r.cells)),
  }
}

const saysSomething = (row: readonly string[]): boolean => row.some((cell) => cell.trim() !== '')

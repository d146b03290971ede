import { registerColumns } from '../paper/paper-fields.ts'
import { ofHall } from '../paper/paper-of.ts'
import type { Seat } from '../seat.ts'
import type { RegisterExport, Which } from './register-export.ts'
import { registerNames, registerSheet } from './register-words.ts'
import { registerRows, type RegisterRow } from './register.ts'

/** 민원 처리부 on paper: what its template is given, every column a text. */
export type RegisterPaper = {
  title: string
  fields: { [field: string]: string | string[] }
  rows: { [column: string]: string }[]
}

type Column = (typeof registerColumns)[number]

/** Which heads of the sheet stand together in a column of the template, in this order. */
const heads: Record<Column, readonly string[]> = {
  receiptNo: ['접수번호', '임시번호'],
  receivedAt: ['접수일시', '입력일시'],
  kind: ['민원명', '대상 민원', '거부처분을 받은 날'],
  petitioner: ['성명', '주소'],
  due: ['처리기한', '결정기한', '처리기간', '연장·불산입', '결정기간 연장'],
  clerk: ['담당부서', '담당자'],
  outcome: ['처리결과', '결정 결과', '처리일', '결정일'],
  notifiedAt: ['통지일', '통지방법', '교부일'],
  remark: ['수수료', '비고'],
}

/** What is said before a cell that could be taken for its neighbour. */
const named: { [head: string]: string } = {
  처리기간: '처리기간',
  입력일시: '입력',
  교부일: '교부',
  '거부처분을 받은 날': '거부처분을 받은 날',
}

/** The register of a span as it is printed (시행규칙 제3조 제1항). */
export function registerPaper(
  seat: Seat,
  { first, last, which }: Pick<RegisterExport, 'first' | 'last'> & { which: Which },
  lines: readonly RegisterRow[] = registerRows(seat, { first, last, which, masked: false }),
): RegisterPaper {
  const { columns, rows } = registerSheet(lines, which)
  const cellOf = (row: string[], head: string): string[] => {
    const text = row[columns.findIndex((c) => c.head === head)] ?? ''
    return text === '' ? [] : [[named[head] ?? '', text].join(' ').trim()]
  }
  const cellsOf = (row: string[], column: Column): string =>
    heads[column].flatMap((head) => cellOf(row, head)).join(column === 'receiptNo' ? '\n' : ' ')
  return {
    title: registerNames[which],
    fields: { ...ofHall(seat), from: first, to: last, count: String(rows.length) },
    rows: rows.map((row) => Object.fromEntries(registerColumns.map((column) => [column, cellsOf(row, column)]))),
  }
}

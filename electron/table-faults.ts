import { tableLimits, type TableProblem } from '../db/manual/table-file.ts'
import type { FileFault } from '../domain/manual/brought.ts'

/** What is wrong with a file that was brought, and what to do. */
export const tableFaults: Record<TableProblem | 'noMore', FileFault> = {
  tooLarge: {
    ko: '파일이 너무 큽니다(최대 5 MB). 필요한 시트만 남겨 저장한 뒤 다시 고르세요.',
    en: 'The file is too large (at most 5 MB). Save only the sheet that is needed and choose it again.',
  },
  tooManyRows: {
    ko: `행이나 열이 너무 많습니다(최대 ${tableLimits.rows}행, ${tableLimits.columns}열). 나누어 저장한 뒤 다시 고르세요.`,
    en: `It has too many rows or columns (at most ${tableLimits.rows} and ${tableLimits.columns}). Split it and choose it again.`,
  },
  notTable: {
    ko: 'XLSX나 CSV로 읽을 수 없는 파일입니다. 엑셀에서 XLSX로 다시 저장하세요. 옛 XLS와 암호를 건 파일은 읽지 못합니다.',
    en: 'The file cannot be read as XLSX or CSV. Save it as XLSX again. Old XLS files and files with a password cannot be read.',
  },
  emptyTable: { ko: '표에 아무것도 없습니다.', en: 'The table is empty.' },
  noMore: {
    ko: '민원실 서버에 더 넣을 수 있는 민원이 없습니다. 서버의 매뉴얼 폴더에 more-kinds가 있는지 관리자에게 물어보세요.',
    en: "The hall's server has no more kinds. Ask the administrator whether its manual folder has more-kinds.",
  },
}
